// SPDX-License-Identifier: MIT
// markup.c - any text as inline Markdown: its parts make up the text, no link is one that is
// refused, and written again it reads the same.
#include "resume/markup.h"
#include "export/markup_write.h"
#include "fuzz.h"
#include "text_input.h"

static void check_parts(const cv_text *text) {
    const char *at = text->string;
    for (size_t i = 0; i < text->count; i++) {
        const cv_inline *part = &text->parts[i];
        size_t size = strlen(part->string);
        if (!size || strncmp(at, part->string, size) != 0) abort();
        if (part->uri && !has_link_scheme(part->uri)) abort();
        at += size;
    }
    if (*at) abort();
}

static void check_findings(const text_input *input) {
    for (const cv_diagnostic *each = input->report.first; each; each = each->next)
        if (each->span.begin > each->span.end || each->span.end > input->span.end) abort();
}

static void check(text_input *input) {
    if (!*input->text) return;
    cv_text text = cv_markup_read(input->text, input->span, input->arena, &input->report);
    if (!text.string) return; // nothing but blanks
    if (strlen(text.string) > strlen(input->text)) abort();
    check_parts(&text);
    check_findings(input);
    const char *written = cv_markup_write(&text, input->arena);
    cv_text again = cv_markup_read(written, (cv_span){0}, input->arena, &input->report);
    if (strcmp(again.string, text.string) != 0) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    with_text(data, size, check);
    return 0;
}
