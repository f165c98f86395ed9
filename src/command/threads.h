// SPDX-License-Identifier: MIT
// threads.h - numbered tasks done by threads, and their results taken in order.
#ifndef CV_COMMAND_THREADS_H
#define CV_COMMAND_THREADS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cv_thread_work {
    size_t count;   // of tasks
    size_t threads; // 1: all is done where it is asked for
    void *context;  // for:

    // What a thread has for itself, from its begin to its end; NULL is none.
    void *(*open)(void *context);
    void (*close)(void *own);

    // In a thread: does task `number`, of which nobody else does anything meanwhile.
    void (*run)(void *context, void *own, size_t number);

    // Where it was asked for: takes the results one after the other, from task 0 on.
    void (*accept)(void *context, size_t number);
} cv_thread_work;

// False, with nothing done, if memory ran out. Fewer threads than asked for are no mistake.
bool cv_threads_run(const cv_thread_work *work);

#endif
