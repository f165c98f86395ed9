// SPDX-License-Identifier: MIT
// direction_marks.h - characters that show nothing, where programs would otherwise turn a text.
#ifndef CV_LINE_DIRECTION_MARKS_H
#define CV_LINE_DIRECTION_MARKS_H

#include "line/line.h"

// Adds U+200E or U+200F to the text of glyphs, in lines that have text from right to left or belong
// to a document that runs that way. `runs` are in the order of reading, at their places.
//
// Poppler sorts a line by place and cuts it: text from right to left ends at letters from left to
// right and at digits and signs of numbers, text from left to right at letters from right to left.
// In pages of mostly the latter it takes these sections from right to left, in others from left to
// right, and turns those from right to left (reorderText() in poppler/TextOutputDev.cc). So blanks
// and signs between two directions go with whatever precedes them. A mark that runs as they should
// ends the section before them. In lines from right to left, brackets are marked too: PDFium, which
// takes its text for what is seen, turns those that nothing from left to right precedes.
//
// A mark at the left of a glyph is at the begin of its text, one at the right at the end.
void cv_line_mark_directions(cv_line *line, bool is_right_to_left, cv_arena *arena);

#endif
