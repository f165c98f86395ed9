// SPDX-License-Identifier: MIT
// page.h - lines to pages: the entry to this room.
#ifndef CV_PAGE_PAGE_H
#define CV_PAGE_PAGE_H

#include "base/diagnostic.h"
#include "page/display.h"
#include "page/stack.h"

// How lines fall on pages.
typedef struct cv_page_fill {
    size_t pages;
    size_t lines_over; // lines on pages after the first `goal` ones
    cv_length fill;    // how full the last page is, 16.16; CV_POINT is full
} cv_page_fill;

// The same breaks as cv_pages_set() would make, without placing anything.
cv_page_fill cv_pages_measure(const cv_document *document, const cv_lines *lines,
                              const cv_shaper *shaper, size_t goal, cv_arena *arena);

// Breaks the lines into pages and places everything on them. A keep that no page can honour is
// reported, as are more pages than there may be.
const cv_display *cv_pages_set(const cv_document *document, const cv_lines *lines,
                               cv_shaper *shaper, cv_arena *arena, cv_report *report);

#endif
