// SPDX-License-Identifier: MIT
// section_decode.c - sections: lists of entries, or mappings that have options beside them.
#include "resume/decode.h"

#include "resume/markup.h"
#include "resume/value.h"

// A section on its way: the entries can be read only when their kind is known.
typedef struct section_draft {
    cv_section section;
    cv_entry_kind kind; // of all entries; CV_ENTRY_KIND_COUNT: each of its own
    const cv_node *entries;
} section_draft;

#define MEMBER(name) offsetof(section_draft, name)

static void read_kind(const cv_node *node, void *target, const cv_decoder *decoder) {
    *(cv_entry_kind *)target = cv_entry_choose_kind(node, decoder);
}

static const char *const list_styles[] = {"bullet", "numbered", "reversed"};
enum { LIST_STYLE_COUNT = sizeof list_styles / sizeof *list_styles };

static void read_list_style(const cv_node *node, void *target, const cv_decoder *decoder) {
    static const cv_list_style styles[] = {CV_LIST_BULLET, CV_LIST_NUMBERED, CV_LIST_REVERSED};
    int choice = cv_value_choose(node, list_styles, LIST_STYLE_COUNT, decoder);
    if (choice >= 0) *(cv_list_style *)target = styles[choice];
}

static void read_entries(const cv_node *node, void *target, const cv_decoder *decoder) {
    if (node->kind == CV_NODE_LIST)
        *(const cv_node **)target = node;
    else
        cv_value_report_type(node, "a list", decoder);
}

static const cv_field fields[] = {
    {"title", cv_value_text, MEMBER(section.title), false, "text",
     "printed title, where it is not the key"},
    {"id", cv_value_aside, 0, false, "string", "a name for settings and variants to call it by"},
    {"type", read_kind, MEMBER(kind), false, "kind",
     "kind of all entries, where their keys do not say it"},
    {"list", read_list_style, MEMBER(section.list), false, "list_style",
     "bullet, numbered or reversed"},
    {"heading", cv_value_flag, MEMBER(section.shows_title), false, "flag",
     "false leaves the title out"},
    {"entries", read_entries, MEMBER(entries), true, "entries", "a list of entries"},
    {"tags", cv_value_tags, MEMBER(section.tags), false, "words", "words by which variants choose"},
    {"priority", cv_value_priority, MEMBER(section.priority), false, "priority",
     "1 (keep longest) to 5 (drop first), 3 if absent"},
    {"note", cv_value_aside, 0, false, "string", "for yourself: never printed"},
};

static void report_unknown(const cv_node *map, const cv_node *member, const cv_field_table *table,
                           const cv_decoder *decoder) {
    if (cv_entry_has_key(member->key))
        cv_report_add(decoder->report, CV_UNKNOWN_KEY, member->key_span,
                      "'%s' belongs to an entry, not to the section", member->key)
            ->hint = "a section is a list: begin each entry with '- '";
    else
        cv_field_report_unknown(map, member, table, decoder);
}

static const cv_field_table table = {CV_FIELDS(fields), NULL, report_unknown};

void cv_sections_describe(cv_schema *schema) {
    cv_fields_describe(&table, "section_options", "a section with options beside its entries",
                       schema);
    cv_schema_add_choice(schema, "list_style", list_styles, LIST_STYLE_COUNT);
}

static void add_section(const cv_node *node, cv_sections *sections, const cv_decoder *decoder) {
    section_draft draft = {.kind = CV_ENTRY_KIND_COUNT};
    draft.section = (cv_section){.id = node->id,
                                 .title = cv_text_plain(node->key, node->key_span, decoder->arena),
                                 .has_own_title = cv_tree_find(node, "title") != NULL,
                                 .shows_title = true,
                                 .priority = CV_PRIORITY_DEFAULT,
                                 .span = node->span};
    if (node->kind == CV_NODE_LIST) {
        draft.entries = node;
    } else if (node->kind == CV_NODE_MAP) {
        cv_fields_read(node, &table, &draft, decoder);
    } else {
        cv_value_report_type(node, "a list", decoder);
    }
    if (!draft.entries) return;
    cv_entries_decode(draft.entries, draft.kind, &draft.section.entries, decoder);
    if (draft.section.entries.count) CV_PUSH(decoder->arena, sections, draft.section);
}

void cv_sections_decode(const cv_node *node, void *target, const cv_decoder *decoder) {
    if (!cv_value_is_map(node, decoder)) return;
    for (const cv_node *section = node->first; section; section = section->next) {
        bool is_skipped = cv_starts_with(section->key, "x-") || cv_field_is_absent(section);
        if (!is_skipped) add_section(section, target, decoder);
    }
}
