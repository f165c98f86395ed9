// SPDX-License-Identifier: MIT
// cff.c - the program of a CFF font: what is read of it has numbers and widths that a PDF can hold,
// the same ones twice.
#include "fuzz.h"
#include "shape/cff_width.h"

#include <stdlib.h>

enum { MOST_GLYPHS = 200, MOST_NUMBER = 0xFFFF, MOST_WIDTH = 1 << 20 };

static void look_at(const cv_cff *cff, uint32_t glyph) {
    uint32_t number = cv_cff_cid(cff, glyph);
    if (glyph >= cff->glyph_count && number != 0) abort();
    if (number > MOST_NUMBER) abort();
    int32_t one = -1, two = -1;
    bool is_found = cv_cff_width(cff, glyph, &one);
    if (is_found != cv_cff_width(cff, glyph, &two) || one != two) abort();
    if (is_found ? one < 0 || one > MOST_WIDTH : one != -1) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    cv_cff cff;
    if (cv_cff_read((cv_bytes){data, size}, &cff)) return 0;
    if (cff.glyph_count == 0) abort();
    for (uint32_t glyph = 0; glyph < cff.glyph_count && glyph < MOST_GLYPHS; glyph++)
        look_at(&cff, glyph);
    look_at(&cff, cff.glyph_count);
    return 0;
}
