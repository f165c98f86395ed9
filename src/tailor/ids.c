// SPDX-License-Identifier: MIT
// ids.c - finds, checks and compares ids.
#include "tailor/ids.h"

#include "base/unicode.h"
#include "tailor/copy.h"

#include <stdlib.h>
#include <string.h>

typedef struct given_id {
    const char *id;
    cv_span span;
    size_t place; // in the order of the file
} given_id;

typedef struct given_ids CV_ARRAY(given_id) given_ids;

typedef struct assigner {
    cv_arena *arena;
    cv_report *report;
    given_ids sections, entries;
} assigner;

static const cv_node *find_id(const cv_node *node) {
    const cv_node *id = cv_tree_find(node, "id");
    return id && id->kind == CV_NODE_TEXT && id->text[0] ? id : NULL;
}

// Marks belong to the letter before them: most Indian scripts cannot be written without.
static bool is_part_of_word(uint32_t code_point) {
    return cv_unicode_is_letter(code_point) || cv_unicode_is_digit(code_point) ||
           cv_unicode_is_mark(code_point);
}

static const char *id_of_key(const char *key, cv_arena *arena) {
    const char *lower = cv_unicode_lower(arena, cv_unicode_nfc(arena, key), "");
    cv_text_builder id = {.arena = arena};
    while (*lower) {
        uint32_t code_point = cv_utf8_next(&lower);
        if (is_part_of_word(code_point))
            cv_text_add_code_point(&id, code_point);
        else if (!id.size || id.bytes[id.size - 1] != '-')
            cv_text_add_char(&id, '-');
    }
    return cv_text_string(&id);
}

const char *cv_section_id(const cv_node *section, cv_arena *arena) {
    const cv_node *id = find_id(section);
    return id ? id->text : id_of_key(section->key, arena);
}

const char *cv_entry_id(const cv_node *entry) {
    const cv_node *id = find_id(entry);
    return id ? id->text : NULL;
}

// A point would end a step of a path, and a number would be a position.
static bool is_valid_id(const char *id) {
    bool is_number = true;
    while (*id) {
        uint32_t code_point = cv_utf8_next(&id);
        if (!is_part_of_word(code_point) && code_point != '-' && code_point != '_') return false;
        if (!cv_unicode_is_digit(code_point)) is_number = false;
    }
    return !is_number;
}

static void check_id(assigner *ids, const cv_node *node) {
    const cv_node *id = find_id(node);
    if (!id || is_valid_id(id->text)) return;
    cv_report_add(ids->report, CV_BAD_VALUE, id->span, "'%s' cannot be an id", id->text)->hint =
        "an id is made of letters, digits, '-' and '_', and is not a number";
}

static int compare_ids(const void *left, const void *right) {
    const given_id *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    if (order) return order;
    return a->place < b->place ? -1 : a->place > b->place;
}

static void report_duplicate(assigner *ids, const given_id *first, const given_id *second,
                             const char *what) {
    cv_report *report = ids->report;
    cv_diagnostic *found = cv_report_add(report, CV_DUPLICATE_ID, second->span,
                                         "two %s have the id '%s'", what, second->id);
    if (found == &report->overflow || first->span.source >= report->sources.count) return;
    const cv_source *source = &report->sources.items[first->span.source];
    cv_place place = cv_source_locate(source, first->span.begin);
    found->hint = cv_format(report->arena, "the first is on line %u of %s; give one another 'id'",
                            (unsigned)place.line, source->name);
}

static void report_duplicates(assigner *ids, given_ids *given, const char *what) {
    if (given->count) qsort(given->items, given->count, sizeof *given->items, compare_ids);
    size_t first = 0;
    for (size_t i = 1; i < given->count; i++) {
        if (cv_equal(given->items[i].id, given->items[first].id))
            report_duplicate(ids, &given->items[first], &given->items[i], what);
        else
            first = i;
    }
}

static void assign_entry_ids(assigner *ids, cv_node *list) {
    const cv_node *any = list->first;
    while (any && !find_id(any)) any = any->next;
    if (!any) return; // the usual case: nothing to change
    cv_node_copy_children(list, ids->arena);
    for (cv_node *entry = list->first; entry; entry = entry->next) {
        const cv_node *own = find_id(entry);
        entry->id = own ? own->text : NULL;
        if (!own) continue;
        check_id(ids, entry);
        given_id given = {entry->id, own->span, ids->entries.count};
        CV_PUSH(ids->arena, &ids->entries, given);
    }
}

static void assign_section_id(assigner *ids, cv_node *section) {
    section->id = cv_section_id(section, ids->arena);
    check_id(ids, section);
    const cv_node *own = find_id(section);
    given_id given = {section->id, own ? own->span : section->key_span, ids->sections.count};
    CV_PUSH(ids->arena, &ids->sections, given);
    if (section->kind == CV_NODE_LIST) {
        assign_entry_ids(ids, section);
    } else if (cv_tree_find(section, "entries")) {
        cv_node_copy_children(section, ids->arena);
        assign_entry_ids(ids, cv_node_find_copied(section, "entries"));
    }
}

void cv_ids_assign(cv_node *root, cv_arena *arena, cv_report *report) {
    assigner ids = {.arena = arena, .report = report};
    if (!cv_tree_find(root, "sections")) return;
    cv_node_copy_children(root, arena);
    cv_node *sections = cv_node_find_copied(root, "sections");
    if (sections->kind != CV_NODE_MAP) return;
    cv_node_copy_children(sections, arena);
    for (cv_node *section = sections->first; section; section = section->next)
        if (section->kind != CV_NODE_NULL) assign_section_id(&ids, section);
    report_duplicates(&ids, &ids.sections, "sections");
    report_duplicates(&ids, &ids.entries, "entries");
}
