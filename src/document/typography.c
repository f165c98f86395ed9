// SPDX-License-Identifier: MIT
// typography.c - one pass over a text, a rule for each character that means more than itself.
#include "document/typography.h"

#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>

enum {
    NO_BREAK_SPACE = 0xA0,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    APOSTROPHE = 0x2019,
    ELLIPSIS = 0x2026,
    MOST_RANGE_DIGITS = 4 // years and pages; longer ones are phone numbers and serials
};

// The part being read: `start`, where it is now, what came before it and what follows its end.
typedef struct part_cursor {
    const char *start, *at;
    uint32_t before, after;
} part_cursor;

static bool is_word(uint32_t c) { return cv_unicode_is_letter(c) || cv_unicode_is_digit(c); }

static bool opens_quote(uint32_t before) {
    return before == 0 || cv_unicode_is_space(before) || before == '(' || before == '[' ||
           before == '{' || before == '/' || before == EN_DASH || before == EM_DASH ||
           before == 0x2018 || before == 0x201C || before == 0x201E || before == 0x201A ||
           before == 0xAB;
}

static uint32_t peek(const part_cursor *cursor, size_t bytes_ahead) {
    const char *next = cursor->at + bytes_ahead;
    uint32_t code_point = cv_utf8_next(&next);
    return code_point ? code_point : cursor->after;
}

static void emit(cv_typography *state, uint32_t code_point, cv_text_builder *out) {
    cv_text_add_code_point(out, code_point);
    state->before = code_point;
}

static void emit_string(cv_typography *state, const char *string, cv_text_builder *out) {
    cv_text_add_string(out, string);
    if (*string) state->before = cv_utf8_before(string, string + strlen(string));
}

// What closes in German (U+201C) opens in English: that it closed is what counts for the next.
static void emit_closing_quote(cv_typography *state, const char *quote, cv_text_builder *out) {
    emit_string(state, quote, out);
    state->before = APOSTROPHE;
}

// A quotation within another has the inner quotes.
static size_t add_double_quote(cv_typography *state, const part_cursor *cursor,
                               cv_text_builder *out) {
    const cv_locale *locale = state->locale;
    (void)cursor;
    if (opens_quote(state->before)) {
        emit_string(state, state->quote_depth ? locale->inner_quote_open : locale->quote_open, out);
        state->quote_depth++;
    } else {
        if (state->quote_depth) state->quote_depth--;
        emit_closing_quote(
            state, state->quote_depth ? locale->inner_quote_close : locale->quote_close, out);
    }
    return 1;
}

// Whether the next single quote, apostrophes within words aside, closes what one at the cursor
// would open: it does not in "zodra 't kan" and "'tis the '90s". Another part may do so as well.
static bool is_closed_later(const part_cursor *cursor) {
    for (const char *at = cursor->at + 1; (at = strchr(at, '\'')); at++) {
        const char *next = at + 1;
        uint32_t before = cv_utf8_before(cursor->start, at);
        if (opens_quote(before) && cv_is_digit(*next)) continue; // '90s
        if (!is_word(before) || !cv_unicode_is_letter(cv_utf8_next(&next)))
            return !opens_quote(before);
    }
    return cursor->after != 0;
}

static size_t add_single_quote(cv_typography *state, const part_cursor *cursor,
                               cv_text_builder *out) {
    uint32_t next = peek(cursor, 1);
    if (is_word(state->before) && cv_unicode_is_letter(next)) {
        emit(state, APOSTROPHE, out);
    } else if (opens_quote(state->before) && !cv_unicode_is_digit(next) && // '90s has an apostrophe
               is_closed_later(cursor)) {
        emit_string(state, state->locale->inner_quote_open, out);
        state->is_inside_quote = true;
    } else if (state->is_inside_quote) {
        emit_closing_quote(state, state->locale->inner_quote_close, out);
        state->is_inside_quote = false;
    } else {
        emit(state, APOSTROPHE, out);
    }
    return 1;
}

