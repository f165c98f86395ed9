// SPDX-License-Identifier: MIT
// pronouns.c - bullets that say "I": everybody knows whom they are about.
#include "review/rules.h"

#include "base/unicode.h"

#include <assert.h>
#include <string.h>

enum { MOST_WORDS = 16 };

// Whole words. English "I" is looked for by itself.
static const struct {
    const char *language;
    const char *words[MOST_WORDS];
} pronouns[] = {
    {"en", {"I", "me", "my", "My", "myself", "we", "We", "our", "Our"}},
    {"de",
     {"ich", "Ich", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner", "wir", "Wir",
      "unser", "unsere", "unseren", "unserer"}},
    {"fr", {"je", "Je", "mon", "Mon", "ma", "mes", "moi", "nous", "Nous", "notre", "nos"}},
    {"es", {"yo", "Yo", "mi", "mis", "nosotros", "nuestro", "nuestra", "nuestros"}},
    {"it", {"io", "Io", "mio", "mia", "miei", "noi", "nostro", "nostra"}},
    {"nl", {"ik", "Ik", "mijn", "Mijn", "wij", "onze"}},
    {"pt", {"eu", "Eu", "meu", "minha", "meus", "minhas", "nosso", "nossa"}},
};
enum { LANGUAGES = sizeof pronouns / sizeof *pronouns };

static const char *const *find_words(const char *language) {
    for (size_t i = 0; i < LANGUAGES; i++) {
        size_t size = strlen(pronouns[i].language);
        bool is_it = cv_starts_with(language, pronouns[i].language) &&
                     (language[size] == '\0' || language[size] == '-');
        if (is_it) return pronouns[i].words;
    }
    return NULL;
}

static bool is_word_byte(char byte) {
    return cv_is_letter(byte) || cv_is_digit(byte) || (unsigned char)byte >= 0x80;
}

// "Phase I trial", "I/O", "I-95" and "I. Newton" are about something else: the pronoun stands alone
// behind the beginning or a word in lower case, and before one ("I led", "what I'd say").
static bool is_pronoun_i(const char *text, const char *at) {
    const char *next = at[1] == ' ' ? at + 2 : at[1] == '\'' ? at + 2 : NULL;
    if (cv_starts_with(at + 1, "’")) next = at + 1 + strlen("’");
    if (!next || *next < 'a' || *next > 'z') return false;
    if (cv_starts_with(next, "and ") || cv_starts_with(next, "or ")) return false;
    const char *before = at;
    while (before > text && before[-1] == ' ') before--;
    while (before > text && is_word_byte(before[-1])) before--;
    bool is_first = before == at || (before == text && at[1] != ' ');
    return is_first || (*before >= 'a' && *before <= 'z') || !is_word_byte(*before);
}

// With a capital the word is a pronoun where it begins a sentence that goes on: "Our team", and not
// "Our World in Data" or "the page My Account".
static bool begins_sentence(const char *text, const char *at, const char *end) {
    const char *before = at;
    while (before > text && before[-1] == ' ') before--;
    if (before > text && (before == at || !strchr(".!?", before[-1]))) return false;
    if (*end != ' ') return cv_starts_with(end, "’") || *end == '\'';
    const char *next = end + 1;
    uint32_t letter = cv_utf8_next(&next);
    return cv_unicode_is_letter(letter) && !cv_unicode_is_upper(letter);
}

static bool ends_word(const char *at) { return !is_word_byte(*at) || cv_starts_with(at, "’"); }

static bool is_here(const char *text, const char *at, const char *word) {
    if (*at != *word) return false;
    size_t size = strlen(word);
    if (strncmp(at, word, size) != 0 || !ends_word(at + size)) return false;
    if (at > text && (is_word_byte(at[-1]) || strchr("-/.@\"", at[-1]))) return false;
    if (cv_equal(word, "I")) return is_pronoun_i(text, at);
    if (*word >= 'A' && *word <= 'Z' && !begins_sentence(text, at, at + size)) return false;
    return !strchr("-/.@", at[size]) || at[size] == '\0' ||
           (at[size] == '.' && !is_word_byte(at[size + 1]));
}

static const char *find_pronoun(const char *text, const char *const *words) {
    for (const char *at = text; *at; at++) {
        if (at > text && is_word_byte(at[-1])) continue;
        for (size_t i = 0; i < MOST_WORDS && words[i]; i++)
            if (is_here(text, at, words[i])) return words[i];
    }
    return NULL;
}

static void check(const cv_review *review, const cv_text *text) {
    const char *const *words = find_words(review->shown->language);
    assert(words); // the rule was not called for another language
    const char *word = find_pronoun(text->string, words);
    if (word)
        cv_report_add(review->report, CV_FIRST_PERSON, cv_review_word(review, text->span, word),
                      "'%s' can be left out: a bullet is about you", word);
}

void cv_rule_pronouns(const cv_review *review) {
    if (find_words(review->shown->language)) cv_review_bullets(review, check);
}
