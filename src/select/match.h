// SPDX-License-Identifier: MIT
// match.h - which item of one list is which of another.
#ifndef CV_SELECT_MATCH_H
#define CV_SELECT_MATCH_H

#include "base/array.h"
#include "base/source.h"

typedef struct cv_match_item {
    const char *name;  // what it says, or what else tells it from others
    const char *shown; // to people
    cv_span span;
    size_t other; // its counterpart in the other list, CV_NO_MATCH for none; set by cv_match()
} cv_match_item;

typedef struct cv_match_items CV_ARRAY(cv_match_item) cv_match_items;

#define CV_NO_MATCH ((size_t)-1)

// Finds counterparts: those that say the same, those at the same place of the same source, and of
// the rest those that share most of their words.
void cv_match(cv_match_items *from, cv_match_items *to, cv_arena *arena);

#endif
