// SPDX-License-Identifier: MIT
// bullet_decode.c - bullets: texts, or mappings that have more to say about theirs.
#include "resume/decode.h"

#include "resume/value.h"

static const cv_field fields[] = {
    {"text", cv_value_text, offsetof(cv_bullet, text), true, "text", "what the bullet says"},
    {"bullets", cv_bullets_decode, offsetof(cv_bullet, bullets), false, "bullets",
     "bullets below this one"},
    {"tags", cv_value_tags, offsetof(cv_bullet, tags), false, "words",
     "words by which variants choose"},
    {"priority", cv_value_priority, offsetof(cv_bullet, priority), false, "priority",
     "1 (keep longest) to 5 (drop first), 3 if absent"},
    {"note", cv_value_aside, 0, false, "string", "for yourself: never printed"},
};

static const cv_field_table table = {CV_FIELDS(fields), NULL, NULL};

static void decode_map(const cv_node *map, cv_bullet *bullet, const cv_decoder *decoder) {
    bool is_misspelt = map->first && cv_field_suggest(&table, map->first->key);
    if (!is_misspelt && cv_value_report_language(map, decoder)) return;
    if (cv_value_report_colon(map, &table, decoder)) return;
    cv_fields_read(map, &table, bullet, decoder);
}

static void add_bullet(const cv_node *node, cv_bullets *bullets, const cv_decoder *decoder) {
    cv_bullet bullet = {.priority = CV_PRIORITY_DEFAULT, .span = node->span};
    if (node->kind == CV_NODE_MAP)
        decode_map(node, &bullet, decoder);
    else
        cv_value_text(node, &bullet.text, decoder);
    if (bullet.text.string) CV_PUSH(decoder->arena, bullets, bullet);
}

void cv_bullets_describe(cv_schema *schema) {
    cv_fields_describe(&table, "bullet", "a bullet with more to say than its text", schema);
}

void cv_bullets_decode(const cv_node *node, void *target, const cv_decoder *decoder) {
    cv_bullets *bullets = target;
    if (node->kind == CV_NODE_TEXT) {
        add_bullet(node, bullets, decoder);
    } else if (node->kind == CV_NODE_LIST) {
        for (const cv_node *item = node->first; item; item = item->next)
            if (!cv_field_is_absent(item)) add_bullet(item, bullets, decoder);
    } else {
        cv_value_report_type(node, "a list", decoder);
    }
}
