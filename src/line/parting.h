// SPDX-License-Identifier: MIT
// parting.h - parts what programs that read a line as a whole would read in a wrong order.
#ifndef CV_LINE_PARTING_H
#define CV_LINE_PARTING_H

#include "line/line.h"

// Puts blanks that show nothing, an em above the line and no content, into a line of mixed
// directions that PDFium would misread (guessed_order.h): what stands on another height ends a line
// there. Best is a blank where the direction changes, and as little as can be; a run may be split.
// The runs are in the order of reading, at their places. `font` has a blank for those whose own
// font has none.
void cv_line_part(cv_line *line, const cv_font *font, cv_arena *arena);

#endif
