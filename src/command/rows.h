// SPDX-License-Identifier: MIT
// rows.h - a table of a CSV file: RFC 4180 in UTF-8, its first row names the columns.
#ifndef CV_COMMAND_ROWS_H
#define CV_COMMAND_ROWS_H

#include "command/input.h"
#include "command/store.h"
#include "command/terminal.h"

#include <stddef.h>

enum { CV_ROWS_LIMIT = 64 << 20 }; // bytes of a file; with 20,000 rows, 3 KB each

typedef struct cv_row {
    size_t line;        // where it begins, from 1
    const char **cells; // as many as there are columns
} cv_row;

typedef struct cv_rows {
    const char *name;     // of the file
    const char **columns; // names, all different and not empty
    size_t column_count;
    cv_row *items;
    size_t count, room;
    cv_store store; // of all texts
} cv_rows;

// Reads the table of `input`, whose name has to outlive it. Returns what to exit with, having
// complained with the lines of all mistakes; free it in any case.
int cv_rows_read(cv_rows *rows, const cv_input *input, const cv_terminal *terminal);
void cv_rows_free(cv_rows *rows);

// The number of the column of that name; `column_count` if there is none.
size_t cv_rows_column(const cv_rows *rows, const char *name);

#endif
