// SPDX-License-Identifier: MIT
// path.c - walks a path step by step, copying on the way, and puts the value at its end.
#include "tailor/path.h"

#include "base/limits.h"
#include "base/suggest.h"
#include "base/unicode.h"
#include "tailor/copy.h"
#include "tailor/ids.h"

#include <string.h>

typedef struct path_step {
    const char *name;
    cv_span span;
} path_step;

typedef struct path_steps CV_ARRAY(path_step) path_steps;

typedef struct path_walk {
    cv_arena *arena;
    cv_report *report;
    path_steps steps;
    size_t at; // index of the step to do
} path_walk;

typedef struct name_list CV_ARRAY(const char *) name_list;

static bool is_position(const char *name) {
    if (!*name || strlen(name) > 9) return false; // any longer is past every list
    for (; *name; name++)
        if (!cv_is_digit(*name)) return false;
    return true;
}

static const char *parent_name(const path_walk *walk) {
    return walk->at ? walk->steps.items[walk->at - 1].name : "the file";
}

static cv_diagnostic *report_step(path_walk *walk, const char *what, const char *where) {
    const path_step *step = &walk->steps.items[walk->at];
    return cv_report_add(walk->report, CV_SETTING_PATH, step->span, "%s '%s' in '%s'", what,
                         step->name, where);
}

// A list of names for a hint: "the sections are a, b, c".
static const char *enumerate(path_walk *walk, const char *intro, const name_list *names) {
    cv_text_builder text = {.arena = walk->report->arena};
    cv_text_add_string(&text, intro);
    for (size_t i = 0; i < names->count; i++)
        cv_text_add(&text, "%s%s", i ? ", " : " ", names->items[i]);
    return cv_text_string(&text);
}

static const char *suggest_or(path_walk *walk, const name_list *names, const char *otherwise) {
    const char *word = walk->steps.items[walk->at].name;
    const char *near = cv_suggest(word, names->items, names->count);
    return near ? cv_format(walk->report->arena, "did you mean '%s'?", near) : otherwise;
}

static cv_node *find_section(path_walk *walk, cv_node *sections) {
    name_list ids = {0};
    for (cv_node *section = sections->first; section; section = section->next) {
        const char *id = cv_section_id(section, walk->arena);
        if (cv_equal(id, walk->steps.items[walk->at].name)) return section;
        CV_PUSH(walk->arena, &ids, id);
    }
    const char *all =
        ids.count ? enumerate(walk, "the sections are", &ids) : "there are no sections";
    report_step(walk, "no section", "sections")->hint = suggest_or(walk, &ids, all);
    return NULL;
}

static const char *describe_range(path_walk *walk, const cv_node *list) {
    if (!list->count) return "the list is empty";
    if (list->count == 1) return "the only position is 0";
    return cv_format(walk->report->arena, "positions go from 0 to %u", (unsigned)list->count - 1);
}

static cv_node *find_position(path_walk *walk, cv_node *list) {
    size_t position = 0;
    for (const char *at = walk->steps.items[walk->at].name; *at; at++)
        position = position * 10 + (size_t)(*at - '0');
    cv_node *item = list->first;
    for (; item && position; position--) item = item->next;
    if (!item)
        report_step(walk, "no position", parent_name(walk))->hint = describe_range(walk, list);
    return item;
}

static cv_node *find_item(path_walk *walk, cv_node *list) {
    const char *name = walk->steps.items[walk->at].name;
    if (is_position(name)) return find_position(walk, list);
    name_list ids = {0};
    for (cv_node *item = list->first; item; item = item->next) {
        const char *id = cv_entry_id(item);
        if (!id) continue;
        if (cv_equal(id, name)) return item;
        CV_PUSH(walk->arena, &ids, id);
    }
    report_step(walk, "no entry with the id", parent_name(walk))->hint =
        suggest_or(walk, &ids, describe_range(walk, list));
    return NULL;
}

static cv_node *report_no_inside(path_walk *walk, const cv_node *parent) {
    const char *what = is_position(walk->steps.items[walk->at].name) ? "no position" : "no key";
    const char *kind = parent->kind == CV_NODE_NULL ? "not there" : cv_node_kind_name(parent);
    report_step(walk, what, parent_name(walk))->hint =
        cv_format(walk->report->arena, "'%s' is %s", parent_name(walk), kind);
    return NULL;
}

// New keys are not judged here: whoever decodes the map knows them, and reports them in their place
// in the path.
static cv_node *add_member(path_walk *walk, cv_node *map) {
    const path_step *step = &walk->steps.items[walk->at];
    cv_node *member = CV_NEW(walk->arena, cv_node);
    *member = (cv_node){.key = step->name, .key_span = step->span, .span = step->span};
    cv_node **link = &map->first;
    while (*link) link = &(*link)->next;
    *link = member;
    map->count++;
    return member;
}

