// SPDX-License-Identifier: MIT
// font.c - opening a face: what HarfBuzz does not tell is read from the tables, within bounds.
#include "shape/font.h"

#include "base/unicode.h"
#include "shape/cff_width.h"

#include <hb-ot.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>

enum {
    POSTSCRIPT_NAME_BYTES = 64, // 63 and NUL: OpenType, "name", name ID 6
    HEAD_BYTES = 54
};

// OS/2 fsType (OpenType 1.9).
enum {
    USAGE_MASK = 0x000F,
    USAGE_RESTRICTED = 0x0002, // must not be embedded
    NO_SUBSETTING = 0x0100,
    BITMAPS_ONLY = 0x0200
};

// OS/2 fsSelection.
enum { ITALIC = 0x0001, OBLIQUE = 0x0200 };

typedef struct owned_font {
    cv_font font; // first: cv_font_close() gets back from it to the whole
    char postscript_name[POSTSCRIPT_NAME_BYTES];
} owned_font;

typedef struct font_table {
    hb_blob_t *blob;
    const unsigned char *bytes;
    unsigned size;
} font_table;

static font_table open_table(hb_face_t *face, const char tag[4]) {
    font_table opened = {.blob =
                             hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))};
    opened.bytes = (const unsigned char *)hb_blob_get_data(opened.blob, &opened.size);
    return opened;
}

// 0 where the table is too short.
static uint16_t read_16(const font_table *table, unsigned offset) {
    if (table->size < 2 || offset > table->size - 2) return 0;
    return (uint16_t)(table->bytes[offset] << 8 | table->bytes[offset + 1]);
}

static int16_t read_signed_16(const font_table *table, unsigned offset) {
    return (int16_t)read_16(table, offset);
}

static uint32_t read_32(const font_table *table, unsigned offset) {
    return (uint32_t)read_16(table, offset) << 16 | read_16(table, offset + 2);
}

// The bytes of a table are those of the file, and stay when the blob is gone.
static cv_bytes find_bytes(const cv_font *font, const char tag[4]) {
    font_table table = open_table(font->hb_face, tag);
    cv_bytes bytes = {table.bytes, table.size};
    hb_blob_destroy(table.blob);
    return bytes;
}

static void read_outlines(cv_font *font) {
    cv_bytes program = find_bytes(font, "CFF ");
    if (find_bytes(font, "glyf").size)
        font->outlines = CV_OUTLINES_TRUETYPE;
    else if (program.size && !cv_cff_read(program, &font->cff))
        font->outlines = CV_OUTLINES_CFF;
}

static bool read_head(cv_font *font) {
    font_table head = open_table(font->hb_face, "head");
    bool is_whole = head.size >= HEAD_BYTES;
    font->box_left = read_signed_16(&head, 36);
    font->box_bottom = read_signed_16(&head, 38);
    font->box_right = read_signed_16(&head, 40);
    font->box_top = read_signed_16(&head, 42);
    hb_blob_destroy(head.blob);
    return is_whole;
}

static void read_post(cv_font *font) {
    font_table post = open_table(font->hb_face, "post");
    font->italic_angle = (int32_t)read_32(&post, 4);
    font->is_fixed_pitch = read_32(&post, 12) != 0;
    hb_blob_destroy(post.blob);
}

// Stem width from the weight class, in thousandths of an em: 71 for 300, 87 for 400, 165 for 700.
// Source: the estimate of tFPDF's TrueType reader; no table has the true value.
static int32_t stem_from_weight(int32_t weight) { return 50 + weight * weight / (65 * 65); }

// By sFamilyClass, or where that says nothing by PANOSE (OpenType 1.9, "OS/2").
static bool has_serifs(const font_table *os2) {
    enum { CLASS_SERIFS = 7, FAMILY_LATIN_TEXT = 2, STYLE_COVE = 2, STYLE_TRIANGLE = 10 };
    unsigned class = read_16(os2, 30) >> 8;
    if (class) return class <= CLASS_SERIFS;
    unsigned family = read_16(os2, 32) >> 8, style = read_16(os2, 32) & 0xFF;
    return family == FAMILY_LATIN_TEXT && style >= STYLE_COVE && style <= STYLE_TRIANGLE;
}

