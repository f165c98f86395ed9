// SPDX-License-Identifier: MIT
// font_subset.h - a font program with some glyphs of a face: the door to HarfBuzz's subset library.
#ifndef CV_PDF_FONT_SUBSET_H
#define CV_PDF_FONT_SUBSET_H

#include "base/arena.h"
#include "base/text.h"
#include "pdf/font_clusters.h"
#include "shape/font.h"

typedef struct cv_font_subset cv_font_subset;

// Of `glyphs[count]`, without hints and what a PDF does not need. Numbers from the face's count on
// are those of `clusters`. NULL if memory runs out, a table
// is missing, or a glyph would not be what it was. Closed with the arena.
cv_font_subset *cv_font_subset_make(const cv_font *font, const cv_clusters *clusters,
                                    const uint16_t *glyphs, size_t count, cv_arena *arena);

// TrueType: a font file. CFF: the bare program, as a PDF has it (ISO 32000-1, 9.9).
cv_bytes cv_font_subset_program(const cv_font_subset *subset);

// The number in it of a glyph of the face.
uint32_t cv_font_subset_glyph(const cv_font_subset *subset, uint16_t glyph);

#endif
