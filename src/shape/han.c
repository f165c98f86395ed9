// SPDX-License-Identifier: MIT
// han.c - by tag, else by a look at all texts.
#include "shape/han.h"

#include "base/unicode.h"

#include <string.h>

// Whether a tag is `prefix` or one below it: "zh-TW-x-a" is within "zh-TW".
static bool is_within(const char *tag, const char *prefix) {
    size_t size = strlen(prefix);
    return cv_starts_with_ignoring_case(tag, prefix) && (!tag[size] || tag[size] == '-');
}

static const char *language_of_tag(const char *tag) {
    static const struct {
        const char *prefix, *language;
    } rows[] = {{"ja", "ja"},         {"ko", "ko"},         {"zh-Hant", "zh-Hant"},
                {"zh-TW", "zh-Hant"}, {"zh-HK", "zh-Hant"}, {"zh-MO", "zh-Hant"},
                {"yue", "zh-Hant"},   {"zh", "zh-Hans"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (is_within(tag, rows[i].prefix)) return rows[i].language;
    return NULL;
}

// NULL if no letter tells.
static const char *language_of_text(const char *text) {
    enum { FIRST_BYTE = 0xE3 }; // of U+3000 and all above
    while (text && *text) {
        if ((unsigned char)*text < FIRST_BYTE) {
            text++;
            continue;
        }
        const char *language = cv_unicode_language_of_script(cv_utf8_next(&text));
        if (language && (strcmp(language, "ja") == 0 || strcmp(language, "ko") == 0))
            return language;
    }
    return NULL;
}

static const char *language_of_block(const cv_block *block) {
    const char *language = language_of_text(block->text.string);
    return language ? language : language_of_text(block->right.string);
}

const char *cv_han_language(const cv_document *document) {
    const char *language = language_of_tag(document->language);
    for (size_t i = 0; !language && i < document->blocks.count; i++)
        language = language_of_block(&document->blocks.items[i]);
    return language ? language : "zh-Hans";
}
