// SPDX-License-Identifier: MIT
// schema.c - tables of keys, one after the other.
#include "base/schema.h"

cv_schema_table *cv_schema_add_table(cv_schema *schema, const char *name, const char *help) {
    CV_PUSH(schema->arena, &schema->tables, (cv_schema_table){.name = name, .help = help});
    return &schema->tables.items[schema->tables.count - 1];
}

void cv_schema_add_key(cv_schema *schema, cv_schema_table *table, cv_schema_key key) {
    CV_PUSH(schema->arena, &table->keys, key);
}

void cv_schema_add_choice(cv_schema *schema, const char *form, const char *const *words,
                          size_t count) {
    const char **copy = CV_NEW_ARRAY(schema->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++) copy[i] = words[i];
    CV_PUSH(schema->arena, &schema->choices, (cv_schema_choice){form, copy});
}
