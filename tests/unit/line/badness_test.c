// SPDX-License-Identifier: MIT
#include "line/badness.h"

#include "support.h"

static void tolerates_two_em_or_six_percent(support *self) {
    (void)self;
    static const struct {
        int width, em, tolerance;
    } cases[] = {{500, 10, 30}, {100, 10, 20}, {300, 10, 20}, {334, 10, 20}, {400, 10, 24}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_measure measure = cv_measure_of(cases[i].width * CV_POINT, cases[i].em * CV_POINT);
        assert_int_equal(measure.width, cases[i].width * CV_POINT);
        assert_in_range(measure.tolerance, cases[i].tolerance * CV_POINT,
                        cases[i].tolerance * CV_POINT + CV_POINT / 10);
    }
}

static void judges_a_line_by_the_square_of_its_rag(support *self) {
    (void)self;
    const cv_measure measure = {.width = 400 * CV_POINT, .tolerance = 20 * CV_POINT};
    static const struct {
        int width;
        int32_t badness;
    } cases[] = {{400, 0},    {390, 25},    {380, 100},   {360, 400}, {300, 2500},
                 {201, 9900}, {200, 10000}, {100, 10000}, {0, 10000}, {401, CV_OVERFULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(cv_ragged_badness(cases[i].width * CV_POINT, measure), cases[i].badness);
    assert_int_equal(cv_ragged_badness(measure.width + 1, measure), CV_OVERFULL);
}

static void judges_a_last_line_by_its_words_and_width(support *self) {
    (void)self;
    const cv_measure measure = {.width = 400 * CV_POINT, .tolerance = 20 * CV_POINT};
    static const struct {
        int width;
        uint32_t words;
        int32_t badness;
    } cases[] = {{400, 9, 0},   {100, 2, 0},    {99, 2, 15},  {50, 3, 750},         {0, 2, 1500},
                 {99, 1, 2000}, {399, 1, 2000}, {0, 0, 2000}, {401, 9, CV_OVERFULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(cv_last_line_badness(cases[i].width * CV_POINT, cases[i].words, measure),
                         cases[i].badness);
}

static void squares_badness_and_penalty(support *self) {
    (void)self;
    static const struct {
        int32_t badness, penalty;
        int64_t demerits;
    } cases[] = {{0, 0, 100},
                 {90, 0, 10000},
                 {0, 50, 2600},
                 {0, -50, -2400},
                 {10000, 0, 100200100},
                 {0, 20000, 400000100},
                 {10000, 30000, 1000200100}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(cv_line_demerits(cases[i].badness, cases[i].penalty) == cases[i].demerits);
}

static void survives_the_widest_measure(support *self) {
    (void)self;
    cv_measure measure = cv_measure_of(INT32_MAX, CV_POINT);
    assert_int_equal(cv_ragged_badness(0, measure), 10000);
    assert_int_equal(cv_ragged_badness(INT32_MAX, measure), 0);
    assert_int_equal(cv_last_line_badness(0, 2, measure), 1500);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(tolerates_two_em_or_six_percent),
        SUPPORT_TEST(judges_a_line_by_the_square_of_its_rag),
        SUPPORT_TEST(judges_a_last_line_by_its_words_and_width),
        SUPPORT_TEST(squares_badness_and_penalty),
        SUPPORT_TEST(survives_the_widest_measure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
