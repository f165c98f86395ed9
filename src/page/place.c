// SPDX-License-Identifier: MIT
// place.c - runs, links, rules and footers at their coordinates.
#include "page/place.h"

#include "base/unicode.h"
#include "shape/bidi.h"

#include <string.h>

uint32_t cv_placer_font(const cv_placer *placer, const cv_font *font) {
    cv_fonts *fonts = placer->fonts;
    for (size_t i = 0; i < fonts->count; i++)
        if (fonts->items[i] == font) return (uint32_t)i;
    CV_PUSH(placer->arena, fonts, font);
    return (uint32_t)(fonts->count - 1);
}

static cv_item glyphs_of(const cv_placer *placer, const cv_line_run *run, cv_point at) {
    return (cv_item){.kind = CV_ITEM_GLYPHS,
                     .mark = run->stretch->mark,
                     .at = at,
                     .color = run->stretch->color,
                     .starts_sequence = run->starts_sequence,
                     .as.glyphs = {.glyph = run->glyphs,
                                   .count = run->count,
                                   .font = cv_placer_font(placer, run->font),
                                   .size = run->stretch->size,
                                   .stretch = run->scale,
                                   .replacement = run->replacement,
                                   .reading = run->reading}};
}

static cv_mark link_of(const cv_placer *placer, const cv_line_run *run) {
    return cv_structure_link(&placer->document->structure, run->stretch->mark);
}

// An area of a link.
typedef struct link_area {
    cv_length left, right, top, bottom; // top and bottom from the baseline up
    cv_length highest;                  // so that areas of two lines do not overlap
} link_area;

static link_area begin_area(const cv_stack_line *line, const cv_line_run *run) {
    return (link_area){.left = run->x,
                       .right = run->x,
                       .highest = line->block->leading - CV_POINT / 16}; // backends round outward
}

static void place_link(const cv_placer *placer, cv_mark mark, link_area area, cv_length baseline,
                       cv_items *items) {
    if (area.top - area.bottom > area.highest) area.top = area.highest + area.bottom;
    if (area.top > baseline) area.top = baseline; // without a margin, the page ends here
    CV_PUSH(
        placer->arena, items,
        (cv_item){.kind = CV_ITEM_LINK,
                  .mark = mark,
                  .at = {placer->document->page.margin_left + area.left, baseline - area.top},
                  .as.link = {.width = area.right - area.left, .height = area.top - area.bottom}});
}

static cv_ink_height ink_of(const cv_line_run *run) {
    cv_ink_height height = {0};
    for (uint32_t i = 0; i < run->count; i++) {
        cv_ink_height ink = cv_font_ink_height(run->font, run->glyphs[i].id, run->stretch->size);
        cv_length shift = run->glyphs[i].y_offset;
        if (ink.top + shift > height.top) height.top = ink.top + shift;
        if (ink.bottom + shift < height.bottom) height.bottom = ink.bottom + shift;
    }
    return height;
}

// From the descender to the ascender; of a face that is taller than lines are, to as high as they
// are, and from where the ink ends within it.
static cv_ink_height height_of(const cv_line_run *run, cv_length highest) {
    cv_length ascent = cv_font_scale(run->font, run->font->ascent, run->stretch->size);
    cv_length descent = cv_font_scale(run->font, run->font->descent, run->stretch->size);
    if (ascent - descent <= highest) return (cv_ink_height){ascent, descent};
    cv_ink_height ink = ink_of(run), height = {descent + highest, descent};
    if (ink.top > height.top) height = (cv_ink_height){ink.top, ink.top - highest};
    if (ink.bottom < height.bottom) height.bottom = ink.bottom;
    return height;
}

// Makes `area` enclose a run that touches it; false for one that stands elsewhere.
static bool enclose(link_area *area, const cv_line_run *run) {
    if (run->x == area->right)
        area->right += run->width;
    else if (run->x + run->width == area->left)
        area->left = run->x;
    else
        return run->width == 0; // a blank at the end of the line
    cv_ink_height height = height_of(run, area->highest);
    if (height.top > area->top) area->top = height.top;
    if (height.bottom < area->bottom) area->bottom = height.bottom;
    return true;
}

