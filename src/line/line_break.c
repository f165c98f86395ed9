// SPDX-License-Identifier: MIT
// line_break.c - the dynamic programme.
//
// A node is a break point reached with so many lines and so much of a step: lines are counted from
// the fewest that reach the point (`spare`), so that three layers hold all that can be of use, and
// the cost of a paragraph stays linear in its length. The step of a line is measured from the best
// way to the point above only, so that a way that would step less later may be missed: in one of
// some 100,000 random paragraphs, by the demerits of a step.
#include "line/line_break.h"

#include "line/badness.h"

#include <string.h>

enum {
    SPARE_LINES = 3,       // none, one, two more than the fewest
    STEP_DEMERITS = 10000, // three lines stepping the same way; TeX's \adjdemerits
    RUNT_PERCENT = 20,     // a last line below this is worth narrower blanks to save
    OVERFULL_DEMERITS = 1 << 30
};

#define LOSS_DEMERITS (INT64_C(1) << 40)

typedef enum line_step { STEP_NONE, STEP_IN, STEP_OUT, STEP_COUNT } line_step;

typedef struct node {
    int64_t cost; // of the best way to get here, NO_WAY if there is none
    cv_length width;
    uint32_t from;
    uint8_t from_spare, from_step;
    bool is_overfull;
} node;

#define NO_WAY INT64_MAX

typedef struct line_programme {
    const cv_paragraph *paragraph;
    cv_parshape shape;
    bool shrinks;
    bool avoids_loss; // breaks that extractors lose cost more than all others together
    uint32_t count;   // of points
    uint32_t *fewest; // lines that reach each point
    node *nodes;      // [point][spare][step]
} line_programme;

cv_length cv_line_width(const cv_paragraph *paragraph, uint32_t begin, uint32_t end, bool shrinks) {
    const cv_break_point *from = &paragraph->points.items[begin];
    const cv_break_point *to = &paragraph->points.items[end];
    cv_length width = cv_length_of_sum(to->width_to_end - from->width_to_next);
    if (width < 0) return 0; // nothing but blanks
    if (!shrinks) return width;
    cv_length spaces = cv_length_of_sum(to->spaces_to_end - from->spaces_to_next);
    return width - cv_length_scale(spaces, CV_SHRINK_PERCENT, 100);
}

static node *node_at(const line_programme *programme, uint32_t point, uint32_t spare,
                     line_step step) {
    return &programme->nodes[(point * SPARE_LINES + spare) * STEP_COUNT + step];
}

static cv_length width_between(const line_programme *programme, uint32_t begin, uint32_t end) {
    return cv_line_width(programme->paragraph, begin, end, programme->shrinks);
}

static cv_length room_of(const line_programme *programme, uint32_t line, uint32_t end) {
    cv_length room = line == 0 ? programme->shape.first : programme->shape.rest;
    return end + 1 == programme->count ? room - programme->shape.last_reserve : room;
}

static bool fits(const line_programme *programme, uint32_t begin, uint32_t end) {
    return width_between(programme, begin, end) <=
           room_of(programme, programme->fewest[begin], end);
}

static line_step step_of(cv_length width, const node *above, uint32_t line, cv_length em) {
    if (line == 0) return STEP_NONE;
    int64_t change = (int64_t)width - above->width;
    return change < -em ? STEP_IN : change > em ? STEP_OUT : STEP_NONE;
}

static int64_t cost_of_line(const line_programme *programme, uint32_t begin, uint32_t end,
                            cv_length width, uint32_t line) {
    const cv_break_point *points = programme->paragraph->points.items;
    bool is_last = end + 1 == programme->count;
    cv_measure measure = cv_measure_of(room_of(programme, line, end), programme->shape.em);
    if (width > measure.width) return OVERFULL_DEMERITS;
    int32_t badness = 0;
    if (!is_last || (programme->shape.is_balanced && line > 0))
        badness = cv_ragged_badness(width, measure);
    else if (line > 0)
        badness = cv_last_line_badness(
            width, points[end].words_to_end - points[begin].words_to_next, measure);
    bool loses = programme->avoids_loss && points[end].penalty >= CV_PENALTY_HYPHEN;
    return cv_line_demerits(badness, points[end].penalty) + (loses ? LOSS_DEMERITS : 0);
}

// Tries the line between two points after each way to reach the first.
static void try_line(const line_programme *programme, uint32_t begin, uint32_t end) {
    cv_length width = width_between(programme, begin, end);
    bool is_last = end + 1 == programme->count;
    int64_t line_cost = 0;
    for (uint32_t spare = 0; spare < SPARE_LINES; spare++) {
        uint32_t line = programme->fewest[begin] + spare;
        uint32_t spare_after = line + 1 - programme->fewest[end];
        if (spare_after >= SPARE_LINES) return;
        if (spare == 0 || line == 1) // only the first line differs
            line_cost = cost_of_line(programme, begin, end, width, line);
        for (line_step before = STEP_NONE; before < STEP_COUNT; before++) {
            const node *above = node_at(programme, begin, spare, before);
            if (above->cost == NO_WAY) continue;
            line_step after = step_of(width, above, line, programme->shape.em);
            bool repeats = after != STEP_NONE && after == before && !is_last;
            int64_t cost = above->cost + line_cost + (repeats ? STEP_DEMERITS : 0);
            node *reached = node_at(programme, end, spare_after, after);
            if (cost >= reached->cost) continue;
            *reached = (node){.cost = cost,
                              .width = width,
                              .from = begin,
                              .from_spare = (uint8_t)spare,
                              .from_step = (uint8_t)before,
                              .is_overfull = width > room_of(programme, line, end)};
        }
    }
}

