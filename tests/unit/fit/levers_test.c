// SPDX-License-Identifier: MIT
#include "fit/levers.h"

#include "support.h"

static cv_style classic(void) {
    return (cv_style){
        .page = {.width = 595 * CV_POINT,
                 .height = 842 * CV_POINT,
                 .margin_top = 48 * CV_POINT,
                 .margin_right = 68 * CV_POINT,
                 .margin_bottom = 48 * CV_POINT,
                 .margin_left = 68 * CV_POINT},
        .font = {.family = "Lato", .size = 21 * CV_POINT / 2, .leading = 27 * CV_POINT / 2},
        .header = {.name_size = 22 * CV_POINT,
                   .name_leading = 27 * CV_POINT,
                   .headline_size = 11 * CV_POINT,
                   .contact_size = 10 * CV_POINT,
                   .leading = 27 * CV_POINT / 2,
                   .space_below = 27 * CV_POINT},
        .headings = {.size = 11 * CV_POINT,
                     .space_above = 27 * CV_POINT,
                     .space_below = 81 * CV_POINT / 4},
        .entry = {.space = 81 * CV_POINT / 4, .item_space = 27 * CV_POINT / 4},
    };
}

static cv_levers levers_of(support *self, const cv_style *base, cv_length min_size) {
    return cv_levers_of(base, support_faces(self)[0], min_size);
}

static void leaves_the_style_alone_at_no_step(support *self) {
    cv_style base = classic();
    cv_levers levers = levers_of(self, &base, 0);
    cv_style pulled = cv_levers_pull(&levers, 0, 0);
    assert_memory_equal(&pulled, &base, sizeof base);
}

static void never_passes_a_floor(support *self) {
    cv_style base = classic();
    cv_levers levers = levers_of(self, &base, 0);
    const cv_font *font = levers.font;
    for (int lines = 0; lines <= CV_TIGHTEST_LINES; lines++)
        for (int gaps = 0; gaps <= CV_TIGHTEST_GAPS; gaps++) {
            cv_style style = cv_levers_pull(&levers, lines, gaps);
            cv_length size = style.font.size, leading = style.font.leading;
            cv_length x_height = cv_font_scale(font, font->x_height, size);
            assert_true(x_height >= 9 * CV_POINT / 2 - 1);
            assert_true(leading >= cv_length_scale(x_height, 24, 10) - 1);
            assert_true(style.entry.space >= cv_length_scale(leading, 145, 100) - 1);
            assert_true(leading + style.entry.item_space >= cv_length_scale(leading, 145, 100) - 1);
            assert_true(style.headings.space_above >= style.entry.space);
            assert_true(style.page.margin_left >= 36 * CV_POINT); // 13 mm are 36.85 pt
            assert_true(style.page.margin_top >= 36 * CV_POINT);
            assert_true(
                style.header.name_size >=
                cv_length_scale(cv_length_scale(22 * CV_POINT, size, base.font.size), 84, 100));
        }
}

static void tightens_from_step_to_step(support *self) {
    cv_style base = classic();
    cv_levers levers = levers_of(self, &base, 0);
    cv_style before = base;
    for (int gaps = 1; gaps <= CV_TIGHTEST_GAPS; gaps++) {
        cv_style style = cv_levers_pull(&levers, 0, gaps);
        assert_true(style.headings.space_above <= before.headings.space_above);
        assert_true(style.entry.space <= before.entry.space);
        assert_true(style.font.leading <= before.font.leading);
        assert_int_equal(style.font.size, base.font.size);
        before = style;
    }
    assert_true(before.headings.space_above < base.headings.space_above);
    assert_true(before.font.leading < base.font.leading);
}

static void keeps_lines_within_a_hundred_and_ten_characters(support *self) {
    cv_style base = classic();
    cv_levers levers = levers_of(self, &base, 0);
    cv_length narrow = cv_levers_pull(&levers, 3, 0).page.margin_left;
    cv_length small = cv_levers_pull(&levers, 6, 0).page.margin_left;
    assert_true(narrow < base.page.margin_left);
    assert_true(small > narrow);         // small type grows its margins back
    assert_true(small <= 80 * CV_POINT); // 28 mm are 79.37 pt
}

static void honours_the_size_of_the_person(support *self) {
    cv_style base = classic();
    cv_levers levers = levers_of(self, &base, 10 * CV_POINT);
    for (int lines = 0; lines <= CV_TIGHTEST_LINES; lines++)
        assert_true(cv_levers_pull(&levers, lines, 0).font.size >= 10 * CV_POINT);
    assert_int_equal(cv_levers_pull(&levers, CV_TIGHTEST_LINES, 0).font.size, 10 * CV_POINT);
}

static void loosens_within_its_ceilings(support *self) {
    cv_style base = classic();
    cv_levers levers = levers_of(self, &base, 0);
    cv_style style = cv_levers_pull(&levers, CV_LOOSEST_LINES, CV_LOOSEST_GAPS);
    assert_int_equal(style.font.size, 23 * CV_POINT / 2);
    assert_true(style.font.leading <= cv_length_scale(style.font.size, 140, 100) + 1);
    assert_true(style.font.leading > base.font.leading);
    assert_true(style.page.margin_left <= 80 * CV_POINT);
    assert_true(style.page.margin_left > base.page.margin_left);
    assert_true(style.entry.space > base.entry.space);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(leaves_the_style_alone_at_no_step),
        SUPPORT_TEST(never_passes_a_floor),
        SUPPORT_TEST(tightens_from_step_to_step),
        SUPPORT_TEST(keeps_lines_within_a_hundred_and_ten_characters),
        SUPPORT_TEST(honours_the_size_of_the_person),
        SUPPORT_TEST(loosens_within_its_ceilings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
