// SPDX-License-Identifier: MIT
// traps.h - syntax errors in the words of someone who writes a resume, not a parser.
#ifndef CV_SOURCE_TRAPS_H
#define CV_SOURCE_TRAPS_H

#include "base/diagnostic.h"

#include <stdbool.h>

typedef struct cv_syntax_error {
    const char *problem, *context; // libyaml's words; "" where it has none
    uint32_t source;
    uint32_t at;     // where it noticed
    uint32_t opened; // where what it was reading began; = at where it does not say
    cv_span last;    // the last scalar with text; at 0 and empty if there was none
    bool is_last_quoted;
} cv_syntax_error;

// What this file says of text that follows a finished document.
#define CV_TEXT_AFTER_END "text after the end"

// Adds the one finding that explains `error` in `bytes`, the text as it was parsed.
void cv_trap_explain(const cv_syntax_error *error, cv_bytes bytes, cv_report *report);

#endif
