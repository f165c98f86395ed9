// SPDX-License-Identifier: MIT
// arena.h - memory that lives as long as one document.
//
// Nothing is freed one by one: cv_arena_destroy() frees all and closes what was registered.
// Allocation never returns NULL. When memory or a limit runs out it jumps to the recovery
// point of the owner (library/render.c), so no caller needs an error path.
// Hence: never allocate inside a callback of ICU, HarfBuzz, libyaml or libharu.
#ifndef CV_BASE_ARENA_H
#define CV_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

typedef struct cv_arena cv_arena;

// What cv_arena_recovery() is reached with.
enum { CV_NO_MEMORY = 1, CV_OVER_LIMIT = 2 };

// NULL if not even the first block can be had. `limit` is in bytes, 0 for none.
cv_arena *cv_arena_create(size_t limit);
void cv_arena_destroy(cv_arena *arena);

// An arena for scratch memory: it shares the parent's recovery point and limit. Destroy it early,
// or leave it to the parent's destruction.
cv_arena *cv_arena_child(cv_arena *parent);

// Where allocation failure lands; must be armed with setjmp() before the first allocation.
jmp_buf *cv_arena_recovery(cv_arena *arena);

// Zeroed memory, aligned for any type.
void *cv_arena_alloc(cv_arena *arena, size_t count, size_t size);

// The same, but not zeroed: for what is written before it is read.
void *cv_arena_reserve(cv_arena *arena, size_t count, size_t size);

// Calls close(handle) on destruction, last registered first.
void cv_arena_defer(cv_arena *arena, void (*close)(void *), void *handle);

// Bytes held now by the arena and its children, for reports.
size_t cv_arena_size(const cv_arena *arena);

#define CV_NEW(arena, type)          ((type *)cv_arena_alloc(arena, 1, sizeof(type)))
#define CV_NEW_ARRAY(arena, type, n) ((type *)cv_arena_alloc(arena, n, sizeof(type)))

#endif
