// SPDX-License-Identifier: MIT
#include "command/rows.h"

#include "command/command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct table {
    cv_input input;
    cv_rows rows;
    int code;
    char *messages;
} table;

static table read_table(const char *text, size_t size) {
    table self = {.input = {.name = "t.csv", .data = malloc(size + 1)}};
    memcpy(self.input.data, text, size);
    self.input.size = size;
    size_t printed;
    cv_terminal terminal = {.stream = open_memstream(&self.messages, &printed)};
    self.code = cv_rows_read(&self.rows, &self.input, &terminal);
    fclose(terminal.stream);
    return self;
}

static void free_table(table *self) {
    cv_rows_free(&self->rows);
    cv_input_free(&self->input);
    free(self->messages);
}

// "line:cell|cell;" for each row.
static void assert_rows(const char *text, const char *expected) {
    table self = read_table(text, strlen(text));
    char got[256] = "";
    size_t used = 0;
    for (size_t i = 0; i < self.rows.count; i++) {
        const cv_row *row = &self.rows.items[i];
        used += (size_t)snprintf(got + used, sizeof got - used, "%zu:", row->line);
        for (size_t j = 0; j < self.rows.column_count; j++)
            used += (size_t)snprintf(got + used, sizeof got - used, "%s%s", j ? "|" : "",
                                     row->cells[j]);
        used += (size_t)snprintf(got + used, sizeof got - used, ";");
    }
    assert_string_equal(self.messages, "");
    assert_int_equal(self.code, CV_EXIT_OK);
    assert_string_equal(got, expected);
    free_table(&self);
}

static void reads_what_rfc_4180_has(void **state) {
    (void)state;
    assert_rows("a,b\r\n1,2\r\n3,4\r\n", "2:1|2;3:3|4;");
    assert_rows("a,b\n1,2", "2:1|2;");
    assert_rows("a,b\n\"1,\"\"x\"\"\",\n", "2:1,\"x\"|;");
    assert_rows("\xEF\xBB\xBF"
                "a\nä\n",
                "2:ä;");
    assert_rows("a,b\r\n\"one\r\ntwo\",2\r\n3,4\r\n", "2:one\r\ntwo|2;4:3|4;");
    assert_rows("a,b\n\n \n1,2\n\n", "4:1|2;");
    assert_rows("a\n \" kept \" \n dropped \n", "2: kept ;3:dropped;");
    assert_rows("a,b\n", "");
    assert_rows("a,b\r1,2\r3,4", "2:1|2;3:3|4;");
    assert_rows("a\rb\r\r\"c\r\r\"\nd", "2:b;4:c\r\r;7:d;");
}

static void assert_mistake(const char *text, size_t size, const char *expected) {
    table self = read_table(text, size);
    assert_int_equal(self.code, CV_EXIT_RESUME);
    assert_string_equal(self.messages, expected);
    free_table(&self);
}
#define ASSERT_MISTAKE(text, expected) assert_mistake(text, sizeof(text) - 1, expected)

static void tells_the_line_of_a_mistake(void **state) {
    (void)state;
    ASSERT_MISTAKE("a,b\n\"1\n1\",2\n3\n",
                   "t.csv:4: error: this row has 1 column, the first one has 2\n");
    ASSERT_MISTAKE("a\n\n\"x\ny", "t.csv:3: error: a quote is opened and never closed\n");
    ASSERT_MISTAKE("a\nb\nc\0d\n", "t.csv:3: error: this is not UTF-8 text\n");
    ASSERT_MISTAKE("a\nb\n\xC3\n", "t.csv:3: error: this is not UTF-8 text\n");
    ASSERT_MISTAKE("\xFF\xFE"
                   "a\0",
                   "t.csv:1: error: this is not UTF-8 text\n");
    ASSERT_MISTAKE("a,\n", "t.csv:1: error: column 2 has no name\n");
    ASSERT_MISTAKE("", "cvpdf: error: 't.csv' has no rows; the first one names the columns\n");
}

static void tells_no_more_than_twenty_mistakes(void **state) {
    (void)state;
    char text[256] = "a,b\n";
    for (int i = 0; i < 50; i++) strcat(text, "1\n");
    table self = read_table(text, strlen(text));
    size_t lines = 0;
    for (const char *at = self.messages; *at; at++) lines += *at == '\n';
    assert_int_equal(lines, 20);
    free_table(&self);
}

static void finds_columns_by_name(void **state) {
    (void)state;
    table self = read_table("a,b\n", 4);
    assert_int_equal(cv_rows_column(&self.rows, "b"), 1);
    assert_int_equal(cv_rows_column(&self.rows, "B"), 2);
    free_table(&self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_rfc_4180_has),
        cmocka_unit_test(tells_the_line_of_a_mistake),
        cmocka_unit_test(tells_no_more_than_twenty_mistakes),
        cmocka_unit_test(finds_columns_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