static void read_os2(cv_font *font) {
    font_table os2 = open_table(font->hb_face, "OS/2");
    unsigned weight = read_16(&os2, 4), usage = read_16(&os2, 8);
    if (weight == 0 || weight > 1000) weight = 400;
    font->stem_v = stem_from_weight((int32_t)weight) * font->units_per_em / 1000;
    font->weight = weight;
    font->width = read_16(&os2, 6);
    if (font->width < 1 || font->width > 9) font->width = 5;
    font->is_italic = read_16(&os2, 62) & (ITALIC | OBLIQUE) || font->italic_angle;
    font->may_embed = (usage & USAGE_MASK) != USAGE_RESTRICTED && !(usage & BITMAPS_ONLY);
    font->may_subset = !(usage & NO_SUBSETTING);
    font->is_serif = has_serifs(&os2);
    hb_blob_destroy(os2.blob);
}

// The metric of OS/2, or where that has none the height of the letter that defines it.
static int32_t measured_height(const cv_font *font, hb_ot_metrics_tag_t metric, uint32_t letter) {
    hb_position_t height = 0;
    if (hb_ot_metrics_get_position(font->hb_font, metric, &height) && height > 0) return height;
    hb_glyph_extents_t extents;
    uint32_t glyph = cv_font_glyph(font, letter);
    if (glyph && hb_font_get_glyph_extents(font->hb_font, glyph, &extents))
        return extents.y_bearing;
    return font->ascent;
}

static bool read_metrics(cv_font *font) {
    hb_position_t ascent, descent;
    if (!hb_ot_metrics_get_position(font->hb_font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, &ascent))
        return false;
    if (!hb_ot_metrics_get_position(font->hb_font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER,
                                    &descent))
        return false;
    font->ascent = cv_font_bound(font, ascent);
    font->descent = cv_font_bound(font, descent);
    font->cap_height =
        cv_font_bound(font, measured_height(font, HB_OT_METRICS_TAG_CAP_HEIGHT, 'H'));
    font->x_height = cv_font_bound(font, measured_height(font, HB_OT_METRICS_TAG_X_HEIGHT, 'x'));
    return true;
}

// What a PostScript name may consist of, and nothing a PDF name would have to escape.
static bool is_name_character(char byte) {
    return byte > ' ' && byte <= '~' && !strchr("()[]{}<>/%#", byte);
}

static bool is_postscript_name(const char *name) {
    for (const char *byte = name; *byte; byte++)
        if (!is_name_character(*byte)) return false;
    return *name != '\0';
}

static void name_after_family(owned_font *owned) {
    static const char *const faces[] = {"-Regular", "-Bold", "-Italic", "-BoldItalic"};
    const char *face = faces[owned->font.face];
    size_t size = 0, room = POSTSCRIPT_NAME_BYTES - 1 - strlen(face);
    for (const char *byte = owned->font.family; *byte && size < room; byte++)
        if (is_name_character(*byte)) owned->postscript_name[size++] = *byte;
    memcpy(owned->postscript_name + size, face, strlen(face) + 1);
}

static void read_name(owned_font *owned) {
    unsigned room = POSTSCRIPT_NAME_BYTES;
    hb_ot_name_get_utf8(owned->font.hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID,
                        &room, owned->postscript_name);
    if (!is_postscript_name(owned->postscript_name)) name_after_family(owned);
    owned->font.postscript_name = owned->postscript_name;
}

// Pictures in the place of outlines, or beside them.
static const hb_tag_t color_tables[] = {HB_TAG('C', 'B', 'D', 'T'), HB_TAG('C', 'B', 'L', 'C'),
                                        HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'),
                                        HB_TAG('S', 'V', 'G', ' '), HB_TAG('s', 'b', 'i', 'x')};
enum { COLOR_TABLES = sizeof color_tables / sizeof *color_tables };

static bool is_color_table(hb_tag_t tag) {
    for (int i = 0; i < COLOR_TABLES; i++)
        if (color_tables[i] == tag) return true;
    return false;
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has_some = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has_some;
}

static bool has_colors(hb_face_t *face) {
    for (int i = 0; i < COLOR_TABLES; i++)
        if (has_table(face, color_tables[i])) return true;
    return false;
}

static hb_blob_t *choose_table(hb_face_t *face, hb_tag_t tag, void *whole) {
    (void)face;
    return is_color_table(tag) ? NULL : hb_face_reference_table(whole, tag);
}

static void close_whole(void *whole) { hb_face_destroy(whole); }

