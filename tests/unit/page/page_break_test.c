// SPDX-License-Identifier: MIT
#include "page/page_break.h"

#include "support.h"

#include <inttypes.h>

enum { MOST_LINES = 13, LEADING = 12 * CV_POINT, FEWEST_LINES = 4 };

static void add_line(support *self, cv_stack *stack, cv_length pitch, cv_gap gap, int64_t cost) {
    CV_PUSH(self->arena, stack, (cv_stack_line){.pitch = pitch, .gap = gap, .break_cost = cost});
}

// A stack of `count` lines that may be parted anywhere.
static cv_stack plain_stack(support *self, size_t count) {
    cv_stack stack = {0};
    for (size_t i = 0; i < count; i++) add_line(self, &stack, LEADING, CV_GAP_FIXED, 0);
    return stack;
}

// Room for so many lines of one leading on every page.
static cv_page_rooms room_for(int lines) {
    cv_page_room room = {.first = 50 * CV_POINT, .last = 50 * CV_POINT + (lines - 1) * LEADING};
    return (cv_page_rooms){room, room};
}

// Of the page that begins at line `first`.
static cv_page_room room_of(cv_page_rooms rooms, size_t first) {
    return first ? rooms.next_pages : rooms.first_page;
}

// The last baseline of lines [first, end), nothing stretched.
static int64_t foot_of(const cv_stack *stack, cv_page_rooms rooms, size_t first, size_t end) {
    int64_t baseline = room_of(rooms, first).first;
    for (size_t i = first + 1; i < end; i++) baseline += stack->items[i].pitch;
    return baseline;
}

// What typography.md asks of a page, INT64_MAX where the lines do not fit.
static int64_t cost_of_page(const cv_stack *stack, cv_page_rooms rooms, size_t first, size_t end) {
    cv_page_room room = room_of(rooms, first);
    int64_t foot = foot_of(stack, rooms, first, end);
    if (foot > room.last && end - first > 1) return INT64_MAX;
    int64_t height = room.last - room.first, slack = room.last - foot, cost = CV_COST_PAGE;
    if (first && end - first < FEWEST_LINES) cost += 1000000;
    if (end < stack->count)
        return cost + 2000 * slack / height * slack / height + stack->items[end].break_cost;
    if (first && (height - slack) * 100 < height * 15) return cost + 4000;
    if (first && (height - slack) * 100 < height * 33) return cost + 500;
    return cost;
}

static int64_t least_cost(const cv_stack *stack, cv_page_rooms rooms) {
    size_t inner = stack->count - 1;
    int64_t least = INT64_MAX;
    for (uint32_t chosen = 0; chosen < UINT32_C(1) << inner; chosen++) {
        int64_t sum = 0;
        size_t first = 0;
        for (size_t end = 1; end <= stack->count && sum < INT64_MAX; end++) {
            if (end < stack->count && !(chosen >> (end - 1) & 1)) continue;
            int64_t cost = cost_of_page(stack, rooms, first, end);
            sum = cost == INT64_MAX ? cost : sum + cost;
            first = end;
        }
        if (sum < least) least = sum;
    }
    return least;
}

static int64_t cost_of_cuts(const cv_stack *stack, cv_page_rooms rooms, const cv_page_cuts *cuts) {
    int64_t sum = 0;
    size_t at = 0;
    for (size_t i = 0; i < cuts->count; i++) {
        assert_int_equal(cuts->items[i].first, at);
        at = cuts->items[i].end;
        int64_t cost = cost_of_page(stack, rooms, cuts->items[i].first, at);
        assert_true(cost < INT64_MAX);
        sum += cost;
    }
    assert_int_equal(at, stack->count);
    return sum;
}

static cv_stack random_stack(support *self, uint32_t *seed) {
    static const int64_t costs[] = {CV_COST_SECTION, CV_COST_ENTRY,  CV_COST_BULLET,
                                    CV_COST_STRAND,  CV_COST_LINES,  CV_COST_KEPT,
                                    CV_COST_SPLIT,   CV_COST_ORPHAN, CV_COST_KEEP};
    cv_stack stack = {0};
    for (size_t i = 2 + support_random(seed, MOST_LINES - 1); i > 0; i--) {
        cv_gap gap = (cv_gap)support_random(seed, 3);
        cv_length pitch = LEADING * (cv_length)(2 + (gap ? support_random(seed, 3) : 0)) / 2;
        add_line(self, &stack, pitch, gap, costs[support_random(seed, 9)]);
    }
    return stack;
}

static cv_page_rooms random_rooms(uint32_t *seed) {
    cv_page_rooms rooms = room_for(2 + (int)support_random(seed, 8));
    rooms.first_page.first += (cv_length)support_random(seed, 10) * CV_POINT;
    rooms.next_pages.last -= (cv_length)support_random(seed, 10) * CV_POINT;
    return rooms;
}

static void finds_the_best_of_all_ways(support *self) {
    uint32_t seed = 1984;
    for (int round = 0; round < 2000; round++) {
        cv_stack stack = random_stack(self, &seed);
        cv_page_rooms rooms = random_rooms(&seed);
        cv_page_cuts cuts = cv_pages_break(&stack, rooms, self->arena);
        int64_t cost = cost_of_cuts(&stack, rooms, &cuts), least = least_cost(&stack, rooms);
        if (cost != least) fail_msg("round %d: %" PRId64 ", not %" PRId64, round, cost, least);
    }
}

