// SPDX-License-Identifier: MIT
// levers.c - a style with its distances, margins and sizes moved.
#include "fit/levers.h"

#include <string.h>

enum {
    GAP_STEPS = 4,
    MARGIN_STEPS = 3,
    SIZE_STEPS = 3,
    LOOSER_STEPS = 2, // of margins and of sizes
    MOST_CHARACTERS = 110,
    LONG_LINE = 85,
    MARGIN_FLOOR_MM = 13,
    MARGIN_CEILING_MM = 28,
    SIZE_CEILING_TENTHS = 115
};

static cv_length millimetres(int number) {
    return cv_length_scale(CV_POINT, (int64_t)number * 720, 254);
}

static cv_length larger(cv_length a, cv_length b) { return a > b ? a : b; }
static cv_length smaller(cv_length a, cv_length b) { return a < b ? a : b; }

// From `begin` to `end` by step / steps; `begin` where that would go the wrong way.
static cv_length between(cv_length begin, cv_length end, int step, int steps) {
    return begin + cv_length_scale(end - begin, step, steps);
}

// The step within one lever of `steps` steps that begins after `before` others, from 0 to `steps`.
static int part_of(int step, int before, int steps) {
    int part = step - before;
    return part < 0 ? 0 : part > steps ? steps : part;
}

// Letters of a hundred of English text (Lewand, "Cryptological Mathematics", 2000), and blanks.
static cv_length average_character(const cv_font *font, cv_length size) {
    static const struct {
        char letter;
        int share;
    } shares[] = {{' ', 18}, {'e', 11}, {'t', 8}, {'a', 7}, {'o', 6}, {'i', 6}, {'n', 6},
                  {'s', 6},  {'h', 5},  {'r', 5}, {'d', 4}, {'l', 3}, {'c', 3}, {'u', 3},
                  {'m', 2},  {'w', 2},  {'f', 2}, {'g', 2}, {'y', 1}};
    int64_t sum = 0, count = 0;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        uint32_t glyph = cv_font_glyph(font, (unsigned char)shares[i].letter);
        sum += (int64_t)shares[i].share * cv_font_advance(font, glyph);
        count += shares[i].share;
    }
    return larger(cv_font_scale(font, sum / count, size), 1);
}

static cv_length measure_of(const cv_page_style *page) {
    return page->width - page->margin_left - page->margin_right;
}

// All that is in proportion to the size of running text.
static void scale_text(cv_style *style, cv_length from, cv_length to) {
    cv_length *const lengths[] = {
        &style->font.leading,         &style->header.name_size,     &style->header.name_leading,
        &style->header.headline_size, &style->header.contact_size,  &style->header.leading,
        &style->header.space_below,   &style->headings.size,        &style->headings.tracking,
        &style->headings.rule_gap,    &style->headings.space_above, &style->headings.space_below,
        &style->entry.space,          &style->entry.item_space,     &style->bullets.indent,
        &style->bullets.gap,
    };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        *lengths[i] = cv_length_scale(*lengths[i], to, from);
    style->font.size = to;
}

static void move_margins(cv_page_style *page, cv_length goal, int step, int steps) {
    cv_length *const margins[] = {&page->margin_top, &page->margin_right, &page->margin_bottom,
                                  &page->margin_left};
    for (size_t i = 0; i < sizeof margins / sizeof *margins; i++) {
        bool goes_down = goal < millimetres((MARGIN_FLOOR_MM + MARGIN_CEILING_MM) / 2);
        if (goes_down ? *margins[i] > goal : *margins[i] < goal)
            *margins[i] = between(*margins[i], goal, step, steps);
    }
}

// Side margins grow back so that no line passes the most characters, up to their ceiling; not where
// the style as it is has such lines already.
static void bound_measure(const cv_levers *levers, cv_style *style) {
    cv_length base = MOST_CHARACTERS * average_character(levers->font, levers->base->font.size);
    if (measure_of(&levers->base->page) > base) return;
    cv_length most = MOST_CHARACTERS * average_character(levers->font, style->font.size);
    cv_length excess = measure_of(&style->page) - most;
    if (excess <= 0) return;
    cv_length ceiling = millimetres(MARGIN_CEILING_MM);
    style->page.margin_left =
        smaller(style->page.margin_left + excess / 2, larger(ceiling, style->page.margin_left));
    style->page.margin_right =
        smaller(style->page.margin_right + excess / 2, larger(ceiling, style->page.margin_right));
}

static void shrink_headings(cv_style *style) {
    cv_length *const sizes[] = {&style->header.name_size, &style->header.name_leading,
                                &style->headings.size, &style->headings.tracking};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        *sizes[i] = cv_length_scale(*sizes[i], 85, 100);
}

static void pull_lines(const cv_levers *levers, int step, cv_style *style) {
    const cv_length size = style->font.size;
    move_margins(&style->page, millimetres(MARGIN_FLOOR_MM), part_of(step, 0, MARGIN_STEPS),
                 MARGIN_STEPS);
    int part = part_of(step, MARGIN_STEPS, SIZE_STEPS);
    if (levers->least_size < size)
        scale_text(style, size, between(size, levers->least_size, part, SIZE_STEPS));
    if (step == CV_TIGHTEST_LINES) shrink_headings(style);
    bound_measure(levers, style);
}