// An area for neighbouring runs of a link, no higher than the leading. Where directions change,
// others may stand between its words.
static size_t place_areas(const cv_placer *placer, const cv_stack_line *line, size_t first,
                          cv_length baseline, cv_items *items) {
    const cv_line_runs *runs = &line->line->runs;
    cv_mark mark = link_of(placer, &runs->items[first]);
    link_area area = begin_area(line, &runs->items[first]);
    size_t i = first;
    for (; i < runs->count && link_of(placer, &runs->items[i]) == mark; i++) {
        if (enclose(&area, &runs->items[i])) continue;
        place_link(placer, mark, area, baseline, items);
        area = begin_area(line, &runs->items[i]);
        enclose(&area, &runs->items[i]);
    }
    place_link(placer, mark, area, baseline, items);
    return i;
}

static void place_links(const cv_placer *placer, const cv_stack_line *line, cv_length baseline,
                        cv_items *items) {
    const cv_line_runs *runs = &line->line->runs;
    for (size_t i = 0; i < runs->count;)
        if (link_of(placer, &runs->items[i]) != CV_ARTIFACT)
            i = place_areas(placer, line, i, baseline, items);
        else
            i++;
}

static void place_rule(const cv_placer *placer, cv_point at, cv_length width, cv_length thickness,
                       cv_color color, cv_items *items) {
    CV_PUSH(placer->arena, items,
            (cv_item){.kind = CV_ITEM_RULE,
                      .mark = CV_ARTIFACT,
                      .at = at,
                      .color = color,
                      .as.rule = {.width = width, .thickness = thickness}});
}

static void place_underlines(const cv_placer *placer, const cv_line_runs *runs, cv_length left,
                             cv_length baseline, cv_items *items) {
    for (size_t i = 0; i < runs->count; i++) {
        const cv_line_run *run = &runs->items[i];
        if (!run->stretch->is_underlined) continue;
        cv_length size = run->stretch->size;
        cv_point at = {left + run->x, baseline + size / 8};
        place_rule(placer, at, run->width, size / 20, run->stretch->color, items);
    }
}

void cv_place_line(const cv_placer *placer, const cv_stack_line *line, cv_length baseline,
                   cv_items *items) {
    const cv_page_style *page = &placer->document->page;
    const cv_line_runs *runs = &line->line->runs;
    cv_length left = page->margin_left;
    for (size_t i = 0; i < runs->count; i++) {
        cv_point at = {left + runs->items[i].x, baseline};
        CV_PUSH(placer->arena, items, glyphs_of(placer, &runs->items[i], at));
    }
    place_links(placer, line, baseline, items);
    place_underlines(placer, runs, left, baseline, items);
    const cv_block *block = line->block;
    if (line->is_last && block->rule)
        place_rule(placer, (cv_point){left, baseline + block->rule_gap},
                   page->width - left - page->margin_right, block->rule, block->rule_color, items);
}

void cv_place_figure(const cv_placer *placer, cv_items *items) {
    const cv_figure *figure = &placer->document->figure;
    const cv_page_style *page = &placer->document->page;
    if (!figure->image) return;
    // A page that runs from right to left is set as in a mirror.
    bool is_right = (figure->side == CV_PHOTO_RIGHT) != placer->document->is_right_to_left;
    cv_length left = page->margin_left;
    if (is_right) left = page->width - page->margin_right - figure->width;
    CV_PUSH(placer->arena, items,
            (cv_item){.kind = CV_ITEM_FIGURE,
                      .mark = figure->mark,
                      .at = {left, page->margin_top},
                      .as.figure = figure});
}

static bool shows_footer(const cv_document *document, size_t number) {
    switch (document->footer.show) {
    case CV_FOOTER_ALWAYS: return true;
    case CV_FOOTER_AUTO: return number > 1;
    default: return false;
    }
}

static void add_page_number(const cv_placer *placer, size_t number, cv_text_builder *out) {
    const char *digits = cv_format(placer->arena, "%zu", number);
    cv_text_add_string(
        out, cv_unicode_with_digits(placer->arena, digits, placer->document->footer.zero));
}

