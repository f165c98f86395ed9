// SPDX-License-Identifier: MIT
// shape_cache.h - shaped texts by content, for layouts and renderings that share them.
//
// It changes speed, never glyphs. Entries live on the heap until the cache is emptied or destroyed;
// one that finds no memory is simply not kept. One cache belongs to one thread.
#ifndef CV_SHAPE_SHAPE_CACHE_H
#define CV_SHAPE_SHAPE_CACHE_H

#include "base/text.h"

#include <stdint.h>

typedef struct cv_shape_cache cv_shape_cache;
typedef struct cv_shaped_glyph cv_shaped_glyph;
typedef struct cv_font cv_font;

// A run whose stretch is known by its number in the text.
typedef struct cv_cached_run {
    uint32_t begin, end, first, count, stretch, script;
    const cv_font *font;
} cv_cached_run;

typedef struct cv_cached_shape {
    const cv_cached_run *runs;
    const cv_shaped_glyph *glyphs;
    size_t run_count, glyph_count;
} cv_cached_shape;

// NULL if memory runs out.
cv_shape_cache *cv_shape_cache_create(void);
void cv_shape_cache_destroy(cv_shape_cache *cache); // accepts NULL

// Forgets everything where more than `limit` bytes are held. What was found before is gone then.
void cv_shape_cache_trim(cv_shape_cache *cache, size_t limit);

// What was added under these bytes, NULL if nothing was.
const cv_cached_shape *cv_shape_cache_find(const cv_shape_cache *cache, cv_bytes key);

// Keeps a copy.
void cv_shape_cache_add(cv_shape_cache *cache, cv_bytes key, const cv_cached_shape *shape);

#endif
