// SPDX-License-Identifier: MIT
#include "source/fixture.h"

static const char *code_of(const void *bytes, size_t size) {
    fixture *self = fixture_read_bytes(bytes, size);
    const char *code = fixture_code(self);
    fixture_destroy(self);
    return code;
}

static void refuses_each_control_character_raw(void **state) {
    (void)state;
    for (unsigned c = 0; c < 0xA0; c++) {
        char text[] = "a: \"x?y\"\n";
        if (c >= 0x20 && c < 0x7F) continue;
        char wide[] = "a: \"x??y\"\n";
        wide[5] = (char)0xC2;
        wide[6] = (char)c;
        text[5] = (char)c;
        bool is_allowed = c == '\t' || c == '\n' || c == '\r';
        const char *code = c < 0x80 ? code_of(text, 9) : code_of(wide, 10);
        assert_string_equal(code, is_allowed ? "" : "CV003");
    }
}

static void refuses_each_control_character_escaped(void **state) {
    (void)state;
    for (unsigned c = 0; c < 0xA0; c++) {
        if (c >= 0x20 && c < 0x7F) continue;
        bool is_allowed = c == '\t' || c == '\n' || c == '\r';
        static const char digits[] = "0123456789abcdef";
        char text[] = "a: \"x\\x??y\"\n";
        text[7] = digits[c >> 4];
        text[8] = digits[c & 15];
        assert_string_equal(code_of(text, strlen(text)), is_allowed ? "" : "CV003");
    }
    assert_findings("a: b\nc: \"\\e[31m\"\n",
                    "2:4 CV003 \"\\e[31m\"|control character U+001B cannot stand in a text|remove "
                    "it\n");
    assert_dump("a: \"x\\0y\"\n", "1:1 map\n  1:4 \"a\": text \"xy\"\n");
}

static void refuses_what_yaml_1_1_takes_for_line_ends(void **state) {
    (void)state;
    assert_findings("a: x\xE2\x80\xA8y\nb: z\xE2\x80\xA9\n",
                    "1:5 CV003 \xE2\x80\xA8|control character U+2028 LINE SEPARATOR cannot stand "
                    "in a text|remove it\n"
                    "2:5 CV003 \xE2\x80\xA9|control character U+2029 PARAGRAPH SEPARATOR cannot "
                    "stand in a text|remove it\n");
    assert_string_equal(code_of("a: \"\\N\"", 7), "CV003");
    assert_string_equal(code_of("a: \"\\L\"", 7), "CV003");
}

static void skips_a_byte_order_mark_but_only_at_the_beginning(void **state) {
    (void)state;
    assert_dump("\xEF\xBB\xBF"
                "a: b\n",
                "1:1 map\n  1:4 \"a\": plain \"b\"\n");
    assert_string_equal(code_of("a: \xEF\xBB\xBF\n", 7), "CV003");
}

static void reports_control_characters_and_goes_on(void **state) {
    (void)state;
    assert_findings("a: \x01\x02\n# \x03\nb: c\nb: d\n",
                    "1:4 CV003 \x01|control character U+0001 cannot stand in a text|remove it\n"
                    "2:3 CV003 \x03|control character U+0003 cannot stand in a text|remove it\n"
                    "4:1 CV009 b|the key 'b' stands here again: it is already on line 3|keep one "
                    "of the two\n");
}

static void keeps_the_finding_when_nothing_else_is_there(void **state) {
    (void)state;
    assert_string_equal(code_of("\0\0\0", 3), "CV003");
}

