// SPDX-License-Identifier: MIT
// output_name.c - keeps what every file system and shell takes as it is.
#include "tailor/output_name.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <string.h>

static const char suffix[] = ".pdf";
enum { SUFFIX_SIZE = sizeof suffix - 1 };

static bool is_safe(uint32_t code_point) {
    return cv_unicode_is_letter(code_point) || cv_unicode_is_mark(code_point) ||
           cv_unicode_is_digit(code_point) || code_point == '.' || code_point == '_' ||
           code_point == '-';
}

// A dot would hide the file, a dash make an option of it, and a mark needs a letter to sit on.
static bool may_begin(uint32_t code_point) {
    return code_point != '.' && code_point != '-' && !cv_unicode_is_mark(code_point);
}

static size_t stem_size(const char *text) {
    size_t size = strlen(text);
    bool has_suffix =
        size >= SUFFIX_SIZE && cv_equal_ignoring_case(text + size - SUFFIX_SIZE, suffix);
    return has_suffix ? size - SUFFIX_SIZE : size;
}

static const char *make_stem(const char *text, cv_arena *arena) {
    const char *rest = cv_unicode_nfc(arena, cv_copy(arena, text, stem_size(text)));
    cv_text_builder stem = {.arena = arena};
    while (*rest) {
        uint32_t code_point = cv_utf8_next(&rest);
        bool is_blank = cv_unicode_is_space(code_point);
        bool is_repeated = stem.size && stem.bytes[stem.size - 1] == '-';
        if (is_blank && stem.size && !is_repeated)
            cv_text_add_char(&stem, '-');
        else if (is_safe(code_point) && (stem.size || may_begin(code_point)))
            cv_text_add_code_point(&stem, code_point);
    }
    while (stem.size && stem.bytes[stem.size - 1] == '-') stem.bytes[--stem.size] = '\0';
    return cv_unicode_nfc(arena, cv_text_string(&stem)); // marks that what has gone kept apart
}

bool cv_output_name_fits(const char *name, cv_span span, cv_report *report) {
    size_t size = strlen(name);
    if (size > CV_LIMIT_OUTPUT_NAME)
        cv_report_add(report, CV_BAD_OUTPUT_NAME, span,
                      "the name of the output has %zu bytes; it may have %d", size,
                      CV_LIMIT_OUTPUT_NAME)
            ->hint = "give the variant a shorter 'output'";
    return size <= CV_LIMIT_OUTPUT_NAME;
}

const char *cv_output_name_make(const char *text, cv_span span, cv_arena *arena,
                                cv_report *report) {
    const char *stem = make_stem(text, arena);
    if (!*stem) {
        cv_report_add(report, CV_BAD_OUTPUT_NAME, span, "no name of a file can be made of '%s'",
                      text)
            ->hint = "letters, digits, '.', '_' and '-' are kept, blanks become '-'";
        return NULL;
    }
    const char *name = cv_format(arena, "%s%s", stem, suffix);
    return cv_output_name_fits(name, span, report) ? name : NULL;
}
