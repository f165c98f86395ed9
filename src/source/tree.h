// SPDX-License-Identifier: MIT
// tree.h - what a file says, before anyone asks what it means: texts, lists and maps with spans.
//
// A scalar stays the text that the person typed (`no`, `12:30`, `010`, `2023-09`); each field
// decides its own type. Plain data, frozen once the stage that made it returns; aliases are
// expanded, so that it is a tree and siblings may be walked freely.
#ifndef CV_SOURCE_TREE_H
#define CV_SOURCE_TREE_H

#include "base/diagnostic.h"

#include <stdbool.h>

typedef enum cv_node_kind {
    CV_NODE_NULL, // plain null, ~ or nothing: as if absent
    CV_NODE_TEXT,
    CV_NODE_LIST,
    CV_NODE_MAP,
} cv_node_kind;

typedef struct cv_node {
    cv_node_kind kind;
    bool is_plain;         // a text without quotes: only such a one can be true, false or a number
    const char *text;      // of a text, else NULL
    const char *key;       // in a map, else NULL
    const char *id;        // set by tailor on sections and on entries that have one, else NULL
    cv_span span;          // the value; with quotes where there are any
    cv_span key_span;      // in a map
    struct cv_node *first; // children of a list or map
    struct cv_node *next;  // sibling
    uint32_t count;        // children
} cv_node;

// Reads source number `source` of the report: as JSON where it is called *.json, or begins with '{'
// and is JSON throughout, else as YAML. Returns NULL only when nothing can be made of it; there is
// an error then.
const cv_node *cv_tree_read(uint32_t source, cv_arena *arena, cv_report *report);

// The same, as YAML whatever its name.
const cv_node *cv_tree_read_yaml(uint32_t source, cv_arena *arena, cv_report *report);

// The member of a map, NULL if there is none or `map` is not one.
const cv_node *cv_tree_find(const cv_node *map, const char *key);

// "text", "a list", "a mapping" or "nothing", for messages.
const char *cv_node_kind_name(const cv_node *node);

// Appends the tree as indented lines with line:column of each node (golden format `.tree`).
void cv_tree_dump(const cv_node *tree, const cv_report *report, cv_text_builder *out);

#endif
