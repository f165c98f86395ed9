// SPDX-License-Identifier: MIT
// display_dump.c - the display list as text, and its invariants.
#include "page/display.h"

#include <assert.h>

static void dump_glyphs(const cv_display *display, const cv_item *item, cv_text_builder *out) {
    cv_text_builder text = {.arena = out->arena};
    for (uint32_t i = 0; i < item->as.glyphs.count; i++)
        cv_text_add_bytes(&text, item->as.glyphs.glyph[i].text, item->as.glyphs.glyph[i].text_size);
    cv_text_add(out, " %s ", display->fonts[item->as.glyphs.font]->postscript_name);
    cv_text_add_length(out, item->as.glyphs.size);
    cv_text_add(out, " #%02x%02x%02x", item->color.red, item->color.green, item->color.blue);
    if (item->as.glyphs.stretch != CV_POINT) {
        cv_text_add_string(out, " stretch ");
        cv_text_add_length(out, item->as.glyphs.stretch);
    }
    if (item->as.glyphs.is_outline) cv_text_add_string(out, " outline");
    cv_text_add_char(out, ' ');
    const char *reading = item->as.glyphs.reading;
    cv_text_add_quoted(out, reading ? reading : cv_text_string(&text));
    if (item->as.glyphs.replacement) {
        cv_text_add_string(out, " as ");
        cv_text_add_quoted(out, item->as.glyphs.replacement);
    }
}

static void dump_size(cv_length width, cv_length height, cv_text_builder *out) {
    cv_text_add_char(out, ' ');
    cv_text_add_length(out, width);
    cv_text_add_char(out, ' ');
    cv_text_add_length(out, height);
}

static void dump_figure(const cv_figure *figure, cv_text_builder *out) {
    static const char *const shapes[] = {"rectangle", "rounded", "circle"};
    cv_text_add(out, " photo %s", shapes[figure->shape]);
    dump_size(figure->width, figure->height, out);
    cv_text_add(out, " of %u x %u pixels", cv_image_shown_width(figure->image),
                cv_image_shown_height(figure->image));
}

static void dump_item(const cv_display *display, const cv_item *item, cv_text_builder *out) {
    cv_text_add_length(out, item->at.x); // from the integer: no locale moves the point
    cv_text_add_char(out, ' ');
    cv_text_add_length(out, item->at.y);
    if (item->mark == CV_ARTIFACT)
        cv_text_add_string(out, " artifact");
    else
        cv_text_add(out, " %s%u%s", cv_tag_name(display->structure->items[item->mark].tag),
                    (unsigned)item->mark, item->starts_sequence ? "+" : "");
    switch (item->kind) {
    case CV_ITEM_GLYPHS: dump_glyphs(display, item, out); break;
    case CV_ITEM_RULE:
        cv_text_add_string(out, " rule");
        dump_size(item->as.rule.width, item->as.rule.thickness, out);
        break;
    case CV_ITEM_LINK:
        cv_text_add_string(out, " link");
        dump_size(item->as.link.width, item->as.link.height, out);
        break;
    case CV_ITEM_FIGURE: dump_figure(item->as.figure, out); break;
    }
    cv_text_add_char(out, '\n');
}

void cv_display_dump(const cv_display *display, cv_text_builder *out) {
    for (size_t i = 0; i < display->pages.count; i++) {
        const cv_page *page = &display->pages.items[i];
        cv_text_add(out, "page %zu", i + 1);
        dump_size(page->width, page->height, out);
        cv_text_add_char(out, '\n');
        for (size_t j = 0; j < page->items.count; j++)
            dump_item(display, &page->items.items[j], out);
    }
}

// A blank at the end of a line may lie beyond the margin, and so beyond the page, at either side.
static bool is_blank(const cv_item *item) {
    return item->kind == CV_ITEM_GLYPHS && item->as.glyphs.glyph[0].text[0] == ' ';
}

static void verify_item(const cv_display *display, const cv_page *page, const cv_item *item) {
    assert(item->mark == CV_ARTIFACT || item->mark < display->structure->count);
    // Aligned by ink or with narrowed blanks, a line may begin a hair before a margin of nothing.
    assert((item->at.x >= -CV_POINT && item->at.x <= page->width) || is_blank(item));
    assert(item->at.y >= 0 && item->at.y <= page->height);
    if (item->kind == CV_ITEM_FIGURE) {
        assert(item->at.x + item->as.figure->width <= page->width);
        assert(item->at.y + item->as.figure->height <= page->height);
    }
    if (item->kind != CV_ITEM_GLYPHS) return;
    assert(item->as.glyphs.font < display->font_count);
    assert(item->as.glyphs.count > 0 && item->as.glyphs.glyph[0].text_size > 0);
    (void)display, (void)page, (void)is_blank;
}

void cv_display_verify(const cv_display *display) {
    for (size_t i = 0; i < display->pages.count; i++)
        for (size_t j = 0; j < display->pages.items[i].items.count; j++)
            verify_item(display, &display->pages.items[i], &display->pages.items[i].items.items[j]);
}
