// SPDX-License-Identifier: MIT
// json_scalar.c - RFC 8259, 3, 6 and 7.
#include "source/json_scalar.h"

#include "base/unicode.h"
#include "source/scan.h"
#include "source/written_line.h"

#include <string.h>

static void break_off(cv_json_text *json, cv_span span, const char *message, const char *hint) {
    cv_report_add(json->report, CV_READ_SYNTAX, span, "%s", message)->hint = hint;
    json->is_broken = true;
}

// The closing quote of the string that begins at `begin`, or what makes it none.
static uint32_t find_end(const cv_json_text *json, uint32_t begin, bool *has_escapes) {
    uint32_t at = begin + 1;
    for (; at < json->bytes.size; at++) {
        unsigned char byte = json->bytes.data[at];
        if (byte == '"' || byte < 0x20) break;
        if (byte != '\\') continue;
        *has_escapes = true;
        at++;
    }
    return at < json->bytes.size ? at : (uint32_t)json->bytes.size;
}

// Other control characters have been reported and blanked out by the scan.
static void refuse_end(cv_json_text *json, uint32_t begin, uint32_t end) {
    if (end < json->bytes.size && json->bytes.data[end] == '\t')
        break_off(json, cv_json_span(json, end, end + 1), "a tab stands within a text",
                  "write \\t, or a space");
    else
        break_off(json, cv_json_span(json, begin, end), "this text is not closed in its line",
                  "put a \" at its end, and write \\n for a new line");
}

static int hex_digit(unsigned char byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
    return -1;
}

// The number of \uXXXX at `at`, -1 if there is none. The text goes on at least to a quote.
static int32_t read_unit(const cv_json_text *json, uint32_t at) {
    const unsigned char *bytes = json->bytes.data + at;
    if (bytes[0] != '\\' || bytes[1] != 'u') return -1;
    int32_t unit = 0;
    for (int i = 2; i < 6; i++) {
        int digit = hex_digit(bytes[i]);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static void refuse_half(const cv_json_text *json, uint32_t at) {
    cv_span span = cv_json_span(json, at, at + 6);
    cv_report_add(json->report, CV_READ_HALF_CHARACTER, span, "'%s' is one half of a character",
                  cv_written_slice(json->report->arena, json->bytes, at, at + 6))
        ->hint = "write the character itself, or both halves";
}

// What is past U+FFFF is written as two units. A half without its other is left out.
static uint32_t write_unit(const cv_json_text *json, uint32_t at, int32_t unit, char **to) {
    uint32_t c = (uint32_t)unit;
    bool is_high = c >= 0xD800 && c < 0xDC00, is_low = c >= 0xDC00 && c < 0xE000;
    int32_t low = is_high ? read_unit(json, at + 6) : -1;
    if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + ((uint32_t)low - 0xDC00);
        *to += cv_utf8_encode(c, *to);
        return at + 12;
    }
    if (is_high || is_low)
        refuse_half(json, at);
    else
        *to += cv_utf8_encode(c, *to);
    return at + 6;
}

static void refuse_escape(cv_json_text *json, uint32_t at, uint32_t end) {
    uint32_t past = at + 2;
    while (past < end && (json->bytes.data[past] & 0xC0) == 0x80) past++;
    bool is_hex = json->bytes.data[at + 1] == 'u';
    const char *written = cv_written_slice(json->report->arena, json->bytes, at, past);
    break_off(json, cv_json_span(json, at, past),
              cv_format(json->report->arena,
                        is_hex ? "'%s' is not followed by four hexadecimal digits"
                               : "'%s' is not an escape of JSON",
                        written),
              "write \\\\ for a backslash");
}

// Writes what the escape at `at` stands for; returns where the text goes on, 0 after a syntax
// error.
static uint32_t resolve_escape(cv_json_text *json, uint32_t at, uint32_t end, char **to) {
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    char letter = (char)json->bytes.data[at + 1];
    const char *known = letter ? strchr(letters, letter) : NULL;
    if (known) {
        *(*to)++ = meanings[known - letters];
        return at + 2;
    }
    int32_t unit = read_unit(json, at);
    if (unit >= 0) return write_unit(json, at, unit, to);
    refuse_escape(json, at, end);
    return 0;
}

// The text between `at` and `end` without escapes; NULL after a syntax error.
static const char *resolve(cv_json_text *json, uint32_t at, uint32_t end, size_t *size) {
    char *text = cv_arena_reserve(json->scratch, end - at, 1); // an escape is longer than it means
    char *to = text;
    while (at < end) {
        if (json->bytes.data[at] != '\\')
            *to++ = (char)json->bytes.data[at++];
        else if (!(at = resolve_escape(json, at, end, &to)))
            return NULL;
    }
    *size = (size_t)(to - text);
    return text;
}

const char *cv_json_read_string(cv_json_text *json) {
    uint32_t begin = json->at;
    bool has_escapes = false;
    uint32_t end = find_end(json, begin, &has_escapes);
    json->at = end;
    if (cv_json_peek(json) != '"') {
        refuse_end(json, begin, end);
        return NULL;
    }
    json->at++;
    const char *text = (const char *)json->bytes.data + begin + 1;
    size_t size = end - begin - 1;
    if (has_escapes && !(text = resolve(json, begin + 1, end, &size))) return NULL;
    return cv_scan_value(text, size, cv_json_span(json, begin, json->at), json->arena,
                         json->report);
}

static uint32_t skip_digits(const cv_json_text *json, uint32_t at) {
    while (at < json->bytes.size && cv_is_digit((char)json->bytes.data[at])) at++;
    return at;
}

static bool is_at(const cv_json_text *json, uint32_t at, const char *bytes) {
    return at < json->bytes.size && json->bytes.data[at] &&
           strchr(bytes, json->bytes.data[at]) != NULL;
}

// Past the digits that must stand at `at`; 0 if there are none.
static uint32_t need_digits(const cv_json_text *json, uint32_t at) {
    uint32_t end = skip_digits(json, at);
    return end > at ? end : 0;
}

// Past the number that begins at `at`; 0 if it is none.
static uint32_t skip_number(const cv_json_text *json, uint32_t at) {
    at += is_at(json, at, "-");
    bool is_zero = is_at(json, at, "0");
    at = is_zero ? at + 1 : need_digits(json, at);
    if (at && is_at(json, at, ".")) at = need_digits(json, at + 1);
    if (at && is_at(json, at, "eE")) {
        at++;
        at = need_digits(json, at + is_at(json, at, "+-"));
    }
    return at;
}

static uint32_t skip_word(const cv_json_text *json, uint32_t at) {
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (json->bytes.size - at >= size && memcmp(json->bytes.data + at, words[i], size) == 0)
            return at + (uint32_t)size;
    }
    return 0;
}

const char *cv_json_read_plain(cv_json_text *json) {
    uint32_t begin = json->at, end = skip_word(json, begin);
    if (!end) end = skip_number(json, begin);
    if (!end || (end < json->bytes.size && !is_at(json, end, " \t\r\n,]}:"))) return NULL;
    json->at = end;
    return cv_copy(json->arena, (const char *)json->bytes.data + begin, end - begin);
}
