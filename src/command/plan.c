// SPDX-License-Identifier: MIT
// plan.c - files by variants, or files by rows, to tasks; then no two may have one name.
#include "command/plan.h"

#include "command/command.h"
#include "command/names.h"
#include "command/report.h"
#include "command/root.h"

#include <stdlib.h>
#include <string.h>

typedef struct planner {
    cv_plan *plan;
    const cv_terminal *terminal;
    cv_seen *seen;
    cv_job_room room;
    cvpdf_cache *cache; // all rows are of one file
    int code;
    bool must_end; // nothing is to be made
} planner;

static void worsen(planner *self, int code) {
    if (code > self->code) self->code = code;
}

static void end(planner *self, int code) {
    worsen(self, code);
    self->must_end = true;
}

static void end_without_memory(planner *self) {
    if (!self->must_end) cv_complain(self->terminal, "out of memory");
    end(self, CV_EXIT_ENVIRONMENT);
}

// Tasks

// The library makes names safe; that none leaves its folder is not left to it alone. A dot may
// begin one: that of a hidden file.
static bool is_plain_name(const char *name) {
    return name && *name && strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && !strchr(name, '/');
}

static void add_task(planner *self, cv_task task, const char *name) {
    cv_plan *plan = self->plan;
    if (!is_plain_name(name)) {
        cv_complain(self->terminal, "'%s' is no name of a file; this is a bug in cvpdf",
                    name ? name : "");
        end(self, CV_EXIT_INTERNAL);
        return;
    }
    if (plan->count == CV_BUILD_LIMIT) {
        cv_complain(self->terminal, "this build has more than the %zu outputs allowed",
                    (size_t)CV_BUILD_LIMIT);
        end(self, CV_EXIT_RESUME);
        return;
    }
    const char *folder = plan->options->folder;
    if (!folder) folder = plan->sources.items[task.source].folder;
    task.path = cv_store_join(&plan->store, folder, name);
    cv_task *grown = cv_grown(plan->tasks, &plan->room, plan->count, sizeof *plan->tasks);
    if (grown) plan->tasks = grown;
    if (grown && task.path)
        plan->tasks[plan->count++] = task;
    else
        end_without_memory(self);
}

static void print_findings(planner *self, const cvpdf_result *result, const cv_task *task) {
    cv_findings findings;
    cv_origin origin = cv_task_origin(self->plan, task);
    if (cv_findings_take(&findings, result))
        cv_findings_print(findings.bytes, findings.size, &origin, self->seen, self->terminal);
    else
        end_without_memory(self);
    cv_findings_free(&findings);
}

// Says why there is no output.
static void reject(planner *self, cvpdf_status status, const cvpdf_result *result,
                   const cv_task *task) {
    if (status == CVPDF_NO_MEMORY) {
        end_without_memory(self);
        return;
    }
    print_findings(self, result, task);
    char *source = cv_task_describe(self->plan, task);
    if (status == CVPDF_REJECTED)
        cv_print(self->terminal, "%s: failed\n", source ? source : "");
    else
        cv_fail(self->terminal, source ? source : "", "internal error");
    free(source);
    self->plan->broken++;
    worsen(self, status == CVPDF_REJECTED ? CV_EXIT_RESUME : CV_EXIT_INTERNAL);
    if (self->plan->options->fails_fast) end(self, CV_EXIT_OK);
}

static void add_variants(planner *self, const cvpdf_result *result, cv_task task) {
    size_t count = cvpdf_result_variant_count(result);
    for (size_t i = 0; i < count && !self->must_end; i++) {
        cvpdf_variant variant = cvpdf_result_variant(result, i);
        task.variant = NULL;
        if (variant.name)
            task.variant = cv_store_copy(&self->plan->store, variant.name, strlen(variant.name));
        if (variant.name && !task.variant)
            end_without_memory(self);
        else
            add_task(self, task, variant.output);
    }
}

static void plan_variants(planner *self, uint32_t source) {
    cv_plan *plan = self->plan;
    cv_task task = {.source = source, .row = CV_NO_ROW};
    cvpdf_job job = cv_plan_job(plan, &task, &self->room);
    job.cache = self->cache;
    cvpdf_result *result;
    cvpdf_status status = cvpdf_variants(plan->engine, &job, &result);
    if (status == CVPDF_OK)
        add_variants(self, result, task);
    else
        reject(self, status, result, &task);
    cvpdf_result_free(result);
}

static void plan_row(planner *self, uint32_t source, uint32_t row) {
    cv_plan *plan = self->plan;
    cv_task task = {.source = source, .row = row, .variant = cv_plan_cell(plan, row, "variant")};
    cvpdf_job job = cv_plan_job(plan, &task, &self->room);
    job.cache = self->cache;
    cvpdf_result *result;
    cvpdf_status status = cvpdf_variant_find(plan->engine, &job, &result);
    if (status == CVPDF_OK)
        add_task(self, task, cvpdf_result_variant(result, 0).output);
    else
        reject(self, status, result, &task);
    cvpdf_result_free(result);
}

