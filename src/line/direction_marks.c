// SPDX-License-Identifier: MIT
// direction_marks.c - what poppler would make of a line, and marks that help it.
#include "line/direction_marks.h"

#include "base/unicode.h"
#include "line/guessed_order.h"

#include <stdlib.h>
#include <string.h>

static const char left_to_right_mark[] = "\u200E", right_to_left_mark[] = "\u200F";

typedef enum direction_kind {
    KIND_NEUTRAL,
    KIND_NUMBER, // digits and their signs
    KIND_LEFT_TO_RIGHT,
    KIND_RIGHT_TO_LEFT
} direction_kind;

static direction_kind kind_of(uint32_t code_point) {
    switch (cv_unicode_direction(code_point)) {
    case CV_DIRECTION_LEFT_TO_RIGHT: return KIND_LEFT_TO_RIGHT;
    case CV_DIRECTION_RIGHT_TO_LEFT: return KIND_RIGHT_TO_LEFT;
    default: break;
    }
    bool is_number = cv_unicode_is_weak(code_point) && !cv_unicode_is_mark(code_point) &&
                     !cv_unicode_is_ignorable(code_point);
    return is_number ? KIND_NUMBER : KIND_NEUTRAL;
}

// The runs of a line by place, and how far poppler would have read them.
typedef struct line_reader {
    cv_line_run **runs; // from where the reading begins
    size_t count;
    cv_arena *arena;
    bool is_right_to_left; // the page, and the section that a line begins with
    bool is_turned;        // the section is from right to left
    bool follows_lone;     // a sign of numbers in a text that is turned: a section of its own
} line_reader;

// What a character needs before it.
typedef struct needed_marks {
    bool closes;     // U+200F, to close the section from left to right that a lone sign has begun
    const char *own; // the one that runs as the character should; or NULL
} needed_marks;

// A bracket in a text that is turned is read alone, as if it ran from left to right.
static needed_marks read_next(line_reader *self, direction_kind kind, bool is_turned,
                              bool is_bracket) {
    bool is_neutral = kind == KIND_NEUTRAL, section = is_turned && !is_bracket;
    bool goes_on = !self->is_turned && kind != KIND_RIGHT_TO_LEFT;
    bool is_lone = self->is_right_to_left && is_turned &&
                   (is_bracket || kind == KIND_NUMBER || kind == KIND_LEFT_TO_RIGHT);
    needed_marks marks = {0};
    marks.closes = goes_on && (is_lone || (self->follows_lone && !(is_neutral && section)));
    self->is_turned =
        kind == KIND_RIGHT_TO_LEFT || (is_neutral && (self->is_turned || marks.closes));
    self->follows_lone = is_lone;
    if (is_neutral && self->is_turned != section) {
        marks.own = section ? right_to_left_mark : left_to_right_mark;
        self->is_turned = section;
    }
    return marks;
}

static int compare_places(const void *first, const void *second) {
    const cv_line_run *a = *(cv_line_run *const *)first, *b = *(cv_line_run *const *)second;
    if (a->x != b->x) return a->x < b->x ? -1 : 1;
    return a < b ? -1 : a > b;
}

static line_reader open_line(cv_line *line, bool is_right_to_left, cv_arena *arena) {
    line_reader self = {.count = line->runs.count,
                        .arena = arena,
                        .is_right_to_left = is_right_to_left,
                        .is_turned = is_right_to_left};
    self.runs = CV_NEW_ARRAY(arena, cv_line_run *, self.count);
    for (size_t i = 0; i < self.count; i++) self.runs[i] = &line->runs.items[i];
    qsort(self.runs, self.count, sizeof *self.runs, compare_places);
    for (size_t i = 0; is_right_to_left && i < self.count / 2; i++) {
        cv_line_run *last = self.runs[self.count - 1 - i];
        self.runs[self.count - 1 - i] = self.runs[i];
        self.runs[i] = last;
    }
    return self;
}

// The number among the glyphs of a run of the one that is read as number `index`.
static uint32_t number_of(const line_reader *self, const cv_line_run *run, uint32_t index) {
    return self->is_right_to_left ? run->count - 1 - index : index;
}

// True for a blank that ends a word and is no character of the line: one with a mark is.
static bool is_plain_blank(const cv_glyph *glyph) {
    const char *at = glyph->text;
    return glyph->text_size && cv_unicode_is_space(cv_utf8_next(&at));
}

