// SPDX-License-Identifier: MIT
// terminal.h - messages to people: the one printer of all that is not a file or a dump.
//
// Texts from files, names and arguments go out through %s, which shows what a terminal would obey
// or hide in a visible form (cell.h). A newline is only ever one of the format's own.
#ifndef CV_COMMAND_TERMINAL_H
#define CV_COMMAND_TERMINAL_H

#include "command/cell.h"
#include "command/recorder.h"

#include <stdbool.h>
#include <stdio.h>

typedef enum cv_color_choice { CV_COLOR_AUTO, CV_COLOR_ALWAYS, CV_COLOR_NEVER } cv_color_choice;

typedef enum cv_ink {
    CV_INK_PLAIN,
    CV_INK_BOLD,
    CV_INK_ERROR,
    CV_INK_WARNING,
    CV_INK_NOTE,
    CV_INK_HINT
} cv_ink;

typedef struct cv_terminal {
    FILE *stream;
    bool has_color;
    cv_recorder *recorder; // takes the messages where they are for programs; NULL: they are printed
} cv_terminal;

// CV_COLOR_AUTO: on a terminal that is not dumb, and not where NO_COLOR is set.
cv_terminal cv_terminal_open(FILE *stream, cv_color_choice color);

// What follows is in this ink.
void cv_terminal_set_ink(const cv_terminal *terminal, cv_ink ink);

// Like printf(), with %s, %zu and %% only. Where a line begins with a %s that looks like an order
// to a program that reads along ("::error", a GitHub runner), that is put behind "./". Nothing is
// printed beside the document of a recorder.
void cv_print(const cv_terminal *terminal, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// Prints `text[size]`, whose line ends are lines, as %s would each of them.
void cv_print_lines(const cv_terminal *terminal, const char *text, size_t size);

void cv_print_cell(const cv_terminal *terminal, const cv_cell *cell);

// A line "cvpdf: error: ...", and one that says what to do about it; or both go to the recorder.
void cv_complain(const cv_terminal *terminal, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void cv_advise(const cv_terminal *terminal, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// A line "WHAT: failed: ..."; or it goes to the recorder like a complaint.
void cv_fail(const cv_terminal *terminal, const char *what, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
