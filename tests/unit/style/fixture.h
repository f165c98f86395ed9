// SPDX-License-Identifier: MIT
// fixture.h - resolves a design from YAML text; themes and locales are read from data/.
#ifndef STYLE_FIXTURE_H
#define STYLE_FIXTURE_H

#include "style/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// A file that is not in data/, or hides the one that is.
typedef struct fixture_file {
    const char *name, *text;
} fixture_file;

typedef struct fixture {
    cv_arena *arena;
    cv_report report;
    fixture_file file; // name NULL: none
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

static inline cv_bytes fixture_bytes(const char *text) {
    return (cv_bytes){(const unsigned char *)text, strlen(text)};
}

static inline cv_bytes fixture_find(const void *data, const char *name) {
    const fixture *self = data;
    if (cv_equal(self->file.name, name)) return fixture_bytes(self->file.text);
    FILE *file = fopen(cv_format(self->arena, CVPDF_SOURCE_DIR "/%s", name), "rb");
    if (!file) return (cv_bytes){NULL, 0};
    enum { ROOM = 1 << 16 };
    unsigned char *bytes = CV_NEW_ARRAY(self->arena, unsigned char, ROOM);
    size_t size = fread(bytes, 1, ROOM, file);
    fclose(file);
    assert_in_range(size, 1, ROOM - 1);
    return (cv_bytes){bytes, size};
}

static inline const cv_node *fixture_read(fixture *self, const char *yaml) {
    uint32_t source = cv_report_add_source(&self->report, "resume.yaml", fixture_bytes(yaml));
    const cv_node *tree = cv_tree_read(source, self->arena, &self->report);
    assert_non_null(tree);
    return tree;
}

static inline const cv_style *fixture_resolve(fixture *self, const char *yaml) {
    cv_files *none = cv_files_create(NULL, NULL, self->arena, &self->report);
    cv_data data = {fixture_find, self, none, NULL};
    return cv_style_resolve(fixture_read(self, yaml), data, self->arena, &self->report);
}

// The text between `path` and the end of its line in the dump of the style.
static inline const char *fixture_value(fixture *self, const cv_style *style, const char *path) {
    cv_text_builder dump = {.arena = self->arena};
    cv_text_add_char(&dump, '\n');
    cv_style_dump(style, &dump);
    const char *line = strstr(dump.bytes, cv_format(self->arena, "\n%s ", path));
    assert_non_null(line);
    line += strlen(path) + 2;
    return cv_copy(self->arena, line, strcspn(line, "\n"));
}

// What the person wrote where the finding points.
static inline const char *fixture_excerpt(const fixture *self, const cv_diagnostic *found) {
    const cv_source *source = &self->report.sources.items[found->span.source];
    return cv_copy(self->arena, (const char *)source->bytes.data + found->span.begin,
                   found->span.end - found->span.begin);
}

static inline void assert_contains(const char *text, const char *part) {
    if (!text || !strstr(text, part)) fail_msg("'%s' is not in '%s'", part, text ? text : "(none)");
}

#endif