// After the last point that a line to `end` is tried from; `first` is the first. A word is split
// only where the line is full: there are as many such points as characters.
static uint32_t begins_end(const line_programme *programme, uint32_t first, uint32_t end) {
    if (programme->paragraph->points.items[end].penalty != CV_PENALTY_EMERGENCY) return end;
    uint32_t begin = first + 1;
    while (begin < end && !fits(programme, begin, end + 1)) begin++;
    return begin;
}

static void run(line_programme *programme, cv_arena *scratch) {
    uint32_t count = programme->count;
    programme->fewest = CV_NEW_ARRAY(scratch, uint32_t, count);
    programme->nodes = CV_NEW_ARRAY(scratch, node, (size_t)count * SPARE_LINES * STEP_COUNT);
    for (size_t i = 0; i < (size_t)count * SPARE_LINES * STEP_COUNT; i++)
        programme->nodes[i].cost = NO_WAY;
    node_at(programme, 0, 0, STEP_NONE)->cost = 0;
    uint32_t first = 0; // the earliest point a line to `end` can begin at
    for (uint32_t end = 1; end < count; end++) {
        while (first + 1 < end && !fits(programme, first, end)) first++;
        programme->fewest[end] = programme->fewest[first] + 1;
        uint32_t begins = begins_end(programme, first, end);
        for (uint32_t begin = first; begin < begins; begin++) try_line(programme, begin, end);
    }
}

static const node *best_end(const line_programme *programme, uint32_t spare,
                            line_step *step_found) {
    const node *best = NULL;
    for (line_step each = STEP_NONE; each < STEP_COUNT; each++) {
        const node *end = node_at(programme, programme->count - 1, spare, each);
        if (best && end->cost >= best->cost) continue;
        best = end;
        *step_found = each;
    }
    return best;
}

static cv_broken trace(const line_programme *programme, uint32_t spare, cv_arena *arena) {
    line_step step;
    const node *at = best_end(programme, spare, &step);
    cv_broken broken = {.count = programme->fewest[programme->count - 1] + spare,
                        .shrinks = programme->shrinks};
    uint32_t *ends = CV_NEW_ARRAY(arena, uint32_t, broken.count);
    uint32_t point = programme->count - 1;
    for (uint32_t line = broken.count; line-- > 0;) {
        int32_t penalty = programme->paragraph->points.items[point].penalty;
        ends[line] = point;
        broken.is_overfull |= at->is_overfull;
        if (penalty > broken.worst_penalty) broken.worst_penalty = penalty;
        point = at->from;
        at = node_at(programme, point, at->from_spare, at->from_step);
    }
    broken.ends = ends;
    return broken;
}

static bool has_way(const line_programme *programme, uint32_t spare) {
    line_step step;
    return best_end(programme, spare, &step)->cost != NO_WAY;
}

// The fewest lines. Where these break a tie, an address or a word at its own hyphen, which
// extractors lose: as many or one more without such a break, be they as ragged as they may.
static cv_broken choose(line_programme *programme, cv_arena *scratch, cv_arena *arena) {
    run(programme, scratch);
    cv_broken fewest = trace(programme, 0, arena);
    if (fewest.worst_penalty < CV_PENALTY_HYPHEN) return fewest;
    line_programme careful = *programme;
    careful.avoids_loss = true;
    run(&careful, scratch);
    for (uint32_t spare = 0; spare < 2 && has_way(&careful, spare); spare++) {
        cv_broken broken = trace(&careful, spare, arena);
        if (broken.worst_penalty < CV_PENALTY_HYPHEN) return broken;
    }
    return fewest;
}

// The lines of a measure, and the same with narrower blanks where that saves a line that would be
// next to empty.
static cv_broken break_at(const cv_paragraph *paragraph, cv_parshape shape, cv_arena *arena) {
    cv_arena *scratch = cv_arena_child(arena);
    line_programme plain = {
        .paragraph = paragraph, .shape = shape, .count = (uint32_t)paragraph->points.count};
    cv_broken broken = choose(&plain, scratch, arena);
    uint32_t last_begin = broken.count > 1 ? broken.ends[broken.count - 2] : 0;
    cv_length last = cv_line_width(paragraph, last_begin, plain.count - 1, false);
    bool is_runt = last < cv_length_scale(shape.rest, RUNT_PERCENT, 100);
    if (broken.count > 1 && is_runt && !shape.is_balanced) {
        line_programme tight = plain;
        tight.shrinks = true;
        run(&tight, scratch);
        cv_broken saving = trace(&tight, 0, arena);
        if (saving.count < broken.count && saving.worst_penalty < CV_PENALTY_HYPHEN)
            broken = saving;
    }
    cv_arena_destroy(scratch);
    return broken;
}

// The narrowest measure that needs no more lines and no worse breaks, to a quarter of a point.
static cv_length balanced_width(const cv_paragraph *paragraph, cv_parshape shape,
                                const cv_broken *widest, cv_arena *arena) {
    cv_length low = 0, high = shape.first;
    while (high - low > CV_POINT / 4) {
        cv_length middle = low + (high - low) / 2;
        shape.first = shape.rest = middle;
        cv_broken broken = break_at(paragraph, shape, arena);
        if (broken.count <= widest->count && broken.worst_penalty <= widest->worst_penalty &&
            !broken.is_overfull)
            high = middle;
        else
            low = middle;
    }
    return high;
}

cv_broken cv_line_break(const cv_paragraph *paragraph, cv_parshape shape, cv_arena *arena) {
    cv_broken broken = break_at(paragraph, shape, arena);
    if (!shape.is_balanced || broken.count < 2 || broken.is_overfull) return broken;
    shape.first = shape.rest = balanced_width(paragraph, shape, &broken, arena);
    return break_at(paragraph, shape, arena);
}
