// SPDX-License-Identifier: MIT
// parting.c - what PDFium would make of a line, and blanks that help it.
#include "line/parting.h"

#include "base/unicode.h"
#include "line/run_order.h"

// How many segments of each kind a text is cut into.
typedef struct segments {
    size_t right_to_left, left_to_right, all;
} segments;

typedef enum segment_kind {
    SEGMENT_NONE,
    SEGMENT_NEUTRAL,
    SEGMENT_WEAK,
    SEGMENT_LEFT_TO_RIGHT,
    SEGMENT_RIGHT_TO_LEFT
} segment_kind;

static segment_kind kind_of(uint32_t code_point) {
    switch (cv_unicode_direction(code_point)) {
    case CV_DIRECTION_LEFT_TO_RIGHT: return SEGMENT_LEFT_TO_RIGHT;
    case CV_DIRECTION_RIGHT_TO_LEFT: return SEGMENT_RIGHT_TO_LEFT;
    default: return cv_unicode_is_weak(code_point) ? SEGMENT_WEAK : SEGMENT_NEUTRAL;
    }
}

static segments segments_of(const cv_line_run *run) {
    segments found = {0};
    segment_kind last = SEGMENT_NONE;
    for (uint32_t i = 0; i < run->count; i++) {
        const char *end = run->glyphs[i].text + run->glyphs[i].text_size;
        for (const char *at = run->glyphs[i].text; at < end;) {
            segment_kind kind = kind_of(cv_utf8_next(&at));
            if (kind == last) continue;
            last = kind;
            found.all++;
            found.right_to_left += kind == SEGMENT_RIGHT_TO_LEFT;
            found.left_to_right += kind == SEGMENT_LEFT_TO_RIGHT;
        }
    }
    return found;
}

static bool is_turned(const cv_line_run *run) { return run->level % 2; }

// The runs of a line, and what each is cut into.
typedef struct cut_line {
    const cv_line_run *runs;
    const segments *segments;
    size_t count;
} cut_line;

static cut_line cut(const cv_line *line, cv_arena *arena) {
    segments *found = CV_NEW_ARRAY(arena, segments, line->runs.count);
    for (size_t i = 0; i < line->runs.count; i++) found[i] = segments_of(&line->runs.items[i]);
    return (cut_line){line->runs.items, found, line->runs.count};
}

static bool reads_right_to_left(const cut_line *line, size_t begin, size_t end) {
    size_t right_to_left = 0, left_to_right = 0;
    for (size_t i = begin; i < end; i++) {
        right_to_left += line->segments[i].right_to_left;
        left_to_right += line->segments[i].left_to_right;
    }
    return right_to_left > 0 && right_to_left >= left_to_right;
}

// Whether runs stand as they are read and, where they have several segments, run that way.
static bool is_read_well(const cut_line *line, size_t begin, size_t end) {
    bool is_right_to_left = reads_right_to_left(line, begin, end);
    for (size_t i = begin; i < end; i++) {
        const cv_line_run *run = &line->runs[i];
        if (i > begin && (run->x < run[-1].x) != is_right_to_left) return false;
        if (is_turned(run) != is_right_to_left && line->segments[i].all > 1) return false;
    }
    return true;
}

static bool is_blank(const cv_glyph *glyph) {
    return glyph->text_size &&
           cv_unicode_is_space(cv_utf8_before(glyph->text, glyph->text + glyph->text_size));
}

static bool begins_with_blank(const cv_line_run *run) {
    return is_blank(&run->glyphs[is_turned(run) ? run->count - 1 : 0]);
}

static bool ends_with_blank(const cv_line_run *run) {
    return is_blank(&run->glyphs[is_turned(run) ? 0 : run->count - 1]);
}

// How well the line can be parted before run `at`.
typedef enum fitness { FIT_ANYWHERE, FIT_AT_TURN, FIT_AT_BLANK } fitness;

static fitness fitness_of(const cut_line *line, size_t at) {
    if (at == line->count) return FIT_AT_BLANK;
    const cv_line_run *before = &line->runs[at - 1], *after = &line->runs[at];
    if (is_turned(before) == is_turned(after)) return FIT_ANYWHERE;
    return ends_with_blank(before) || begins_with_blank(after) ? FIT_AT_BLANK : FIT_AT_TURN;
}

// The end of the part that begins with run `begin`: the longest that ends at the best place.
static size_t part_end(const cut_line *line, size_t begin) {
    size_t best = begin + 1;
    for (size_t end = line->count; end > begin + 1; end--)
        if (is_read_well(line, begin, end) && fitness_of(line, end) > fitness_of(line, best))
            best = end;
    return best;
}

// Two blanks, since what takes no room is passed over. So is what repeats one of the last five
// things drawn near its place, so that heights take turns.
static cv_line_run parting_after(const cv_line_run *run, const cv_font *font, size_t number,
                                 cv_arena *arena) {
    if (run->font->space) font = run->font;
    cv_length size = run->stretch->size, height = size + size / 5 * (cv_length)(number % 3);
    cv_stretch *stretch = CV_NEW(arena, cv_stretch);
    *stretch = *run->stretch;
    stretch->mark = CV_ARTIFACT;
    stretch->is_underlined = false;
    cv_glyph *blanks = CV_NEW_ARRAY(arena, cv_glyph, 2);
    for (size_t i = 0; i < 2; i++)
        blanks[i] = (cv_glyph){.id = (uint16_t)font->space,
                               .advance = size / 10,
                               .y_offset = height,
                               .text = " ",
                               .text_size = 1};
    return (cv_line_run){.font = font,
                         .stretch = stretch,
                         .glyphs = blanks,
                         .count = 2,
                         .x = is_turned(run) ? run->x : run->x + cv_run_advance(run),
                         .scale = CV_POINT};
}

static bool is_mixed(const cv_line *line) {
    for (size_t i = 0; i < line->runs.count; i++)
        if (is_turned(&line->runs.items[i])) return true;
    return false;
}

void cv_line_part(cv_line *line, const cv_font *font, cv_arena *arena) {
    enum { MOST_RUNS = 200 }; // more are no line that anyone reads
    if (line->runs.count > MOST_RUNS || !is_mixed(line)) return;
    cut_line whole = cut(line, arena);
    if (is_read_well(&whole, 0, whole.count)) return;
    cv_line_runs parted = {0};
    size_t number = 0;
    for (size_t i = 0, end; i < whole.count; i = end) {
        end = part_end(&whole, i);
        for (size_t j = i; j < end; j++) CV_PUSH(arena, &parted, whole.runs[j]);
        if (end < whole.count)
            CV_PUSH(arena, &parted, parting_after(&whole.runs[end - 1], font, number++, arena));
    }
    line->runs = parted;
}
