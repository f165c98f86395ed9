// SPDX-License-Identifier: MIT
// tree_limits.h - how deep and how large a tree may grow, whatever it is read from.
#ifndef CV_SOURCE_TREE_LIMITS_H
#define CV_SOURCE_TREE_LIMITS_H

#include "source/tree.h"

// Of what has been read so far; zero-initialise.
typedef struct cv_tree_size {
    uint32_t nodes;
    size_t text_bytes;
} cv_tree_size;

// Counts a node before it is linked. False, with a finding at `at`, if it is one too many: then the
// reading ends.
bool cv_tree_size_add(cv_tree_size *size, const cv_node *node, cv_span at, cv_report *report);

// True, with a finding at `at`, if so many lists and maps within each other are too many.
bool cv_tree_is_too_deep(unsigned depth, cv_span at, cv_report *report);

#endif
