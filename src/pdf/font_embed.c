// SPDX-License-Identifier: MIT
// font_embed.c - composite fonts (ISO 32000-1, 9.7) from a subset of a face.
//
// With TrueType outlines a code stands for a glyph with a text: /CIDToGIDMap leads back to the
// glyph. With CFF outlines there is no such map, a code is the glyph's own number, and one font has
// one text for it. So the further texts of a glyph are those of further fonts, of layers, which
// share all but the code's text with the first.
#include "pdf/font_embed.h"

#include "base/array.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "pdf/font_subset.h"
#include "pdf/syntax.h"

#include <stdlib.h>
#include <string.h>

enum {
    FIRST_SLOTS = 256,    // of the hash table; a power of two
    LAST_CODE = 65535,    // two bytes
    CODES_IN_BLOCK = 100, // of a bfchar section: Adobe Technical Note 5014
    TAG_LETTERS = 6,      // ISO 32000-1, 9.6.4
    SYMBOLIC = 4,         // FontDescriptor flag: the glyphs are addressed by number
    WORD_JOINER = 0x2060
};

typedef struct font_code {
    uint16_t glyph;
    bool is_cluster;              // which becomes a glyph
    const cv_cluster_part *parts; // of it
    uint32_t part_count;          // 0 for one that shows nothing
    uint16_t number;              // that is shown: the CID
    uint32_t layer;
    const char *text;
    uint32_t text_size;
    int64_t width; // CV_WIDTH_UNIT
} font_code;

struct cv_embedded_font {
    const cv_font *font;
    cv_haru *haru;
    cv_arena *arena;
    struct font_layers CV_ARRAY(uint32_t) layers; // their objects
    struct CV_ARRAY(font_code) codes;             // from code 1
    uint32_t *slots;                              // codes by hash, open addressing; 0 is free
    size_t slot_count;                            // a power of two
    cv_clusters clusters;                         // numbered on from the glyphs of the face
    const cv_face_tables *tables;                 // that they are added to; NULL before the first
    uint16_t *uses; // of CFF: how many codes have a number; NULL before the first
    const cv_font_subset *subset;
    const char *fault; // NULL: none
};

cv_embedded_font *cv_embedded_font_create(const cv_font *font, cv_haru *haru, cv_arena *arena) {
    cv_embedded_font *embedded = CV_NEW(arena, cv_embedded_font);
    *embedded = (cv_embedded_font){.font = font, .haru = haru, .arena = arena};
    embedded->slot_count = FIRST_SLOTS;
    embedded->slots = CV_NEW_ARRAY(arena, uint32_t, FIRST_SLOTS);
    return embedded;
}

// FNV-1a.
static uint32_t hash(const font_code *code) {
    uint32_t sum = 2166136261u ^ (code->part_count   ? code->parts->glyph
                                  : code->is_cluster ? 0u
                                                     : code->glyph);
    sum *= 16777619u;
    for (uint32_t i = 0; i < code->text_size; i++)
        sum = (sum ^ (unsigned char)code->text[i]) * 16777619u;
    return sum;
}

static bool has_same_shape(const font_code *a, const font_code *b) {
    if (a->is_cluster != b->is_cluster || a->part_count != b->part_count) return false;
    if (!a->is_cluster) return a->glyph == b->glyph;
    return !a->part_count || memcmp(a->parts, b->parts, a->part_count * sizeof *a->parts) == 0;
}

static bool equal(const font_code *a, const font_code *b) {
    return has_same_shape(a, b) && a->text_size == b->text_size &&
           memcmp(a->text, b->text, a->text_size) == 0;
}

// Where `sought` stands, or the free slot where it belongs.
static uint32_t *find_slot(const cv_embedded_font *embedded, const font_code *sought) {
    size_t at = hash(sought) & (embedded->slot_count - 1);
    while (embedded->slots[at] && !equal(&embedded->codes.items[embedded->slots[at] - 1], sought))
        at = (at + 1) & (embedded->slot_count - 1);
    return &embedded->slots[at];
}

