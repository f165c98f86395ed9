// SPDX-License-Identifier: MIT
// date_text.c - CLDR patterns filled in (UTS #35, part 4: date field symbols y, M, L, d).
#include "document/date_text.h"

#include "base/text.h"
#include "base/unicode.h"

#include <string.h>

#define RANGE_DASH "\u00A0\u2013\u00A0"

enum { HAS_YEAR = 1, HAS_MONTH = 2, HAS_DAY = 4 };

static unsigned fields_of(cv_date date) {
    return HAS_YEAR | (date.month ? (unsigned)HAS_MONTH : 0) | (date.day ? (unsigned)HAS_DAY : 0);
}

static unsigned field_of_letter(char letter) {
    return letter == 'y' ? HAS_YEAR : letter == 'M' || letter == 'L' ? HAS_MONTH : HAS_DAY;
}

// The letters of the skeleton whose fields are in `fields`.
static const char *narrow_skeleton(const char *skeleton, unsigned fields, cv_arena *arena) {
    cv_text_builder narrowed = {.arena = arena};
    for (; *skeleton; skeleton++)
        if (field_of_letter(*skeleton) & fields) cv_text_add_char(&narrowed, *skeleton);
    return cv_text_string(&narrowed);
}

// At least `width` digits of the language.
static void add_number(int number, int width, const cv_locale *locale, cv_text_builder *out) {
    const char *digits = cv_format(out->arena, "%0*d", width, number);
    cv_text_add_string(out, cv_unicode_with_digits(out->arena, digits, locale->zero));
}

static void add_month(int month, char letter, size_t width, const cv_locale *locale,
                      cv_text_builder *out) {
    bool stands_alone = letter == 'L';
    if (width <= 2) {
        add_number(month, (int)width, locale, out);
    } else {
        cv_month_form form = width == 3
                                 ? (stands_alone ? CV_MONTH_SHORT_STANDALONE : CV_MONTH_SHORT)
                                 : (stands_alone ? CV_MONTH_WIDE_STANDALONE : CV_MONTH_WIDE);
        cv_text_add_string(out, cv_unicode_month(out->arena, locale->language, month, form));
    }
}

static void add_field(cv_date date, char letter, size_t width, const cv_locale *locale,
                      cv_text_builder *out) {
    switch (letter) {
    case 'y':
        add_number(width == 2 ? date.year % 100 : date.year, width == 2 ? 2 : 1, locale, out);
        break;
    case 'M':
    case 'L': add_month(date.month, letter, width, locale, out); break;
    case 'd': add_number(date.day, (int)width, locale, out); break;
    default: break; // the style admits no other field
    }
}

// Text between quotes stands for itself, '' for a quote. Returns what follows it.
static const char *add_literal(const char *pattern, cv_text_builder *out) {
    if (pattern[1] == '\'') {
        cv_text_add_char(out, '\'');
        return pattern + 2;
    }
    for (pattern++; *pattern && *pattern != '\''; pattern++) cv_text_add_char(out, *pattern);
    return *pattern ? pattern + 1 : pattern;
}

static const char *fill_pattern(const char *pattern, cv_date date, const cv_locale *locale,
                                cv_arena *arena) {
    cv_text_builder filled = {.arena = arena};
    while (*pattern) {
        if (*pattern == '\'') {
            pattern = add_literal(pattern, &filled);
        } else if (cv_is_letter(*pattern)) {
            char letter[] = {*pattern, '\0'};
            size_t width = strspn(pattern, letter);
            add_field(date, *pattern, width, locale, &filled);
            pattern += width;
        } else {
            cv_text_add_char(&filled, *pattern++);
        }
    }
    return cv_text_string(&filled);
}

// NULL where there is nothing but a year.
static const char *pattern_of(unsigned fields, const cv_style *style, cv_arena *arena) {
    const char *skeleton = narrow_skeleton(style->entry.date_format, fields, arena);
    if (strcmp(skeleton, "y") == 0) return NULL;
    return cv_unicode_date_pattern(arena, style->locale->language, skeleton);
}

static const char *format_date(const char *pattern, cv_date date, const cv_style *style,
                               cv_arena *arena) {
    return fill_pattern(pattern ? pattern : "y", date, style->locale, arena);
}

const char *cv_date_text(cv_date date, const cv_style *style, cv_arena *arena) {
    return format_date(pattern_of(fields_of(date), style, arena), date, style, arena);
}

// The month keeps the form that it has beside the year: in German "Sept.", where one that stands
// alone is "Sep".
static const char *without_year(cv_date date, const cv_style *style, cv_arena *arena) {
    const char *full = pattern_of(fields_of(date), style, arena);
    const char *pattern = pattern_of(fields_of(date) & ~(unsigned)HAS_YEAR, style, arena);
    if (full && pattern && strchr(full, 'M')) {
        char *formatted = cv_copy_string(arena, pattern);
        for (char *at = formatted; (at = strchr(at, 'L'));) *at = 'M';
        pattern = formatted;
    }
    return format_date(pattern, date, style, arena);
}

static bool can_collapse(const cv_period *period, const cv_style *style) {
    return style->entry.collapses_dates && period->start.year == period->end.year &&
           period->start.month && period->end.month && !period->is_ongoing;
}

const char *cv_period_text(const cv_period *period, const cv_style *style, cv_arena *arena) {
    if (period->date.year) return cv_date_text(period->date, style, arena);
    if (!period->start.year && !period->end.year) return NULL;
    if (!period->start.year) return cv_date_text(period->end, style, arena);
    const char *end = period->is_ongoing ? style->locale->present
                      : period->end.year ? cv_date_text(period->end, style, arena)
                                         : NULL;
    const char *start = cv_date_text(period->start, style, arena);
    if (!end || strcmp(start, end) == 0) return start;
    if (can_collapse(period, style)) {
        // The year is said once: at the end, or at the start where the language begins with it.
        cv_date year = {.year = period->start.year};
        bool begins = cv_starts_with(start, format_date(NULL, year, style, arena));
        if (begins)
            end = without_year(period->end, style, arena);
        else
            start = without_year(period->start, style, arena);
    }
    return cv_format(arena, "%s" RANGE_DASH "%s", start, end);
}
