// SPDX-License-Identifier: MIT
// repeats.c - what was copied, and then not changed.
#include "review/rules.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT_BULLET = 4 }; // words: fewer may be true of two jobs

typedef struct keyed {
    const char *key;
    cv_span span;
    const cv_entry *entry;
    size_t place; // in the order of the pages
} keyed;
typedef struct keyed_list CV_ARRAY(keyed) keyed_list;

static int compare_keys(const void *left, const void *right) {
    const keyed *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    if (order) return order;
    return a->place < b->place ? -1 : a->place > b->place;
}

static unsigned line_of(const cv_review *review, cv_span span) {
    if (cv_report_is_full(review->report, CV_WARNING)) return 0; // nobody will see it
    return cv_source_locate(&review->report->sources.items[span.source], span.begin).line;
}

// What an alias of YAML repeats is repeated on purpose.
static bool is_alias(const keyed *a, const keyed *b) { return a->span.begin == b->span.begin; }

// Entries

static void add_part(cv_text_builder *key, const cv_text *text) {
    cv_text_add_string(key, text->string ? text->string : "");
    cv_text_add_char(key, '\n');
}

static void add_date(cv_text_builder *key, cv_date date) {
    cv_text_add(key, "%d-%d-%d\n", date.year, date.month, date.day);
}

// What tells entries apart, but for what is said about them.
static const char *entry_key(const cv_review *review, const cv_entry *entry) {
    cv_text_builder key = {.arena = review->arena};
    const cv_text *parts[] = {&entry->title,  &entry->organization, &entry->role,
                              &entry->degree, &entry->area,         &entry->venue,
                              &entry->name,   &entry->subtitle,     &entry->details};
    cv_text_add(&key, "%d\n", (int)entry->kind);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) add_part(&key, parts[i]);
    add_date(&key, entry->period.start);
    add_date(&key, entry->period.end);
    add_date(&key, entry->period.date);
    add_part(&key, &entry->period.words);
    return cv_text_string(&key);
}

static void check_entries(const cv_review *review, const cv_section *section) {
    keyed_list list = {0};
    for (size_t i = 0; i < section->entries.count; i++) {
        const cv_entry *entry = &section->entries.items[i];
        if (entry->roles.count) continue; // an employer may be left and come back to
        CV_PUSH(review->arena, &list, (keyed){entry_key(review, entry), entry->span, entry, i});
    }
    if (list.count) qsort(list.items, list.count, sizeof *list.items, compare_keys);
    for (size_t i = 1; i < list.count; i++) {
        const keyed *each = &list.items[i], *before = &list.items[i - 1];
        if (cv_equal(each->key, before->key) && !is_alias(each, before))
            cv_report_add(review->report, CV_DUPLICATE_ENTRY, each->span,
                          "%s stands here twice, first on line %u",
                          cv_review_entry_name(review, each->entry), line_of(review, before->span));
    }
}

// Bullets

// In lower case, without the punctuation at its end.
static const char *bullet_key(const cv_review *review, const char *text) {
    char *key = cv_copy_string(review->arena, text);
    for (char *at = key; *at; at++)
        if (*at >= 'A' && *at <= 'Z') *at = (char)(*at - 'A' + 'a');
    size_t size = strlen(key);
    while (size && strchr(" .,;:!", key[size - 1])) key[--size] = '\0';
    return key;
}

static void add_bullets(const cv_review *review, keyed_list *list, const cv_entry *entry,
                        const cv_bullets *bullets) {
    for (size_t i = 0; i < bullets->count; i++) {
        const cv_bullet *bullet = &bullets->items[i];
        const char *key = bullet_key(review, bullet->text.string);
        CV_PUSH(review->arena, list, (keyed){key, bullet->text.span, entry, list->count});
        add_bullets(review, list, entry, &bullet->bullets);
    }
}

static size_t count_words(const char *text) {
    size_t words = *text != '\0';
    for (; *text; text++) words += *text == ' ';
    return words;
}

static void check_bullets(const cv_review *review, keyed_list *list) {
    if (list->count) qsort(list->items, list->count, sizeof *list->items, compare_keys);
    for (size_t i = 1; i < list->count; i++) {
        const keyed *each = &list->items[i], *before = &list->items[i - 1];
        if (!cv_equal(each->key, before->key) || is_alias(each, before)) continue;
        if (each->entry != before->entry && count_words(each->key) < SHORT_BULLET) continue;
        cv_report_add(review->report, CV_DUPLICATE_BULLET, each->span,
                      "this bullet is the same as that on line %u", line_of(review, before->span));
    }
}

void cv_rule_repeats(const cv_review *review) {
    keyed_list bullets = {0};
    const cv_sections *sections = &review->shown->sections;
    for (size_t i = 0; i < sections->count; i++) {
        check_entries(review, &sections->items[i]);
        for (size_t j = 0; j < sections->items[i].entries.count; j++) {
            const cv_entry *entry = &sections->items[i].entries.items[j];
            add_bullets(review, &bullets, entry, &entry->bullets);
            for (size_t k = 0; k < entry->roles.count; k++)
                add_bullets(review, &bullets, entry, &entry->roles.items[k].bullets);
        }
    }
    check_bullets(review, &bullets);
}
