// SPDX-License-Identifier: MIT
#include "pdf/syntax.h"

#include "support.h"

static void writes_decimals_without_idle_digits(support *self) {
    static const struct {
        int64_t value, unit;
        unsigned digits;
        const char *text;
    } cases[] = {
        {0, 1, 4, "0"},
        {5, 1, 4, "5"},
        {1000, 1, 0, "1000"},
        {-7, 2, 4, "-3.5"},
        {1, 2, 4, ".5"},
        {-1, 2, 4, "-.5"},
        {1, 2, 0, "1"}, // half away from zero
        {-1, 2, 0, "-1"},
        {1, 3, 4, ".3333"},
        {2, 3, 4, ".6667"},
        {1, 20000, 4, ".0001"},
        {1, 20001, 4, "0"},
        {-1, 20001, 4, "0"}, // never "-0"
        {99999, 100000, 4, "1"},
        {10 * CV_POINT + 1, CV_POINT, 4, "10"},
        {655 * CV_POINT, (int64_t)2048 * CV_POINT, 8, ".31982422"},
        {INT64_C(-2147483648), CV_POINT, 4, "-32768"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_text_builder out = {.arena = self->arena};
        cv_pdf_add_decimal(&out, cases[i].value, cases[i].unit, cases[i].digits);
        assert_string_equal(cv_text_string(&out), cases[i].text);
    }
}

static void writes_text_strings_in_the_shorter_encoding(support *self) {
    static const struct {
        const char *text, *written;
        size_t size;
    } cases[] = {
        {"", "()", 0},
        {"Research", "(Research)", 8},
        {"a (b) \\c", "(a \\(b\\) \\\\c)", 8},
        {"Zoë", "<FEFF005A006F00EB>", 8},
        {"a\nb", "<FEFF0061000A0062>", 8},
        {"a\x7F", "<FEFF0061007F>", 6},
        {"\xF0\x9F\x98\x80", "<FEFFD83DDE00>", 6}, // U+1F600
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_text_builder out = {.arena = self->arena};
        cv_pdf_add_text(&out, cases[i].text);
        assert_string_equal(cv_text_string(&out), cases[i].written);
        assert_int_equal(cv_pdf_text_size(cases[i].text), cases[i].size);
    }
}

static void writes_addresses_in_ascii(support *self) {
    static const struct {
        const char *uri, *written;
        size_t size;
    } cases[] = {
        {"https://a.example/b?c=d&e#f", "(https://a.example/b?c=d&e#f)", 27},
        {"https://a.example/(x)", "(https://a.example/\\(x\\))", 21},
        {"https://a.example/%41", "(https://a.example/%41)", 21}, // not encoded twice
        {"https://a.example/é", "(https://a.example/%C3%A9)", 24},
        {"https://a.example/a b\\", "(https://a.example/a%20b%5C)", 26},
        {"https://a.example/\x7F", "(https://a.example/%7F)", 21},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_text_builder out = {.arena = self->arena};
        cv_pdf_add_uri(&out, cases[i].uri);
        assert_string_equal(cv_text_string(&out), cases[i].written);
        assert_int_equal(cv_pdf_uri_size(cases[i].uri), cases[i].size);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(writes_decimals_without_idle_digits),
        SUPPORT_TEST(writes_text_strings_in_the_shorter_encoding),
        SUPPORT_TEST(writes_addresses_in_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
