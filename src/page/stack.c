// SPDX-License-Identifier: MIT
// stack.c - lines with their pitch and what a break before each costs.
#include "page/stack.h"

enum {
    LINES_BELOW_HEADING = 2, // a heading keeps as many
    FEWEST_TO_SPLIT = 4      // lines of a paragraph that may be split
};

static int64_t cost_before_block(const cv_block *block) {
    switch (block->break_before) {
    case CV_BREAK_SECTION: return CV_COST_SECTION;
    case CV_BREAK_ENTRY: return CV_COST_ENTRY;
    case CV_BREAK_BULLET: return CV_COST_BULLET;
    case CV_BREAK_STRAND: return CV_COST_STRAND;
    case CV_BREAK_KEPT: return CV_COST_KEPT;
    default: return CV_COST_KEEP;
    }
}

// Inside a paragraph, before line `index` of `count`.
static int64_t cost_inside_block(const cv_block *block, size_t index, size_t count) {
    if (index == 1 || index + 1 == count) return CV_COST_ORPHAN;
    if (count < FEWEST_TO_SPLIT) return CV_COST_SPLIT;
    return block->is_kept ? CV_COST_KEPT : CV_COST_LINES;
}

bool cv_stack_is_of_header(const cv_stack_line *line) { return line->block->is_balanced; }

// The first line after the header keeps its distance from the photo as from the last line; the
// header stands off the grid, and that line returns to it.
static void round_header(const cv_document *document, cv_length figure_depth, cv_stack *stack) {
    cv_length height = 0;
    for (size_t i = 1; i < stack->count; i++) {
        cv_stack_line *line = &stack->items[i];
        if (!cv_stack_is_of_header(line) && figure_depth > height)
            line->pitch += figure_depth - height;
        height += line->pitch;
        if (cv_stack_is_of_header(line)) continue;
        cv_length rest = height % document->unit;
        if (rest) line->pitch += document->unit - rest;
        return;
    }
}

cv_stack cv_stack_build(const cv_document *document, const cv_lines *lines, cv_length figure_depth,
                        cv_arena *arena) {
    cv_stack stack = {0};
    unsigned below_heading = LINES_BELOW_HEADING;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const cv_block *block = &document->blocks.items[i];
        for (size_t j = 0; j < lines[i].count; j++) {
            cv_stack_line line = {.line = &lines[i].items[j],
                                  .block = block,
                                  .is_last = j + 1 == lines[i].count,
                                  .pitch = j ? block->leading : block->space,
                                  .gap = j ? CV_GAP_FIXED : block->gap};
            line.break_cost =
                j ? cost_inside_block(block, j, lines[i].count) : cost_before_block(block);
            bool begins_section = j == 0 && block->break_before == CV_BREAK_SECTION;
            if (!begins_section && below_heading < LINES_BELOW_HEADING)
                line.break_cost = CV_COST_KEEP;
            below_heading = block->is_heading ? 0 : below_heading + 1;
            CV_PUSH(arena, &stack, line);
        }
    }
    round_header(document, figure_depth, &stack);
    return stack;
}
