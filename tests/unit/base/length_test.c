// SPDX-License-Identifier: MIT
#include "base/length.h"

#include "support.h"

static const cv_length_context context = {.em = 10 * CV_POINT, .line_height = 27 * CV_POINT / 2};

static void reads_lengths_in_every_unit(support *self) {
    (void)self;
    static const struct {
        const char *text;
        cv_length length;
    } cases[] = {
        {"10pt", 10 * CV_POINT},
        {"1in", 72 * CV_POINT},
        {"0.7in", 3303014}, // 50.4 pt
        {"25.4mm", 72 * CV_POINT},
        {"2.54 cm", 72 * CV_POINT},
        {"-3 mm", -557314}, // -8.503937 pt
        {"1.5lh", 81 * CV_POINT / 4},
        {"1em", 10 * CV_POINT},
        {".5em", 5 * CV_POINT},
        {"5.em", 50 * CV_POINT},
        {"+2pt", 2 * CV_POINT},
        {"0", 0},
        {"-0", 0},
        {"0.000", 0},
        {"0pt", 0},
        {"32766pt", 32766 * CV_POINT},
        {"-32767pt", -32767 * CV_POINT},
        {"0.0000076pt", 0}, // under half a unit of 1/65536
        {"0.00000763pt", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_length length = -1;
        if (!cv_length_read(cases[i].text, context, &length)) fail_msg("'%s'", cases[i].text);
        assert_int_equal(length, cases[i].length);
    }
}

static void refuses_what_is_no_length(support *self) {
    (void)self;
    static const char *const texts[] = {
        "",        "pt",       "10",      "1.5",          "10 px",
        "10PT",    "10pt ",    " 10pt",   "1e3pt",        "1,5pt",
        "10pt10",  "--1pt",    "- 1pt",   "+-1pt",        "0x10pt",
        ".pt",     "inf",      "nanpt",   "1.2.3pt",      "10\tpt",
        "32767pt", "-32768pt", "99999in", "1234567890pt", "0.1234567890pt",
        "10ptx",   "1e",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cv_length length = 42;
        if (cv_length_read(texts[i], context, &length)) fail_msg("'%s'", texts[i]);
        assert_int_equal(length, 42);
    }
}

static void refuses_relative_units_where_they_mean_nothing(support *self) {
    (void)self;
    cv_length length = 42;
    assert_false(cv_length_read("1em", (cv_length_context){0}, &length));
    assert_false(cv_length_read("1lh", (cv_length_context){.em = CV_POINT}, &length));
    assert_true(cv_length_read("1em", (cv_length_context){.em = CV_POINT}, &length));
    assert_int_equal(length, CV_POINT);
}

static void reads_plain_numbers_and_says_where_they_end(support *self) {
    (void)self;
    static const struct {
        const char *text;
        double number;
        size_t size; // 0: there is none
    } cases[] = {
        {"1.25", 1.25, 4},
        {"-3", -3, 2},
        {".5", 0.5, 2},
        {"7.", 7, 2},
        {"+4x", 4, 2},
        {"1e5", 1, 1},
        {"1.2.3", 1.2, 3},
        {"999999999", 999999999, 9},
        {"1.123456789", 1.123456789, 11},
        {"1234567890", 0, 0},
        {"0.1234567890", 0, 0},
        {"", 0, 0},
        {".", 0, 0},
        {"-", 0, 0},
        {"abc", 0, 0},
        {" 1", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double number = 0;
        const char *end = cv_number_read(cases[i].text, &number);
        if (!cases[i].size) {
            assert_null(end);
            continue;
        }
        assert_ptr_equal(end, cases[i].text + cases[i].size);
        assert_true(number == cases[i].number);
    }
}

static void scales_rounding_half_away_from_zero(support *self) {
    (void)self;
    static const struct {
        cv_length length;
        int64_t numerator, denominator;
        cv_length scaled;
    } cases[] = {
        {10, 1, 4, 3},
        {-10, 1, 4, -3},
        {9, 1, 4, 2},
        {-9, 1, 4, -2},
        {10, -1, 4, -3},
        {7, 1, 3, 2},
        {8, 1, 3, 3},
        {0, 5, 3, 0},
        {5, 1, 1, 5},
        {3, 1, 2, 2},
        {-3, 1, 2, -2},
        {INT32_MAX, 1000, 1000, INT32_MAX}, // through 64 bits
        {INT32_MIN, 2000, 2000, INT32_MIN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(cv_length_scale(cases[i].length, cases[i].numerator, cases[i].denominator),
                         cases[i].scaled);
    assert_int_equal(cv_length_from(0.5, 1.0 / CV_POINT), 1);
    assert_int_equal(cv_length_from(-0.5, 1.0 / CV_POINT), -1);
}

static void cuts_off_sums_past_the_range(support *self) {
    (void)self;
    static const struct {
        int64_t sum;
        cv_length length;
    } cases[] = {
        {0, 0},
        {-CV_POINT, -CV_POINT},
        {CV_WIDEST, CV_WIDEST},
        {CV_WIDEST + INT64_C(1), CV_WIDEST},
        {INT64_C(1) << 32, CV_WIDEST}, // not its low bits
        {-(INT64_C(1) << 32), -CV_WIDEST},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(cv_length_of_sum(cases[i].sum), cases[i].length);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(reads_lengths_in_every_unit),
        SUPPORT_TEST(refuses_what_is_no_length),
        SUPPORT_TEST(refuses_relative_units_where_they_mean_nothing),
        SUPPORT_TEST(reads_plain_numbers_and_says_where_they_end),
        SUPPORT_TEST(scales_rounding_half_away_from_zero),
        SUPPORT_TEST(cuts_off_sums_past_the_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
