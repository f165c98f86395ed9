// SPDX-License-Identifier: MIT
// words.c - the the same word twice.
#include "review/rules.h"

#include "base/unicode.h"

#include <string.h>

// Languages in which a doubled word is a slip but for those listed. In Turkish, Vietnamese or Malay
// it is grammar.
static const struct {
    const char *language;
    const char *doubled[4];
} languages[] = {
    {"en", {"had", "that", "very"}},
    {"de", {"die", "der", "das", "sie"}},
    {"fr", {"nous", "vous"}},
    {"nl", {"die", "dat", "er"}},
    {"es", {NULL}},
    {"pt", {NULL}},
    {"it", {"piano", "man", "via"}},
    {"sv", {NULL}},
    {"da", {NULL}},
    {"nb", {NULL}},
    {"no", {NULL}},
    {"fi", {NULL}},
    {"pl", {NULL}},
    {"cs", {NULL}},
    {"ro", {NULL}},
    {"ru", {NULL}},
    {"uk", {NULL}},
    {"el", {NULL}},
};
enum { LANGUAGES = sizeof languages / sizeof *languages };

static const char *const *find_doubled(const char *language) {
    size_t size = strcspn(language, "-");
    for (size_t i = 0; i < LANGUAGES; i++)
        if (strlen(languages[i].language) == size &&
            strncmp(language, languages[i].language, size) == 0)
            return languages[i].doubled;
    return NULL;
}

static bool is_letter_byte(char byte) { return cv_is_letter(byte) || (unsigned char)byte >= 0x80; }

static size_t word_size(const char *at) {
    size_t size = 0;
    while (is_letter_byte(at[size])) size++;
    return size;
}

static bool is_ordinary(const char *word, size_t size, const char *const *doubled) {
    for (size_t i = 0; i < 4 && doubled[i]; i++)
        if (strlen(doubled[i]) == size && memcmp(doubled[i], word, size) == 0) return true;
    return false;
}

static bool is_same(const char *a, const char *b, size_t size) {
    for (size_t i = 0; i < size; i++) {
        char left = a[i], right = b[i];
        if (left >= 'A' && left <= 'Z') left = (char)(left - 'A' + 'a');
        if (left != right) return false;
    }
    return true;
}

// A second one with a capital is a name: "Walla Walla".
static bool is_repeated(const char *first, const char *second, size_t size) {
    const char *rest = second;
    if (!is_same(first, second, size) || word_size(second) != size) return false;
    bool is_long = size > 1 || *second == 'a';
    return is_long && !cv_unicode_is_upper(cv_utf8_next(&rest)) && !cv_is_digit(second[size]) &&
           !strchr("-'/", second[size] ? second[size] : ' ');
}

static bool is_code(const cv_text *text, size_t offset) {
    for (size_t i = 0; i < text->count; i++) {
        size_t size = strlen(text->parts[i].string);
        if (offset < size) return text->parts[i].style & CV_CODE;
        offset -= size;
    }
    return false;
}

// Where it stands in the source: behind itself, with blanks or a marker of Markdown between.
static cv_span find_place(const cv_review *review, cv_span span, const char *word) {
    size_t size = strlen(word);
    for (cv_span rest = span; rest.begin < span.end;) {
        cv_span found = cv_review_word(review, rest, word);
        if (found.end - found.begin != size) break;
        const unsigned char *bytes = review->report->sources.items[span.source].bytes.data;
        uint32_t before = found.begin;
        while (before > span.begin && strchr(" \t\r\n*_", bytes[before - 1])) before--;
        bool has_room = before < found.begin && before >= span.begin + size;
        if (has_room && is_same((const char *)bytes + before - size, word, size)) return found;
        rest.begin = found.end;
    }
    return span;
}

static void check(const cv_review *review, const cv_text *text) {
    const char *const *doubled = find_doubled(review->shown->language);
    for (const char *at = text->string; *at;) {
        size_t size = word_size(at);
        const char *next = at + size;
        bool is_alone = at == text->string || at[-1] == ' ' || strchr("(\"'", at[-1]);
        if (size && is_alone && *next == ' ' && is_repeated(at, next + 1, size) &&
            !is_ordinary(next + 1, size, doubled) &&
            !is_code(text, (size_t)(next + 1 - text->string))) {
            const char *word = cv_copy(review->arena, next + 1, size);
            cv_report_add(review->report, CV_REPEATED_WORD, find_place(review, text->span, word),
                          "'%s' stands here twice in a row", word);
        }
        at = size ? next : next + 1;
    }
}

void cv_rule_words(const cv_review *review) {
    if (find_doubled(review->shown->language)) cv_review_texts(review, check);
}