static void double_slots(cv_embedded_font *embedded) {
    embedded->slot_count *= 2;
    embedded->slots = CV_NEW_ARRAY(embedded->arena, uint32_t, embedded->slot_count);
    for (uint32_t i = 0; i < embedded->codes.count; i++)
        *find_slot(embedded, &embedded->codes.items[i]) = i + 1;
}

// Thousandths of an em in CV_WIDTH_UNIT, rounded to one of these.
static int64_t stated_width(const cv_font *font, int64_t advance) {
    return (advance * 1000 * CV_WIDTH_UNIT + font->units_per_em / 2) / font->units_per_em;
}

static bool is_cff(const cv_embedded_font *embedded) {
    return embedded->font->outlines == CV_OUTLINES_CFF;
}

// How a new code is shown.
static void number_code(cv_embedded_font *embedded, font_code *code) {
    code->number = (uint16_t)(embedded->codes.count + 1);
    if (!is_cff(embedded)) return;
    code->number = (uint16_t)cv_font_cid(embedded->font, code->glyph);
    if (!embedded->uses)
        embedded->uses = CV_NEW_ARRAY(embedded->arena, uint16_t, (size_t)LAST_CODE + 1);
    code->layer = embedded->uses[code->number]++;
}

static int64_t advance_of(const cv_font *font, const font_code *code) {
    if (!code->is_cluster) return cv_font_program_advance(font, code->glyph);
    int64_t advance = 0;
    for (uint32_t i = 0; i < code->part_count; i++)
        advance += cv_font_advance(font, code->parts[i].glyph);
    return advance;
}

// The number of a new cluster, 0 if a part of it is a missing character.
static uint16_t add_cluster(cv_embedded_font *embedded, const font_code *code) {
    for (uint32_t i = 0; i < code->part_count; i++)
        if (code->parts[i].glyph == 0) return 0;
    cv_cluster cluster = {.parts = code->parts,
                          .count = code->part_count,
                          .advance = (uint16_t)advance_of(embedded->font, code)};
    CV_PUSH(embedded->arena, &embedded->clusters, cluster);
    return (uint16_t)(cv_font_glyph_count(embedded->font) + embedded->clusters.count - 1);
}

static void refuse(cv_embedded_font *embedded, const char *fault) {
    embedded->fault = fault;
    cv_haru_refuse(embedded->haru);
}

const char *cv_embedded_font_fault(const cv_embedded_font *embedded) { return embedded->fault; }

// The code of a glyph, or of a cluster, which becomes a glyph when it is new.
static uint32_t find_code(cv_embedded_font *embedded, font_code sought) {
    uint32_t *slot = find_slot(embedded, &sought);
    if (*slot) return *slot;
    if (sought.is_cluster) sought.glyph = add_cluster(embedded, &sought);
    // Glyph 0 stands for a missing character, which PDF/UA-1 7.21.8 does not allow to show.
    if (sought.glyph == 0 || embedded->codes.count == LAST_CODE) {
        refuse(embedded, sought.glyph ? "is asked for more than 65535 glyphs and texts of them"
                                      : "puts the glyph of missing characters into a text");
        return 0;
    }
    number_code(embedded, &sought);
    if (sought.layer == embedded->layers.count)
        CV_PUSH(embedded->arena, &embedded->layers, cv_haru_add_object(embedded->haru));
    sought.width = stated_width(embedded->font, advance_of(embedded->font, &sought));
    CV_PUSH(embedded->arena, &embedded->codes, sought);
    *slot = (uint32_t)embedded->codes.count;
    if (2 * embedded->codes.count > embedded->slot_count) double_slots(embedded);
    return (uint32_t)embedded->codes.count;
}

uint32_t cv_embedded_font_code(cv_embedded_font *embedded, const cv_glyph *glyph) {
    return find_code(
        embedded,
        (font_code){.glyph = glyph->id, .text = glyph->text, .text_size = glyph->text_size});
}

