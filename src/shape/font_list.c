// SPDX-License-Identifier: MIT
// font_list.c - the list from YAML. It is part of the library, so that nobody is told of mistakes.
#include "shape/font_list.h"

#include "source/tree.h"

#include <string.h>

// "NotoSansCJK-Regular.ttc#2".
static cv_listed_face read_face(const char *text, cv_arena *arena) {
    cv_listed_face face = {.file = text};
    const char *mark = strchr(text, '#');
    if (!mark) return face;
    face.file = cv_copy(arena, text, (size_t)(mark - text));
    for (const char *at = mark + 1; cv_is_digit(*at); at++)
        face.index = 10 * face.index + (unsigned)(*at - '0');
    return face;
}

static void read_families(const cv_node *map, cv_font_list *list, cv_arena *arena) {
    for (const cv_node *each = map ? map->first : NULL; each; each = each->next) {
        cv_listed_family family = {.name = each->key};
        size_t count = 0;
        for (const cv_node *file = each->first; file && count < CV_FACE_COUNT; file = file->next) {
            if (file->kind == CV_NODE_TEXT) family.faces[count] = read_face(file->text, arena);
            count++;
        }
        CV_PUSH(arena, &list->families, family);
    }
}

static struct cv_family_numbers read_names(const cv_node *names, const cv_font_list *list,
                                           cv_arena *arena) {
    struct cv_family_numbers numbers = {0};
    for (const cv_node *name = names ? names->first : NULL; name; name = name->next)
        for (uint32_t i = 0; i < list->families.count; i++)
            if (cv_equal(name->text, list->families.items[i].name)) CV_PUSH(arena, &numbers, i);
    return numbers;
}

static void read_chain(const cv_node *map, cv_font_list *list, cv_arena *arena) {
    const cv_node *scripts = cv_tree_find(map, "scripts"),
                  *language = cv_tree_find(map, "language");
    cv_listed_chain chain = {.language = language ? language->text : NULL,
                             .sans = read_names(cv_tree_find(map, "sans"), list, arena),
                             .serif = read_names(cv_tree_find(map, "serif"), list, arena)};
    if (!chain.serif.count) chain.serif = chain.sans;
    for (const cv_node *each = scripts ? scripts->first : NULL; each; each = each->next) {
        chain.script = each->text;
        if (chain.script) CV_PUSH(arena, &list->chains, chain);
    }
}

const cv_font_list *cv_font_list_read(cv_bytes text, cv_arena *arena) {
    cv_font_list *list = CV_NEW(arena, cv_font_list);
    cv_report *report = CV_NEW(arena, cv_report);
    cv_report_init(report, arena);
    const cv_node *tree =
        cv_tree_read(cv_report_add_source(report, "data/fonts.yaml", text), arena, report);
    if (!tree) return list;
    read_families(cv_tree_find(tree, "families"), list, arena);
    const cv_node *chains = cv_tree_find(tree, "chains");
    for (const cv_node *each = chains ? chains->first : NULL; each; each = each->next)
        read_chain(each, list, arena);
    const cv_node *serif = cv_tree_find(tree, "serif");
    for (const cv_node *name = serif ? serif->first : NULL; name; name = name->next)
        if (name->text) CV_PUSH(arena, &list->serif, name->text);
    return list;
}

const cv_listed_chain *cv_font_list_find(const cv_font_list *list, const char *script,
                                         const char *language) {
    const cv_listed_chain *general = NULL;
    for (size_t i = 0; i < list->chains.count; i++) {
        const cv_listed_chain *chain = &list->chains.items[i];
        if (!cv_equal(chain->script, script)) continue;
        if (!chain->language) general = chain;
        if (chain->language && cv_equal(chain->language, language)) return chain;
    }
    return general;
}
