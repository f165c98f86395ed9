// SPDX-License-Identifier: MIT
// text.h - strings and a growing string. Nothing here depends on the locale.
//
// All strings are valid UTF-8 without NUL inside: the readers in source/ see to that.
#ifndef CV_BASE_TEXT_H
#define CV_BASE_TEXT_H

#include "base/arena.h"
#include "base/length.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct cv_bytes {
    const unsigned char *data;
    size_t size;
} cv_bytes;

// A string under construction. `bytes` is NUL-terminated whenever `size` > 0; use
// cv_text_string() to get it, which is "" for nothing.
typedef struct cv_text_builder {
    cv_arena *arena;
    char *bytes;
    size_t size, room;
} cv_text_builder;

void cv_text_add(cv_text_builder *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void cv_text_add_bytes(cv_text_builder *text, const char *bytes, size_t size);
void cv_text_add_string(cv_text_builder *text, const char *string);
void cv_text_add_char(cv_text_builder *text, char byte);
void cv_text_add_code_point(cv_text_builder *text, uint32_t code_point);

// Points with two decimals, rounded half away from zero ("-0.50"), from the integer.
void cv_text_add_length(cv_text_builder *text, cv_length length);

// `string` in double quotes, with \" \\ \n \t and \u{XXXX} for what a terminal or a diff would
// not show as it stands (controls, bidi controls, no-break and zero-width spaces).
void cv_text_add_quoted(cv_text_builder *text, const char *string);

const char *cv_text_string(const cv_text_builder *text);

char *cv_format(cv_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *cv_format_list(cv_arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
char *cv_copy(cv_arena *arena, const char *bytes, size_t size);
char *cv_copy_string(cv_arena *arena, const char *string);

// Runs of blanks become one space; none is left at the ends.
const char *cv_collapse_blanks(cv_arena *arena, const char *text);

// ASCII only, whatever the locale.
static inline bool cv_is_digit(char byte) { return byte >= '0' && byte <= '9'; }
static inline bool cv_is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
static inline bool cv_is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool cv_equal(const char *a, const char *b);                // NULL equals NULL only
bool cv_equal_ignoring_case(const char *a, const char *b);  // ASCII letters
int cv_compare_ignoring_case(const char *a, const char *b); // as strcmp() does
bool cv_starts_with(const char *string, const char *prefix);
bool cv_starts_with_ignoring_case(const char *string, const char *prefix);
bool cv_ends_with(const char *string, const char *suffix);

#endif
