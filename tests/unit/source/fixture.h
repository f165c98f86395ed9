// SPDX-License-Identifier: MIT
// fixture.h - reads a text and shows as text what came of it.
#ifndef SOURCE_FIXTURE_H
#define SOURCE_FIXTURE_H

#include "source/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
    cv_arena *arena;
    cv_report report;
    const cv_node *tree;
    unsigned char *bytes; // on the heap, exactly as many, for sanitizers
} fixture;

static inline fixture *fixture_read_as(const char *name, const void *bytes, size_t size) {
    cv_arena *arena = cv_arena_create(0);
    assert_non_null(arena);
    if (setjmp(*cv_arena_recovery(arena))) fail();
    fixture *self = CV_NEW(arena, fixture);
    self->arena = arena;
    self->bytes = malloc(size ? size : 1);
    assert_non_null(self->bytes);
    if (size) memcpy(self->bytes, bytes, size);
    cv_report_init(&self->report, arena);
    uint32_t source = cv_report_add_source(&self->report, name, (cv_bytes){self->bytes, size});
    self->tree = cv_tree_read(source, arena, &self->report);
    cv_report_sort(&self->report);
    return self;
}

static inline fixture *fixture_read_bytes(const void *bytes, size_t size) {
    return fixture_read_as("in", bytes, size);
}

static inline fixture *fixture_read(const char *text) {
    return fixture_read_bytes(text, strlen(text));
}

static inline void fixture_destroy(fixture *self) {
    free(self->bytes);
    cv_arena_destroy(self->arena);
}

static inline const char *fixture_dump(fixture *self) {
    if (!self->tree) return "no tree";
    cv_text_builder out = {.arena = self->arena};
    cv_tree_dump(self->tree, &self->report, &out);
    return cv_text_string(&out);
}

// `2:9 CV005 the text it points at|message|hint`, a line for each.
static inline const char *fixture_findings(fixture *self) {
    cv_text_builder out = {.arena = self->arena};
    for (const cv_diagnostic *each = self->report.first; each; each = each->next) {
        cv_place place = cv_source_locate(&self->report.sources.items[0], each->span.begin);
        cv_text_add(&out, "%u:%u %s ", (unsigned)place.line, (unsigned)place.column,
                    cv_problem_code(each->problem));
        cv_text_add_bytes(&out, (const char *)self->bytes + each->span.begin,
                          each->span.end - each->span.begin);
        cv_text_add(&out, "|%s|%s\n", each->message, each->hint ? each->hint : "");
    }
    return cv_text_string(&out);
}

static inline void assert_dump(const char *text, const char *expected) {
    fixture *self = fixture_read(text);
    assert_string_equal(fixture_dump(self), expected);
    fixture_destroy(self);
}

static inline void assert_findings(const char *text, const char *expected) {
    fixture *self = fixture_read(text);
    assert_string_equal(fixture_findings(self), expected);
    fixture_destroy(self);
}

// The code of the only finding, "" if there is none.
static inline const char *fixture_code(const fixture *self) {
    const cv_diagnostic *first = self->report.first;
    if (!first) return "";
    if (first->next) return "more than one";
    return cv_problem_code(first->problem);
}

#endif
