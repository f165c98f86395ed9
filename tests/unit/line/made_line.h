// SPDX-License-Identifier: MIT
// made_line.h - lines of mixed directions, made by hand.
#ifndef MADE_LINE_H
#define MADE_LINE_H

#include "line/run_order.h"

#include "support.h"

// Runs of a line; every character is a glyph, one point wide. Capitals stand for Hebrew letters.
typedef struct made_line {
    support *self;
    cv_line_runs runs;
    cv_stretch stretches[2];
} made_line;

static void add(made_line *line, const char *spelling, uint8_t level, unsigned stretch) {
    size_t count = strlen(spelling);
    cv_glyph *glyphs = CV_NEW_ARRAY(line->self->arena, cv_glyph, count);
    for (size_t i = 0; i < count; i++) {
        char letter = spelling[level % 2 ? count - 1 - i : i];
        cv_text_builder text = {.arena = line->self->arena};
        bool is_capital = letter >= 'A' && letter <= 'Z';
        cv_text_add_code_point(&text, is_capital ? 0x5D0u + (uint32_t)(letter - 'A')
                                                 : (uint32_t)(unsigned char)letter);
        glyphs[i] = (cv_glyph){.id = (uint16_t)letter,
                               .advance = CV_POINT,
                               .text = cv_text_string(&text),
                               .text_size = (uint32_t)text.size};
    }
    cv_line_run run = {.stretch = &line->stretches[stretch],
                       .glyphs = glyphs,
                       .count = (uint32_t)count,
                       .width = (cv_length)count * CV_POINT,
                       .reading = spelling,
                       .level = level};
    CV_PUSH(line->self->arena, &line->runs, run);
}

#endif
