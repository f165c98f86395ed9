// SPDX-License-Identifier: MIT
// review.h - what a careful reader would ask of a resume that is valid: advice, not rules of the
// format. Findings are warnings and notes, which the person may silence (silence.h).
#ifndef CV_REVIEW_REVIEW_H
#define CV_REVIEW_REVIEW_H

#include "document/document.h"
#include "line/line.h"
#include "resume/resume.h"
#include "source/tree.h"
#include "style/style.h"

// One variant, as far as it has come.
typedef struct cv_review {
    const cv_resume *full;  // all that it has
    const cv_resume *shown; // what its pages show
    const cv_style *style;
    const cv_document *document; // NULL where errors kept it from being laid out; so are:
    const cv_lines *lines;       // of each block
    cv_arena *arena;
    cv_report *report;
} cv_review;

// Reports what the rules (review.c) find. Those about what is missing or far apart are left out
// where errors may have taken it away.
void cv_review_run(const cv_review *review);

// Reports the tags and variables of an untailored tree without errors that none of its variants
// asks for.
void cv_review_leftovers(const cv_node *tree, cv_arena *arena, cv_report *report);

#endif
