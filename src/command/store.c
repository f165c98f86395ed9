// SPDX-License-Identifier: MIT
// store.c - blocks, filled from the front.
#include "command/store.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 << 10 };

typedef struct cv_store_block {
    struct cv_store_block *older;
    size_t used, room;
    alignas(max_align_t) unsigned char bytes[];
} block;

static block *add_block(cv_store *store, size_t room) {
    if (room < BLOCK_SIZE) room = BLOCK_SIZE;
    if (room > SIZE_MAX - sizeof(block)) return NULL;
    block *fresh = malloc(sizeof *fresh + room);
    if (!fresh) return NULL;
    *fresh = (block){.older = store->newest, .room = room};
    return store->newest = fresh;
}

// `align` is a power of 2, and blocks begin where any type may.
static void *take(cv_store *store, size_t size, size_t align) {
    block *newest = store->newest;
    size_t begin = newest ? (newest->used + align - 1) & ~(align - 1) : 0;
    if (!newest || begin > newest->room || newest->room - begin < size) {
        newest = add_block(store, size);
        begin = 0;
    }
    if (!newest) return NULL;
    newest->used = begin + size;
    return newest->bytes + begin;
}

void *cv_store_take(cv_store *store, size_t size) {
    return take(store, size, alignof(max_align_t));
}

char *cv_store_copy(cv_store *store, const char *text, size_t size) {
    char *copy = size < SIZE_MAX ? take(store, size + 1, 1) : NULL;
    if (!copy) return NULL;
    memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

char *cv_store_join(cv_store *store, const char *folder, const char *name) {
    size_t size = strlen(folder), length = strlen(name);
    bool needs_slash = size > 0 && folder[size - 1] != '/';
    char *path = take(store, size + needs_slash + length + 1, 1);
    if (!path) return NULL;
    memcpy(path, folder, size);
    if (needs_slash) path[size] = '/';
    memcpy(path + size + needs_slash, name, length + 1);
    return path;
}

void cv_store_free(cv_store *store) {
    while (store->newest) {
        block *older = store->newest->older;
        free(store->newest);
        store->newest = older;
    }
}

void *cv_grown(void *items, size_t *room, size_t count, size_t size) {
    if (count < *room) return items;
    size_t wanted = *room ? 2 * *room : 16;
    if (wanted > SIZE_MAX / size) return NULL;
    void *grown = realloc(items, wanted * size);
    if (grown) *room = wanted;
    return grown;
}
