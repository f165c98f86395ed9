// SPDX-License-Identifier: MIT
// tree_limits.c - the limits are in base/limits.h.
#include "source/tree_limits.h"

#include "base/limits.h"

#include <string.h>

bool cv_tree_size_add(cv_tree_size *size, const cv_node *node, cv_span at, cv_report *report) {
    if (node->text) size->text_bytes += strlen(node->text);
    if (node->key) size->text_bytes += strlen(node->key);
    bool is_long = size->text_bytes > CV_LIMIT_NODE_BYTES;
    if (++size->nodes <= CV_LIMIT_NODES && !is_long) return true;
    cv_report_add(report, CV_READ_TOO_MANY_NODES, at,
                  "this is more than the %d %s allowed, with aliases written out",
                  is_long ? CV_LIMIT_NODE_BYTES : CV_LIMIT_NODES,
                  is_long ? "bytes of text" : "values");
    return false;
}

bool cv_tree_is_too_deep(unsigned depth, cv_span at, cv_report *report) {
    if (depth <= CV_LIMIT_DEPTH) return false;
    cv_report_add(report, CV_READ_TOO_DEEP, at, "this is nested deeper than the %d levels allowed",
                  CV_LIMIT_DEPTH);
    return true;
}
