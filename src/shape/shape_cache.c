// SPDX-License-Identifier: MIT
// shape_cache.c - a shape as one block: the counts, the runs, the glyphs.
#include "shape/shape_cache.h"

#include "shape/shape.h"

#include <string.h>

typedef struct cached {
    size_t run_count, glyph_count;
    cv_cached_run runs[]; // then the glyphs, which need no stricter alignment
} cached;

bool cv_shape_cache_find(cv_memo *memo, cv_bytes key, cv_cached_shape *shape) {
    cv_bytes value;
    if (!cv_memo_find(memo, key, &value)) return false;
    const cached *found = (const void *)value.data;
    *shape = (cv_cached_shape){
        .runs = found->runs,
        .glyphs = (const void *)(found->runs + found->run_count),
        .run_count = found->run_count,
        .glyph_count = found->glyph_count,
    };
    return true;
}

void cv_shape_cache_add(cv_memo *memo, cv_bytes key, const cv_cached_shape *shape) {
    size_t run_bytes = shape->run_count * sizeof *shape->runs;
    size_t glyph_bytes = shape->glyph_count * sizeof *shape->glyphs;
    cached *fresh = cv_memo_add(memo, key, sizeof *fresh + run_bytes + glyph_bytes);
    if (!fresh) return;
    fresh->run_count = shape->run_count;
    fresh->glyph_count = shape->glyph_count;
    if (run_bytes) memcpy(fresh->runs, shape->runs, run_bytes);
    if (glyph_bytes) memcpy(fresh->runs + shape->run_count, shape->glyphs, glyph_bytes);
}
