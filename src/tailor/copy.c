// SPDX-License-Identifier: MIT
// copy.c - copies of single nodes and of rows of siblings, and maps laid over maps.
#include "tailor/copy.h"

#include "source/name_table.h"

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

void cv_node_put(cv_node *target, const cv_node *value) {
    target->kind = value->kind;
    target->is_plain = value->is_plain;
    target->text = value->text;
    target->span = value->span;
    target->first = value->first;
    target->count = value->count;
}

static void append(cv_node *map, cv_node *last, const cv_node *member, cv_arena *arena) {
    cv_node *copy = cv_node_copy(member, arena);
    copy->next = NULL;
    if (last)
        last->next = copy;
    else
        map->first = copy;
    map->count++;
}

// The copied children of `map` by their place; `*numbers` has those places, from 1, by key.
static cv_node **index_members(cv_node *map, cv_name_table *numbers, cv_arena *arena) {
    cv_node **members = CV_NEW_ARRAY(arena, cv_node *, map->count);
    cv_node_copy_children(map, arena);
    uint32_t count = 0;
    for (cv_node *member = map->first; member; member = member->next) {
        members[count] = member;
        *cv_name_number(numbers, member->key, arena) = ++count;
    }
    return members;
}

void cv_node_merge(cv_node *target, const cv_node *over, cv_arena *arena) {
    if (target->kind != CV_NODE_MAP || over->kind != CV_NODE_MAP) {
        cv_node_put(target, over);
        return;
    }
    cv_name_table numbers = {0};
    cv_node **members = index_members(target, &numbers, arena);
    cv_node *last = target->count ? members[target->count - 1] : NULL;
    for (const cv_node *member = over->first; member; member = member->next) {
        uint32_t number = *cv_name_number(&numbers, member->key, arena);
        if (number) {
            cv_node_merge(members[number - 1], member, arena);
        } else {
            append(target, last, member, arena);
            last = last ? last->next : target->first;
        }
    }
}

void cv_node_merge_member(cv_node *map, const cv_node *over, cv_arena *arena) {
    cv_node_copy_children(map, arena);
    cv_node *member = cv_node_find_copied(map, over->key), *last = map->first;
    while (last && last->next) last = last->next;
    if (member)
        cv_node_merge(member, over, arena);
    else
        append(map, last, over, arena);
}
