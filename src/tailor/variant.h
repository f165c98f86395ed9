// SPDX-License-Identifier: MIT
// variant.h - the variants of a file: what each says, and what the file is with it.
#ifndef CV_TAILOR_VARIANT_H
#define CV_TAILOR_VARIANT_H

#include "base/selection.h"
#include "source/tree.h"

typedef struct cv_word_list {
    bool is_given; // an empty list takes back that of the variant which is extended
    cv_words words;
} cv_word_list;

typedef struct cv_variant cv_variant;
struct cv_variant {
    const char *name;
    cv_span span; // of the name
    cv_word_list include, exclude, sections;
    const cv_node *extends, *language, *output; // texts, NULL where absent; so are the maps:
    const cv_node *design, *fit, *set, *variables;
    cv_variant *parent; // that it extends, or NULL

    // With all of the parent in it; set by cv_variants_apply().
    const cv_node *tree;
    cv_selection selection;
    const cv_node *output_template; // NULL where none is given
};

typedef struct cv_variants {
    cv_variant *items; // in the order of the file
    size_t count;
} cv_variants;

// Reads what the file says of variants. Wrong keys and values, and parents that are not there or
// come round to the variant itself, are reported and left out.
cv_variants cv_variants_read(const cv_node *tree, cv_arena *arena, cv_report *report);

// Puts each variant, after its parent, into a copy of `tree`. Paths, tags and section ids that lead
// nowhere are reported, and so are facts that change where they are locked.
void cv_variants_apply(const cv_variants *variants, const cv_node *tree, bool locks_facts,
                       cv_arena *arena, cv_report *report);

// NULL after a finding at `span`.
const cv_variant *cv_variants_find(const cv_variants *variants, const char *name, cv_span span,
                                   cv_report *report);

#endif
