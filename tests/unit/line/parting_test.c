// SPDX-License-Identifier: MIT
#include "line/parting.h"

#include "made_line.h"

// The runs as they are read, "|" for what parts them.
static const char *parted(support *self, made_line *made) {
    cv_line line = {0};
    for (size_t i = 0; i < made->runs.count; i++) made->runs.items[i].font = support_faces(self)[0];
    cv_runs_order(&made->runs, 0, 0, self->arena);
    line.runs = made->runs;
    cv_line_part(&line, support_faces(self)[0], self->arena);
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 0; i < line.runs.count; i++) {
        const cv_line_run *run = &line.runs.items[i];
        cv_text_add_string(&out, run->stretch->mark == CV_ARTIFACT ? "|" : run->reading);
    }
    return cv_text_string(&out);
}

static void leaves_words_of_one_direction_alone(support *self) {
    made_line line = {.self = self};
    add(&line, "AB CD", 1, 0);
    assert_string_equal(parted(self, &line), "AB CD");
    made_line latin = {.self = self};
    add(&latin, "one ", 0, 0);
    add(&latin, "two", 0, 1);
    assert_string_equal(parted(self, &latin), "one two");
}

static void leaves_single_words_between_others_alone(support *self) {
    made_line line = {.self = self};
    add(&line, "AB ", 1, 0);
    add(&line, "py", 2, 1);
    add(&line, " CD EF", 1, 0);
    assert_string_equal(parted(self, &line), "AB py CD EF");
    made_line latin = {.self = self};
    add(&latin, "one two ", 0, 0);
    add(&latin, "AB", 1, 1);
    add(&latin, " three", 0, 0);
    assert_string_equal(parted(self, &latin), "one two AB three");
}

static void parts_a_phrase_at_its_blanks(support *self) {
    made_line line = {.self = self};
    add(&line, "AB CD ", 1, 0);
    add(&line, "a@b.org", 2, 1);
    add(&line, " EF", 1, 0);
    assert_string_equal(parted(self, &line), "AB CD |a@b.org| EF");
    made_line latin = {.self = self};
    add(&latin, "one two three ", 0, 0);
    add(&latin, "AB CD", 1, 1);
    add(&latin, " four", 0, 0);
    assert_string_equal(parted(self, &latin), "one two three |AB CD |four");
}

static void parts_a_phrase_without_blanks_around_it(support *self) {
    made_line line = {.self = self};
    add(&line, "AB C-", 1, 0);
    add(&line, "Node js", 2, 1);
    assert_string_equal(parted(self, &line), "AB C-|Node js");
}

static void keeps_a_phrase_of_several_looks_together(support *self) {
    made_line line = {.self = self};
    add(&line, "AB ", 1, 0);
    add(&line, "one ", 2, 0);
    add(&line, "two", 2, 1);
    assert_string_equal(parted(self, &line), "AB |one two");
}

// Brackets go with what they enclose: PDFium turns them with it.
static void parts_before_a_bracket(support *self) {
    made_line line = {.self = self};
    add(&line, "one two (", 0, 0);
    add(&line, "AB CD", 1, 1);
    add(&line, ")", 0, 0);
    assert_string_equal(parted(self, &line), "one two |(AB CD)");
}

static void leaves_what_is_read_alike_both_ways_alone(support *self) {
    made_line line = {.self = self};
    add(&line, "AB CD ", 1, 0);
    add(&line, "x", 2, 1);
    assert_string_equal(parted(self, &line), "AB CD x");
}

// As many of either kind are read from left to right.
static void parts_where_neither_direction_prevails(support *self) {
    made_line line = {.self = self};
    add(&line, "AB", 1, 0);
    add(&line, "x", 2, 1);
    assert_string_equal(parted(self, &line), "AB|x");
}

// What stands near one of the last five things drawn and repeats it would be passed over.
static void parts_at_heights_that_take_turns(support *self) {
    made_line made = {.self = self};
    add(&made, "AB CD ", 1, 0);
    add(&made, "x y", 2, 1);
    add(&made, " E ", 1, 0);
    add(&made, "u v", 2, 1);
    for (size_t i = 0; i < made.runs.count; i++) made.runs.items[i].font = support_faces(self)[0];
    made.stretches[0].size = made.stretches[1].size = 10 * CV_POINT;
    cv_runs_order(&made.runs, 0, 0, self->arena);
    cv_line line = {made.runs};
    cv_line_part(&line, support_faces(self)[0], self->arena);
    cv_length last = 0;
    size_t count = 0;
    for (size_t i = 0; i < line.runs.count; i++) {
        const cv_line_run *run = &line.runs.items[i];
        if (run->stretch->mark != CV_ARTIFACT) continue;
        assert_true(run->glyphs[0].y_offset >= 10 * CV_POINT);
        assert_int_not_equal(run->glyphs[0].y_offset, last);
        assert_int_equal(run->width, 0);
        assert_true(cv_run_advance(run) > 0);
        last = run->glyphs[0].y_offset;
        count++;
    }
    assert_int_equal(count, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(leaves_words_of_one_direction_alone),
        SUPPORT_TEST(leaves_single_words_between_others_alone),
        SUPPORT_TEST(parts_a_phrase_at_its_blanks),
        SUPPORT_TEST(parts_a_phrase_without_blanks_around_it),
        SUPPORT_TEST(parts_before_a_bracket),
        SUPPORT_TEST(leaves_what_is_read_alike_both_ways_alone),
        SUPPORT_TEST(parts_where_neither_direction_prevails),
        SUPPORT_TEST(keeps_a_phrase_of_several_looks_together),
        SUPPORT_TEST(parts_at_heights_that_take_turns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
