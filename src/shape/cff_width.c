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

// Each range begins where the one before it ends.
static bool find_in_ranges(cv_cff_reader *at, uint32_t glyph, uint32_t *font) {
    uint32_t count = cv_cff_number(at, 2), begin = cv_cff_number(at, 2);
    for (uint32_t i = 0; i < count && begin <= glyph && !at->has_failed; i++) {
        *font = cv_cff_byte(at);
        begin = cv_cff_number(at, 2); // of the next one
        if (begin > glyph) return !at->has_failed;
    }
    return false;
}

// Which of the fonts a glyph belongs to.
static bool find_font(const cv_cff *cff, uint32_t glyph, uint32_t *font) {
    cv_cff_reader at = {cff->bytes, cff->font_of_glyph, false};
    if (!at.at) return false;
    unsigned format = cv_cff_byte(&at);
    if (format == 3) return find_in_ranges(&at, glyph, font);
    at.at += glyph; // a byte for each
    *font = cv_cff_byte(&at);
    return format == 0 && !at.has_failed;
}

static bool read_font(const cv_cff *cff, uint32_t glyph, glyph_font *font) {
    *font = (glyph_font){0};
    if (!cff->is_cid_keyed)
        return !cff->private_dict || read_private(cff, cff->private_dict, cff->private_size, font);
    cv_cff_reader at = {cff->bytes, cff->font_dicts, false};
    cv_cff_index fonts = cv_cff_find_index(&at);
    if (!cff->font_dicts || at.has_failed) return false;
    uint32_t number = 0;
    if (!find_font(cff, glyph, &number)) return false;
    cv_cff_reader dict = {.bytes = cv_cff_object(cff->bytes, &fonts, number)};
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
    while (at.at < bytes.size && !self->ending) {
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

// Whether the operands are one more than the operator needs; false if that cannot be a glyph's
// first.
static bool count_operands(const program *self, bool *has_one_more) {
    switch (self->ending) {
    case STEM_ACROSS:
    case STEM_DOWN:
    case STEM_ACROSS_MASK:
    case STEM_DOWN_MASK:
    case MASK:
    case COUNTER_MASK: *has_one_more = self->count % 2 == 1; return true;
    case MOVE: *has_one_more = self->count > 2; return true;
    case MOVE_ACROSS:
    case MOVE_DOWN: *has_one_more = self->count > 1; return true;
    case END:
        *has_one_more = self->count == 1 || self->count == 5;
        return true; // or an accented letter
    default: return false;
    }
}

bool cv_cff_width(const cv_cff *cff, uint32_t glyph, int32_t *width) {
    glyph_font font;
    if (!read_font(cff, glyph, &font)) return false;
    program self = {.cff = cff, .font = &font};
    if (!run(&self, cv_cff_object(cff->bytes, &cff->glyphs, glyph), 0)) return false;
    bool has_width;
    if (!count_operands(&self, &has_width)) return false;
    int64_t found = has_width ? font.nominal_width + self.operands[0] : font.default_width;
    if (found < 0 || found > MOST_WIDTH) return false;
    *width = (int32_t)found;
    return true;
}
