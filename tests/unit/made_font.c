// SPDX-License-Identifier: MIT
#include "made_font.h"

#include <stdlib.h>

enum { HEADER = 12, RECORD = 16, MOST_TABLES = 40 };

static size_t get_32(const unsigned char *at) {
    return (size_t)made_16(at) << 16 | made_16(at + 2);
}

static void put_32(unsigned char *at, size_t value) {
    made_put_16(at, (unsigned)(value >> 16));
    made_put_16(at + 2, (unsigned)(value & 0xFFFF));
}

static size_t read_tables(cv_bytes file, made_table tables[MOST_TABLES]) {
    size_t count = made_16(file.data + 4);
    assert_in_range(count, 1, MOST_TABLES);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *record = file.data + HEADER + RECORD * i;
        tables[i] = (made_table){(const char *)record,
                                 {file.data + get_32(record + 8), get_32(record + 12)}};
    }
    return count;
}

static made_table *find(made_table *tables, size_t count, const char *tag) {
    for (size_t i = 0; i < count; i++)
        if (memcmp(tables[i].tag, tag, 4) == 0) return &tables[i];
    return NULL;
}

cv_bytes made_find(cv_bytes file, const char *tag) {
    made_table tables[MOST_TABLES], *found = find(tables, read_tables(file, tables), tag);
    if (!found) fail_msg("there is no table %s", tag);
    return found->bytes;
}

unsigned char *made_copy(support *self, cv_bytes file, const char *tag) {
    cv_bytes table = made_find(file, tag);
    unsigned char *copy = CV_NEW_ARRAY(self->arena, unsigned char, table.size);
    memcpy(copy, table.data, table.size);
    return copy;
}

static int compare(const void *a, const void *b) {
    return memcmp(((const made_table *)a)->tag, ((const made_table *)b)->tag, 4);
}

static cv_bytes assemble(support *self, cv_bytes file, const made_table *tables, size_t count) {
    size_t size = HEADER + RECORD * count;
    for (size_t i = 0; i < count; i++) size += (tables[i].bytes.size + 3) & ~(size_t)3;
    unsigned char *bytes = CV_NEW_ARRAY(self->arena, unsigned char, size);
    memcpy(bytes, file.data, 4);
    made_put_16(bytes + 4, (unsigned)count);
    size_t at = HEADER + RECORD * count;
    for (size_t i = 0; i < count; i++) {
        unsigned char *record = bytes + HEADER + RECORD * i;
        memcpy(record, tables[i].tag, 4);
        put_32(record + 8, at);
        put_32(record + 12, tables[i].bytes.size);
        memcpy(bytes + at, tables[i].bytes.data, tables[i].bytes.size);
        at += (tables[i].bytes.size + 3) & ~(size_t)3;
    }
    return (cv_bytes){bytes, size};
}

cv_bytes made_font(support *self, cv_bytes file, const made_table *changes, size_t count) {
    made_table tables[MOST_TABLES];
    size_t table_count = read_tables(file, tables);
    for (size_t i = 0; i < count; i++) {
        made_table *found = find(tables, table_count, changes[i].tag);
        if (!found) found = &tables[table_count++];
        *found = changes[i];
        assert_in_range(table_count, 1, MOST_TABLES - 1);
    }
    qsort(tables, table_count, sizeof *tables, compare);
    return assemble(self, file, tables, table_count);
}

static void close_font(void *font) { cv_font_close(font); }

const cv_font *made_open(support *self, cv_bytes file) {
    cv_font_name name = {.family = "Made", .file = "Made.ttf", .origin = CV_FONT_GIVEN};
    cv_font *font = cv_font_open(&name, file);
    assert_non_null(font);
    cv_arena_defer(self->arena, close_font, font);
    return font;
}
