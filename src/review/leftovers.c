// SPDX-License-Identifier: MIT
// leftovers.c - tags and variables that nothing in the file asks for: mostly mistyped ones.
#include "review/review.h"

#include "base/suggest.h"
#include "source/name_table.h"
#include "tailor/variables.h"

typedef struct name_list CV_ARRAY(const char *) name_list;

typedef struct collector {
    cv_arena *arena;
    cv_report *report;
    cv_name_table used; // 1: by a variant or in a text
    name_list names;    // of those
} collector;

static void use(collector *self, const char *name) {
    uint32_t *number = cv_name_number(&self->used, name, self->arena);
    if (!*number) CV_PUSH(self->arena, &self->names, name);
    *number = 1;
}

static const cv_node *first_of(const cv_node *map) {
    return map && map->kind == CV_NODE_MAP ? map->first : NULL;
}

// Tags

static void use_tags(collector *self, const cv_node *words) {
    if (!words) return;
    if (words->kind == CV_NODE_TEXT) use(self, cv_collapse_blanks(self->arena, words->text));
    for (const cv_node *word = words->first; word; word = word->next)
        if (word->kind == CV_NODE_TEXT) use(self, cv_collapse_blanks(self->arena, word->text));
}

static void check_tag(collector *self, const cv_node *tag) {
    if (tag->kind != CV_NODE_TEXT) return;
    const char *name = cv_collapse_blanks(self->arena, tag->text);
    uint32_t *number = cv_name_number(&self->used, name, self->arena);
    if (*number || !*name || cv_report_is_full(self->report, CV_WARNING)) return;
    *number = 2; // said once
    const char *near = cv_suggest(name, self->names.items, self->names.count);
    cv_report_add(self->report, CV_UNUSED_TAG, tag->span,
                  "no variant includes or excludes the tag '%s'", name)
        ->hint = near ? cv_format(self->report->arena, "did you mean '%s'?", near) : NULL;
}

static void check_tags(collector *self, const cv_node *item) {
    for (const cv_node *child = item->first; child; child = child->next) {
        bool is_tags = cv_equal(child->key, "tags");
        if (is_tags && child->kind == CV_NODE_TEXT) check_tag(self, child);
        for (const cv_node *tag = is_tags ? child->first : NULL; tag; tag = tag->next)
            check_tag(self, tag);
        if (!is_tags) check_tags(self, child);
    }
}

// A file without variants has its tags for --include and --exclude.
static void review_tags(const cv_node *tree, cv_arena *arena, cv_report *report) {
    collector self = {.arena = arena, .report = report};
    const cv_node *variants = first_of(cv_tree_find(tree, "variants"));
    if (!variants) return;
    for (const cv_node *variant = variants; variant; variant = variant->next) {
        use_tags(&self, cv_tree_find(variant, "include"));
        use_tags(&self, cv_tree_find(variant, "exclude"));
    }
    for (const cv_node *section = first_of(cv_tree_find(tree, "sections")); section;
         section = section->next)
        check_tags(&self, section);
}

// Variables

static void use_variables(collector *self, const cv_node *node) {
    cv_variable_place place = {0};
    if (node->kind == CV_NODE_TEXT)
        while (cv_variables_next(node->text, &place))
            use(self, cv_copy(self->arena, place.name, place.name_size));
    for (const cv_node *child = node->first; child; child = child->next) use_variables(self, child);
}

static void check_variables(collector *self, const cv_node *map) {
    for (const cv_node *variable = first_of(map); variable; variable = variable->next) {
        uint32_t *number = cv_name_number(&self->used, variable->key, self->arena);
        if (*number || !cv_variables_is_name(variable->key)) continue;
        if (cv_report_is_full(self->report, CV_NOTE)) return;
        *number = 2;
        const char *near = cv_suggest(variable->key, self->names.items, self->names.count);
        cv_report_add(self->report, CV_UNUSED_VARIABLE, variable->key_span,
                      "no text has the variable {{%s}}", variable->key)
            ->hint = near ? cv_format(self->report->arena, "did you mean '%s'?", near) : NULL;
    }
}

static void review_variables(const cv_node *tree, cv_arena *arena, cv_report *report) {
    collector self = {.arena = arena, .report = report};
    use_variables(&self, tree);
    check_variables(&self, cv_tree_find(tree, "vars"));
    for (const cv_node *variant = first_of(cv_tree_find(tree, "variants")); variant;
         variant = variant->next)
        check_variables(&self, cv_tree_find(variant, "vars"));
}

void cv_review_leftovers(const cv_node *tree, cv_arena *arena, cv_report *report) {
    review_tags(tree, arena, report);
    review_variables(tree, arena, report);
}
