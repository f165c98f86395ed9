// SPDX-License-Identifier: MIT
// pool.c - one socket pair for each worker, one poll() for all.
//
// Answers are handed on in order. To bound what is held back for a slow task, no task begins that
// is more than a window ahead of the first one that is missing.
#include "command/pool.h"

#include "command/confine.h"
#include "command/signals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    DEPTH = 4,          // tasks that a worker is given in advance: it need not wait for the parent
    WINDOW = 4 * DEPTH, // by worker
    MOST_AT_ONCE = 16,  // answers that are handed on together
    LONGEST_NAP_MS = 1000, // what counts of a wait: where all were stopped, none is late
};

typedef struct worker_state {
    pid_t process; // 0: there is none
    int channel;
    size_t queue[DEPTH]; // places in the order; the first is being done
    size_t queued;
    long waited_ms; // for the first
    size_t got;     // bytes of `head` and then `body`
    cv_answer_head head;
    unsigned char *body;
} worker_state;

typedef struct slot {
    bool is_done;
    cv_answer answer;
} slot;

typedef struct pool {
    const cv_pool_work *work;
    worker_state *workers;
    struct pollfd *polls;
    slot *slots; // by place, modulo `window`
    size_t window;
    size_t given, taken; // places
    size_t *again;       // places that a lost worker had not come to
    size_t again_count;
    long polled_ms; // when, last
    bool is_full;   // no process more is to be had while those that there are live
    bool must_end, is_out_of_memory;
} pool;

static slot *slot_of(pool *self, size_t place) { return &self->slots[place % self->window]; }

static void finish(pool *self, size_t place, cv_answer answer) {
    *slot_of(self, place) = (slot){true, answer};
}

// Workers

static _Noreturn void live(const pool *self, int channel, pid_t parent) {
    cv_signals_reset();
    int kept = cv_confine(channel, parent);
    // Not exit(): what is buffered is the parent's to write.
    _exit(kept < 0 ? 1 : self->work->serve(self->work->context, kept));
}

// False, with errno, if there is no process to be had.
static bool start(pool *self, worker_state *worker) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return false;
    pid_t parent = getpid(), process = fork();
    if (process == 0) live(self, ends[1], parent);
    int reason = errno;
    close(ends[1]);
    if (process < 0) close(ends[0]);
    *worker = (worker_state){.process = process < 0 ? 0 : process, .channel = ends[0]};
    errno = reason;
    return process > 0;
}

// Ends the worker, which may have ended by itself, and says how it did. It holds nothing that would
// have to be put away.
static cv_answer end(worker_state *worker) {
    int state = 0;
    kill(worker->process, SIGKILL);
    while (waitpid(worker->process, &state, 0) < 0 && errno == EINTR) continue;
    close(worker->channel);
    free(worker->body);
    worker->process = 0;
    worker->body = NULL;
    if (WIFSIGNALED(state))
        return (cv_answer){.ending = CV_ENDED_BY_SIGNAL, .number = WTERMSIG(state)};
    return (cv_answer){.ending = CV_ENDED_BY_EXIT, .number = WEXITSTATUS(state)};
}

// The task that the worker was at is lost, the others are done by another one. `ending` tells why
// if it is not the worker's own doing.
static void lose(pool *self, worker_state *worker, cv_ending ending) {
    cv_answer answer = end(worker);
    self->is_full = false;
    if (ending != CV_ENDED_WELL) answer = (cv_answer){.ending = ending};
    if (worker->queued > 0) finish(self, worker->queue[0], answer);
    for (size_t i = 1; i < worker->queued; i++) self->again[self->again_count++] = worker->queue[i];
    worker->queued = 0;
}

// Giving

static bool next_place(pool *self, size_t *place) {
    if (self->again_count > 0) {
        *place = self->again[--self->again_count];
        return true;
    }
    if (self->given == self->work->count || self->given - self->taken >= self->window) return false;
    *place = self->given++;
    slot_of(self, *place)->is_done = false;
    return true;
}

static void give(pool *self, worker_state *worker, size_t place) {
    uint32_t number = self->work->tasks[place];
    if (worker->queued == 0) worker->waited_ms = 0;
    worker->queue[worker->queued++] = place;
    // A worker that is gone shows when it is read from.
    ssize_t sent = send(worker->channel, &number, sizeof number, MSG_NOSIGNAL);
    (void)sent;
}

static bool has_workers(const pool *self) {
    for (size_t i = 0; i < self->work->jobs; i++)
        if (self->workers[i].process) return true;
    return false;
}

// Where no process is to be had, those that there are do it; without any, the task is lost.
static void give_or_lose(pool *self, worker_state *worker, size_t place) {
    if (worker->process || start(self, worker)) {
        give(self, worker, place);
        return;
    }
    int reason = errno;
    self->is_full = has_workers(self);
    if (self->is_full)
        self->again[self->again_count++] = place;
    else
        finish(self, place, (cv_answer){.ending = CV_NOT_BEGUN, .number = reason});
}

// One more for each in turn, so that the last tasks are spread.
static void give_all(pool *self) {
    for (size_t depth = 0; depth < DEPTH; depth++) {
        for (size_t i = 0; i < self->work->jobs; i++) {
            worker_state *worker = &self->workers[i];
            size_t place;
            if (worker->queued > depth || (self->is_full && !worker->process)) continue;
            if (next_place(self, &place)) give_or_lose(self, worker, place);
        }
    }
}

