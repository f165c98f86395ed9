// SPDX-License-Identifier: MIT
// font.h - one face: metrics, coverage, embedding permission. Immutable, shared by threads.
#ifndef CV_SHAPE_FONT_H
#define CV_SHAPE_FONT_H

#include "base/arena.h"
#include "base/length.h"
#include "base/limits.h"
#include "base/text.h"
#include "shape/cff.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct hb_face_t hb_face_t;
typedef struct hb_font_t hb_font_t;

// A face of a family.
enum { CV_FACE_REGULAR = 0, CV_FACE_BOLD = 1, CV_FACE_ITALIC = 2, CV_FACE_BOLD_ITALIC = 3 };
enum { CV_FACE_COUNT = 4 };

// Where a face comes from: from the library itself, from a folder that the person named, or from
// what happens to be installed.
typedef enum cv_font_origin { CV_FONT_BUNDLED, CV_FONT_GIVEN, CV_FONT_OF_SYSTEM } cv_font_origin;

// What draws its glyphs. Bitmaps and drawings in several colours are no outlines.
typedef enum cv_outlines { CV_OUTLINES_NONE, CV_OUTLINES_TRUETYPE, CV_OUTLINES_CFF } cv_outlines;

// What a face is called and where it is.
typedef struct cv_font_name {
    const char *family; // "Lato"
    unsigned face;      // CV_FACE_REGULAR and so on
    const char *file;   // "fonts/lato/Lato-Bold.ttf"
    unsigned index;     // of the face in its file; 0 but for a collection
    cv_font_origin origin;
} cv_font_name;

// All lengths in font units, y upward, as the file has them.
typedef struct cv_font {
    const char *family, *file; // as in cv_font_name, and so the next three
    unsigned face, index;
    cv_font_origin origin;
    const char *postscript_name; // "Lato-Bold"
    hb_face_t *hb_face;
    hb_font_t *hb_font; // unscaled, immutable
    int32_t units_per_em;
    int32_t ascent, descent, cap_height, x_height;    // descent is negative
    int32_t box_left, box_bottom, box_right, box_top; // of `head`
    int32_t
        italic_angle; // degrees counter-clockwise times 65536, negative for a slant to the right
    unsigned weight, width; // usWeightClass: 400 is regular; usWidthClass: 5 is normal
    bool is_italic;         // or oblique
    bool is_of_collection;
    unsigned serial; // of the file's bytes, given by a shelf; 0: bundled
    int32_t stem_v;  // dominant width of vertical stems, estimated from the weight
    bool is_fixed_pitch;
    bool is_serif; // by OS/2; false where that does not tell
    cv_outlines outlines;
    cv_cff cff;                 // of CFF outlines
    bool has_colors;            // and some of its glyphs may be drawn by these alone
    bool has_ascii;             // a glyph for each character from space to tilde
    uint32_t space;             // the glyph of a space, 0 if the face has none
    bool may_embed, may_subset; // OS/2 fsType
} cv_font;

// Makes the face `name` of the file in `bytes`; these and the texts of the name must outlive it.
// NULL if HarfBuzz finds no glyphs or metrics in it, or memory runs out. Destroy with
// cv_font_close().
cv_font *cv_font_open(const cv_font_name *name, cv_bytes bytes);
void cv_font_close(cv_font *font);

// The glyph of a code point, 0 if the face has none, or none with an outline for what is to be
// seen.
uint32_t cv_font_glyph(const cv_font *font, uint32_t code_point);

// Whether the face shapes any script in its own way for a language, given as a BCP 47 tag.
bool cv_font_heeds_language(const cv_font *font, const char *language);

// Whether the face has a glyph of its own for a character with this variation selector.
bool cv_font_has_variation(const cv_font *font, uint32_t code_point, uint32_t selector);

// The family that the face says it belongs to, "" if it does not; and whether it is that of a name,
// in any case. There are two: of regular, italic and bold, and of all weights and widths.
const char *cv_font_family_name(const cv_font *font, cv_arena *arena);
bool cv_font_is_of_family(const cv_font *font, const char *family);

// The sizes of text that the face is drawn for, in tenths of a point: from GPOS 'size', else from
// OS/2. 0 and 0: it does not say, and is for all.
typedef struct cv_optical_sizes {
    unsigned least, most;
} cv_optical_sizes;
cv_optical_sizes cv_font_optical_sizes(const cv_font *font);

// What forbids to embed the face, in words that fit behind "the font 'FILE' ", or NULL.
const char *cv_font_forbidden(const cv_font *font);

// The number by which a PDF shows a glyph of CFF outlines.
uint32_t cv_font_cid(const cv_font *font, uint32_t glyph);

// `units` within the ems that a glyph may advance: positions of a strange font stay lengths.
static inline int32_t cv_font_bound(const cv_font *font, int32_t units) {
    int32_t most = font->units_per_em * CV_LIMIT_GLYPH_EMS;
    return units > most ? most : units < -most ? -most : units;
}

// The advance of a glyph in font units.
int32_t cv_font_advance(const cv_font *font, uint32_t glyph);

// The advance that the outlines themselves have, which are what a PDF takes of the font. CFF ones
// may have another than text is set by.
int32_t cv_font_program_advance(const cv_font *font, uint32_t glyph);

// `units` of the font at `size`, rounded.
cv_length cv_font_scale(const cv_font *font, int64_t units, cv_length size);

// The white at the right of a glyph's ink, within its advance; 0 for a glyph without ink.
cv_length cv_font_right_bearing(const cv_font *font, uint32_t glyph, cv_length size);

// How far the ink of a glyph reaches above its baseline and, below 0, under it; 0 and 0 for none.
typedef struct cv_ink_height {
    cv_length top, bottom;
} cv_ink_height;
cv_ink_height cv_font_ink_height(const cv_font *font, uint32_t glyph, cv_length size);

// "6.0.0", of HarfBuzz.
const char *cv_font_library_version(void);

#endif
