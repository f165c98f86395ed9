// SPDX-License-Identifier: MIT
#include "line/line_break.h"

#include "line/badness.h"
#include "support.h"

#include <inttypes.h>

enum { EM = 10 * CV_POINT, BLANK = 3 * CV_POINT, STEP_DEMERITS = 10000, MOST_POINTS = 12 };

// A paragraph of words of these widths in points, one blank between them, and what a break after
// each costs; the last one's penalty does not count.
static cv_paragraph make_paragraph(support *self, const int *widths, const int32_t *penalties,
                                   size_t count) {
    cv_paragraph paragraph = {0};
    cv_break_point point = {0};
    CV_PUSH(self->arena, &paragraph.points, point);
    for (uint32_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count;
        point.end = 2 * i + 1;
        point.next = point.end + !is_last;
        point.width_to_end = point.width_to_next + widths[i] * CV_POINT;
        point.width_to_next = point.width_to_end + (is_last ? 0 : BLANK);
        point.spaces_to_end = point.spaces_to_next;
        point.spaces_to_next += is_last ? 0 : BLANK;
        point.words_to_end = point.words_to_next = i + 1;
        point.penalty = is_last || !penalties ? 0 : penalties[i];
        CV_PUSH(self->arena, &paragraph.points, point);
    }
    return paragraph;
}

static cv_parshape make_shape(int width) {
    return (cv_parshape){.first = width * CV_POINT, .rest = width * CV_POINT, .em = EM};
}

static cv_length room_of(cv_parshape shape, uint32_t line, bool is_last) {
    return (line ? shape.rest : shape.first) - (is_last ? shape.last_reserve : 0);
}

// Lines by taking as many words as fit, one at least.
static uint32_t count_greedy_lines(const cv_paragraph *paragraph, cv_parshape shape) {
    uint32_t lines = 0, last = (uint32_t)paragraph->points.count - 1;
    for (uint32_t begin = 0; begin < last; lines++) {
        uint32_t end = begin + 1;
        while (end < last && cv_line_width(paragraph, begin, end + 1, false) <=
                                 room_of(shape, lines, end + 1 == last))
            end++;
        begin = end;
    }
    return lines;
}

// What the lines that end at these points cost, INT64_MAX if one does not fit.
static int64_t cost_of(const cv_paragraph *paragraph, cv_parshape shape, const uint32_t *ends,
                       uint32_t count) {
    int64_t cost = 0;
    cv_length above = 0;
    int step_above = 0;
    for (uint32_t line = 0; line < count; line++) {
        uint32_t begin = line ? ends[line - 1] : 0;
        bool is_last = line + 1 == count;
        const cv_break_point *points = paragraph->points.items;
        cv_length width = cv_line_width(paragraph, begin, ends[line], false);
        cv_measure measure = cv_measure_of(room_of(shape, line, is_last), shape.em);
        if (width > measure.width) return INT64_MAX;
        uint32_t words = points[ends[line]].words_to_end - points[begin].words_to_next;
        int32_t badness = !is_last ? cv_ragged_badness(width, measure)
                          : line   ? cv_last_line_badness(width, words, measure)
                                   : 0;
        cost += cv_line_demerits(badness, points[ends[line]].penalty);
        int step = line == 0 ? 0 : width < above - shape.em ? -1 : width > above + shape.em ? 1 : 0;
        if (step && step == step_above && !is_last) cost += STEP_DEMERITS;
        step_above = step;
        above = width;
    }
    return cost;
}

// Whether a line ends in a tie, in an address or at a word's own hyphen.
static bool loses(const cv_paragraph *paragraph, const uint32_t *ends, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (paragraph->points.items[ends[i]].penalty >= CV_PENALTY_HYPHEN) return true;
    return false;
}

// The least cost for each number of lines, of all ways and of those that lose nothing.
typedef struct least_costs {
    int64_t of_all[MOST_POINTS], of_careful[MOST_POINTS];
} least_costs;

static void note_cost(int64_t *least, int64_t cost) {
    if (cost < *least) *least = cost;
}

