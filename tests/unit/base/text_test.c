// SPDX-License-Identifier: MIT
#include "base/text.h"

#include "support.h"

static const char *quoted(support *self, const char *string) {
    cv_text_builder text = {.arena = self->arena};
    cv_text_add_quoted(&text, string);
    return cv_text_string(&text);
}

static void quotes_what_would_not_show_as_it_stands(support *self) {
    static const struct {
        const char *text, *quoted;
    } cases[] = {
        {"", "\"\""},
        {"plain é €", "\"plain é €\""},
        {"a\"b\\c", "\"a\\\"b\\\\c\""},
        {"line\nnext\ttab", "\"line\\nnext\\ttab\""},
        {"\r\x1B\x7F", "\"\\u{000D}\\u{001B}\\u{007F}\""},
        {"no\u00A0break", "\"no\\u{00A0}break\""},
        {"soft\u00ADhyphen", "\"soft\\u{00AD}hyphen\""},
        {"\u2009\u200B\u200D", "\"\\u{2009}\\u{200B}\\u{200D}\""},
        {"\u202Ereversed\u202C", "\"\\u{202E}reversed\\u{202C}\""},
        {"\u2066isolated\u2069", "\"\\u{2066}isolated\\u{2069}\""},
        {"a\u034Fb\u061Cc", "\"a\\u{034F}b\\u{061C}c\""},
        {"\uFEFF\u3000", "\"\\u{FEFF}\\u{3000}\""},
        {"\u2010\u2013\u2026\u2030", "\"\u2010\u2013\u2026\u2030\""},
        {"\U0001F600", "\"\U0001F600\""},
        {"\U000E0041", "\"\\u{E0041}\""}, // a tag character: nothing to see
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(quoted(self, cases[i].text), cases[i].quoted);
}

static void writes_lengths_with_two_decimals_rounded_half_away_from_zero(support *self) {
    static const struct {
        cv_length length;
        const char *text;
    } cases[] = {
        {0, "0.00"},
        {CV_POINT, "1.00"},
        {-CV_POINT / 2, "-0.50"},
        {CV_POINT / 8, "0.13"}, // 0.125
        {-CV_POINT / 8, "-0.13"},
        {CV_POINT * 3 / 8, "0.38"},
        {327, "0.00"},  // 0.00499
        {328, "0.01"},  // 0.00500
        {-327, "0.00"}, // no minus before a zero
        {-328, "-0.01"},
        {27 * CV_POINT / 2, "13.50"},
        {65535, "1.00"}, // 0.99998
        {INT32_MAX, "32768.00"},
        {INT32_MIN, "-32768.00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_text_builder text = {.arena = self->arena};
        cv_text_add_length(&text, cases[i].length);
        assert_string_equal(cv_text_string(&text), cases[i].text);
    }
}

static void builds_a_string_of_any_size(support *self) {
    cv_text_builder text = {.arena = self->arena};
    assert_string_equal(cv_text_string(&text), "");
    cv_text_add_string(&text, "");
    cv_text_add_bytes(&text, NULL, 0);
    assert_string_equal(cv_text_string(&text), "");
    char expected[5001] = "";
    for (int i = 0; i < 1000; i++) {
        cv_text_add(&text, "%04d", i);
        cv_text_add_char(&text, ',');
        snprintf(expected + 5 * i, sizeof expected - 5 * (size_t)i, "%04d,", i);
        assert_int_equal(strlen(cv_text_string(&text)), text.size);
    }
    assert_string_equal(cv_text_string(&text), expected);
}

static void adds_a_text_of_exactly_the_room_that_is_left(support *self) {
    for (size_t size = 1; size < 200; size++) {
        cv_text_builder text = {.arena = self->arena};
        char piece[200];
        memset(piece, 'x', size);
        cv_text_add_bytes(&text, piece, size);
        cv_text_add_bytes(&text, piece, size);
        assert_int_equal(strlen(cv_text_string(&text)), 2 * size);
        assert_true(text.room > text.size);
    }
}

static void adds_code_points_as_utf8(support *self) {
    cv_text_builder text = {.arena = self->arena};
    static const uint32_t code_points[] = {'a',   0x7F,   0x80,    0x7FF,
                                           0x800, 0xFFFD, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < sizeof code_points / sizeof *code_points; i++)
        cv_text_add_code_point(&text, code_points[i]);
    assert_string_equal(cv_text_string(&text), "a\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBD"
                                               "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
}

static void formats_texts_longer_than_any_buffer(support *self) {
    char *long_text = cv_format(self->arena, "%0*d", 10000, 7);
    assert_int_equal(strlen(long_text), 10000);
    assert_string_equal(long_text + 9995, "00007");
    assert_string_equal(cv_format(self->arena, "%s", ""), "");
}

static void copies_with_a_nul_behind(support *self) {
    assert_string_equal(cv_copy(self->arena, "abcdef", 3), "abc");
    assert_string_equal(cv_copy(self->arena, NULL, 0), "");
    const char *text = "same";
    char *copy = cv_copy_string(self->arena, text);
    assert_string_equal(copy, text);
    assert_ptr_not_equal(copy, text);
}

static void collapses_blanks(support *self) {
    static const struct {
        const char *text, *line;
    } cases[] = {
        {"", ""},
        {"a", "a"},
        {"a b", "a b"},
        {" \t a \r\n b", "a b"},
        {"a \n", "a"},
        {"\n \t\r", ""},
        {"a\u00A0 b ", "a\u00A0 b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(cv_collapse_blanks(self->arena, cases[i].text), cases[i].line);
}

static void compares_texts(support *self) {
    (void)self;
    assert_true(cv_equal(NULL, NULL));
    assert_false(cv_equal(NULL, ""));
    assert_false(cv_equal("", NULL));
    assert_true(cv_equal("a", "a"));
    assert_false(cv_equal("a", "A"));

    assert_true(cv_equal_ignoring_case("Lato", "LATO"));
    assert_false(cv_equal_ignoring_case("Lato", "Lat"));
    assert_false(cv_equal_ignoring_case("Lat", "Lato"));
    assert_false(cv_equal_ignoring_case("É", "é")); // ASCII only
    assert_false(cv_equal_ignoring_case("@", "`")); // differ in the same bit as letters do
    assert_false(cv_equal_ignoring_case("[", "{"));

    assert_true(cv_starts_with("https://", "http"));
    assert_true(cv_starts_with("a", ""));
    assert_false(cv_starts_with("ht", "http"));
    assert_true(cv_starts_with_ignoring_case("HTTP://x", "http://"));
    assert_false(cv_starts_with_ignoring_case("HTT", "http"));

    assert_true(cv_ends_with("a.pdf", ".pdf"));
    assert_true(cv_ends_with(".pdf", ".pdf"));
    assert_true(cv_ends_with("a", ""));
    assert_false(cv_ends_with("pdf", ".pdf"));
    assert_false(cv_ends_with("a.PDF", ".pdf"));
}

static void knows_ascii_classes_only(support *self) {
    (void)self;
    for (int byte = 0; byte < 256; byte++) {
        char c = (char)byte;
        assert_int_equal(cv_is_digit(c), byte >= '0' && byte <= '9');
        bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        assert_int_equal(cv_is_letter(c), is_letter);
        assert_int_equal(cv_is_blank(c), byte && strchr(" \t\n\r", byte) != NULL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(quotes_what_would_not_show_as_it_stands),
        SUPPORT_TEST(writes_lengths_with_two_decimals_rounded_half_away_from_zero),
        SUPPORT_TEST(builds_a_string_of_any_size),
        SUPPORT_TEST(adds_a_text_of_exactly_the_room_that_is_left),
        SUPPORT_TEST(adds_code_points_as_utf8),
        SUPPORT_TEST(formats_texts_longer_than_any_buffer),
        SUPPORT_TEST(copies_with_a_nul_behind),
        SUPPORT_TEST(collapses_blanks),
        SUPPORT_TEST(compares_texts),
        SUPPORT_TEST(knows_ascii_classes_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
