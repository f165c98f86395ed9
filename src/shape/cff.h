// SPDX-License-Identifier: MIT
// cff.h - what is to be known of a CFF font program (Adobe Technical Note 5176) beyond what
// HarfBuzz tells: that its outer structure is sound, and by which numbers a PDF calls its glyphs.
#ifndef CV_SHAPE_CFF_H
#define CV_SHAPE_CFF_H

#include "base/text.h"
#include "shape/cff_reader.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct cv_cff {
    cv_bytes bytes; // the table "CFF "
    uint32_t glyph_count;
    bool is_cid_keyed; // by numbers of its own, else by names
    cv_cff_index glyphs, subroutines;
    // Offsets; 0 for what is not there.
    uint32_t charset; // 0 to 2: a predefined one
    uint32_t private_dict, private_size;
    uint32_t font_dicts, font_of_glyph; // of a program keyed by numbers: FDArray, FDSelect
} cv_cff;

// Reads the program in `bytes`, which must outlive `*cff`. Returns NULL, or what is wrong with it
// in words that fit behind "its table CFF ".
const char *cv_cff_read(cv_bytes bytes, cv_cff *cff);

// The CID of a glyph: that of its charset, or for a program keyed by names its number (ISO 32000-1,
// 9.7.4.2). 0 for one that does not exist.
uint32_t cv_cff_cid(const cv_cff *cff, uint32_t glyph);

#endif
