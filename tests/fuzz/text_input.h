// SPDX-License-Identifier: MIT
// text_input.h - any bytes as a text that a reader lets through, for targets behind the readers.
#ifndef CV_FUZZ_TEXT_INPUT_H
#define CV_FUZZ_TEXT_INPUT_H

#include "base/unicode.h"
#include "source/scan.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

typedef struct text_input {
    cv_arena *arena;
    cv_report report;
    cv_span span; // of the whole input, which is source number 0
    const char *text;
} text_input;

// Calls `check` with the part of the bytes that is UTF-8, without what no text may hold.
static inline void with_text(const uint8_t *data, size_t size, void (*check)(text_input *input)) {
    cv_arena *arena = cv_arena_create(0);
    if (!arena || setjmp(*cv_arena_recovery(arena))) abort(); // no memory
    text_input *input = CV_NEW(arena, text_input);
    input->arena = arena;
    cv_report_init(&input->report, arena);
    uint32_t source = cv_report_add_source(&input->report, "input", (cv_bytes){data, size});
    input->span = (cv_span){source, 0, (uint32_t)size};
    size_t valid = cv_utf8_valid(data, size);
    input->text = cv_scan_value((const char *)data, valid, input->span, arena, &input->report);
    check(input);
    cv_arena_destroy(arena);
}

// True for one of the schemes that a link may have.
static inline bool has_link_scheme(const char *address) {
    static const char *const schemes[] = {"http://", "https://", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (cv_starts_with_ignoring_case(address, schemes[i])) return true;
    return false;
}

#endif
