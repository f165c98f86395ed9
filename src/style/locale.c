// SPDX-License-Identifier: MIT
// locale.c - the words of a language, from data/locales/.
#include "style/locale.h"

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "style/design.h"

#include <stddef.h>
#include <string.h>

typedef struct word {
    const char *key;
    size_t offset; // in cv_locale
} word;

static const word words[] = {
    {"present", offsetof(cv_locale, present)},
    {"summary", offsetof(cv_locale, summary)},
    {"score", offsetof(cv_locale, score)},
    {"courses", offsetof(cv_locale, courses)},
    {"degree_in_area", offsetof(cv_locale, degree_in_area)},
    {"keywords", offsetof(cv_locale, keywords)},
    {"photo", offsetof(cv_locale, photo)},
    {"title", offsetof(cv_locale, title)},
    {"list_separator", offsetof(cv_locale, list_separator)},
    {"colon", offsetof(cv_locale, colon)},
    {"quote_open", offsetof(cv_locale, quote_open)},
    {"quote_close", offsetof(cv_locale, quote_close)},
    {"inner_quote_open", offsetof(cv_locale, inner_quote_open)},
    {"inner_quote_close", offsetof(cv_locale, inner_quote_close)},
    {"mail_to", offsetof(cv_locale, mail_to)},
    {"call", offsetof(cv_locale, call)},
    {"open", offsetof(cv_locale, open)},
};
enum { WORD_COUNT = sizeof words / sizeof *words };

static const char **place_of(cv_locale *locale, const word *each) {
    return (const char **)((char *)locale + each->offset);
}

static const word *find_word(const char *key) {
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (strcmp(words[i].key, key) == 0) return &words[i];
    return NULL;
}

static void report_unknown_word(const cv_node *node, cv_report *report) {
    const char *keys[WORD_COUNT];
    for (size_t i = 0; i < WORD_COUNT; i++) keys[i] = words[i].key;
    cv_design_report_unknown_key(report, node, keys, WORD_COUNT);
}

static void decode(const cv_node *map, cv_locale *locale, cv_report *report) {
    for (const cv_node *member = map->first; member; member = member->next) {
        const word *found = find_word(member->key);
        if (!found)
            report_unknown_word(member, report);
        else if (member->kind == CV_NODE_TEXT)
            *place_of(locale, found) = member->text;
    }
    for (size_t i = 0; i < WORD_COUNT; i++) {
        const char **place = place_of(locale, &words[i]);
        if (*place) continue;
        cv_report_add(report, CV_MISSING_KEY, map->span, "missing word '%s'", words[i].key);
        *place = "";
    }
}

// RFC 5646, 2.1, as far as file names care: subtags of letters and digits, the first of letters.
static bool is_tag(const char *text) {
    size_t size = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (size < 2 || size > 8 || (text[size] && text[size] != '-')) return false;
    for (const char *at = text; *at; at++)
        if (!cv_is_letter(*at) && !cv_is_digit(*at) && (*at != '-' || !at[1] || at[1] == '-'))
            return false;
    return strlen(text) <= 35; // RFC 5646, 4.4.1
}

// The name of the file: the language in lower case. `no` is the macrolanguage of `nb`, and means
// it.
static char *file_name(cv_arena *arena, const char *tag) {
    size_t size = strcspn(tag, "-");
    char *name = cv_copy_string(arena, tag);
    for (size_t i = 0; i < size; i++)
        if (name[i] >= 'A' && name[i] <= 'Z') name[i] = (char)(name[i] + ('a' - 'A'));
    if (size == 2 && cv_starts_with(name, "no")) name[1] = 'b', name[0] = 'n';
    return name;
}

static const char *refuse(const cv_node *language, cv_report *report) {
    const char *hint = strchr(language->text, '_') ? "write a hyphen, as in pt-BR"
                                                   : "write a tag such as en, de or pt-BR";
    cv_report_add(report, CV_BAD_LANGUAGE, language->span, "'%s' is not a language", language->text)
        ->hint = hint;
    return "en";
}

static const char *read_tag(const cv_node *language, cv_report *report) {
    if (!language || language->kind == CV_NODE_NULL) return "en";
    if (language->kind == CV_NODE_TEXT)
        return is_tag(language->text) && cv_unicode_knows_language(language->text)
                   ? language->text
                   : refuse(language, report);
    cv_report_add(report, CV_WRONG_TYPE, language->span, "'language' must be text, not %s",
                  cv_node_kind_name(language));
    return "en";
}

static void warn_of_english(const cv_node *language, const char *tag, const cv_locale *locale,
                            cv_report *report) {
    cv_report_add(report, CV_ENGLISH_WORDS, language->span,
                  "no words in the language '%s': '%s', '%s', 'Score', 'Courses' and 'Keywords' "
                  "will be English",
                  tag, locale->present, locale->summary)
        ->hint =
        "write these as text of your own: `date:` for a time that has not ended, a section "
        "for the summary, bullets for the rest";
}

cv_bytes cv_locale_find_file(const char *folder, const char *language, cv_data data,
                             cv_arena *arena, const char **file) {
    char *name = file_name(arena, language);
    for (;;) {
        *file = cv_format(arena, "%s/%s.yaml", folder, name);
        cv_bytes bytes = data.find(data.data, *file);
        char *cut = strrchr(name, '-');
        if (bytes.size || !cut) return bytes;
        *cut = '\0';
    }
}

const cv_locale *cv_locale_resolve(const cv_node *language, cv_data data, cv_arena *arena,
                                   cv_report *report) {
    static const char folder[] = "data/locales";
    cv_locale *locale = CV_NEW(arena, cv_locale);
    locale->language = read_tag(language, report);
    locale->zero = cv_unicode_zero(locale->language);
    const char *file;
    cv_bytes bytes = cv_locale_find_file(folder, locale->language, data, arena, &file);
    bool is_known = bytes.size > 0;
    if (!is_known) bytes = cv_locale_find_file(folder, "en", data, arena, &file);
    const cv_node *map = cv_data_read(data, file, bytes, arena, report);
    if (map) decode(map, locale, report);
    if (!is_known) warn_of_english(language, locale->language, locale, report);
    return locale;
}

void cv_locale_dump(const cv_locale *locale, cv_text_builder *out) {
    cv_text_add(out, "locale.language ");
    cv_text_add_quoted(out, locale->language);
    for (size_t i = 0; i < WORD_COUNT; i++) {
        cv_text_add(out, "\nlocale.%s ", words[i].key);
        cv_text_add_quoted(out, *(const char *const *)((const char *)locale + words[i].offset));
    }
    cv_text_add_char(out, '\n');
}
