// SPDX-License-Identifier: MIT
#include "command/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// Not inline: gcc 12 does not see that open_memstream() sets `text`, and warns of its use.
static __attribute__((noinline)) char *print(const cvpdf_diagnostic *finding) {
    char *text = NULL;
    size_t size = 0;
    cv_terminal terminal = {.stream = open_memstream(&text, &size)};
    assert_non_null(terminal.stream);
    cv_diagnostic_report(finding, &(cv_origin){0}, &terminal);
    fclose(terminal.stream);
    return text;
}

static cvpdf_diagnostic at(const char *line, size_t column, size_t end_column) {
    return (cvpdf_diagnostic){
        .severity = CVPDF_ERROR,
        .code = "CV101",
        .message = "wrong",
        .name = "cv.yaml",
        .line = 3,
        .column = column,
        .end_line = 3,
        .end_column = end_column,
        .excerpt = {(const unsigned char *)line, strlen(line)},
    };
}

static void check(cvpdf_diagnostic finding, const char *expected) {
    char *text = print(&finding);
    assert_string_equal(text, expected);
    free(text);
}

static void points_at_the_place_in_its_line(void **state) {
    (void)state;
    check(at("emial: x", 1, 6), "cv.yaml:3:1: error[CV101]: wrong\n"
                                "  | emial: x\n"
                                "  | ^^^^^\n");
    check(at("a: b", 5, 5), "cv.yaml:3:5: error[CV101]: wrong\n" // past the end
                            "  | a: b\n"
                            "  |     ^\n");
}

static void counts_the_columns_of_a_terminal(void **state) {
    (void)state;
    check(at("\t日本: \x1B!", 6, 7), "cv.yaml:3:6: error[CV101]: wrong\n"
                                     "  |  日本: \\x1B!\n"
                                     "  |        ^^^^\n");
}

static void marks_to_the_end_of_the_line_what_goes_on_below(void **state) {
    (void)state;
    cvpdf_diagnostic finding = at("key: [1,", 6, 2);
    finding.end_line = 4;
    check(finding, "cv.yaml:3:6: error[CV101]: wrong\n"
                   "  | key: [1,\n"
                   "  |      ^^^\n");
}

static void leaves_out_the_place_of_what_is_about_the_whole(void **state) {
    (void)state;
    cvpdf_diagnostic finding = {.severity = CVPDF_WARNING, .code = "CV001", .message = "large"};
    finding.name = "cv.yaml";
    finding.hint = "make it small";
    check(finding, "cv.yaml: warning[CV001]: large\n"
                   "  hint: make it small\n");
}

// No line is longer than the excerpt, its frame and the two dots at its ends.
static void shows_the_part_of_a_long_line_around_the_place(void **state) {
    (void)state;
    enum { LONG = 5000, WIDEST = 120 + 4 + 2 };
    static const char *const letters[] = {"a", "日", "\x1B", "\xCC\x81"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        for (size_t column = 1; column <= LONG + 1; column += 499) {
            char line[3 * LONG + 1];
            size_t size = strlen(letters[i]);
            for (size_t j = 0; j < LONG; j++) memcpy(line + j * size, letters[i], size);
            line[LONG * size] = '\0';
            cvpdf_diagnostic finding = at(line, column, column + 1);
            char *text = print(&finding);
            const char *shown = strstr(text, "\n  | "), *carets = strstr(shown + 1, "\n  | ");
            assert_non_null(carets);
            assert_true(strchr(carets, '^') - carets < WIDEST);
            assert_true(carets - shown < 4 * WIDEST);
            free(text);
        }
}

static void never_begins_a_line_with_an_order_to_a_runner(void **state) {
    (void)state;
    static const char *const names[] = {"::stop-commands::x", " ::error", "\xC2\xA0::error",
                                        "\xE3\x80\x80::error"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        cvpdf_diagnostic finding = at("::error::x", 1, 2);
        finding.name = names[i];
        finding.message = "a\n::error::b";
        char *text = print(&finding);
        assert_memory_equal(text, "./", 2);
        assert_null(strstr(text, "\n::"));
        free(text);
    }
}

// Its older orders are found wherever they are in a line.
static void shows_no_older_order_anywhere(void **state) {
    (void)state;
    cvpdf_diagnostic finding = at("a: x##[add-mask]y ###[error]", 5, 8);
    finding.name = "##[error].yaml";
    finding.message = "unknown key '##[error]'";
    finding.hint = "##[warning]";
    check(finding, "\\x23#[error].yaml:3:5: error[CV101]: unknown key '\\x23#[error]'\n"
                   "  | a: x\\x23#[add-mask]y #\\x23#[error]\n"
                   "  |     ^^^^^^\n"
                   "  hint: \\x23#[warning]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_at_the_place_in_its_line),
        cmocka_unit_test(counts_the_columns_of_a_terminal),
        cmocka_unit_test(marks_to_the_end_of_the_line_what_goes_on_below),
        cmocka_unit_test(leaves_out_the_place_of_what_is_about_the_whole),
        cmocka_unit_test(shows_the_part_of_a_long_line_around_the_place),
        cmocka_unit_test(never_begins_a_line_with_an_order_to_a_runner),
        cmocka_unit_test(shows_no_older_order_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
