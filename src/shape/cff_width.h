// SPDX-License-Identifier: MIT
// cff_width.h - how wide a glyph is by its own outline program (Adobe Technical Notes 5176, 5177).
//
// That may be another width than the one of the table `hmtx`, by which text is set. A PDF has the
// program without that table, and ISO 19005-3 6.2.11.5 wants the file to say what the program says.
#ifndef CV_SHAPE_CFF_WIDTH_H
#define CV_SHAPE_CFF_WIDTH_H

#include "shape/cff.h"

// The width in units of the program, rounded. False, leaving `*width` alone, if it cannot be read.
bool cv_cff_width(const cv_cff *cff, uint32_t glyph, int32_t *width);

#endif
