// SPDX-License-Identifier: MIT
#include "line/run_order.h"

#include "made_line.h"

// "at:glyphs" of each run, in the order of drawing.
static const char *drawn(const made_line *line) {
    cv_text_builder out = {.arena = line->self->arena};
    for (size_t i = 0; i < line->runs.count; i++) {
        const cv_line_run *run = &line->runs.items[i];
        cv_text_add(&out, "%s%d:", i ? " " : "", (int)(run->x / CV_POINT));
        for (uint32_t j = 0; j < run->count; j++) cv_text_add_char(&out, (char)run->glyphs[j].id);
    }
    return cv_text_string(&out);
}

static void draws_what_looks_alike_in_one_go(support *self) {
    made_line line = {.self = self};
    add(&line, "AB", 1, 0);
    add(&line, "12", 2, 0);
    add(&line, "CD", 1, 0);
    cv_runs_order(&line.runs, 0, 0, self->arena);
    assert_string_equal(drawn(&line), "0:DC12BA");
    assert_string_equal(line.runs.items[0].reading, "AB12CD");
}

static void draws_other_looks_in_the_order_of_reading(support *self) {
    made_line line = {.self = self};
    add(&line, "AB", 1, 0);
    add(&line, "py", 2, 1);
    add(&line, "CD", 1, 0);
    cv_runs_order(&line.runs, 0, 10 * CV_POINT, self->arena);
    assert_string_equal(drawn(&line), "14:BA 12:py 10:DC");
}

static void draws_signs_without_letters_one_by_one(support *self) {
    made_line line = {.self = self};
    add(&line, "py", 2, 1);
    add(&line, ".)", 1, 0);
    cv_runs_order(&line.runs, 0, 0, self->arena);
    assert_string_equal(drawn(&line), "2:py 1:. 0:)");
}

static void tells_that_text_goes_on_after_a_blank(support *self) {
    made_line line = {.self = self};
    add(&line, "AB ", 1, 0);
    add(&line, "py", 2, 1);
    cv_runs_order(&line.runs, 0, 0, self->arena);
    assert_string_equal(drawn(&line), "2: BA 0:py");
    const cv_glyph *blank = &line.runs.items[0].glyphs[0];
    assert_string_equal(cv_copy(self->arena, blank->text, blank->text_size), "\u200F ");
}

static void leaves_text_from_left_to_right_as_it_is(support *self) {
    made_line line = {.self = self};
    add(&line, "one ", 0, 0);
    add(&line, "AB", 1, 1);
    add(&line, " two", 0, 0);
    cv_runs_order(&line.runs, 0, 0, self->arena);
    assert_string_equal(drawn(&line), "0:one  4:BA 6: two");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(draws_what_looks_alike_in_one_go),
        SUPPORT_TEST(draws_other_looks_in_the_order_of_reading),
        SUPPORT_TEST(draws_signs_without_letters_one_by_one),
        SUPPORT_TEST(tells_that_text_goes_on_after_a_blank),
        SUPPORT_TEST(leaves_text_from_left_to_right_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
