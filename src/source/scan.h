// SPDX-License-Identifier: MIT
// scan.h - which characters a text may hold.
//
// Looked for twice: in the bytes of the file, before libyaml stumbles over them, and in each value,
// because escapes ("\0", "\e[31m") bring in what the file itself does not hold.
#ifndef CV_SOURCE_SCAN_H
#define CV_SOURCE_SCAN_H

#include "base/diagnostic.h"

#include <stdbool.h>

// A source as it is parsed: with the same offsets, but a blank for each refused character.
typedef struct cv_scanned {
    cv_bytes bytes;
    uint32_t begin; // past a byte-order mark
} cv_scanned;

// Reports what cannot stand in a source, at most once in a line. Returns false if the source is not
// to be parsed: too large, not UTF-8, or with foreign directives (libyaml is quadratic in those).
bool cv_scan_source(uint32_t source, cv_arena *scratch, cv_report *report, cv_scanned *scanned);

// The `size` bytes of UTF-8 that a scalar at `span` stands for, as a string without what it must
// not hold: control characters, private use and noncharacters (errors), bidi controls (a warning).
char *cv_scan_value(const char *value, size_t size, cv_span span, cv_arena *arena,
                    cv_report *report);

#endif
