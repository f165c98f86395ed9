// SPDX-License-Identifier: MIT
// output_name.c - any text as the name of a file: one that stays in its folder, is no option and
// not hidden, and is its own name.
#include "tailor/output_name.h"
#include "base/limits.h"
#include "fuzz.h"
#include "text_input.h"

static void check(text_input *input) {
    const char *name = cv_output_name_make(input->text, input->span, input->arena, &input->report);
    if (!name && !input->report.errors) abort();
    if (!name) return;
    size_t size = strlen(name);
    if (size > CV_LIMIT_OUTPUT_NAME || !cv_ends_with(name, ".pdf") || size == strlen(".pdf"))
        abort();
    if (strchr(name, '/') || strchr(name, '\\') || *name == '.' || *name == '-') abort();
    if (cv_utf8_valid((const unsigned char *)name, size) != size) abort();
    const char *again = cv_output_name_make(name, input->span, input->arena, &input->report);
    if (!again || strcmp(again, name) != 0) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    with_text(data, size, check);
    return 0;
}
