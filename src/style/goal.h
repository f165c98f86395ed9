// SPDX-License-Identifier: MIT
// goal.h - what a person wants of the pages: `fit: {pages: 1, min_size: 9pt, drop: 4}`.
#ifndef CV_STYLE_GOAL_H
#define CV_STYLE_GOAL_H

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/schema.h"
#include "source/tree.h"

typedef struct cv_goal {
    int pages;          // at most so many; 0: there is no goal
    cv_length min_size; // of running text; 0: as small as can be read
    int drop;           // items of this priority and larger numbers may go; 0: none
    cv_span span, min_size_span;
} cv_goal;

// Decodes the `fit` of a tailored tree and reports what is wrong with it.
cv_goal cv_goal_decode(const cv_node *tree, cv_report *report);

// Adds the keys of `fit`.
void cv_goal_describe(cv_schema *schema);

#endif
