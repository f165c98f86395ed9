// SPDX-License-Identifier: MIT
// font.h - one face: metrics, coverage, embedding permission. Immutable, shared by threads.
#ifndef CV_SHAPE_FONT_H
#define CV_SHAPE_FONT_H

#include "base/length.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct hb_face_t hb_face_t;
typedef struct hb_font_t hb_font_t;

// A face of a family.
enum { CV_FACE_REGULAR = 0, CV_FACE_BOLD = 1, CV_FACE_ITALIC = 2, CV_FACE_BOLD_ITALIC = 3 };

// All lengths in font units, y upward, as the file has them.
typedef struct cv_font {
    const char *family, *file;   // "Lato", "fonts/lato/Lato-Bold.ttf"
    const char *postscript_name; // "Lato-Bold"
    unsigned face;               // CV_FACE_REGULAR and so on
    hb_face_t *hb_face;
    hb_font_t *hb_font; // unscaled, immutable
    int32_t units_per_em;
    int32_t ascent, descent, cap_height, x_height;    // descent is negative
    int32_t box_left, box_bottom, box_right, box_top; // of `head`
    int32_t
        italic_angle; // degrees counter-clockwise times 65536, negative for a slant to the right
    int32_t stem_v;   // dominant width of vertical stems, estimated from the weight
    bool is_fixed_pitch;
    bool has_ascii;             // a glyph for each character from space to tilde
    bool may_embed, may_subset; // OS/2 fsType
} cv_font;

// Makes the face of the `file` in `bytes`; these and the two names must outlive it. NULL if
// HarfBuzz finds no glyphs or metrics in it, or memory runs out. Destroy with cv_font_close().
cv_font *cv_font_open(const char *family, unsigned face, const char *file, cv_bytes bytes);
void cv_font_close(cv_font *font);

// The glyph of a code point, 0 if the face has none.
uint32_t cv_font_glyph(const cv_font *font, uint32_t code_point);

// The advance of a glyph in font units.
int32_t cv_font_advance(const cv_font *font, uint32_t glyph);

// `units` of the font at `size`, rounded.
cv_length cv_font_scale(const cv_font *font, int64_t units, cv_length size);

// The white at the right of a glyph's ink, within its advance; 0 for a glyph without ink.
cv_length cv_font_right_bearing(const cv_font *font, uint32_t glyph, cv_length size);

// "6.0.0", of HarfBuzz.
const char *cv_font_library_version(void);

#endif
