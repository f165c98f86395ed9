// SPDX-License-Identifier: MIT
// plan.h - what a build is to make: all of it is known, and its names are sound, before any of it
// is made.
#ifndef CV_COMMAND_PLAN_H
#define CV_COMMAND_PLAN_H

#include "command/options.h"
#include "command/recorder.h"
#include "command/rows.h"
#include "command/seen.h"
#include "command/sources.h"
#include "command/store.h"
#include "command/terminal.h"

#include "cvpdf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CV_BUILD_LIMIT = 20000 }; // outputs: a table that has more can be split

#define CV_NO_ROW UINT32_MAX

// One output.
typedef struct cv_task {
    const char *variant;  // NULL: the file itself
    const char *path;     // of the output
    uint32_t source, row; // `row`: CV_NO_ROW without --each
} cv_task;

typedef struct cv_plan {
    const cv_options *options;
    const cvpdf_engine *engine;
    cv_sources sources;
    cv_input table;
    cv_rows rows; // of --each
    cv_task *tasks;
    size_t count, room;
    uint32_t *chosen; // numbers of the tasks that are to be done: those of --only and --shard
    size_t chosen_count;
    size_t broken;  // files and rows that have no tasks, because of their mistakes
    cv_store store; // of names
} cv_plan;

// Reads all inputs and lists the outputs. Returns the highest of what there is to exit with, having
// complained; what is chosen can be made all the same. Free it in any case.
int cv_plan_make(cv_plan *plan, const cv_options *options, const cvpdf_engine *engine,
                 cv_seen *seen, const cv_terminal *terminal);
void cv_plan_free(cv_plan *plan);

// Reads the inputs alone.
int cv_plan_read(cv_plan *plan, const cv_options *options, const cv_terminal *terminal);

// What a job of a row points to, for one job at a time.
typedef struct cv_job_room {
    cvpdf_setting *variables;
    char *origin;
    size_t origin_size;
} cv_job_room;

// False if memory runs out. Close it in any case.
bool cv_job_room_open(cv_job_room *room, const cv_plan *plan);
void cv_job_room_close(cv_job_room *room);

// The job of a task.
cvpdf_job cv_plan_job(const cv_plan *plan, const cv_task *task, cv_job_room *room);

// The text of a cell; NULL where it is empty, the column is not there, or `row` is CV_NO_ROW.
const char *cv_plan_cell(const cv_plan *plan, uint32_t row, const char *column);

// Where it comes from, in words: "variant 'short' of resume.yaml". From malloc(); NULL if memory
// runs out.
char *cv_task_describe(const cv_plan *plan, const cv_task *task);

cv_origin cv_task_origin(const cv_plan *plan, const cv_task *task);

#endif
