// SPDX-License-Identifier: MIT
// command_build.c - plans, lets workers typeset, and writes what they made, in the order of the
// plan.
#include "command/command.h"

#include "command/depfile.h"
#include "command/held.h"
#include "command/inputs.h"
#include "command/links.h"
#include "command/output.h"
#include "command/plan.h"
#include "command/pool.h"
#include "command/progress.h"
#include "command/report.h"
#include "command/tally.h"
#include "command/worker.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    PATIENCE_MS = 10000, // for one output, of which a hundred take a second
    BATCH = 16,          // files that the disk works on together
    OWN_FILES = 64       // that may be open here: three for each of a batch, and some
};

typedef struct build {
    const cv_options *options;
    const cv_terminal *terminal;
    cv_plan plan;
    cv_seen seen;
    cv_swept_folder swept;
    cv_tally tally;
    cv_progress progress;
    cv_held held;
    bool lacks_memory; // for what has been held, or for the inputs that are to be known
} build;

static bool writes(const cv_options *options) { return !options->checks && !options->is_dry_run; }

static const cv_task *task_at(const build *self, size_t place) {
    return &self->plan.tasks[self->plan.chosen[place]];
}

// Lines

static void print_failure(build *self, const char *path, const cv_answer *answer) {
    const cv_terminal *terminal = self->terminal;
    size_t number = (size_t)answer->number, errors = answer->head.errors;
    switch (answer->ending) {
    case CV_ENDED_WELL: break;
    case CV_ENDED_BY_SIGNAL: cv_fail(terminal, path, "internal error (signal %zu)", number); return;
    case CV_ENDED_BY_EXIT: cv_fail(terminal, path, "internal error (exit %zu)", number); return;
    case CV_ENDED_LATE:
        cv_fail(terminal, path, "internal error (not done after %zu seconds)",
                (size_t)PATIENCE_MS / 1000);
        return;
    case CV_ENDED_WRONGLY: cv_fail(terminal, path, "internal error (no sound answer)"); return;
    case CV_NOT_BEGUN:
        cv_fail(terminal, path, "no process can be started: %s", strerror(answer->number));
        return;
    }
    if (answer->head.status == CVPDF_NO_MEMORY)
        cv_fail(terminal, path, "out of memory");
    else if (answer->head.status == CVPDF_INTERNAL)
        cv_fail(terminal, path, "internal error");
    else if (errors)
        cv_print(terminal, errors == 1 ? "%s: failed: %zu error\n" : "%s: failed: %zu errors\n",
                 path, errors);
    else
        cv_print(terminal, "%s: failed: warnings, which --strict makes errors\n", path);
}

static int failure_code(const cv_answer *answer) {
    if (answer->ending == CV_NOT_BEGUN) return CV_EXIT_ENVIRONMENT;
    if (answer->ending != CV_ENDED_WELL) return CV_EXIT_INTERNAL;
    switch ((cvpdf_status)answer->head.status) {
    case CVPDF_OK: return CV_EXIT_OK;
    case CVPDF_REJECTED: return CV_EXIT_RESUME;
    case CVPDF_NO_MEMORY: return CV_EXIT_ENVIRONMENT;
    case CVPDF_INTERNAL: break;
    }
    return CV_EXIT_INTERNAL;
}

static bool is_stale(cv_fate fate) { return fate == CV_FATE_MISSING || fate == CV_FATE_DIFFERS; }

// With --check, the list of what is stale is what was asked for. Beside a bar, what was done to fit
// a page is said all the same.
static bool has_line(const build *self, cv_fate fate, const char *note) {
    if (fate == CV_FATE_FAILED) return false; // it has had one
    if (self->options->checks) return is_stale(fate);
    return !self->options->is_quiet && (!self->progress.is_on || note);
}

