// SPDX-License-Identifier: MIT
// page_break.c - the dynamic programme over the stack.
#include "page/page_break.h"

#include <assert.h>

enum {
    SLACK_WEIGHT = 2000,
    NEARLY_EMPTY_PERCENT = 15, // of a last page
    NEARLY_EMPTY_COST = 4000,
    RATHER_EMPTY_PERCENT = 33,
    RATHER_EMPTY_COST = 500,
    FEWEST_LINES = 4, // on a page after the first
    FEW_LINES_COST = 1000000,
    MOST_STRETCH = CV_POINT / 4 // of a gap
};

// The best way to begin a page at a line, or to end the document there.
typedef struct page_start {
    int64_t cost;
    size_t from; // where the page before begins
} page_start;

static cv_page_room room_of(cv_page_rooms rooms, size_t first) {
    return first == 0 ? rooms.first_page : rooms.next_pages;
}

static int64_t cost_of_full_page(cv_length slack, cv_length height) {
    if (height <= 0) return 0; // room for one line: nothing to choose
    return SLACK_WEIGHT * (int64_t)slack / height * slack / height;
}

static int64_t cost_of_last_page(cv_length slack, cv_length height) {
    int64_t filled = height - slack;
    if (filled * 100 < (int64_t)height * NEARLY_EMPTY_PERCENT) return NEARLY_EMPTY_COST;
    if (filled * 100 < (int64_t)height * RATHER_EMPTY_PERCENT) return RATHER_EMPTY_COST;
    return 0;
}

// The cost of a page of lines [first, end) whose last baseline is at `baseline`.
static int64_t cost_of_page(const cv_stack *stack, cv_page_room room, size_t first, size_t end,
                            cv_length baseline) {
    cv_length slack = room.last - baseline;
    cv_length height = room.last - room.first;
    int64_t cost = CV_COST_PAGE;
    if (first > 0 && end - first < FEWEST_LINES) cost += FEW_LINES_COST;
    if (end < stack->count)
        cost += cost_of_full_page(slack, height) + stack->items[end].break_cost;
    else if (first > 0)
        cost += cost_of_last_page(slack, height);
    return cost;
}

// Tries every page that begins at line `first`. A line alone always has room.
static void try_pages(const cv_stack *stack, cv_page_rooms rooms, size_t first,
                      page_start *starts) {
    cv_page_room room = room_of(rooms, first);
    cv_length baseline = room.first;
    for (size_t end = first + 1; end <= stack->count; end++) {
        if (end - 1 > first) baseline += stack->items[end - 1].pitch;
        if (baseline > room.last && end - 1 > first) return;
        int64_t cost = starts[first].cost + cost_of_page(stack, room, first, end, baseline);
        if (cost < starts[end].cost) starts[end] = (page_start){cost, first};
    }
}

// By how much the gaps of a page stretch to fill it; not at all where a quarter is not enough.
static cv_length stretch_of(const cv_stack *stack, cv_page_room room, size_t first, size_t end) {
    int64_t gaps = 0;
    cv_length baseline = room.first;
    for (size_t i = first + 1; i < end; i++) {
        baseline += stack->items[i].pitch;
        if (stack->items[i].gap != CV_GAP_FIXED) gaps += stack->items[i].pitch;
    }
    int64_t slack = room.last - baseline;
    if (end == stack->count || slack <= 0 || slack * CV_POINT > gaps * MOST_STRETCH) return 0;
    assert(gaps > 0); // some of them is more than the slack, which is more than nothing
    return (cv_length)(slack * CV_POINT / gaps);
}

cv_page_cuts cv_pages_break(const cv_stack *stack, cv_page_rooms rooms, cv_arena *arena) {
    cv_page_cuts cuts = {0};
    page_start *starts = CV_NEW_ARRAY(arena, page_start, stack->count + 1);
    for (size_t i = 1; i <= stack->count; i++) starts[i].cost = INT64_MAX;
    for (size_t first = 0; first < stack->count; first++) try_pages(stack, rooms, first, starts);
    for (size_t end = stack->count; end > 0; end = starts[end].from) {
        size_t first = starts[end].from;
        CV_PUSH(arena, &cuts,
                (cv_page_lines){first, end, stretch_of(stack, room_of(rooms, first), first, end)});
    }
    for (size_t i = 0; i < cuts.count / 2; i++) {
        cv_page_lines swapped = cuts.items[i];
        cuts.items[i] = cuts.items[cuts.count - 1 - i];
        cuts.items[cuts.count - 1 - i] = swapped;
    }
    return cuts;
}
