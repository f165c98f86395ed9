// SPDX-License-Identifier: MIT
// theme.c - the layers of a design: `classic`, another theme, the file.
#include "style/design.h"

#include "base/suggest.h"

#include <assert.h>
#include <string.h>

// For suggestions only: what there is, the data say.
static const char *const built_in[] = {"classic"};
enum { BUILT_IN_COUNT = sizeof built_in / sizeof *built_in };

static bool is_name(const char *text) {
    for (const char *at = text; *at; at++)
        if (!cv_is_letter(*at) && !cv_is_digit(*at) && *at != '-' && *at != '_') return false;
    return *text != '\0';
}

static bool is_path(const char *text) {
    return cv_ends_with(text, ".yaml") || cv_ends_with(text, ".yml") || strchr(text, '/');
}

static void report_unknown_theme(const cv_node *node, cv_report *report) {
    cv_diagnostic *found =
        cv_report_add(report, CV_UNKNOWN_THEME, node->span, "there is no theme '%s'", node->text);
    const char *nearest = cv_suggest(node->text, built_in, BUILT_IN_COUNT);
    const char *example = is_name(node->text) ? node->text : "mine";
    found->hint = nearest ? cv_format(report->arena, "did you mean '%s'?", nearest)
                          : cv_format(report->arena, "write %s, or the path of a theme: %s.yaml",
                                      *built_in, example);
}

static void check_keys(const cv_node *map, const char *const *names, size_t count,
                       cv_report *report) {
    for (const cv_node *member = map->first; member; member = member->next) {
        bool is_known = false;
        for (size_t i = 0; i < count; i++) is_known |= strcmp(member->key, names[i]) == 0;
        if (!is_known) cv_design_report_unknown_key(report, member, names, count);
    }
}

static bool check_mapping(const cv_node *node, const char *name, cv_report *report) {
    if (node->kind == CV_NODE_MAP) return true;
    cv_report_add(report, CV_WRONG_TYPE, node->span, "%s must be a mapping, not %s", name,
                  cv_node_kind_name(node));
    return false;
}

// The tree that was read as a theme, NULL if it cannot be one.
static const cv_node *check_theme(const cv_node *theme, cv_report *report) {
    static const char *const keys[] = {"name", "description", "design", "adapt"};
    if (!theme || !check_mapping(theme, "a theme", report)) return NULL;
    check_keys(theme, keys, sizeof keys / sizeof *keys, report);
    return theme;
}

static const cv_node *read_built_in(const char *name, cv_data data, bool *exists, cv_arena *arena,
                                    cv_report *report) {
    const char *file = cv_format(arena, "data/themes/%s.yaml", name);
    cv_bytes bytes = data.find(data.data, file);
    *exists = bytes.size > 0;
    return *exists ? check_theme(cv_data_read(data, file, bytes, arena, report), report) : NULL;
}

static const cv_node *read_own(const cv_node *path, cv_data data, cv_arena *arena,
                               cv_report *report) {
    cv_bytes bytes = cv_files_read(data.files, CV_FILE_THEME, path->text, path->span);
    if (!bytes.size) return NULL;
    const char *file = cv_files_path(data.files, path->text);
    uint32_t source = cv_report_add_source(report, file, bytes);
    return check_theme(cv_tree_read(source, arena, report), report);
}

// The theme that `design` names, NULL if that is `classic` or cannot be had.
static const cv_node *read_named_theme(const cv_node *design, cv_data data, cv_arena *arena,
                                       cv_report *report) {
    const cv_node *name = design ? cv_tree_find(design, "theme") : NULL;
    if (!name || name->kind != CV_NODE_TEXT || strcmp(name->text, built_in[0]) == 0) return NULL;
    if (is_path(name->text)) return read_own(name, data, arena, report);
    bool exists = false;
    const cv_node *theme =
        is_name(name->text) ? read_built_in(name->text, data, &exists, arena, report) : NULL;
    if (!exists) report_unknown_theme(name, report);
    return theme;
}

// True if each path of `when` has the given text in the layers collected so far.
static bool applies(const cv_design *design, const cv_node *when) {
    for (const cv_node *member = when->first; member; member = member->next) {
        const cv_design_value *value = cv_design_find(design, member->key);
        if (!value) {
            cv_report_add(design->report, CV_UNKNOWN_KEY, member->key_span,
                          "there is no 'design.%s'", member->key);
            return false;
        }
        const cv_node *node = value->node;
        if (!node || node->kind != CV_NODE_TEXT || member->kind != CV_NODE_TEXT ||
            !cv_equal_ignoring_case(node->text, member->text))
            return false;
    }
    return true;
}

// Takes over those `{when, design}` of a theme whose condition holds, in their order.
static void adapt(cv_design *design, const cv_node *theme, cv_layer layer) {
    static const char *const keys[] = {"when", "design"};
    const cv_node *list = cv_tree_find(theme, "adapt");
    if (!list) return;
    for (const cv_node *item = list->first; item; item = item->next) {
        if (!check_mapping(item, "an adaptation", design->report)) continue;
        check_keys(item, keys, sizeof keys / sizeof *keys, design->report);
        const cv_node *when = cv_tree_find(item, "when");
        if (when && check_mapping(when, "'when'", design->report) && applies(design, when))
            cv_design_collect(design, cv_tree_find(item, "design"), layer);
    }
}

const cv_style *cv_style_resolve(const cv_node *tree, cv_data data, cv_arena *arena,
                                 cv_report *report) {
    const cv_node *file = cv_tree_find(tree, "design");
    bool exists;
    const cv_node *classic = read_built_in(built_in[0], data, &exists, arena, report);
    assert(classic);
    const cv_node *theme = read_named_theme(file, data, arena, report);

    cv_design design = cv_design_create(arena, report);
    cv_design_collect(&design, cv_tree_find(classic, "design"), CV_LAYER_CLASSIC);
    if (theme) cv_design_collect(&design, cv_tree_find(theme, "design"), CV_LAYER_THEME);
    cv_design_collect(&design, file, CV_LAYER_FILE);
    adapt(&design, classic, CV_LAYER_CLASSIC_ADAPT);
    if (theme) adapt(&design, theme, CV_LAYER_THEME_ADAPT);

    cv_style *style = CV_NEW(arena, cv_style);
    style->theme = theme ? cv_tree_find(file, "theme")->text : built_in[0];
    cv_design_decode(&design, style);
    cv_design_check(&design, style);
    style->locale = cv_locale_resolve(cv_tree_find(tree, "language"), data, arena, report);
    return style;
}
