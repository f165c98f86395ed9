// SPDX-License-Identifier: MIT
// silence.h - warnings and notes that the person does not want to hear: by code for the file,
//
//   check: {ignore: [CV623]}
//
// and by a comment for the findings of a line: "# cvpdf: ignore CV623, CV640 because …". Errors
// cannot be silenced.
#ifndef CV_REVIEW_SILENCE_H
#define CV_REVIEW_SILENCE_H

#include "base/schema.h"
#include "resume/field.h"
#include "source/tree.h"

// One code in one of these places.
typedef struct cv_silence {
    cv_problem problem;
    cv_span span;     // of the code
    cv_span line;     // of the comment; empty for the whole file
    cv_span texts[2]; // of several lines: that which ends there and that which begins there
    bool is_used;
} cv_silence;

typedef struct cv_silences {
    struct CV_ARRAY(cv_silence) items;
    bool has[CV_PROBLEM_COUNT]; // whether any item is of a problem: most findings are of none
    const cv_node *source;      // its tree
    uint32_t number;            // of its text among the sources of the report
    bool has_too_many;          // that has been said
    struct cv_silences *other;  // of the file that it is compared with; NULL: there is none
} cv_silences;

// The keys of `check`.
void cv_silences_describe(cv_schema *schema);

// Reads the `check` of `tree`, and the comments of the resume whose tree before any tailoring is
// `source`: a comment is what is in none of its texts. Codes that do not
// exist, and those of errors, are errors.
cv_silences *cv_silences_read(const cv_node *tree, const cv_node *source, cv_arena *arena,
                              cv_report *report);

// Takes what is silenced out of the report, and keeps it out from now on.
void cv_silences_apply(cv_silences *silences, cv_report *report);

// The same of two files: each silences what is found in itself, and what is in neither.
void cv_silences_apply_both(cv_silences *one, cv_silences *other, cv_report *report);

// Adds a note for each that has silenced nothing so far.
void cv_silences_report_idle(cv_silences *silences, cv_report *report);

#endif
