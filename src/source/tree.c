// SPDX-License-Identifier: MIT
// tree.c - looking at nodes.
#include "source/tree.h"

#include <stddef.h>

const cv_node *cv_tree_find(const cv_node *map, const char *key) {
    if (!map || map->kind != CV_NODE_MAP) return NULL;
    const cv_node *member = map->first;
    while (member && !cv_equal(member->key, key)) member = member->next;
    return member;
}

const char *cv_node_kind_name(const cv_node *node) {
    static const char *const names[] = {
        [CV_NODE_NULL] = "nothing",
        [CV_NODE_TEXT] = "text",
        [CV_NODE_LIST] = "a list",
        [CV_NODE_MAP] = "a mapping",
    };
    return names[node->kind];
}
