// SPDX-License-Identifier: MIT
// role_decode.c - the roles that somebody had at one employer.
#include "resume/decode.h"

#include "resume/value.h"

static const cv_field fields[] = {
    {"role", cv_value_text, offsetof(cv_role, role), true, "text", "job title"},
    {"location", cv_value_text, offsetof(cv_role, location), false, "text", "set at the right"},
    {"start", cv_period_start, offsetof(cv_role, period), false, "date",
     "2024, 2024-05 or 2024-05-17"},
    {"end", cv_period_end, offsetof(cv_role, period), false, "end",
     "like start, or present; absent: ongoing"},
    {"date", cv_period_date, offsetof(cv_role, period), false, "date_or_words",
     "one date, or words like Summer 2023"},
    {"summary", cv_value_text, offsetof(cv_role, summary), false, "text",
     "a paragraph before the bullets"},
    {"bullets", cv_bullets_decode, offsetof(cv_role, bullets), false, "bullets", "a list of texts"},
    {"tags", cv_value_tags, offsetof(cv_role, tags), false, "words",
     "words by which variants choose"},
    {"priority", cv_value_priority, offsetof(cv_role, priority), false, "priority",
     "1 (keep longest) to 5 (drop first), 3 if absent"},
    {"note", cv_value_aside, 0, false, "string", "for yourself: never printed"},
};

static const cv_field_table table = {CV_FIELDS(fields), NULL, NULL};

static void add_role(const cv_node *map, cv_roles *roles, const cv_decoder *decoder) {
    cv_role role = {.priority = CV_PRIORITY_DEFAULT, .span = map->span};
    cv_fields_read(map, &table, &role, decoder);
    cv_period_finish(map, &role.period, decoder);
    CV_PUSH(decoder->arena, roles, role);
}

void cv_roles_describe(cv_schema *schema) {
    cv_fields_describe(&table, "role", "one of several roles at one employer", schema);
}

void cv_roles_decode(const cv_node *node, void *target, const cv_decoder *decoder) {
    if (node->kind != CV_NODE_LIST) {
        cv_value_report_type(node, "a list", decoder);
        return;
    }
    for (const cv_node *item = node->first; item; item = item->next)
        if (!cv_field_is_absent(item) && cv_value_is_map(item, decoder))
            add_role(item, target, decoder);
}
