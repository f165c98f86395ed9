// SPDX-License-Identifier: MIT
// breaks.h - where a text may be broken, and how unwelcome that is.
#ifndef CV_LINE_BREAKS_H
#define CV_LINE_BREAKS_H

#include "base/array.h"

#include <stdint.h>

// Penalties of ragged setting. They are squared into demerits.
enum {
    CV_PENALTY_TIE = 20000,       // only if the line cannot fit otherwise
    CV_PENALTY_EMERGENCY = 30000, // inside a word that is wider than the measure
    CV_PENALTY_URL = 5000,
    CV_PENALTY_HYPHEN = 2000, // after the word's own: extractors take it for a division
    CV_PENALTY_SLASH = 300,
    CV_PENALTY_LOOSE_TIE = 150, // venue|year, degree|in
    CV_PENALTY_WEAK_WORD = 60   // a line that ends in "of"
};

typedef struct cv_break_place {
    uint32_t offset; // in bytes: the next line begins here
    int32_t penalty;
} cv_break_place;
typedef struct cv_break_places CV_ARRAY(cv_break_place) cv_break_places;

// Finds breaks in the texts of one language. Its ICU objects are closed with the arena.
typedef struct cv_breaker cv_breaker;

// NULL if ICU has no break rules, which is a broken installation.
cv_breaker *cv_breaker_open(const char *language, cv_arena *arena);

// The places inside `text` (UAX #14), not its ends, in order.
cv_break_places cv_breaks_find(cv_breaker *breaker, const char *text, cv_arena *arena);

#endif
