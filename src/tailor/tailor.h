// SPDX-License-Identifier: MIT
// tailor.h - the tree as one rendering sees it: settings applied, ids computed.
#ifndef CV_TAILOR_TAILOR_H
#define CV_TAILOR_TAILOR_H

#include "source/tree.h"

// One `--set PATH=VALUE`, and the same for options that are shorthands of it (--theme, --paper,
// --language): `name` is how messages call it.
typedef struct cv_setting {
    const char *name;  // "--set", "--paper"
    const char *path;  // "design.font.size"; keys, section and entry ids, positions from 0
    const char *value; // one YAML value
} cv_setting;

// A copy of `tree` (unchanged parts are shared) with each setting applied in order and with ids:
// a section's is its `id:`, else its key in lower case with runs of other than letters and digits
// turned to '-'; two equal ones are an error. Paths that lead nowhere are errors with a suggestion.
const cv_node *cv_tailor(const cv_node *tree, const cv_setting *settings, size_t count,
                         cv_arena *arena, cv_report *report);

#endif
