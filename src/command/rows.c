// SPDX-License-Identifier: MIT
// rows.c - the door to libcsv, which is given one line at a time, so that lines can be counted.
#include "command/rows.h"

#include "command/cell.h"
#include "command/command.h"

#include <csv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMN_LIMIT = 1000 }; // each is looked for among the others, and is a variable of each row

typedef struct reader {
    cv_rows *rows;
    const cv_terminal *terminal;
    size_t line;        // that is being read
    size_t begin;       // of the row
    bool is_open;       // a quoted text goes on in the next line
    const char **cells; // of the row so far
    size_t count, room;
    bool is_out_of_memory;
    size_t mistakes;
} reader;

// Begins to tell a mistake; false if enough have been told.
static bool tell(reader *self, size_t line) {
    enum { MOST = 20 }; // a file with more has one cause
    if (++self->mistakes > MOST) return false;
    cv_terminal_set_ink(self->terminal, CV_INK_BOLD);
    cv_print(self->terminal, "%s:%zu:", self->rows->name, line);
    cv_terminal_set_ink(self->terminal, CV_INK_PLAIN);
    cv_print(self->terminal, " ");
    cv_terminal_set_ink(self->terminal, CV_INK_ERROR);
    cv_print(self->terminal, "error:");
    cv_terminal_set_ink(self->terminal, CV_INK_PLAIN);
    return true;
}

static void take_cell(void *text, size_t size, void *context) {
    reader *self = context;
    const char **grown = cv_grown(self->cells, &self->room, self->count, sizeof *self->cells);
    if (grown) self->cells = grown;
    char *copy = grown ? cv_store_copy(&self->rows->store, text, size) : NULL;
    if (copy)
        self->cells[self->count++] = copy;
    else
        self->is_out_of_memory = true;
}

static const char **keep_cells(reader *self) {
    size_t size = self->count * sizeof *self->cells;
    const char **kept = cv_store_take(&self->rows->store, size);
    if (kept) memcpy(kept, self->cells, size);
    if (!kept) self->is_out_of_memory = true;
    return kept;
}

static void check_columns(reader *self) {
    const cv_rows *rows = self->rows;
    for (size_t i = 0; i < rows->column_count; i++) {
        if (!*rows->columns[i]) {
            if (tell(self, self->begin))
                cv_print(self->terminal, " column %zu has no name\n", i + 1);
        } else if (cv_rows_column(rows, rows->columns[i]) < i && tell(self, self->begin)) {
            cv_print(self->terminal, " there are two columns '%s'\n", rows->columns[i]);
        }
    }
    if (rows->column_count == 1 && strchr(rows->columns[0], ';') && tell(self, self->begin)) {
        cv_print(self->terminal, " there is one column, '%s'\n", rows->columns[0]);
        cv_advise(self->terminal, "columns are parted by commas, not by semicolons");
    }
}

static void take_header(reader *self) {
    cv_rows *rows = self->rows;
    rows->columns = keep_cells(self);
    rows->column_count = rows->columns ? self->count : 0;
    if (rows->column_count <= COLUMN_LIMIT)
        check_columns(self);
    else if (tell(self, self->begin))
        cv_print(self->terminal, " a table may have %zu columns, not %zu\n", (size_t)COLUMN_LIMIT,
                 self->count);
}

static void add_row(reader *self) {
    cv_rows *rows = self->rows;
    cv_row *grown = cv_grown(rows->items, &rows->room, rows->count, sizeof *rows->items);
    if (grown)
        rows->items = grown;
    else
        self->is_out_of_memory = true;
    const char **cells = grown ? keep_cells(self) : NULL;
    if (cells) rows->items[rows->count++] = (cv_row){self->begin, cells};
}

static void take_row(int end, void *context) {
    (void)end;
    reader *self = context;
    if (!self->rows->columns)
        take_header(self);
    else if (self->count == self->rows->column_count)
        add_row(self);
    else if (tell(self, self->begin))
        cv_print(self->terminal,
                 self->count == 1 ? " this row has %zu column, the first one has %zu\n"
                                  : " this row has %zu columns, the first one has %zu\n",
                 self->count, self->rows->column_count);
    self->count = 0;
    self->is_open = false;
}

