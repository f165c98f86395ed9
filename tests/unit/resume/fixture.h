// SPDX-License-Identifier: MIT
// fixture.h - a resume from YAML text, and what was found in it, as text to compare with.
#ifndef RESUME_FIXTURE_H
#define RESUME_FIXTURE_H

#include "resume/resume.h"
#include "tailor/tailor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
    cv_arena *arena;
    cv_report report;
} fixture;

static inline fixture *fixture_create(void) {
    cv_arena *arena = cv_arena_create(0);
    assert_non_null(arena);
    if (setjmp(*cv_arena_recovery(arena))) fail();
    fixture *self = CV_NEW(arena, fixture);
    self->arena = arena;
    cv_report_init(&self->report, arena);
    return self;
}

static inline void fixture_destroy(fixture *self) { cv_arena_destroy(self->arena); }

static inline const cv_node *fixture_read(fixture *self, const char *yaml) {
    cv_bytes bytes = {(const unsigned char *)yaml, strlen(yaml)};
    uint32_t source = cv_report_add_source(&self->report, "resume.yaml", bytes);
    const cv_node *tree = cv_tree_read(source, self->arena, &self->report);
    assert_non_null(tree);
    return tree;
}

// The tree without a variant and without settings.
static inline const cv_node *fixture_tailor(fixture *self, const char *yaml) {
    cv_tailor_options none = {0};
    return cv_tailor(fixture_read(self, yaml), &none, self->arena, &self->report)->tree;
}

static inline const cv_resume *fixture_decode(fixture *self, const char *yaml) {
    const cv_node *tree = fixture_tailor(self, yaml);
    return cv_resume_decode(tree, self->arena, &self->report);
}

static inline const char *fixture_dump(fixture *self, const cv_resume *resume) {
    cv_text_builder dump = {.arena = self->arena};
    cv_resume_dump(resume, &dump);
    return cv_text_string(&dump);
}

// Each finding on a line: "CV101 at what is marked: message (hint)".
static inline const char *fixture_findings(fixture *self) {
    cv_text_builder text = {.arena = self->arena};
    cv_report_sort(&self->report);
    for (const cv_diagnostic *found = self->report.first; found; found = found->next) {
        const cv_source *source = &self->report.sources.items[found->span.source];
        cv_text_add(&text, "%s at %.*s: %s", cv_problem_code(found->problem),
                    (int)(found->span.end - found->span.begin),
                    (const char *)source->bytes.data + found->span.begin, found->message);
        if (found->hint) cv_text_add(&text, " (%s)", found->hint);
        cv_text_add_char(&text, '\n');
    }
    return cv_text_string(&text);
}

// One input, and the whole of what is found in it.
typedef struct finding_case {
    const char *yaml, *findings;
} finding_case;

static inline void check_findings(const finding_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        fixture *self = fixture_create();
        fixture_decode(self, cases[i].yaml);
        assert_string_equal(fixture_findings(self), cases[i].findings);
        fixture_destroy(self);
    }
}

// One input without findings, and its dump below the name and the language.
typedef struct dump_case {
    const char *yaml, *dump;
} dump_case;

static inline void check_dumps(const dump_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        fixture *self = fixture_create();
        const char *yaml = cv_format(self->arena, "name: A\n%s", cases[i].yaml);
        const char *dump = fixture_dump(self, fixture_decode(self, yaml));
        assert_string_equal(fixture_findings(self), "");
        const char *head = "name \"A\"\nlanguage en\n";
        assert_memory_equal(dump, head, strlen(head));
        assert_string_equal(dump + strlen(head), cases[i].dump);
        fixture_destroy(self);
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
