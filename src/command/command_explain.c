// SPDX-License-Identifier: MIT
// command_explain.c - what the codes of findings mean, on standard output.
#include "command/command.h"

#include "command/finding.h"
#include "command/json.h"

#include "cvpdf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { COLUMNS = 80 };

static const cv_ink severity_inks[] = {
    [CVPDF_NOTE] = CV_INK_NOTE, [CVPDF_WARNING] = CV_INK_WARNING, [CVPDF_ERROR] = CV_INK_ERROR};

// Between words, which are never split.
static void print_paragraph(const char *text, const cv_terminal *out) {
    size_t column = 0;
    while (*text) {
        size_t size = strcspn(text, " ");
        if (column && column + 1 + size > COLUMNS) {
            cv_print(out, "\n");
            column = 0;
        }
        fprintf(out->stream, "%s%.*s", column ? " " : "", (int)size, text);
        column += size + (column > 0);
        text += size + strspn(text + size, " ");
    }
    cv_print(out, "\n\n");
}

static void print_lines(const char *title, const char *lines, const cv_terminal *out) {
    if (!lines) return;
    cv_print(out, "%s:\n", title);
    while (*lines) {
        size_t size = strcspn(lines, "\n") + 1;
        fprintf(out->stream, "    %.*s", (int)size, lines);
        lines += size;
    }
    cv_print(out, "\n");
}

static void print_text(const cvpdf_explanation *text, const cv_terminal *out) {
    cv_terminal_set_ink(out, severity_inks[text->severity]);
    cv_print(out, "%s[%s]:", cv_severity_name(text->severity), text->code);
    cv_terminal_set_ink(out, CV_INK_BOLD);
    cv_print(out, " %s\n\n", text->title);
    cv_terminal_set_ink(out, CV_INK_PLAIN);
    print_paragraph(text->meaning, out);
    print_lines("Wrong", text->wrong, out);
    print_paragraph(text->mending, out);
    print_lines(text->wrong ? "Right" : "For example", text->right, out);
}

static void print_list(const cv_terminal *out) {
    cvpdf_explanation each;
    for (size_t i = 0; cvpdf_explain(i, &each); i++)
        fprintf(out->stream, "%s  %-7s  %s\n", each.code, cv_severity_name(each.severity),
                each.title);
}

static void print_json(const cvpdf_explanation *text, bool is_first) {
    cv_json_member(stdout, is_first ? "\n  {" : ",\n  {", "code", text->code);
    cv_json_member(stdout, ", ", "severity", cv_severity_name(text->severity));
    cv_json_member(stdout, ", ", "title", text->title);
    cv_json_member(stdout, ", ", "meaning", text->meaning);
    cv_json_member(stdout, ", ", "mending", text->mending);
    cv_json_member(stdout, ", ", "wrong", text->wrong);
    cv_json_member(stdout, ", ", "right", text->right);
    fputc('}', stdout);
}

// Codes are upper case, and are found in lower case, too.
static bool find(const char *code, cvpdf_explanation *text) {
    for (size_t i = 0; cvpdf_explain(i, text); i++)
        if (strcasecmp(text->code, code) == 0) return true;
    return false;
}

static void complain_of_code(const char *code, const cv_terminal *terminal) {
    cvpdf_explanation each;
    size_t count = 0;
    while (cvpdf_explain(count, &each)) count++;
    const char **codes = calloc(count + 1, sizeof *codes);
    for (size_t i = 0; codes && cvpdf_explain(i, &each); i++) codes[i] = each.code;
    const char *near = codes ? cvpdf_suggest(code, codes, count) : NULL;
    cv_complain(terminal, "there is no code '%s'", code);
    if (near)
        cv_advise(terminal, "did you mean '%s'? cvpdf explain lists all", near);
    else
        cv_advise(terminal, "cvpdf explain lists all");
    free(codes);
}

static bool are_known(const cv_options *options, const cv_terminal *terminal) {
    cvpdf_explanation text;
    for (size_t i = 0; i < options->code_count; i++) {
        if (find(options->codes[i], &text)) continue;
        complain_of_code(options->codes[i], terminal);
        return false;
    }
    return true;
}

static void print_texts(const cv_options *options) {
    cv_terminal out = cv_terminal_open(stdout, options->color);
    cvpdf_explanation text;
    if (options->code_count == 0) print_list(&out);
    for (size_t i = 0; i < options->code_count; i++)
        if (find(options->codes[i], &text)) print_text(&text, &out);
}

// Those of the command line, or all.
static void print_document(const cv_options *options) {
    cvpdf_explanation text;
    fputs("{\"codes\": [", stdout);
    for (size_t i = 0; i < options->code_count; i++)
        if (find(options->codes[i], &text)) print_json(&text, i == 0);
    for (size_t i = 0; options->code_count == 0 && cvpdf_explain(i, &text); i++)
        print_json(&text, i == 0);
    fputs("]}\n", stdout);
}

int cv_command_explain(const cv_options *options, const cv_terminal *terminal) {
    if (options->format == CV_FORMAT_GITHUB || options->format == CV_FORMAT_SARIF) {
        cv_complain(terminal, "explain is for people, or json");
        return CV_EXIT_USAGE;
    }
    if (!are_known(options, terminal)) return CV_EXIT_USAGE;
    if (options->format == CV_FORMAT_JSON)
        print_document(options);
    else
        print_texts(options);
    return CV_EXIT_OK;
}