// Whether there is room for one more.
static bool can_have_clusters(cv_embedded_font *embedded) {
    size_t glyphs = cv_font_glyph_count(embedded->font) + embedded->clusters.count;
    if (is_cff(embedded) || glyphs >= CV_CLUSTERS_MOST_GLYPHS) return false;
    if (!embedded->tables) embedded->tables = cv_face_tables_open(embedded->font, embedded->arena);
    return embedded->tables;
}

static int64_t to_units(const cv_embedded_font *embedded, cv_length length, cv_length size) {
    int64_t units = (int64_t)length * embedded->font->units_per_em * 2;
    return (units + (units < 0 ? -size : size)) / (2 * (int64_t)size);
}

static bool is_in_range(int64_t units) { return units >= INT16_MIN && units <= INT16_MAX; }

uint32_t cv_embedded_font_cluster_code(cv_embedded_font *embedded, const cv_glyph *glyphs,
                                       uint32_t count, cv_length size, const char *text) {
    if (!can_have_clusters(embedded)) return 0;
    cv_cluster_part *parts = CV_NEW_ARRAY(embedded->arena, cv_cluster_part, count);
    cv_length pen = 0;
    for (uint32_t i = 0; i < count; i++) {
        int64_t x = to_units(embedded, pen + glyphs[i].x_offset, size);
        int64_t y = to_units(embedded, glyphs[i].y_offset, size);
        if (!is_in_range(x) || !is_in_range(y)) return 0;
        parts[i] = (cv_cluster_part){glyphs[i].id, (int16_t)x, (int16_t)y};
        pen += glyphs[i].advance;
    }
    font_code sought = {.is_cluster = true,
                        .parts = parts,
                        .part_count = count,
                        .text = text,
                        .text_size = (uint32_t)strlen(text)};
    if (!is_in_range(advance_of(embedded->font, &sought)) ||
        !cv_cluster_fits(embedded->tables, parts, count))
        return 0;
    return find_code(embedded, sought);
}

int64_t cv_embedded_font_width(const cv_embedded_font *embedded, uint32_t code) {
    return code ? embedded->codes.items[code - 1].width : 0;
}

uint32_t cv_embedded_font_number(const cv_embedded_font *embedded, uint32_t code) {
    return code ? embedded->codes.items[code - 1].number : 0;
}

uint32_t cv_embedded_font_layer(const cv_embedded_font *embedded, uint32_t code) {
    return code ? embedded->codes.items[code - 1].layer : 0;
}

uint32_t cv_embedded_font_object(const cv_embedded_font *embedded, uint32_t layer) {
    return layer < embedded->layers.count ? embedded->layers.items[layer] : 0;
}

static bool make_subset(cv_embedded_font *embedded, cv_memo *kept) {
    size_t count = embedded->codes.count;
    uint16_t *glyphs = CV_NEW_ARRAY(embedded->arena, uint16_t, count);
    for (size_t i = 0; i < count; i++) glyphs[i] = embedded->codes.items[i].glyph;
    cv_subset_source source = {embedded->font, &embedded->clusters, embedded->tables, kept};
    embedded->subset = cv_font_subset_make(&source, glyphs, count, embedded->arena);
    return embedded->subset;
}

// "ABCDEF+Lato-Bold": the tag comes from the subset, so that equal fonts have equal names.
static const char *base_name(const cv_embedded_font *embedded) {
    char tag[TAG_LETTERS + 1] = "";
    for (int i = 0; i < TAG_LETTERS; i++) tag[i] = (char)('A' + embedded->subset->digest[i] % 26);
    return cv_format(embedded->arena, "%s+%s", tag, embedded->font->postscript_name);
}

static int32_t thousandths(const cv_font *font, int32_t units) {
    return cv_length_scale(units, 1000, font->units_per_em);
}

static uint32_t write_program(const cv_embedded_font *embedded) {
    cv_bytes program = embedded->subset->program;
    const char *entries = is_cff(embedded)
                              ? "/Subtype/CIDFontType0C"
                              : cv_format(embedded->arena, "/Length1 %zu", program.size);
    return cv_haru_add_stream(embedded->haru, entries, program, CV_STREAM_SHARED);
}

