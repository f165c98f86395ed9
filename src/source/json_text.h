// SPDX-License-Identifier: MIT
// json_text.h - a place in a JSON text, and what the parts of its reader share.
#ifndef CV_SOURCE_JSON_TEXT_H
#define CV_SOURCE_JSON_TEXT_H

#include "base/diagnostic.h"

#include <stdbool.h>

typedef struct cv_json_text {
    uint32_t source;
    cv_bytes bytes;
    uint32_t at; // the next byte
    cv_arena *arena, *scratch;
    cv_report *report;
    bool is_broken; // a syntax error was reported, and nothing after it can be read
} cv_json_text;

// The next byte, '\0' at the end: a NUL in the text itself has been blanked out by the scan.
static inline char cv_json_peek(const cv_json_text *json) {
    return json->at < json->bytes.size ? (char)json->bytes.data[json->at] : '\0';
}

static inline cv_span cv_json_span(const cv_json_text *json, uint32_t begin, uint32_t end) {
    return (cv_span){json->source, begin, end};
}

static inline void cv_json_skip_blanks(cv_json_text *json) {
    while (cv_is_blank(cv_json_peek(json))) json->at++;
}

#endif
