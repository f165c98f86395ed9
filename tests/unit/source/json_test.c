// SPDX-License-Identifier: MIT
#include "source/fixture.h"

#include "base/limits.h"

#include <stdio.h>

static fixture *read_json(const char *text) {
    return fixture_read_as("in.json", text, strlen(text));
}

static void assert_json(const char *text, const char *expected) {
    fixture *self = read_json(text);
    assert_string_equal(fixture_findings(self), "");
    assert_string_equal(fixture_dump(self), expected);
    fixture_destroy(self);
}

static void assert_mistake(const char *text, const char *expected) {
    fixture *self = read_json(text);
    assert_string_equal(fixture_findings(self), expected);
    fixture_destroy(self);
}

static void keeps_numbers_and_words_as_they_are_written(void **state) {
    (void)state;
    assert_json("[0, -0, 10.50, 1e5, -2.5E-03, 1E+400, 123456789012345678901234567890,\n"
                " true, false, null, \"true\", \"1\"]\n",
                "1:1 list\n"
                "  1:2 plain \"0\"\n"
                "  1:5 plain \"-0\"\n"
                "  1:9 plain \"10.50\"\n"
                "  1:16 plain \"1e5\"\n"
                "  1:21 plain \"-2.5E-03\"\n"
                "  1:31 plain \"1E+400\"\n"
                "  1:39 plain \"123456789012345678901234567890\"\n"
                "  2:2 plain \"true\"\n"
                "  2:8 plain \"false\"\n"
                "  2:15 null\n"
                "  2:21 text \"true\"\n"
                "  2:29 text \"1\"\n");
}

static void resolves_every_escape(void **state) {
    (void)state;
    assert_json("[\"\\\"\\\\\\/\\n\\t\", \"\\u00E9\\u00e9\\u20ac\", \"a\\ud83d\\ude00b\", "
                "\"\\uD800\\uDC00\"]",
                "1:1 list\n"
                "  1:2 text \"\\\"\\\\/\\n\\t\"\n"
                "  1:16 text \"éé€\"\n"
                "  1:38 text \"a😀b\"\n"
                "  1:56 text \"𐀀\"\n");
}

static void takes_what_yaml_takes_for_special(void **state) {
    (void)state;
    assert_json("{\"<<\": \"*a\", \"~\": \"# b\", \"\": \"null\", \"a: b\": \"!c &d\"}",
                "1:1 map\n"
                "  1:8 \"<<\": text \"*a\"\n"
                "  1:19 \"~\": text \"# b\"\n"
                "  1:30 \"\": text \"null\"\n"
                "  1:46 \"a: b\": text \"!c &d\"\n");
}

static void gives_each_value_its_place(void **state) {
    (void)state;
    fixture *self = read_json(" {\"a\" : [ \"x\\u0041\" , { } ] }\r\n");
    const cv_node *map = self->tree, *list = map->first, *text = list->first;
    assert_int_equal(map->span.begin, 1);
    assert_int_equal(map->span.end, 29);
    assert_int_equal(list->key_span.begin, 2);
    assert_int_equal(list->key_span.end, 5);
    assert_int_equal(list->span.begin, 8);
    assert_int_equal(list->span.end, 27);
    assert_int_equal(text->span.begin, 10);
    assert_int_equal(text->span.end, 19);
    assert_int_equal(list->count, 2);
    assert_int_equal(text->next->span.begin, 22);
    assert_int_equal(text->next->span.end, 25);
    fixture_destroy(self);
}

static void skips_a_byte_order_mark(void **state) {
    (void)state;
    assert_json("\xEF\xBB\xBF{\"a\": 1}", "1:1 map\n  1:7 \"a\": plain \"1\"\n");
}

static void says_where_a_key_stands_first(void **state) {
    (void)state;
    assert_mistake("{\"a\": 1,\n \"b\": 2,\n \"a\": 3, \"\\u0062\": 4}",
                   "3:2 CV009 \"a\"|the key 'a' stands here again: it is already on line 1|"
                   "keep one of the two\n"
                   "3:10 CV009 \"\\u0062\"|the key 'b' stands here again: it is already on line 2|"
                   "keep one of the two\n");
    assert_mistake("{\"a\": 1, \"a\": 2}",
                   "1:10 CV009 \"a\"|the key 'a' stands here again: it is already in column 2|"
                   "keep one of the two\n");
}

