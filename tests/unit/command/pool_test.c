// SPDX-License-Identifier: MIT
// The workers here are made up: what they do with task N is in `deeds[N]`.
#include "command/pool.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

typedef enum deed { GOOD, DIES, EXITS, HANGS, LIES, CUTS_SHORT } deed;

enum { TASKS = 100 };

typedef struct script {
    deed deeds[TASKS];
    size_t stop_after; // answers; 0: never
    size_t seen;
    cv_ending endings[TASKS];
    int numbers[TASKS];
    bool is_right;
} script;

static const char pdf[] = "%PDF-1.7 %%EOF";

static void write_exactly(int channel, const void *bytes, size_t size) {
    if (write(channel, bytes, size) != (ssize_t)size) _exit(9);
}

static int serve(void *context, int channel) {
    const script *self = context;
    uint32_t task;
    while (read(channel, &task, sizeof task) == (ssize_t)sizeof task) {
        deed what = self->deeds[task % TASKS];
        cv_answer_head head = {.task = task, .pages = task, .pdf_size = sizeof pdf - 1};
        if (what == DIES) kill(getpid(), SIGKILL);
        if (what == EXITS) _exit(5);
        if (what == HANGS) pause();
        if (what == LIES) head.task++;
        write_exactly(channel, &head, sizeof head);
        if (what == CUTS_SHORT) _exit(6);
        write_exactly(channel, pdf, head.pdf_size);
    }
    return 0;
}

static bool accept(void *context, size_t first, const cv_answer *answers, size_t count) {
    script *self = context;
    self->is_right = self->is_right && first == self->seen;
    for (size_t i = 0; i < count; i++) {
        size_t place = self->seen++;
        self->endings[place] = answers[i].ending;
        self->numbers[place] = answers[i].number;
        bool is_good = answers[i].ending == CV_ENDED_WELL;
        if (is_good && answers[i].head.pages != TASKS - 1 - place) self->is_right = false;
        if (is_good && memcmp(cv_answer_pdf(&answers[i]).data, pdf, sizeof pdf - 1) != 0)
            self->is_right = false;
    }
    return !self->stop_after || self->seen < self->stop_after;
}

// Tasks come in falling order: places and numbers are not the same.
static void run(script *self, size_t jobs) {
    uint32_t tasks[TASKS];
    for (uint32_t i = 0; i < TASKS; i++) tasks[i] = TASKS - 1 - i;
    self->is_right = true;
    cv_pool_work work = {.tasks = tasks,
                         .count = TASKS,
                         .jobs = jobs,
                         .patience_ms = 300,
                         .context = self,
                         .serve = serve,
                         .accept = accept};
    assert_true(cv_pool_run(&work));
    assert_true(self->is_right);
}

static void hands_answers_on_in_order(void **state) {
    (void)state;
    static const size_t jobs[] = {1, 2, 7};
    for (size_t i = 0; i < 3; i++) {
        script self = {0};
        run(&self, jobs[i]);
        assert_int_equal(self.seen, TASKS);
    }
}

static void loses_only_the_task_that_a_worker_was_at(void **state) {
    (void)state;
    script self = {.deeds = {[0] = DIES,
                             [10] = DIES,
                             [11] = EXITS,
                             [50] = HANGS,
                             [51] = LIES,
                             [90] = CUTS_SHORT,
                             [99] = DIES}};
    static const struct {
        size_t task;
        cv_ending ending;
        int number;
    } expected[] = {{0, CV_ENDED_BY_SIGNAL, SIGKILL}, {10, CV_ENDED_BY_SIGNAL, SIGKILL},
                    {11, CV_ENDED_BY_EXIT, 5},        {50, CV_ENDED_LATE, 0},
                    {51, CV_ENDED_WRONGLY, 0},        {90, CV_ENDED_BY_EXIT, 6},
                    {99, CV_ENDED_BY_SIGNAL, SIGKILL}};
    run(&self, 3);
    assert_int_equal(self.seen, TASKS);
    size_t lost = 0;
    for (size_t i = 0; i < TASKS; i++) lost += self.endings[i] != CV_ENDED_WELL;
    assert_int_equal(lost, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < lost; i++) {
        size_t place = TASKS - 1 - expected[i].task;
        assert_int_equal(self.endings[place], expected[i].ending);
        assert_int_equal(self.numbers[place], expected[i].number);
    }
}

// Of ten workers four may have a channel.
static void makes_do_with_the_workers_that_there_can_be(void **state) {
    (void)state;
    script self = {.deeds = {[20] = DIES}};
    struct rlimit before;
    int first = dup(STDIN_FILENO);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    struct rlimit few = {.rlim_cur = (rlim_t)(first < 5 ? 10 : first + 5),
                         .rlim_max = before.rlim_max};
    close(first);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
    run(&self, 10);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(self.seen, TASKS);
    for (size_t i = 0; i < TASKS; i++)
        assert_int_equal(self.endings[i] != CV_ENDED_WELL, i == TASKS - 1 - 20);
}

static void goes_on_where_every_task_kills(void **state) {
    (void)state;
    script self = {0};
    for (size_t i = 0; i < TASKS; i++) self.deeds[i] = EXITS;
    run(&self, 2);
    assert_int_equal(self.seen, TASKS);
}

static void stops_when_no_more_is_wanted(void **state) {
    (void)state;
    script self = {.stop_after = 10, .deeds = {[3] = HANGS}};
    run(&self, 2);
    assert_true(self.seen >= 10 && self.seen < 10 + 16);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_answers_on_in_order),
        cmocka_unit_test(loses_only_the_task_that_a_worker_was_at),
        cmocka_unit_test(makes_do_with_the_workers_that_there_can_be),
        cmocka_unit_test(goes_on_where_every_task_kills),
        cmocka_unit_test(stops_when_no_more_is_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
