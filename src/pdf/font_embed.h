// SPDX-License-Identifier: MIT
// font_embed.h - one face as the file carries it: a subset whose codes are exact text.
//
// A code stands for a glyph with a text, not for a glyph: a hyphen and a no-break hyphen of the
// same shape have two. Codes count from 1 in order of first use. On the page a code is shown by a
// number in a layer, each of which is a font of its own to a viewer.
#ifndef CV_PDF_FONT_EMBED_H
#define CV_PDF_FONT_EMBED_H

#include "base/arena.h"
#include "pdf/haru.h"
#include "shape/font.h"
#include "shape/glyph.h"

typedef struct cv_embedded_font cv_embedded_font;

enum { CV_WIDTH_UNIT = 10000 }; // widths are counted in this part of a thousandth of an em

cv_embedded_font *cv_embedded_font_create(const cv_font *font, cv_haru *haru, cv_arena *arena);

// The code to show `glyph` with; 0, and the document is refused, where there is none.
uint32_t cv_embedded_font_code(cv_embedded_font *embedded, const cv_glyph *glyph);

// The code to show a cluster of glyphs at `size` with, as one glyph with this text; of no glyphs,
// one that shows nothing and has no width. 0 where the face cannot have such: its glyphs are to be
// shown one by one then.
uint32_t cv_embedded_font_cluster_code(cv_embedded_font *embedded, const cv_glyph *glyphs,
                                       uint32_t count, cv_length size, const char *text);

// The advance that a viewer gives to a code, exactly as the file states it.
int64_t cv_embedded_font_width(const cv_embedded_font *embedded, uint32_t code);

// How a code is shown. Only a face with CFF outlines has more than layer 0.
uint32_t cv_embedded_font_number(const cv_embedded_font *embedded, uint32_t code);
uint32_t cv_embedded_font_layer(const cv_embedded_font *embedded, uint32_t code);

// The font dictionary of a layer, 0 as long as no code exists in it: a face of which only outlines
// are drawn is not embedded.
uint32_t cv_embedded_font_object(const cv_embedded_font *embedded, uint32_t layer);

// Why the document was refused because of this face, in words that fit behind "the font 'FILE' ";
// NULL if it was not.
const char *cv_embedded_font_fault(const cv_embedded_font *embedded);

// Writes the font; call it when all codes are known: after it there are none. A face that may not
// be embedded or subset, or has no outlines, makes `haru` refuse the document. `subsets` keeps what
// other documents may need; NULL: none are kept.
void cv_embedded_font_write(cv_embedded_font *embedded, cv_memo *subsets);

#endif
