// SPDX-License-Identifier: MIT
#include "page/stack.h"

#include "support.h"

// Blocks of these numbers of lines, one after the other.
static cv_stack stack_of(support *self, cv_document *document, const cv_block *blocks,
                         const size_t *line_counts, size_t count) {
    cv_lines *lines = CV_NEW_ARRAY(self->arena, cv_lines, count);
    for (size_t i = 0; i < count; i++) {
        CV_PUSH(self->arena, &document->blocks, blocks[i]);
        for (size_t j = 0; j < line_counts[i]; j++) CV_PUSH(self->arena, &lines[i], (cv_line){0});
    }
    return cv_stack_build(document, lines, 0, self->arena);
}

static void costs_what_the_block_says_before_its_first_line(support *self) {
    static const struct {
        cv_break before;
        int64_t cost;
    } cases[] = {{CV_BREAK_NEVER, CV_COST_KEEP},    {CV_BREAK_SECTION, CV_COST_SECTION},
                 {CV_BREAK_ENTRY, CV_COST_ENTRY},   {CV_BREAK_BULLET, CV_COST_BULLET},
                 {CV_BREAK_STRAND, CV_COST_STRAND}, {CV_BREAK_KEPT, CV_COST_KEPT}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cv_block block = {.break_before = cases[i].before};
        cv_stack stack = stack_of(self, support_document(self, 10), &block, (const size_t[]){1}, 1);
        assert_true(stack.items[0].break_cost == cases[i].cost);
    }
}

static void never_parts_a_line_from_its_paragraph_nor_short_ones_at_all(support *self) {
    static const struct {
        size_t lines;
        bool is_kept;
        int64_t costs[5]; // before the second line and so on
    } cases[] = {
        {1, false, {0}},
        {2, false, {CV_COST_ORPHAN}},
        {3, false, {CV_COST_ORPHAN, CV_COST_ORPHAN}},
        {4, false, {CV_COST_ORPHAN, CV_COST_LINES, CV_COST_ORPHAN}},
        {5, false, {CV_COST_ORPHAN, CV_COST_LINES, CV_COST_LINES, CV_COST_ORPHAN}},
        {5, true, {CV_COST_ORPHAN, CV_COST_KEPT, CV_COST_KEPT, CV_COST_ORPHAN}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cv_block block = {.is_kept = cases[i].is_kept, .break_before = CV_BREAK_ENTRY};
        cv_stack stack = stack_of(self, support_document(self, 10), &block, &cases[i].lines, 1);
        assert_int_equal(stack.count, cases[i].lines);
        for (size_t j = 1; j < stack.count; j++)
            assert_true(stack.items[j].break_cost == cases[i].costs[j - 1]);
    }
}

static void keeps_two_lines_with_a_heading(support *self) {
    static const cv_block blocks[] = {
        {.is_heading = true, .break_before = CV_BREAK_SECTION},
        {.break_before = CV_BREAK_ENTRY},
        {.break_before = CV_BREAK_ENTRY},
        {.break_before = CV_BREAK_ENTRY},
        {.is_heading = true, .break_before = CV_BREAK_SECTION},
        {.break_before = CV_BREAK_NEVER},
        {.is_heading = true, .break_before = CV_BREAK_SECTION},
        {.break_before = CV_BREAK_NEVER},
    };
    static const int64_t costs[] = {
        CV_COST_SECTION, CV_COST_KEEP, CV_COST_KEEP, CV_COST_ENTRY, CV_COST_SECTION, CV_COST_KEEP,
        CV_COST_SECTION, // a section of one line has no more than that
        CV_COST_KEEP,
    };
    static const size_t lines[] = {1, 1, 1, 1, 1, 1, 1, 1};
    cv_stack stack = stack_of(self, support_document(self, 10), blocks, lines, 8);
    for (size_t i = 0; i < 8; i++) assert_true(stack.items[i].break_cost == costs[i]);
}

static void takes_pitches_and_gaps_from_the_block(support *self) {
    cv_document *document = support_document(self, 10);
    document->unit = CV_POINT;
    static const cv_block block = {.space = 20 * CV_POINT,
                                   .leading = 13 * CV_POINT,
                                   .gap = CV_GAP_ENTRY,
                                   .break_before = CV_BREAK_ENTRY};
    const cv_block blocks[] = {block, block};
    static const size_t lines[] = {2, 1};
    cv_stack stack = stack_of(self, document, blocks, lines, 2);
    static const struct {
        int pitch;
        cv_gap gap;
        bool is_last;
    } wanted[] = {{20, CV_GAP_ENTRY, false}, {13, CV_GAP_FIXED, true}, {20, CV_GAP_ENTRY, true}};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(stack.items[i].pitch, wanted[i].pitch * CV_POINT);
        assert_int_equal(stack.items[i].gap, wanted[i].gap);
        assert_int_equal(stack.items[i].is_last, wanted[i].is_last);
    }
    assert_ptr_equal(stack.items[1].block, stack.items[0].block);
}

static void brings_the_first_heading_back_to_the_grid(support *self) {
    for (int space = 20; space < 30; space++) {
        cv_document *document = support_document(self, 10);
        document->unit = 6 * CV_POINT;
        const cv_block blocks[] = {
            {.space = 27 * CV_POINT},
            {.space = space * CV_POINT + CV_POINT / 3},
            {.space = 24 * CV_POINT, .is_heading = true, .break_before = CV_BREAK_SECTION},
            {.space = 20 * CV_POINT},
        };
        static const size_t lines[] = {1, 1, 1, 1};
        cv_stack stack = stack_of(self, document, blocks, lines, 4);
        cv_length height = stack.items[1].pitch + stack.items[2].pitch;
        assert_int_equal(height % document->unit, 0);
        assert_in_range(stack.items[2].pitch, 24 * CV_POINT, 30 * CV_POINT - 1);
        assert_int_equal(stack.items[3].pitch, 20 * CV_POINT);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(costs_what_the_block_says_before_its_first_line),
        SUPPORT_TEST(never_parts_a_line_from_its_paragraph_nor_short_ones_at_all),
        SUPPORT_TEST(keeps_two_lines_with_a_heading),
        SUPPORT_TEST(takes_pitches_and_gaps_from_the_block),
        SUPPORT_TEST(brings_the_first_heading_back_to_the_grid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
