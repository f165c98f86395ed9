// SPDX-License-Identifier: MIT
// stack.h - the lines of the document as one vertical list, before it is cut into pages.
#ifndef CV_PAGE_STACK_H
#define CV_PAGE_STACK_H

#include "base/array.h"
#include "document/document.h"
#include "line/line.h"

// What a page break costs. Costs add up; those from CV_COST_KEPT on are only paid where nothing
// else is possible, and the ones from CV_COST_SPLIT on are violations that are reported.
#define CV_COST_SECTION INT64_C(0)
#define CV_COST_ENTRY   INT64_C(60)
#define CV_COST_BULLET  INT64_C(200)
#define CV_COST_STRAND  INT64_C(700)
#define CV_COST_LINES   INT64_C(400)            // inside a paragraph of four lines or more
#define CV_COST_PAGE    INT64_C(10000000)       // one page more
#define CV_COST_KEPT    INT64_C(2000000000)     // inside an entry that should stay whole
#define CV_COST_SPLIT   INT64_C(100000000000)   // a paragraph of under four lines
#define CV_COST_ORPHAN  INT64_C(1000000000000)  // a first line at the foot, a last one at the head
#define CV_COST_KEEP    INT64_C(10000000000000) // a heading or head from what it stands over

typedef struct cv_stack_line {
    const cv_line *line;
    const cv_block *block;
    bool is_last;       // of its block
    cv_length pitch;    // from the baseline above
    cv_gap gap;         // what the pitch is
    int64_t break_cost; // of a page break before it
} cv_stack_line;
typedef struct cv_stack CV_ARRAY(cv_stack_line) cv_stack;

// `figure_depth` is how far the photo reaches below the first baseline.
cv_stack cv_stack_build(const cv_document *document, const cv_lines *lines, cv_length figure_depth,
                        cv_arena *arena);

// True for a line of name, headline or contact.
bool cv_stack_is_of_header(const cv_stack_line *line);

#endif
