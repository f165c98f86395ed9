// SPDX-License-Identifier: MIT
// titles.c - two lists of titles by the same keys, side by side.
#include "style/titles.h"

#include "style/locale.h"

// NULL if the file is not there.
static const cv_node *read_list(cv_data data, const char *file, cv_bytes bytes, cv_arena *arena,
                                cv_report *report) {
    return bytes.size ? cv_data_read(data, file, bytes, arena, report) : NULL;
}

static void add(cv_titles *titles, const cv_node *from, const cv_node *to, cv_arena *arena) {
    if (from->kind == CV_NODE_TEXT && to && to->kind == CV_NODE_TEXT)
        CV_PUSH(arena, titles, ((cv_title){from->text, to->text}));
}

// Of several titles for the same, the first is shown.
static void pair(cv_titles *titles, const cv_node *from, const cv_node *to, cv_arena *arena) {
    if (to && to->kind == CV_NODE_LIST) to = to->first;
    if (from->kind == CV_NODE_LIST)
        for (const cv_node *each = from->first; each; each = each->next)
            add(titles, each, to, arena);
    else
        add(titles, from, to, arena);
}

cv_titles cv_titles_resolve(const char *written, const char *shown, cv_data data, cv_arena *arena,
                            cv_report *report) {
    static const char folder[] = "data/locales/sections";
    cv_titles titles = {0};
    const char *from_file, *to_file;
    cv_bytes from_bytes = cv_locale_find_file(folder, written, data, arena, &from_file);
    cv_bytes to_bytes = cv_locale_find_file(folder, shown, data, arena, &to_file);
    if (cv_equal(from_file, to_file)) return titles;
    const cv_node *from = read_list(data, from_file, from_bytes, arena, report);
    const cv_node *to = read_list(data, to_file, to_bytes, arena, report);
    if (!from || !to) return titles;
    for (const cv_node *each = from->first; each; each = each->next)
        pair(&titles, each, cv_tree_find(to, each->key), arena);
    return titles;
}
