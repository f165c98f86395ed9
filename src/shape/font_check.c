// SPDX-License-Identifier: MIT
// font_check.c - directory, head, maxp, hmtx, then the outlines (OpenType 1.9, "otff" and the
// chapters of the tables). Nothing is read before its place is known to lie inside the file.
#include "shape/font_check.h"

#include "base/limits.h"
#include "shape/cff.h"
#include "shape/glyf_check.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    HEADER = 12, // of a face; a record for each table follows
    RECORD = 16,
    MOST_FACES = 1024, // of a collection
    LEAST_UNITS = 16,
    MOST_UNITS = 16384,
    HEAD_VERSION = 0x00010000,
    HEAD_MAGIC = 0x5F0F3CF5
};

typedef struct table {
    char tag[5];
    cv_bytes bytes;
} table;

typedef struct checker {
    cv_bytes file;
    cv_font_fault *fault;
    table tables[CV_LIMIT_FONT_TABLES];
    size_t count;
} checker;

static bool refuse(checker *self, const char *reason) {
    snprintf(self->fault->text, sizeof self->fault->text, "%s", reason);
    return false;
}

static bool refuse_table(checker *self, const char *tag, const char *reason) {
    snprintf(self->fault->text, sizeof self->fault->text, "has a table '%.4s' that %s", tag,
             reason);
    return false;
}

// Callers know that the place is inside.
static uint16_t read_16(cv_bytes bytes, size_t at) {
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): where there is a place there are bytes
    return (uint16_t)(bytes.data[at] << 8 | bytes.data[at + 1]);
}

static uint32_t read_32(cv_bytes bytes, size_t at) {
    return (uint32_t)read_16(bytes, at) << 16 | read_16(bytes, at + 2);
}

static bool is_called(cv_bytes file, size_t at, const char tag[4]) {
    return memcmp(file.data + at, tag, 4) == 0;
}

// Other formats, by name: what a person takes for a font.
static bool refuse_format(checker *self) {
    cv_bytes file = self->file;
    if (is_called(file, 0, "wOFF") || is_called(file, 0, "wOF2"))
        return refuse(self,
                      "is packed for the web (WOFF): take the TTF or OTF that it was made of");
    if (is_called(file, 0, "%!PS") || file.data[0] == 0x80)
        return refuse(self, "is a Type 1 font: take one in TTF or OTF");
    return refuse(self, "is no font: neither TTF nor OTF nor TTC");
}

static bool is_face(cv_bytes file, size_t at) {
    return is_called(file, at, "\0\1\0\0") || is_called(file, at, "true") ||
           is_called(file, at, "OTTO");
}

// Where the directory of the face begins; 0 with `*is_good` false if there is none.
static size_t find_face(checker *self, unsigned index, bool *is_good) {
    cv_bytes file = self->file;
    *is_good = false;
    if (!is_called(file, 0, "ttcf")) {
        if (index > 0)
            refuse(self, "is no collection: it has a single face, #0");
        else if (is_face(file, 0))
            *is_good = true;
        else
            refuse_format(self);
        return 0;
    }
    uint32_t count = read_32(file, 8);
    bool fits = count >= 1 && count <= MOST_FACES && HEADER + 4 * (size_t)count <= file.size;
    if (fits && index >= count) {
        snprintf(self->fault->text, sizeof self->fault->text,
                 "is a collection of %u faces, #0 to #%u", (unsigned)count, (unsigned)count - 1);
        return 0;
    }
    uint32_t at = fits ? read_32(file, HEADER + 4 * (size_t)index) : 0;
    *is_good = fits && at <= file.size - HEADER && is_face(file, at);
    if (!*is_good) refuse(self, "is a collection without a sound list of faces");
    return at;
}

static bool read_record(checker *self, size_t at) {
    table *next = &self->tables[self->count];
    memcpy(next->tag, self->file.data + at, 4);
    uint32_t offset = read_32(self->file, at + 8), size = read_32(self->file, at + 12);
    if (offset > self->file.size || size > self->file.size - offset)
        return refuse_table(self, next->tag, "does not lie inside the file");
    next->bytes = (cv_bytes){self->file.data + offset, size};
    for (size_t i = 0; i < self->count; i++) {
        const table *other = &self->tables[i];
        if (memcmp(other->tag, next->tag, 4) == 0)
            return refuse_table(self, next->tag, "is there twice");
        bool is_same = other->bytes.data == next->bytes.data && other->bytes.size == size;
        bool overlaps = other->bytes.data < next->bytes.data + size &&
                        next->bytes.data < other->bytes.data + other->bytes.size;
        if (overlaps && !is_same) return refuse_table(self, next->tag, "overlaps another");
    }
    self->count++;
    return true;
}

