// SPDX-License-Identifier: MIT
// copy.h - path copying: the tree that came in is never edited, and what does not change is shared.
#ifndef CV_TAILOR_COPY_H
#define CV_TAILOR_COPY_H

#include "source/tree.h"

// A copy that has the same children.
cv_node *cv_node_copy(const cv_node *node, cv_arena *arena);

// Puts copies in the place of all children of `parent`, itself a copy, so that they can be changed.
void cv_node_copy_children(cv_node *parent, cv_arena *arena);

// The member of a map whose children are copies; NULL if there is none.
cv_node *cv_node_find_copied(cv_node *map, const char *key);

// Gives `target`, a copy, the value of another node; it keeps its key and its siblings.
void cv_node_put(cv_node *target, const cv_node *value);

// Lays `over` over `target`, a copy: maps key by key, all else as a whole.
void cv_node_merge(cv_node *target, const cv_node *over, cv_arena *arena);

// The same with the member of `map` that has the key of `over`; it may be new there.
void cv_node_merge_member(cv_node *map, const cv_node *over, cv_arena *arena);

#endif
