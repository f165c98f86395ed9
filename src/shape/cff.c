// SPDX-License-Identifier: MIT
// cff.c - header, INDEX structures and the Top DICT; offsets are checked before they are followed.
#include "shape/cff.h"

enum {
    LEAST_HEADER = 4,
    LAST_CID = 65535,
    // Operators of the Top DICT.
    CHARSET = 15,
    CHAR_STRINGS = 17,
    PRIVATE = 18,
    ROS = CV_CFF_ESCAPE << 8 | 30,
    FONT_DICTS = CV_CFF_ESCAPE << 8 | 36,
    FONT_OF_GLYPH = CV_CFF_ESCAPE << 8 | 37
};

// What the Top DICT says that matters here.
typedef struct top {
    int64_t charset, char_strings, private_dict, private_size, font_dicts, font_of_glyph;
    bool is_cid_keyed;
} top;

static bool read_top(cv_bytes dict, top *found) {
    cv_cff_reader at = {.bytes = dict};
    *found = (top){0};
    for (cv_cff_entry entry; cv_cff_next(&at, &entry);) switch (entry.name) {
        case CHARSET: found->charset = entry.last; break;
        case CHAR_STRINGS: found->char_strings = entry.last; break;
        case PRIVATE:
            found->private_size = entry.before_last;
            found->private_dict = entry.last;
            break;
        case FONT_DICTS: found->font_dicts = entry.last; break;
        case FONT_OF_GLYPH: found->font_of_glyph = entry.last; break;
        case ROS: found->is_cid_keyed = true; break;
        }
    return !at.has_failed;
}

// The offset where it is one, else 0.
static uint32_t offset_in(cv_bytes bytes, int64_t offset) {
    return offset > 0 && (uint64_t)offset < bytes.size ? (uint32_t)offset : 0;
}

// The numbers that a charset has given so far; that of the first glyph is 0.
typedef struct given {
    unsigned char bits[(LAST_CID + 1) / 8];
} given;

// Gives `count` numbers from `first` on. False if one of them is given already, or too large.
static bool give(given *self, uint32_t first, uint32_t count) {
    if (first + count > LAST_CID + 1) return false;
    for (uint32_t cid = first; cid < first + count; cid++) {
        unsigned bit = 1u << cid % 8;
        if (cid == 0 || self->bits[cid / 8] & bit) return false;
        self->bits[cid / 8] |= (unsigned char)bit;
    }
    return true;
}

// Whether the charset names every glyph but the first before the bytes end, and if it is one of
// numbers each by its own, for no other could be shown.
static bool has_whole_charset(const cv_cff *cff) {
    if (cff->charset <= 2) return true;
    cv_cff_reader at = {cff->bytes, cff->charset, false};
    unsigned format = cv_cff_byte(&at);
    if (format > 2) return false;
    given numbers = {{0}};
    for (uint32_t left = cff->glyph_count - 1; left > 0 && !at.has_failed;) {
        uint32_t first = cv_cff_number(&at, 2);
        uint32_t count = format ? cv_cff_number(&at, format) + 1 : 1;
        if (count > left) count = left;
        if (cff->is_cid_keyed && !at.has_failed && !give(&numbers, first, count)) return false;
        left -= count;
    }
    return !at.has_failed;
}

static const char *keep_top(cv_cff *cff, const top *found) {
    cv_cff_reader glyphs = {cff->bytes, offset_in(cff->bytes, found->char_strings), false};
    if (!glyphs.at) return "has no glyphs";
    cff->glyphs = cv_cff_read_index(&glyphs);
    cff->glyph_count = cff->glyphs.count;
    cff->is_cid_keyed = found->is_cid_keyed;
    if (glyphs.has_failed || !cff->glyph_count) return "has glyphs that cannot be read";
    cff->charset = found->charset > 2 ? offset_in(cff->bytes, found->charset) : 0;
    if (found->charset > 2 && !cff->charset) return "has no charset";
    if (!has_whole_charset(cff)) return "has a charset that cannot be read";
    cff->private_dict = offset_in(cff->bytes, found->private_dict);
    cff->private_size = offset_in(cff->bytes, found->private_size);
    cff->font_dicts = offset_in(cff->bytes, found->font_dicts);
    cff->font_of_glyph = offset_in(cff->bytes, found->font_of_glyph);
    return NULL;
}

const char *cv_cff_read(cv_bytes bytes, cv_cff *cff) {
    *cff = (cv_cff){.bytes = bytes};
    cv_cff_reader at = {.bytes = bytes};
    unsigned major = cv_cff_byte(&at);
    cv_cff_byte(&at);
    unsigned header = cv_cff_byte(&at);
    if (at.has_failed || major != 1 || header < LEAST_HEADER) return "has no header of version 1";
    at.at = header;
    cv_cff_read_index(&at); // names
    cv_cff_index tops = cv_cff_read_index(&at);
    if (at.has_failed || tops.count != 1) return "does not hold one font";
    top found;
    if (!read_top(cv_cff_object(bytes, &tops, 0), &found))
        return "has a Top DICT that cannot be read";
    cv_cff_read_index(&at); // strings
    cff->subroutines = cv_cff_read_index(&at);
    if (at.has_failed) return "has strings or subroutines that cannot be read";
    return keep_top(cff, &found);
}

uint32_t cv_cff_cid(const cv_cff *cff, uint32_t glyph) {
    if (glyph == 0 || glyph >= cff->glyph_count) return 0;
    if (!cff->is_cid_keyed || cff->charset <= 2) return glyph;
    cv_cff_reader at = {cff->bytes, cff->charset, false};
    unsigned format = cv_cff_byte(&at);
    if (format == 0) {
        at.at += 2 * ((size_t)glyph - 1);
        return cv_cff_number(&at, 2);
    }
    for (uint32_t first = 1;;) { // it names all of them
        uint32_t cid = cv_cff_number(&at, 2), more = cv_cff_number(&at, format);
        if (glyph <= first + more) return cid + glyph - first;
        first += more + 1;
    }
}
