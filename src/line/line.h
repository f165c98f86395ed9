// SPDX-License-Identifier: MIT
// line.h - blocks as lines: every glyph has its place from the left margin.
#ifndef CV_LINE_LINE_H
#define CV_LINE_LINE_H

#include "base/array.h"
#include "base/diagnostic.h"
#include "document/document.h"
#include "line/breaks.h"
#include "shape/glyph.h"
#include "shape/shape.h"

// Glyphs of one face, size, colour, mark and direction, set in one go. They stand from left to
// right, also those of a text that is read from right to left; runs follow each other as they are
// read.
typedef struct cv_line_run {
    const cv_font *font;
    const cv_stretch *stretch;
    const cv_glyph *glyphs;
    uint32_t count;
    cv_length x, width;      // from the left margin; without a trailing blank at a line's end
    cv_length scale;         // horizontal, 16.16: of a stretched space only is it not CV_POINT
    const char *replacement; // what extractors are to read instead, or NULL
    bool starts_sequence;    // first of a label, a text, a right text
    uint8_t level;           // of UAX #9; the lowest where `levels` has one for each glyph
    const uint8_t *levels;   // or NULL: all are of `level`
    const char *reading;     // its text as it is read, in a line of mixed directions; else NULL
} cv_line_run;
typedef struct cv_line_runs CV_ARRAY(cv_line_run) cv_line_runs;

typedef struct cv_line {
    cv_line_runs runs;
} cv_line;
typedef struct cv_lines CV_ARRAY(cv_line) cv_lines;

// Sets every block of the document at its measure; one array of lines for each block.
const cv_lines *cv_lines_set(const cv_document *document, const cv_shaped_block *blocks,
                             cv_shaper *shaper, cv_breaker *breaker, cv_arena *arena,
                             cv_report *report);

// Appends the lines, a line of text for each (golden format `.lines`).
void cv_lines_dump(const cv_document *document, const cv_lines *lines, cv_text_builder *out);

#endif