static void print_made(const build *self, const char *path, const cv_answer *answer, cv_fate fate) {
    static const char *const states[CV_FATE_COUNT] = {
        [CV_FATE_UNCHANGED] = ", unchanged",
        [CV_FATE_MISSING] = ", missing",
        [CV_FATE_DIFFERS] = ", differs",
    };
    const char *note = cv_findings_note(cv_answer_findings(answer), answer->head.findings_size);
    if (!has_line(self, fate, note)) return;
    size_t pages = answer->head.pages;
    cv_print(self->terminal, pages == 1 ? "%s: %zu page" : "%s: %zu pages", path, pages);
    if (self->options->is_verbose)
        cv_print(self->terminal, ", %zu bytes", (size_t)answer->head.pdf_size);
    if (states[fate]) cv_print(self->terminal, "%s", states[fate]);
    if (note) cv_print(self->terminal, "; %s", note);
    cv_print(self->terminal, "\n");
}

// What became of it

static cv_fate fate_of_writing(cv_written written) {
    if (written == CV_NOT_WRITTEN) return CV_FATE_FAILED;
    return written == CV_WRITTEN ? CV_FATE_MADE : CV_FATE_UNCHANGED;
}

static cv_fate fate_of_comparing(const char *path, cvpdf_bytes pdf) {
    switch (cv_output_compare(path, pdf)) {
    case CV_STATE_EQUAL: return CV_FATE_UNCHANGED;
    case CV_STATE_DIFFERS: return CV_FATE_DIFFERS;
    case CV_STATE_MISSING: break;
    }
    return CV_FATE_MISSING;
}

static int exit_code(const build *self, cv_fate fate) {
    const cv_options *options = self->options;
    if (fate == CV_FATE_FAILED) return CV_EXIT_ENVIRONMENT;
    if (is_stale(fate) && (options->checks || options->fails_on_change)) return CV_EXIT_RESUME;
    if (fate == CV_FATE_MADE && options->fails_on_change) return CV_EXIT_RESUME;
    return CV_EXIT_OK;
}

static void add_outcome(build *self, size_t place, const cv_answer *answer, cv_fate fate,
                        int code) {
    uint32_t most = UINT16_MAX;
    const cv_answer_head *head = &answer->head;
    bool is_made = fate != CV_FATE_FAILED;
    cv_tally_add(&self->tally, place,
                 (cv_outcome){
                     .fate = (uint8_t)fate,
                     .code = (uint8_t)code,
                     .pages = (uint16_t)(is_made && head->pages < most ? head->pages : 0),
                     .warnings = (uint16_t)(head->warnings < most ? head->warnings : most),
                     .errors = (uint16_t)(head->errors < most ? head->errors : most),
                 });
}

static void note_inputs(build *self, size_t place, const cv_answer *answer) {
    bool is_asked = self->options->depfile || self->held.waits;
    if (!is_asked || answer->ending != CV_ENDED_WELL) return;
    bool is_noted = cv_inputs_note_all(&self->plan, task_at(self, place)->source,
                                       cv_answer_inputs(answer), answer->head.inputs_size);
    if (!is_noted) self->lacks_memory = true;
}

static void print_findings(build *self, const cv_task *task, const cv_answer *answer) {
    if (answer->ending != CV_ENDED_WELL || answer->head.findings_size == 0) return;
    cv_origin origin = cv_task_origin(&self->plan, task);
    size_t printed = cv_findings_print(cv_answer_findings(answer), answer->head.findings_size,
                                       &origin, &self->seen, self->terminal);
    if (self->terminal->recorder) self->terminal->recorder->dropped += answer->head.dropped;
    self->tally.warnings += answer->head.status == CVPDF_OK ? printed : 0;
}

// `output` has been begun and renamed where the answer is good and there is writing to do.
static void conclude(build *self, size_t place, const cv_answer *answer, cv_output *output) {
    const char *path = task_at(self, place)->path;
    int code = failure_code(answer);
    cv_fate fate = CV_FATE_FAILED;
    if (!self->progress.is_on || answer->head.findings_size || code)
        cv_progress_hide(&self->progress);
    print_findings(self, task_at(self, place), answer);
    note_inputs(self, place, answer);
    if (code != CV_EXIT_OK)
        print_failure(self, path, answer);
    else if (writes(self->options))
        fate = fate_of_writing(cv_output_end(output, !self->options->skips_sync, self->terminal));
    else
        fate = fate_of_comparing(path, cv_answer_pdf(answer));
    if (code == CV_EXIT_OK) code = exit_code(self, fate);
    print_made(self, path, answer, fate);
    add_outcome(self, place, answer, fate, code);
}