static const char *fill_footer(const cv_placer *placer, const char *text, size_t number,
                               size_t count) {
    cv_text_builder filled = {.arena = placer->arena};
    for (const char *at = text; *at; at++) {
        if (cv_starts_with(at, "{page}")) {
            add_page_number(placer, number, &filled);
            at += sizeof "{page}" - 2;
        } else if (cv_starts_with(at, "{pages}")) {
            add_page_number(placer, count, &filled);
            at += sizeof "{pages}" - 2;
        } else {
            cv_text_add_char(&filled, *at);
        }
    }
    return cv_text_string(&filled);
}

static cv_line_run footer_run(const cv_placer *placer, const cv_shaped *shaped,
                              const cv_shaped_run *run) {
    cv_glyph *glyphs = CV_NEW_ARRAY(placer->arena, cv_glyph, run->count);
    cv_length width = 0, size = run->stretch->size;
    for (uint32_t i = 0; i < run->count; i++) {
        uint32_t place = run->level & 1 ? run->count - 1 - i : i; // from left to right
        const cv_shaped_glyph *glyph = &shaped->glyphs.items[run->first + place];
        glyphs[i] = (cv_glyph){.id = glyph->id,
                               .advance = cv_shaped_advance(run, glyph),
                               .x_offset = cv_font_scale(run->font, glyph->x_offset, size),
                               .y_offset = cv_font_scale(run->font, glyph->y_offset, size),
                               .text = shaped->text.string + glyph->begin,
                               .text_size = glyph->text_size};
        width += glyphs[i].advance;
    }
    return (cv_line_run){.font = run->font,
                         .stretch = run->stretch,
                         .glyphs = glyphs,
                         .count = run->count,
                         .width = width,
                         .scale = CV_POINT};
}

// A footer as runs from 0 on.
typedef struct set_footer {
    cv_line_runs runs;
    int64_t width;
} set_footer;

static set_footer set_footer_text(const cv_placer *placer, const char *string) {
    const cv_footer *footer = &placer->document->footer;
    cv_block_text text = {.string = string, .is_right_to_left = placer->document->is_right_to_left};
    CV_PUSH(placer->arena, &text.stretches,
            (cv_stretch){.end = (uint32_t)strlen(string),
                         .size = footer->size,
                         .color = footer->color,
                         .mark = CV_ARTIFACT});
    cv_shaped shaped = cv_shape_text(placer->shaper, &text);
    set_footer set = {0};
    size_t count = shaped.runs.count;
    uint8_t *levels = CV_NEW_ARRAY(placer->arena, uint8_t, count);
    uint32_t *order = CV_NEW_ARRAY(placer->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) levels[i] = shaped.runs.items[i].level;
    cv_bidi_order(levels, count, order);
    for (size_t i = 0; i < count; i++) {
        cv_line_run run = footer_run(placer, &shaped, &shaped.runs.items[order[i]]);
        run.x = cv_length_of_sum(set.width);
        set.width += run.width;
        CV_PUSH(placer->arena, &set.runs, run);
    }
    return set;
}

void cv_place_footer(const cv_placer *placer, size_t number, size_t count, cv_items *items) {
    const cv_document *document = placer->document;
    const cv_page_style *page = &document->page;
    const cv_footer *footer = &document->footer;
    if (!shows_footer(document, number) || !*footer->text) return;
    set_footer set = set_footer_text(placer, fill_footer(placer, footer->text, number, count));
    if (set.width > page->width - page->margin_left - page->margin_right) {
        if (number == count) // once is enough
            cv_report_add(placer->report, CV_LINE_OVERFULL, (cv_span){0},
                          "the footer is wider than its line; only page numbers are printed")
                ->hint = "write a shorter design.footer.text";
        set = set_footer_text(placer, fill_footer(placer, "{page} / {pages}", number, count));
    }
    cv_length left = (page->width - cv_length_of_sum(set.width)) / 2;
    cv_length baseline = page->height - footer->distance;
    for (size_t i = 0; i < set.runs.count; i++) {
        cv_item item =
            glyphs_of(placer, &set.runs.items[i], (cv_point){left + set.runs.items[i].x, baseline});
        item.as.glyphs.is_outline = true;
        CV_PUSH(placer->arena, items, item);
    }
}
