// SPDX-License-Identifier: MIT
// fit_report.c - the outcome of a fit in one line.
#include "fit/fit_report.h"

#include "base/unicode.h"

#include <string.h>

static bool is_inside(cv_span inner, cv_span outer) {
    return inner.source == outer.source && inner.begin >= outer.begin && inner.end <= outer.end;
}

static const cv_block_text *text_of(const cv_block *block) {
    return block->text.string ? &block->text : &block->right;
}

// The first item that `span` is inside of; `items->count` if there is none.
static size_t find_outer(cv_span span, const cv_droppables *items) {
    size_t at = 0;
    while (at < items->count && !is_inside(span, items->items[at].span)) at++;
    return at;
}

size_t *cv_lines_by_item(const cv_layout *layout, const cv_droppables *items, cv_arena *arena) {
    size_t *lines = CV_NEW_ARRAY(arena, size_t, items->count + 1);
    for (size_t i = 0; i < layout->document->blocks.count; i++) {
        const cv_block_text *text = text_of(&layout->document->blocks.items[i]);
        if (text->stretches.count)
            lines[find_outer(text->stretches.items[0].span, items)] += layout->lines[i].count;
    }
    return lines;
}

static unsigned line_number(const cv_report *report, cv_span span) {
    return cv_source_locate(&report->sources.items[span.source], span.begin).line;
}

// "9.60" as "9.6", "24.00" as "24".
static void add_short_length(cv_text_builder *out, cv_length length) {
    size_t begin = out->size;
    cv_text_add_length(out, length);
    while (out->size > begin && out->bytes[out->size - 1] == '0') out->size--;
    if (out->size > begin && out->bytes[out->size - 1] == '.') out->size--;
    out->bytes[out->size] = '\0';
}

static bool is_same_kind(const cv_droppable *a, const cv_droppable *b) {
    return a->priority == b->priority && a->size == b->size;
}

static const char *noun_of(cv_drop_size size, size_t count) {
    static const char *const nouns[][2] = {
        {"bullet", "bullets"}, {"role", "roles"}, {"entry", "entries"}, {"section", "sections"}};
    return nouns[size][count != 1];
}

// "dropped 2 bullets of priority 5 (lines 41, 57)", for each kind and priority.
static void add_dropped(const cv_fit_state *state, const cv_report *report, cv_text_builder *out) {
    for (size_t i = 0; i < state->drop_count;) {
        const cv_droppable *first = &state->dropped.items[i];
        size_t count = 0;
        cv_text_builder lines = {.arena = out->arena};
        for (; i < state->drop_count && is_same_kind(&state->dropped.items[i], first); i++, count++)
            cv_text_add(&lines, "%s%u", count ? ", " : "",
                        line_number(report, state->dropped.items[i].span));
        cv_text_add(out, ", dropped %zu %s of priority %d (line%s %s)", count,
                    noun_of(first->size, count), first->priority, count == 1 ? "" : "s",
                    cv_text_string(&lines));
    }
}

void cv_fit_report_success(const cv_fit_state *state, const cv_style *style, cv_report *report) {
    cv_text_builder line = {.arena = report->arena};
    cv_text_add(&line, "fit: %zu page%s, size ", state->pages, state->pages == 1 ? "" : "s");
    add_short_length(&line, style->font.size);
    cv_text_add_char(&line, '/');
    add_short_length(&line, style->font.leading);
    cv_text_add_string(&line, " pt, margins ");
    add_short_length(&line, cv_length_scale(style->page.margin_left, 254, 720));
    cv_text_add_string(&line, " mm");
    add_dropped(state, report, &line);
    cv_report_add(report, CV_FITTED, (cv_span){0}, "%s", cv_text_string(&line));
}

// A paragraph and how many characters its last line has.
typedef struct saving {
    cv_span span;
    size_t characters;
} saving;

static size_t characters_of(const cv_line *line) {
    size_t count = 0;
    for (size_t i = 0; i < line->runs.count; i++)
        for (uint32_t j = 0; j < line->runs.items[i].count; j++)
            count += line->runs.items[i].glyphs[j].text_size > 0;
    return count;
}

enum { SAVINGS = 3 };

// Keeps the cheapest savings, in order.
static void consider(saving savings[SAVINGS], saving found) {
    for (size_t i = 0; i < SAVINGS; i++) // an alias stands on the page more than once
        if (savings[i].characters && savings[i].span.begin == found.span.begin) return;
    for (size_t i = 0; i < SAVINGS; i++) {
        if (savings[i].characters && savings[i].characters <= found.characters) continue;
        saving pushed = savings[i];
        savings[i] = found;
        found = pushed;
        if (!found.characters) return;
    }
}

static void find_savings(const cv_layout *layout, saving savings[SAVINGS]) {
    for (size_t i = 0; i < layout->document->blocks.count; i++) {
        const cv_lines *lines = &layout->lines[i];
        const cv_block *block = &layout->document->blocks.items[i];
        if (lines->count < 2 || block->right.string || block->is_balanced) continue;
        consider(savings, (saving){block->text.stretches.items[0].span,
                                   characters_of(&lines->items[lines->count - 1])});
    }
}

void cv_fit_report_failure(const cv_goal *goal, const cv_layout *tightest, size_t lines_over,
                           cv_report *report) {
    saving savings[SAVINGS] = {{{0}, 0}};
    find_savings(tightest, savings);
    cv_text_builder hint = {.arena = report->arena};
    for (size_t i = 0; i < SAVINGS && savings[i].characters; i++)
        cv_text_add(&hint, "%s%zu character%s in line %u", i ? ", or " : "to save a line, cut ",
                    savings[i].characters, savings[i].characters == 1 ? "" : "s",
                    line_number(report, savings[i].span));
    cv_diagnostic *found =
        cv_report_add(report, CV_FIT_IMPOSSIBLE, goal->span,
                      "this does not fit on %d page%s: %zu line%s too many", goal->pages,
                      goal->pages == 1 ? "" : "s", lines_over, lines_over == 1 ? " is" : "s are");
    found->hint = hint.size ? cv_text_string(&hint) : "leave something out, or allow more pages";
}
