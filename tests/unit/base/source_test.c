// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/source.h"

static cv_source source_of(const char *text) {
    return (cv_source){"in", {(const unsigned char *)text, strlen(text)}};
}

static void locates_lines_and_columns(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t offset, line, column;
        const char *excerpt;
    } places[] = {
        {"ab\ncd", 0, 1, 1, "ab"},
        {"ab\ncd", 1, 1, 2, "ab"},
        {"ab\ncd", 2, 1, 3, "ab"}, // the line end belongs to its line
        {"ab\ncd", 3, 2, 1, "cd"},
        {"ab\ncd", 5, 2, 3, "cd"},
        {"ab\ncd", 99, 2, 3, "cd"}, // past the end is the end
        {"ab\n", 3, 2, 1, ""},
        {"ab\r\ncd", 2, 1, 3, "ab"},
        {"ab\r\ncd", 4, 2, 1, "cd"},
        {"ab\rcd", 3, 2, 1, "cd"},
        {"a\r\rb", 3, 3, 1, "b"},
        {"a\n\rb", 3, 3, 1, "b"},
        {"a\r", 2, 2, 1, ""},
        {"\xC3\xA9\xF0\x9F\x98\x80x", 6, 1, 3, "\xC3\xA9\xF0\x9F\x98\x80x"},
        {"\xC3\xA9\n\tx", 4, 2, 2, "\tx"}, // a tab is one column
        {"\xEF\xBB\xBF"
         "ab\nc",
         3, 1, 1, "ab"}, // a byte-order mark is none
        {"\xEF\xBB\xBF"
         "ab\nc",
         0, 1, 1, "ab"},
        {"\xEF\xBB\xBF"
         "ab\nc",
         6, 2, 1, "c"},
        {"", 0, 1, 1, ""},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        cv_source source = source_of(places[i].text);
        cv_place place = cv_source_locate(&source, places[i].offset);
        assert_int_equal(place.line, places[i].line);
        assert_int_equal(place.column, places[i].column);
        assert_int_equal(place.excerpt.size, strlen(places[i].excerpt));
        assert_memory_equal(place.excerpt.data, places[i].excerpt, place.excerpt.size);
    }
}

static void locates_in_no_bytes_at_all(void **state) {
    (void)state;
    cv_source source = {"in", {NULL, 0}};
    cv_place place = cv_source_locate(&source, 7);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 1);
    assert_int_equal(place.excerpt.size, 0);
}

static void narrows_to_the_first_literal_occurrence(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t begin, end;
        const char *wanted;
        uint32_t narrow_begin, narrow_end;
    } cases[] = {
        {"a: b c b c", 0, 10, "b c", 3, 6},
        {"a: b c b c", 4, 10, "b c", 7, 10},
        {"a: b c b c", 4, 9, "b c", 4, 9},     // ends outside
        {"a: \"\\u0062\"", 3, 11, "b", 3, 11}, // written with an escape
        {"a: b", 3, 4, "", 3, 4},
        {"a: b", 3, 90, "c", 3, 90}, // a span past the end
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_source source = source_of(cases[i].text);
        cv_span span = {5, cases[i].begin, cases[i].end};
        cv_span narrow = cv_source_narrow(&source, span, cases[i].wanted);
        assert_int_equal(narrow.source, 5);
        assert_int_equal(narrow.begin, cases[i].narrow_begin);
        assert_int_equal(narrow.end, cases[i].narrow_end);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(locates_lines_and_columns),
        cmocka_unit_test(locates_in_no_bytes_at_all),
        cmocka_unit_test(narrows_to_the_first_literal_occurrence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