static uint32_t write_descriptor(const cv_embedded_font *embedded, const char *name) {
    const cv_font *font = embedded->font;
    uint32_t stream = write_program(embedded);
    cv_text_builder entries = {.arena = embedded->arena};
    cv_text_add(&entries, "/Type/FontDescriptor/FontName/%s/Flags %d", name, SYMBOLIC);
    cv_text_add(&entries, "/FontBBox[%d %d %d %d]", thousandths(font, font->box_left),
                thousandths(font, font->box_bottom), thousandths(font, font->box_right),
                thousandths(font, font->box_top));
    cv_text_add_string(&entries, "/ItalicAngle ");
    cv_pdf_add_length(&entries, font->italic_angle);
    cv_text_add(&entries, "/Ascent %d/Descent %d/CapHeight %d/StemV %d",
                thousandths(font, font->ascent), thousandths(font, font->descent),
                thousandths(font, font->cap_height), thousandths(font, font->stem_v));
    cv_text_add(&entries, "/FontFile%d %u 0 R", is_cff(embedded) ? 3 : 2, stream);
    uint32_t object = cv_haru_add_object(embedded->haru);
    cv_haru_set(embedded->haru, object, cv_text_string(&entries));
    return object;
}

// The codes of a layer are one after the other once they are sorted.
static size_t layer_end(const cv_embedded_font *embedded, size_t begin) {
    const font_code *codes = embedded->codes.items;
    size_t end = begin;
    while (end < embedded->codes.count && codes[end].layer == codes[begin].layer) end++;
    return end;
}

// Of the numbers, all of which the first layer has, in lists without a gap.
static void add_widths(const cv_embedded_font *embedded, cv_text_builder *entries) {
    const font_code *codes = embedded->codes.items;
    size_t end = layer_end(embedded, 0);
    cv_text_add_string(entries, "/W[");
    for (size_t i = 0; i < end; i++) {
        bool continues = i > 0 && codes[i].number == codes[i - 1].number + 1;
        if (continues)
            cv_text_add_char(entries, ' ');
        else
            cv_text_add(entries, i ? "]%u[" : "%u[", codes[i].number);
        cv_pdf_add_decimal(entries, codes[i].width, CV_WIDTH_UNIT, 4);
    }
    cv_text_add_string(entries, "]]");
}

// Code 0 is glyph 0 and never shown. The codes are in the order in which the subset was made.
static uint32_t write_glyph_map(const cv_embedded_font *embedded) {
    size_t size = 2 * (embedded->codes.count + 1);
    unsigned char *map = CV_NEW_ARRAY(embedded->arena, unsigned char, size);
    for (size_t i = 0; i < embedded->codes.count; i++) {
        uint16_t glyph = embedded->subset->numbers[i];
        map[2 * i + 2] = (unsigned char)(glyph >> 8);
        map[2 * i + 3] = (unsigned char)glyph;
    }
    return cv_haru_add_stream(embedded->haru, "", (cv_bytes){map, size}, CV_STREAM_SHARED);
}

// What an extractor is to read. Spaces of any width are spaces to it, and U+FEFF, which
// ISO 19005-3 6.2.11.7.2 forbids, is an old word joiner.
static uint32_t readable(uint32_t code_point) {
    if (cv_unicode_is_space(code_point)) return ' ';
    return code_point == 0xFEFF ? WORD_JOINER : code_point;
}

// ISO 19005-3 6.2.11.7.2 wants text for every code, also for a glyph that continues the one before.
// A word joiner says nothing aloud and breaks no word; a space would be inserted for a gap, and the
// whole text again would be read twice.
static void add_text(const font_code *code, cv_text_builder *out) {
    const char *text = code->text, *end = code->text + code->text_size;
    if (text == end) cv_pdf_add_utf16(out, WORD_JOINER);
    while (text < end) cv_pdf_add_utf16(out, readable(cv_utf8_next(&text)));
}

