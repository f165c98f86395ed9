// SPDX-License-Identifier: MIT
// font_clusters.c - composite glyphs (OpenType: glyf, loca, hmtx, maxp) written behind those of a
// face.
#include "pdf/font_clusters.h"

#include <hb.h>
#include <string.h>

enum {
    WORDS = 0x0001,      // flags of a component: its arguments are words,
    PLACES = 0x0002,     // and places, not points to match,
    ROUNDED = 0x0004,    // on the grid
    MORE = 0x0020,       // another one follows
    OVERLAPS = 0x0400,   // of the first: parts may touch
    HEADER_BYTES = 10,   // of a glyph
    COMPONENT_BYTES = 8, // with arguments that are words
    MAXP_BYTES = 32,     // version 1.0
    HHEA_BYTES = 36,
    HEAD_BYTES = 54
};

struct cv_face_tables {
    hb_blob_t *blobs[6];
    cv_bytes glyf, loca, hmtx, hhea, head, maxp;
    uint32_t glyphs, metrics;
    bool has_long_places; // of loca
};

static void close_tables(void *handle) {
    cv_face_tables *tables = handle;
    for (size_t i = 0; i < sizeof tables->blobs / sizeof *tables->blobs; i++)
        hb_blob_destroy(tables->blobs[i]);
}

static uint32_t get16(const unsigned char *at) { return (uint32_t)at[0] << 8 | at[1]; }
static uint32_t get32(const unsigned char *at) { return get16(at) << 16 | get16(at + 2); }

static int32_t get_signed(const unsigned char *at) { return (int16_t)(uint16_t)get16(at); }

static void put16(unsigned char *at, uint32_t value) {
    at[0] = (unsigned char)(value >> 8);
    at[1] = (unsigned char)value;
}

static void put32(unsigned char *at, uint32_t value) {
    put16(at, value >> 16);
    put16(at + 2, value & 0xFFFF);
}

static cv_bytes bytes_of(hb_blob_t *blob) {
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);
    return (cv_bytes){(const unsigned char *)data, size};
}

// Whether the tables have the sizes that their counts ask for.
static bool is_sound(const cv_face_tables *tables) {
    if (tables->maxp.size < MAXP_BYTES || tables->hhea.size < HHEA_BYTES ||
        tables->head.size < HEAD_BYTES)
        return false;
    size_t places = ((size_t)tables->glyphs + 1) * (tables->has_long_places ? 4 : 2);
    if (tables->loca.size < places || !tables->metrics || tables->metrics > tables->glyphs)
        return false;
    return tables->hmtx.size >=
           4 * (size_t)tables->metrics + 2 * (size_t)(tables->glyphs - tables->metrics);
}

static bool read_tables(const cv_font *font, cv_face_tables *tables) {
    static const char names[][5] = {"glyf", "loca", "hmtx", "hhea", "head", "maxp"};
    cv_bytes *places[] = {&tables->glyf, &tables->loca, &tables->hmtx,
                          &tables->hhea, &tables->head, &tables->maxp};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        tables->blobs[i] = hb_face_reference_table(font->hb_face, hb_tag_from_string(names[i], 4));
        *places[i] = bytes_of(tables->blobs[i]);
    }
    if (tables->maxp.size < 6 || tables->hhea.size < HHEA_BYTES || tables->head.size < HEAD_BYTES)
        return false;
    tables->glyphs = get16(tables->maxp.data + 4);
    tables->metrics = get16(tables->hhea.data + 34);
    tables->has_long_places = get16(tables->head.data + 50) != 0;
    return is_sound(tables);
}

const cv_face_tables *cv_face_tables_open(const cv_font *font, cv_arena *arena) {
    cv_face_tables *tables = CV_NEW(arena, cv_face_tables);
    cv_arena_defer(arena, close_tables, tables);
    return read_tables(font, tables) ? tables : NULL;
}

static uint32_t place_of(const cv_face_tables *tables, uint32_t glyph) {
    return tables->has_long_places ? get32(tables->loca.data + 4 * (size_t)glyph)
                                   : 2 * get16(tables->loca.data + 2 * (size_t)glyph);
}