static size_t add_dots(cv_typography *state, const part_cursor *cursor, cv_text_builder *out) {
    size_t count = strspn(cursor->at, ".");
    if (count == 3 && state->before != '.')
        emit(state, ELLIPSIS, out);
    else
        for (size_t i = 0; i < count; i++) emit(state, '.', out);
    return count;
}

static bool touches_number(uint32_t c) { return is_word(c) || (c && strchr("./-+", (int)c)); }

// "555-1234", "0711-1234": what is written in these forms is dialled.
static bool is_phone_number(const char *left, long left_digits, long right_digits) {
    return (left_digits == 3 && right_digits == 4) || (*left == '0' && left_digits > 2);
}

// Whether the hyphen at the cursor joins two numbers of a range.
static bool joins_range(const part_cursor *cursor) {
    const char *left = cursor->at, *right = cursor->at + 1, *end = right;
    while (left > cursor->start && cv_is_digit(left[-1])) left--;
    while (cv_is_digit(*end)) end++;
    long left_digits = (long)(cursor->at - left), right_digits = (long)(end - right);
    if (left_digits < 1 || left_digits > MOST_RANGE_DIGITS) return false;
    if (right_digits < 1 || right_digits > MOST_RANGE_DIGITS) return false;
    if (is_phone_number(left, left_digits, right_digits)) return false;
    uint32_t before = left > cursor->start ? cv_utf8_before(cursor->start, left) : cursor->before;
    const char *rest = end;
    uint32_t after = *end ? cv_utf8_next(&rest) : cursor->after;
    // A full stop that ends the sentence touches no number: what follows it does not go on.
    if (after == '.' && !is_word((unsigned char)rest[0])) after = 0;
    if (touches_number(before) || touches_number(after)) return false;
    return strtol(right, NULL, 10) > strtol(left, NULL, 10);
}

static size_t add_hyphens(cv_typography *state, const part_cursor *cursor, cv_text_builder *out) {
    size_t count = strspn(cursor->at, "-");
    uint32_t next = peek(cursor, count);
    bool begins_word = opens_quote(state->before) && is_word(next);
    if ((count == 1 && joins_range(cursor)) || (count == 2 && !begins_word))
        emit(state, EN_DASH, out);
    else if (count == 3)
        emit(state, EM_DASH, out);
    else
        for (size_t i = 0; i < count; i++) emit(state, '-', out);
    return count;
}

// French sets a space before high punctuation; it must not end a line.
static size_t add_space(cv_typography *state, const part_cursor *cursor, cv_text_builder *out) {
    uint32_t next = peek(cursor, 1);
    bool is_french = cv_starts_with(state->locale->language, "fr");
    bool is_tied = is_french && (state->before == 0xAB || next == 0xBB || next == ':' ||
                                 next == ';' || next == '!' || next == '?');
    emit(state, is_tied ? NO_BREAK_SPACE : ' ', out);
    return 1;
}

// What means nothing but itself: letters and digits of ASCII as far as they go, others one by one.
static size_t add_other(cv_typography *state, const part_cursor *cursor, cv_text_builder *out) {
    const char *next = cursor->at;
    while (cv_is_letter(*next) || cv_is_digit(*next)) next++;
    if (next > cursor->at) {
        cv_text_add_bytes(out, cursor->at, (size_t)(next - cursor->at));
        state->before = (unsigned char)next[-1];
        return (size_t)(next - cursor->at);
    }
    emit(state, cv_utf8_next(&next), out);
    return (size_t)(next - cursor->at);
}

void cv_typography_add(cv_typography *state, const char *part, uint32_t after,
                       cv_text_builder *out) {
    part_cursor cursor = {part, part, state->before, after};
    while (*cursor.at) {
        size_t (*add)(cv_typography *, const part_cursor *, cv_text_builder *);
        switch (*cursor.at) {
        case '"': add = add_double_quote; break;
        case '\'': add = add_single_quote; break;
        case '.': add = add_dots; break;
        case '-': add = add_hyphens; break;
        case ' ': add = add_space; break;
        default: add = add_other;
        }
        cursor.at += add(state, &cursor, out);
    }
}

void cv_typography_add_verbatim(cv_typography *state, const char *part, cv_text_builder *out) {
    emit_string(state, part, out);
}
