// SPDX-License-Identifier: MIT
#include "line/direction_marks.h"

#include "base/unicode.h"
#include "made_line.h"

// The line as it is seen, ">" for U+200E and "<" for U+200F, capitals for Hebrew letters.
static const char *marked(support *self, made_line *made, bool is_right_to_left) {
    cv_runs_order(&made->runs, 0, 0, self->arena);
    cv_line line = {made->runs};
    cv_line_mark_directions(&line, is_right_to_left, self->arena);
    char *seen[100] = {0};
    for (size_t i = 0; i < line.runs.count; i++) {
        const cv_line_run *run = &line.runs.items[i];
        for (uint32_t j = 0; j < run->count; j++) {
            cv_text_builder out = {.arena = self->arena};
            const char *at = run->replacement ? run->replacement : run->glyphs[j].text;
            const char *end = at + (run->replacement ? strlen(at) : run->glyphs[j].text_size);
            while (at < end) {
                uint32_t c = cv_utf8_next(&at);
                if (c >= 0x5D0 && c < 0x5EA) c = 'A' + c - 0x5D0;
                if (c == 0x200E) c = '>';
                if (c == 0x200F) c = '<';
                cv_text_add_code_point(&out, c);
            }
            seen[run->x / CV_POINT + (cv_length)j] = (char *)cv_text_string(&out);
        }
    }
    cv_text_builder whole = {.arena = self->arena};
    for (size_t i = 0; seen[i]; i++) cv_text_add_string(&whole, seen[i]);
    return cv_text_string(&whole);
}

static void leaves_letters_of_one_direction_alone(support *self) {
    made_line latin = {.self = self};
    add(&latin, "one (two), 3.", 0, 0);
    assert_string_equal(marked(self, &latin, false), "one (two), 3.");
    made_line hebrew = {.self = self};
    add(&hebrew, "AB CD", 1, 0);
    assert_string_equal(marked(self, &hebrew, true), "DC BA");
}

// A comma is a section of its own, from left to right, with all that follows up to a letter.
static void closes_a_sign_of_numbers(support *self) {
    made_line line = {.self = self};
    add(&line, "AB, CD.", 1, 0);
    assert_string_equal(marked(self, &line, true), ".DC <,BA");
}

static void keeps_signs_apart_from_numbers(support *self) {
    made_line line = {.self = self};
    add(&line, "A-", 1, 0);
    add(&line, "12", 2, 1);
    add(&line, " B", 1, 0);
    assert_string_equal(marked(self, &line, true), "B< <12<-A");
}

static void keeps_a_sign_in_the_phrase_that_it_begins(support *self) {
    made_line line = {.self = self};
    add(&line, "A ", 1, 0);
    add(&line, "\"xy\"", 2, 1);
    assert_string_equal(marked(self, &line, true), "\"xy\">< A");
}

// PDFium would turn them: each is by itself, as if it ran from left to right.
static void marks_brackets_from_right_to_left(support *self) {
    made_line line = {.self = self};
    add(&line, "A (B) C", 1, 0);
    assert_string_equal(marked(self, &line, true), "C <)>B(> A");
    made_line phrase = {.self = self};
    add(&phrase, "(", 1, 0);
    add(&phrase, "xy", 2, 1);
    add(&phrase, ")", 1, 0);
    assert_string_equal(marked(self, &phrase, true), ")><xy<(>");
}

static void ends_a_phrase_from_right_to_left(support *self) {
    made_line line = {.self = self};
    add(&line, "x (", 0, 0);
    add(&line, "AB CD", 1, 1);
    add(&line, ") y", 0, 0);
    assert_string_equal(marked(self, &line, false), "x (DC BA>) y");
}

// Nothing helps a sign of numbers there; what follows it is turned again.
static void turns_what_follows_a_sign_of_numbers(support *self) {
    made_line line = {.self = self};
    add(&line, "A; \"B\",", 1, 0);
    add(&line, " x", 0, 1);
    assert_string_equal(marked(self, &line, false), ",<\"B\" ;A> x");
}

static void parts_the_texts_of_a_row(support *self) {
    made_line row = {.self = self};
    add(&row, "AB", 1, 0);
    add(&row, " ", 0, 1);
    row.runs.items[1].replacement = "  ";
    add(&row, "CD", 1, 0);
    assert_string_equal(marked(self, &row, false), "BA>  DC");
    made_line mirrored = {.self = self};
    add(&mirrored, "ab", 2, 0);
    add(&mirrored, " ", 1, 1);
    mirrored.runs.items[1].replacement = "  ";
    add(&mirrored, "cd", 2, 0);
    assert_string_equal(marked(self, &mirrored, true), "cd  <ab");
}

static void leaves_a_bullet_and_plain_blanks_at_the_end_alone(support *self) {
    made_line line = {.self = self};
    add(&line, "*", 2, 0);
    add(&line, " ", 1, 0);
    add(&line, "xy", 2, 1);
    add(&line, " ", 1, 0);
    line.runs.items[3].width = 0; // as at the end of a line: it stays as it is
    assert_string_equal(marked(self, &line, true), " xy< *");
}

// A blank with a mark is a character, and would be read before what it follows.
static void closes_the_last_sign_before_a_bound_blank(support *self) {
    made_line line = {.self = self};
    add(&line, "A, ", 1, 0);
    assert_string_equal(marked(self, &line, true), "< <,A");
}

// Runs that were joined, with the numbers among their letters.
static void knows_numbers_in_joined_runs(support *self) {
    made_line line = {.self = self};
    add(&line, "A ", 1, 0);
    add(&line, "12", 2, 0);
    add(&line, " B", 1, 0);
    assert_string_equal(marked(self, &line, true), "B <12 A");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(leaves_letters_of_one_direction_alone),
        SUPPORT_TEST(closes_a_sign_of_numbers),
        SUPPORT_TEST(keeps_signs_apart_from_numbers),
        SUPPORT_TEST(keeps_a_sign_in_the_phrase_that_it_begins),
        SUPPORT_TEST(marks_brackets_from_right_to_left),
        SUPPORT_TEST(ends_a_phrase_from_right_to_left),
        SUPPORT_TEST(turns_what_follows_a_sign_of_numbers),
        SUPPORT_TEST(parts_the_texts_of_a_row),
        SUPPORT_TEST(leaves_a_bullet_and_plain_blanks_at_the_end_alone),
        SUPPORT_TEST(closes_the_last_sign_before_a_bound_blank),
        SUPPORT_TEST(knows_numbers_in_joined_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
