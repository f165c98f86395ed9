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
    max_align_t value[]; // then the key
} entry;

struct cv_memo {
    entry *buckets[BUCKETS];
    size_t size; // in bytes, of all entries
};

// FNV-1a, 64 bits.
static uint64_t hash_of(cv_bytes key) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < key.size; i++) hash = (hash ^ key.data[i]) * UINT64_C(1099511628211);
    return hash;
}

static unsigned char *key_of(const entry *found) {
    return (unsigned char *)found->value + found->value_size;
}

cv_memo *cv_memo_create(void) { return calloc(1, sizeof(cv_memo)); }

static void empty(cv_memo *memo) {
    for (size_t i = 0; i < BUCKETS; i++) {
        for (entry *each = memo->buckets[i]; each;) {
            entry *next = each->next;
            free(each);
            each = next;
        }
        memo->buckets[i] = NULL;
    }
    memo->size = 0;
}

void cv_memo_destroy(cv_memo *memo) {
    if (!memo) return;
    empty(memo);
    free(memo);
}

void cv_memo_trim(cv_memo *memo, size_t limit) {
    if (memo->size > limit) empty(memo);
}

bool cv_memo_find(const cv_memo *memo, cv_bytes key, cv_bytes *value) {
    uint64_t hash = hash_of(key);
    for (const entry *each = memo->buckets[hash % BUCKETS]; each; each = each->next) {
        if (each->hash != hash || each->key_size != key.size ||
            memcmp(key_of(each), key.data, key.size) != 0)
            continue;
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
    memo->size += sizeof(entry) + size + key.size;
    return fresh->value;
}