// A face with colours is opened without them: what HarfBuzz measures are then the outlines.
static hb_face_t *open_face(cv_bytes bytes, unsigned index, bool *is_colored) {
    if (bytes.size > UINT32_MAX) return NULL;
    hb_blob_t *blob = hb_blob_create((const char *)bytes.data, (unsigned)bytes.size,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    *is_colored = has_colors(face);
    if (*is_colored) face = hb_face_create_for_tables(choose_table, face, close_whole);
    hb_face_make_immutable(face);
    return face;
}

static bool covers_ascii(const cv_font *font) {
    for (uint32_t code_point = ' '; code_point <= '~'; code_point++)
        if (!cv_font_glyph(font, code_point)) return false;
    return true;
}

static bool read_tables(owned_font *owned) {
    cv_font *font = &owned->font;
    if (hb_face_get_glyph_count(font->hb_face) == 0) return false;
    font->units_per_em = (int32_t)hb_face_get_upem(font->hb_face);
    if (!read_head(font) || !read_metrics(font)) return false;
    read_outlines(font);
    read_post(font);
    read_os2(font);
    read_name(owned);
    font->has_ascii = covers_ascii(font);
    font->space = cv_font_glyph(font, ' ');
    return true;
}

static cv_font *open_once(const cv_font_name *name, cv_bytes bytes) {
    owned_font *owned = calloc(1, sizeof *owned);
    if (!owned) return NULL;
    cv_font *font = &owned->font;
    font->family = name->family;
    font->file = name->file;
    font->face = name->face;
    font->index = name->index;
    font->is_of_collection = bytes.size >= 4 && memcmp(bytes.data, "ttcf", 4) == 0;
    font->origin = name->origin;
    font->hb_face = open_face(bytes, name->index, &font->has_colors);
    font->hb_font = hb_font_create(font->hb_face);
    if (!read_tables(owned)) {
        cv_font_close(font);
        return NULL;
    }
    hb_font_make_immutable(font->hb_font);
    return font;
}

// HarfBuzz does not tell a table that it has no memory for from one that is not there: what it has
// missed it gets the second time.
cv_font *cv_font_open(const cv_font_name *name, cv_bytes bytes) {
    cv_font *font = open_once(name, bytes);
    if (font && font->space && font->outlines != CV_OUTLINES_NONE) return font;
    cv_font_close(font);
    return open_once(name, bytes);
}

void cv_font_close(cv_font *font) {
    if (!font) return;
    hb_font_destroy(font->hb_font);
    hb_face_destroy(font->hb_face);
    free((owned_font *)font);
}

static bool has_ink(const cv_font *font, hb_codepoint_t glyph) {
    hb_glyph_extents_t extents = {0};
    return hb_font_get_glyph_extents(font->hb_font, glyph, &extents) && extents.width &&
           extents.height;
}

uint32_t cv_font_glyph(const cv_font *font, uint32_t code_point) {
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(font->hb_font, code_point, &glyph)) return 0;
    if (glyph >= hb_face_get_glyph_count(font->hb_face)) return 0; // a map may name any
    bool may_be_blank =
        !font->has_colors || cv_unicode_is_space(code_point) || cv_unicode_is_ignorable(code_point);
    return may_be_blank || has_ink(font, glyph) ? glyph : 0;
}

enum { MOST_SCRIPTS = 64 }; // more than any face has

static bool table_heeds(hb_face_t *face, hb_tag_t table, const hb_tag_t *tags, unsigned count) {
    hb_tag_t scripts[MOST_SCRIPTS];
    unsigned script_count = MOST_SCRIPTS, index;
    unsigned all = hb_ot_layout_table_get_script_tags(face, table, 0, &script_count, scripts);
    if (all > MOST_SCRIPTS) return true; // it may
    for (unsigned i = 0; i < script_count; i++)
        if (hb_ot_layout_script_select_language(face, table, i, count, tags, &index)) return true;
    return false;
}

bool cv_font_heeds_language(const cv_font *font, const char *language) {
    if (strstr(language, "-x-") || strncmp(language, "x-", 2) == 0)
        return true; // HarfBuzz finds scripts and features in there
    hb_tag_t tags[HB_OT_MAX_TAGS_PER_LANGUAGE];
    unsigned count = HB_OT_MAX_TAGS_PER_LANGUAGE;
    hb_ot_tags_from_script_and_language(HB_SCRIPT_UNKNOWN, hb_language_from_string(language, -1),
                                        NULL, NULL, &count, tags);
    return has_table(font->hb_face, HB_TAG('l', 't', 'a', 'g')) || // of Apple's layout
           table_heeds(font->hb_face, HB_OT_TAG_GSUB, tags, count) ||
           table_heeds(font->hb_face, HB_OT_TAG_GPOS, tags, count);
}