static least_costs try_all(const cv_paragraph *paragraph, cv_parshape shape) {
    least_costs least;
    for (size_t i = 0; i < MOST_POINTS; i++) least.of_all[i] = least.of_careful[i] = INT64_MAX;
    uint32_t inner = (uint32_t)paragraph->points.count - 2;
    for (uint32_t chosen = 0; chosen < UINT32_C(1) << inner; chosen++) {
        uint32_t ends[MOST_POINTS], count = 0;
        for (uint32_t i = 0; i < inner; i++)
            if (chosen >> i & 1) ends[count++] = i + 1;
        ends[count++] = inner + 1;
        int64_t cost = cost_of(paragraph, shape, ends, count);
        note_cost(&least.of_all[count - 1], cost);
        if (!loses(paragraph, ends, count)) note_cost(&least.of_careful[count - 1], cost);
    }
    return least;
}

// The cost that the breaker is to find, and with how many lines less one.
static int64_t choose_cost(const least_costs *least, uint32_t *lines) {
    uint32_t fewest = 0;
    while (least->of_all[fewest] == INT64_MAX) fewest++;
    *lines = fewest;
    if (least->of_careful[fewest] < INT64_MAX) return least->of_careful[fewest];
    if (fewest + 1 < MOST_POINTS && least->of_careful[fewest + 1] < INT64_MAX)
        return least->of_careful[*lines = fewest + 1];
    return least->of_all[fewest];
}

static cv_paragraph random_paragraph(support *self, uint32_t *seed, bool has_losses) {
    static const int32_t common[] = {0, 0, 0, 0, 60, 150, 300, CV_PENALTY_HYPHEN, CV_PENALTY_TIE};
    int widths[MOST_POINTS];
    int32_t penalties[MOST_POINTS];
    size_t count = 2 + support_random(seed, MOST_POINTS - 2);
    for (size_t i = 0; i < count; i++) {
        widths[i] = 10 + (int)support_random(seed, 55);
        penalties[i] = common[support_random(seed, has_losses ? 9 : 7)];
    }
    return make_paragraph(self, widths, penalties, count);
}

static cv_parshape random_shape(uint32_t *seed) {
    cv_parshape shape = make_shape(100 + (int)support_random(seed, 150));
    if (support_random(seed, 3) == 0) shape.rest -= 11 * CV_POINT;        // a hanging indent
    if (support_random(seed, 3) == 0) shape.last_reserve = 20 * CV_POINT; // a row
    return shape;
}

// Where blanks shrink it is another paragraph; all there is to see is that it needs a line less.
static void finds_the_best_of_all_ways(support *self) {
    uint32_t seed = 2024;
    int compared = 0;
    for (int round = 0; round < 4000; round++) {
        cv_paragraph paragraph = random_paragraph(self, &seed, round % 2);
        cv_parshape shape = random_shape(&seed);
        least_costs least = try_all(&paragraph, shape);
        uint32_t lines;
        int64_t wanted = choose_cost(&least, &lines);
        cv_broken broken = cv_line_break(&paragraph, shape, self->arena);
        if (broken.shrinks) {
            assert_true(broken.count <= lines);
            continue;
        }
        assert_int_equal(broken.count, lines + 1);
        assert_false(broken.is_overfull);
        int64_t cost = cost_of(&paragraph, shape, broken.ends, broken.count);
        if (cost != wanted) fail_msg("round %d: %" PRId64 ", not %" PRId64, round, cost, wanted);
        compared++;
    }
    assert_true(compared > 3000);
}

static void never_takes_more_lines_than_greedy_but_to_lose_nothing(support *self) {
    uint32_t seed = 77;
    int more = 0;
    for (int round = 0; round < 3000; round++) {
        cv_paragraph paragraph = random_paragraph(self, &seed, round % 2);
        cv_parshape shape = random_shape(&seed);
        shape.last_reserve = 0;
        uint32_t greedy = count_greedy_lines(&paragraph, shape);
        cv_broken broken = cv_line_break(&paragraph, shape, self->arena);
        assert_true(broken.count <= greedy + (round % 2 ? 1 : 0));
        if (broken.count <= greedy) continue;
        more++;
        assert_false(loses(&paragraph, broken.ends, broken.count));
    }
    assert_true(more > 0);
}