static void plan_source(planner *self, uint32_t source) {
    if (!self->plan->options->table) plan_variants(self, source);
    for (uint32_t row = 0; row < self->plan->rows.count && !self->must_end; row++)
        plan_row(self, source, row);
}

// What is to be done

static bool is_named(const cv_options *options, const char *variant) {
    if (options->only_count == 0) return true;
    for (size_t i = 0; i < options->only_count; i++)
        if (strcmp(options->only[i], variant ? variant : "base") == 0) return true;
    return false;
}

static void complain_of_only(planner *self, const char *wanted) {
    const cv_plan *plan = self->plan;
    const char **names = calloc(plan->count + 1, sizeof *names);
    for (size_t i = 0; names && i < plan->count; i++)
        names[i] = plan->tasks[i].variant ? plan->tasks[i].variant : "base";
    const char *near = names ? cvpdf_suggest(wanted, names, plan->count) : NULL;
    cv_complain(self->terminal, "there is no variant '%s'", wanted);
    if (near)
        cv_advise(self->terminal, "did you mean '%s'?", near);
    else
        cv_advise(self->terminal, "cvpdf build --list shows the variants");
    free(names);
    end(self, CV_EXIT_RESUME);
}

static void check_only(planner *self) {
    const cv_plan *plan = self->plan;
    for (size_t i = 0; i < plan->options->only_count; i++) {
        const char *wanted = plan->options->only[i];
        bool is_found = false;
        for (size_t j = 0; j < plan->count && !is_found; j++) {
            const char *variant = plan->tasks[j].variant;
            is_found = strcmp(variant ? variant : "base", wanted) == 0;
        }
        // Those of a file that cannot be read are not known.
        if (!is_found && self->code == CV_EXIT_OK) complain_of_only(self, wanted);
    }
}

static void choose_tasks(planner *self) {
    cv_plan *plan = self->plan;
    const cv_options *options = plan->options;
    size_t number = 0;
    plan->chosen = calloc(plan->count + 1, sizeof *plan->chosen);
    if (!plan->chosen) end_without_memory(self);
    for (size_t i = 0; i < plan->count && plan->chosen; i++) {
        if (!is_named(options, plan->tasks[i].variant)) continue;
        bool is_ours =
            !options->shard_count || number % options->shard_count == options->shard_number - 1;
        if (is_ours) plan->chosen[plan->chosen_count++] = (uint32_t)i;
        number++;
    }
}

int cv_plan_read(cv_plan *plan, const cv_options *options, const cv_terminal *terminal) {
    *plan = (cv_plan){.options = options};
    if (!cv_root_check(options->root, terminal)) return CV_EXIT_ENVIRONMENT;
    if (options->table) {
        if (!cv_input_read_most(options->table, CV_ROWS_LIMIT + 1, &plan->table, terminal))
            return CV_EXIT_ENVIRONMENT;
        int code = cv_rows_read(&plan->rows, &plan->table, terminal);
        if (code != CV_EXIT_OK) return code;
        free(plan->table.data); // all of it has been copied; what file it was still counts
        plan->table.data = NULL;
    }
    return cv_sources_read(&plan->sources, options->files, options->file_count, terminal);
}

static void make(planner *self) {
    cv_plan *plan = self->plan;
    bool has_room = cv_job_room_open(&self->room, plan);
    self->cache = cvpdf_cache_create();
    if (!has_room || !self->cache) end_without_memory(self);
    for (uint32_t i = 0; i < plan->sources.count && !self->must_end; i++) plan_source(self, i);
    cvpdf_cache_free(self->cache);
    cv_job_room_close(&self->room);
    if (!self->must_end) check_only(self);
    if (self->must_end) return;
    int code = cv_names_check(plan, self->terminal);
    if (code == CV_EXIT_OK)
        choose_tasks(self);
    else
        end(self, code);
}

int cv_plan_make(cv_plan *plan, const cv_options *options, const cvpdf_engine *engine,
                 cv_seen *seen, const cv_terminal *terminal) {
    planner self = {.plan = plan, .terminal = terminal, .seen = seen};
    worsen(&self, cv_plan_read(plan, options, terminal));
    plan->engine = engine;
    make(&self);
    if (self.must_end) plan->chosen_count = 0;
    return self.code;
}

void cv_plan_free(cv_plan *plan) {
    cv_sources_free(&plan->sources);
    cv_input_free(&plan->table);
    cv_rows_free(&plan->rows);
    cv_store_free(&plan->store);
    free(plan->tasks);
    free(plan->chosen);
}