static void add_block(const cv_embedded_font *embedded, size_t begin, size_t end,
                      cv_text_builder *map) {
    cv_text_add(map, "%zu beginbfchar\n", end - begin);
    for (size_t i = begin; i < end; i++) {
        cv_text_add_char(map, '<');
        cv_pdf_add_utf16(map, embedded->codes.items[i].number);
        cv_text_add_string(map, "> <");
        add_text(&embedded->codes.items[i], map);
        cv_text_add_string(map, ">\n");
    }
    cv_text_add_string(map, "endbfchar\n");
}

// Of the codes [begin, end).
static uint32_t write_text_map(const cv_embedded_font *embedded, size_t begin, size_t end) {
    cv_text_builder map = {.arena = embedded->arena};
    cv_text_add_string(&map, "/CIDInit /ProcSet findresource begin\n"
                             "12 dict begin\n"
                             "begincmap\n"
                             "/CIDSystemInfo "
                             "<</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                             "/CMapName /Adobe-Identity-UCS def\n"
                             "/CMapType 2 def\n"
                             "1 begincodespacerange\n"
                             "<0000> <FFFF>\n"
                             "endcodespacerange\n");
    for (; begin < end; begin += CODES_IN_BLOCK)
        add_block(embedded, begin, end - begin < CODES_IN_BLOCK ? end : begin + CODES_IN_BLOCK,
                  &map);
    cv_text_add_string(&map, "endcmap\n"
                             "CMapName currentdict /CMap defineresource pop\n"
                             "end\n"
                             "end\n");
    cv_bytes bytes = {(const unsigned char *)map.bytes, map.size};
    return cv_haru_add_stream(embedded->haru, "", bytes, CV_STREAM_SHARED);
}

static uint32_t write_descendant(const cv_embedded_font *embedded, const char *name) {
    uint32_t descriptor = write_descriptor(embedded, name);
    uint32_t glyph_map = is_cff(embedded) ? 0 : write_glyph_map(embedded);
    cv_text_builder entries = {.arena = embedded->arena};
    cv_text_add(&entries, "/Type/Font/Subtype/CIDFontType%d/BaseFont/%s", is_cff(embedded) ? 0 : 2,
                name);
    cv_text_add_string(&entries,
                       "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    cv_text_add(&entries, "/FontDescriptor %u 0 R", descriptor);
    if (glyph_map) cv_text_add(&entries, "/CIDToGIDMap %u 0 R", glyph_map);
    add_widths(embedded, &entries);
    uint32_t object = cv_haru_add_object(embedded->haru);
    cv_haru_set(embedded->haru, object, cv_text_string(&entries));
    return object;
}

static int compare_codes(const void *a, const void *b) {
    const font_code *left = a, *right = b;
    if (left->layer != right->layer) return left->layer < right->layer ? -1 : 1;
    return left->number < right->number ? -1 : left->number > right->number;
}

void cv_embedded_font_write(cv_embedded_font *embedded, cv_memo *subsets) {
    if (!embedded->layers.count) return;
    const char *fault = cv_font_forbidden(embedded->font);
    if (!fault && !make_subset(embedded, subsets))
        fault = "has damaged glyphs, which a PDF cannot take over";
    if (fault) {
        refuse(embedded, fault);
        return;
    }
    if (is_cff(embedded)) // else they are in order
        qsort(embedded->codes.items, embedded->codes.count, sizeof(font_code), compare_codes);
    const char *name = base_name(embedded);
    uint32_t descendant = write_descendant(embedded, name);
    for (size_t begin = 0, end; begin < embedded->codes.count; begin = end) {
        end = layer_end(embedded, begin);
        uint32_t text_map = write_text_map(embedded, begin, end);
        cv_haru_set(embedded->haru, embedded->layers.items[embedded->codes.items[begin].layer],
                    cv_format(embedded->arena,
                              "/Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                              "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R",
                              name, descendant, text_map));
    }
}
