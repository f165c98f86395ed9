// SPDX-License-Identifier: MIT
// page_break.h - the stack into pages, the best of all ways.
//
// Dynamic programming over all legal breaks: fewest violations, then fewest pages, then the least
// sum of 2000 (slack / height)^2 over all pages but the last, and of the costs of the breaks.
#ifndef CV_PAGE_PAGE_BREAK_H
#define CV_PAGE_PAGE_BREAK_H

#include "page/stack.h"

// Where baselines may lie, from the top of a page.
typedef struct cv_page_room {
    cv_length first, last; // the highest and the lowest
} cv_page_room;
typedef struct cv_page_rooms {
    cv_page_room first_page, next_pages;
} cv_page_rooms;

// One page: lines [first, end) and the share of their pitch by which the gaps between sections and
// entries are stretched, 16.16.
typedef struct cv_page_lines {
    size_t first, end;
    cv_length stretch;
} cv_page_lines;
typedef struct cv_page_cuts CV_ARRAY(cv_page_lines) cv_page_cuts;

cv_page_cuts cv_pages_break(const cv_stack *stack, cv_page_rooms rooms, cv_arena *arena);

#endif
