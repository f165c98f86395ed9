// SPDX-License-Identifier: MIT
// held.h - outputs that wait for all others: what is in their place may be a file that a resume
// names, and it is known only when all are read.
#ifndef CV_COMMAND_HELD_H
#define CV_COMMAND_HELD_H

#include "command/answer.h"
#include "command/plan.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct cv_held_answer {
    size_t place; // among the chosen tasks
    cv_answer answer;
} cv_held_answer;

typedef struct cv_held {
    bool *waits; // by place; NULL: nobody does
    cv_held_answer *items;
    size_t count, room;
} cv_held;

// Finds out which outputs wait: those in whose place there is a file that is no PDF. A theme, a
// photo or a font is none. False if memory runs out.
bool cv_held_open(cv_held *held, const cv_plan *plan);
void cv_held_free(cv_held *held);

// Keeps a copy of the answer. False if memory runs out.
bool cv_held_add(cv_held *held, size_t place, const cv_answer *answer);

#endif
