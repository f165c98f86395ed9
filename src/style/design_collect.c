// SPDX-License-Identifier: MIT
// design_collect.c - the layers of the design tree, merged by key.
#include "style/design.h"

#include "base/suggest.h"

#include <string.h>

enum { MOST_NAMES = 16 }; // in one mapping; the largest has 10

// The keys of one mapping: those whose paths agree in the first `depth` bytes.
typedef struct group {
    const cv_design_key *keys;
    size_t count, depth;
} group;

static bool is_in(const cv_design_key *key, size_t depth, const char *name, size_t size) {
    const char *rest = key->path + depth;
    return strncmp(rest, name, size) == 0 && (rest[size] == '.' || rest[size] == '\0');
}

// The keys that begin with the member `name`: one that is a value, or those of a mapping.
static group find_member(group within, const char *name) {
    size_t size = strlen(name);
    group found = {.depth = within.depth + size + 1};
    if (!size || strchr(name, '.')) return found;
    for (size_t i = 0; i < within.count; i++) {
        const cv_design_key *key = &within.keys[i];
        if (!is_in(key, within.depth, name, size)) continue;
        if (!found.count) found.keys = key;
        found.count++;
    }
    return found;
}

static bool is_value(group found) {
    return found.count == 1 && strlen(found.keys->path) < found.depth;
}

// Page margins may be one length for all four sides.
static bool has_shorthand(group found) { return cv_starts_with(found.keys->path, "page.margins."); }

static size_t list_members(cv_arena *arena, group within, const char *names[MOST_NAMES]) {
    size_t count = 0;
    for (size_t i = 0; i < within.count && count < MOST_NAMES; i++) {
        const char *name = within.keys[i].path + within.depth;
        size_t size = strcspn(name, ".");
        if (count && is_in(&within.keys[i], within.depth, names[count - 1], size) &&
            strlen(names[count - 1]) == size)
            continue;
        names[count++] = cv_copy(arena, name, size);
    }
    return count;
}

void cv_design_report_unknown_key(cv_report *report, const cv_node *node, const char *const *names,
                                  size_t count) {
    cv_diagnostic *found =
        cv_report_add(report, CV_UNKNOWN_KEY, node->key_span, "unknown key '%s'", node->key);
    const char *nearest = cv_suggest(node->key, names, count);
    if (nearest) {
        found->hint = cv_format(report->arena, "did you mean '%s'?", nearest);
        return;
    }
    cv_text_builder list = {.arena = report->arena};
    for (size_t i = 0; i < count; i++) cv_text_add(&list, "%s%s", i ? ", " : "", names[i]);
    found->hint = cv_format(report->arena, "the keys here are %s", cv_text_string(&list));
}

static void report_unknown(cv_design *design, const cv_node *node, group within) {
    const char *names[MOST_NAMES];
    size_t count = list_members(design->arena, within, names);
    cv_design_report_unknown_key(design->report, node, names, count);
}

static void assign(cv_design *design, const cv_design_key *key, const cv_node *node,
                   cv_layer layer) {
    size_t count;
    cv_design_value *value = &design->values[key - cv_design_keys(&count)];
    if (layer == CV_LAYER_CLASSIC) value->base = node;
    if (value->node && layer < value->layer) return;
    value->node = node;
    value->layer = layer;
}

static void collect_value(cv_design *design, const cv_design_key *key, const cv_node *node,
                          cv_layer layer) {
    if (node->kind == CV_NODE_NULL) return;
    if (key->kind == CV_DESIGN_THEME && layer != CV_LAYER_FILE)
        cv_report_add(design->report, CV_NOT_SUPPORTED, node->key_span,
                      "a theme cannot be based on another");
    else if (node->kind == CV_NODE_TEXT ||
             (node->kind == CV_NODE_LIST && key->kind == CV_DESIGN_PAGE_SIZE))
        assign(design, key, node, layer);
    else
        cv_report_add(design->report, CV_WRONG_TYPE, node->span,
                      "'design.%s' takes one value, not %s", key->path, cv_node_kind_name(node));
}

static void report_no_mapping(cv_design *design, group within, const cv_node *node) {
    const char *path = within.keys->path, *first = path + within.depth;
    cv_diagnostic *found =
        cv_report_add(design->report, CV_WRONG_TYPE, node->span,
                      "'design%s%.*s' must be a mapping, not %s", within.depth ? "." : "",
                      within.depth ? (int)within.depth - 1 : 0, path, cv_node_kind_name(node));
    if (node->kind == CV_NODE_TEXT)
        found->hint = cv_format(design->report->arena, "as in {%.*s: %s}", (int)strcspn(first, "."),
                                first, node->text);
}

// The depth of the recursion is that of the key table, whatever the file says.
static void collect_mapping(cv_design *design, group within, const cv_node *map, cv_layer layer) {
    if (map->kind == CV_NODE_NULL) return;
    if (map->kind != CV_NODE_MAP) {
        report_no_mapping(design, within, map);
        return;
    }
    for (const cv_node *member = map->first; member; member = member->next) {
        group found = find_member(within, member->key);
        if (cv_starts_with(member->key, "x-"))
            continue;
        else if (!found.count)
            report_unknown(design, member, within);
        else if (is_value(found))
            collect_value(design, found.keys, member, layer);
        else if (member->kind == CV_NODE_TEXT && has_shorthand(found))
            for (size_t i = 0; i < found.count; i++) assign(design, found.keys + i, member, layer);
        else
            collect_mapping(design, found, member, layer);
    }
}

cv_design cv_design_create(cv_arena *arena, cv_report *report) {
    size_t count;
    cv_design_keys(&count);
    return (cv_design){CV_NEW_ARRAY(arena, cv_design_value, count), arena, report};
}

void cv_design_collect(cv_design *design, const cv_node *tree, cv_layer layer) {
    group all = {0};
    all.keys = cv_design_keys(&all.count);
    if (tree) collect_mapping(design, all, tree, layer);
}

const cv_design_value *cv_design_find(const cv_design *design, const char *path) {
    size_t count;
    const cv_design_key *keys = cv_design_keys(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(keys[i].path, path) == 0) return &design->values[i];
    return NULL;
}
