// SPDX-License-Identifier: MIT
// fit.h - a resume on the pages its goal allows: the most legible of the ways to get it there.
#ifndef CV_FIT_FIT_H
#define CV_FIT_FIT_H

#include "fit/layout.h"
#include "style/goal.h"

typedef struct cv_fitted {
    const cv_resume *resume; // without what had to go
    const cv_style *style;
    cv_layout layout;
    size_t layouts; // how often lines were broken, this one included
} cv_fitted;

// Tries the states of the levers (levers.h) from the style as it is to the tightest, lines before
// gaps, and then, where the goal allows it, leaves out items; takes the first that fits. A resume
// that leaves its last page less than four fifths full is loosened instead, as far as that adds no
// page. What was done is reported as a note; where nothing helps, an error says by how many lines
// and which texts are the cheapest to shorten. `press` needs a cache. Without a goal the resume is
// laid out as it is.
cv_fitted cv_fit(const cv_resume *resume, const cv_style *style, const cv_goal *goal,
                 const cv_press *press, cv_arena *arena, cv_report *report);

#endif