// Receiving

static void complete(pool *self, worker_state *worker) {
    cv_answer answer = {.head = worker->head, .body = worker->body};
    worker->body = NULL;
    worker->got = 0;
    if (!cv_answer_is_sound(&answer)) {
        free(answer.body);
        lose(self, worker, CV_ENDED_WRONGLY);
        return;
    }
    finish(self, worker->queue[0], answer);
    worker->queued--;
    memmove(worker->queue, worker->queue + 1, worker->queued * sizeof *worker->queue);
    worker->waited_ms = 0;
}

// The head is there. False if the worker is no more.
static bool begin_body(pool *self, worker_state *worker) {
    bool is_asked = worker->queued > 0;
    uint32_t task = is_asked ? self->work->tasks[worker->queue[0]] : 0;
    if (!is_asked || !cv_answer_head_is_sound(&worker->head, task)) {
        lose(self, worker, CV_ENDED_WRONGLY);
        return false;
    }
    worker->body = malloc(cv_answer_body_size(&worker->head) + 1);
    if (worker->body) return true;
    self->must_end = self->is_out_of_memory = true;
    return false;
}

// Reads what there is of one answer. False if there is no more now.
static bool receive_some(pool *self, worker_state *worker) {
    size_t head = sizeof worker->head;
    bool is_head = worker->got < head;
    size_t size = head;
    if (!is_head) size += cv_answer_body_size(&worker->head);
    unsigned char *to = is_head ? (unsigned char *)&worker->head + worker->got
                                : worker->body + (worker->got - head);
    ssize_t count = recv(worker->channel, to, size - worker->got, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return false;
    if (count < 0 && errno == EINTR) return true;
    if (count <= 0) {
        lose(self, worker, CV_ENDED_WELL);
        return false;
    }
    worker->got += (size_t)count;
    if (worker->got < size) return true;
    if (is_head && !begin_body(self, worker)) return false;
    if (!is_head || cv_answer_body_size(&worker->head) == 0) complete(self, worker);
    return worker->process != 0;
}

static long now_ms(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void stop_if_late(pool *self, worker_state *worker, long waited_ms) {
    if (!worker->process || worker->queued == 0) return;
    worker->waited_ms += waited_ms < LONGEST_NAP_MS ? waited_ms : LONGEST_NAP_MS;
    if (worker->waited_ms > self->work->patience_ms) lose(self, worker, CV_ENDED_LATE);
}

static void receive_all(pool *self) {
    size_t jobs = self->work->jobs;
    for (size_t i = 0; i < jobs; i++)
        self->polls[i] = (struct pollfd){
            .fd = self->workers[i].process ? self->workers[i].channel : -1, .events = POLLIN};
    int ready = poll(self->polls, jobs, LONGEST_NAP_MS / 2);
    long now = now_ms(), waited = now - self->polled_ms;
    self->polled_ms = now;
    for (size_t i = 0; i < jobs && !self->must_end; i++) {
        if (ready > 0 && self->polls[i].revents)
            while (receive_some(self, &self->workers[i]) && !self->must_end) continue;
        else
            stop_if_late(self, &self->workers[i], waited);
    }
}

// Handing on

static size_t count_ready(pool *self) {
    size_t count = 0;
    while (count < MOST_AT_ONCE && self->taken + count < self->given &&
           slot_of(self, self->taken + count)->is_done)
        count++;
    return count;
}

static void hand_on(pool *self) {
    cv_answer answers[MOST_AT_ONCE];
    for (size_t count; !self->must_end && (count = count_ready(self)) > 0;) {
        for (size_t i = 0; i < count; i++) answers[i] = slot_of(self, self->taken + i)->answer;
        self->must_end = !self->work->accept(self->work->context, self->taken, answers, count);
        for (size_t i = 0; i < count; i++) {
            free(answers[i].body);
            *slot_of(self, self->taken + i) = (slot){0};
        }
        self->taken += count;
        give_all(self);
    }
}

static void run(pool *self) {
    while (self->taken < self->work->count && !self->must_end) {
        give_all(self);
        hand_on(self); // of tasks that could not begin
        if (self->taken < self->work->count && !self->must_end) receive_all(self);
        hand_on(self);
    }
}

static void end_workers(pool *self) {
    for (size_t i = 0; i < self->work->jobs; i++)
        if (self->workers[i].process) end(&self->workers[i]);
}

static void close_pool(pool *self) {
    if (self->workers) end_workers(self);
    for (size_t i = 0; self->slots && i < self->window; i++) free(self->slots[i].answer.body);
    free(self->workers);
    free(self->polls);
    free(self->slots);
    free(self->again);
}

bool cv_pool_run(const cv_pool_work *work) {
    size_t jobs = work->jobs;
    pool self = {
        .work = work,
        .workers = calloc(jobs, sizeof *self.workers),
        .polls = calloc(jobs, sizeof *self.polls),
        .window = jobs * WINDOW,
        .slots = calloc(jobs * WINDOW, sizeof *self.slots),
        .again = calloc(jobs * WINDOW, sizeof *self.again),
        .polled_ms = now_ms(),
    };
    if (self.workers && self.polls && self.slots && self.again)
        run(&self);
    else
        self.is_out_of_memory = true;
    close_pool(&self);
    return !self.is_out_of_memory;
}
