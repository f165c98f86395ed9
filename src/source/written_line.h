// SPDX-License-Identifier: MIT
// written_line.h - a line taken apart as its writer meant it, whatever YAML makes of it, and
// written again with quotes: the material of hints.
#ifndef CV_SOURCE_WRITTEN_LINE_H
#define CV_SOURCE_WRITTEN_LINE_H

#include "base/source.h"

#include <stdbool.h>

// `  - key: value # comment`; all offsets are into the source.
typedef struct cv_written_line {
    uint32_t begin;
    uint32_t first;   // past the indentation
    uint32_t content; // past the "- " of list items
    uint32_t colon;   // of the key; = content where there is none
    uint32_t value;   // past the key; = content where there is none
    uint32_t end;     // of the value: before blanks, a comment, the line end
    bool has_key;
} cv_written_line;

cv_written_line cv_written_line_at(cv_bytes bytes, uint32_t offset);

// The last line before `line` that is neither blank nor a comment. Returns false if there is none.
bool cv_written_line_before(cv_bytes bytes, cv_written_line line, cv_written_line *before);

bool cv_written_line_is_empty(cv_bytes bytes, cv_written_line line); // blank, or a comment

// Where the bracket at `open` is closed before `end` (brackets in quotes do not count); else `end`.
uint32_t cv_written_bracket_end(cv_bytes bytes, uint32_t open, uint32_t end);

// The text from `begin` to `end`, cut short after some sixty bytes.
const char *cv_written_slice(cv_arena *arena, cv_bytes bytes, uint32_t begin, uint32_t end);

// The same in the quotes that suit it.
const char *cv_written_quoted(cv_arena *arena, cv_bytes bytes, uint32_t begin, uint32_t end);

// "write: " and the line with its value, or its key, in quotes; a comment stays behind it.
const char *cv_written_hint(cv_arena *arena, cv_bytes bytes, cv_written_line line);
const char *cv_written_key_hint(cv_arena *arena, cv_bytes bytes, cv_written_line line);

#endif