// The outline of a glyph; no bytes for one without ink.
static cv_bytes outline_of(const cv_face_tables *tables, uint32_t glyph) {
    if (glyph >= tables->glyphs) return (cv_bytes){NULL, 0};
    uint32_t begin = place_of(tables, glyph), end = place_of(tables, glyph + 1);
    if (end > tables->glyf.size || begin > end || end - begin < HEADER_BYTES)
        return (cv_bytes){NULL, 0};
    return (cv_bytes){tables->glyf.data + begin, end - begin};
}

// The left bearing of a glyph by `hmtx`.
static int32_t bearing_of(const cv_face_tables *tables, uint32_t glyph) {
    size_t metrics = tables->metrics;
    size_t at = glyph < metrics ? 4 * (size_t)glyph + 2 : 4 * metrics + 2 * (glyph - metrics);
    return get_signed(tables->hmtx.data + at);
}

typedef struct glyph_box {
    int32_t left, bottom, right, top;
} glyph_box;

// What is drawn of a part and how far its outline is moved. Alone, a glyph is moved so that its box
// begins where its left bearing says; within another it is not.
typedef struct component {
    cv_bytes outline; // none where it has no ink
    int32_t x, y;
} component;

static component component_of(const cv_face_tables *tables, const cv_cluster_part *part) {
    component found = {outline_of(tables, part->glyph), part->x, part->y};
    if (found.outline.size)
        found.x += bearing_of(tables, part->glyph) - get_signed(found.outline.data + 2);
    return found;
}

static void enclose(glyph_box *box, const component *part) {
    const unsigned char *header = part->outline.data;
    int32_t left = get_signed(header + 2) + part->x, bottom = get_signed(header + 4) + part->y;
    int32_t right = get_signed(header + 6) + part->x, top = get_signed(header + 8) + part->y;
    if (left < box->left) box->left = left;
    if (bottom < box->bottom) box->bottom = bottom;
    if (right > box->right) box->right = right;
    if (top > box->top) box->top = top;
}

static glyph_box box_of_nothing(void) {
    return (glyph_box){INT16_MAX, INT16_MAX, INT16_MIN, INT16_MIN};
}

static bool fits(int32_t number) { return number >= INT16_MIN && number <= INT16_MAX; }

bool cv_cluster_fits(const cv_face_tables *source, const cv_cluster_part *parts, uint32_t count) {
    glyph_box box = box_of_nothing();
    for (uint32_t i = 0; i < count; i++) {
        component part = component_of(source, &parts[i]);
        if (!part.outline.size) continue;
        if (!fits(part.x)) return false;
        enclose(&box, &part);
    }
    return fits(box.left) && fits(box.bottom) && fits(box.right) && fits(box.top);
}

// The new tables while they grow.
typedef struct writer {
    const cv_face_tables *source;
    unsigned char *glyf, *loca, *hmtx;
    size_t size; // of glyf so far
} writer;

// Writes the parts of a cluster that have ink, and returns its left bearing.
static int32_t write_outline(writer *self, const cv_cluster *cluster) {
    unsigned char *header = self->glyf + self->size, *at = header + HEADER_BYTES, *last = NULL;
    glyph_box box = box_of_nothing();
    for (uint32_t i = 0; i < cluster->count; i++) {
        component part = component_of(self->source, &cluster->parts[i]);
        if (!part.outline.size) continue;
        enclose(&box, &part);
        last = at;
        put16(at, WORDS | PLACES | ROUNDED | MORE | (at == header + HEADER_BYTES ? OVERLAPS : 0u));
        put16(at + 2, cluster->parts[i].glyph);
        put16(at + 4, (uint16_t)part.x);
        put16(at + 6, (uint16_t)part.y);
        at += COMPONENT_BYTES;
    }
    if (!last) return 0;
    put16(last, get16(last) & ~(uint32_t)MORE);
    put16(header, 0xFFFF); // -1 contours: a composite
    put16(header + 2, (uint16_t)box.left);
    put16(header + 4, (uint16_t)box.bottom);
    put16(header + 6, (uint16_t)box.right);
    put16(header + 8, (uint16_t)box.top);
    self->size += (size_t)(at - header);
    self->size += self->size % 2;
    return box.left;
}

