// SPDX-License-Identifier: MIT
// font_embed.c - a composite font (ISO 32000-1, 9.7) from a subset made by HarfBuzz.
#include "pdf/font_embed.h"

#include "base/array.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "pdf/syntax.h"

#include <hb-subset.h>
#include <hb.h>
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
    const char *text;
    uint32_t text_size;
    int64_t width; // CV_WIDTH_UNIT
} font_code;

typedef struct font_subset {
    hb_face_t *source;
    hb_face_t *bare;    // the source without the tables that are not embedded
    bool lacks_a_table; // no TrueType outlines, or no memory for HarfBuzz to hold a table
    hb_subset_input_t *input;
    hb_subset_plan_t *plan;
    hb_face_t *face; // the subset
    hb_blob_t *file;
} font_subset;

struct cv_embedded_font {
    const cv_font *font;
    cv_haru *haru;
    cv_arena *arena;
    uint32_t object;
    struct CV_ARRAY(font_code) codes; // from code 1
    uint32_t *slots;                  // codes by hash, open addressing; 0 is free
    size_t slot_count;                // a power of two
    font_subset subset;
};

static void close_subset(void *handle) {
    font_subset *subset = handle;
    hb_blob_destroy(subset->file);
    hb_face_destroy(subset->face);
    hb_subset_plan_destroy(subset->plan);
    hb_subset_input_destroy(subset->input);
    hb_face_destroy(subset->bare);
}

cv_embedded_font *cv_embedded_font_create(const cv_font *font, cv_haru *haru, cv_arena *arena) {
    cv_embedded_font *embedded = CV_NEW(arena, cv_embedded_font);
    *embedded = (cv_embedded_font){.font = font, .haru = haru, .arena = arena};
    embedded->slot_count = FIRST_SLOTS;
    embedded->slots = CV_NEW_ARRAY(arena, uint32_t, FIRST_SLOTS);
    return embedded;
}

// FNV-1a.
static uint32_t hash(const font_code *code) {
    uint32_t sum = 2166136261u ^ code->glyph;
    sum *= 16777619u;
    for (uint32_t i = 0; i < code->text_size; i++)
        sum = (sum ^ (unsigned char)code->text[i]) * 16777619u;
    return sum;
}

static bool equal(const font_code *a, const font_code *b) {
    return a->glyph == b->glyph && a->text_size == b->text_size &&
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
static int64_t stated_width(const cv_font *font, uint16_t glyph) {
    int64_t advance = hb_font_get_glyph_h_advance(font->hb_font, glyph);
    return (advance * 1000 * CV_WIDTH_UNIT + font->units_per_em / 2) / font->units_per_em;
}

uint32_t cv_embedded_font_code(cv_embedded_font *embedded, const cv_glyph *glyph) {
    font_code sought = {.glyph = glyph->id, .text = glyph->text, .text_size = glyph->text_size};
    uint32_t *slot = find_slot(embedded, &sought);
    if (*slot) return *slot;
    // Glyph 0 stands for a missing character, which PDF/UA-1 7.21.8 does not allow to show.
    if (glyph->id == 0 || embedded->codes.count == LAST_CODE) {
        cv_haru_refuse(embedded->haru);
        return 0;
    }
    if (!embedded->object) embedded->object = cv_haru_add_object(embedded->haru);
    sought.width = stated_width(embedded->font, glyph->id);
    CV_PUSH(embedded->arena, &embedded->codes, sought);
    *slot = (uint32_t)embedded->codes.count;
    if (2 * embedded->codes.count > embedded->slot_count) double_slots(embedded);
    return (uint32_t)embedded->codes.count;
}

int64_t cv_embedded_font_width(const cv_embedded_font *embedded, uint32_t code) {
    return code ? embedded->codes.items[code - 1].width : 0;
}

uint32_t cv_embedded_font_object(const cv_embedded_font *embedded) { return embedded->object; }

// The tables that /FontFile2 needs (ISO 32000-1, 9.9), less those of hinting.
static bool is_needed(hb_tag_t tag) {
    static const char needed[][5] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (tag == hb_tag_from_string(needed[i], 4)) return true;
    return false;
}

static hb_blob_t *choose_table(hb_face_t *face, hb_tag_t tag, void *data) {
    font_subset *subset = data;
    (void)face;
    if (!is_needed(tag)) return NULL;
    hb_blob_t *table = hb_face_reference_table(subset->source, tag);
    if (hb_blob_get_length(table) == 0) subset->lacks_a_table = true;
    return table;
}

// Out of memory, HarfBuzz's subset library leaves in a face what its main library then tries to
// free. So the main library reads those tables first ("gvar", "hmtx", "vmtx").
static void read_tables(hb_face_t *face) {
    hb_font_t *font = hb_font_create(face);
    hb_glyph_extents_t extents;
    hb_font_get_glyph_extents(font, 0, &extents);
    hb_font_destroy(font);
}

static hb_codepoint_t new_glyph(const font_subset *subset, uint16_t glyph) {
    return hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(subset->plan), glyph);
}