// Whether nothing but plain blanks follows, from glyph `index` of run `run` on.
static bool is_rest_blank(const line_reader *self, size_t run, uint32_t index) {
    for (; run < self->count; run++, index = 0)
        for (; index < self->runs[run]->count; index++)
            if (!is_plain_blank(&self->runs[run]->glyphs[number_of(self, self->runs[run], index)]))
                return false;
    return true;
}

static const char *add_marks(const line_reader *self, const char *text, size_t size,
                             needed_marks marks) {
    cv_text_builder marked = {.arena = self->arena};
    if (!self->is_right_to_left && marks.own) cv_text_add_string(&marked, marks.own);
    cv_text_add_bytes(&marked, text, size);
    if (self->is_right_to_left && marks.own) cv_text_add_string(&marked, marks.own);
    if (self->is_right_to_left && marks.closes) cv_text_add_string(&marked, right_to_left_mark);
    return cv_text_string(&marked);
}

// `own` are the glyphs of the run that may be changed; NULL before the first.
static void mark_glyph(line_reader *self, cv_line_run *run, cv_glyph **own, uint32_t number,
                       needed_marks marks) {
    if (run->replacement) {
        run->replacement = add_marks(self, run->replacement, strlen(run->replacement), marks);
        return;
    }
    if (!*own) {
        *own = CV_NEW_ARRAY(self->arena, cv_glyph, run->count);
        memcpy(*own, run->glyphs, run->count * sizeof **own);
        run->glyphs = *own;
    }
    cv_glyph *glyph = &(*own)[number];
    glyph->text = add_marks(self, glyph->text, glyph->text_size, marks);
    glyph->text_size = (uint32_t)strlen(glyph->text);
}

static bool is_neutral(const cv_line_run *run) {
    for (uint32_t i = 0; i < run->count; i++)
        for (const char *at = run->glyphs[i].text, *end = at + run->glyphs[i].text_size; at < end;)
            if (kind_of(cv_utf8_next(&at)) != KIND_NEUTRAL) return false;
    return true;
}

static bool is_bullet(const line_reader *self, size_t run) {
    return run == 0 && is_neutral(self->runs[0]);
}

static uint32_t take(const line_reader *self, const char *begin, const char **at) {
    if (!self->is_right_to_left) return cv_utf8_next(at);
    char bytes[4];
    uint32_t code_point = cv_utf8_before(begin, *at);
    *at -= cv_utf8_encode(code_point, bytes);
    return code_point;
}

// What a text of one glyph needs before it. Its other characters are read, but cannot be marked.
static needed_marks read_text(line_reader *self, const char *text, size_t size, bool is_turned) {
    const char *first = self->is_right_to_left ? text + size : text, *at = first;
    needed_marks needed = {0};
    for (const char *last = self->is_right_to_left ? text : text + size; at != last;) {
        bool is_first = at == first;
        uint32_t code_point = take(self, text, &at);
        bool is_bracket = self->is_right_to_left && cv_turned(code_point) != code_point;
        needed_marks marks =
            read_next(self, kind_of(code_point), is_turned, is_turned && is_bracket);
        if (is_first) needed = marks;
    }
    return needed;
}

static void read_run(line_reader *self, size_t index) {
    cv_line_run *run = self->runs[index];
    cv_glyph *own = NULL;
    bool runs_as_page = is_bullet(self, index);
    for (uint32_t i = 0; i < run->count; i++) {
        uint32_t number = number_of(self, run, i);
        const cv_glyph *glyph = &run->glyphs[number];
        bool is_turned = (run->levels ? run->levels[number] : run->level) % 2;
        if (runs_as_page) is_turned = self->is_right_to_left;
        const char *text = run->replacement ? run->replacement : glyph->text;
        size_t size = run->replacement ? strlen(text) : glyph->text_size;
        needed_marks marks = read_text(self, text, size, is_turned);
        bool needs_any = marks.closes || marks.own;
        if (needs_any && !is_rest_blank(self, index, i)) mark_glyph(self, run, &own, number, marks);
    }
}

static bool has_turned(const cv_line *line) {
    for (size_t i = 0; i < line->runs.count; i++)
        if (line->runs.items[i].level % 2) return true;
    return false;
}

void cv_line_mark_directions(cv_line *line, bool is_right_to_left, cv_arena *arena) {
    if (!is_right_to_left && !has_turned(line)) return;
    line_reader self = open_line(line, is_right_to_left, arena);
    for (size_t i = 0; i < self.count; i++) read_run(&self, i);
}
