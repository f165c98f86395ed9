// SPDX-License-Identifier: MIT
// memo.h - results by what they were made from, for jobs that make the same again.
//
// Keys and values are bytes, copied to the heap. What finds no memory is simply not kept. One memo
// belongs to one thread.
#ifndef CV_BASE_MEMO_H
#define CV_BASE_MEMO_H

#include "base/text.h"

#include <stdbool.h>

typedef struct cv_memo cv_memo;

// NULL if memory runs out.
cv_memo *cv_memo_create(void);
void cv_memo_destroy(cv_memo *memo); // accepts NULL

// Where more than `limit` bytes are held, forgets what has not been found since the last time that
// was so, or everything if that is still too much. What was found before may be gone then.
void cv_memo_trim(cv_memo *memo, size_t limit);

// True, and the value in `*value`, if one was kept under these bytes. It is aligned for any type.
bool cv_memo_find(cv_memo *memo, cv_bytes key, cv_bytes *value);

// Room for a value of `size` bytes under a key that has none, for the caller to fill at once. NULL
// if memory runs out.
void *cv_memo_add(cv_memo *memo, cv_bytes key, size_t size);

#endif
