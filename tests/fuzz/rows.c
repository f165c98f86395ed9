// SPDX-License-Identifier: MIT
// rows.c - any bytes as a table: rows of one width, in order, or a complaint; the same twice.
#include "command/rows.h"
#include "command/command.h"
#include "fuzz.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct table {
    cv_rows rows;
    int code;
    char *messages;
    size_t message_size;
} table;

static table read_table(cv_input *input) {
    table self = {.code = 0};
    cv_terminal terminal = {.stream = open_memstream(&self.messages, &self.message_size)};
    if (!terminal.stream) abort();
    self.code = cv_rows_read(&self.rows, input, &terminal);
    fclose(terminal.stream);
    return self;
}

static void check_rows(const cv_rows *rows) {
    size_t line = 0;
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->items[i].line <= line) abort();
        line = rows->items[i].line;
        for (size_t j = 0; j < rows->column_count; j++)
            if (!rows->items[i].cells[j]) abort();
    }
    for (size_t j = 0; j < rows->column_count; j++)
        if (!*rows->columns[j] || cv_rows_column(rows, rows->columns[j]) != j) abort();
}

static void free_table(table *self) {
    cv_rows_free(&self->rows);
    free(self->messages);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    cv_input input = {.name = "t.csv", .data = malloc(size + 1), .size = size};
    if (!input.data) abort();
    if (size) memcpy(input.data, data, size);
    table one = read_table(&input), two = read_table(&input);
    if ((one.code != 0) != (one.message_size > 0)) abort();
    if (one.code != two.code || strcmp(one.messages, two.messages) != 0) abort();
    if (one.code == 0) check_rows(&one.rows);
    free_table(&one);
    free_table(&two);
    free(input.data);
    return 0;
}
