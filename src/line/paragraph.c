// SPDX-License-Identifier: MIT
// paragraph.c - widths and break points of a shaped text.
#include "line/paragraph.h"

#include "base/text.h"

#include <string.h>

typedef struct paragraph_builder {
    cv_paragraph paragraph;
    const bool *discardable; // whether a glyph vanishes at a line break
    int64_t *width_to;       // before each glyph, and after all
    int64_t *spaces_to;
    uint32_t *words_to;
    cv_arena *arena;
} paragraph_builder;

static uint32_t glyph_count(const paragraph_builder *builder) {
    return (uint32_t)builder->paragraph.shaped->glyphs.count;
}

// Fills the tables that have an entry a glyph.
static void measure(paragraph_builder *builder) {
    const cv_shaped *shaped = builder->paragraph.shaped;
    size_t count = shaped->glyphs.count;
    cv_length *advances = CV_NEW_ARRAY(builder->arena, cv_length, count);
    bool *blanks = CV_NEW_ARRAY(builder->arena, bool, count);
    bool *discardable = CV_NEW_ARRAY(builder->arena, bool, count);
    builder->width_to = CV_NEW_ARRAY(builder->arena, int64_t, count + 1);
    builder->spaces_to = CV_NEW_ARRAY(builder->arena, int64_t, count + 1);
    builder->words_to = CV_NEW_ARRAY(builder->arena, uint32_t, count + 1);
    for (size_t r = 0; r < shaped->runs.count; r++) {
        const cv_shaped_run *run = &shaped->runs.items[r];
        for (uint32_t i = run->first; i < run->first + run->count; i++) {
            const cv_shaped_glyph *glyph = &shaped->glyphs.items[i];
            bool begins_word = i == 0 || blanks[i - 1];
            advances[i] = cv_shaped_advance(run, glyph);
            blanks[i] = glyph->text_size == 1 && shaped->text.string[glyph->begin] == ' ';
            discardable[i] = run->stretch->is_discardable;
            builder->width_to[i + 1] = builder->width_to[i] + advances[i];
            builder->spaces_to[i + 1] = builder->spaces_to[i] + (blanks[i] ? advances[i] : 0);
            builder->words_to[i + 1] = builder->words_to[i] + (begins_word && !blanks[i]);
        }
    }
    builder->paragraph.advances = advances;
    builder->paragraph.blanks = blanks;
    builder->discardable = discardable;
}

static void add_point(paragraph_builder *builder, uint32_t end, uint32_t next, int32_t penalty) {
    cv_break_point point = {.end = end,
                            .next = next,
                            .width_to_end = builder->width_to[end],
                            .width_to_next = builder->width_to[next],
                            .spaces_to_end = builder->spaces_to[end],
                            .spaces_to_next = builder->spaces_to[next],
                            .words_to_end = builder->words_to[end],
                            .words_to_next = builder->words_to[next],
                            .penalty = penalty};
    CV_PUSH(builder->arena, &builder->paragraph.points, point);
}

static bool is_too_wide(const paragraph_builder *builder, uint32_t begin, uint32_t end,
                        cv_length narrowest) {
    return end > begin && builder->width_to[end] - builder->width_to[begin] > narrowest;
}

// Breaks between clusters, where the glyphs [begin, end) are too wide for any line.
static void split_word(paragraph_builder *builder, uint32_t begin, uint32_t end,
                       cv_length narrowest) {
    const cv_shaped_glyph *glyphs = builder->paragraph.shaped->glyphs.items;
    if (!is_too_wide(builder, begin, end, narrowest)) return;
    for (uint32_t i = begin + 1; i < end; i++)
        if (glyphs[i].starts_cluster) add_point(builder, i, i, CV_PENALTY_EMERGENCY);
}

static bool is_no_break_space(const paragraph_builder *builder, uint32_t glyph) {
    static const char space[] = "\u00A0";
    const cv_shaped *shaped = builder->paragraph.shaped;
    const cv_shaped_glyph *shown = &shaped->glyphs.items[glyph];
    return shown->text_size == strlen(space) &&
           memcmp(shaped->text.string + shown->begin, space, strlen(space)) == 0;
}

// Breaks from the point before to glyph `end`, of what is too wide for any line: at no-break spaces
// first, then within words.
static void add_emergency_points(paragraph_builder *builder, uint32_t end, cv_length narrowest) {
    const cv_break_points *points = &builder->paragraph.points;
    uint32_t begin = points->items[points->count - 1].next;
    if (!is_too_wide(builder, begin, end, narrowest)) return;
    for (uint32_t i = begin + 1; i + 1 < end; i++) {
        if (!is_no_break_space(builder, i)) continue;
        split_word(builder, begin, i, narrowest);
        add_point(builder, i, i + 1, CV_PENALTY_TIE);
        begin = i + 1;
    }
    split_word(builder, begin, end, narrowest);
}

// The first glyph of the cluster at `offset` or after it, from glyph `from` on.
static uint32_t glyph_at(const paragraph_builder *builder, uint32_t from, uint32_t offset) {
    const cv_shaped_glyph *glyphs = builder->paragraph.shaped->glyphs.items;
    while (from < glyph_count(builder) &&
           (glyphs[from].begin < offset || !glyphs[from].starts_cluster))
        from++;
    return from;
}

// A separator vanishes whole: a break inside it or at its end is one place, at its end.
static bool is_within_discardable(const paragraph_builder *builder, uint32_t next) {
    return next < glyph_count(builder) && builder->discardable[next] &&
           (next == 0 || builder->discardable[next - 1]);
}

static uint32_t trim(const paragraph_builder *builder, uint32_t end, uint32_t begin) {
    while (end > begin && (builder->paragraph.blanks[end - 1] || builder->discardable[end - 1]))
        end--;
    return end;
}

// Those of the text, and of words that are too wide.
static void add_points(paragraph_builder *builder, const cv_break_places *places,
                       cv_length narrowest) {
    uint32_t next = 0;
    for (size_t i = 0; i < places->count; i++) {
        uint32_t previous = next;
        next = glyph_at(builder, next, places->items[i].offset);
        if (next == previous || next >= glyph_count(builder)) continue; // inside a ligature
        if (is_within_discardable(builder, next)) continue;
        const cv_break_points *points = &builder->paragraph.points;
        uint32_t end = trim(builder, next, points->items[points->count - 1].next);
        add_emergency_points(builder, end, narrowest);
        add_point(builder, end, next, places->items[i].penalty);
    }
    add_emergency_points(builder, trim(builder, glyph_count(builder), 0), narrowest);
}

cv_paragraph cv_paragraph_build(const cv_shaped *shaped, cv_breaker *breaker,
                                cv_paragraph_room room, cv_arena *arena) {
    paragraph_builder builder = {.paragraph = {.shaped = shaped}, .arena = arena};
    measure(&builder);
    add_point(&builder, 0, 0, 0);
    uint32_t end = trim(&builder, glyph_count(&builder), 0);
    if (builder.width_to[end] > room.single) {
        cv_break_places places = cv_breaks_find(breaker, shaped->text.string, arena);
        add_points(&builder, &places, room.narrowest);
    }
    add_point(&builder, end, glyph_count(&builder), 0);
    return builder.paragraph;
}