static bool waits(const build *self, size_t place, const cv_answer *answer) {
    return self->held.waits && self->held.waits[place] && failure_code(answer) == CV_EXIT_OK;
}

static bool is_input(const build *self, size_t place, const cv_answer *answer) {
    const char *path = task_at(self, place)->path;
    return cv_links_to_one(path, cv_answer_inputs(answer), answer->head.inputs_size) ||
           (waits(self, place, answer) && cv_links_to_named(&self->plan, path));
}

static cv_output begin_output(build *self, size_t place, const cv_answer *answer,
                              const cv_stage_options *staging) {
    cv_output output = {0};
    const char *path = task_at(self, place)->path;
    if (!writes(self->options) || failure_code(answer) != CV_EXIT_OK) return output;
    if (is_input(self, place, answer))
        cv_output_refuse(&output, path);
    else
        cv_output_begin(&output, path, cv_answer_pdf(answer), staging);
    return output;
}

static void write_batch(build *self, size_t first, const cv_answer *answers, size_t count) {
    cv_output outputs[BATCH];
    cv_stage_options staging = {.swept = &self->swept,
                                .is_one_of_many = count > 1 && !self->options->skips_sync};
    for (size_t i = 0; i < count; i++)
        outputs[i] = begin_output(self, first + i, &answers[i], &staging);
    for (size_t i = 0; i < count; i++) cv_output_rename(&outputs[i], !self->options->skips_sync);
    for (size_t i = 0; i < count; i++) conclude(self, first + i, &answers[i], &outputs[i]);
}

// Of `count` answers, how many come before one that waits.
static size_t count_ready(const build *self, size_t first, const cv_answer *answers, size_t count) {
    size_t ready = 0;
    while (ready < count && !waits(self, first + ready, &answers[ready])) ready++;
    return ready;
}

static void hold(build *self, size_t place, const cv_answer *answer) {
    note_inputs(self, place, answer);
    if (!cv_held_add(&self->held, place, answer)) self->lacks_memory = true;
}

// When all is known that the resumes name.
static void write_held(build *self) {
    for (size_t i = 0; i < self->held.count && !self->lacks_memory; i++) {
        if (self->options->fails_fast && self->tally.code != CV_EXIT_OK) return;
        write_batch(self, self->held.items[i].place, &self->held.items[i].answer, 1);
    }
}

static bool accept(void *context, size_t first, const cv_answer *answers, size_t count) {
    build *self = context;
    size_t most = self->options->fails_fast ? 1 : BATCH;
    bool goes_on = true;
    for (size_t at = 0, done; at < count && goes_on; at += done) {
        const cv_answer *next = &answers[at];
        done = count_ready(self, first + at, next, count - at < most ? count - at : most);
        if (done) {
            write_batch(self, first + at, next, done);
        } else {
            hold(self, first + at, next);
            done = 1;
        }
        goes_on = !self->options->fails_fast || self->tally.code == CV_EXIT_OK;
    }
    cv_progress_show(&self->progress, first + count);
    return goes_on;
}

static int serve(void *context, int channel) {
    build *self = context;
    return cv_worker_serve(&self->plan, channel);
}

// The whole

static size_t count_processors(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (size_t)count : 1;
}

// Each worker takes a descriptor; poll() refuses more of them than may be open.
static size_t most_workers(void) {
    struct rlimit bounds;
    if (getrlimit(RLIMIT_NOFILE, &bounds) != 0 || bounds.rlim_cur == RLIM_INFINITY) return SIZE_MAX;
    return bounds.rlim_cur > OWN_FILES ? (size_t)bounds.rlim_cur - OWN_FILES : 1;
}

static bool run(build *self) {
    size_t jobs = self->options->jobs ? self->options->jobs : count_processors();
    if (jobs > most_workers()) jobs = most_workers();
    size_t count = self->plan.chosen_count;
    cv_pool_work work = {
        .tasks = self->plan.chosen,
        .count = count,
        .jobs = jobs < count ? jobs : count,
        .patience_ms = PATIENCE_MS,
        .context = self,
        .serve = serve,
        .accept = accept,
    };
    fflush(NULL); // once: workers have copies of what is buffered
    return cv_pool_run(&work);
}

