// SPDX-License-Identifier: MIT
// array.c - growth by doubling.
#include "base/array.h"

#include <string.h>

void *cv_array_grow(cv_arena *arena, const void *items, size_t count, size_t *room, size_t size) {
    *room = *room < 8 ? 8 : 2 * *room;
    void *fresh = cv_arena_reserve(arena, *room, size);
    if (count) memcpy(fresh, items, count * size);
    return fresh;
}
