// SPDX-License-Identifier: MIT
// seen.h - a set of texts, by 64-bit hashes.
#ifndef CV_COMMAND_SEEN_H
#define CV_COMMAND_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// All zero: empty.
typedef struct cv_seen {
    uint64_t *hashes; // 0: free
    size_t count, room;
} cv_seen;

// FNV-1a of `bytes[size]`, going on from `start`: CV_HASH_START or that of other bytes. Never 0.
#define CV_HASH_START UINT64_C(14695981039346656037)
uint64_t cv_hash(uint64_t start, const void *bytes, size_t size);

// True if it has been added before, else adds it. Without memory for that, things are said twice.
bool cv_seen_add(cv_seen *seen, uint64_t hash);

void cv_seen_free(cv_seen *seen);

#endif