static void stretches_gaps_by_a_quarter_at_most_and_fills_the_page(support *self) {
    uint32_t seed = 42;
    int filled = 0;
    for (int round = 0; round < 2000; round++) {
        cv_stack stack = random_stack(self, &seed);
        cv_page_rooms rooms = random_rooms(&seed);
        cv_page_cuts cuts = cv_pages_break(&stack, rooms, self->arena);
        for (size_t i = 0; i < cuts.count; i++) {
            cv_page_lines page = cuts.items[i];
            assert_in_range(page.stretch, 0, CV_POINT / 4);
            if (i + 1 == cuts.count) assert_int_equal(page.stretch, 0);
            if (!page.stretch) continue;
            int64_t foot = foot_of(&stack, rooms, page.first, page.end);
            int64_t last = room_of(rooms, page.first).last;
            for (size_t j = page.first + 1; j < page.end; j++)
                if (stack.items[j].gap != CV_GAP_FIXED)
                    foot += cv_length_scale(stack.items[j].pitch, page.stretch, CV_POINT);
            assert_in_range(foot, last - CV_POINT / 50, last + CV_POINT / 50);
            filled++;
        }
    }
    assert_true(filled > 100);
}

static void leaves_a_page_as_it_is_where_a_quarter_is_not_enough(support *self) {
    static const struct {
        cv_length slack;
        bool stretches;
    } cases[] = {{0, false}, {CV_POINT, true}, {LEADING / 2, true}, {LEADING / 2 + 16, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_stack stack = plain_stack(self, 10);
        stack.items[2].gap = CV_GAP_ENTRY; // a quarter of these two is half a leading
        stack.items[4].gap = CV_GAP_SECTION;
        for (size_t j = 1; j < 10; j++) stack.items[j].break_cost = j == 6 ? 0 : CV_COST_KEEP;
        cv_page_rooms rooms = room_for(6);
        rooms.first_page.last += cases[i].slack;
        cv_page_cuts cuts = cv_pages_break(&stack, rooms, self->arena);
        assert_int_equal(cuts.count, 2);
        assert_int_equal(cuts.items[0].end, 6);
        assert_int_equal(cuts.items[0].stretch > 0, cases[i].stretches);
    }
}

static void keeps_all_on_one_page_where_it_fits(support *self) {
    cv_stack stack = plain_stack(self, 10);
    assert_int_equal(cv_pages_break(&stack, room_for(10), self->arena).count, 1);
    assert_int_equal(cv_pages_break(&stack, room_for(9), self->arena).count, 2);
    cv_stack empty = {0};
    assert_int_equal(cv_pages_break(&empty, room_for(9), self->arena).count, 0);
}

static void prefers_fewer_pages_to_better_breaks(support *self) {
    cv_stack stack = plain_stack(self, 20);
    for (size_t i = 0; i < 20; i++) stack.items[i].break_cost = CV_COST_STRAND;
    stack.items[7].break_cost = stack.items[14].break_cost = CV_COST_SECTION;
    cv_page_cuts cuts = cv_pages_break(&stack, room_for(10), self->arena);
    assert_int_equal(cuts.count, 2); // three would all end at a section
    for (size_t i = 0; i < 20; i++) stack.items[i].break_cost = CV_COST_KEEP;
    stack.items[7].break_cost = stack.items[14].break_cost = CV_COST_SECTION;
    cuts = cv_pages_break(&stack, room_for(10), self->arena);
    assert_int_equal(cuts.count, 3); // but what must be kept is kept
}

static void fills_the_last_page_rather_than_leaving_three_lines_there(support *self) {
    cv_stack stack = plain_stack(self, 12);
    cv_page_cuts cuts = cv_pages_break(&stack, room_for(10), self->arena);
    assert_int_equal(cuts.count, 2);
    assert_true(cuts.items[1].end - cuts.items[1].first >= FEWEST_LINES);
}

static void sets_a_line_lower_than_the_page_on_its_own(support *self) {
    cv_stack stack = plain_stack(self, 3);
    stack.items[1].pitch = 100 * LEADING;
    cv_page_cuts cuts = cv_pages_break(&stack, room_for(4), self->arena);
    assert_int_equal(cuts.count, 2);
    assert_int_equal(cuts.items[1].first, 1);
    cv_page_rooms none = {.first_page = {2, 1}, .next_pages = {2, 1}};
    cuts = cv_pages_break(&stack, none, self->arena);
    assert_int_equal(cuts.count, 3); // a line on each, and no end of pages
    cv_page_rooms one = {.first_page = {1, 1}, .next_pages = {1, 1}}; // room for one line exactly
    assert_int_equal(cv_pages_break(&stack, one, self->arena).count, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(finds_the_best_of_all_ways),
        SUPPORT_TEST(stretches_gaps_by_a_quarter_at_most_and_fills_the_page),
        SUPPORT_TEST(leaves_a_page_as_it_is_where_a_quarter_is_not_enough),
        SUPPORT_TEST(keeps_all_on_one_page_where_it_fits),
        SUPPORT_TEST(prefers_fewer_pages_to_better_breaks),
        SUPPORT_TEST(fills_the_last_page_rather_than_leaving_three_lines_there),
        SUPPORT_TEST(sets_a_line_lower_than_the_page_on_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
