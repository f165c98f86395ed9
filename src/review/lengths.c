// SPDX-License-Identifier: MIT
// lengths.c - bullets that nobody reads to their end, lines whose next one is hard to find.
#include "review/rules.h"

enum {
    LONG_BULLET = 300, // characters: four lines on A4
    LONG_LINE = 110    // characters; books have 45 to 75
};

static size_t count_characters(const char *text, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++) count += (text[i] & 0xC0) != 0x80;
    return count;
}

static void check_bullet(const cv_review *review, const cv_text *text) {
    size_t size = 0;
    while (text->string[size]) size++;
    size_t count = count_characters(text->string, size);
    if (count <= LONG_BULLET) return;
    cv_report_add(review->report, CV_LONG_BULLET, text->span, "this bullet has %zu characters",
                  count)
        ->hint = "make two of it, or keep to what you did and what came of it";
}

void cv_rule_lengths(const cv_review *review) { cv_review_bullets(review, check_bullet); }

// Without a label, which is not in the way of the eye.
static size_t line_size(const cv_block *block, const cv_line *line) {
    size_t count = 0;
    for (size_t i = 0; i < line->runs.count; i++) {
        const cv_line_run *run = &line->runs.items[i];
        bool is_label = block->label.string && run->x < block->indent;
        for (uint32_t j = 0; j < run->count && !is_label; j++)
            count += count_characters(run->glyphs[j].text, run->glyphs[j].text_size);
    }
    return count;
}

// A right text ends a line in a way that no eye misses, and a header is no prose.
static bool is_prose(const cv_block *block) {
    return !block->right.string && !block->is_balanced && block->text.string;
}

static cv_span place_of(const cv_line *line) {
    for (size_t i = line->runs.count; i > 0; i--) {
        cv_span span = line->runs.items[i - 1].stretch->span;
        if (span.end > span.begin) return span;
    }
    return (cv_span){0};
}

// One finding for all, at the longest: the cure is the same.
void cv_rule_line_lengths(const cv_review *review) {
    size_t longest = LONG_LINE;
    cv_span place = {0};
    for (size_t i = 0; i < review->document->blocks.count; i++) {
        const cv_block *block = &review->document->blocks.items[i];
        for (size_t j = 0; j < review->lines[i].count && is_prose(block); j++) {
            const cv_line *line = &review->lines[i].items[j];
            size_t size = line_size(block, line);
            if (size <= longest) continue;
            longest = size;
            place = place_of(line);
        }
    }
    if (longest > LONG_LINE)
        cv_report_add(review->report, CV_LONG_LINE, place,
                      "a line of %zu characters is hard to read on from; %d are the most", longest,
                      (int)LONG_LINE)
            ->hint = "a larger font or wider margins make lines shorter";
}
