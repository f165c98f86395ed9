// SPDX-License-Identifier: MIT
// page_direction.c - letters of a page, and a blank that weighs more.
#include "page/page_direction.h"

#include "base/unicode.h"

typedef struct letter_counts {
    size_t left_to_right, right_to_left;
} letter_counts;

static void count_text(letter_counts *counts, const char *text, size_t size) {
    for (const char *at = text, *end = text + size; at < end;) {
        cv_direction direction = cv_unicode_direction(cv_utf8_next(&at));
        counts->left_to_right += direction == CV_DIRECTION_LEFT_TO_RIGHT;
        counts->right_to_left += direction == CV_DIRECTION_RIGHT_TO_LEFT;
    }
}

static letter_counts count_letters(const cv_items *items) {
    letter_counts counts = {0};
    for (size_t i = 0; i < items->count; i++) {
        const cv_item *item = &items->items[i];
        if (item->kind != CV_ITEM_GLYPHS || item->as.glyphs.is_outline) continue;
        for (uint32_t j = 0; j < item->as.glyphs.count; j++)
            count_text(&counts, item->as.glyphs.glyph[j].text, item->as.glyphs.glyph[j].text_size);
    }
    return counts;
}

static bool has_right_to_left(const cv_items *items) {
    for (size_t i = 0; i < items->count; i++) {
        const cv_item *item = &items->items[i];
        if (item->kind != CV_ITEM_GLYPHS) continue;
        for (uint32_t j = 0; j < item->as.glyphs.count; j++)
            if (cv_unicode_has_right_to_left(item->as.glyphs.glyph[j].text,
                                             item->as.glyphs.glyph[j].text_size))
                return true;
    }
    return false;
}

// Programs may count some letters otherwise.
static size_t marks_needed(letter_counts counts, bool is_right_to_left) {
    size_t along = is_right_to_left ? counts.right_to_left : counts.left_to_right;
    size_t against = is_right_to_left ? counts.left_to_right : counts.right_to_left;
    size_t reserve = (along + against) / 16 + 1;
    return against + reserve > along ? against + reserve - along : 0;
}

static const char *repeat(const char *mark, size_t count, cv_arena *arena) {
    cv_text_builder text = {.arena = arena};
    for (size_t i = 0; i < count; i++) cv_text_add_string(&text, mark);
    return cv_text_string(&text);
}

enum { MOST_MARKS = 4000 }; // of a blank: a string in PDF/A has 32,767 bytes at most

static cv_item blank(const cv_placer *placer) {
    const cv_document *document = placer->document;
    const cv_font *font = cv_shaper_font(placer->shaper, CV_FACE_REGULAR);
    cv_glyph *space = CV_NEW(placer->arena, cv_glyph);
    space->id = (uint16_t)font->space;
    space->advance = cv_font_scale(font, cv_font_advance(font, space->id), document->size);
    space->text = " ";
    space->text_size = 1;
    return (cv_item){.kind = CV_ITEM_GLYPHS,
                     .mark = CV_ARTIFACT,
                     .at = {document->page.margin_left, document->page.height - document->size / 2},
                     .starts_sequence = true,
                     .as.glyphs = {.glyph = space,
                                   .count = 1,
                                   .font = cv_placer_font(placer, font),
                                   .size = document->size,
                                   .stretch = CV_POINT}};
}

void cv_place_direction(const cv_placer *placer, cv_items *items) {
    const cv_document *document = placer->document;
    if (!has_right_to_left(items)) return;
    size_t count = marks_needed(count_letters(items), document->is_right_to_left);
    cv_item item = blank(placer);
    for (size_t some; count > 0; count -= some) {
        some = count < MOST_MARKS ? count : MOST_MARKS;
        item.as.glyphs.replacement =
            repeat(document->is_right_to_left ? "\u200F" : "\u200E", some, placer->arena);
        CV_PUSH(placer->arena, items, item);
        item.at.x += item.as.glyphs.glyph->advance;
    }
}