static void ends_where_the_paragraph_ends(support *self) {
    uint32_t seed = 5;
    for (int round = 0; round < 500; round++) {
        cv_paragraph paragraph = random_paragraph(self, &seed, true);
        cv_broken broken = cv_line_break(&paragraph, random_shape(&seed), self->arena);
        uint32_t last = 0;
        for (uint32_t i = 0; i < broken.count; i++) {
            assert_true(broken.ends[i] > last);
            last = broken.ends[i];
        }
        assert_int_equal(last, paragraph.points.count - 1);
    }
}

static void moves_a_word_down_to_keep_the_last_from_being_alone(support *self) {
    static const int widths[] = {40, 40, 40, 40, 40, 40, 40, 20};
    cv_paragraph paragraph = make_paragraph(self, widths, NULL, 8); // greedy: 4, 3 and one
    cv_broken broken = cv_line_break(&paragraph, make_shape(180), self->arena);
    assert_int_equal(broken.count, 2);
    paragraph = make_paragraph(self, widths, NULL, 7);
    cv_parshape shape = make_shape(135); // greedy: 3, 3 and one
    broken = cv_line_break(&paragraph, shape, self->arena);
    assert_int_equal(broken.count, 3);
    assert_true(broken.ends[2] - broken.ends[1] >= 2);
}

static void breaks_a_tie_only_where_nothing_else_fits(support *self) {
    static const int widths[] = {60, 60, 60, 30, 30};
    static const int32_t ties[] = {0, 0, CV_PENALTY_TIE, 0, 0};
    cv_paragraph paragraph = make_paragraph(self, widths, ties, 5);
    cv_broken broken = cv_line_break(&paragraph, make_shape(195), self->arena);
    for (uint32_t i = 0; i < broken.count; i++) assert_int_not_equal(broken.ends[i], 3);
    static const int32_t all[] = {CV_PENALTY_TIE, CV_PENALTY_TIE, CV_PENALTY_TIE, CV_PENALTY_TIE};
    paragraph = make_paragraph(self, widths, all, 5);
    broken = cv_line_break(&paragraph, make_shape(195), self->arena);
    assert_int_equal(broken.count, 2); // ties or not: no more lines than it needs
}

static void takes_one_line_more_for_a_tie_but_not_two(support *self) {
    static const int widths[] = {50, 50, 50};
    static const int32_t ties[] = {0, CV_PENALTY_TIE, 0};
    cv_paragraph paragraph = make_paragraph(self, widths, ties, 3);
    assert_int_equal(cv_line_break(&paragraph, make_shape(110), self->arena).count, 2);
    static const int wide[] = {70, 30, 80, 70};
    static const int32_t in_the_middle[] = {0, CV_PENALTY_TIE, 0, 0};
    paragraph = make_paragraph(self, wide, in_the_middle, 4); // 70 30 / 80 / 70 needs the tie
    cv_broken broken = cv_line_break(&paragraph, make_shape(115), self->arena);
    assert_int_equal(broken.count, 3); // 70 / 30 80 / 70
    assert_int_equal(broken.ends[0], 1);
}

static void shrinks_blanks_where_that_saves_a_runt(support *self) {
    int widths[30];
    for (int i = 0; i < 30; i++) widths[i] = 7;
    widths[29] = 8; // 29 words and 28 blanks come to 287, all of them to 298 or, narrowed, 291.04
    cv_paragraph paragraph = make_paragraph(self, widths, NULL, 30);
    cv_broken broken = cv_line_break(&paragraph, make_shape(292), self->arena);
    assert_int_equal(broken.count, 1);
    assert_true(broken.shrinks);
    assert_false(broken.is_overfull);
    assert_true(cv_line_width(&paragraph, 0, 30, true) <= 292 * CV_POINT);
    broken = cv_line_break(&paragraph, make_shape(290), self->arena);
    assert_int_equal(broken.count, 2);
    assert_false(broken.shrinks);
    broken = cv_line_break(&paragraph, make_shape(298), self->arena);
    assert_int_equal(broken.count, 1);
    assert_false(broken.shrinks); // it fits as it is
}

