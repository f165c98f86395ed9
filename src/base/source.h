// SPDX-License-Identifier: MIT
// source.h - one text that findings can point into: a resume, a theme, a --set value.
#ifndef CV_BASE_SOURCE_H
#define CV_BASE_SOURCE_H

#include "base/arena.h"
#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

// Half-open byte range in one source. Lines and columns are computed only when printing.
typedef struct cv_span {
    uint32_t source, begin, end;
} cv_span;

typedef struct cv_source {
    const char *name; // as messages show it: a path, "<stdin>", "--set"
    cv_bytes bytes;   // may be anything at all: it is shown only through a printer that escapes
} cv_source;

typedef struct cv_place {
    uint32_t line, column; // from 1; columns in code points, a tab is one
    cv_bytes excerpt;      // the line, without its line end
} cv_place;

// Where `offset` lies. An offset past the end is the end. Line ends: LF, CR LF, CR.
cv_place cv_source_locate(const cv_source *source, uint32_t offset);

// `span` narrowed to the first place within it where `text` stands literally; `span` itself where
// it does not (it was written with an escape, say).
cv_span cv_source_narrow(const cv_source *source, cv_span span, const char *text);

#endif
