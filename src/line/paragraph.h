// SPDX-License-Identifier: MIT
// paragraph.h - a shaped text as the breaker sees it: places to break, with widths at its size.
#ifndef CV_LINE_PARAGRAPH_H
#define CV_LINE_PARAGRAPH_H

#include "base/array.h"
#include "line/breaks.h"
#include "shape/shape.h"

// Where a line may end and the next begin. Widths run from the start of the paragraph, which may be
// wider than a cv_length can tell.
typedef struct cv_break_point {
    uint32_t end;          // glyph after the last one that shows on the line above
    uint32_t next;         // first glyph of the line below; blanks between the two show nowhere
    int64_t width_to_end;  // up to `end`
    int64_t width_to_next; // up to `next`
    int64_t spaces_to_end; // of these, blanks that may shrink
    int64_t spaces_to_next;
    uint32_t words_to_end, words_to_next; // how many words begin before
    int32_t penalty;
} cv_break_point;
typedef struct cv_break_points CV_ARRAY(cv_break_point) cv_break_points;

typedef struct cv_paragraph {
    const cv_shaped *shaped;
    const cv_length *advances; // of each glyph
    const bool *blanks;        // whether a glyph is one
    cv_break_points points;    // the start, the breaks, the end
} cv_paragraph;

// The lines there are for a paragraph.
typedef struct cv_paragraph_room {
    cv_length single;    // that of a paragraph of one line: what it holds gets no break points
    cv_length narrowest; // words wider than this may be broken anywhere
} cv_paragraph_room;

cv_paragraph cv_paragraph_build(const cv_shaped *shaped, cv_breaker *breaker,
                                cv_paragraph_room room, cv_arena *arena);

#endif
