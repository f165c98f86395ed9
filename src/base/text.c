// SPDX-License-Identifier: MIT
// text.c - strings and a growing string.
#include "base/text.h"

#include "base/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *reserve(cv_text_builder *text, size_t more) {
    if (text->room - text->size <= more) {
        size_t room =
            2 * text->room > text->size + more + 1 ? 2 * text->room : text->size + more + 1;
        if (room < 64) room = 64;
        char *fresh = cv_arena_reserve(text->arena, room, 1);
        if (text->size) memcpy(fresh, text->bytes, text->size);
        text->bytes = fresh;
        text->room = room;
    }
    return text->bytes + text->size;
}

void cv_text_add_bytes(cv_text_builder *text, const char *bytes, size_t size) {
    if (!size) return;
    memcpy(reserve(text, size), bytes, size);
    text->size += size;
    text->bytes[text->size] = '\0';
}

void cv_text_add_string(cv_text_builder *text, const char *string) {
    cv_text_add_bytes(text, string, strlen(string));
}

void cv_text_add_char(cv_text_builder *text, char byte) { cv_text_add_bytes(text, &byte, 1); }

void cv_text_add_code_point(cv_text_builder *text, uint32_t code_point) {
    char bytes[4];
    cv_text_add_bytes(text, bytes, cv_utf8_encode(code_point, bytes));
}

// Formats into the room there is, and again where that was too little.
__attribute__((format(printf, 2, 0))) //
static void
add_list(cv_text_builder *text, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    char *at = reserve(text, 0);
    size_t room = text->room - text->size;
    int size = vsnprintf(at, room, format, arguments);
    if (size < 0) abort(); // only a broken format string can do that
    if ((size_t)size >= room)
        vsnprintf(reserve(text, (size_t)size), (size_t)size + 1, format, again);
    text->size += (size_t)size;
    va_end(again);
}

char *cv_format_list(cv_arena *arena, const char *format, va_list arguments) {
    cv_text_builder result = {.arena = arena};
    add_list(&result, format, arguments);
    return result.bytes;
}

char *cv_format(cv_arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *result = cv_format_list(arena, format, arguments);
    va_end(arguments);
    return result;
}

void cv_text_add(cv_text_builder *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add_list(text, format, arguments);
    va_end(arguments);
}

void cv_text_add_length(cv_text_builder *text, cv_length length) {
    int64_t hundredths =
        ((int64_t)(length < 0 ? -(int64_t)length : length) * 100 + CV_POINT / 2) / CV_POINT;
    const char *sign = length < 0 && hundredths ? "-" : "";
    cv_text_add(text, "%s%lld.%02lld", sign, (long long)(hundredths / 100),
                (long long)(hundredths % 100));
}

static bool needs_escape(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x34F || c == 0x61C ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF || c >= 0xE0000;
}

void cv_text_add_quoted(cv_text_builder *text, const char *string) {
    cv_text_add_char(text, '"');
    while (*string) {
        uint32_t code_point = cv_utf8_next(&string);
        if (code_point == '"' || code_point == '\\')
            cv_text_add(text, "\\%c", (char)code_point);
        else if (code_point == '\n')
            cv_text_add_string(text, "\\n");
        else if (code_point == '\t')
            cv_text_add_string(text, "\\t");
        else if (needs_escape(code_point))
            cv_text_add(text, "\\u{%04X}", (unsigned)code_point);
        else
            cv_text_add_code_point(text, code_point);
    }
    cv_text_add_char(text, '"');
}

const char *cv_text_string(const cv_text_builder *text) { return text->size ? text->bytes : ""; }

char *cv_copy(cv_arena *arena, const char *bytes, size_t size) {
    char *copy = CV_NEW_ARRAY(arena, char, size + 1);
    if (size) memcpy(copy, bytes, size);
    return copy;
}

char *cv_copy_string(cv_arena *arena, const char *string) {
    return cv_copy(arena, string, strlen(string));
}

static char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

const char *cv_collapse_blanks(cv_arena *arena, const char *text) {
    cv_text_builder line = {.arena = arena};
    for (; *text; text++) {
        if (!cv_is_blank(*text))
            cv_text_add_char(&line, *text);
        else if (line.size && text[1] && !cv_is_blank(text[1]))
            cv_text_add_char(&line, ' ');
    }
    return cv_text_string(&line);
}

bool cv_equal(const char *a, const char *b) {
    if (!a || !b) return a == b;
    return strcmp(a, b) == 0;
}

int cv_compare_ignoring_case(const char *a, const char *b) {
    while (*a && lower(*a) == lower(*b)) a++, b++;
    return (unsigned char)lower(*a) - (unsigned char)lower(*b);
}

bool cv_equal_ignoring_case(const char *a, const char *b) {
    return cv_compare_ignoring_case(a, b) == 0;
}

bool cv_starts_with(const char *string, const char *prefix) {
    return strncmp(string, prefix, strlen(prefix)) == 0;
}

bool cv_starts_with_ignoring_case(const char *string, const char *prefix) {
    while (*prefix && lower(*string) == lower(*prefix)) string++, prefix++;
    return *prefix == '\0';
}

bool cv_ends_with(const char *string, const char *suffix) {
    size_t size = strlen(string), tail = strlen(suffix);
    return size >= tail && memcmp(string + size - tail, suffix, tail) == 0;
}
