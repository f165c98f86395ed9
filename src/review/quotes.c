// SPDX-License-Identifier: MIT
// quotes.c - straight quotes that nobody will make typographic.
#include "review/rules.h"

#include <string.h>

// The first outside code, NULL if there is none.
static const char *find_quote(const cv_text *text) {
    const char *at = text->string;
    for (size_t i = 0; i < text->count; i++) {
        const cv_inline *part = &text->parts[i];
        const char *quote = part->style & CV_CODE ? NULL : strpbrk(part->string, "\"'");
        if (quote) return at + (quote - part->string);
        at += strlen(part->string);
    }
    return NULL;
}

// YAML may have quotes of its own around the text: found is the word that the quote belongs to.
static cv_span find_place(const cv_review *review, const cv_text *text, const char *quote) {
    const char *begin = quote;
    while (begin > text->string && begin[-1] != ' ') begin--;
    const char *word = cv_copy(review->arena, begin, strcspn(begin, " "));
    cv_span span = cv_review_narrow(review, text->span, word);
    bool is_found = span.end - span.begin == strlen(word);
    if (!is_found) return text->span;
    span.begin += (uint32_t)(quote - begin);
    span.end = span.begin + 1;
    return span;
}

static void check(const cv_review *review, const cv_text *text) {
    const char *quote = find_quote(text);
    if (quote)
        cv_report_add(review->report, CV_STRAIGHT_QUOTE, find_place(review, text, quote),
                      "this quote stays straight, for design.text.smart is off")
            ->hint = "write “ ” and ’ themselves, or leave smart on";
}

void cv_rule_quotes(const cv_review *review) {
    if (!review->style->is_smart) cv_review_texts(review, check);
}
