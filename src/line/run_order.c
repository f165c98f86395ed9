// SPDX-License-Identifier: MIT
// run_order.c - places, then what is drawn in one go.
#include "line/run_order.h"

#include "base/unicode.h"
#include "shape/bidi.h"

#include <string.h>

// The runs of one line in the order of reading, and the place of each from left to right.
typedef struct ordered {
    const cv_line_run *runs;
    size_t count;
    uint32_t *order, *places; // inverse to each other
    cv_arena *arena;
} ordered;

cv_length cv_run_advance(const cv_line_run *run) {
    cv_length advance = 0;
    for (uint32_t i = 0; i < run->count; i++) advance += run->glyphs[i].advance;
    return advance;
}

static ordered find_order(cv_line_run *runs, size_t count, cv_length x, cv_arena *arena) {
    ordered line = {.runs = runs, .count = count, .arena = arena};
    uint8_t *levels = CV_NEW_ARRAY(arena, uint8_t, count);
    line.order = CV_NEW_ARRAY(arena, uint32_t, count);
    line.places = CV_NEW_ARRAY(arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) levels[i] = runs[i].level;
    cv_bidi_order(levels, count, line.order);
    for (uint32_t i = 0; i < count; i++) {
        cv_line_run *run = &runs[line.order[i]];
        line.places[line.order[i]] = i;
        run->x = x;
        x += cv_run_advance(run);
    }
    return line;
}

static bool may_join(const cv_line_run *run, const cv_line_run *next) {
    return run->level && next->level && run->stretch == next->stretch && run->font == next->font &&
           !next->starts_sequence;
}

// The places of runs [begin, end), which are as many as these where they stand together.
typedef struct place_range {
    uint32_t first, last;
} place_range;

static place_range places_of(const ordered *line, size_t begin, size_t end) {
    place_range range = {line->places[begin], line->places[begin]};
    for (size_t i = begin; i < end; i++) {
        if (line->places[i] < range.first) range.first = line->places[i];
        if (line->places[i] > range.last) range.last = line->places[i];
    }
    return range;
}

// After the last run that can be drawn in one go with run `begin`.
static size_t group_end(const ordered *line, size_t begin) {
    size_t end = begin + 1, whole = end;
    while (end < line->count && may_join(&line->runs[begin], &line->runs[end])) {
        end++;
        place_range range = places_of(line, begin, end);
        if (range.last - range.first + 1 == end - begin) whole = end;
    }
    return whole;
}

static const char *readings(const ordered *line, size_t begin, size_t end) {
    cv_text_builder text = {.arena = line->arena};
    for (size_t i = begin; i < end; i++) cv_text_add_string(&text, line->runs[i].reading);
    return cv_text_string(&text);
}

// Runs [begin, end), which stand together, as one.
static cv_line_run join(const ordered *line, size_t begin, size_t end) {
    if (end - begin == 1) return line->runs[begin];
    place_range range = places_of(line, begin, end);
    cv_line_run joined = line->runs[begin];
    joined.x = line->runs[line->order[range.first]].x;
    joined.count = 0;
    joined.width = 0;
    for (size_t i = begin; i < end; i++) {
        joined.count += line->runs[i].count;
        joined.width += line->runs[i].width;
        if (line->runs[i].level < joined.level) joined.level = line->runs[i].level;
    }
    cv_glyph *glyphs = CV_NEW_ARRAY(line->arena, cv_glyph, joined.count), *at = glyphs;
    uint8_t *levels = CV_NEW_ARRAY(line->arena, uint8_t, joined.count);
    for (uint32_t place = range.first; place <= range.last; place++) {
        const cv_line_run *run = &line->runs[line->order[place]];
        memcpy(at, run->glyphs, run->count * sizeof *at);
        memset(levels + (at - glyphs), run->level, run->count);
        at += run->count;
    }
    joined.glyphs = glyphs;
    joined.levels = levels;
    joined.reading = readings(line, begin, end);
    return joined;
}

static bool has_letters(const cv_line_run *run) {
    for (uint32_t i = 0; i < run->count; i++)
        if (cv_unicode_has_right_to_left(run->glyphs[i].text, run->glyphs[i].text_size))
            return true;
    return false;
}

// From right to left, as they are read.
static void push_apart(const ordered *line, const cv_line_run *run, cv_line_runs *runs) {
    cv_length x = run->x + cv_run_advance(run);
    for (uint32_t i = run->count; i-- > 0;) {
        cv_line_run single = *run;
        single.glyphs = &run->glyphs[i];
        single.count = 1;
        single.reading = cv_copy(line->arena, run->glyphs[i].text, run->glyphs[i].text_size);
        single.x = x -= run->glyphs[i].advance;
        single.width = run->width ? run->glyphs[i].advance : 0;
        single.starts_sequence = run->starts_sequence && i + 1 == run->count;
        CV_PUSH(line->arena, runs, single);
    }
}

static const char bound_blank[] = "\u200F ";

static bool is_blank(const cv_glyph *glyph) {
    static const char no_break_space[] = "\u00A0";
    return (glyph->text_size == 1 && *glyph->text == ' ') ||
           (glyph->text_size == 2 && memcmp(glyph->text, no_break_space, 2) == 0);
}

void cv_glyph_bind_blank(cv_glyph *blank) {
    blank->text = bound_blank;
    blank->text_size = sizeof bound_blank - 1;
}

void cv_run_bind_blanks(cv_line_run *run, cv_arena *arena) {
    const uint32_t ends[] = {0, run->count - 1};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!is_blank(&run->glyphs[ends[i]])) continue;
        cv_glyph *glyphs = CV_NEW_ARRAY(arena, cv_glyph, run->count);
        memcpy(glyphs, run->glyphs, run->count * sizeof *glyphs);
        cv_glyph_bind_blank(&glyphs[ends[i]]);
        run->glyphs = glyphs;
    }
}

static bool is_apart(const cv_line_run *run) {
    return run->level % 2 && run->count > 1 && !has_letters(run);
}

void cv_runs_order(cv_line_runs *runs, size_t first, cv_length x, cv_arena *arena) {
    ordered line = find_order(runs->items + first, runs->count - first, x, arena);
    cv_line_runs drawn = {0};
    for (size_t i = 0, end; i < line.count; i = end) {
        end = group_end(&line, i);
        cv_line_run run = join(&line, i, end);
        if (end - i > 1 && !has_letters(&run)) run = join(&line, i, end = i + 1);
        if (end - i == 1 && is_apart(&run))
            push_apart(&line, &run, &drawn);
        else
            CV_PUSH(arena, &drawn, run);
    }
    runs->count = first;
    for (size_t i = 0; i < drawn.count; i++) {
        if (drawn.items[i].level % 2 && drawn.items[i].width)
            cv_run_bind_blanks(&drawn.items[i], arena);
        CV_PUSH(arena, runs, drawn.items[i]);
    }
}
