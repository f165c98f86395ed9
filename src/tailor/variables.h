// SPDX-License-Identifier: MIT
// variables.h - {{name}} in texts.
#ifndef CV_TAILOR_VARIABLES_H
#define CV_TAILOR_VARIABLES_H

#include "source/name_table.h"
#include "source/tree.h"

#include <stdbool.h>

typedef struct cv_variable {
    const char *name;
    const char *value; // NULL: it has none here
    const char *why;   // it has none, as a hint
    bool is_changed;   // it is not as the file itself has it
} cv_variable;

typedef struct cv_variables {
    cv_name_table numbers; // of `items`, from 1
    struct CV_ARRAY(cv_variable) items;
    cv_arena *arena;
    cv_report *report;
    bool locks_facts;
} cv_variables;

// Adds a variable, or gives one that is there another value.
void cv_variables_set(cv_variables *variables, cv_variable variable);

// Adds the members of `map`, the `vars` of a tree; `file` are those of the file itself. Both may be
// NULL. Reports names and values of a wrong form.
void cv_variables_read(cv_variables *variables, const cv_node *map, const cv_node *file);

// True for what may stand between the braces.
bool cv_variables_is_name(const char *name);

typedef struct cv_variable_place {
    const char *begin; // "{{ name }}" in a text
    size_t size;
    const char *name; // not ended by a NUL
    size_t name_size;
} cv_variable_place;

// The next variable in `text` after that at `place`, which is all zero at first. False if there is
// none.
bool cv_variables_next(const char *text, cv_variable_place *place);

// `text`, which stands at `span`, with values in place of its variables; itself if it has none.
// Unknown ones and those without a value are reported and stay. `is_fact`: one that a variant has
// changed is reported, where facts are locked.
const char *cv_variables_fill(cv_variables *variables, const char *text, cv_span span,
                              bool is_fact);

#endif
