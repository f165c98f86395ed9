// SPDX-License-Identifier: MIT
// shape.h - block texts as glyphs, in font units: shaped once, at any size.
#ifndef CV_SHAPE_SHAPE_H
#define CV_SHAPE_SHAPE_H

#include "base/diagnostic.h"
#include "document/document.h"
#include "shape/font_set.h"
#include "shape/shape_cache.h"

// A glyph in font units. Glyphs are in the order of their text, also in a run that is shown from
// right to left; those of a cluster follow each other; the text is the paragraph's.
typedef struct cv_shaped_glyph {
    uint32_t begin;     // first byte of its text
    uint16_t text_size; // bytes; 0 for glyphs that have no text of their own
    uint16_t id;
    int32_t advance, x_offset, y_offset;
    bool starts_cluster;
    bool is_unsafe; // a cut before it changes shapes on one side or the other
} cv_shaped_glyph;
typedef struct cv_shaped_glyphs {
    const cv_shaped_glyph *items;
    size_t count;
} cv_shaped_glyphs;

// Glyphs of one stretch, one direction, one face and one script.
typedef struct cv_shaped_run {
    uint32_t begin, end;   // bytes
    uint32_t first, count; // glyphs
    const cv_font *font;
    const cv_stretch *stretch;
    uint32_t script; // ISO 15924 tag
    uint8_t level;   // of UAX #9: shown from right to left where it is odd
} cv_shaped_run;
typedef struct cv_shaped_runs CV_ARRAY(cv_shaped_run) cv_shaped_runs;

// `text` is as shaped, with names in the place of missing characters where the style says so;
// its string is NULL where there is none.
typedef struct cv_shaped {
    cv_block_text text;
    cv_shaped_runs runs;
    cv_shaped_glyphs glyphs;
    bool is_mixed; // not all of it runs from left to right
} cv_shaped;

typedef struct cv_shaped_block {
    cv_shaped text, right, label;
} cv_shaped_block;

// Shapes the texts of one document. Its HarfBuzz objects are closed with the arena.
typedef struct cv_shaper cv_shaper;

// Finds the families of the document among `fonts` and reports those that are not there. Texts are
// looked up in `cache` and kept there; it must outlive what is shaped. NULL for none.
cv_shaper *cv_shaper_open(const cv_document *document, cv_font_set *fonts, cv_memo *cache,
                          cv_arena *arena, cv_report *report);

// Shapes a text. A character that no face has is reported, once for each.
cv_shaped cv_shape_text(cv_shaper *shaper, const cv_block_text *text);

// One for each block of the document.
const cv_shaped_block *cv_shape_document(cv_shaper *shaper);

// Shapes bytes [begin, end) of a run anew, for a line that begins or ends where a cut is unsafe.
cv_shaped_glyphs cv_shape_again(cv_shaper *shaper, const cv_shaped *shaped,
                                const cv_shaped_run *run, uint32_t begin, uint32_t end);

// The face of the document's family: CV_FACE_REGULAR and so on.
const cv_font *cv_shaper_font(const cv_shaper *shaper, unsigned face);

// The advance of a glyph at its stretch's size, and tracking where its letters do not join.
cv_length cv_shaped_advance(const cv_shaped_run *run, const cv_shaped_glyph *glyph);

#endif
