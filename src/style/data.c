// SPDX-License-Identifier: MIT
// data.c - themes and locales as trees, read once for all styles that share a shelf.
#include "style/data.h"

static const cv_node *find(const cv_data_shelf *shelf, const char *file, uint32_t source) {
    for (size_t i = 0; i < shelf->items.count; i++)
        if (shelf->items.items[i].source == source && cv_equal(shelf->items.items[i].file, file))
            return shelf->items.items[i].tree;
    return NULL;
}

const cv_node *cv_data_read(cv_data data, const char *file, cv_bytes bytes, cv_arena *arena,
                            cv_report *report) {
    uint32_t source = cv_report_add_source(report, file, bytes);
    cv_data_shelf *shelf = data.shelf;
    if (!shelf) return cv_tree_read(source, arena, report);
    const cv_node *tree = find(shelf, file, source);
    if (tree) return tree;
    cv_diagnostic **last = report->last;
    tree = cv_tree_read(source, shelf->arena, report);
    if (tree && report->last == last)
        CV_PUSH(shelf->arena, &shelf->items,
                ((cv_kept_data){cv_copy_string(shelf->arena, file), source, tree}));
    return tree;
}
