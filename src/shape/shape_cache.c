// SPDX-License-Identifier: MIT
// shape_cache.c - a hash table with chains; each entry is one block of memory.
#include "shape/shape_cache.h"

#include "shape/shape.h"

#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096 }; // a power of two; a batch of one resume has some hundred texts

typedef struct entry {
    struct entry *next;
    uint64_t hash;
    size_t key_size;
    cv_cached_shape shape; // its arrays follow, then the key
} entry;

struct cv_shape_cache {
    entry *buckets[BUCKETS];
    size_t size; // in bytes, of all entries
};

// FNV-1a, 64 bits.
static uint64_t hash_of(cv_bytes key) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < key.size; i++) hash = (hash ^ key.data[i]) * UINT64_C(1099511628211);
    return hash;
}

static char *key_of(const entry *found) {
    return (char *)(found + 1) + found->shape.run_count * sizeof *found->shape.runs +
           found->shape.glyph_count * sizeof *found->shape.glyphs;
}

cv_shape_cache *cv_shape_cache_create(void) { return calloc(1, sizeof(cv_shape_cache)); }

static void empty(cv_shape_cache *cache) {
    for (size_t i = 0; i < BUCKETS; i++) {
        for (entry *each = cache->buckets[i]; each;) {
            entry *next = each->next;
            free(each);
            each = next;
        }
        cache->buckets[i] = NULL;
    }
    cache->size = 0;
}

void cv_shape_cache_destroy(cv_shape_cache *cache) {
    if (!cache) return;
    empty(cache);
    free(cache);
}

void cv_shape_cache_trim(cv_shape_cache *cache, size_t limit) {
    if (cache->size > limit) empty(cache);
}

const cv_cached_shape *cv_shape_cache_find(const cv_shape_cache *cache, cv_bytes key) {
    uint64_t hash = hash_of(key);
    for (const entry *each = cache->buckets[hash % BUCKETS]; each; each = each->next)
        if (each->hash == hash && each->key_size == key.size &&
            memcmp(key_of(each), key.data, key.size) == 0)
            return &each->shape;
    return NULL;
}

void cv_shape_cache_add(cv_shape_cache *cache, cv_bytes key, const cv_cached_shape *shape) {
    size_t run_bytes = shape->run_count * sizeof *shape->runs;
    size_t glyph_bytes = shape->glyph_count * sizeof *shape->glyphs;
    size_t size = sizeof(entry) + run_bytes + glyph_bytes + key.size;
    entry *fresh = malloc(size);
    if (!fresh) return;
    char *runs = (char *)(fresh + 1), *glyphs = runs + run_bytes;
    uint64_t hash = hash_of(key);
    *fresh = (entry){.next = cache->buckets[hash % BUCKETS],
                     .hash = hash,
                     .key_size = key.size,
                     .shape = *shape};
    fresh->shape.runs = (const cv_cached_run *)(void *)runs;
    fresh->shape.glyphs = (const cv_shaped_glyph *)(void *)glyphs;
    if (run_bytes) memcpy(runs, shape->runs, run_bytes);
    if (glyph_bytes) memcpy(glyphs, shape->glyphs, glyph_bytes);
    memcpy(key_of(fresh), key.data, key.size);
    cache->buckets[hash % BUCKETS] = fresh;
    cache->size += size;
}
