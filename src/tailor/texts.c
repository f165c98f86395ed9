// SPDX-License-Identifier: MIT
// texts.c - walks over all texts that a person reads, copying what changes.
#include "tailor/texts.h"

#include "base/unicode.h"
#include "tailor/copy.h"

#include <string.h>

// Names, and what is never printed.
static bool is_kept(const char *key) {
    static const char *const kept[] = {"id", "tags", "priority", "note", "type", "list", "heading"};
    for (size_t i = 0; key && i < sizeof kept / sizeof *kept; i++)
        if (cv_equal(key, kept[i])) return true;
    return key && cv_starts_with(key, "x-");
}

// Languages

static bool is_in_languages(const cv_node *node) {
    if (node->kind != CV_NODE_MAP || !node->first) return false;
    for (const cv_node *each = node->first; each; each = each->next) {
        if (each->kind != CV_NODE_TEXT && each->kind != CV_NODE_NULL) return false;
        if (!cv_unicode_is_language_tag(each->key) || !cv_unicode_knows_language(each->key))
            return false;
    }
    return true;
}

// "pt-BR", then "pt".
static const cv_node *find_language(const cv_node *map, const char *language, cv_arena *arena) {
    char *tag = cv_copy_string(arena, language);
    for (;;) {
        for (const cv_node *each = map->first; each; each = each->next)
            if (cv_equal_ignoring_case(each->key, tag)) return each;
        char *cut = strrchr(tag, '-');
        if (!cut) return NULL;
        *cut = '\0';
    }
}

static void report_missing(const cv_node *map, const cv_texts_choice *choice) {
    cv_report *report = choice->report;
    cv_diagnostic *found = cv_report_add(
        report, CV_NO_TRANSLATION, map->key ? map->key_span : map->span,
        "'%s' is not in the language '%s'", map->key ? map->key : "this text", choice->language);
    if (found == &report->overflow) return;
    cv_text_builder hint = {.arena = report->arena};
    cv_text_add_string(&hint, "it is in");
    for (const cv_node *each = map->first; each; each = each->next)
        cv_text_add(&hint, "%s %s", each == map->first ? "" : each->next ? "," : " and", each->key);
    cv_text_add(&hint, "; add '%s: …'", choice->language);
    found->hint = cv_text_string(&hint);
}

static const cv_node *choose_language(const cv_node *map, const cv_texts_choice *choice) {
    const cv_node *found = find_language(map, choice->language, choice->arena);
    if (!found) report_missing(map, choice);
    cv_node *text = cv_node_copy(map, choice->arena);
    cv_node_put(text, found ? found : map->first);
    return text;
}

// Walking

static const cv_node *settle(const cv_node *node, const cv_texts_choice *choice, bool is_fact);

static const cv_node *fill(const cv_node *node, const cv_texts_choice *choice, bool is_fact) {
    const char *text = cv_variables_fill(choice->variables, node->text, node->span, is_fact);
    if (text == node->text) return node;
    cv_node *filled = cv_node_copy(node, choice->arena);
    filled->text = text;
    return filled;
}

static const cv_node *settle_children(const cv_node *node, const cv_texts_choice *choice,
                                      bool is_fact) {
    cv_node *copy = NULL, *place = NULL; // of the child, once there are copies
    for (const cv_node *child = node->first; child; child = child->next) {
        const cv_node *settled = is_kept(child->key) ? child : settle(child, choice, is_fact);
        if (settled != child && !copy) {
            copy = cv_node_copy(node, choice->arena);
            cv_node_copy_children(copy, choice->arena);
            place = copy->first;
            for (const cv_node *at = node->first; at != child; at = at->next) place = place->next;
        }
        if (settled != child) cv_node_put(place, settled);
        if (place) place = place->next;
    }
    return copy ? copy : node;
}

static const cv_node *settle(const cv_node *node, const cv_texts_choice *choice, bool is_fact) {
    if (is_in_languages(node)) node = choose_language(node, choice);
    switch (node->kind) {
    case CV_NODE_TEXT: return fill(node, choice, is_fact);
    case CV_NODE_LIST:
    case CV_NODE_MAP: return settle_children(node, choice, is_fact);
    case CV_NODE_NULL: break;
    }
    return node;
}

const cv_node *cv_text_settle(const cv_node *node, const cv_texts_choice *choice) {
    return settle(node, choice, false);
}

static void settle_member(cv_node *map, const char *key, const cv_texts_choice *choice,
                          bool is_fact) {
    cv_node *member = cv_node_find_copied(map, key);
    if (member) cv_node_put(member, settle(member, choice, is_fact));
}

// The key is the title of a section without `title:`.
static void settle_section(cv_node *section, const cv_texts_choice *choice) {
    section->key = cv_variables_fill(choice->variables, section->key, section->key_span, false);
    if (section->kind == CV_NODE_MAP) {
        cv_node_copy_children(section, choice->arena);
        settle_member(section, "title", choice, false);
        settle_member(section, "entries", choice, true);
    } else {
        cv_node_put(section, settle(section, choice, true));
    }
}

void cv_texts_settle(cv_node *root, const cv_texts_choice *choice) {
    static const char *const keys[] = {"name", "headline", "contact", "summary"};
    cv_node_copy_children(root, choice->arena);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        settle_member(root, keys[i], choice, false);
    cv_node *sections = cv_node_find_copied(root, "sections");
    if (!sections || sections->kind != CV_NODE_MAP) return;
    cv_node_copy_children(sections, choice->arena);
    for (cv_node *section = sections->first; section; section = section->next)
        if (!cv_starts_with(section->key, "x-")) settle_section(section, choice);
}
