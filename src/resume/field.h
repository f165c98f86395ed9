// SPDX-License-Identifier: MIT
// field.h - reads a mapping of the tree into a record, by a table of keys.
//
// The table is the only place that knows the keys: reading, suggestions and manuals come from it.
#ifndef CV_RESUME_FIELD_H
#define CV_RESUME_FIELD_H

#include "base/diagnostic.h"
#include "base/schema.h"
#include "source/tree.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct cv_decoder {
    cv_arena *arena;
    cv_report *report;
} cv_decoder;

// Reads the value `node` into `target`; reports what is wrong with it and leaves `target` alone.
// Never called for a value that counts as absent.
typedef void cv_field_reader(const cv_node *node, void *target, const cv_decoder *decoder);

typedef struct cv_field {
    const char *key;
    cv_field_reader *read; // NULL: read by another stage
    size_t offset;         // of the target in the record
    bool required;
    const char *form; // what the value may be, see base/schema.h; NULL: the key is for later
    const char *help; // what to write
} cv_field;

typedef struct cv_field_table {
    const cv_field *fields;
    size_t count;
    const struct cv_field_table *common; // more keys, or NULL
    // Reports a `member` of `map` that is not in the table; NULL: cv_field_report_unknown().
    void (*unknown)(const cv_node *map, const cv_node *member, const struct cv_field_table *table,
                    const cv_decoder *decoder);
} cv_field_table;

// The first two members of a table, from an array.
#define CV_FIELDS(array) (array), sizeof(array) / sizeof *(array)

enum { CV_FIELDS_MAX = 48 }; // of a table, with its common keys

// Reads each member of `map`; keys that begin with x- are the person's own and skipped.
void cv_fields_read(const cv_node *map, const cv_field_table *table, void *record,
                    const cv_decoder *decoder);

// NULL if the table does not have the key.
const cv_field *cv_field_find(const cv_field_table *table, const char *key);

// The key of the table that is nearest to `key`, or NULL.
const char *cv_field_suggest(const cv_field_table *table, const char *key);

void cv_field_report_unknown(const cv_node *map, const cv_node *member, const cv_field_table *table,
                             const cv_decoder *decoder);

// Adds the keys of the table and its common ones to `schema`, as a table that is called `name`.
cv_schema_table *cv_fields_describe(const cv_field_table *table, const char *name, const char *help,
                                    cv_schema *schema);

// True for null and for a text of blanks only.
bool cv_field_is_absent(const cv_node *node);

// The member, if it is there and not absent, else NULL.
const cv_node *cv_field_present(const cv_node *map, const char *key);

#endif
