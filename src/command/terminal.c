// SPDX-License-Identifier: MIT
// terminal.c - a small printf that escapes, and colours.
#include "command/terminal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_TEXT = 4096 }; // bytes of one %s that are shown: as much as the longest path

static bool wants_color(FILE *stream, cv_color_choice color) {
    if (color != CV_COLOR_AUTO) return color == CV_COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (no_color && *no_color) return false;
    return terminal && strcmp(terminal, "dumb") != 0 && isatty(fileno(stream));
}

cv_terminal cv_terminal_open(FILE *stream, cv_color_choice color) {
    return (cv_terminal){stream, wants_color(stream, color), NULL};
}

void cv_terminal_set_ink(const cv_terminal *terminal, cv_ink ink) {
    static const char *const codes[] = {
        [CV_INK_PLAIN] = "\x1B[0m",    [CV_INK_BOLD] = "\x1B[1m",
        [CV_INK_ERROR] = "\x1B[1;31m", [CV_INK_WARNING] = "\x1B[1;33m",
        [CV_INK_NOTE] = "\x1B[1;36m",  [CV_INK_HINT] = "\x1B[32m",
    };
    if (terminal->has_color) fputs(codes[ink], terminal->stream);
}

void cv_print_cell(const cv_terminal *terminal, const cv_cell *cell) {
    fputs(cell->text, terminal->stream);
}

static void print_text(const cv_terminal *terminal, const char *text) {
    size_t size = strlen(text);
    size_t end = size > LONGEST_TEXT ? LONGEST_TEXT : size;
    for (size_t at = 0; at < end;) {
        cv_cell cell = cv_cell_read((const unsigned char *)text + at, size - at);
        cv_print_cell(terminal, &cell);
        at += cell.size;
    }
    if (end < size) fputs("…", terminal->stream);
}

// The runner skips blanks of any script before "::"; of "##[", wherever it is, see cell.c.
static bool looks_like_an_order(const char *text) {
    return *text == ':' || *text == ' ' || (unsigned char)*text >= 0x80;
}

static void print_list(const cv_terminal *terminal, bool begins_line, const char *format,
                       va_list *arguments) {
    for (const char *at = format; *at; at++) {
        if (at[0] == '%' && at[1] == 's') {
            const char *text = va_arg(*arguments, const char *);
            if (begins_line && at == format && looks_like_an_order(text))
                fputs("./", terminal->stream);
            print_text(terminal, text);
            at++;
        } else if (at[0] == '%' && at[1] == 'z') {
            fprintf(terminal->stream, "%zu", va_arg(*arguments, size_t));
            at += 2;
        } else {
            if (*at == '%') at++;
            fputc(*at, terminal->stream);
        }
    }
}

void cv_print(const cv_terminal *terminal, const char *format, ...) {
    if (terminal->recorder && terminal->recorder->format->is_document) return;
    va_list arguments;
    va_start(arguments, format);
    print_list(terminal, true, format, &arguments);
    va_end(arguments);
}

void cv_print_lines(const cv_terminal *terminal, const char *text, size_t size) {
    for (size_t at = 0; at < size;) {
        cv_cell cell = cv_cell_read((const unsigned char *)text + at, size - at);
        if (text[at] == '\n')
            fputc('\n', terminal->stream);
        else
            cv_print_cell(terminal, &cell);
        at += cell.size;
    }
}

// A line "LEAD LABEL: …" with the label in `ink`.
static void print_labelled(const cv_terminal *terminal, const char *lead, const char *label,
                           cv_ink ink, const char *format, va_list *arguments) {
    fputs(lead, terminal->stream);
    cv_terminal_set_ink(terminal, ink);
    fprintf(terminal->stream, "%s:", label);
    cv_terminal_set_ink(terminal, CV_INK_PLAIN);
    fputc(' ', terminal->stream);
    print_list(terminal, false, format, arguments);
    fputc('\n', terminal->stream);
}

// The text as it would be printed; NULL if memory runs out. The caller frees it.
static char *write_text(const char *format, va_list *arguments) {
    char *text = NULL;
    size_t size;
    cv_terminal memory = {.stream = open_memstream(&text, &size)};
    if (memory.stream) print_list(&memory, false, format, arguments);
    if (memory.stream) fclose(memory.stream);
    return text;
}

static void record(cv_recorder *recorder, void (*take)(cv_recorder *, const char *),
                   const char *format, va_list *arguments) {
    char *text = write_text(format, arguments);
    take(recorder, text ? text : "out of memory");
    free(text);
}

void cv_complain(const cv_terminal *terminal, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    if (terminal->recorder)
        record(terminal->recorder, cv_recorder_complain, format, &arguments);
    else
        print_labelled(terminal, "cvpdf: ", "error", CV_INK_ERROR, format, &arguments);
    va_end(arguments);
}

void cv_advise(const cv_terminal *terminal, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    if (terminal->recorder)
        record(terminal->recorder, cv_recorder_advise, format, &arguments);
    else
        print_labelled(terminal, "  ", "hint", CV_INK_HINT, format, &arguments);
    va_end(arguments);
}

void cv_fail(const cv_terminal *terminal, const char *what, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = write_text(format, &arguments);
    va_end(arguments);
    if (terminal->recorder)
        cv_complain(terminal, "%s: failed: %s", what, text ? text : "out of memory");
    else
        cv_print(terminal, "%s: failed: %s\n", what, text ? text : "out of memory");
    free(text);
}
