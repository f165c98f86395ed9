// SPDX-License-Identifier: MIT
// Takes and refuses the same texts as jansson, but for what is listed here.
#include "source/fixture.h"
#include "support.h"

#include <jansson.h>
#include <stdbool.h>

enum { MUTANTS = 60000, MOST_EDITS = 3, MOST_BYTES = 512 };

static bool jansson_takes(const char *text, size_t size) {
    json_error_t error;
    size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL;
    json_t *value = json_loadb(text, size, flags, &error);
    json_decref(value);
    return value != NULL;
}

// Codes of what JSON allows and a resume does not: control characters, private use, lengths.
static bool is_about_content(cv_problem problem) {
    return problem == CV_READ_CONTROL_CHARACTER || problem == CV_READ_PRIVATE_CHARACTER ||
           problem == CV_READ_BIDI_CONTROL || problem == CV_READ_KEY_TOO_LONG ||
           problem == CV_READ_TOO_DEEP;
}

typedef struct verdict {
    bool takes, may_differ;
} verdict;

static verdict judge(const char *text, size_t size) {
    fixture *self = fixture_read_as("in.json", text, size);
    verdict found = {.takes = self->report.errors == 0};
    for (const cv_diagnostic *each = self->report.first; each; each = each->next)
        found.may_differ |= is_about_content(each->problem);
    fixture_destroy(self);
    return found;
}

static void assert_same(const char *text, size_t size) {
    verdict ours = judge(text, size);
    if (ours.may_differ || ours.takes == jansson_takes(text, size)) return;
    fail_msg("%s, unlike jansson: %.*s", ours.takes ? "taken" : "refused", (int)size, text);
}

static void judges_texts_like_jansson(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        " ",
        "{}",
        "[]",
        "\"\"",
        "0",
        "-0",
        "-",
        "01",
        "1.",
        ".1",
        "1.0",
        "1e1",
        "1E+1",
        "1e+",
        "true",
        "True",
        "nul",
        "null",
        "nullx",
        "[1,2]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\":1}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{\"a\":1,\"a\":2}",
        "{\"\":0}",
        "[[]",
        "[]]",
        "{]",
        "\"a",
        "\"\\",
        "\"\\\"",
        "\"\\u\"",
        "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\\x\"",
        "'a'",
        "// a\n1",
        "/* */1",
        "1 2",
        "[1]x",
        "\"\t\"",
        "\"\n\"",
        "\t1\r\n",
        "\v1",
        "\f1",
        "\"\xC3\"",
        "\"\xC0\x80\"",
        "\"\xF4\x90\x80\x80\"",
        "NaN",
        "-Infinity",
        "1e400x",
        "0x10",
        "1_000",
        "\xC2\xA0 1",
        "\"\\u0041\\n\\/\"",
        "[\"a\",\"b\"",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_same(texts[i], strlen(texts[i]));
}

// jansson keeps numbers in 64 bits, refuses a mark that RFC 8259, 8.1 lets a reader skip, and nests
// deeper than a resume may.
static void differs_from_jansson_only_where_it_is_said(void **state) {
    (void)state;
    static const char *const taken[] = {"123456789012345678901234567890", "[1e999]",
                                        "\xEF\xBB\xBF{}"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        assert_true(judge(taken[i], strlen(taken[i])).takes);
        assert_false(jansson_takes(taken[i], strlen(taken[i])));
    }
    static const char *const refused[] = {"\"\\u0000\"", "\"\\u001b\"", "\"\\ue000\"",
                                          "\"\\uffff\""};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_false(judge(refused[i], strlen(refused[i])).takes);
        assert_true(jansson_takes(refused[i], strlen(refused[i])));
    }
}

static size_t edit(char *text, size_t size, uint32_t *seed) {
    static const char bytes[] = "{}[]:,\"\\ue0-+.19tfn/ \n\td8'xE\xC3\xA9";
    char byte = bytes[support_random(seed, sizeof bytes - 1)];
    size_t at = support_random(seed, (uint32_t)size + 1);
    switch (support_random(seed, 3)) {
    case 0: // insert
        if (size + 1 >= MOST_BYTES) return size;
        memmove(text + at + 1, text + at, size - at);
        text[at] = byte;
        return size + 1;
    case 1: // remove
        if (at == size) return size;
        memmove(text + at, text + at + 1, size - at - 1);
        return size - 1;
    default: // replace
        if (at < size) text[at] = byte;
        return size;
    }
}

static void judges_mutants_like_jansson(void **state) {
    (void)state;
    static const char seed_text[] = "{\"name\": \"A\\u00e9\\ud83d\\ude00\\n\", \"list\": [1, "
                                    "-2.5e+3, true, false, null, \"x\"],\n"
                                    " \"map\": {\"a\": {}, \"b\": [[], {\"c\": 0}]}}";
    uint32_t seed = 1;
    size_t taken = 0;
    for (int i = 0; i < MUTANTS; i++) {
        char text[MOST_BYTES];
        size_t size = sizeof seed_text - 1;
        memcpy(text, seed_text, size);
        for (uint32_t edits = 1 + support_random(&seed, MOST_EDITS); edits > 0; edits--)
            size = edit(text, size, &seed);
        assert_same(text, size);
        taken += jansson_takes(text, size);
    }
    assert_in_range(taken, MUTANTS / 20, MUTANTS - MUTANTS / 20); // else it would prove little
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judges_texts_like_jansson),
        cmocka_unit_test(differs_from_jansson_only_where_it_is_said),
        cmocka_unit_test(judges_mutants_like_jansson),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
