// SPDX-License-Identifier: MIT
// syntax.c - numbers and strings as PDF writes them.
#include "pdf/syntax.h"

#include "base/unicode.h"

#include <stdbool.h>
#include <string.h>

void cv_pdf_add_decimal(cv_text_builder *out, int64_t value, int64_t unit, unsigned digits) {
    int64_t power = 1;
    for (unsigned i = 0; i < digits; i++) power *= 10;
    int64_t scaled = ((value < 0 ? -value : value) * power + unit / 2) / unit;
    for (; digits > 0 && scaled % 10 == 0; digits--) scaled /= 10;
    bool is_negative = value < 0 && scaled > 0;
    char text[32];
    size_t start = sizeof text;
    if (digits > 0) {
        for (; digits > 0; digits--, scaled /= 10) text[--start] = (char)('0' + scaled % 10);
        text[--start] = '.';
    }
    // No zero before the point: ".5".
    for (; scaled > 0 || start == sizeof text; scaled /= 10)
        text[--start] = (char)('0' + scaled % 10);
    if (is_negative) text[--start] = '-';
    cv_text_add_bytes(out, text + start, sizeof text - start);
}

void cv_pdf_add_length(cv_text_builder *out, cv_length length) {
    cv_pdf_add_decimal(out, length, CV_POINT, 4);
}

static void add_unit(cv_text_builder *out, uint32_t unit) {
    static const char digits[] = "0123456789ABCDEF";
    const char hexadecimal[] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15],
                                digits[unit >> 4 & 15], digits[unit & 15]};
    cv_text_add_bytes(out, hexadecimal, sizeof hexadecimal);
}

void cv_pdf_add_utf16(cv_text_builder *out, uint32_t code_point) {
    if (code_point >= 0x10000) {
        add_unit(out, 0xD800 + ((code_point - 0x10000) >> 10));
        add_unit(out, 0xDC00 + (code_point & 0x3FF));
    } else {
        add_unit(out, code_point);
    }
}

static bool is_printable_ascii(const char *text) {
    for (; *text; text++)
        if (*text < ' ' || *text > '~') return false;
    return true;
}

static void add_literal(cv_text_builder *out, const char *text) {
    cv_text_add_char(out, '(');
    for (; *text; text++) {
        if (strchr("()\\", *text)) cv_text_add_char(out, '\\');
        cv_text_add_char(out, *text);
    }
    cv_text_add_char(out, ')');
}

void cv_pdf_add_text(cv_text_builder *out, const char *text) {
    if (is_printable_ascii(text)) {
        add_literal(out, text);
        return;
    }
    cv_text_add_string(out, "<FEFF");
    while (*text) cv_pdf_add_utf16(out, cv_utf8_next(&text));
    cv_text_add_char(out, '>');
}

size_t cv_pdf_text_size(const char *text) {
    if (is_printable_ascii(text)) return strlen(text);
    size_t size = 2; // the byte order mark
    while (*text) size += cv_utf8_next(&text) >= 0x10000 ? 4 : 2;
    return size;
}

// What a URI may consist of, percent signs of its own included.
static bool is_uri_byte(char byte) {
    return byte > ' ' && byte <= '~' && !strchr("\"<>\\^`{|}", byte);
}

static const char *encode_uri(cv_arena *arena, const char *uri) {
    cv_text_builder encoded = {.arena = arena};
    for (; *uri; uri++)
        if (is_uri_byte(*uri))
            cv_text_add_char(&encoded, *uri);
        else
            cv_text_add(&encoded, "%%%02X", (unsigned)(unsigned char)*uri);
    return cv_text_string(&encoded);
}

void cv_pdf_add_uri(cv_text_builder *out, const char *uri) {
    add_literal(out, encode_uri(out->arena, uri));
}

size_t cv_pdf_uri_size(const char *uri) {
    size_t size = 0;
    for (; *uri; uri++) size += is_uri_byte(*uri) ? 1 : 3;
    return size;
}
