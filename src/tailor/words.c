// SPDX-License-Identifier: MIT
// words.c - reads words, and looks them up among those that the resume has.
#include "tailor/words.h"

#include "base/limits.h"
#include "base/suggest.h"
#include "source/name_table.h"
#include "tailor/ids.h"

#include <stddef.h>

typedef struct name_list CV_ARRAY(const char *) name_list;

// What there is, by name and in the order of the file.
typedef struct vocabulary {
    cv_arena *arena;
    cv_name_table table; // number: 1 + how often a check has met the name
    name_list names;
} vocabulary;

static void add_word(cv_words *words, const cv_node *node, cv_arena *arena, cv_report *report) {
    const char *string = node->kind == CV_NODE_TEXT ? cv_collapse_blanks(arena, node->text) : NULL;
    if (!string)
        cv_report_add(report, CV_WRONG_TYPE, node->span, "this must be text, not %s",
                      cv_node_kind_name(node));
    else if (*string)
        CV_PUSH(arena, words, (cv_word){string, node->span});
}

cv_words cv_words_read(const cv_node *node, cv_arena *arena, cv_report *report) {
    cv_words words = {0};
    if (node->kind == CV_NODE_MAP)
        cv_report_add(report, CV_WRONG_TYPE, node->span, "'%s' must be a list, not a mapping",
                      node->key);
    else if (node->kind == CV_NODE_TEXT)
        add_word(&words, node, arena, report);
    for (const cv_node *item = node->first; item && node->kind == CV_NODE_LIST; item = item->next)
        if (item->kind != CV_NODE_NULL) add_word(&words, item, arena, report);
    if (words.count > CV_LIMIT_WORDS) {
        cv_report_add(report, CV_TOO_MANY_NAMES, node->span, "'%s' may have %d words, not %zu",
                      node->key, CV_LIMIT_WORDS, words.count);
        words.count = CV_LIMIT_WORDS;
    }
    return words;
}

static void add_name(vocabulary *all, const char *name) {
    uint32_t *number = cv_name_number(&all->table, name, all->arena);
    if (*number) return;
    *number = 1;
    CV_PUSH(all->arena, &all->names, name);
}

static void add_tag(vocabulary *all, const cv_node *tag) {
    if (tag->kind == CV_NODE_TEXT) add_name(all, cv_collapse_blanks(all->arena, tag->text));
}

// The tags of a section, entry, role or bullet, and of those within.
static void add_tags(vocabulary *all, const cv_node *item) {
    const cv_node *tags = cv_tree_find(item, "tags");
    if (tags) add_tag(all, tags);
    for (const cv_node *tag = tags ? tags->first : NULL; tag; tag = tag->next) add_tag(all, tag);
    for (const cv_node *child = item->first; child; child = child->next)
        if (child != tags) add_tags(all, child);
}

static const cv_node *first_section(const cv_node *tree) {
    const cv_node *sections = cv_tree_find(tree, "sections");
    return sections && sections->kind == CV_NODE_MAP ? sections->first : NULL;
}

// "the tags are a, b, c".
static const char *suggest(const vocabulary *all, const char *word, const char *what,
                           cv_arena *arena) {
    const char *near = cv_suggest(word, all->names.items, all->names.count);
    if (near) return cv_format(arena, "did you mean '%s'?", near);
    if (!all->names.count) return cv_format(arena, "there are no %s", what);
    cv_text_builder text = {.arena = arena};
    cv_text_add(&text, "the %s are", what);
    for (size_t i = 0; i < all->names.count; i++)
        cv_text_add(&text, "%s %s", i ? "," : "", all->names.items[i]);
    return cv_text_string(&text);
}

void cv_words_check_tags(const cv_words *words, const cv_node *tree, cv_arena *arena,
                         cv_report *report) {
    if (!words->count) return;
    vocabulary all = {.arena = cv_arena_child(arena)};
    for (const cv_node *section = first_section(tree); section; section = section->next)
        add_tags(&all, section);
    for (size_t i = 0; i < words->count; i++) {
        const cv_word *word = &words->items[i];
        if (*cv_name_number(&all.table, word->string, all.arena)) continue;
        cv_diagnostic *found = cv_report_add(report, CV_UNKNOWN_TAG, word->span,
                                             "no item has the tag '%s'", word->string);
        if (found != &report->overflow)
            found->hint = suggest(&all, word->string, "tags", report->arena);
    }
    cv_arena_destroy(all.arena);
}

void cv_words_check_sections(const cv_words *words, const cv_node *tree, cv_arena *arena,
                             cv_report *report) {
    if (!words->count) return;
    vocabulary all = {.arena = cv_arena_child(arena)};
    for (const cv_node *section = first_section(tree); section; section = section->next)
        if (section->kind != CV_NODE_NULL) add_name(&all, cv_section_id(section, all.arena));
    for (size_t i = 0; i < words->count; i++) {
        const cv_word *word = &words->items[i];
        uint32_t *number = cv_name_number(&all.table, word->string, all.arena);
        if (*number == 1) {
            ++*number;
        } else if (*number) {
            cv_report_add(report, CV_BAD_VALUE, word->span, "the section '%s' is listed twice",
                          word->string);
        } else {
            cv_diagnostic *found = cv_report_add(report, CV_UNKNOWN_SECTION, word->span,
                                                 "there is no section '%s'", word->string);
            if (found != &report->overflow)
                found->hint = suggest(&all, word->string, "sections", report->arena);
        }
    }
    cv_arena_destroy(all.arena);
}
