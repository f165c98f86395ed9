// SPDX-License-Identifier: MIT
// font_check.h - whether a font file is sound enough to be given to HarfBuzz and a PDF.
//
// It may be anybody's. HarfBuzz looks after its own reads; this sees to what it does not promise:
// bounded work, and glyphs that a subset keeps.
#ifndef CV_SHAPE_FONT_CHECK_H
#define CV_SHAPE_FONT_CHECK_H

#include "base/text.h"

#include <stdbool.h>

// What is wrong, in words that fit behind "the font 'FILE' ".
typedef struct cv_font_fault {
    char text[95];
    bool lacks_memory; // which may be all that is wrong
} cv_font_fault;

// Looks at the directory and at the tables that every face needs, of face `index` of the file (0
// but for a collection). False, with a fault, if it cannot be used or memory runs out.
bool cv_font_check(cv_bytes file, unsigned index, cv_font_fault *fault);

#endif
