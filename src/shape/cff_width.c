// SPDX-License-Identifier: MIT
// cff_width.c - the width is the first number of a charstring where there is one more than its
// first operator needs, counted from a nominal one; else it is the default of its font.
#include "shape/cff_width.h"

enum {
    MOST_DEPTH = 10, // of subroutines, as the format has it
    MOST_OPERANDS = 48,
    MOST_STEPS = 10000, // of one glyph: calls that lead nowhere multiply with the depth
    MOST_WIDTH = 1 << 20,
    // Operators of a Private DICT,
    SUBROUTINES = 19,
    DEFAULT_WIDTH = 20,
    NOMINAL_WIDTH = 21,
    PRIVATE = 18, // and of a Font DICT.
    // Operators of a charstring.
    STEM_ACROSS = 1,
    STEM_DOWN = 3,
    MOVE_DOWN = 4,
    CALL = 10,
    RETURN = 11,
    END = 14,
    STEM_ACROSS_MASK = 18,
    MASK = 19,
    COUNTER_MASK = 20,
    MOVE = 21,
    MOVE_ACROSS = 22,
    STEM_DOWN_MASK = 23,
    SHORT = 28,
    CALL_GLOBAL = 29,
    FIRST_NUMBER = 32,
    FIXED = 255
};

// What a glyph's font says of widths, and where its subroutines are.
typedef struct glyph_font {
    int64_t default_width, nominal_width;
    cv_cff_index subroutines;
} glyph_font;

static cv_bytes bytes_at(const cv_cff *cff, size_t at, size_t size) {
    if (at > cff->bytes.size || size > cff->bytes.size - at) return (cv_bytes){NULL, 0};
    return (cv_bytes){cff->bytes.data + at, size};
}

static bool read_private(const cv_cff *cff, size_t at, size_t size, glyph_font *font) {
    cv_cff_reader dict = {.bytes = bytes_at(cff, at, size)};
    size_t place = 0; // of the subroutines
    if (!dict.bytes.data) return false;
    for (cv_cff_entry entry; cv_cff_next(&dict, &entry);) {
        if (entry.is_real && entry.name >= SUBROUTINES && entry.name <= NOMINAL_WIDTH) return false;
        if (entry.name == DEFAULT_WIDTH) font->default_width = entry.last;
        if (entry.name == NOMINAL_WIDTH) font->nominal_width = entry.last;
        if (entry.name == SUBROUTINES && entry.last > 0) place = at + (size_t)entry.last;
    }
    cv_cff_reader subroutines = {cff->bytes, place, false};
    if (place) font->subroutines = cv_cff_find_index(&subroutines);
    return !dict.has_failed && !subroutines.has_failed;
}

// Which of the fonts a glyph belongs to.
static uint32_t number_of_font(const cv_cff *cff, uint32_t glyph) {
    cv_cff_reader at = {cff->bytes, cff->font_of_glyph, false};
    if (cv_cff_byte(&at) == 0) {
        at.at += glyph;
        return cv_cff_byte(&at);
    }
    uint32_t count = cv_cff_number(&at, 2), font = 0;
    cv_cff_number(&at, 2); // the first glyph of the first range
    for (uint32_t i = 0; i < count && !at.has_failed; i++) {
        font = cv_cff_byte(&at);
        if (glyph < cv_cff_number(&at, 2)) break;
    }
    return font;
}

static bool read_font(const cv_cff *cff, uint32_t glyph, glyph_font *font) {
    *font = (glyph_font){0};
    if (!cff->is_cid_keyed)
        return !cff->private_dict || read_private(cff, cff->private_dict, cff->private_size, font);
    cv_cff_reader at = {cff->bytes, cff->font_dicts, false};
    cv_cff_index fonts = cv_cff_find_index(&at);
    if (!cff->font_dicts || at.has_failed) return false;
    cv_cff_reader dict = {.bytes = cv_cff_object(cff->bytes, &fonts, number_of_font(cff, glyph))};
    for (cv_cff_entry entry; cv_cff_next(&dict, &entry);)
        if (entry.name == PRIVATE && entry.last > 0 && entry.before_last >= 0)
            return read_private(cff, (size_t)entry.last, (size_t)entry.before_last, font);
    return false;
}

