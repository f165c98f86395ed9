// SPDX-License-Identifier: MIT
// parting.h - parts what programs that read a line as a whole would read in a wrong order.
#ifndef CV_LINE_PARTING_H
#define CV_LINE_PARTING_H

#include "line/line.h"

// Puts blanks that show nothing, an em above the line and no content, where the direction changes
// at a blank; only into a line of mixed directions that would else be misread. The runs are in the
// order of reading, at their places. `font` has a blank for those whose own font has none.
//
// PDFium, and the browsers that read with it, sort what is drawn on one height by place, cut it
// where the kind of letter changes (right to left; left to right; digits and signs of numbers; all
// others), turn the parts from right to left, and take the parts in the order from right to left if
// at least as many are of that kind as of the other, else from left to right. What stands on
// another height ends a line for them (core/fpdftext/cpdf_textpage.cpp, core/fxcrt/fx_bidi.cpp).
void cv_line_part(cv_line *line, const cv_font *font, cv_arena *arena);

#endif