// Makes the folder of -d, and those that it is in.
static bool make_folder(const char *path, const cv_terminal *terminal) {
    char *part = strdup(path);
    bool is_made = part;
    for (char *at = part; is_made && *at; at++) {
        if (*at != '/' || at == part) continue;
        *at = '\0';
        is_made = mkdir(part, 0777) == 0 || errno == EEXIST;
        *at = '/';
    }
    is_made = is_made && (mkdir(path, 0777) == 0 || errno == EEXIST);
    if (!is_made) cv_complain(terminal, "cannot make the folder '%s': %s", path, strerror(errno));
    free(part);
    return is_made;
}

static void print_list(const cv_plan *plan) {
    cv_terminal out = {.stream = stdout};
    for (size_t i = 0; i < plan->chosen_count; i++) {
        const cv_task *task = &plan->tasks[plan->chosen[i]];
        cv_print(&out, "%s\t%s\t%s\n", task->path, plan->sources.items[task->source].input.name,
                 task->variant ? task->variant : "");
    }
}

static double seconds_since(const struct timespec *begin) {
    struct timespec now = *begin;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begin->tv_sec) + (double)(now.tv_nsec - begin->tv_nsec) / 1e9;
}

static int worst(int a, int b) { return a > b ? a : b; }

static int make_all(build *self, int code) {
    const cv_options *options = self->options;
    struct timespec begin = {0};
    clock_gettime(CLOCK_MONOTONIC, &begin);
    if (writes(options) && options->folder && self->plan.chosen_count &&
        !make_folder(options->folder, self->terminal))
        return CV_EXIT_ENVIRONMENT;
    bool is_good = cv_tally_open(&self->tally, self->plan.chosen_count);
    self->progress = cv_progress_open(self->terminal, self->plan.chosen_count);
    if (options->is_quiet || self->terminal->recorder) self->progress.is_on = false;
    if (is_good && writes(options)) is_good = cv_held_open(&self->held, &self->plan);
    if (is_good && self->plan.chosen_count) is_good = run(self);
    if (is_good) write_held(self);
    is_good = is_good && !self->lacks_memory;
    cv_progress_hide(&self->progress);
    self->tally.fates[CV_FATE_FAILED] += self->plan.broken;
    if (is_good && !options->is_quiet) cv_tally_print(&self->tally, self->terminal);
    if (self->tally.code == CV_EXIT_INTERNAL)
        cv_complain(self->terminal,
                    "an internal error is a bug in cvpdf, not in the resume; please report it");
    if (is_good && options->stats) cv_stats_print(&self->tally, &self->plan, seconds_since(&begin));
    if (is_good) return worst(code, self->tally.code);
    cv_complain(self->terminal, "out of memory");
    return worst(code, CV_EXIT_ENVIRONMENT);
}

static int finish(build *self, int code) {
    const cv_options *options = self->options;
    if (options->lists) {
        print_list(&self->plan);
        return code;
    }
    code = make_all(self, code);
    if (!options->depfile || !writes(options)) return code;
    if (self->lacks_memory) return code;
    if (cv_links_to_build(&self->plan, options->depfile)) {
        cv_links_refuse_depfile(options->depfile, self->terminal);
        return worst(code, CV_EXIT_USAGE);
    }
    return worst(code, cv_depfile_write(&self->plan, options->depfile, !options->skips_sync,
                                        self->terminal));
}

int cv_command_build(const cv_options *options, const cv_terminal *terminal) {
    build self = {.options = options, .terminal = terminal};
    cvpdf_engine *engine = cvpdf_engine_create();
    if (!engine) {
        cv_complain(terminal, "out of memory");
        return CV_EXIT_ENVIRONMENT;
    }
    int code = cv_plan_make(&self.plan, options, engine, &self.seen, terminal);
    bool is_worth_it = self.plan.chosen_count || code == CV_EXIT_OK;
    if (is_worth_it) code = finish(&self, code);
    cv_held_free(&self.held);
    cv_tally_free(&self.tally);
    cv_plan_free(&self.plan);
    cv_seen_free(&self.seen);
    cvpdf_engine_free(engine);
    return code;
}
