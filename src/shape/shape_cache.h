// SPDX-License-Identifier: MIT
// shape_cache.h - shaped texts by content, for layouts and renderings that share them.
//
// It changes speed, never glyphs.
#ifndef CV_SHAPE_SHAPE_CACHE_H
#define CV_SHAPE_SHAPE_CACHE_H

#include "base/memo.h"

#include <stdint.h>

typedef struct cv_shaped_glyph cv_shaped_glyph;
typedef struct cv_font cv_font;

// A run whose stretch is known by its number in the text.
typedef struct cv_cached_run {
    uint32_t begin, end, first, count, stretch, script;
    uint8_t level;
    const cv_font *font;
} cv_cached_run;

typedef struct cv_cached_shape {
    const cv_cached_run *runs;
    const cv_shaped_glyph *glyphs;
    size_t run_count, glyph_count;
} cv_cached_shape;

// True, and the shape in `*shape`, if one was added under these bytes. Its arrays are the memo's.
bool cv_shape_cache_find(cv_memo *memo, cv_bytes key, cv_cached_shape *shape);

// Keeps a copy.
void cv_shape_cache_add(cv_memo *memo, cv_bytes key, const cv_cached_shape *shape);

#endif
