// SPDX-License-Identifier: MIT
// parting.c - what PDFium would make of a line, and blanks that help it.
#include "line/parting.h"

#include "base/unicode.h"
#include "line/guessed_order.h"
#include "line/run_order.h"

#include <stdlib.h>
#include <string.h>

// A glyph of a line, in the order of reading.
typedef struct read_glyph {
    const cv_line_run *run;
    uint32_t number; // in the run, from left to right
    size_t rank;     // in the line, from left to right
    cv_length x;
    bool is_turned, is_blank;
} read_glyph;
typedef struct read_glyphs CV_ARRAY(read_glyph) read_glyphs;

typedef struct parter {
    cv_arena *arena;
    const cv_font *font;
    read_glyphs glyphs;
    read_glyph **seen;                                 // the same from left to right
    cv_length *places;                                 // of the glyphs of a run
    cv_code_points seen_text, read_text, written_text; // of a part, while it is tried
} parter;

static bool is_blank(const cv_glyph *glyph) {
    return glyph->text_size &&
           cv_unicode_is_space(cv_utf8_before(glyph->text, glyph->text + glyph->text_size));
}

static uint8_t level_of(const cv_line_run *run, uint32_t number) {
    return run->levels ? run->levels[number] : run->level;
}

// Adds glyphs [begin, end) of a run, none of which is of a lower level, as they are read.
static void add_range(parter *self, const cv_line_run *run, uint32_t begin, uint32_t end,
                      unsigned level) {
    for (uint32_t i = 0; i < end - begin;) {
        bool is_turned = level % 2;
        uint32_t number = is_turned ? end - 1 - i : begin + i, count = 0;
        while (i + count < end - begin &&
               level_of(run, is_turned ? number - count : number + count) > level)
            count++;
        if (count) {
            uint32_t first = is_turned ? number + 1 - count : number;
            add_range(self, run, first, first + count, level + 1);
            i += count;
            continue;
        }
        CV_PUSH(self->arena, &self->glyphs,
                ((read_glyph){.run = run,
                              .number = number,
                              .x = self->places[number],
                              .is_turned = is_turned,
                              .is_blank = is_blank(&run->glyphs[number])}));
        i++;
    }
}

static void add_run(parter *self, const cv_line_run *run) {
    self->places = CV_NEW_ARRAY(self->arena, cv_length, run->count);
    cv_length x = run->x;
    for (uint32_t i = 0; i < run->count; i++) {
        self->places[i] = x;
        x += run->glyphs[i].advance;
    }
    add_range(self, run, 0, run->count, run->level);
}

