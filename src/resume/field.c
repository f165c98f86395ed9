// SPDX-License-Identifier: MIT
// field.c - one loop for all mappings of a resume.
#include "resume/field.h"

#include "base/suggest.h"
#include "base/unicode.h"

#include <assert.h>
#include <string.h>

const cv_field *cv_field_find(const cv_field_table *table, const char *key) {
    for (; table; table = table->common)
        for (size_t i = 0; i < table->count; i++)
            if (cv_equal(table->fields[i].key, key)) return &table->fields[i];
    return NULL;
}

static size_t collect_keys(const cv_field_table *table, const char *keys[CV_FIELDS_MAX]) {
    size_t count = 0;
    for (; table; table = table->common) {
        assert(count + table->count <= CV_FIELDS_MAX);
        for (size_t i = 0; i < table->count; i++) keys[count++] = table->fields[i].key;
    }
    return count;
}

const char *cv_field_suggest(const cv_field_table *table, const char *key) {
    const char *keys[CV_FIELDS_MAX];
    return cv_suggest(key, keys, collect_keys(table, keys));
}

static const char *list_keys(const cv_field_table *table, cv_arena *arena) {
    const char *keys[CV_FIELDS_MAX];
    size_t count = collect_keys(table, keys);
    cv_text_builder list = {.arena = arena};
    cv_text_add_string(&list, "the keys here are");
    for (size_t i = 0; i < count; i++) cv_text_add(&list, "%s %s", i ? "," : "", keys[i]);
    return cv_text_string(&list);
}

// "email:ada@example.org" in braces is a key as a whole. NULL if it does not begin with one.
static const char *hint_for_joined(const cv_field_table *table, const char *key, cv_arena *arena) {
    const char *colon = strchr(key, ':');
    if (!colon || !colon[1]) return NULL;
    const char *own = cv_copy(arena, key, (size_t)(colon - key));
    if (!cv_field_find(table, own)) return NULL;
    return cv_format(arena, "write a space after the colon: %s: %s", own, colon + 1);
}

void cv_field_report_unknown(const cv_node *map, const cv_node *member, const cv_field_table *table,
                             const cv_decoder *decoder) {
    (void)map;
    cv_report *report = decoder->report;
    cv_diagnostic *found =
        cv_report_add(report, CV_UNKNOWN_KEY, member->key_span, "unknown key '%s'", member->key);
    if (found == &report->overflow) return; // nobody will see the hint
    found->hint = hint_for_joined(table, member->key, report->arena);
    if (found->hint) return;
    const char *near = cv_field_suggest(table, member->key);
    found->hint = near ? cv_format(report->arena, "did you mean '%s'?", near)
                       : list_keys(table, report->arena);
}

cv_schema_table *cv_fields_describe(const cv_field_table *table, const char *name, const char *help,
                                    cv_schema *schema) {
    cv_schema_table *described = cv_schema_add_table(schema, name, help);
    for (; table; table = table->common)
        for (size_t i = 0; i < table->count; i++) {
            const cv_field *field = &table->fields[i];
            cv_schema_key key = {.name = field->key,
                                 .form = field->form,
                                 .help = field->help,
                                 .is_required = field->required};
            if (key.form) cv_schema_add_key(schema, described, key);
        }
    return described;
}

bool cv_field_is_absent(const cv_node *node) {
    if (node->kind == CV_NODE_NULL) return true;
    if (node->kind != CV_NODE_TEXT) return false;
    const char *at = node->text;
    uint32_t code_point = cv_utf8_next(&at);
    while (cv_unicode_is_space(code_point) || cv_unicode_is_ignorable(code_point))
        code_point = cv_utf8_next(&at);
    return code_point == 0;
}

const cv_node *cv_field_present(const cv_node *map, const char *key) {
    const cv_node *member = cv_tree_find(map, key);
    return member && !cv_field_is_absent(member) ? member : NULL;
}

static void report_missing(const cv_node *map, const cv_field_table *table,
                           const cv_decoder *decoder) {
    do {
        for (size_t i = 0; i < table->count; i++)
            if (table->fields[i].required && !cv_field_present(map, table->fields[i].key))
                cv_report_add(decoder->report, CV_MISSING_KEY, map->span, "missing key '%s'",
                              table->fields[i].key);
    } while ((table = table->common));
}

void cv_fields_read(const cv_node *map, const cv_field_table *table, void *record,
                    const cv_decoder *decoder) {
    for (const cv_node *member = map->first; member; member = member->next) {
        if (cv_starts_with(member->key, "x-")) continue;
        const cv_field *field = cv_field_find(table, member->key);
        if (!field)
            (table->unknown ? table->unknown : cv_field_report_unknown)(map, member, table,
                                                                        decoder);
        else if (field->read && !cv_field_is_absent(member))
            field->read(member, (char *)record + field->offset, decoder);
    }
    report_missing(map, table, decoder);
}
