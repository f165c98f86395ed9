// SPDX-License-Identifier: MIT
#include "command/cell.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct expectation {
    const char *bytes;
    size_t size, columns;
    const char *text;
} expectation;

static void check(const expectation *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const unsigned char *bytes = (const unsigned char *)cases[i].bytes;
        size_t length = strlen(cases[i].bytes);
        cv_cell cell = cv_cell_read(bytes, length ? length : 1); // "" stands for a zero byte
        assert_string_equal(cell.text, cases[i].text);
        assert_int_equal(cell.size, cases[i].size);
        assert_int_equal(cell.columns, cases[i].columns);
    }
}
#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void shows_letters_as_they_are(void **state) {
    (void)state;
    static const expectation cases[] = {
        {"ab", 1, 1, "a"},
        {"\\", 1, 1, "\\"},
        {"é", 2, 1, "é"},
        {"€", 3, 1, "€"},
        {"日本", 3, 2, "日"},
        {"\xCC\x81", 2, 0, "\xCC\x81"}, // combining acute
        {"\xF0\x9F\x98\x80", 4, 2, "\xF0\x9F\x98\x80"},
        {"\xF4\x8F\xBF\xBD", 4, 1, "\xF4\x8F\xBF\xBD"}, // the last private one
    };
    CHECK(cases);
}

static void shows_what_a_terminal_obeys_in_words(void **state) {
    (void)state;
    static const expectation cases[] = {
        {"", 1, 4, "\\x00"},
        {"\x1B[31m", 1, 4, "\\x1B"},
        {"\n", 1, 4, "\\x0A"},
        {"\t", 1, 4, "\\x09"},
        {"\x7F", 1, 4, "\\x7F"},
        {"\xC2\x9B", 2, 8, "\\u{009B}"},     // CSI
        {"\xE2\x80\xAE", 3, 8, "\\u{202E}"}, // right-to-left override
        {"\xE2\x81\xA6", 3, 8, "\\u{2066}"},
        {"\xE2\x80\xA8", 3, 8, "\\u{2028}"}, // line separator
        {"\xEF\xBB\xBF", 3, 8, "\\u{FEFF}"},
        {"\xF3\xA0\x80\x81", 4, 9, "\\u{E0001}"},
    };
    CHECK(cases);
}

static void shows_bytes_that_are_not_utf8_one_by_one(void **state) {
    (void)state;
    static const expectation cases[] = {
        {"\x80", 1, 4, "\\x80"},
        {"\xFF", 1, 4, "\\xFF"},
        {"\xC3", 1, 4, "\\xC3"},                 // cut off
        {"\xC3(", 1, 4, "\\xC3"},                // not continued
        {"\xE2\x82", 1, 4, "\\xE2"},             // cut off
        {"\xC0\x80", 1, 4, "\\xC0"},             // overlong
        {"\xE0\x80\xAF", 1, 4, "\\xE0"},         // overlong
        {"\xED\xA0\x80", 1, 4, "\\xED"},         // surrogate
        {"\xF4\x90\x80\x80", 1, 4, "\\xF4"},     // past the last
        {"\xF8\x88\x80\x80\x80", 1, 4, "\\xF8"}, // five bytes
    };
    CHECK(cases);
}

static void never_lets_a_control_byte_through(void **state) {
    (void)state;
    for (unsigned first = 0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++) {
            unsigned char bytes[] = {(unsigned char)first, (unsigned char)second};
            cv_cell cell = cv_cell_read(bytes, sizeof bytes);
            assert_in_range(cell.size, 1, 2);
            for (const char *at = cell.text; *at; at++)
                assert_true((unsigned char)*at >= 0x20 && *at != 0x7F);
        }
}

// Whatever the bytes are.
static void check_harmless(const cv_cell *cell, size_t size) {
    assert_true(cell->size > 0 && cell->size <= size);
    assert_true(strlen(cell->text) < sizeof cell->text);
    for (const char *at = cell->text; *at; at++)
        assert_true((unsigned char)*at >= 0x20 && *at != 0x7F);
}

static size_t encode(uint32_t code_point, unsigned char *bytes) {
    size_t size = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size; i-- > 1; code_point >>= 6)
        bytes[i] = (unsigned char)(0x80 | (code_point & 0x3F));
    bytes[0] = (unsigned char)(leads[size] | code_point);
    return size;
}

static bool is_escaped(uint32_t code_point) {
    unsigned char bytes[4];
    size_t size = encode(code_point, bytes);
    cv_cell cell = cv_cell_read(bytes, size);
    check_harmless(&cell, size);
    return cell.text[0] == '\\' && code_point != '\\';
}

static void shows_every_control_character_in_words(void **state) {
    (void)state;
    static const uint32_t others[] = {0xAD,   0x61C,  0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
                                      0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xE0001};
    for (uint32_t c = 0; c < 0x20; c++) assert_true(is_escaped(c));
    for (uint32_t c = 0x7F; c < 0xA0; c++) assert_true(is_escaped(c));
    for (uint32_t c = 0x202A; c <= 0x202E; c++) assert_true(is_escaped(c));
    for (uint32_t c = 0xD800; c <= 0xDFFF; c++) assert_true(is_escaped(c));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) assert_true(is_escaped(others[i]));
    for (uint32_t c = 0x20; c < 0x7F; c++) assert_false(is_escaped(c));
    for (uint32_t c = 0xA0; c <= 0x10FFFF; c++) is_escaped(c); // and none does harm
}

static void takes_any_bytes_to_their_end(void **state) {
    (void)state;
    uint32_t random = 1;
    unsigned char bytes[64];
    for (int round = 0; round < 20000; round++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            random = random * 1664525 + 1013904223;
            bytes[i] = (unsigned char)(random >> 24);
        }
        for (size_t at = 0; at < sizeof bytes;) {
            cv_cell cell = cv_cell_read(bytes + at, sizeof bytes - at);
            check_harmless(&cell, sizeof bytes - at);
            at += cell.size;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_every_control_character_in_words),
        cmocka_unit_test(takes_any_bytes_to_their_end),
        cmocka_unit_test(shows_letters_as_they_are),
        cmocka_unit_test(shows_what_a_terminal_obeys_in_words),
        cmocka_unit_test(shows_bytes_that_are_not_utf8_one_by_one),
        cmocka_unit_test(never_lets_a_control_byte_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
