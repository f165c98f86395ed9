// SPDX-License-Identifier: MIT
// guessed_order.h - in which order PDFium reads what is seen on a line.
#ifndef CV_LINE_GUESSED_ORDER_H
#define CV_LINE_GUESSED_ORDER_H

#include "base/array.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cv_code_points CV_ARRAY(uint32_t) cv_code_points;

// Fills `read` with what PDFium, and the browsers that read with it, make of `seen`, the text of a
// line from left to right. They cut it where the kind of character changes: from right to left;
// from left to right; digits, signs of numbers and marks; all others. They take the parts in the
// order from right to left if more are of the first kind than of the second, else from left to
// right; turn those of the first kind; and turn those of the last kind that follow these or, in the
// former case, begin the line (CFX_BidiString in core/fxcrt/fx_bidi.cpp, CPDF_TextPage in
// core/fpdftext/cpdf_textpage.cpp; that as many do not suffice is measured, with pypdfium2 5.15).
void cv_order_guess(const cv_code_points *seen, cv_code_points *read, cv_arena *arena);

// What becomes of a character that is turned: of a bracket or quotation mark, the other one; 0 of
// one that is replaced by others.
uint32_t cv_turned(uint32_t code_point);

// True for letters from left to right or right to left, digits and what goes with these.
bool cv_has_direction(uint32_t code_point);

#endif
