// SPDX-License-Identifier: MIT
// line_break.h - a paragraph into lines, the best of all ways.
//
// Total fit by dynamic programming: Knuth and Plass, "Breaking Paragraphs into Lines" (1981), for
// ragged right, where a line's cost is how far it ends from the measure. Never more lines than the
// greedy setting, one more only where a tie, an address or a word at its own hyphen would be broken
// otherwise.
#ifndef CV_LINE_LINE_BREAK_H
#define CV_LINE_LINE_BREAK_H

#include "line/paragraph.h"

// The room a paragraph has.
typedef struct cv_parshape {
    cv_length first, rest;  // widths of the first line and of the others
    cv_length last_reserve; // taken from the last line, for the right text of a row
    cv_length em;
    bool is_balanced; // lines of much the same length: the measure shrinks to what the count needs
} cv_parshape;

// By how much blanks shrink where that saves a line that would be next to empty.
enum { CV_SHRINK_PERCENT = 8 };

typedef struct cv_broken {
    const uint32_t *ends; // for each line, the break point that ends it
    uint32_t count;
    bool shrinks;          // blanks are CV_SHRINK_PERCENT narrower
    bool is_overfull;      // a line is wider than its measure
    int32_t worst_penalty; // of the breaks chosen; CV_PENALTY_EMERGENCY where a word is split
} cv_broken;

// Breaks a paragraph that has at least one glyph. Scratch memory is freed, the result is in
// `arena`.
cv_broken cv_line_break(const cv_paragraph *paragraph, cv_parshape shape, cv_arena *arena);

// The width of the line between two break points, blanks at its end not counted.
cv_length cv_line_width(const cv_paragraph *paragraph, uint32_t begin, uint32_t end, bool shrinks);

#endif
