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

// Where in its parts a text has been read to.
typedef struct reader {
    const cv_text *text;
    size_t part;
    const char *part_end; // in the whole text
} reader;

// Whether `at`, which is not before what was asked for last, is in code.
static bool is_code(reader *self, const char *at) {
    const cv_text *text = self->text;
    while (at >= self->part_end && self->part + 1 < text->count)
        self->part_end += strlen(text->parts[++self->part].string);
    return text->parts[self->part].style & CV_CODE;
}

// Where it stands in the source: behind itself, with blanks or a marker of Markdown between. What
// has been passed is taken off `rest`.
static cv_span find_place(const cv_review *review, cv_span *rest, const char *word) {
    size_t size = strlen(word);
    cv_span whole = *rest;
    while (rest->begin < rest->end) {
        cv_span found = cv_review_word(review, *rest, word);
        if (found.end - found.begin != size) break;
        const unsigned char *bytes = review->report->sources.items[rest->source].bytes.data;
        uint32_t before = found.begin;
        while (before > whole.begin && strchr(" \t\r\n*_", bytes[before - 1])) before--;
        bool has_room = before < found.begin && before >= whole.begin + size;
        rest->begin = found.end;
        if (has_room && is_same((const char *)bytes + before - size, word, size)) return found;
    }
    rest->begin = rest->end; // it was written with an escape, say: nor will others be found
    return whole;
}

static void check(const cv_review *review, const cv_text *text) {
    const char *const *doubled = find_doubled(review->shown->language);
    reader self = {text, 0, text->string + strlen(text->parts[0].string)};
    cv_span rest = text->span;
    for (const char *at = text->string; *at && !cv_report_is_full(review->report, CV_WARNING);) {
        size_t size = word_size(at);
        const char *next = at + size;
        bool is_alone = at == text->string || at[-1] == ' ' || strchr("(\"'", at[-1]);
        if (size && is_alone && *next == ' ' && is_repeated(at, next + 1, size) &&
            !is_ordinary(next + 1, size, doubled) && !is_code(&self, next + 1)) {
            const char *word = cv_copy(review->arena, next + 1, size);
            cv_report_add(review->report, CV_REPEATED_WORD, find_place(review, &rest, word),
                          "'%s' stands here twice in a row", word);
        }
        at = size ? next : next + 1;
    }
}

void cv_rule_words(const cv_review *review) {
    if (find_doubled(review->shown->language)) cv_review_texts(review, check);
}
