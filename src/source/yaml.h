// SPDX-License-Identifier: MIT
// yaml.h - the door to libyaml: one YAML document as events with byte spans.
#ifndef CV_SOURCE_YAML_H
#define CV_SOURCE_YAML_H

#include "base/diagnostic.h"
#include "source/scan.h"
#include "source/traps.h"

#include <stdbool.h>

typedef enum cv_yaml_kind {
    CV_YAML_END, // of the document, or at once where there is none
    CV_YAML_SCALAR,
    CV_YAML_ALIAS,
    CV_YAML_LIST,
    CV_YAML_MAP,   // keys and values follow in turn
    CV_YAML_CLOSE, // of a list or map
    CV_YAML_STOP,  // a syntax error, or called again after the end
} cv_yaml_kind;

typedef struct cv_yaml_event {
    cv_yaml_kind kind;
    cv_span span;             // with anchor and tag
    cv_span content;          // without; a list or map has only its begin here
    const char *anchor, *tag; // NULL where there is none; an alias has its anchor's name
    const char *text;         // of a scalar; may hold NUL
    size_t size;
    uint32_t line;    // from 1, where `span` begins
    bool is_plain;    // a scalar without quotes, not a block
    bool in_brackets; // a list or map, and what closes it: written as [] or {}
} cv_yaml_event;

typedef struct cv_yaml cv_yaml;

// Opens the text of source number `source`. It is closed when `scratch` is destroyed.
cv_yaml *cv_yaml_open(uint32_t source, cv_scanned text, cv_arena *scratch, cv_report *report);

// The next event; what it points to lasts until the next call.
const cv_yaml_event *cv_yaml_next(cv_yaml *yaml);

// Why it stopped, NULL if for no syntax error.
const cv_syntax_error *cv_yaml_error(const cv_yaml *yaml);

// "0.2.5", of libyaml.
const char *cv_yaml_version(void);

#endif