static cv_node *find_member(path_walk *walk, cv_node *map) {
    const path_step *step = &walk->steps.items[walk->at];
    cv_node *member = cv_node_find_copied(map, step->name);
    if (member) return member;
    if (!is_position(step->name)) return add_member(walk, map);
    return report_no_inside(walk, map);
}

static bool has_entry(const cv_node *entries, const char *name) {
    for (const cv_node *entry = entries->first; entry; entry = entry->next)
        if (cv_equal(cv_entry_id(entry), name)) return true;
    return false;
}

// In a section with options a step names an entry or an option. Options have nothing inside, so
// that a path that goes on must have meant an entry.
static bool names_entry(const path_walk *walk, const cv_node *section) {
    const char *name = walk->steps.items[walk->at].name;
    const cv_node *entries = cv_tree_find(section, "entries");
    if (!entries || entries->kind != CV_NODE_LIST || cv_tree_find(section, name)) return false;
    bool goes_on = walk->at + 1 < walk->steps.count;
    return goes_on || is_position(name) || has_entry(entries, name);
}

static cv_node *find_in_section(path_walk *walk, cv_node *section) {
    if (!names_entry(walk, section)) return find_member(walk, section);
    cv_node *entries = cv_node_find_copied(section, "entries");
    cv_node_copy_children(entries, walk->arena);
    return find_item(walk, entries);
}

static cv_node *take_step(path_walk *walk, cv_node *parent) {
    bool is_in_sections = cv_equal(walk->steps.items[0].name, "sections");
    bool is_new = parent->kind == CV_NODE_NULL;
    if (parent->kind == CV_NODE_TEXT || (is_new && is_position(walk->steps.items[walk->at].name)))
        return report_no_inside(walk, parent);
    if (is_new) parent->kind = CV_NODE_MAP;
    cv_node_copy_children(parent, walk->arena);
    if (parent->kind == CV_NODE_LIST) return find_item(walk, parent);
    if (is_in_sections && walk->at == 1) return find_section(walk, parent);
    if (is_in_sections && walk->at == 2) return find_in_section(walk, parent);
    return find_member(walk, parent);
}

static bool report_path(path_walk *walk, cv_span span, const char *fault, const char *hint) {
    cv_report_add(walk->report, CV_SETTING_SYNTAX, span, "%s", fault)->hint = hint;
    return false;
}

// Bytes of the path to bytes of its source; all of it for each step of one that was written with
// escapes.
static cv_span span_of_step(const cv_path *path, size_t begin, size_t size) {
    if (path->span.end - path->span.begin != strlen(path->text)) return path->span;
    uint32_t at = path->span.begin + (uint32_t)begin;
    return (cv_span){path->span.source, at, at + (uint32_t)size};
}

// Makes the steps of the path; false after a finding.
static bool split_path(path_walk *walk, const cv_path *path) {
    for (size_t begin = 0;; begin++) {
        const char *name = path->text + begin;
        size_t size = strcspn(name, ".");
        cv_span span = span_of_step(path, begin, size);
        if (!size)
            return report_path(walk, span, "the path has an empty step",
                               "write keys with one '.' between them, like design.font.size");
        if (walk->steps.count == CV_LIMIT_DEPTH)
            return report_path(
                walk, span, "the path is too long",
                cv_format(walk->report->arena, "it may have %d steps", CV_LIMIT_DEPTH));
        CV_PUSH(walk->arena, &walk->steps, (path_step){cv_copy(walk->arena, name, size), span});
        begin += size;
        if (!path->text[begin]) return true;
    }
}

// Variants are chosen before their values are put in: it would be too late.
static bool leads_into_variants(path_walk *walk) {
    if (!cv_equal(walk->steps.items[0].name, "variants")) return false;
    cv_report_add(walk->report, CV_SETTING_PATH, walk->steps.items[0].span,
                  "variants cannot be changed in this way")
        ->hint = "write the path as it is in the file itself, like design.font.size";
    return true;
}

void cv_path_put(cv_node *root, const cv_path *path, const cv_node *value, cv_arena *arena,
                 cv_report *report) {
    path_walk walk = {.arena = arena, .report = report};
    if (!split_path(&walk, path) || leads_into_variants(&walk)) return;
    cv_node *target = root;
    for (; target && walk.at < walk.steps.count; walk.at++) target = take_step(&walk, target);
    if (target) cv_node_put(target, value);
}
