// SPDX-License-Identifier: MIT
// glyf_check.c - places first, then the glyphs that are made of others (OpenType 1.9, "glyf").
#include "shape/glyf_check.h"

#include "base/limits.h"

#include <stdlib.h>

enum {
    GLYPH_HEADER = 10,
    // Flags of a component.
    WORDS = 0x0001,
    SCALE = 0x0008,
    MORE = 0x0020,
    TWO_SCALES = 0x0040,
    MATRIX = 0x0080
};

// What a glyph is made of.
typedef struct extent {
    uint16_t parts;  // simple glyphs; 0 before it was looked at
    uint16_t height; // levels below it
} extent;

typedef struct checker {
    cv_bytes glyf, loca;
    bool is_long;
    uint32_t count;
    extent *extents; // of each glyph
    const char *fault;
} checker;

static bool refuse(checker *self, const char *fault) {
    self->fault = fault;
    return false;
}

static uint16_t read_16(cv_bytes bytes, size_t at) {
    return (uint16_t)(bytes.data[at] << 8 | bytes.data[at + 1]);
}

static size_t place(const checker *self, uint32_t glyph) {
    if (!self->is_long) return 2 * (size_t)read_16(self->loca, 2 * (size_t)glyph);
    size_t at = 4 * (size_t)glyph;
    return (size_t)read_16(self->loca, at) << 16 | read_16(self->loca, at + 2);
}

static bool has_sound_places(const checker *self) {
    size_t before = 0;
    for (uint32_t i = 0; i <= self->count; i++) {
        size_t next = place(self, i);
        if (next < before || next > self->glyf.size) return false;
        before = next;
    }
    return true;
}

// The bytes of a component from its flags on.
static size_t component_size(uint16_t flags) {
    size_t size = 4 + (flags & WORDS ? 4 : 2);
    if (flags & SCALE) return size + 2;
    if (flags & TWO_SCALES) return size + 4;
    return flags & MATRIX ? size + 8 : size;
}

static bool measure(checker *self, uint32_t glyph, unsigned depth);

// What `whole` is made of. False after a fault.
static bool measure_components(checker *self, size_t at, size_t end, unsigned depth,
                               extent *whole) {
    for (uint16_t flags = MORE; flags & MORE;) {
        if (end - at < 4) return refuse(self, "has a glyph that ends within its components");
        flags = read_16(self->glyf, at);
        uint32_t glyph = read_16(self->glyf, at + 2);
        if (!measure(self, glyph, depth + 1)) return false;
        const extent *part = &self->extents[glyph];
        whole->parts = (uint16_t)(whole->parts + part->parts);
        if (part->height >= whole->height) whole->height = (uint16_t)(part->height + 1);
        if (whole->parts > CV_LIMIT_GLYPH_PARTS)
            return refuse(self, "has a glyph of more than 256 parts");
        size_t size = component_size(flags);
        at = size < end - at ? at + size : end;
    }
    return true;
}

// It recurs as deep as components are nested, which is bounded.
static bool measure(checker *self, uint32_t glyph, unsigned depth) {
    if (glyph >= self->count) return refuse(self, "has a glyph made of one that does not exist");
    extent *found = &self->extents[glyph];
    if (depth + found->height > CV_LIMIT_GLYPH_DEPTH)
        return refuse(self, "has glyphs made of glyphs more than 16 deep");
    if (found->parts) return true;
    size_t at = place(self, glyph), end = place(self, glyph + 1);
    extent whole = {0};
    bool is_made_of_others = end - at >= GLYPH_HEADER && read_16(self->glyf, at) & 0x8000;
    if (is_made_of_others && !measure_components(self, at + GLYPH_HEADER, end, depth, &whole))
        return false;
    if (!is_made_of_others) whole.parts = 1;
    *found = whole;
    return true;
}

const char *cv_glyf_check(cv_bytes glyf, cv_bytes loca, bool is_long, uint32_t glyph_count,
                          bool *lacks_memory) {
    checker self = {.glyf = glyf, .loca = loca, .is_long = is_long, .count = glyph_count};
    size_t size = is_long ? 4 : 2;
    if (loca.size / size < (size_t)glyph_count + 1) return "has fewer places than glyphs";
    if (!has_sound_places(&self)) return "has glyphs outside it or in disorder";
    self.extents = calloc(glyph_count, sizeof *self.extents);
    if (!self.extents) {
        *lacks_memory = true;
        return "is too large for the memory there is";
    }
    for (uint32_t i = 0; i < glyph_count && measure(&self, i, 0); i++) continue;
    free(self.extents);
    return self.fault;
}
