// SPDX-License-Identifier: MIT
// itemize.h - a text cut into runs of one stretch, one face, one script.
#ifndef CV_SHAPE_ITEMIZE_H
#define CV_SHAPE_ITEMIZE_H

#include "shape/shape.h"

// Faces in the order in which they are tried for a character.
typedef struct cv_font_chain {
    const cv_font *const *fonts;
    size_t count;
} cv_font_chain;

// Whether a face can show a code point, if need be by another glyph that looks the same.
bool cv_font_covers(const cv_font *font, uint32_t code_point);

// The code point to shape for one of the text: a no-break space as a space, a no-break hyphen as a
// hyphen where the face lacks it.
uint32_t cv_font_stand_in(const cv_font *font, uint32_t code_point);

// The first face of the chain that covers the cluster at `*text`, a base and its marks, over which
// it steps. NULL if none does; `*missing` is then the first code point without a glyph.
const cv_font *cv_cluster_font(cv_font_chain chain, const char **text, const char *end,
                               uint32_t *missing);

// Appends the runs of one stretch. Every cluster must be covered by the chain.
void cv_itemize(const char *string, const cv_stretch *stretch, cv_font_chain chain, cv_arena *arena,
                cv_shaped_runs *runs);

#endif
