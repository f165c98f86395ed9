// SPDX-License-Identifier: MIT
// spans.c - Span elements for words that a voice must change for, or that are drawn against the
// order of reading.
#include "document/composer.h"

#include "base/unicode.h"

// What sets a letter apart from the text around it.
typedef struct trait {
    const char *language; // the one its script tells, where that is not the document's; or NULL
    bool is_right_to_left;
} trait;

static trait trait_of(const cv_text_writer *writer, uint32_t code_point) {
    const char *language = cv_unicode_language_of_script(code_point);
    if (language && cv_starts_with(writer->composer->resume->language, language)) language = NULL;
    return (trait){language, cv_unicode_direction(code_point) == CV_DIRECTION_RIGHT_TO_LEFT};
}

static bool is_plain(trait each) { return !each.language && !each.is_right_to_left; }

static bool is_same(trait a, trait b) {
    return cv_equal(a.language, b.language) && a.is_right_to_left == b.is_right_to_left;
}

// Signs of a script, such as a gershayim, tell no language; they go with the letters.
static bool goes_on(uint32_t code_point, trait own, trait first) {
    return is_same(own, first) ||
           (own.is_right_to_left && first.is_right_to_left && !cv_unicode_is_letter(code_point));
}

// Where a stretch of words that begins at `at` with `first` ends; `at` for a single letter, which
// is a symbol: a micro sign, a lambda. Marks go with their letter.
static const char *end_of_words(const cv_text_writer *writer, const char *at, const char *end,
                                trait first) {
    const char *begin = at, *last = at;
    unsigned letters = 0;
    while (at < end) {
        bool follows = at == last;
        uint32_t code_point = cv_utf8_next(&at);
        trait own = trait_of(writer, code_point);
        if (is_plain(own) && follows && letters && cv_unicode_is_mark(code_point)) {
            last = at;
        } else if (is_plain(own)) {
            if (cv_unicode_is_letter(code_point)) break;
        } else {
            if (!goes_on(code_point, own, first)) break;
            last = at;
            letters++;
        }
    }
    return letters > 1 ? last : begin;
}

static void push_stretch(cv_text_writer *writer, cv_stretch stretch) {
    if (stretch.end > stretch.begin)
        CV_PUSH(writer->composer->arena, &writer->text.stretches, stretch);
}

static void push_span(cv_text_writer *writer, cv_stretch stretch, trait words) {
    cv_composer *composer = writer->composer;
    stretch.mark = cv_compose_element(composer, CV_TAG_SPAN, stretch.mark);
    cv_element *span = &composer->document->structure.items[stretch.mark];
    span->language = words.language;
    if (words.is_right_to_left)
        span->reading = cv_copy(composer->arena, writer->bytes.bytes + stretch.begin,
                                stretch.end - stretch.begin);
    push_stretch(writer, stretch);
}

// The whole stretch where the field runs from right to left, and what stands between its words with
// it.
static bool push_whole(cv_text_writer *writer, cv_stretch stretch) {
    const char *at = writer->bytes.bytes + stretch.begin, *end = writer->bytes.bytes + stretch.end;
    bool runs_so =
        writer->field ? writer->is_right_to_left : writer->composer->document->is_right_to_left;
    if (!runs_so || stretch.is_left_to_right ||
        !cv_unicode_has_right_to_left(at, (size_t)(end - at)))
        return false;
    trait words = {NULL, true};
    while (at < end && !words.language)
        words.language = trait_of(writer, cv_utf8_next(&at)).language;
    push_span(writer, stretch, words);
    return true;
}

void cv_write_stretch(cv_text_writer *writer, cv_stretch stretch) {
    if (push_whole(writer, stretch)) return;
    const char *string = writer->bytes.bytes, *end = string + stretch.end;
    cv_stretch rest = stretch;
    for (const char *at = string + stretch.begin; at < end;) {
        const char *begin = at;
        trait first = trait_of(writer, cv_utf8_next(&at));
        const char *words_end = is_plain(first) ? begin : end_of_words(writer, begin, end, first);
        if (words_end == begin) continue;
        rest.end = (uint32_t)(begin - string);
        push_stretch(writer, rest);
        cv_stretch words = stretch;
        words.begin = rest.end;
        words.end = rest.begin = (uint32_t)(words_end - string);
        push_span(writer, words, first);
        at = words_end;
    }
    rest.end = stretch.end;
    push_stretch(writer, rest);
}
