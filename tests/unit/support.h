// SPDX-License-Identifier: MIT
// support.h - what tests of several rooms need: an arena, a report, faces, a document from YAML.
//
// A test is a function that takes a `support`; SUPPORT_TEST makes it a row of cmocka's table.
#ifndef SUPPORT_H
#define SUPPORT_H

#include "base/diagnostic.h"
#include "base/text.h"
#include "document/document.h"
#include "shape/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct support {
    cv_arena *arena;
    cv_report report;
} support;

typedef struct support_case {
    void (*run)(support *self);
} support_case;

#define SUPPORT_TEST(function)                                                                     \
    {                                                                                              \
#function, support_run, NULL, NULL, &(support_case) { function }                           \
    }

// Runs the case at `*state` with an arena whose recovery point fails the test.
void support_run(void **state);

cv_bytes support_bytes(const char *text);

// A file of the repository, which must be there.
cv_bytes support_file(support *self, const char *name);

// Fails unless `part` occurs in `text`.
void support_contains(const char *text, const char *part);

// The bundled faces in the order of their families, closed with the arena.
enum { SUPPORT_FACES = 10 };
const cv_font *const *support_faces(support *self);

// A set of these alone.
cv_font_set *support_fonts(support *self);

// The document of a resume; fails on any error in it.
const cv_document *support_compose(support *self, const char *yaml);

// The style of the theme classic in English.
const cv_style *support_style(support *self);

// A document without blocks, in Lato at `points` and English, on A4.
cv_document *support_document(support *self, int points);

// A text that looks the same throughout, in the document's size.
cv_block_text support_text(support *self, const cv_document *document, const char *string);

// A small generator of its own, so that random cases are the same on every machine: from 0 to
// `below` - 1. Source: Marsaglia, "Xorshift RNGs" (2003).
uint32_t support_random(uint32_t *seed, uint32_t below);

#endif
