// SPDX-License-Identifier: MIT
// copy.c - copies of single nodes and of rows of siblings.
#include "tailor/copy.h"

cv_node *cv_node_copy(const cv_node *node, cv_arena *arena) {
    cv_node *copy = CV_NEW(arena, cv_node);
    *copy = *node;
    return copy;
}

void cv_node_copy_children(cv_node *parent, cv_arena *arena) {
    cv_node **link = &parent->first;
    for (const cv_node *child = parent->first; child; child = child->next) {
        *link = cv_node_copy(child, arena);
        link = &(*link)->next;
    }
}

cv_node *cv_node_find_copied(cv_node *map, const char *key) {
    if (map->kind != CV_NODE_MAP) return NULL;
    for (cv_node *member = map->first; member; member = member->next)
        if (cv_equal(member->key, key)) return member;
    return NULL;
}
