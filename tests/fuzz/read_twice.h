// SPDX-License-Identifier: MIT
// read_twice.h - any bytes to a tree: read twice, it dumps the same, and no tree goes without an
// error that says why. Spans stay within the text.
#ifndef CV_FUZZ_READ_TWICE_H
#define CV_FUZZ_READ_TWICE_H

#include "source/tree.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

static inline void check_span(cv_span span, size_t size) {
    if (span.begin > span.end || span.end > size) abort();
}

static inline void check_node(const cv_node *node, size_t size) {
    check_span(node->span, size);
    if (node->key) check_span(node->key_span, size);
    if ((node->kind == CV_NODE_TEXT) != (node->text != NULL)) abort();
    uint32_t count = 0;
    for (const cv_node *child = node->first; child; child = child->next, count++)
        check_node(child, size);
    if (count != node->count) abort();
}

// The tree and the findings as text, which lives as long as `arena`.
static inline const char *read_and_dump(const char *name, const uint8_t *data, size_t size,
                                        cv_arena *arena) {
    cv_report report;
    cv_report_init(&report, arena);
    uint32_t source = cv_report_add_source(&report, name, (cv_bytes){data, size});
    const cv_node *tree = cv_tree_read(source, arena, &report);
    if (!tree && !report.errors) abort();
    cv_text_builder out = {.arena = arena};
    if (tree) {
        check_node(tree, size);
        cv_tree_dump(tree, &report, &out);
    }
    for (const cv_diagnostic *each = report.first; each; each = each->next) {
        check_span(each->span, size);
        cv_text_add(&out, "%u %s %s\n", (unsigned)each->span.begin, each->message,
                    each->hint ? each->hint : "");
    }
    return cv_text_string(&out);
}

// `name` says what the bytes are read as.
static inline void read_twice(const char *name, const uint8_t *data, size_t size) {
    cv_arena *arena = cv_arena_create(0);
    if (!arena || setjmp(*cv_arena_recovery(arena))) abort(); // no memory
    const char *once = read_and_dump(name, data, size, arena);
    const char *again = read_and_dump(name, data, size, arena);
    if (strcmp(once, again) != 0) abort();
    cv_arena_destroy(arena);
}

#endif
