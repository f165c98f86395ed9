// SPDX-License-Identifier: MIT
// place.c - tells files from what the library calls by other names.
#include "command/place.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool is_stdin(const char *name) { return strcmp(name, "<stdin>") == 0; }

// The column in "rows.csv:17 column", as the cells of a row are called; NULL if it is none.
static const char *find_column(const char *name, const cv_origin *origin) {
    size_t size = origin->table ? strlen(origin->table) : 0;
    char line[24];
    if (size == 0 || strncmp(name, origin->table, size) != 0) return NULL;
    int digits = snprintf(line, sizeof line, ":%zu ", origin->row);
    return strncmp(name + size, line, (size_t)digits) == 0 ? name + size + digits : NULL;
}

cv_place cv_place_find(const cv_finding *finding, const cv_origin *origin) {
    const char *name = finding->name;
    if (!name) return (cv_place){0};
    const char *column = find_column(name, origin);
    if (column)
        return (cv_place){origin->table, column, .line = origin->row, .end_line = origin->row};
    if (strncmp(name, "--", 2) == 0) {
        bool has_file = origin->file && !is_stdin(origin->file);
        return (cv_place){.file = has_file ? origin->file : NULL, .source = name};
    }
    return (cv_place){
        .file = is_stdin(name) ? NULL : name,
        .source = is_stdin(name) ? name : NULL,
        .line = finding->line,
        .column = finding->column,
        .end_line = finding->end_line,
        .end_column = finding->end_column,
    };
}
