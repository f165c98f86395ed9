// SPDX-License-Identifier: MIT
#include "tailor/output_name.h"

#include "resume/fixture.h"

static const char *make(fixture *self, const char *text) {
    cv_bytes bytes = {(const unsigned char *)text, strlen(text)};
    uint32_t source = cv_report_add_source(&self->report, "cv.yaml", bytes);
    cv_span span = {source, 0, (uint32_t)bytes.size};
    return cv_output_name_make(text, span, self->arena, &self->report);
}

static void keeps_what_is_safe_in_a_name(void **state) {
    (void)state;
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"cv.pdf", "cv.pdf"},
        {"cv", "cv.pdf"},
        {"cv.PDF", "cv.pdf"},
        {"cv.txt", "cv.txt.pdf"},
        {"Ada Lovelace", "Ada-Lovelace.pdf"},
        {"Ada \t Lovelace ", "Ada-Lovelace.pdf"},
        {"Ada & Co.", "Ada-Co..pdf"},
        {"a - b", "a--b.pdf"},
        {"../../etc/passwd", "etcpasswd.pdf"},
        {"--help", "help.pdf"},
        {"a/b\\c:d*e?f\"g<h>i|j", "abcdefghij.pdf"},
        {"50% $HOME `x` 'y'", "50-HOME-x-y.pdf"},
        {"Zoë_1-2.3", "Zoë_1-2.3.pdf"},
        {"Zoe\xCC\x88", "Zoë.pdf"},
        {"a\u0301;\u0323", "\u1EA1\u0301.pdf"}, // not what ';' has kept apart
        {"履歴書", "履歴書.pdf"},
        {"\xCC\x88Zo", "Zo.pdf"},
        {"a\xE2\x80\xAE"
         "b",
         "ab.pdf"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        const char *name = make(self, cases[i].text);
        assert_string_equal(fixture_findings(self), "");
        assert_string_equal(name, cases[i].name);
        fixture_destroy(self);
    }
}

static void refuses_what_leaves_no_name(void **state) {
    (void)state;
    static const char *const cases[] = {"", ".pdf", "...", "-.pdf", " - ", "§%&", "/.pdf"};
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        assert_null(make(self, cases[i]));
        assert_int_equal(self->report.first->problem, CV_BAD_OUTPUT_NAME);
        fixture_destroy(self);
    }
}

static void refuses_a_name_that_disks_may_not_take(void **state) {
    (void)state;
    char text[198] = {0};
    memset(text, 'a', 196);
    fixture *self = fixture_create();
    assert_int_equal(strlen(make(self, text)), 200);
    text[196] = 'a';
    assert_null(make(self, text));
    assert_int_equal(self->report.errors, 1);
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_is_safe_in_a_name),
        cmocka_unit_test(refuses_what_leaves_no_name),
        cmocka_unit_test(refuses_a_name_that_disks_may_not_take),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
