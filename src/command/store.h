// SPDX-License-Identifier: MIT
// store.h - memory of a build: taken piece by piece, freed as a whole.
#ifndef CV_COMMAND_STORE_H
#define CV_COMMAND_STORE_H

#include <stddef.h>

// All zero: empty.
typedef struct cv_store {
    struct cv_store_block *newest;
} cv_store;

// Memory for any type; NULL if it runs out.
void *cv_store_take(cv_store *store, size_t size);

// A copy of `text[size]`, ended by a NUL; NULL as above.
char *cv_store_copy(cv_store *store, const char *text, size_t size);

// The path of `name` in `folder`, which is empty or may end in a slash; NULL as above.
char *cv_store_join(cv_store *store, const char *folder, const char *name);

void cv_store_free(cv_store *store);

// For a growing array from malloc(): `items[*room]`, moved if need be, so that there is room for
// one more than `count`. NULL, with the array as it was, if memory runs out.
void *cv_grown(void *items, size_t *room, size_t count, size_t size);

#endif