static void keeps_the_first_of_equal_keys(void **state) {
    (void)state;
    fixture *self = read_json("{\"a\": 1, \"a\": 2}");
    assert_string_equal(fixture_dump(self), "1:1 map\n  1:7 \"a\": plain \"1\"\n");
    fixture_destroy(self);
}

static char *repeated(const char *head, const char *piece, size_t count, const char *tail) {
    char *text = malloc(strlen(head) + strlen(piece) * count + strlen(tail) + 1);
    assert_non_null(text);
    char *to = text + sprintf(text, "%s", head);
    for (size_t i = 0; i < count; i++) to += sprintf(to, "%s", piece);
    strcpy(to, tail);
    return text;
}

static void counts_equal_keys_past_those_that_it_shows(void **state) {
    (void)state;
    char *text = repeated("{\"a\":0", ",\"a\":0", 100000, "}");
    fixture *self = read_json(text);
    assert_int_equal(self->report.errors, 100000);
    assert_string_equal(fixture_dump(self), "1:1 map\n  1:6 \"a\": plain \"0\"\n");
    fixture_destroy(self);
    free(text);
}

static void refuses_half_characters(void **state) {
    (void)state;
    assert_mistake("[\"a\\ud83db\", \"\\ude00\", \"\\ud83d\\n\", \"\\ud83d\\ud83d\\ude00\"]",
                   "1:4 CV020 \\ud83d|'\\ud83d' is one half of a character|"
                   "write the character itself, or both halves\n"
                   "1:15 CV020 \\ude00|'\\ude00' is one half of a character|"
                   "write the character itself, or both halves\n"
                   "1:25 CV020 \\ud83d|'\\ud83d' is one half of a character|"
                   "write the character itself, or both halves\n"
                   "1:37 CV020 \\ud83d|'\\ud83d' is one half of a character|"
                   "write the character itself, or both halves\n");
}

