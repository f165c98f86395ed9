// SPDX-License-Identifier: MIT
// font_stated.c - directory, then 'name', 'OS/2' and 'post' (OpenType 1.9, "otff" and the chapters
// of the tables).
#include "shape/font_stated.h"

#include "base/limits.h"
#include "base/text.h"
#include "base/unicode.h"
#include "shape/font.h"

#include <string.h>

enum {
    MOST_TRIES = 16, // to read a name
    HEADER = 12,     // of a face, and of a collection
    RECORD = 16,     // of a table
    NAME_HEADER = 6,
    NAME_RECORD = 12,
    NAMES_AT_ONCE = 32,
    MOST_NAMES = 1024, // the richest have 400
    MOST_NAME_BYTES = 512,
    MOST_FACES = 64, // of a collection
    FAMILY = 1,      // name IDs
    TYPOGRAPHIC_FAMILY = 16,
    LEAST_BOLD = 600
};

typedef struct place {
    size_t offset, size;
} place;

typedef struct looker {
    const cv_font_glance *glance;
    cv_arena *arena;
    unsigned char directory[RECORD * CV_LIMIT_FONT_TABLES];
    size_t tables;
} looker;

static unsigned read_16(const unsigned char *at) { return (unsigned)at[0] << 8 | at[1]; }

static size_t read_32(const unsigned char *at) {
    return (size_t)read_16(at) << 16 | read_16(at + 2);
}

static bool peek(const looker *self, size_t offset, unsigned char *bytes, size_t size) {
    return offset <= CV_LIMIT_FONT_BYTES && self->glance->peek(self->glance, offset, bytes, size);
}

static bool read_directory(looker *self, size_t at) {
    unsigned char header[HEADER];
    if (!peek(self, at, header, HEADER)) return false;
    self->tables = read_16(header + 4);
    if (self->tables > CV_LIMIT_FONT_TABLES) return false;
    return peek(self, at + HEADER, self->directory, RECORD * self->tables);
}

// Size 0 if there is none.
static place find(const looker *self, const char tag[4]) {
    for (size_t i = 0; i < self->tables; i++) {
        const unsigned char *record = self->directory + RECORD * i;
        if (memcmp(record, tag, 4) == 0) return (place){read_32(record + 8), read_32(record + 12)};
    }
    return (place){0, 0};
}

// What a terminal would not just show.
static bool is_strange(uint32_t code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
           (code_point >= 0xD800 && code_point < 0xE000) || cv_unicode_is_ignorable(code_point);
}

static const char *decode_utf16(const unsigned char *bytes, size_t size, cv_arena *arena) {
    cv_text_builder name = {.arena = arena};
    for (size_t i = 0; i + 1 < size; i += 2) {
        uint32_t unit = read_16(bytes + i);
        bool is_high = unit >= 0xD800 && unit < 0xDC00;
        uint32_t next = is_high && i + 3 < size ? read_16(bytes + i + 2) : 0;
        if (next >= 0xDC00 && next < 0xE000) {
            unit = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
            i += 2;
        }
        if (is_strange(unit)) return "";
        cv_text_add_code_point(&name, unit);
    }
    return cv_text_string(&name);
}

static const char *decode_ascii(const unsigned char *bytes, size_t size, cv_arena *arena) {
    for (size_t i = 0; i < size; i++)
        if (bytes[i] < 0x20 || bytes[i] > '~') return "";
    return cv_copy(arena, (const char *)bytes, size);
}

// In English, as Windows has it, or Macintosh.
enum { OF_NO_USE, OF_MACINTOSH, OF_WINDOWS };

static int usefulness(const unsigned char *record) {
    enum { MACINTOSH = 1, WINDOWS = 3, US_ENGLISH = 0x0409, SYMBOL = 0, BMP = 1, FULL = 10 };
    unsigned platform = read_16(record), encoding = read_16(record + 2);
    unsigned language = read_16(record + 4);
    if (platform == MACINTOSH && encoding == 0 && language == 0) return OF_MACINTOSH;
    bool is_utf16 = encoding == SYMBOL || encoding == BMP || encoding == FULL;
    return platform == WINDOWS && is_utf16 && language == US_ENGLISH ? OF_WINDOWS : OF_NO_USE;
}

typedef struct found_name {
    const char *text; // NULL: none
    int usefulness;
    unsigned tries; // records that were read
} found_name;

