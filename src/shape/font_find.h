// SPDX-License-Identifier: MIT
// font_find.h - from a family's name to its faces.
#ifndef CV_SHAPE_FONT_FIND_H
#define CV_SHAPE_FONT_FIND_H

#include "shape/shape.h"

// The face of a family (its name in any case), or the nearest upright or lighter one it has: faces
// are never made up. NULL if the set lacks the family.
const cv_font *cv_font_find(cv_font_set set, const char *family, unsigned face);

// The families of the set, each once, in order.
typedef struct cv_family_names CV_ARRAY(const char *) cv_family_names;
cv_family_names cv_font_families(cv_font_set set, cv_arena *arena);

#endif
