// SPDX-License-Identifier: MIT
// glyph_path.h - the outline of a glyph as path operators.
#ifndef CV_PDF_GLYPH_PATH_H
#define CV_PDF_GLYPH_PATH_H

#include "base/text.h"
#include "shape/font.h"

#include <stdbool.h>

// Units of an em in these paths, coarser than fonts have them to keep the file small: at 8 pt a
// point is off by 0.008 pt at most, a fifteenth of a dot at 600 dpi.
enum { CV_GLYPH_GRID = 500 };

// Appends the contours of `glyph` in whole units of the grid, without a painting operator; nothing
// for a blank glyph. Scratch memory comes from the builder's arena. False if HarfBuzz has none
// left.
bool cv_glyph_path_add(cv_text_builder *out, const cv_font *font, uint16_t glyph);

#endif
