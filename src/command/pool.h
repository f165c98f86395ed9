// SPDX-License-Identifier: MIT
// pool.h - worker processes that do numbered tasks for one parent.
//
// A worker that crashes, hangs or answers nonsense costs the task that it was at, and another takes
// its place. Workers are forked from the parent as it is: what it has loaded, they have.
#ifndef CV_COMMAND_POOL_H
#define CV_COMMAND_POOL_H

#include "command/answer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cv_pool_work {
    const uint32_t *tasks; // their numbers, in the order in which the answers are wanted
    size_t count;
    size_t jobs;      // workers at one time
    long patience_ms; // for one task; a worker that takes longer is stopped
    void *context;    // for:

    // In a worker: answers the tasks that come down `channel`; returns what to exit with.
    int (*serve)(void *context, int channel);

    // Takes answers in the order of the tasks, `first` being the number in that order of the first
    // of them; their bodies go when it returns. False: no more is wanted.
    bool (*accept)(void *context, size_t first, const cv_answer *answers, size_t count);
} cv_pool_work;

// Does all of it. False if memory ran out.
bool cv_pool_run(const cv_pool_work *work);

#endif
