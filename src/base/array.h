// SPDX-License-Identifier: MIT
// array.h - typed arrays that grow in an arena.
//
//   typedef struct cv_lines CV_ARRAY(cv_line) cv_lines;
//   cv_lines lines = {0};
//   CV_PUSH(arena, &lines, line);
//
// Growing moves the items: keep indices, not pointers, while an array still grows.
#ifndef CV_BASE_ARRAY_H
#define CV_BASE_ARRAY_H

#include "base/arena.h"

#include <stddef.h>

#define CV_ARRAY(type)                                                                             \
    {                                                                                              \
        type *items;                                                                               \
        size_t count, room;                                                                        \
    }

// Appends `...` (one expression, braces allowed, that does not read the array itself).
#define CV_PUSH(arena, array, ...)                                                                 \
    ((void)((array)->count < (array)->room                                                         \
                ? 0                                                                                \
                : ((array)->items = cv_array_grow(arena, (array)->items, (array)->count,           \
                                                  &(array)->room, sizeof *(array)->items),         \
                   0)),                                                                            \
     (void)((array)->items[(array)->count++] = (__VA_ARGS__)))

// Room for twice as many items of `size` bytes, at least eight; copies the `count` there are.
void *cv_array_grow(cv_arena *arena, const void *items, size_t count, size_t *room, size_t size);

#endif
