// SPDX-License-Identifier: MIT
// threads.c - the door to POSIX threads.
#include "command/threads.h"

#include <pthread.h>
#include <stdlib.h>

enum {
    MOST_THREADS = 64,
    MOST_AHEAD = 64 // tasks that may be done and not yet accepted: results take memory
};

typedef struct crew {
    const cv_thread_work *work;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool *done;             // of each task; this and what follows are under the lock
    size_t taken, accepted; // how many
} crew;

// The next task that nobody has taken, once those before it are nearly accepted; false if there is
// none.
static bool take(crew *self, size_t *number) {
    pthread_mutex_lock(&self->lock);
    while (self->taken < self->work->count && self->taken >= self->accepted + MOST_AHEAD)
        pthread_cond_wait(&self->changed, &self->lock);
    bool is_taken = self->taken < self->work->count;
    *number = self->taken;
    self->taken += is_taken;
    pthread_mutex_unlock(&self->lock);
    return is_taken;
}

static void *labour(void *context) {
    crew *self = context;
    const cv_thread_work *work = self->work;
    void *own = work->open(work->context);
    for (size_t number; take(self, &number);) {
        work->run(work->context, own, number);
        pthread_mutex_lock(&self->lock);
        self->done[number] = true;
        pthread_cond_broadcast(&self->changed);
        pthread_mutex_unlock(&self->lock);
    }
    work->close(own);
    return NULL;
}

static void await(crew *self, size_t number) {
    pthread_mutex_lock(&self->lock);
    while (!self->done[number]) pthread_cond_wait(&self->changed, &self->lock);
    self->accepted = number + 1;
    pthread_cond_broadcast(&self->changed);
    pthread_mutex_unlock(&self->lock);
}

static void run_here(const cv_thread_work *work) {
    void *own = work->open(work->context);
    for (size_t i = 0; i < work->count; i++) {
        work->run(work->context, own, i);
        work->accept(work->context, i);
    }
    work->close(own);
}

static void run_threads(crew *self) {
    const cv_thread_work *work = self->work;
    pthread_t threads[MOST_THREADS];
    size_t count = 0;
    size_t wanted = work->threads < MOST_THREADS ? work->threads : MOST_THREADS;
    while (count < wanted && pthread_create(&threads[count], NULL, labour, self) == 0) count++;
    if (!count) run_here(work);
    for (size_t i = 0; i < work->count && count; i++) {
        await(self, i);
        work->accept(work->context, i);
    }
    for (size_t i = 0; i < count; i++) pthread_join(threads[i], NULL);
}

bool cv_threads_run(const cv_thread_work *work) {
    if (work->threads < 2 || work->count < 2) {
        run_here(work);
        return true;
    }
    crew self = {.work = work,
                 .lock = PTHREAD_MUTEX_INITIALIZER,
                 .changed = PTHREAD_COND_INITIALIZER,
                 .done = calloc(work->count, sizeof *self.done)};
    if (!self.done) return false;
    run_threads(&self);
    free(self.done);
    return true;
}
