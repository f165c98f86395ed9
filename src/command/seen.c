// SPDX-License-Identifier: MIT
// seen.c - open addressing, half full at most.
#include "command/seen.h"

#include <stdlib.h>

uint64_t cv_hash(uint64_t start, const void *bytes, size_t size) {
    uint64_t value = start;
    for (size_t i = 0; i < size; i++)
        value = (value ^ ((const unsigned char *)bytes)[i]) * UINT64_C(1099511628211);
    return value ? value : 1; // 0 is kept for free places
}

static uint64_t *find(uint64_t *hashes, size_t room, uint64_t value) {
    size_t at = (size_t)value & (room - 1); // a power of 2
    while (hashes[at] && hashes[at] != value) at = (at + 1) & (room - 1);
    return &hashes[at];
}

static bool grow(cv_seen *seen) {
    size_t room = seen->room ? 2 * seen->room : 64;
    uint64_t *hashes = calloc(room, sizeof *hashes);
    if (!hashes) return false;
    for (size_t i = 0; i < seen->room; i++)
        if (seen->hashes[i]) *find(hashes, room, seen->hashes[i]) = seen->hashes[i];
    free(seen->hashes);
    seen->hashes = hashes;
    seen->room = room;
    return true;
}

bool cv_seen_add(cv_seen *seen, uint64_t hash) {
    if (2 * seen->count >= seen->room && !grow(seen)) return false;
    uint64_t *place = find(seen->hashes, seen->room, hash);
    bool is_old = *place == hash;
    if (!is_old) seen->count++;
    *place = hash;
    return is_old;
}

void cv_seen_free(cv_seen *seen) { free(seen->hashes); }