// A charstring up to its first operator that takes operands.
typedef struct program {
    const cv_cff *cff;
    const glyph_font *font;
    int64_t operands[MOST_OPERANDS];
    unsigned count;
    unsigned ending; // that operator
    unsigned steps;
} program;

// The number of a subroutine is counted from a bias, so that the most called ones are short.
static cv_bytes find_subroutine(program *self, const cv_cff_index *all) {
    if (!self->count) return (cv_bytes){NULL, 0};
    int64_t bias = all->count < 1240 ? 107 : all->count < 33900 ? 1131 : 32768;
    int64_t number = self->operands[--self->count] + bias;
    if (number < 0 || number >= all->count) return (cv_bytes){NULL, 0};
    return cv_cff_object(self->cff->bytes, all, (uint32_t)number);
}

static bool push(program *self, int64_t number) {
    if (self->count == MOST_OPERANDS) return false;
    self->operands[self->count++] = number;
    return true;
}

static int64_t read_number(cv_cff_reader *at, unsigned first) {
    if (first != FIXED) return cv_cff_operand(at, first);
    int32_t fixed = (int32_t)cv_cff_number(at, 4);
    return ((int64_t)fixed + 0x8000) >> 16;
}

// Goes on until an operator is found, through subroutines. It recurs as deep as these are nested.
static bool run(program *self, cv_bytes bytes, unsigned depth) {
    cv_cff_reader at = {.bytes = bytes};
    if (!bytes.data || depth > MOST_DEPTH) return false;
    while (at.at < bytes.size && !self->ending && !at.has_failed) {
        unsigned byte = cv_cff_byte(&at);
        if (++self->steps > MOST_STEPS) return false;
        if (byte >= FIRST_NUMBER || byte == SHORT) {
            if (!push(self, read_number(&at, byte))) return false;
        } else if (byte == CALL || byte == CALL_GLOBAL) {
            const cv_cff_index *all =
                byte == CALL ? &self->font->subroutines : &self->cff->subroutines;
            if (!run(self, find_subroutine(self, all), depth + 1)) return false;
        } else if (byte == RETURN) {
            return true;
        } else {
            self->ending = byte;
        }
    }
    return !at.has_failed;
}

// Whether the operands are one more than the operator needs.
static bool has_width(const program *self) {
    switch (self->ending) {
    case STEM_ACROSS:
    case STEM_DOWN:
    case STEM_ACROSS_MASK:
    case STEM_DOWN_MASK:
    case MASK:
    case COUNTER_MASK: return self->count % 2 == 1;
    case MOVE: return self->count > 2;
    case MOVE_ACROSS:
    case MOVE_DOWN: return self->count > 1;
    case END: return self->count == 1 || self->count == 5; // four are an accented letter
    default: return false;
    }
}

static bool is_first_operator(unsigned byte) {
    static const unsigned char all[] = {STEM_ACROSS,      STEM_DOWN,     MOVE_DOWN,    END,
                                        STEM_ACROSS_MASK, MASK,          COUNTER_MASK, MOVE,
                                        MOVE_ACROSS,      STEM_DOWN_MASK};
    for (size_t i = 0; i < sizeof all; i++)
        if (all[i] == byte) return true;
    return false;
}

bool cv_cff_width(const cv_cff *cff, uint32_t glyph, int32_t *width) {
    glyph_font font;
    if (!read_font(cff, glyph, &font)) return false;
    program self = {.cff = cff, .font = &font};
    if (!run(&self, cv_cff_object(cff->bytes, &cff->glyphs, glyph), 0)) return false;
    if (!is_first_operator(self.ending)) return false;
    int64_t found = has_width(&self) ? font.nominal_width + self.operands[0] : font.default_width;
    if (found < 0 || found > MOST_WIDTH) return false;
    *width = (int32_t)found;
    return true;
}