bool cv_font_has_variation(const cv_font *font, uint32_t code_point, uint32_t selector) {
    hb_codepoint_t glyph;
    return hb_font_get_variation_glyph(font->hb_font, code_point, selector, &glyph);
}

cv_length cv_font_scale(const cv_font *font, int64_t units, cv_length size) {
    return cv_length_scale(size, units, font->units_per_em);
}

cv_length cv_font_right_bearing(const cv_font *font, uint32_t glyph, cv_length size) {
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(font->hb_font, glyph, &extents) || !extents.width) return 0;
    hb_position_t advance = hb_font_get_glyph_h_advance(font->hb_font, glyph);
    return cv_font_scale(font, advance - extents.x_bearing - extents.width, size);
}

cv_ink_height cv_font_ink_height(const cv_font *font, uint32_t glyph, cv_length size) {
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(font->hb_font, glyph, &extents)) return (cv_ink_height){0};
    return (cv_ink_height){cv_font_scale(font, extents.y_bearing, size),
                           cv_font_scale(font, extents.y_bearing + extents.height, size)};
}

// Of all weights first.
static const hb_ot_name_id_t family_names[] = {HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY,
                                               HB_OT_NAME_ID_FONT_FAMILY};
enum { MOST_FAMILY_BYTES = 256 };

static bool read_family(const cv_font *font, int which, char name[MOST_FAMILY_BYTES]) {
    unsigned size = MOST_FAMILY_BYTES;
    return hb_ot_name_get_utf8(font->hb_face, family_names[which], HB_LANGUAGE_INVALID, &size,
                               name) > 0;
}

const char *cv_font_family_name(const cv_font *font, cv_arena *arena) {
    char name[MOST_FAMILY_BYTES];
    for (int i = 0; i < 2; i++)
        if (read_family(font, i, name)) return cv_copy_string(arena, name);
    return "";
}

bool cv_font_is_of_family(const cv_font *font, const char *family) {
    char name[MOST_FAMILY_BYTES];
    for (int i = 0; i < 2; i++)
        if (read_family(font, i, name) && cv_equal_ignoring_case(name, family)) return true;
    return false;
}

// usLowerOpticalPointSize and usUpperOpticalPointSize, in twentieths of a point (OpenType 1.9,
// "OS/2", version 5).
static cv_optical_sizes read_optical_sizes(hb_face_t *face) {
    enum { LOWER = 96, UPPER = 98, LEAST_VERSION = 5 };
    font_table os2 = open_table(face, "OS/2");
    cv_optical_sizes sizes = {0};
    unsigned lower = read_16(&os2, LOWER), upper = read_16(&os2, UPPER);
    if (read_16(&os2, 0) >= LEAST_VERSION && lower < upper)
        sizes = (cv_optical_sizes){lower / 2, upper / 2};
    hb_blob_destroy(os2.blob);
    return sizes;
}

cv_optical_sizes cv_font_optical_sizes(const cv_font *font) {
    unsigned design, above, most; // of a range, its beginning is not part
    if (!hb_ot_layout_get_size_params(font->hb_face, &design, NULL, NULL, &above, &most))
        return read_optical_sizes(font->hb_face);
    bool is_range = above < most;
    return (cv_optical_sizes){is_range ? above + 1 : design, is_range ? most : design};
}

const char *cv_font_forbidden(const cv_font *font) {
    if (!font->may_embed) return "may not be embedded, by what it says of its licence";
    return font->may_subset ? NULL : "may not be embedded in part, by what it says of its licence";
}

uint32_t cv_font_cid(const cv_font *font, uint32_t glyph) { return cv_cff_cid(&font->cff, glyph); }

int32_t cv_font_advance(const cv_font *font, uint32_t glyph) {
    return hb_font_get_glyph_h_advance(font->hb_font, glyph);
}

int32_t cv_font_program_advance(const cv_font *font, uint32_t glyph) {
    int32_t width = cv_font_advance(font, glyph);
    if (font->outlines == CV_OUTLINES_CFF) cv_cff_width(&font->cff, glyph, &width);
    return width;
}

const char *cv_font_library_version(void) { return hb_version_string(); }