static bool read_directory(checker *self, size_t face) {
    size_t count = read_16(self->file, face + 4);
    if (count == 0 || count > CV_LIMIT_FONT_TABLES)
        return refuse(self, "has no tables, or more than 64");
    if (RECORD * count > self->file.size - face - HEADER)
        return refuse(self, "ends within its list of tables");
    for (size_t i = 0; i < count; i++)
        if (!read_record(self, face + HEADER + RECORD * i)) return false;
    return true;
}

// Size 0 if there is none.
static cv_bytes find(const checker *self, const char *tag) {
    for (size_t i = 0; i < self->count; i++)
        if (memcmp(self->tables[i].tag, tag, 4) == 0) return self->tables[i].bytes;
    return (cv_bytes){NULL, 0};
}

static bool need(checker *self, const char *tag, size_t least) {
    cv_bytes bytes = find(self, tag);
    if (bytes.size >= least) return true;
    if (bytes.size) return refuse_table(self, tag, "is too short");
    snprintf(self->fault->text, sizeof self->fault->text, "has no table '%s'", tag);
    return false;
}

static bool check_head(checker *self) {
    cv_bytes head = find(self, "head");
    if (read_32(head, 12) != HEAD_MAGIC) return refuse_table(self, "head", "is no such table");
    if (read_32(head, 0) != HEAD_VERSION)
        return refuse_table(self, "head", "is of another version than 1.0");
    unsigned units = read_16(head, 18);
    if (units < LEAST_UNITS || units > MOST_UNITS)
        return refuse_table(self, "head", "has other than 16 to 16384 units to an em");
    if (read_16(head, 50) > 1) return refuse_table(self, "head", "has an unknown form of 'loca'");
    return true;
}

static bool check_metrics(checker *self, uint32_t glyphs) {
    size_t wide = read_16(find(self, "hhea"), 34);
    if (glyphs == 0) return refuse_table(self, "maxp", "counts no glyphs");
    if (wide == 0 || wide > glyphs)
        return refuse_table(self, "hhea", "counts no widths, or more than there are glyphs");
    cv_bytes widths = find(self, "hmtx");
    if (widths.size < 4 * wide + 2 * (glyphs - wide))
        return refuse_table(self, "hmtx", "has too few widths");
    unsigned most = read_16(find(self, "head"), 18) * (unsigned)CV_LIMIT_GLYPH_EMS;
    for (size_t i = 0; i < wide; i++)
        if (read_16(widths, 4 * i) > most)
            return refuse_table(self, "hmtx", "has widths of more than 32 em");
    return true;
}

static bool check_cff(checker *self, uint32_t glyphs) {
    cv_cff program;
    const char *reason = cv_cff_read(find(self, "CFF "), &program);
    if (reason) return refuse_table(self, "CFF ", reason);
    if (program.glyph_count != glyphs)
        return refuse_table(self, "CFF ", "counts other glyphs than 'maxp'");
    // HarfBuzz would take it for the places of outlines that are not there.
    if (find(self, "loca").size) return refuse_table(self, "loca", "belongs to no table 'glyf'");
    return true;
}

static bool check_outlines(checker *self, uint32_t glyphs) {
    if (find(self, "glyf").size) {
        if (!need(self, "loca", 1) || !need(self, "maxp", 32)) return false;
        bool is_long = read_16(find(self, "head"), 50);
        const char *reason = cv_glyf_check(find(self, "glyf"), find(self, "loca"), is_long, glyphs,
                                           &self->fault->lacks_memory);
        return !reason || refuse_table(self, "glyf", reason);
    }
    if (find(self, "CFF ").size) return check_cff(self, glyphs);
    if (find(self, "CFF2").size) return refuse(self, "is a variable font with CFF outlines");
    return refuse(self, "has no outlines of one colour");
}

bool cv_font_check(cv_bytes file, unsigned index, cv_font_fault *fault) {
    checker self = {.file = file, .fault = fault};
    fault->lacks_memory = false;
    if (file.size > CV_LIMIT_FONT_BYTES) return refuse(&self, "is larger than 32 MiB");
    if (file.size < HEADER) return refuse(&self, "is no font: neither TTF nor OTF nor TTC");
    bool is_good;
    size_t face = find_face(&self, index, &is_good);
    if (!is_good || !read_directory(&self, face)) return false;
    if (!need(&self, "cmap", 4) || !need(&self, "head", 54) || !need(&self, "hhea", 36) ||
        !need(&self, "hmtx", 4) || !need(&self, "maxp", 6))
        return false;
    uint32_t glyphs = read_16(find(&self, "maxp"), 4);
    return check_head(&self) && check_metrics(&self, glyphs) && check_outlines(&self, glyphs);
}