static void read_name(const looker *self, place strings, const unsigned char *record,
                      found_name *found) {
    int use = usefulness(record);
    size_t size = read_16(record + 8), offset = read_16(record + 10);
    unsigned char bytes[MOST_NAME_BYTES];
    if (use <= found->usefulness || size == 0 || size > sizeof bytes) return;
    if (offset > strings.size || size > strings.size - offset) return;
    if (found->tries++ == MOST_TRIES) return;
    if (!peek(self, strings.offset + offset, bytes, size)) return;
    const char *text = use == OF_WINDOWS ? decode_utf16(bytes, size, self->arena)
                                         : decode_ascii(bytes, size, self->arena);
    if (!*text) return;
    found->text = text;
    found->usefulness = use;
}

static void read_names(const looker *self, found_name *family, found_name *styled) {
    unsigned char header[NAME_HEADER], records[NAME_RECORD * NAMES_AT_ONCE];
    place table = find(self, "name");
    if (table.size < NAME_HEADER || !peek(self, table.offset, header, NAME_HEADER)) return;
    size_t count = read_16(header + 2), storage = read_16(header + 4), at = NAME_HEADER;
    if (count > MOST_NAMES || storage > table.size) return;
    place strings = {table.offset + storage, table.size - storage};
    for (size_t some; count > 0; count -= some, at += NAME_RECORD * some) {
        some = count < NAMES_AT_ONCE ? count : NAMES_AT_ONCE;
        if (at + NAME_RECORD * some > table.size) return;
        if (!peek(self, table.offset + at, records, NAME_RECORD * some)) return;
        for (size_t i = 0; i < some; i++) {
            const unsigned char *record = records + NAME_RECORD * i;
            unsigned id = read_16(record + 6);
            if (id == TYPOGRAPHIC_FAMILY) read_name(self, strings, record, family);
            if (id == FAMILY) read_name(self, strings, record, styled);
        }
    }
}

// As cv_font has it: by weight, and by fsSelection or a slant.
static unsigned read_style(const looker *self) {
    enum { OS2_BYTES = 64, ITALIC = 0x0001, OBLIQUE = 0x0200, POST_BYTES = 8 };
    unsigned char os2[OS2_BYTES], post[POST_BYTES];
    unsigned face = CV_FACE_REGULAR;
    place at = find(self, "OS/2");
    if (at.size >= OS2_BYTES && peek(self, at.offset, os2, OS2_BYTES)) {
        unsigned weight = read_16(os2 + 4);
        if (weight >= LEAST_BOLD && weight <= 1000) face |= CV_FACE_BOLD;
        if (read_16(os2 + 62) & (ITALIC | OBLIQUE)) face |= CV_FACE_ITALIC;
    }
    at = find(self, "post");
    if (at.size >= POST_BYTES && peek(self, at.offset, post, POST_BYTES) && read_32(post + 4))
        face |= CV_FACE_ITALIC;
    return face;
}

static void look_at(looker *self, size_t at, cv_stated_faces *faces) {
    found_name family = {NULL, OF_NO_USE, 0}, styled = {NULL, OF_NO_USE, 0};
    if (!read_directory(self, at)) return;
    read_names(self, &family, &styled);
    if (!family.text) {
        family = styled;
        styled.text = NULL;
    }
    if (!family.text) return;
    cv_stated_face face = {family.text, styled.text, read_style(self)};
    CV_PUSH(self->arena, faces, face);
}

// Whether no face before face `index` of a collection is at the same place.
static bool is_first(const unsigned char *offsets, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (read_32(offsets + 4 * i) == read_32(offsets + 4 * index)) return false;
    return true;
}

cv_stated_faces cv_font_stated(const cv_font_glance *glance, cv_arena *arena) {
    looker self = {.glance = glance, .arena = arena};
    cv_stated_faces faces = {0};
    unsigned char header[HEADER], offsets[4 * MOST_FACES];
    if (!peek(&self, 0, header, HEADER)) return faces;
    if (memcmp(header, "ttcf", 4) != 0) {
        look_at(&self, 0, &faces);
        return faces;
    }
    size_t count = read_32(header + 8);
    if (count > MOST_FACES) count = MOST_FACES;
    if (!peek(&self, HEADER, offsets, 4 * count)) return faces;
    for (size_t i = 0; i < count; i++)
        if (is_first(offsets, i)) look_at(&self, read_32(offsets + 4 * i), &faces);
    return faces;
}

bool cv_font_states(const cv_stated_faces *faces, const char *family) {
    for (size_t i = 0; i < faces->count; i++) {
        const cv_stated_face *face = &faces->items[i];
        if (cv_equal_ignoring_case(face->family, family)) return true;
        if (face->styled && cv_equal_ignoring_case(face->styled, family)) return true;
    }
    return false;
}
