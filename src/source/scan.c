// SPDX-License-Identifier: MIT
// scan.c - characters that are refused, in the bytes of a file and in its values.
#include "source/scan.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <string.h>

typedef enum judgement { FINE, CONTROL, BIDI, PRIVATE, NONCHARACTER } judgement;

static const struct {
    cv_problem problem;
    const char *before, *after, *hint; // the message, around the character
} refusals[] = {
    [CONTROL] = {CV_READ_CONTROL_CHARACTER, "control character ", " cannot stand in a text",
                 "remove it"},
    [BIDI] = {CV_READ_BIDI_CONTROL, "", " is left out: it reorders the text around it", NULL},
    [PRIVATE] = {CV_READ_PRIVATE_CHARACTER, "private-use character ", " has no agreed meaning",
                 "it is from an icon font: write a word instead"},
    [NONCHARACTER] = {CV_READ_PRIVATE_CHARACTER, "", " is not a character", "remove it"},
};

static bool is_noncharacter(uint32_t c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

// NEL, LS and PS count as controls: YAML 1.1, and so libyaml, ends a line at them, YAML 1.2 does
// not. A byte-order mark is none within a text.
static judgement judge(uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r' ? FINE : CONTROL;
    if (c < 0x7F) return FINE;
    if (c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) return CONTROL;
    if (is_noncharacter(c)) return NONCHARACTER;
    if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return PRIVATE;
    return c > 0x600 && cv_unicode_is_bidi_control(c) ? BIDI : FINE;
}

static void refuse(judgement verdict, uint32_t c, cv_span span, cv_report *report) {
    bool has_name = c > 0xA0 && (verdict == CONTROL || verdict == BIDI);
    const char *name = has_name ? cv_unicode_name(report->arena, c)
                                : cv_format(report->arena, "U+%04X", (unsigned)c);
    cv_report_add(report, refusals[verdict].problem, span, "%s%s%s", refusals[verdict].before, name,
                  refusals[verdict].after)
        ->hint = refusals[verdict].hint;
}

char *cv_scan_value(const char *value, size_t size, cv_span span, cv_arena *arena,
                    cv_report *report) {
    char *clean = CV_NEW_ARRAY(arena, char, size + 1);
    char *to = clean;
    unsigned refused = 0; // a bit for each verdict: one finding of a kind is enough
    for (const char *at = value, *end = value + size; at < end;) {
        const char *start = at;
        uint32_t c = cv_utf8_next(&at);
        if (at == start) at++; // over a NUL, where it does not step
        size_t width = (size_t)(at - start);
        judgement verdict = judge(c);
        if (verdict == FINE) {
            memcpy(to, start, width);
            to += width;
        } else if (!(refused & 1u << verdict)) {
            char written[5] = "";
            memcpy(written, start, width);
            cv_span narrow = cv_source_narrow(&report->sources.items[span.source], span, written);
            refuse(verdict, c, narrow, report);
            refused |= 1u << verdict;
        }
    }
    return clean;
}

typedef struct scanner {
    uint32_t source;
    cv_bytes bytes;
    cv_arena *scratch;
    cv_report *report;
    unsigned char *copy;   // of `bytes`, with blanks; NULL while there are none
    bool is_line_reported; // more of the same line would be noise
    bool is_utf8;
} scanner;

static cv_span span_of(const scanner *scan, size_t begin, size_t end) {
    return (cv_span){scan->source, (uint32_t)begin, (uint32_t)end};
}

static bool is_end_of_line(unsigned char byte) { return byte == '\n' || byte == '\r'; }

static void refuse_byte(scanner *scan, size_t at) {
    unsigned char byte = scan->bytes.data[at];
    cv_diagnostic *found = cv_report_add(scan->report, CV_READ_NOT_UTF8, span_of(scan, at, at + 1),
                                         "byte 0x%02X is not UTF-8", (unsigned)byte);
    found->hint = "save the file as UTF-8";
    bool is_letter = byte >= 0xA0 && at + 1 < scan->bytes.size && scan->bytes.data[at + 1] < 0x80;
    if (is_letter) { // and not part of a longer character
        char letter[5] = "";
        cv_utf8_encode(byte, letter);
        found->hint = cv_format(scan->report->arena,
                                "save the file as UTF-8; in Latin-1 this byte is '%s'", letter);
    }
}

static void blank_out(scanner *scan, size_t at, size_t width) {
    if (!scan->copy) {
        scan->copy = CV_NEW_ARRAY(scan->scratch, unsigned char, scan->bytes.size);
        memcpy(scan->copy, scan->bytes.data, scan->bytes.size);
    }
    memset(scan->copy + at, ' ', width);
}

// Judges the character at `at` other than printable ASCII and returns its width. Private use is
// left to the values: in a comment it does no harm.
static size_t scan_character(scanner *scan, size_t at) {
    const unsigned char *bytes = scan->bytes.data + at;
    size_t left = scan->bytes.size - at;
    size_t width = *bytes < 0xE0 ? 2 : *bytes < 0xF0 ? 3 : 4;
    if (*bytes < 0x80) width = 1;
    if (width > left || cv_utf8_valid(bytes, width) != width) {
        if (!scan->is_line_reported) refuse_byte(scan, at);
        scan->is_line_reported = true;
        scan->is_utf8 = false;
        return 1;
    }
    const char *next = (const char *)bytes;
    uint32_t c = cv_utf8_next(&next);
    judgement verdict = judge(c);
    bool stops_libyaml = verdict == CONTROL || c == 0xFFFE || c == 0xFFFF;
    if (!stops_libyaml) return width;
    if (!scan->is_line_reported) refuse(verdict, c, span_of(scan, at, at + width), scan->report);
    scan->is_line_reported = true;
    blank_out(scan, at, width);
    return width;
}

static void scan_characters(scanner *scan, size_t begin) {
    const unsigned char *bytes = scan->bytes.data;
    for (size_t at = begin; at < scan->bytes.size;) {
        if (is_end_of_line(bytes[at])) scan->is_line_reported = false;
        bool is_plain = (bytes[at] >= 0x20 && bytes[at] < 0x7F) || bytes[at] == '\t' ||
                        is_end_of_line(bytes[at]);
        at += is_plain ? 1 : scan_character(scan, at);
    }
}

// With a byte-order mark or without: YAML begins with ASCII characters.
static bool is_utf16(cv_bytes bytes) {
    const unsigned char *data = bytes.data;
    if (bytes.size < 4) return false;
    return (data[0] == 0xFF && data[1] == 0xFE) || (data[0] == 0xFE && data[1] == 0xFF) ||
           (data[0] && !data[1] && data[2] && !data[3]) ||
           (!data[0] && data[1] && !data[2] && data[3]);
}

static bool starts_with(cv_bytes bytes, size_t at, const char *word) {
    size_t length = strlen(word);
    return length <= bytes.size - at && memcmp(bytes.data + at, word, length) == 0;
}

// Directives stand at the beginning, among comments and empty lines only.
static bool has_foreign_directive(scanner *scan, size_t at) {
    cv_bytes bytes = scan->bytes;
    while (at < bytes.size) {
        size_t begin = at;
        while (at < bytes.size && (bytes.data[at] == ' ' || bytes.data[at] == '\t')) at++;
        bool is_over = at < bytes.size && !is_end_of_line(bytes.data[at]) && bytes.data[at] != '#';
        bool is_directive = at == begin && is_over && bytes.data[at] == '%';
        if (is_over && !is_directive) return false;
        while (at < bytes.size && !is_end_of_line(bytes.data[at])) at++;
        if (is_directive && !starts_with(bytes, begin, "%YAML ")) {
            cv_report_add(scan->report, CV_READ_DIRECTIVE, span_of(scan, begin, at),
                          "a line that begins with '%%' is a directive, and only %%YAML is known")
                ->hint = "remove the line";
            return true;
        }
        if (at < bytes.size) at++;
    }
    return false;
}

bool cv_scan_source(uint32_t source, cv_arena *scratch, cv_report *report, cv_scanned *scanned) {
    cv_bytes bytes = report->sources.items[source].bytes;
    scanner scan = {source, bytes, scratch, report, .is_utf8 = true};
    if (bytes.size > CV_LIMIT_SOURCE_BYTES) {
        cv_report_add(report, CV_READ_TOO_LARGE, span_of(&scan, 0, 0),
                      "this is larger than the %d bytes allowed", CV_LIMIT_SOURCE_BYTES);
        return false;
    }
    if (is_utf16(bytes)) {
        cv_report_add(report, CV_READ_NOT_UTF8, span_of(&scan, 0, 2), "this is UTF-16, not UTF-8")
            ->hint = "save the file as UTF-8";
        return false;
    }
    scanned->begin = bytes.size && starts_with(bytes, 0, "\xEF\xBB\xBF") ? 3 : 0;
    if (has_foreign_directive(&scan, scanned->begin)) return false;
    scan_characters(&scan, scanned->begin);
    scanned->bytes = (cv_bytes){scan.copy ? scan.copy : bytes.data, bytes.size};
    return scan.is_utf8;
}