static void reports_bytes_that_are_not_utf8_once_a_line(void **state) {
    (void)state;
    assert_findings("a: Andr\xE9 \xFF\nb: c\nb: d\n# \xED\xA0\x80\n",
                    "1:8 CV002 \xE9|byte 0xE9 is not UTF-8|save the file as UTF-8; in Latin-1 this "
                    "byte is '\xC3\xA9'\n"
                    "4:3 CV002 \xED|byte 0xED is not UTF-8|save the file as UTF-8\n");
    static const char *const texts[] = {"\xC0\x80", "\xC3", "\xF4\x90\x80\x80", "\xE2\x80", "\x80"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(code_of(texts[i], strlen(texts[i])), "CV002");
}

static void recognises_utf16(void **state) {
    (void)state;
    static const char texts[][4] = {
        {'\xFF', '\xFE', 'a', 0}, {'\xFE', '\xFF', 0, 'a'}, {'a', 0, ':', 0}, {0, 'a', 0, ':'}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        fixture *self = fixture_read_bytes(texts[i], 4);
        assert_null(self->tree);
        assert_string_equal(self->report.first->message, "this is UTF-16, not UTF-8");
        fixture_destroy(self);
    }
}

static void takes_no_other_bytes_for_utf16(void **state) {
    (void)state;
    static const char texts[][4] = {
        {'\xFF', 'a', ':', ' '}, {'\xFE', 'a', ':', ' '}, {'a', 0, 0, 'b'}, {'a', 0, 'b', 'c'},
        {0, 0, 'a', 'b'},        {0, 'a', 'b', 'c'},      {0, 'a', 0, 0}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        fixture *self = fixture_read_bytes(texts[i], 4);
        assert_string_not_equal(self->report.first->message, "this is UTF-16, not UTF-8");
        fixture_destroy(self);
    }
}

static void removes_bidi_controls_with_a_warning(void **state) {
    (void)state;
    static const char *const controls[] = {
        "\xD8\x9C",     "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA",
        "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE",
        "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9",
    };
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
        char text[16] = "a: x";
        fixture *self = fixture_read(strcat(strcat(text, controls[i]), "y"));
        assert_string_equal(fixture_code(self), "CV016");
        assert_int_equal(self->report.errors, 0);
        assert_string_equal(cv_tree_find(self->tree, "a")->text, "xy");
        fixture_destroy(self);
    }
    assert_findings("a: x\xE2\x80\xAEy\xE2\x80\xAE\nb: \"\\u202e\"\n",
                    "1:5 CV016 \xE2\x80\xAE|U+202E RIGHT-TO-LEFT OVERRIDE is left out: it reorders "
                    "the text around it|\n"
                    "2:4 CV016 \"\\u202e\"|U+202E RIGHT-TO-LEFT OVERRIDE is left out: it reorders "
                    "the text around it|\n");
}

static void refuses_private_use_and_noncharacters(void **state) {
    (void)state;
    static const char *const values[] = {
        "\xEE\x80\x80",     "\xEF\xA3\xBF", "\xF3\xB0\x80\x80", "\xF4\x8F\xBF\xBD",
        "\xEF\xB7\x90",     "\xEF\xBF\xBE", "\xEF\xBF\xBF",     "\xF0\x9F\xBF\xBE",
        "\xF4\x8F\xBF\xBF", "\"\\uE000\"",  "\"\\uFFFF\"",      "\"\\U0010FFFF\"",
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char text[24] = "a: ";
        strcat(text, values[i]);
        assert_string_equal(code_of(text, strlen(text)), "CV019");
    }
    assert_findings("a: x \xEF\x83\xA0\n# \xEF\x83\xA0\n",
                    "1:6 CV019 \xEF\x83\xA0|private-use character U+F0E0 has no agreed meaning|"
                    "it is from an icon font: write a word instead\n");
    assert_string_equal(code_of("a: \xEF\xBF\xBD\xF0\x9F\x98\x80", 10), ""); // U+FFFD, an emoji
}

static void refuses_foreign_directives_at_once(void **state) {
    (void)state;
    assert_findings("# c\n\n%YAML 1.2\r\n%TAG ! x:\n%TAG ! x:\n---\na: b\n",
                    "4:1 CV012 %TAG ! x:|a line that begins with '%' is a directive, and only "
                    "%YAML is known|remove the line\n");
    assert_string_equal(code_of("  %x: b\n", 8), "CV005"); // no directive: a value, and a bad one
    assert_string_equal(code_of("a: |\n  %TAG\n", 12), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_each_control_character_raw),
        cmocka_unit_test(refuses_each_control_character_escaped),
        cmocka_unit_test(refuses_what_yaml_1_1_takes_for_line_ends),
        cmocka_unit_test(skips_a_byte_order_mark_but_only_at_the_beginning),
        cmocka_unit_test(reports_control_characters_and_goes_on),
        cmocka_unit_test(keeps_the_finding_when_nothing_else_is_there),
        cmocka_unit_test(reports_bytes_that_are_not_utf8_once_a_line),
        cmocka_unit_test(recognises_utf16),
        cmocka_unit_test(takes_no_other_bytes_for_utf16),
        cmocka_unit_test(removes_bidi_controls_with_a_warning),
        cmocka_unit_test(refuses_private_use_and_noncharacters),
        cmocka_unit_test(refuses_foreign_directives_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
