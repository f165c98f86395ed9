// SPDX-License-Identifier: MIT
#include "cvpdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TEXT_ROOM = 4096, MOST_VALUES = 8 };

static cvpdf_engine *engine;

// An example: a resume, and what its command adds to it.
typedef struct example {
    char text[TEXT_ROOM], words[TEXT_ROOM];
    cvpdf_setting settings[MOST_VALUES], variables[MOST_VALUES];
    size_t setting_count, variable_count;
    const char *variant;
    size_t max_pages;
} example;

static bool has_line(const char *text, const char *start) {
    for (const char *at = text; at; at = strchr(at, '\n')) {
        at += *at == '\n';
        if (strncmp(at, start, strlen(start)) == 0) return true;
    }
    return false;
}

static cvpdf_setting read_pair(char *word, const char *origin) {
    char *equals = strchr(word, '=');
    assert_non_null(equals);
    *equals = '\0';
    return (cvpdf_setting){word, equals + 1, origin};
}

// "$ cvpdf cv.yaml --set a=b --var c=d --variant e"
static void read_command(example *self) {
    char *rest = self->words, *word;
    while ((word = strtok_r(rest, " \n", &rest))) {
        if (strcmp(word, "--set") == 0)
            self->settings[self->setting_count++] =
                read_pair(strtok_r(NULL, " \n", &rest), "--set");
        else if (strcmp(word, "--var") == 0)
            self->variables[self->variable_count++] =
                read_pair(strtok_r(NULL, " \n", &rest), "--var");
        else if (strcmp(word, "--variant") == 0)
            self->variant = strtok_r(NULL, " \n", &rest);
        else if (strcmp(word, "--max-pages") == 0)
            self->max_pages = strtoul(strtok_r(NULL, " \n", &rest), NULL, 10);
    }
}

// Where the lines have no name and are not about the whole file, one is put above them.
static void read_example(example *self, const char *lines, const char *code) {
    *self = (example){0};
    bool is_whole = has_line(lines, "name:") || *lines == '{' || strcmp(code, "CV004") == 0;
    const char *command = strstr(lines, "$ ");
    if (command && command > lines && command[-1] != '\n') command = NULL;
    size_t size = command ? (size_t)(command - lines) : strlen(lines);
    int written = snprintf(self->text, TEXT_ROOM, "%s%.*s", is_whole ? "" : "name: Ada Lovelace\n",
                           (int)size, lines);
    assert_true(written >= 0 && written < TEXT_ROOM);
    if (command) assert_true(snprintf(self->words, TEXT_ROOM, "%s", command) < TEXT_ROOM);
    read_command(self);
}

static bool has_finding(const cvpdf_result *result, const char *code) {
    for (size_t i = 0; i < cvpdf_result_diagnostic_count(result); i++)
        if (strcmp(cvpdf_result_diagnostic(result, i).code, code) == 0) return true;
    return false;
}

// Advice is given by a check only.
static bool is_of_check(const char *code) { return strncmp(code, "CV6", 3) == 0; }

// Typesets the example. `*is_good`: it has no error.
static bool shows(const char *lines, const char *code, bool *is_good) {
    example made;
    read_example(&made, lines, code);
    cvpdf_job job = {
        .size = sizeof job,
        .name = "cv.yaml",
        .source = {(const unsigned char *)made.text, strlen(made.text)},
        .settings = made.settings,
        .setting_count = made.setting_count,
        .variables = made.variables,
        .variable_count = made.variable_count,
        .variant = made.variant,
        .max_pages = made.max_pages,
        .directory = CVPDF_SOURCE_DIR "/tests/golden/files",
    };
    cvpdf_result *result = NULL;
    cvpdf_status status = is_of_check(code) ? cvpdf_check(engine, &job, &result)
                                            : cvpdf_render(engine, &job, &result);
    *is_good = status == CVPDF_OK;
    assert_non_null(result);
    bool is_shown = has_finding(result, code);
    if (!*is_good && !is_shown) print_message("%s\n", cvpdf_result_diagnostic(result, 0).message);
    cvpdf_result_free(result);
    return is_shown;
}

// Other programs' commands, and those of build, are not typeset here.
static bool can_be_typeset(const char *lines) {
    return lines && (strncmp(lines, "$ ", 2) != 0 || strncmp(lines, "$ cvpdf cv.yaml", 15) == 0);
}

static void complain(size_t *failures, const char *code, const char *of) {
    print_error("%s: %s\n", code, of);
    ++*failures;
}

static void wrong_lines_have_the_finding_and_right_ones_have_not(void **state) {
    (void)state;
    cvpdf_explanation each;
    size_t failures = 0;
    for (size_t i = 0; cvpdf_explain(i, &each); i++) {
        bool is_good;
        if (can_be_typeset(each.wrong) && !shows(each.wrong, each.code, &is_good))
            complain(&failures, each.code, "the wrong lines do not show it");
        if (!can_be_typeset(each.right)) continue;
        bool is_shown = shows(each.right, each.code, &is_good);
        if (!is_good) complain(&failures, each.code, "the right lines are wrong");
        if (is_shown && each.severity != CVPDF_NOTE)
            complain(&failures, each.code, "the right lines show it, too");
    }
    assert_int_equal(failures, 0);
}

static bool is_phrase(const char *text) {
    size_t size = text ? strlen(text) : 0;
    return size > 3 && text[size - 1] != '.' && !strchr(text, '\n');
}

static bool is_paragraph(const char *text) {
    size_t size = text ? strlen(text) : 0;
    return size > 20 && text[size - 1] == '.' && text[0] != ' ' && !strchr(text, '\n') &&
           !strstr(text, "  ");
}

static bool is_example(const char *text) {
    enum { MOST_COLUMNS = 100 };
    size_t line = 0;
    if (!text) return true;
    for (const char *at = text; *at; at++) {
        line = *at == '\n' ? 0 : line + 1;
        if (line > MOST_COLUMNS) return false;
    }
    return *text && line == 0;
}

static void has_texts_of_the_expected_form_for_every_code(void **state) {
    (void)state;
    cvpdf_explanation each;
    const char *before = "";
    size_t failures = 0;
    for (size_t i = 0; cvpdf_explain(i, &each); i++) {
        if (!is_phrase(each.title)) complain(&failures, each.code, "the title is no phrase");
        if (!is_paragraph(each.meaning)) complain(&failures, each.code, "no meaning");
        if (!is_paragraph(each.mending)) complain(&failures, each.code, "no mending");
        if (!is_example(each.wrong) || !is_example(each.right) || (each.wrong && !each.right))
            complain(&failures, each.code, "no example of lines");
        if (strcmp(before, each.code) >= 0) complain(&failures, each.code, "not in order");
        before = each.code;
    }
    assert_string_not_equal(before, "");
    assert_int_equal(failures, 0);
}

static int make_engine(void **state) {
    (void)state;
    engine = cvpdf_engine_create();
    return engine ? 0 : -1;
}

static int free_engine(void **state) {
    (void)state;
    cvpdf_engine_free(engine);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_texts_of_the_expected_form_for_every_code),
        cmocka_unit_test(wrong_lines_have_the_finding_and_right_ones_have_not),
    };
    return cmocka_run_group_tests(tests, make_engine, free_engine);
}
