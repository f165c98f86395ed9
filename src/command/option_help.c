// SPDX-License-Identifier: MIT
// option_help.c - the table of options as --help shows it.
#include "command/option_table.h"

#include <string.h>

static void print_help(const char *lines, FILE *stream) {
    while (*lines) {
        size_t size = strcspn(lines, "\n");
        fprintf(stream, "        %.*s\n", (int)size, lines);
        lines += size + (lines[size] == '\n');
    }
}

static void print_option(const cv_option *row, FILE *stream) {
    if (row->letter)
        fprintf(stream, "  -%c, %s", row->letter, row->name);
    else
        fprintf(stream, "      %s", row->name);
    fprintf(stream, "%s%s\n", row->value ? " " : "", row->value ? row->value : "");
    print_help(row->help, stream);
}

void cv_options_print(FILE *stream, cv_verb verb) {
    size_t count;
    const cv_option *rows = cv_option_rows(&count);
    for (const cv_option *row = rows; row < rows + count; row++)
        if (cv_option_is_for(row, verb)) print_option(row, stream);
}
