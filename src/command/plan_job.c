// SPDX-License-Identifier: MIT
// plan_job.c - tasks as jobs of the library: the variables of a row, and the place they are from.
#include "command/plan.h"

#include "command/run.h"
#include "command/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_DIGITS = 20 }; // of a size_t

bool cv_job_room_open(cv_job_room *room, const cv_plan *plan) {
    size_t count = plan->options->variable_count + plan->rows.column_count;
    room->variables = calloc(count + 1, sizeof *room->variables);
    room->origin_size = plan->rows.name ? strlen(plan->rows.name) + LINE_DIGITS + 2 : 1;
    room->origin = calloc(room->origin_size, 1);
    return room->variables && room->origin;
}

void cv_job_room_close(cv_job_room *room) {
    free(room->variables);
    free(room->origin);
}

const char *cv_plan_cell(const cv_plan *plan, uint32_t row, const char *column) {
    size_t at = cv_rows_column(&plan->rows, column);
    if (row == CV_NO_ROW || at == plan->rows.column_count) return NULL;
    const char *text = plan->rows.items[row].cells[at];
    return *text ? text : NULL;
}

// "rows.csv:17"
static void name_origin(const cv_plan *plan, const cv_row *row, cv_job_room *room) {
    snprintf(room->origin, room->origin_size, "%s:%zu", plan->rows.name, row->line);
}

cvpdf_job cv_plan_job(const cv_plan *plan, const cv_task *task, cv_job_room *room) {
    const cv_source_file *source = &plan->sources.items[task->source];
    const cv_options *options = plan->options;
    cvpdf_job job = cv_run_job(options, &source->input);
    job.variant = task->variant;
    job.file = source->file;
    if (task->row == CV_NO_ROW) return job;
    const cv_row *row = &plan->rows.items[task->row];
    size_t count = options->variable_count;
    name_origin(plan, row, room);
    if (count) memcpy(room->variables, options->variables, count * sizeof *room->variables);
    for (size_t i = 0; i < plan->rows.column_count; i++) {
        const char *name = plan->rows.columns[i];
        if (strcmp(name, "variant") == 0 || strcmp(name, "output") == 0) continue;
        room->variables[count++] = (cvpdf_setting){name, row->cells[i], room->origin};
    }
    job.variables = room->variables;
    job.variable_count = count;
    job.origin = room->origin;
    job.output = cv_plan_cell(plan, task->row, "output");
    return job;
}

char *cv_task_describe(const cv_plan *plan, const cv_task *task) {
    const char *file = plan->sources.items[task->source].input.name;
    char *text = NULL;
    size_t size;
    cv_terminal memory = {.stream = open_memstream(&text, &size)};
    if (!memory.stream) return NULL;
    if (task->row != CV_NO_ROW)
        cv_print(&memory, "%s:%zu with %s", plan->rows.name, plan->rows.items[task->row].line,
                 file);
    else if (task->variant)
        cv_print(&memory, "variant '%s' of %s", task->variant, file);
    else
        cv_print(&memory, "%s", file);
    fclose(memory.stream);
    return text;
}

cv_origin cv_task_origin(const cv_plan *plan, const cv_task *task) {
    const char *file = plan->sources.items[task->source].input.name;
    bool has_row = task->row != CV_NO_ROW;
    return (cv_origin){
        .file = file,
        .variant = task->variant,
        .output = task->path,
        .table = has_row ? plan->rows.name : NULL,
        .row = has_row ? plan->rows.items[task->row].line : 0,
    };
}