static bool is_utf8(const unsigned char *text, size_t size) {
    for (size_t at = 0; at < size;) {
        cv_cell cell = cv_cell_read(text + at, size - at);
        if (text[at] == '\0' || (text[at] >= 0x80 && cell.size == 1)) return false;
        at += cell.size;
    }
    return true;
}

static bool is_blank(const unsigned char *line, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (line[i] == '\0' || !strchr(" \t\r\n", line[i])) return false;
    return true;
}

static bool complain_of_syntax(reader *self, struct csv_parser *parser) {
    if (csv_error(parser) != CSV_EPARSE)
        self->is_out_of_memory = true;
    else if (tell(self, self->begin)) {
        cv_print(self->terminal, " a quote is not where it can be\n");
        cv_advise(self->terminal, "put the whole text in quotes, and double those in it");
    }
    return false;
}

static bool read_line(reader *self, struct csv_parser *parser, const unsigned char *line,
                      size_t size) {
    self->line++;
    if (!self->is_open) self->begin = self->line;
    if (!is_utf8(line, size)) {
        if (tell(self, self->line)) cv_print(self->terminal, " this is not UTF-8 text\n");
        return false;
    }
    if (!self->is_open && is_blank(line, size)) return true;
    self->is_open = true;
    if (csv_parse(parser, line, size, take_cell, take_row, self) != size)
        return complain_of_syntax(self, parser);
    return !self->is_out_of_memory;
}

// After the line that begins at `at`: libcsv takes a lone carriage return for its end, too.
static const unsigned char *end_of_line(const unsigned char *at, const unsigned char *end) {
    while (at < end && *at != '\r' && *at != '\n') at++;
    if (at < end && *at == '\r') return at + 1 < end && at[1] == '\n' ? at + 2 : at + 1;
    return at < end ? at + 1 : end;
}

static void read_lines(reader *self, struct csv_parser *parser, const cv_input *input) {
    static const unsigned char mark[] = {0xEF, 0xBB, 0xBF};
    const unsigned char *at = input->data, *end = input->data + input->size;
    if (input->size >= sizeof mark && memcmp(at, mark, sizeof mark) == 0) at += sizeof mark;
    while (at < end) {
        const unsigned char *stop = end_of_line(at, end);
        if (!read_line(self, parser, at, (size_t)(stop - at))) return;
        at = stop;
    }
    if (!self->is_open) return;
    if (csv_fini(parser, take_cell, take_row, self) != 0 && csv_error(parser) == CSV_EPARSE &&
        tell(self, self->begin))
        cv_print(self->terminal, " a quote is opened and never closed\n");
}

int cv_rows_read(cv_rows *rows, const cv_input *input, const cv_terminal *terminal) {
    *rows = (cv_rows){.name = input->name};
    reader self = {.rows = rows, .terminal = terminal};
    struct csv_parser parser;
    if (input->size > CV_ROWS_LIMIT) {
        cv_complain(terminal, "'%s' has more than the %zu MiB allowed", input->name,
                    (size_t)CV_ROWS_LIMIT >> 20);
        return CV_EXIT_RESUME;
    }
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) self.is_out_of_memory = true;
    if (!self.is_out_of_memory) read_lines(&self, &parser, input);
    csv_free(&parser);
    free(self.cells);
    if (self.is_out_of_memory) {
        cv_complain(terminal, "out of memory");
        return CV_EXIT_ENVIRONMENT;
    }
    if (!rows->columns && self.mistakes == 0) {
        cv_complain(terminal, "'%s' has no rows; the first one names the columns", rows->name);
        return CV_EXIT_RESUME;
    }
    return self.mistakes ? CV_EXIT_RESUME : CV_EXIT_OK;
}

void cv_rows_free(cv_rows *rows) {
    free(rows->items);
    cv_store_free(&rows->store);
}

size_t cv_rows_column(const cv_rows *rows, const char *name) {
    size_t at = 0;
    while (at < rows->column_count && strcmp(rows->columns[at], name) != 0) at++;
    return at;
}