static void copy_metrics(writer *self) {
    const cv_face_tables *source = self->source;
    uint32_t advance = 0;
    for (uint32_t glyph = 0; glyph < source->glyphs; glyph++) {
        bool is_long = glyph < source->metrics;
        const unsigned char *at =
            source->hmtx.data + 4 * (size_t)source->metrics + 2 * (size_t)(glyph - source->metrics);
        if (is_long) at = source->hmtx.data + 4 * (size_t)glyph;
        if (is_long) advance = get16(at);
        put16(self->hmtx + 4 * (size_t)glyph, advance);
        put16(self->hmtx + 4 * (size_t)glyph + 2, get16(is_long ? at + 2 : at));
    }
}

static void raise(unsigned char *table, size_t offset, uint32_t least) {
    if (get16(table + offset) < least) put16(table + offset, least < 0xFFFF ? least : 0xFFFF);
}

// Counts that a reader of composites makes room by.
static void raise_limits(unsigned char *maxp, const cv_clusters *clusters) {
    uint32_t most = 0;
    for (size_t i = 0; i < clusters->count; i++)
        if (clusters->items[i].count > most) most = clusters->items[i].count;
    uint32_t points = get16(maxp + 6), contours = get16(maxp + 8);
    if (get16(maxp + 10) > points) points = get16(maxp + 10);
    if (get16(maxp + 12) > contours) contours = get16(maxp + 12);
    raise(maxp, 10, points * most);
    raise(maxp, 12, contours * most);
    raise(maxp, 28, most);
    raise(maxp, 30, get16(maxp + 30) + 1); // depth
}

static unsigned char *copy(cv_bytes bytes, size_t room, cv_arena *arena) {
    unsigned char *copied = CV_NEW_ARRAY(arena, unsigned char, room);
    if (bytes.size) memcpy(copied, bytes.data, bytes.size);
    return copied;
}

static size_t room_for(const cv_face_tables *source, const cv_clusters *clusters) {
    size_t room = source->glyf.size + 1;
    for (size_t i = 0; i < clusters->count; i++)
        room += HEADER_BYTES + (size_t)COMPONENT_BYTES * clusters->items[i].count;
    return room;
}

static void write_outlines(writer *self, const cv_clusters *clusters) {
    uint32_t first = self->source->glyphs;
    for (uint32_t i = 0; i <= first; i++)
        put32(self->loca + 4 * (size_t)i, place_of(self->source, i));
    self->size += self->size % 2;
    for (uint32_t i = 0; i < clusters->count; i++) {
        const cv_cluster *cluster = &clusters->items[i];
        unsigned char *metric = self->hmtx + 4 * (size_t)(first + i);
        put32(self->loca + 4 * (size_t)(first + i), (uint32_t)self->size);
        put16(metric, cluster->advance);
        put16(metric + 2, (uint16_t)write_outline(self, cluster));
    }
    put32(self->loca + 4 * (first + clusters->count), (uint32_t)self->size);
}

void cv_clusters_add(const cv_face_tables *source, const cv_clusters *clusters, cv_arena *arena,
                     cv_cluster_tables *tables) {
    size_t count = source->glyphs + clusters->count;
    writer self = {.source = source,
                   .glyf = copy(source->glyf, room_for(source, clusters), arena),
                   .loca = CV_NEW_ARRAY(arena, unsigned char, 4 * (count + 1)),
                   .hmtx = CV_NEW_ARRAY(arena, unsigned char, 4 * count),
                   .size = source->glyf.size};
    copy_metrics(&self);
    write_outlines(&self, clusters);
    unsigned char *maxp = copy(source->maxp, source->maxp.size, arena);
    unsigned char *hhea = copy(source->hhea, source->hhea.size, arena);
    unsigned char *head = copy(source->head, source->head.size, arena);
    put16(maxp + 4, (uint32_t)count);
    raise_limits(maxp, clusters);
    put16(hhea + 34, (uint32_t)count);
    put16(head + 50, 1); // long places
    *tables = (cv_cluster_tables){.glyf = {self.glyf, self.size},
                                  .loca = {self.loca, 4 * (count + 1)},
                                  .hmtx = {self.hmtx, 4 * count},
                                  .hhea = {hhea, source->hhea.size},
                                  .head = {head, source->head.size},
                                  .maxp = {maxp, source->maxp.size}};
}

uint32_t cv_font_glyph_count(const cv_font *font) { return hb_face_get_glyph_count(font->hb_face); }
