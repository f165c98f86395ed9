// SPDX-License-Identifier: MIT
// font_subset.c - a bare face, a plan, the subset, and a look at whether it is right.
#include "pdf/font_subset.h"

#include "shape/cff_width.h"

#include <hb-subset.h>
#include <hb.h>
#include <string.h>

struct cv_font_subset {
    const cv_font *font;
    bool has_clusters;
    cv_cluster_tables clusters;
    hb_face_t *bare;    // the source without the tables that are not embedded
    bool lacks_a_table; // or there was no memory for HarfBuzz to hold one
    hb_subset_input_t *input;
    hb_subset_plan_t *plan;
    hb_face_t *face; // the subset
    hb_blob_t *program;
};

static void close_subset(void *handle) {
    cv_font_subset *subset = handle;
    hb_blob_destroy(subset->program);
    hb_face_destroy(subset->face);
    hb_subset_plan_destroy(subset->plan);
    hb_subset_input_destroy(subset->input);
    hb_face_destroy(subset->bare);
}

static bool is_cff(const cv_font_subset *subset) {
    return subset->font->outlines == CV_OUTLINES_CFF;
}

// The tables that /FontFile2 needs (ISO 32000-1, 9.9), less those of hinting; of CFF those that
// HarfBuzz needs.
static bool is_needed(const cv_font_subset *subset, hb_tag_t tag) {
    static const char metrics[][5] = {"head", "hhea", "hmtx", "maxp"};
    static const char outlines[][5] = {"glyf", "loca"};
    for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++)
        if (tag == hb_tag_from_string(metrics[i], 4)) return true;
    if (is_cff(subset)) return tag == HB_TAG('C', 'F', 'F', ' ');
    for (size_t i = 0; i < sizeof outlines / sizeof *outlines; i++)
        if (tag == hb_tag_from_string(outlines[i], 4)) return true;
    return false;
}

// A table to which clusters have been added.
static hb_blob_t *choose_cluster_table(const cv_font_subset *subset, hb_tag_t tag) {
    const struct {
        const char *name;
        cv_bytes bytes;
    } tables[] = {
        {"glyf", subset->clusters.glyf}, {"loca", subset->clusters.loca},
        {"hmtx", subset->clusters.hmtx}, {"hhea", subset->clusters.hhea},
        {"head", subset->clusters.head}, {"maxp", subset->clusters.maxp},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (tag == hb_tag_from_string(tables[i].name, 4))
            return hb_blob_create((const char *)tables[i].bytes.data,
                                  (unsigned)tables[i].bytes.size, HB_MEMORY_MODE_READONLY, NULL,
                                  NULL);
    return NULL;
}

static hb_blob_t *choose_table(hb_face_t *face, hb_tag_t tag, void *data) {
    cv_font_subset *subset = data;
    (void)face;
    if (!is_needed(subset, tag)) return NULL;
    if (subset->has_clusters) return choose_cluster_table(subset, tag);
    hb_blob_t *table = hb_face_reference_table(subset->font->hb_face, tag);
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
static bool has_same_glyphs(const cv_font_subset *subset, const uint16_t *glyphs, size_t count) {
    hb_font_t *font = hb_font_create(subset->face), *bare = hb_font_create(subset->bare);
    bool is_same = true;
    for (size_t i = 0; i < count && is_same; i++) {
        bool is_cluster = glyphs[i] >= cv_font_glyph_count(subset->font);
        glyph_size old = measure(is_cluster ? bare : subset->font->hb_font, glyphs[i]);
        glyph_size now = measure(font, cv_font_subset_glyph(subset, glyphs[i]));
        is_same = memcmp(&old, &now, sizeof old) == 0;
    }
    hb_font_destroy(bare);
    hb_font_destroy(font);
    return is_same;
}

// Whether viewers will find each glyph of a CFF program under the number it is shown by, and as
// wide as it was by the program.
static bool has_same_numbers(const cv_font_subset *subset, const uint16_t *glyphs, size_t count) {
    cv_cff program;
    if (cv_cff_read(cv_font_subset_program(subset), &program)) return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t glyph = cv_font_subset_glyph(subset, glyphs[i]);
        if (cv_cff_cid(&program, glyph) != cv_font_cid(subset->font, glyphs[i])) return false;
        int32_t old = 0, now = 0;
        cv_cff_width(&subset->font->cff, glyphs[i], &old);
        cv_cff_width(&program, glyph, &now);
        if (old != now) return false;
    }
    return true;
}

// A CFF program that is keyed by names is shown by the numbers of its glyphs, which have to stay.
static unsigned flags_of(const cv_font_subset *subset) {
    bool keeps_numbers = is_cff(subset) && !subset->font->cff.is_cid_keyed;
    return HB_SUBSET_FLAGS_NO_HINTING | (keeps_numbers ? HB_SUBSET_FLAGS_RETAIN_GIDS : 0u);
}

static bool plan_subset(cv_font_subset *subset, const uint16_t *glyphs, size_t count) {
    // A face with no other tables: HarfBuzz would go through all of "cmap" and "GSUB".
    subset->bare = hb_face_create_for_tables(choose_table, subset, NULL);
    read_tables(subset->bare);
    subset->input = hb_subset_input_create_or_fail();
    if (!subset->input) return false;
    hb_subset_input_set_flags(subset->input, flags_of(subset));
    hb_set_t *chosen = hb_subset_input_glyph_set(subset->input);
    for (size_t i = 0; i < count; i++) hb_set_add(chosen, glyphs[i]);
    subset->plan = hb_subset_plan_create_or_fail(subset->bare, subset->input);
    return subset->plan;
}

static bool make_program(cv_font_subset *subset) {
    subset->face = hb_subset_plan_execute_or_fail(subset->plan);
    if (!subset->face) return false;
    subset->program = is_cff(subset)
                          ? hb_face_reference_table(subset->face, HB_TAG('C', 'F', 'F', ' '))
                          : hb_face_reference_blob(subset->face);
    return !subset->lacks_a_table && hb_blob_get_length(subset->program) > 0;
}

cv_font_subset *cv_font_subset_make(const cv_font *font, const cv_clusters *clusters,
                                    const uint16_t *glyphs, size_t count, cv_arena *arena) {
    cv_font_subset *subset = CV_NEW(arena, cv_font_subset);
    subset->font = font;
    subset->has_clusters = clusters->count > 0;
    if (subset->has_clusters && !cv_clusters_add(font, clusters, arena, &subset->clusters))
        return NULL;
    cv_arena_defer(arena, close_subset, subset);
    bool is_good = plan_subset(subset, glyphs, count) && make_program(subset) &&
                   has_same_glyphs(subset, glyphs, count) &&
                   (!is_cff(subset) || has_same_numbers(subset, glyphs, count));
    return is_good ? subset : NULL;
}

cv_bytes cv_font_subset_program(const cv_font_subset *subset) {
    unsigned size;
    const char *data = hb_blob_get_data(subset->program, &size);
    return (cv_bytes){(const unsigned char *)data, size};
}

uint32_t cv_font_subset_glyph(const cv_font_subset *subset, uint16_t glyph) {
    return hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(subset->plan), glyph);
}