static void measures_lines_without_the_blanks_at_their_ends(support *self) {
    static const int widths[] = {50, 40};
    cv_paragraph paragraph = make_paragraph(self, widths, NULL, 2);
    assert_int_equal(cv_line_width(&paragraph, 0, 1, false), 50 * CV_POINT);
    assert_int_equal(cv_line_width(&paragraph, 0, 2, false), 93 * CV_POINT);
    assert_int_equal(cv_line_width(&paragraph, 1, 2, false), 40 * CV_POINT);
    assert_int_equal(cv_line_width(&paragraph, 0, 2, true),
                     93 * CV_POINT - cv_length_scale(BLANK, CV_SHRINK_PERCENT, 100));
    assert_int_equal(cv_line_width(&paragraph, 0, 1, true), 50 * CV_POINT);
}

static void reports_what_does_not_fit(support *self) {
    static const int widths[] = {50, 150, 50};
    cv_paragraph paragraph = make_paragraph(self, widths, NULL, 3);
    cv_broken broken = cv_line_break(&paragraph, make_shape(100), self->arena);
    assert_true(broken.is_overfull);
    assert_int_equal(broken.count, 3);
    static const int32_t splits[] = {CV_PENALTY_EMERGENCY, CV_PENALTY_EMERGENCY, 0};
    static const int parts[] = {40, 40, 40};
    paragraph = make_paragraph(self, parts, splits, 3);
    broken = cv_line_break(&paragraph, make_shape(100), self->arena);
    assert_false(broken.is_overfull);
    assert_int_equal(broken.worst_penalty, CV_PENALTY_EMERGENCY);
}

static void splits_a_word_where_the_line_is_full(support *self) {
    enum { COUNT = 11 };
    int widths[COUNT];
    int32_t penalties[COUNT];
    for (int i = 0; i < COUNT; i++) {
        widths[i] = 10;
        penalties[i] = i == 0 ? 0 : CV_PENALTY_EMERGENCY; // a short word, then a wide one
    }
    cv_paragraph paragraph = make_paragraph(self, widths, penalties, COUNT);
    cv_broken broken = cv_line_break(&paragraph, make_shape(49), self->arena); // four of 10 + 3
    assert_int_equal(broken.count, 3);
    assert_int_equal(broken.ends[0], 4);
    assert_int_equal(broken.ends[1], 8);
    assert_int_equal(broken.ends[2], COUNT);
    assert_false(broken.is_overfull);
}

static void balances_lines(support *self) {
    static const int widths[] = {60, 60, 60, 60, 60};
    cv_paragraph paragraph = make_paragraph(self, widths, NULL, 5);
    cv_parshape shape = make_shape(260); // 4 and 1, unbalanced
    shape.is_balanced = true;
    cv_broken broken = cv_line_break(&paragraph, shape, self->arena);
    assert_int_equal(broken.count, 2);
    assert_in_range(broken.ends[0], 2, 3);
    shape = make_shape(400);
    shape.is_balanced = true;
    assert_int_equal(cv_line_break(&paragraph, shape, self->arena).count, 1);
}

static void frees_its_scratch_memory(support *self) {
    int widths[400];
    for (int i = 0; i < 400; i++) widths[i] = 20 + i % 7;
    cv_paragraph paragraph = make_paragraph(self, widths, NULL, 400);
    size_t before = cv_arena_size(self->arena);
    for (int i = 0; i < 20; i++) cv_line_break(&paragraph, make_shape(300), self->arena);
    assert_true(cv_arena_size(self->arena) - before < 64 << 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(finds_the_best_of_all_ways),
        SUPPORT_TEST(never_takes_more_lines_than_greedy_but_to_lose_nothing),
        SUPPORT_TEST(ends_where_the_paragraph_ends),
        SUPPORT_TEST(moves_a_word_down_to_keep_the_last_from_being_alone),
        SUPPORT_TEST(breaks_a_tie_only_where_nothing_else_fits),
        SUPPORT_TEST(takes_one_line_more_for_a_tie_but_not_two),
        SUPPORT_TEST(shrinks_blanks_where_that_saves_a_runt),
        SUPPORT_TEST(measures_lines_without_the_blanks_at_their_ends),
        SUPPORT_TEST(reports_what_does_not_fit),
        SUPPORT_TEST(splits_a_word_where_the_line_is_full),
        SUPPORT_TEST(balances_lines),
        SUPPORT_TEST(frees_its_scratch_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
