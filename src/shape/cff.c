// SPDX-License-Identifier: MIT
// cff.c - header, INDEX structures and the Top DICT; offsets are checked before they are followed.
#include "shape/cff.h"

enum {
    LEAST_HEADER = 4,
    MOST_GLYPHS = 65535,
    // Operators of the Top DICT; two bytes begin with ESCAPE.
    ESCAPE = 12,
    CHARSET = 15,
    CHAR_STRINGS = 17,
    ROS = ESCAPE << 8 | 30
};

// A cursor that never passes the end; after a failure it stays there.
typedef struct reader {
    cv_bytes bytes;
    size_t at;
    bool has_failed;
} reader;

static unsigned read_byte(reader *self) {
    if (self->at < self->bytes.size) return self->bytes.data[self->at++];
    self->has_failed = true;
    return 0;
}

static uint32_t read_number(reader *self, unsigned size) {
    uint32_t number = 0;
    while (size--) number = number << 8 | read_byte(self);
    return number;
}

// An INDEX: objects one behind the other.
typedef struct index {
    uint32_t count;
    unsigned offset_size;
    size_t offsets; // where the array of them is
    size_t data;    // what they count from: the byte before the first object
    size_t end;
} index;

static uint32_t offset_at(const reader *self, const index *objects, uint32_t number) {
    reader at = {self->bytes, objects->offsets + (size_t)number * objects->offset_size, false};
    return read_number(&at, objects->offset_size);
}

// Offsets grow from 1 on and end within the bytes.
static bool has_sound_offsets(const reader *self, const index *objects) {
    uint32_t before = offset_at(self, objects, 0);
    if (before != 1) return false;
    for (uint32_t i = 1; i <= objects->count; i++) {
        uint32_t next = offset_at(self, objects, i);
        if (next < before || next > self->bytes.size) return false;
        before = next;
    }
    return true;
}

static index read_index(reader *self) {
    index objects = {.count = read_number(self, 2)};
    objects.end = self->at;
    if (objects.count == 0 || self->has_failed) return objects;
    objects.offset_size = read_byte(self);
    objects.offsets = self->at;
    size_t size = ((size_t)objects.count + 1) * objects.offset_size;
    bool fits =
        objects.offset_size >= 1 && objects.offset_size <= 4 && size <= self->bytes.size - self->at;
    objects.data = objects.offsets + size - 1;
    if (!fits || !has_sound_offsets(self, &objects)) {
        self->has_failed = true;
        return objects;
    }
    objects.end = objects.data + offset_at(self, &objects, objects.count);
    if (objects.end > self->bytes.size) self->has_failed = true;
    self->at = objects.end;
    return objects;
}

// The operand that begins with `first`; of a real number only the place behind it counts.
static int64_t read_operand(reader *self, unsigned first) {
    if (first >= 32 && first <= 246) return (int64_t)first - 139;
    if (first >= 247 && first <= 250) return (int64_t)(first - 247) * 256 + read_byte(self) + 108;
    if (first >= 251 && first <= 254) return -(int64_t)(first - 251) * 256 - read_byte(self) - 108;
    if (first == 28) return (int16_t)read_number(self, 2);
    if (first == 29) return (int32_t)read_number(self, 4);
    if (first == 30)
        while (!self->has_failed && (read_byte(self) & 0x0F) != 0x0F) continue;
    else
        self->has_failed = true;
    return 0;
}

// What the Top DICT says that matters here.
typedef struct top {
    int64_t charset, char_strings;
    bool is_cid_keyed;
} top;

static top read_top(reader *self, size_t end) {
    top found = {0};
    int64_t operand = 0;
    while (self->at < end && !self->has_failed) {
        unsigned byte = read_byte(self);
        if (byte >= 22) {
            operand = read_operand(self, byte);
            continue;
        }
        unsigned name = byte == ESCAPE ? ESCAPE << 8 | read_byte(self) : byte;
        if (name == CHARSET) found.charset = operand;
        if (name == CHAR_STRINGS) found.char_strings = operand;
        if (name == ROS) found.is_cid_keyed = true;
    }
    if (self->at > end) self->has_failed = true;
    return found;
}

static bool is_offset(const reader *self, int64_t offset) {
    return offset > 0 && (uint64_t)offset < self->bytes.size;
}

// Whether the charset names every glyph but the first before the bytes end.
static bool has_whole_charset(const cv_cff *cff) {
    if (cff->charset <= 2) return true;
    reader at = {cff->bytes, cff->charset, false};
    unsigned format = read_byte(&at);
    if (format > 2) return false;
    for (uint32_t glyph = 1; glyph < cff->glyph_count && !at.has_failed; glyph++) {
        read_number(&at, 2);
        if (format) glyph += read_number(&at, format);
    }
    return !at.has_failed;
}

const char *cv_cff_read(cv_bytes bytes, cv_cff *cff) {
    *cff = (cv_cff){.bytes = bytes};
    reader at = {.bytes = bytes};
    unsigned major = read_byte(&at);
    read_byte(&at);
    unsigned header = read_byte(&at);
    if (at.has_failed || major != 1 || header < LEAST_HEADER) return "has no header of version 1";
    at.at = header;
    read_index(&at); // names
    index tops = read_index(&at);
    if (at.has_failed || tops.count != 1) return "does not hold one font";
    reader inside = {bytes, tops.data + 1, false};
    top found = read_top(&inside, tops.end);
    if (inside.has_failed) return "has a Top DICT that cannot be read";
    read_index(&at); // strings
    read_index(&at); // subroutines
    if (at.has_failed) return "has strings or subroutines that cannot be read";
    reader glyphs = {bytes, (size_t)found.char_strings, false};
    if (!is_offset(&at, found.char_strings)) return "has no glyphs";
    cff->glyph_count = read_index(&glyphs).count;
    cff->is_cid_keyed = found.is_cid_keyed;
    if (glyphs.has_failed || !cff->glyph_count) return "has glyphs that cannot be read";
    if (found.charset > 2 && !is_offset(&at, found.charset)) return "has no charset";
    cff->charset = found.charset > 2 ? (uint32_t)found.charset : 0;
    return has_whole_charset(cff) ? NULL : "has a charset that cannot be read";
}

uint32_t cv_cff_cid(const cv_cff *cff, uint32_t glyph) {
    if (glyph == 0 || glyph >= cff->glyph_count) return 0;
    if (!cff->is_cid_keyed || cff->charset <= 2) return glyph;
    reader at = {cff->bytes, cff->charset, false};
    unsigned format = read_byte(&at);
    if (format == 0) {
        at.at += 2 * ((size_t)glyph - 1);
        return read_number(&at, 2);
    }
    for (uint32_t first = 1; !at.has_failed;) {
        uint32_t cid = read_number(&at, 2), more = read_number(&at, format);
        if (glyph <= first + more) return cid + glyph - first;
        first += more + 1;
    }
    return 0;
}