// The box and the advance of a glyph.
typedef struct glyph_size {
    hb_glyph_extents_t box;
    hb_position_t advance;
} glyph_size;

static glyph_size measure(hb_font_t *font, hb_codepoint_t glyph) {
    glyph_size size = {0};
    hb_font_get_glyph_extents(font, glyph, &size.box);
    size.advance = hb_font_get_glyph_h_advance(font, glyph);
    return size;
}

// Whether each glyph is what it was. HarfBuzz says little when memory runs out, and
// ISO 19005-3 6.2.11.5 wants the advances in the file to be those of the font.
static bool is_faithful(const cv_embedded_font *embedded) {
    const font_subset *subset = &embedded->subset;
    hb_font_t *font = hb_font_create(subset->face);
    bool is_same = true;
    for (size_t i = 0; i < embedded->codes.count && is_same; i++) {
        uint16_t glyph = embedded->codes.items[i].glyph;
        glyph_size old = measure(embedded->font->hb_font, glyph);
        glyph_size now = measure(font, new_glyph(subset, glyph));
        is_same = memcmp(&old, &now, sizeof old) == 0;
    }
    hb_font_destroy(font);
    return is_same;
}

static bool make_subset(cv_embedded_font *embedded) {
    font_subset *subset = &embedded->subset;
    cv_arena_defer(embedded->arena, close_subset, subset);
    // A face with no other tables: HarfBuzz would go through all of "cmap" and "GSUB".
    subset->source = embedded->font->hb_face;
    subset->bare = hb_face_create_for_tables(choose_table, subset, NULL);
    read_tables(subset->bare);
    subset->input = hb_subset_input_create_or_fail();
    if (!subset->input) return false;
    hb_subset_input_set_flags(subset->input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *glyphs = hb_subset_input_glyph_set(subset->input);
    for (size_t i = 0; i < embedded->codes.count; i++)
        hb_set_add(glyphs, embedded->codes.items[i].glyph);
    subset->plan = hb_subset_plan_create_or_fail(subset->bare, subset->input);
    if (!subset->plan) return false;
    subset->face = hb_subset_plan_execute_or_fail(subset->plan);
    if (!subset->face) return false;
    subset->file = hb_face_reference_blob(subset->face);
    return !subset->lacks_a_table && hb_blob_get_length(subset->file) > 0 && is_faithful(embedded);
}

static cv_bytes subset_bytes(const cv_embedded_font *embedded) {
    unsigned size;
    const char *data = hb_blob_get_data(embedded->subset.file, &size);
    return (cv_bytes){(const unsigned char *)data, size};
}

// "ABCDEF+Lato-Bold": the tag comes from the subset, so that equal fonts have equal names.
static const char *base_name(const cv_embedded_font *embedded) {
    unsigned char digest[CV_DIGEST_BYTES];
    cv_haru_digest(subset_bytes(embedded), digest);
    char tag[TAG_LETTERS + 1] = "";
    for (int i = 0; i < TAG_LETTERS; i++) tag[i] = (char)('A' + digest[i] % 26);
    return cv_format(embedded->arena, "%s+%s", tag, embedded->font->postscript_name);
}

static int32_t thousandths(const cv_font *font, int32_t units) {
    return cv_length_scale(units, 1000, font->units_per_em);
}

static uint32_t write_descriptor(const cv_embedded_font *embedded, const char *name) {
    const cv_font *font = embedded->font;
    cv_bytes file = subset_bytes(embedded);
    uint32_t stream =
        cv_haru_add_stream(embedded->haru, cv_format(embedded->arena, "/Length1 %zu", file.size),
                           file, CV_STREAM_SHARED);
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
    cv_text_add(&entries, "/FontFile2 %u 0 R", stream);
    uint32_t object = cv_haru_add_object(embedded->haru);
    cv_haru_set(embedded->haru, object, cv_text_string(&entries));
    return object;
}

static void add_widths(const cv_embedded_font *embedded, cv_text_builder *entries) {
    cv_text_add_string(entries, "/W[1[");
    for (size_t i = 0; i < embedded->codes.count; i++) {
        if (i > 0) cv_text_add_char(entries, ' ');
        cv_pdf_add_decimal(entries, embedded->codes.items[i].width, CV_WIDTH_UNIT, 4);
    }
    cv_text_add_string(entries, "]]");
}

// Code 0 is glyph 0 and never shown.
static uint32_t write_glyph_map(const cv_embedded_font *embedded) {
    size_t size = 2 * (embedded->codes.count + 1);
    unsigned char *map = CV_NEW_ARRAY(embedded->arena, unsigned char, size);
    for (size_t i = 0; i < embedded->codes.count; i++) {
        hb_codepoint_t glyph = new_glyph(&embedded->subset, embedded->codes.items[i].glyph);
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
        cv_pdf_add_utf16(map, (uint32_t)i + 1);
        cv_text_add_string(map, "> <");
        add_text(&embedded->codes.items[i], map);
        cv_text_add_string(map, ">\n");
    }
    cv_text_add_string(map, "endbfchar\n");
}

static uint32_t write_text_map(const cv_embedded_font *embedded) {
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
    for (size_t begin = 0; begin < embedded->codes.count; begin += CODES_IN_BLOCK) {
        size_t left = embedded->codes.count - begin;
        add_block(embedded, begin, begin + (left < CODES_IN_BLOCK ? left : CODES_IN_BLOCK), &map);
    }
    cv_text_add_string(&map, "endcmap\n"
                             "CMapName currentdict /CMap defineresource pop\n"
                             "end\n"
                             "end\n");
    cv_bytes bytes = {(const unsigned char *)map.bytes, map.size};
    return cv_haru_add_stream(embedded->haru, "", bytes, CV_STREAM_SHARED);
}

static uint32_t write_descendant(const cv_embedded_font *embedded, const char *name) {
    uint32_t descriptor = write_descriptor(embedded, name);
    uint32_t glyph_map = write_glyph_map(embedded);
    cv_text_builder entries = {.arena = embedded->arena};
    cv_text_add(&entries, "/Type/Font/Subtype/CIDFontType2/BaseFont/%s", name);
    cv_text_add_string(&entries,
                       "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    cv_text_add(&entries, "/FontDescriptor %u 0 R/CIDToGIDMap %u 0 R", descriptor, glyph_map);
    add_widths(embedded, &entries);
    uint32_t object = cv_haru_add_object(embedded->haru);
    cv_haru_set(embedded->haru, object, cv_text_string(&entries));
    return object;
}

void cv_embedded_font_write(cv_embedded_font *embedded) {
    if (!embedded->object) return;
    if (!embedded->font->may_embed || !embedded->font->may_subset || !make_subset(embedded)) {
        cv_haru_refuse(embedded->haru);
        return;
    }
    const char *name = base_name(embedded);
    uint32_t descendant = write_descendant(embedded, name);
    uint32_t text_map = write_text_map(embedded);
    cv_haru_set(embedded->haru, embedded->object,
                cv_format(embedded->arena,
                          "/Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                          "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R",
                          name, descendant, text_map));
}
