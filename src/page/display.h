// SPDX-License-Identifier: MIT
// display.h - a typeset document as a list of things to draw, in reading order.
//
// The only thing a backend sees. Origin is the top left corner, y grows downward.
#ifndef CV_PAGE_DISPLAY_H
#define CV_PAGE_DISPLAY_H

#include "base/array.h"
#include "base/color.h"
#include "base/length.h"
#include "document/figure.h"
#include "document/structure.h"
#include "shape/font.h"
#include "shape/glyph.h"

typedef enum cv_item_kind {
    CV_ITEM_GLYPHS,
    CV_ITEM_RULE,
    CV_ITEM_LINK,
    CV_ITEM_FIGURE
} cv_item_kind;

typedef struct cv_item {
    cv_item_kind kind;
    cv_mark mark; // the element it belongs to, or CV_ARTIFACT
    cv_point at;  // baseline start of glyphs, top left corner of the others
    cv_color color;
    bool starts_sequence; // begins a marked-content sequence even where the mark stays the same
    union {
        struct {
            const cv_glyph *glyph;
            uint32_t count;
            uint32_t font; // index into cv_display.fonts
            cv_length size;
            cv_length stretch;       // horizontal scale of the whole run, 16.16 (CV_POINT is 100 %)
            const char *replacement; // ActualText, or NULL; the run ends its sequence then
            const char *reading;     // of glyphs of mixed directions, for dumps; else NULL
            bool is_outline; // drawn as filled outlines: for artifacts no extractor may read
        } glyphs;
        struct {
            cv_length width, thickness;
        } rule;
        struct {
            cv_length width, height;
        } link; // area of the Link element `mark`, which has the address
        const cv_figure *figure;
    } as;
} cv_item;
typedef struct cv_items CV_ARRAY(cv_item) cv_items;

typedef struct cv_page {
    cv_length width, height;
    cv_items items;
} cv_page;
typedef struct cv_pages CV_ARRAY(cv_page) cv_pages;

typedef struct cv_display {
    cv_pages pages;
    const cv_font *const *fonts; // in order of first use
    uint32_t font_count;
    const cv_structure *structure;
} cv_display;

// Appends the display list, a line an item (golden format `.pages`).
void cv_display_dump(const cv_display *display, cv_text_builder *out);

// Asserts, in debug builds, that items lie inside their page, marks exist and glyphs have text.
void cv_display_verify(const cv_display *display);

#endif
