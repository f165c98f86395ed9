// SPDX-License-Identifier: MIT
// tailor.h - the tree as one rendering sees it: variant and settings applied, languages chosen,
// variables filled in, ids computed.
#ifndef CV_TAILOR_TAILOR_H
#define CV_TAILOR_TAILOR_H

#include "base/schema.h"
#include "base/selection.h"
#include "source/tree.h"

// One `--set PATH=VALUE`, and the same for options that are shorthands of it (--theme, --paper,
// --language): `name` is how messages call it. Of a variable: its name, and its text as it stands.
typedef struct cv_setting {
    const char *name;  // "--set", "--paper", "--var"
    const char *path;  // "design.font.size"; keys, section and entry ids, positions from 0
    const char *value; // one YAML value
} cv_setting;

// What a file says of its variants, laid over the file and checked.
typedef struct cv_prepared cv_prepared;

// All may be absent; texts are UTF-8 but for `file`.
typedef struct cv_tailor_options {
    const char *variant; // NULL or "base": the file itself
    const cv_setting *settings;
    size_t setting_count;
    const cv_setting *variables;
    size_t variable_count;
    const char *const *include, *const *exclude; // tags, in place of the variant's
    size_t include_count, exclude_count;
    const char *file;            // {{file}}: the source's name without folder and suffix
    const char *date;            // {{date}}: "2024-05-17"
    bool locks_facts;            // as `facts: locked` in the file
    const char *output;          // in place of that of the variant, NULL for that
    const char *origin;          // of `variant` and `output`: "rows.csv:17"; NULL: options
    const cv_prepared *prepared; // of the same tree and with the same locks; NULL: it is done anew
} cv_tailor_options;

typedef struct cv_tailored {
    const cv_node *tree;
    cv_selection selection;
    const char *written_language; // of the file itself, BCP 47
    const char *variant;          // NULL: the file itself
    const char *output;           // name of the file to write, without folder; NULL after a finding
} cv_tailored;

typedef struct cv_output {
    const char *variant; // NULL: the file itself
    const char *name;    // as `output` above
} cv_output;
typedef struct cv_outputs CV_ARRAY(cv_output) cv_outputs;

// A copy of `tree` (unchanged parts are shared) as the variant has it. Lowest first: the file, the
// variant that is extended, the variant, each setting in order. Ids are computed: a section's is
// its `id:`, else its key in lower case with runs of other than letters and digits turned to '-';
// two equal ones are an error. All variants are checked, whichever is asked for: names, tags,
// section ids and paths that lead nowhere are errors with a suggestion.
const cv_tailored *cv_tailor(const cv_node *tree, const cv_tailor_options *options, cv_arena *arena,
                             cv_report *report);

// All variants in the order of the file and what they would be written to; the file itself if there
// are none.
cv_outputs cv_tailor_list(const cv_node *tree, const cv_tailor_options *options, cv_arena *arena,
                          cv_report *report);

// The one that the options name, without its texts; `name` is NULL after a finding.
cv_output cv_tailor_find(const cv_node *tree, const cv_tailor_options *options, cv_arena *arena,
                         cv_report *report);

// Does what is the same for all variants and settings, once for several of the functions above.
const cv_prepared *cv_tailor_prepare(const cv_node *tree, bool locks_facts, cv_arena *arena,
                                     cv_report *report);

// Adds the keys of a variant.
void cv_variants_describe(cv_schema *schema);

#endif
