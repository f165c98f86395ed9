// SPDX-License-Identifier: MIT
// font_subset.c - a bare face, a plan, the subset, and a look at whether it is right.
#include "pdf/font_subset.h"

#include "shape/cff_width.h"

#include <hb-subset.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>

typedef struct subsetter {
    const cv_font *font;
    bool has_clusters;
    cv_cluster_tables clusters;
    hb_face_t *bare;   // the source without the tables that are not embedded
    bool lacks_memory; // as far as HarfBuzz tells
    hb_subset_input_t *input;
    hb_subset_plan_t *plan;
    hb_face_t *face; // the subset
    hb_blob_t *program;
} subsetter;

static void close_subset(void *handle) {
    subsetter *subset = handle;
    hb_blob_destroy(subset->program);
    hb_face_destroy(subset->face);
    hb_subset_plan_destroy(subset->plan);
    hb_subset_input_destroy(subset->input);
    hb_face_destroy(subset->bare);
}

static bool is_cff(const subsetter *subset) { return subset->font->outlines == CV_OUTLINES_CFF; }

// The tables that /FontFile2 needs (ISO 32000-1, 9.9), less those of hinting; of CFF those that
// HarfBuzz needs.
static bool is_needed(const subsetter *subset, hb_tag_t tag) {
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
static hb_blob_t *choose_cluster_table(const subsetter *subset, hb_tag_t tag) {
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
    subsetter *subset = data;
    (void)face;
    if (!is_needed(subset, tag)) return NULL;
    if (subset->has_clusters) return choose_cluster_table(subset, tag);
    hb_blob_t *table = hb_face_reference_table(subset->font->hb_face, tag);
    if (hb_blob_get_length(table) == 0) subset->lacks_memory = true; // the face has them all
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

static cv_bytes program_of(const subsetter *subset) {
    unsigned size;
    const char *data = hb_blob_get_data(subset->program, &size);
    return (cv_bytes){(const unsigned char *)data, size};
}

static uint32_t number_of(const subsetter *subset, uint16_t glyph) {
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

static bool is_equal(glyph_size a, glyph_size b) { return memcmp(&a, &b, sizeof a) == 0; }

// Whether each glyph is what it was. HarfBuzz says little when memory runs out, and
// ISO 19005-3 6.2.11.5 wants the advances in the file to be those of the font.
static bool has_same_glyphs(subsetter *subset, const uint16_t *glyphs, size_t count) {
    hb_font_t *font = hb_font_create(subset->face), *bare = hb_font_create(subset->bare);
    bool is_same = true;
    for (size_t i = 0; i < count && is_same; i++) {
        bool is_cluster = glyphs[i] >= cv_font_glyph_count(subset->font);
        glyph_size old = measure(bare, glyphs[i]);
        is_same = is_equal(old, measure(font, number_of(subset, glyphs[i])));
        if (is_cluster || is_equal(old, measure(subset->font->hb_font, glyphs[i]))) continue;
        subset->lacks_memory = true; // when HarfBuzz read the same tables for the text
        is_same = false;
    }
    hb_font_destroy(bare);
    hb_font_destroy(font);
    return is_same;
}

// Whether viewers will find each glyph of a CFF program under the number it is shown by, and as
// wide as it was by the program.
static bool has_same_numbers(const subsetter *subset, const uint16_t *glyphs, size_t count) {
    cv_cff program;
    if (cv_cff_read(program_of(subset), &program)) return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t glyph = number_of(subset, glyphs[i]);
        if (cv_cff_cid(&program, glyph) != cv_font_cid(subset->font, glyphs[i])) return false;
        int32_t old = 0, now = 0;
        cv_cff_width(&subset->font->cff, glyphs[i], &old);
        cv_cff_width(&program, glyph, &now);
        if (old != now) return false;
    }
    return true;
}

// A CFF program that is keyed by names is shown by the numbers of its glyphs, which have to stay.
static unsigned flags_of(const subsetter *subset) {
    bool keeps_numbers = is_cff(subset) && !subset->font->cff.is_cid_keyed;
    return HB_SUBSET_FLAGS_NO_HINTING | (keeps_numbers ? HB_SUBSET_FLAGS_RETAIN_GIDS : 0u);
}

static bool plan_subset(subsetter *subset, const uint16_t *glyphs, size_t count) {
    // A face with no other tables: HarfBuzz would go through all of "cmap" and "GSUB".
    subset->bare = hb_face_create_for_tables(choose_table, subset, NULL);
    read_tables(subset->bare);
    subset->input = hb_subset_input_create_or_fail();
    if (subset->input) {
        hb_subset_input_set_flags(subset->input, flags_of(subset));
        hb_set_t *chosen = hb_subset_input_glyph_set(subset->input);
        for (size_t i = 0; i < count; i++) hb_set_add(chosen, glyphs[i]);
        subset->plan = hb_subset_plan_create_or_fail(subset->bare, subset->input);
    }
    if (!subset->plan || subset->bare == hb_face_get_empty()) subset->lacks_memory = true;
    return !subset->lacks_memory;
}

static bool make_program(subsetter *subset) {
    subset->face = hb_subset_plan_execute_or_fail(subset->plan);
    if (!subset->face) return false;
    subset->program = is_cff(subset)
                          ? hb_face_reference_table(subset->face, HB_TAG('C', 'F', 'F', ' '))
                          : hb_face_reference_blob(subset->face);
    return !subset->lacks_memory && hb_blob_get_length(subset->program) > 0;
}

static bool make(subsetter *subset, const uint16_t *glyphs, size_t count) {
    return plan_subset(subset, glyphs, count) && make_program(subset) &&
           has_same_glyphs(subset, glyphs, count) &&
           (!is_cff(subset) || has_same_numbers(subset, glyphs, count));
}

// NULL if a glyph is damaged, which HarfBuzz mostly tells as it tells that memory ran out. What was
// lacking the first time is there the second time, or HarfBuzz says at once that it still is not.
static const subsetter *try_twice(const cv_subset_source *source, const uint16_t *glyphs,
                                  size_t count, cv_arena *arena) {
    subsetter *made = NULL;
    for (int i = 0; i < 2; i++) {
        made = CV_NEW(arena, subsetter);
        made->font = source->font;
        made->has_clusters = source->clusters->count > 0;
        if (made->has_clusters)
            cv_clusters_add(source->tables, source->clusters, arena, &made->clusters);
        cv_arena_defer(arena, close_subset, made);
        if (make(made, glyphs, count)) return made;
    }
    if (made->lacks_memory) longjmp(*cv_arena_recovery(arena), CV_NO_MEMORY);
    return NULL;
}

static const cv_font_subset *make_subset(const cv_subset_source *source, const uint16_t *glyphs,
                                         size_t count, cv_arena *arena) {
    const subsetter *made = try_twice(source, glyphs, count, arena);
    if (!made) return NULL;
    uint16_t *numbers = CV_NEW_ARRAY(arena, uint16_t, count);
    for (size_t i = 0; i < count; i++) numbers[i] = (uint16_t)number_of(made, glyphs[i]);
    cv_font_subset *subset = CV_NEW(arena, cv_font_subset);
    *subset = (cv_font_subset){.program = program_of(made), .numbers = numbers};
    cv_haru_digest(subset->program, subset->digest);
    return subset;
}

// Keeping: under the face, which is open as long as a subset of it is kept, and the glyphs in
// ascending order, for another order makes no other subset. What is kept is the digest, the numbers
// of these and the program.

typedef struct glyph_list {
    uint16_t *items; // ascending, each once
    size_t count;
} glyph_list;

static int compare_glyphs(const void *a, const void *b) {
    return *(const uint16_t *)a - *(const uint16_t *)b;
}

static glyph_list sort(const uint16_t *glyphs, size_t count, cv_arena *arena) {
    glyph_list sorted = {.items = CV_NEW_ARRAY(arena, uint16_t, count)};
    memcpy(sorted.items, glyphs, count * sizeof *glyphs);
    qsort(sorted.items, count, sizeof *glyphs, compare_glyphs);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || sorted.items[i] != sorted.items[i - 1])
            sorted.items[sorted.count++] = sorted.items[i];
    return sorted;
}

static cv_bytes key_of(const cv_font *font, const glyph_list *sorted, cv_arena *arena) {
    size_t size = sorted->count * sizeof *sorted->items;
    unsigned char *key = cv_arena_reserve(arena, sizeof font + size, 1);
    memcpy(key, &font, sizeof font);
    memcpy(key + sizeof font, sorted->items, size);
    return (cv_bytes){key, sizeof font + size};
}

static bool find(cv_memo *kept, cv_bytes key, size_t count, cv_font_subset *subset) {
    cv_bytes found;
    if (!cv_memo_find(kept, key, &found)) return false;
    size_t head = sizeof subset->digest + count * sizeof *subset->numbers;
    memcpy(subset->digest, found.data, sizeof subset->digest);
    subset->numbers = (const void *)(found.data + sizeof subset->digest);
    subset->program = (cv_bytes){found.data + head, found.size - head};
    return true;
}

static void keep(cv_memo *kept, cv_bytes key, size_t count, const cv_font_subset *subset) {
    size_t size = count * sizeof *subset->numbers;
    unsigned char *copy =
        cv_memo_add(kept, key, sizeof subset->digest + size + subset->program.size);
    if (!copy) return;
    memcpy(copy, subset->digest, sizeof subset->digest);
    memcpy(copy + sizeof subset->digest, subset->numbers, size);
    memcpy(copy + sizeof subset->digest + size, subset->program.data, subset->program.size);
}

static const uint16_t *number_all(const uint16_t *glyphs, size_t count, const glyph_list *sorted,
                                  const uint16_t *numbers, cv_arena *arena) {
    uint16_t *all = CV_NEW_ARRAY(arena, uint16_t, count);
    for (size_t i = 0; i < count; i++) {
        const uint16_t *found = bsearch(&glyphs[i], sorted->items, sorted->count,
                                        sizeof *sorted->items, compare_glyphs);
        all[i] = numbers[found - sorted->items];
    }
    return all;
}

// Clusters are seldom, and those of another document are others.
const cv_font_subset *cv_font_subset_make(const cv_subset_source *source, const uint16_t *glyphs,
                                          size_t count, cv_arena *arena) {
    if (!source->kept || source->clusters->count) return make_subset(source, glyphs, count, arena);
    glyph_list sorted = sort(glyphs, count, arena);
    cv_bytes key = key_of(source->font, &sorted, arena);
    cv_font_subset *subset = CV_NEW(arena, cv_font_subset);
    if (!find(source->kept, key, sorted.count, subset)) {
        const cv_font_subset *made = make_subset(source, sorted.items, sorted.count, arena);
        if (!made) return NULL;
        keep(source->kept, key, sorted.count, made);
        *subset = *made;
    }
    subset->numbers = number_all(glyphs, count, &sorted, subset->numbers, arena);
    return subset;
}
