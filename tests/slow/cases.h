// SPDX-License-Identifier: MIT
// cases.h - inputs on which a careless program takes quadratic time, of any size.
#ifndef SLOW_CASES_H
#define SLOW_CASES_H

#include <stdbool.h>
#include <stddef.h>

// The input of size n is `head`, n times `piece`, `middle`, n times `closing`, `tail`. In `piece`,
// `$` stands for its number and `@` for a character that no other piece has.
typedef struct slow_case {
    const char *name;
    bool is_resume;  // or one that is refused, at any size above 0
    size_t size;     // whose instructions are counted, then of twice and of four times that
    size_t greatest; // that must be done in ten seconds
    const char *head, *piece, *middle, *closing, *tail;
} slow_case;

// NULL if there is no case of this name.
const slow_case *slow_case_find(const char *name);

// The input of size `n`, to be freed; NULL if memory runs out. A zero byte follows.
char *slow_case_make(const slow_case *made, size_t n, size_t *size);

#endif