static void push_lines(const cv_levers *levers, int step, cv_style *style) {
    const cv_length size = style->font.size;
    cv_length ceiling = cv_length_scale(CV_POINT, SIZE_CEILING_TENTHS, 10);
    move_margins(&style->page, millimetres(MARGIN_CEILING_MM), part_of(step, 0, LOOSER_STEPS),
                 LOOSER_STEPS);
    int part = part_of(step, LOOSER_STEPS, LOOSER_STEPS);
    if (size < ceiling) scale_text(style, size, between(size, ceiling, part, LOOSER_STEPS));
    bound_measure(levers, style);
}

// The least that parsers take for the distance of two entries, and the eye for a gap.
static cv_length least_entry_pitch(cv_length leading) {
    cv_length rounded = (leading + CV_POINT - 1) / CV_POINT * CV_POINT;
    return larger(cv_length_scale(leading, 145, 100),
                  cv_length_scale(rounded, 14, 10) + CV_POINT / 2);
}

static cv_length least_leading(const cv_levers *levers, const cv_style *style) {
    cv_length size = style->font.size;
    cv_length x_height = cv_font_scale(levers->font, levers->font->x_height, size);
    cv_length least = cv_length_scale(x_height, 24, 10);
    bool is_long = measure_of(&style->page) > LONG_LINE * average_character(levers->font, size);
    return is_long ? larger(least, cv_length_scale(size, 125, 100)) : least;
}

static void scale_gaps(cv_style *style, int64_t numerator, int64_t denominator) {
    cv_length *const gaps[] = {&style->headings.space_above, &style->entry.space,
                               &style->entry.item_space, &style->header.space_below};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        *gaps[i] = cv_length_scale(*gaps[i], numerator, denominator);
}

static void set_leading(cv_style *style, cv_length leading) {
    cv_length before = style->font.leading;
    scale_gaps(style, leading, before);
    style->headings.space_below = cv_length_scale(style->headings.space_below, leading, before);
    style->font.leading = leading;
}

static void pull_sections(cv_style *style, int step) {
    cv_length least =
        larger(cv_length_scale(style->headings.space_above, 75, 100), style->entry.space);
    if (least < style->headings.space_above)
        style->headings.space_above = between(style->headings.space_above, least, step, GAP_STEPS);
    least = cv_length_scale(style->header.space_below, 75, 100);
    style->header.space_below = between(style->header.space_below, least, step, GAP_STEPS);
}

static void pull_entries(cv_style *style, int step) {
    cv_length least = least_entry_pitch(style->font.leading);
    cv_length item = style->font.leading + style->entry.item_space;
    if (least < style->entry.space)
        style->entry.space = between(style->entry.space, least, step, GAP_STEPS);
    if (least < item)
        style->entry.item_space = between(item, least, step, GAP_STEPS) - style->font.leading;
}

// The entry gap keeps its floor when the leading below it moves.
static void pull_leading(const cv_levers *levers, cv_style *style, int step) {
    cv_length least = least_leading(levers, style);
    if (step == 0 || least >= style->font.leading) return;
    set_leading(style, between(style->font.leading, least, step, GAP_STEPS));
    cv_length pitch = least_entry_pitch(style->font.leading);
    style->entry.space = larger(style->entry.space, pitch);
    style->entry.item_space = larger(style->entry.item_space, pitch - style->font.leading);
    style->headings.space_above = larger(style->headings.space_above, style->entry.space);
}

static void pull_gaps(const cv_levers *levers, int step, cv_style *style) {
    pull_sections(style, part_of(step, 0, GAP_STEPS));
    pull_entries(style, part_of(step, GAP_STEPS, GAP_STEPS));
    pull_leading(levers, style, part_of(step, 2 * GAP_STEPS, GAP_STEPS));
}

static void push_gaps(int step, cv_style *style) {
    cv_length most = cv_length_scale(style->font.size, 14, 10);
    scale_gaps(style, 8 + part_of(step, 0, GAP_STEPS), 8);
    int part = part_of(step, GAP_STEPS, GAP_STEPS);
    if (part && most > style->font.leading)
        set_leading(style, between(style->font.leading, most, part, GAP_STEPS));
}

cv_levers cv_levers_of(const cv_style *base, const cv_font *font, cv_length min_size) {
    // The size at which the x-height is 4.5 pt: 9 pt of Lato, 10 of Gentium.
    int64_t readable = (int64_t)9 * CV_POINT / 2 * font->units_per_em /
                       (font->x_height > 0 ? font->x_height : font->units_per_em / 2);
    cv_length least = min_size ? min_size : (cv_length)readable;
    return (cv_levers){base, font, smaller(least, base->font.size)};
}

cv_style cv_levers_pull(const cv_levers *levers, int lines, int gaps) {
    cv_style style = *levers->base;
    if (lines > 0) pull_lines(levers, lines, &style);
    if (lines < 0) push_lines(levers, -lines, &style);
    if (gaps > 0) pull_gaps(levers, gaps, &style);
    if (gaps < 0) push_gaps(-gaps, &style);
    return style;
}