static int compare_places(const void *first, const void *second) {
    const read_glyph *a = *(const read_glyph *const *)first,
                     *b = *(const read_glyph *const *)second;
    if (a->x != b->x) return a->x < b->x ? -1 : 1;
    if (a->run != b->run) return a->run < b->run ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

// Finds the order of the glyphs from left to right, and how many are at the left of each.
static void find_ranks(parter *self) {
    self->seen = CV_NEW_ARRAY(self->arena, read_glyph *, self->glyphs.count);
    for (size_t i = 0; i < self->glyphs.count; i++) self->seen[i] = &self->glyphs.items[i];
    qsort(self->seen, self->glyphs.count, sizeof *self->seen, compare_places);
    for (size_t i = 0; i < self->glyphs.count; i++) self->seen[i]->rank = i;
}

// What is drawn alone and takes no room is passed over.
static bool is_lone_blank(const read_glyph *glyph) {
    return glyph->run->count == 1 && glyph->is_blank;
}

static void add_code_points(parter *self, const read_glyph *glyph, cv_code_points *text) {
    const cv_glyph *source = &glyph->run->glyphs[glyph->number];
    const char *at = source->text, *end = at + source->text_size;
    if (is_lone_blank(glyph)) at = " ", end = at + 1;
    while (at < end) CV_PUSH(self->arena, text, cv_utf8_next(&at));
}

static void turn(cv_code_points *text, size_t begin) {
    for (size_t end = text->count; end-- > begin + 1; begin++) {
        uint32_t code_point = text->items[begin];
        text->items[begin] = text->items[end];
        text->items[end] = code_point;
    }
}

// The text of glyphs [begin, end) as it is to be read.
static const cv_code_points *write(parter *self, size_t begin, size_t end) {
    cv_code_points *text = &self->written_text;
    text->count = 0;
    for (size_t i = begin; i < end; i++) {
        size_t first = text->count;
        add_code_points(self, &self->glyphs.items[i], text);
        if (self->glyphs.items[i].is_turned) turn(text, first);
    }
    return text;
}

// The next character that can be seen; a blank for those before it; 0 at the end.
static uint32_t next_of(const cv_code_points *text, size_t *at, bool *is_begun) {
    bool has_blank = false;
    for (; *at < text->count; ++*at) {
        uint32_t code_point = text->items[*at];
        bool is_space = cv_unicode_is_space(code_point);
        if (!is_space && !cv_unicode_is_ignorable(code_point)) break;
        has_blank |= is_space;
    }
    if (*at == text->count) return 0;
    if (has_blank && *is_begun) {
        *is_begun = false; // the next one is no blank
        return ' ';
    }
    *is_begun = true;
    return text->items[(*at)++];
}

static bool is_same(const cv_code_points *a, const cv_code_points *b) {
    bool is_a_begun = false, is_b_begun = false;
    for (size_t i = 0, j = 0;;) {
        uint32_t code_point = next_of(a, &i, &is_a_begun);
        if (code_point != next_of(b, &j, &is_b_begun)) return false;
        if (!code_point) return true;
    }
}

// Whether glyphs [begin, end), alone on a line, are read as they are written.
static bool is_read_well(parter *self, size_t begin, size_t end) {
    size_t first = SIZE_MAX, last = 0;
    for (size_t i = begin; i < end; i++) {
        size_t rank = self->glyphs.items[i].rank;
        if (rank < first) first = rank;
        if (rank > last) last = rank;
    }
    if (last - first + 1 != end - begin) return false;
    self->seen_text.count = 0;
    for (size_t i = first; i <= last; i++) add_code_points(self, self->seen[i], &self->seen_text);
    cv_order_guess(&self->seen_text, &self->read_text, self->arena);
    return is_same(&self->read_text, write(self, begin, end));
}

// How well a line can be parted before a glyph.
typedef enum fitness { FIT_NOWHERE, FIT_AT_RUN, FIT_AT_BLANK, FIT_AT_TURN, FIT_BEST } fitness;

static bool has_direction(const read_glyph *glyph) {
    const cv_glyph *source = &glyph->run->glyphs[glyph->number];
    for (const char *at = source->text, *end = at + source->text_size; at < end;)
        if (cv_has_direction(cv_utf8_next(&at))) return true;
    return false;
}

// Whether the letters and digits next to a place run one way before it and the other after.
static bool is_turn(const parter *self, size_t at) {
    size_t before = at, after = at;
    while (before > 0 && !has_direction(&self->glyphs.items[before - 1])) before--;
    while (after < self->glyphs.count && !has_direction(&self->glyphs.items[after])) after++;
    return before > 0 && after < self->glyphs.count &&
           self->glyphs.items[before - 1].is_turned != self->glyphs.items[after].is_turned;
}

static fitness fitness_of(const parter *self, size_t at) {
    if (at == self->glyphs.count) return FIT_BEST;
    const read_glyph *before = &self->glyphs.items[at - 1], *after = before + 1;
    if (before->is_blank && !after->is_blank) return is_turn(self, at) ? FIT_BEST : FIT_AT_BLANK;
    if (before->is_turned != after->is_turned) return FIT_AT_TURN;
    return before->run != after->run ? FIT_AT_RUN : FIT_NOWHERE;
}

static size_t run_end(const parter *self, size_t begin) {
    size_t end = begin + 1;
    while (end < self->glyphs.count && self->glyphs.items[end].run == self->glyphs.items[begin].run)
        end++;
    return end;
}

// The end of the part that begins with glyph `begin`: the longest that ends at the best place.
static size_t part_end(parter *self, size_t begin) {
    size_t best = run_end(self, begin);
    fitness reached = FIT_NOWHERE;
    for (size_t end = self->glyphs.count; end > begin && reached < FIT_BEST; end--) {
        fitness found = fitness_of(self, end);
        if (found <= reached || !is_read_well(self, begin, end)) continue;
        best = end;
        reached = found;
    }
    return best;
}

static const char *reading_of(parter *self, size_t begin, size_t end) {
    cv_text_builder text = {.arena = self->arena};
    const cv_code_points *points = write(self, begin, end);
    for (size_t i = 0; i < points->count; i++)
        if (!cv_unicode_is_direction_mark(points->items[i]))
            cv_text_add_code_point(&text, points->items[i]);
    return cv_text_string(&text);
}

// Glyphs [begin, end), which are of one run and stand together.
static cv_line_run piece_of(parter *self, size_t begin, size_t end) {
    const read_glyph *glyphs = &self->glyphs.items[begin];
    cv_line_run piece = *glyphs->run;
    if (end - begin == piece.count) return piece;
    const read_glyph *first = glyphs;
    for (size_t i = 1; i < end - begin; i++)
        if (glyphs[i].number < first->number) first = &glyphs[i];
    cv_length right = piece.x + piece.width;
    piece.glyphs += first->number;
    if (piece.levels) piece.levels += first->number;
    piece.count = (uint32_t)(end - begin);
    piece.x = first->x;
    cv_length width = cv_run_advance(&piece);
    if (piece.width) piece.width = right - piece.x < width ? right - piece.x : width;
    piece.starts_sequence &= begin == 0 || glyphs[-1].run != glyphs->run;
    if (piece.reading) piece.reading = reading_of(self, begin, end);
    if (piece.level % 2) cv_run_bind_blanks(&piece, self->arena);
    return piece;
}

// Two blanks, since what takes no room is passed over. So is what repeats one of the last five
// things drawn near its place, so that heights take turns.
static cv_line_run parting_after(const parter *self, const read_glyph *glyph, size_t number) {
    const cv_line_run *run = glyph->run;
    const cv_font *font = run->font->space ? run->font : self->font;
    cv_length size = run->stretch->size, height = size + size / 5 * (cv_length)(number % 3);
    cv_stretch *stretch = CV_NEW(self->arena, cv_stretch);
    *stretch = *run->stretch;
    stretch->mark = CV_ARTIFACT;
    stretch->is_underlined = false;
    cv_glyph *blanks = CV_NEW_ARRAY(self->arena, cv_glyph, 2);
    for (size_t i = 0; i < 2; i++)
        blanks[i] = (cv_glyph){.id = (uint16_t)font->space,
                               .advance = size / 10,
                               .y_offset = height,
                               .text = " ",
                               .text_size = 1};
    cv_length advance = run->glyphs[glyph->number].advance;
    return (cv_line_run){.font = font,
                         .stretch = stretch,
                         .glyphs = blanks,
                         .count = 2,
                         .x = glyph->is_turned ? glyph->x : glyph->x + advance,
                         .scale = CV_POINT};
}

static void add_part(parter *self, size_t begin, size_t end, cv_line_runs *runs) {
    for (size_t i = begin, next; i < end; i = next) {
        next = run_end(self, i);
        if (next > end) next = end;
        CV_PUSH(self->arena, runs, piece_of(self, i, next));
    }
}

static bool is_mixed(const cv_line *line) {
    for (size_t i = 0; i < line->runs.count; i++)
        if (line->runs.items[i].level % 2) return true;
    return false;
}

void cv_line_part(cv_line *line, const cv_font *font, cv_arena *arena) {
    enum { MOST_GLYPHS = 500 }; // more are no line that anyone reads
    if (!is_mixed(line)) return;
    parter self = {.arena = arena, .font = font};
    for (size_t i = 0; i < line->runs.count; i++) add_run(&self, &line->runs.items[i]);
    const size_t count = self.glyphs.count;
    find_ranks(&self);
    if (count > MOST_GLYPHS || is_read_well(&self, 0, count)) return;
    cv_line_runs parted = {0};
    for (size_t begin = 0, end, number = 0; begin < count; begin = end) {
        end = part_end(&self, begin);
        add_part(&self, begin, end, &parted);
        if (end < count)
            CV_PUSH(arena, &parted, parting_after(&self, &self.glyphs.items[end - 1], number++));
    }
    line->runs = parted;
}
