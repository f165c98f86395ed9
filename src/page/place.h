// SPDX-License-Identifier: MIT
// place.h - display items at their coordinates.
#ifndef CV_PAGE_PLACE_H
#define CV_PAGE_PLACE_H

#include "page/display.h"
#include "page/page_break.h"

typedef struct cv_fonts CV_ARRAY(const cv_font *) cv_fonts;

typedef struct cv_placer {
    const cv_document *document;
    cv_shaper *shaper;
    cv_fonts *fonts; // of the display, in order of first use
    cv_arena *arena;
    cv_report *report;
} cv_placer;

// The number of a face in the display.
uint32_t cv_placer_font(const cv_placer *placer, const cv_font *font);

// Places one line with its baseline at `baseline`; then what belongs to the line but is no text.
void cv_place_line(const cv_placer *placer, const cv_stack_line *line, cv_length baseline,
                   cv_items *items);

// Places the photo, if there is one, with its top at the margin.
void cv_place_figure(const cv_placer *placer, cv_items *items);

// Places the footer of page `number` (from 1) of `count`, if the style wants one there.
void cv_place_footer(const cv_placer *placer, size_t number, size_t count, cv_items *items);

#endif
