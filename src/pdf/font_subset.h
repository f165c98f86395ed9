// SPDX-License-Identifier: MIT
// font_subset.h - a font program with some glyphs of a face: the door to HarfBuzz's subset library.
#ifndef CV_PDF_FONT_SUBSET_H
#define CV_PDF_FONT_SUBSET_H

#include "base/arena.h"
#include "base/memo.h"
#include "base/text.h"
#include "pdf/font_clusters.h"
#include "pdf/haru.h"
#include "shape/font.h"

typedef struct cv_font_subset {
    cv_bytes program;        // TrueType: a font file. CFF: as a PDF has it (ISO 32000-1, 9.9)
    const uint16_t *numbers; // in it, of each of the glyphs
    unsigned char digest[CV_DIGEST_BYTES]; // of the program
} cv_font_subset;

// What is subset, and where such subsets are kept.
typedef struct cv_subset_source {
    const cv_font *font;
    const cv_clusters *clusters;
    const cv_face_tables *tables; // that clusters are added to
    cv_memo *kept;                // NULL: nowhere
} cv_subset_source;

// Of `glyphs[count]`, without hints and what a PDF does not need. Numbers from the face's count on
// are those of `clusters`. NULL if a glyph would not be what it was; it jumps to the arena's
// recovery point if memory runs out. It lasts as long as the arena, and until `kept` is trimmed.
const cv_font_subset *cv_font_subset_make(const cv_subset_source *source, const uint16_t *glyphs,
                                          size_t count, cv_arena *arena);

#endif
