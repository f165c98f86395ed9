// SPDX-License-Identifier: MIT
// glyph.h - a placed glyph, as it goes from the lines to the display list.
#ifndef CV_SHAPE_GLYPH_H
#define CV_SHAPE_GLYPH_H

#include "base/length.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct cv_glyph {
    uint16_t id;
    cv_length advance;            // to the next glyph: kerning, tracking and word space included
    cv_length x_offset, y_offset; // of the drawn glyph from its place; y grows upward
    const char *text;             // its bytes of the paragraph's final text: ToUnicode is exact
    uint32_t text_size;           // in bytes; 0 only for all but the first glyph of a shared text
    bool continues;               // the cluster of the glyph before it: one glyph of parts
} cv_glyph;

#endif
