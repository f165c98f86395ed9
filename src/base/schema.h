// SPDX-License-Identifier: MIT
// schema.h - the keys of the format as data, for editors and the manual.
//
// Each room describes the keys that it reads, from the tables that it reads them by. A form says
// what a value may be. It is the name of another table, or of a definition in
// data/schema/frame.json.
#ifndef CV_BASE_SCHEMA_H
#define CV_BASE_SCHEMA_H

#include "base/array.h"

#include <stdbool.h>

typedef struct cv_schema_key {
    const char *name;
    const char *form;         // NULL where `words` tell
    const char *const *words; // all that the value may be, up to a NULL
    const char *help;         // one line, lower case, no full stop
    bool is_required;
} cv_schema_key;

typedef struct cv_schema_table {
    const char *name, *help;
    const char *const *signs; // of a kind of entry: has one of these keys, up to a NULL; else NULL
    struct CV_ARRAY(cv_schema_key) keys;
} cv_schema_table;

// A form that is a choice of words.
typedef struct cv_schema_choice {
    const char *form;
    const char *const *words; // up to a NULL
} cv_schema_choice;

typedef struct cv_schema {
    cv_arena *arena;
    struct CV_ARRAY(cv_schema_table) tables; // kinds of entries in the order of recognition
    struct CV_ARRAY(cv_schema_choice) choices;
} cv_schema;

// An empty table, which stays in its place until the next one is added.
cv_schema_table *cv_schema_add_table(cv_schema *schema, const char *name, const char *help);

void cv_schema_add_key(cv_schema *schema, cv_schema_table *table, cv_schema_key key);

// `words[count]` are copied.
void cv_schema_add_choice(cv_schema *schema, const char *form, const char *const *words,
                          size_t count);

#endif
