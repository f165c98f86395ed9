// SPDX-License-Identifier: MIT
// itemize.h - a text cut into runs of one stretch, one direction, one face, one script.
#ifndef CV_SHAPE_ITEMIZE_H
#define CV_SHAPE_ITEMIZE_H

#include "shape/face_choice.h"
#include "shape/shape.h"

// Appends the runs of one stretch, whose `parts` all have a face; `levels` are those of bidi.h.
void cv_itemize(const char *string, const cv_stretch *stretch, const cv_face_parts *parts,
                const uint8_t *levels, cv_arena *arena, cv_shaped_runs *runs);

#endif
