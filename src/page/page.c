// SPDX-License-Identifier: MIT
// page.c - room, breaks, placement.
#include "page/page.h"

#include "base/limits.h"
#include "page/page_break.h"
#include "page/page_direction.h"
#include "page/place.h"

// From the capitals of `size` touching the top margin to descenders touching the bottom one, or
// staying clear of the footer, where there is one.
static cv_page_room room_of(const cv_document *document, const cv_shaper *shaper, cv_length size,
                            bool has_footer) {
    const cv_font *display = cv_shaper_font(shaper, CV_FACE_BOLD);
    const cv_font *body = cv_shaper_font(shaper, CV_FACE_REGULAR);
    const cv_page_style *page = &document->page;
    cv_length bottom = page->height - page->margin_bottom;
    cv_length footer = page->height - document->footer.distance - 2 * document->footer.size;
    if (has_footer && footer < bottom) bottom = footer;
    return (cv_page_room){
        .first = page->margin_top + cv_font_scale(display, display->cap_height, size),
        .last = bottom + cv_font_scale(body, body->descent, document->size),
    };
}

static cv_page_rooms rooms_of(const cv_document *document, const cv_shaper *shaper) {
    cv_footer_show show = document->footer.show;
    return (cv_page_rooms){
        .first_page = room_of(document, shaper, document->name_size, show == CV_FOOTER_ALWAYS),
        .next_pages = room_of(document, shaper, document->heading_size, show != CV_FOOTER_NEVER),
    };
}

static cv_stack build_stack(const cv_document *document, const cv_lines *lines,
                            const cv_page_rooms *rooms, cv_arena *arena) {
    cv_length first = rooms->first_page.first - document->page.margin_top;
    cv_length depth = document->figure.image ? document->figure.height - first : 0;
    return cv_stack_build(document, lines, depth, arena);
}

static cv_span span_of(const cv_block *block) {
    const cv_block_text *text = block->text.string ? &block->text : &block->right;
    return text->stretches.count ? text->stretches.items[0].span : (cv_span){0};
}

static void report_violations(const cv_stack *stack, const cv_page_cuts *cuts, cv_report *report) {
    for (size_t i = 1; i < cuts->count; i++) {
        const cv_stack_line *line = &stack->items[cuts->items[i].first];
        if (line->break_cost < CV_COST_SPLIT) continue;
        cv_report_add(report, CV_PAGE_OVERFULL, span_of(line->block),
                      "page %zu had to begin here, apart from what this belongs to", i + 1)
            ->hint = "make the text before it shorter, or the page or its margins wider";
    }
}

static cv_page place_page(const cv_placer *placer, const cv_stack *stack, cv_page_lines cut,
                          cv_length baseline) {
    cv_page page = {.width = placer->document->page.width, .height = placer->document->page.height};
    bool has_figure = cut.first > 0; // or has had one, if there is any
    for (size_t i = cut.first; i < cut.end; i++) {
        const cv_stack_line *line = &stack->items[i];
        if (!has_figure && !cv_stack_is_of_header(line)) {
            cv_place_figure(placer, &page.items);
            has_figure = true;
        }
        if (i > cut.first) {
            baseline += line->pitch;
            if (line->gap != CV_GAP_FIXED)
                baseline += cv_length_scale(line->pitch, cut.stretch, CV_POINT);
        }
        cv_place_line(placer, line, baseline, &page.items);
    }
    if (!has_figure) cv_place_figure(placer, &page.items);
    return page;
}

cv_page_fill cv_pages_measure(const cv_document *document, const cv_lines *lines,
                              const cv_shaper *shaper, size_t goal, cv_arena *arena) {
    cv_page_rooms rooms = rooms_of(document, shaper);
    cv_stack stack = build_stack(document, lines, &rooms, arena);
    cv_page_cuts cuts = cv_pages_break(&stack, rooms, arena);
    cv_page_fill fill = {.pages = cuts.count};
    if (!cuts.count) return fill;
    for (size_t i = goal; i < cuts.count; i++)
        fill.lines_over += cuts.items[i].end - cuts.items[i].first;
    cv_page_lines last = cuts.items[cuts.count - 1];
    cv_page_room room = last.first ? rooms.next_pages : rooms.first_page;
    int64_t height = 0;
    for (size_t i = last.first + 1; i < last.end; i++) height += stack.items[i].pitch;
    if (room.last > room.first)
        fill.fill = (cv_length)(height * CV_POINT / (room.last - room.first));
    return fill;
}

const cv_display *cv_pages_set(const cv_document *document, const cv_lines *lines,
                               cv_shaper *shaper, cv_arena *arena, cv_report *report) {
    cv_display *display = CV_NEW(arena, cv_display);
    cv_fonts fonts = {0};
    cv_placer placer = {document, shaper, &fonts, arena, report};
    cv_page_rooms rooms = rooms_of(document, shaper);
    cv_stack stack = build_stack(document, lines, &rooms, arena);
    cv_page_cuts cuts = cv_pages_break(&stack, rooms, arena);
    report_violations(&stack, &cuts, report);
    if (cuts.count > CV_LIMIT_PAGES)
        cv_report_add(report, CV_TOO_MANY_PAGES, (cv_span){0}, "%zu pages are more than %d",
                      cuts.count, (int)CV_LIMIT_PAGES);
    for (size_t i = 0; i < cuts.count; i++) {
        cv_page page = place_page(&placer, &stack, cuts.items[i],
                                  i ? rooms.next_pages.first : rooms.first_page.first);
        cv_place_footer(&placer, i + 1, cuts.count, &page.items);
        cv_place_direction(&placer, &page.items);
        CV_PUSH(arena, &display->pages, page);
    }
    display->fonts = fonts.items;
    display->font_count = (uint32_t)fonts.count;
    display->structure = &document->structure;
    return display;
}
