// SPDX-License-Identifier: MIT
// arena.c - blocks in a list, newest first; children hang on their parent.
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
#ifdef CV_ARENA_DEBUG
    FIRST_BLOCK = 0, // one malloc for each allocation, so that ASan sees overruns
    LARGEST_BLOCK = 0
#else
    FIRST_BLOCK = 16 << 10, // doubles up to the largest, so that small documents stay small
    LARGEST_BLOCK = 256 << 10
#endif
};

typedef struct block {
    struct block *older;
    size_t size; // of `bytes`
    alignas(max_align_t) unsigned char bytes[];
} block;

typedef struct deferred {
    struct deferred *older;
    void (*close)(void *);
    void *handle;
} deferred;

struct cv_arena {
    cv_arena *parent; // NULL for the root
    cv_arena *children, *sibling;
    block *newest;
    size_t used, room; // of the newest block
    size_t next_block;
    size_t total; // bytes of the blocks of this arena
    deferred *open;
    // Of the root only:
    size_t limit, grand_total;
    jmp_buf recovery;
};

static cv_arena *root_of(cv_arena *arena) {
    while (arena->parent) arena = arena->parent;
    return arena;
}

cv_arena *cv_arena_create(size_t limit) {
    cv_arena *arena = calloc(1, sizeof *arena);
    if (!arena) return NULL;
    arena->limit = limit;
    arena->next_block = FIRST_BLOCK;
    return arena;
}

cv_arena *cv_arena_child(cv_arena *parent) {
    cv_arena *child = calloc(1, sizeof *child);
    if (!child) longjmp(root_of(parent)->recovery, CV_NO_MEMORY);
    child->parent = parent;
    child->sibling = parent->children;
    child->next_block = FIRST_BLOCK;
    parent->children = child;
    return child;
}

static void unlink_child(cv_arena *child) {
    cv_arena **link = &child->parent->children;
    while (*link != child) link = &(*link)->sibling;
    *link = child->sibling;
}

// Frees an arena that its parent does not list any more.
static void release(cv_arena *arena) {
    for (cv_arena *child = arena->children, *next; child; child = next) {
        next = child->sibling;
        release(child);
    }
    for (deferred *entry = arena->open; entry; entry = entry->older) entry->close(entry->handle);
    root_of(arena)->grand_total -= arena->total;
    for (block *each = arena->newest; each;) {
        block *older = each->older;
        free(each);
        each = older;
    }
    free(arena);
}

void cv_arena_destroy(cv_arena *arena) {
    if (!arena) return;
    if (arena->parent) unlink_child(arena);
    release(arena);
}

jmp_buf *cv_arena_recovery(cv_arena *arena) { return &root_of(arena)->recovery; }

size_t cv_arena_size(const cv_arena *arena) {
    size_t size = arena->total;
    for (const cv_arena *child = arena->children; child; child = child->sibling)
        size += cv_arena_size(child);
    return size;
}

static void grow(cv_arena *arena, size_t need) {
    cv_arena *root = root_of(arena);
    size_t room = need > arena->next_block ? need : arena->next_block;
    if (root->limit && (room > root->limit || root->grand_total > root->limit - room))
        longjmp(root->recovery, CV_OVER_LIMIT);
    block *fresh = malloc(sizeof *fresh + room);
    if (!fresh) longjmp(root->recovery, CV_NO_MEMORY);
    fresh->older = arena->newest;
    fresh->size = room;
    arena->newest = fresh;
    arena->used = 0;
    arena->room = room;
    arena->total += room;
    root->grand_total += room;
    if (arena->next_block < LARGEST_BLOCK) arena->next_block *= 2;
}

void *cv_arena_reserve(cv_arena *arena, size_t count, size_t size) {
    const size_t align = alignof(max_align_t);
    if (size && count > (SIZE_MAX / 2 - align) / size)
        longjmp(root_of(arena)->recovery, CV_OVER_LIMIT);
    size_t need = (count * size + align) / align * align; // at least one unit, even if empty
    if (need > arena->room - arena->used) grow(arena, need);
    void *memory = arena->newest->bytes + arena->used;
    arena->used += need;
    return memory;
}

// Zeroed piece by piece: of a scratch arena's first block, most is never handed out.
void *cv_arena_alloc(cv_arena *arena, size_t count, size_t size) {
    return memset(cv_arena_reserve(arena, count, size), 0, count * size);
}

void cv_arena_defer(cv_arena *arena, void (*close)(void *), void *handle) {
    deferred *entry = CV_NEW(arena, deferred);
    *entry = (deferred){.older = arena->open, .close = close, .handle = handle};
    arena->open = entry;
}
