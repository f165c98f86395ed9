// SPDX-License-Identifier: MIT
// silence.h - warnings and notes that the person does not want to hear: by code for the file,
//
//   check: {ignore: [CV623]}
//
// and by a comment for the findings of a line: "# cvpdf: ignore CV623, CV640". Errors cannot be
// silenced.
#ifndef CV_REVIEW_SILENCE_H
#define CV_REVIEW_SILENCE_H

#include "base/schema.h"
#include "resume/field.h"
#include "source/tree.h"

// One code in one of these places.
typedef struct cv_silence {
    cv_problem problem;
    cv_span span; // of the code
    cv_span line; // of the comment; empty for the whole file
    bool is_used;
} cv_silence;

typedef struct cv_silences {
    struct CV_ARRAY(cv_silence) items;
    const cv_node *tree;
    bool has_comments; // they have been read
    bool has_too_many; // that has been said
} cv_silences;

// The keys of `check`.
void cv_silences_describe(cv_schema *schema);

// Reads the `check` of `tree`. Codes that do not exist, and those of errors, are errors.
cv_silences *cv_silences_read(const cv_node *tree, cv_arena *arena, cv_report *report);

// Reads the comments of the resume, source 0 of the report, unless that is done. Wrong codes as
// above.
void cv_silences_read_comments(cv_silences *silences, cv_report *report);

// Takes the findings that are silenced out of the report.
void cv_silences_apply(cv_silences *silences, cv_report *report);

// Adds a note for each that has silenced nothing so far.
void cv_silences_report_idle(cv_silences *silences, cv_report *report);

#endif