static void refuses_characters_as_in_every_text(void **state) {
    (void)state;
    static const struct {
        const char *text, *code;
    } cases[] = {
        {"[\"\\u0000\"]", "CV003"},      {"[\"\\u001b[31m\"]", "CV003"},
        {"[\"\\b\"]", "CV003"},          {"[\"\\f\"]", "CV003"},
        {"[\"\\u007f\"]", "CV003"},      {"[\"\\u0085\"]", "CV003"},
        {"[\"\\u2028\"]", "CV003"},      {"[\"\\ufeff\"]", "CV003"},
        {"[\"\\u202e\"]", "CV016"},      {"[\"\\ue000\"]", "CV019"},
        {"[\"\\uffff\"]", "CV019"},      {"[\"\x1B\"]", "CV003"},
        {"[\"\u202E\"]", "CV016"},       {"[\"\xFF\"]", "CV002"},
        {"[\"\xED\xA0\x80\"]", "CV002"}, {"[\"\\udbff\\udfff\"]", "CV019"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = read_json(cases[i].text);
        if (strcmp(fixture_code(self), cases[i].code) != 0) print_message("%s\n", cases[i].text);
        assert_string_equal(fixture_code(self), cases[i].code);
        fixture_destroy(self);
    }
}

// The code of the finding on the only text of a list, which is written as an escape.
static const char *code_of_escape(const char *name, const char *format, unsigned code_point) {
    char text[32];
    snprintf(text, sizeof text, format, code_point);
    fixture *self = fixture_read_as(name, text, strlen(text));
    const char *code = fixture_code(self); // lives in the table of findings
    fixture_destroy(self);
    return code;
}

static void refuses_the_same_characters_in_yaml_and_json(void **state) {
    (void)state;
    static const unsigned others[] = {0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
                                      0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066,
                                      0x2067, 0x2068, 0x2069, 0xE000, 0xF8FF, 0xFDD0,
                                      0xFDEF, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF};
    enum { LAST = 0xA0, OTHERS = sizeof others / sizeof *others };
    size_t refused = 0;
    for (unsigned i = 0; i <= LAST + OTHERS; i++) {
        unsigned c = i <= LAST ? i : others[i - LAST - 1];
        const char *yaml = code_of_escape("in.yaml", "- \"a\\u%04xb\"\n", c);
        const char *json = code_of_escape("in.json", "[\"a\\u%04xb\"]", c);
        if (strcmp(yaml, json) != 0) fail_msg("U+%04X: '%s' in YAML, '%s' in JSON", c, yaml, json);
        refused += *json != '\0';
    }
    assert_int_equal(refused, 29 + 33 + OTHERS - 2); // C0 but three, DEL and C1; not ZWSP and FFFD
}

// What is written, and what is said of it.
static const struct {
    const char *text, *finding;
} mistakes[] = {
    {"{\"a\": 1,}",
     "1:9 CV005 }|nothing stands between the comma and this bracket|remove the comma\n"},
    {"[1,]", "1:4 CV005 ]|nothing stands between the comma and this bracket|remove the comma\n"},
    {"[1 2]", "1:4 CV005 2|a comma is missing before this|put a comma after the value before it\n"},
    {"{\"a\": 1 \"b\": 2}",
     "1:9 CV005 \"|a comma is missing before this|put a comma after the value before it\n"},
    {"[,1]", "1:2 CV005 ,|no value stands before this comma|remove the comma\n"},
    {"[1,,2]", "1:4 CV005 ,|no value stands before this comma|remove the comma\n"},
    {"{,}", "1:2 CV005 ,|no key stands before this comma|remove the comma\n"},
    {"[:1]", "1:2 CV005 :|no key stands before this colon|\n"},
    {"{\"a\": ,}", "1:7 CV005 ,|the key 'a' has no value|write \"\", or remove the key\n"},
    {"{\"a\": }", "1:7 CV005 }|the key 'a' has no value|write \"\", or remove the key\n"},
    {"{\"a\" 1}", "1:6 CV005 1|no colon follows the key 'a'|write \"a\": and its value\n"},
    {"{\"a\"}", "1:5 CV005 }|no colon follows the key 'a'|write \"a\": and its value\n"},
    {"{\"a\": 1: 2}", "1:8 CV005 :|a second colon follows one key|\n"},
    {"[\"a\": 1]", "1:5 CV005 :|a list has no keys|put key and value in { }\n"},
    {"{a: 1}", "1:2 CV005 a|'a' is not a key: a key stands in quotes|write \"a\"\n"},
    {"{1: 1}", "1:2 CV005 1|'1' is not a key: a key stands in quotes|write \"1\"\n"},
    {"{'a': 1}", "1:2 CV005 'a'|this is not the quote that encloses texts in JSON|"
                 "write \" before and after the text\n"},
    {"['a']", "1:2 CV005 'a'|this is not the quote that encloses texts in JSON|"
              "write \" before and after the text\n"},
    {"[\u201Ca\u201D]", "1:2 CV005 \u201Ca\u201D|this is not the quote that encloses texts in JSON|"
                        "write \" before and after the text\n"},
    {"[\u201Da\u201D]", "1:2 CV005 \u201Da\u201D|this is not the quote that encloses texts in JSON|"
                        "write \" before and after the text\n"},
    {"[1, // one\n2]", "1:5 CV005 //|JSON has no comments|"
                       "remove it, or keep it as the value of a key that begins with x-\n"},
    {"# one\n[]", "1:1 CV005 #|JSON has no comments|"
                  "remove it, or keep it as the value of a key that begins with x-\n"},
    {"[True]", "1:2 CV005 True|'True' is not a value of JSON|write true\n"},
    {"[None]", "1:2 CV005 None|'None' is not a value of JSON|write null\n"},
    {"[NaN]", "1:2 CV005 NaN|'NaN' is not a value of JSON|put it in quotes: \"NaN\"\n"},
    {"[2023-09]", "1:2 CV005 2023-09|'2023-09' is not a value of JSON|"
                  "put it in quotes: \"2023-09\"\n"},
    {"[010]", "1:2 CV005 010|'010' is not a value of JSON|put it in quotes: \"010\"\n"},
    {"[+1]", "1:2 CV005 +1|'+1' is not a value of JSON|put it in quotes: \"+1\"\n"},
    {"[.5]", "1:2 CV005 .5|'.5' is not a value of JSON|put it in quotes: \".5\"\n"},
    {"[5.]", "1:2 CV005 5.|'5.' is not a value of JSON|put it in quotes: \"5.\"\n"},
    {"[1e]", "1:2 CV005 1e|'1e' is not a value of JSON|put it in quotes: \"1e\"\n"},
    {"[-]", "1:2 CV005 -|'-' is not a value of JSON|put it in quotes: \"-\"\n"},
    {"[1", "1:1 CV005 [|this '[' is never closed|put a ']' where the list ends\n"},
    {"[1,", "1:1 CV005 [|this '[' is never closed|put a ']' where the list ends\n"},
    {"{", "1:1 CV005 {|this '{' is never closed|put a '}' where the mapping ends\n"},
    {"[{\"a\"", "1:2 CV005 {|this '{' is never closed|put a '}' where the mapping ends\n"},
    {"[{\"a\":", "1:2 CV005 {|this '{' is never closed|put a '}' where the mapping ends\n"},
    {"[{}, 1", "1:1 CV005 [|this '[' is never closed|put a ']' where the list ends\n"},
    {"[1}", "1:3 CV005 }|'}' cannot close a list|close the list with ']' first\n"},
    {"{\"a\": 1]", "1:8 CV005 ]|']' cannot close a mapping|close the mapping with '}' first\n"},
    {"[]]", "1:3 CV005 ]|this bracket closes nothing|\n"},
    {"}", "1:1 CV005 }|this bracket closes nothing|\n"},
    {"[] []", "1:4 CV005 [|something follows the end of the value|keep one value in a file\n"},
    {"1 2", "1:3 CV005 2|something follows the end of the value|keep one value in a file\n"},
    {"[\"a\nb\"]", "1:2 CV005 \"a|this text is not closed in its line|"
                   "put a \" at its end, and write \\n for a new line\n"},
    {"[\"a", "1:2 CV005 \"a|this text is not closed in its line|"
             "put a \" at its end, and write \\n for a new line\n"},
    {"[\"a\\", "1:2 CV005 \"a\\|this text is not closed in its line|"
               "put a \" at its end, and write \\n for a new line\n"},
    {"[\"a\tb\"]", "1:4 CV005 \t|a tab stands within a text|write \\t, or a space\n"},
    {"[\"\\q\"]", "1:3 CV005 \\q|'\\q' is not an escape of JSON|write \\\\ for a backslash\n"},
    {"[\"\\é\"]", "1:3 CV005 \\é|'\\é' is not an escape of JSON|write \\\\ for a backslash\n"},
    {"[\"\\u12\"]", "1:3 CV005 \\u|'\\u' is not followed by four hexadecimal digits|"
                    "write \\\\ for a backslash\n"},
    {"", "1:1 CV004 |there is nothing in it to read|\n"},
    {" \n", "1:1 CV004 |there is nothing in it to read|\n"},
    {"\x01", "1:1 CV003 \x01|control character U+0001 cannot stand in a text|remove it\n"},
};

static void explains_what_is_wrong(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
        assert_mistake(mistakes[i].text, mistakes[i].finding);
}

static void keeps_what_was_found_before_a_syntax_error(void **state) {
    (void)state;
    fixture *self = read_json("{\"a\": \"\\u0000\", \"b\": }");
    assert_int_equal(self->report.errors, 2);
    assert_null(self->tree);
    fixture_destroy(self);
}

static void assert_code_of(char *text, const char *code) {
    fixture *self = read_json(text);
    assert_string_equal(fixture_code(self), code);
    fixture_destroy(self);
    free(text);
}

static void nests_as_deep_as_allowed(void **state) {
    (void)state;
    char *text = repeated("", "[", CV_LIMIT_DEPTH, "");
    char *closed = repeated(text, "]", CV_LIMIT_DEPTH, "");
    assert_code_of(closed, "");
    free(text);
    assert_code_of(repeated("", "[", CV_LIMIT_DEPTH + 1, ""), "CV006");
    assert_code_of(repeated("", "{\"a\":", 500000, ""), "CV006");
}

static void counts_values_and_the_bytes_of_keys(void **state) {
    (void)state;
    assert_code_of(repeated("[0", ",0", CV_LIMIT_NODES - 2, "]"), "");
    assert_code_of(repeated("[0", ",0", CV_LIMIT_NODES - 1, "]"), "CV007");
    assert_code_of(repeated("[0", ",0", CV_LIMIT_NODES, "]"), "CV007");
    assert_code_of(repeated("[{\"a\":0}", ",{\"a\":0}", CV_LIMIT_NODES / 2, "]"), "CV007");
    assert_code_of(repeated("{\"", "k", CV_LIMIT_KEY_BYTES, "\": 1}"), "");
    assert_code_of(repeated("{\"", "k", CV_LIMIT_KEY_BYTES + 1, "\": 1}"), "CV015");
}

static void is_chosen_by_name_or_by_content(void **state) {
    (void)state;
    static const struct {
        const char *name, *text, *code;
    } cases[] = {
        {"in.json", "name: A", "CV005"},
        {"in.yaml", "name: A", ""},
        {"in.yaml", "\n {\"a\": \"\\ud83d\\ude00\"}", ""}, // no YAML: it is JSON throughout
        {"in", "{\"a\": \"\\/\\ud83d\"}", "CV020"},
        {"in", "{\"a\": *b}", "CV008"}, // no JSON
        {"in", "{\"a\": 1, \"a\": 2}", "CV009"},
        {"in", "[\"\\ud83d\\ude00\"]", "CV005"}, // a list is YAML, if not called JSON
        {"in.json", "[\"\\ud83d\\ude00\"]", ""},
        {"x.json.yaml", "a: b", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_read_as(cases[i].name, cases[i].text, strlen(cases[i].text));
        assert_string_equal(fixture_code(self), cases[i].code);
        fixture_destroy(self);
    }
}

static void forgets_the_findings_of_a_vain_attempt(void **state) {
    (void)state;
    assert_dump("{\"a\": \"x\", \"a-\": b, c: \"\xE2\x80\xAE"
                "d\"}",
                "1:1 map\n"
                "  1:7 \"a\": text \"x\"\n"
                "  1:18 \"a-\": plain \"b\"\n"
                "  1:24 \"c\": text \"d\"\n");
    assert_findings("{\"a\": \"\u202E\", c: d}",
                    "1:8 CV016 \u202E|U+202E RIGHT-TO-LEFT OVERRIDE is left out: it reorders the "
                    "text around it|\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_numbers_and_words_as_they_are_written),
        cmocka_unit_test(resolves_every_escape),
        cmocka_unit_test(takes_what_yaml_takes_for_special),
        cmocka_unit_test(gives_each_value_its_place),
        cmocka_unit_test(skips_a_byte_order_mark),
        cmocka_unit_test(says_where_a_key_stands_first),
        cmocka_unit_test(keeps_the_first_of_equal_keys),
        cmocka_unit_test(counts_equal_keys_past_those_that_it_shows),
        cmocka_unit_test(refuses_half_characters),
        cmocka_unit_test(refuses_characters_as_in_every_text),
        cmocka_unit_test(refuses_the_same_characters_in_yaml_and_json),
        cmocka_unit_test(explains_what_is_wrong),
        cmocka_unit_test(keeps_what_was_found_before_a_syntax_error),
        cmocka_unit_test(nests_as_deep_as_allowed),
        cmocka_unit_test(counts_values_and_the_bytes_of_keys),
        cmocka_unit_test(is_chosen_by_name_or_by_content),
        cmocka_unit_test(forgets_the_findings_of_a_vain_attempt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
