// SPDX-License-Identifier: MIT
// command_deps.c - the inputs of a build. What the resumes name is known when they have been read.
#include "command/command.h"

#include "command/findings.h"
#include "command/inputs.h"
#include "command/report.h"

#include <stdlib.h>

typedef struct search {
    cv_plan *plan;
    const cvpdf_engine *engine;
    cv_seen *seen;
    const cv_terminal *terminal;
} search;

static int end_without_memory(const search *self) {
    cv_complain(self->terminal, "out of memory");
    return CV_EXIT_ENVIRONMENT;
}

static int note(const search *self, const cv_task *task, const cvpdf_result *result) {
    cv_findings findings;
    cv_origin origin = cv_task_origin(self->plan, task);
    bool is_good =
        cv_findings_take(&findings, result) &&
        cv_inputs_note_all(self->plan, task->source, findings.inputs, findings.inputs_size);
    if (is_good)
        cv_findings_print(findings.bytes, findings.size, &origin, self->seen, self->terminal);
    cv_findings_free(&findings);
    return is_good ? CV_EXIT_OK : end_without_memory(self);
}

static int look_into(const search *self, const cv_task *task, cv_job_room *room,
                     cvpdf_cache *cache) {
    cvpdf_job job = cv_plan_job(self->plan, task, room);
    job.cache = cache;
    cvpdf_result *result;
    cvpdf_status status = cvpdf_inputs(self->engine, &job, &result);
    if (status == CVPDF_NO_MEMORY) return end_without_memory(self);
    int code = result ? note(self, task, result) : CV_EXIT_INTERNAL;
    cvpdf_result_free(result);
    return code == CV_EXIT_OK && status == CVPDF_REJECTED ? CV_EXIT_RESUME : code;
}

static int look_into_all(const search *self) {
    const cv_plan *plan = self->plan;
    cv_job_room room;
    bool has_room = cv_job_room_open(&room, plan);
    cvpdf_cache *cache = cvpdf_cache_create();
    int worst = has_room && cache ? CV_EXIT_OK : end_without_memory(self);
    for (size_t i = 0; i < plan->chosen_count && worst <= CV_EXIT_RESUME; i++) {
        int code = look_into(self, &plan->tasks[plan->chosen[i]], &room, cache);
        if (code > worst) worst = code;
    }
    cvpdf_cache_free(cache);
    cv_job_room_close(&room);
    return worst;
}

int cv_command_deps(const cv_options *options, const cv_terminal *terminal) {
    cv_plan plan;
    cv_seen seen = {0};
    cvpdf_engine *engine = cvpdf_engine_create();
    search self = {&plan, engine, &seen, terminal};
    if (!engine) return end_without_memory(&self);
    int code = cv_plan_make(&plan, options, engine, &seen, terminal);
    int found = look_into_all(&self);
    cv_inputs_print(&plan);
    cv_plan_free(&plan);
    cv_seen_free(&seen);
    cvpdf_engine_free(engine);
    return code > found ? code : found;
}
