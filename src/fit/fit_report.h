// SPDX-License-Identifier: MIT
// fit_report.h - what a fit did, or what would have to be done for it.
#ifndef CV_FIT_FIT_REPORT_H
#define CV_FIT_FIT_REPORT_H

#include "fit/drop.h"
#include "fit/layout.h"
#include "style/goal.h"

// Where a search ended.
typedef struct cv_fit_state {
    const cv_resume *resume;
    int lines, gaps;       // steps of the levers
    cv_droppables dropped; // the first `drop_count` are left out
    size_t drop_count;
    size_t pages;
    bool fits;
} cv_fit_state;

// How many lines of a layout each item takes with it that no item before it does; after them, those
// that none does.
size_t *cv_lines_by_item(const cv_layout *layout, const cv_droppables *items, cv_arena *arena);

// A note: pages, size, margins, and each item left out with its line.
void cv_fit_report_success(const cv_fit_state *state, const cv_style *style, cv_report *report);

// An error: how many lines are over, and the texts whose last line is the cheapest to save.
void cv_fit_report_failure(const cv_goal *goal, const cv_layout *tightest, size_t lines_over,
                           cv_report *report);

#endif
