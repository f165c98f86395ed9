// SPDX-License-Identifier: MIT
// memo.c - a hash table with chains; each entry is one block of memory.
#include "base/memo.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096 }; // a power of two; a batch of one resume has some hundred texts

typedef struct entry {
    struct entry *next;
    uint64_t hash;
    size_t key_size, value_size;
    bool was_found;      // since the memo was last trimmed
    max_align_t value[]; // then the key
} entry;

struct cv_memo {
    entry *buckets[BUCKETS];
    size_t size; // in bytes, of all entries
};

// Eight bytes at a time, as keys may be whole pages: each step is a bijection of what came before.
static uint64_t hash_of(cv_bytes key) {
    const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15); // 2^64 by the golden ratio
    uint64_t hash = key.size;
    for (size_t at = 0; at < key.size;) {
        uint64_t word = 0;
        size_t size = key.size - at < sizeof word ? key.size - at : sizeof word;
        memcpy(&word, key.data + at, size);
        hash = (hash ^ word) * golden;
        hash ^= hash >> 32;
        at += size;
    }
    return hash;
}

static unsigned char *key_of(const entry *found) {
    return (unsigned char *)found->value + found->value_size;
}

cv_memo *cv_memo_create(void) { return calloc(1, sizeof(cv_memo)); }

static size_t size_of(const entry *each) {
    return sizeof(entry) + each->value_size + each->key_size;
}

// Those that were found lately may stay, and have to be found again to stay the next time.
static void forget(cv_memo *memo, bool all) {
    for (size_t i = 0; i < BUCKETS; i++) {
        for (entry **link = &memo->buckets[i]; *link;) {
            entry *each = *link;
            if (!all && each->was_found) {
                each->was_found = false;
                link = &each->next;
                continue;
            }
            *link = each->next;
            memo->size -= size_of(each);
            free(each);
        }
    }
}

void cv_memo_destroy(cv_memo *memo) {
    if (!memo) return;
    forget(memo, true);
    free(memo);
}

void cv_memo_trim(cv_memo *memo, size_t limit) {
    if (memo->size > limit) forget(memo, false);
    if (memo->size > limit) forget(memo, true);
}

bool cv_memo_find(cv_memo *memo, cv_bytes key, cv_bytes *value) {
    uint64_t hash = hash_of(key);
    for (entry *each = memo->buckets[hash % BUCKETS]; each; each = each->next) {
        if (each->hash != hash || each->key_size != key.size ||
            memcmp(key_of(each), key.data, key.size) != 0)
            continue;
        each->was_found = true;
        *value = (cv_bytes){(const unsigned char *)each->value, each->value_size};
        return true;
    }
    return false;
}

void *cv_memo_add(cv_memo *memo, cv_bytes key, size_t size) {
    entry *fresh = malloc(sizeof(entry) + size + key.size);
    if (!fresh) return NULL;
    uint64_t hash = hash_of(key);
    *fresh = (entry){.next = memo->buckets[hash % BUCKETS],
                     .hash = hash,
                     .key_size = key.size,
                     .value_size = size};
    memcpy(key_of(fresh), key.data, key.size);
    memo->buckets[hash % BUCKETS] = fresh;
    memo->size += size_of(fresh);
    return fresh->value;
}
