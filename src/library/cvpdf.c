// SPDX-License-Identifier: MIT
// cvpdf.c - the public functions: check the arguments, then delegate.
#include "cvpdf.h"

#include "base/limits.h"
#include "base/suggest.h"
#include "base/version.h"
#include "library/pipeline.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static_assert((int)CVPDF_SOURCE_LIMIT == (int)CV_LIMIT_SOURCE_BYTES, "the header tells the truth");
static_assert((int)CVPDF_NOTE == (int)CV_NOTE && (int)CVPDF_WARNING == (int)CV_WARNING &&
                  (int)CVPDF_ERROR == (int)CV_ERROR,
              "severities are passed on as they are");

// By number of stage.
static const char *const stages[] = {"tree",  "resume", "style", "blocks",      "lines",
                                     "pages", "tags",   "json",  "diagnostics", NULL};
static_assert(sizeof stages / sizeof *stages == CV_STAGE_PDF + 1, "a name for each dump");

const char *cvpdf_version(void) { return CV_VERSION; }
const char *const *cvpdf_stages(void) { return stages; }

const char *cvpdf_suggest(const char *word, const char *const *candidates, size_t count) {
    return cv_suggest(word, candidates, count);
}

// The members that the caller knows; zero for those that came later than it was compiled.
static cvpdf_job read_job(const cvpdf_job *job) {
    cvpdf_job asked = {0};
    memcpy(&asked, job, job->size < sizeof asked ? job->size : sizeof asked);
    if (!asked.name) asked.name = "resume";
    if (!asked.source.data) asked.source = (cvpdf_bytes){(const unsigned char *)"", 0};
    return asked;
}

static bool can_run(const cvpdf_engine *engine, const cvpdf_job *asked) {
    return engine && asked->size >= sizeof asked->size;
}

// Takes over `start`, to which it adds an arena.
static cvpdf_status run(cv_job start, cv_job_task *task, cvpdf_result **result) {
    cvpdf_result *made = calloc(1, sizeof *made);
    if (!made) return CVPDF_NO_MEMORY;
    made->job = start;
    made->job.arena = cv_arena_create(CV_LIMIT_JOB_BYTES);
    cvpdf_status status = made->job.arena ? cv_job_run(&made->job, task) : CVPDF_NO_MEMORY;
    if (status == CVPDF_OK || status == CVPDF_REJECTED)
        *result = made;
    else
        cvpdf_result_free(made);
    return status;
}

static cvpdf_status run_task(const cvpdf_engine *engine, const cvpdf_job *job, cv_stage last,
                             cv_job_task *task, cvpdf_result **result) {
    *result = NULL;
    if (!can_run(engine, job)) return CVPDF_INTERNAL;
    return run((cv_job){.engine = engine, .asked = read_job(job), .last = last}, task, result);
}

cvpdf_status cvpdf_render(const cvpdf_engine *engine, const cvpdf_job *job, cvpdf_result **result) {
    return run_task(engine, job, CV_STAGE_PDF, cv_job_typeset, result);
}

cvpdf_status cvpdf_dump(const cvpdf_engine *engine, const cvpdf_job *job, const char *stage,
                        cvpdf_result **result) {
    for (int i = 0; stages[i]; i++)
        if (strcmp(stages[i], stage) == 0)
            return run_task(engine, job, (cv_stage)i, cv_job_typeset, result);
    *result = NULL;
    return CVPDF_INTERNAL;
}

cvpdf_status cvpdf_variants(const cvpdf_engine *engine, const cvpdf_job *job,
                            cvpdf_result **result) {
    return run_task(engine, job, CV_STAGE_TREE, cv_job_list, result);
}

cvpdf_status cvpdf_variant_find(const cvpdf_engine *engine, const cvpdf_job *job,
                                cvpdf_result **result) {
    return run_task(engine, job, CV_STAGE_TREE, cv_job_find, result);
}

cvpdf_status cvpdf_inputs(const cvpdf_engine *engine, const cvpdf_job *job, cvpdf_result **result) {
    return run_task(engine, job, CV_STAGE_PAGES, cv_job_read_inputs, result);
}

cvpdf_status cvpdf_check(const cvpdf_engine *engine, const cvpdf_job *job, cvpdf_result **result) {
    return run_task(engine, job, CV_STAGE_PAGES, cv_job_check, result);
}

cvpdf_status cvpdf_why(const cvpdf_engine *engine, const cvpdf_job *job, cvpdf_result **result) {
    return run_task(engine, job, CV_STAGE_RESUME, cv_job_explain, result);
}

cvpdf_status cvpdf_diff(const cvpdf_engine *engine, const cvpdf_job *from, const cvpdf_job *to,
                        cvpdf_result **result) {
    *result = NULL;
    if (!can_run(engine, from) || !can_run(engine, to)) return CVPDF_INTERNAL;
    cv_job start = {
        .engine = engine, .asked = read_job(from), .other = read_job(to), .last = CV_STAGE_RESUME};
    return run(start, cv_job_compare, result);
}

cvpdf_status cvpdf_fonts(const cvpdf_engine *engine, const cvpdf_job *job, cvpdf_result **result) {
    return run_task(engine, job, CV_STAGE_TREE, cv_job_list_fonts, result);
}

cvpdf_status cvpdf_schema(cvpdf_result **result) {
    *result = NULL;
    return run((cv_job){.last = CV_STAGE_TREE}, cv_job_describe, result);
}

void cvpdf_result_free(cvpdf_result *result) {
    if (!result) return;
    cv_arena_destroy(result->job.arena);
    free(result);
}

cvpdf_bytes cvpdf_result_bytes(const cvpdf_result *result) {
    return (cvpdf_bytes){result->job.output.data, result->job.output.size};
}

size_t cvpdf_result_pages(const cvpdf_result *result) { return result->job.pages; }

cvpdf_font cvpdf_result_font(const cvpdf_result *result, size_t index) {
    const cv_used_fonts *fonts = &result->job.fonts;
    return index < fonts->count ? fonts->items[index] : (cvpdf_font){NULL, NULL};
}

size_t cvpdf_result_variant_count(const cvpdf_result *result) { return result->job.outputs.count; }

cvpdf_variant cvpdf_result_variant(const cvpdf_result *result, size_t index) {
    if (index >= result->job.outputs.count) return (cvpdf_variant){NULL, NULL};
    cv_output output = result->job.outputs.items[index];
    return (cvpdf_variant){output.variant, output.name};
}

static const char *file_of_font(const cvpdf_result *result, size_t index) {
    return cvpdf_result_font(result, index).file;
}

// Not bundled, nor a face of a file that has been counted already.
static bool is_input(const cvpdf_result *result, size_t font) {
    const char *file = file_of_font(result, font);
    bool is_new = file;
    for (size_t i = 0; i < font && is_new; i++) is_new = !cv_equal(file_of_font(result, i), file);
    const cv_inputs *named = cv_files_inputs(result->job.files);
    for (size_t i = 0; i < named->count && is_new; i++)
        is_new = !cv_equal(named->items[i].path, file);
    return is_new;
}

// The files that the resume names, then those of fonts that it does not name.
const char *cvpdf_result_input(const cvpdf_result *result, size_t index) {
    if (!result->job.files) return NULL;
    const cv_inputs *named = cv_files_inputs(result->job.files);
    if (index < named->count) return named->items[index].path;
    size_t count = named->count;
    for (size_t i = 0; cvpdf_result_font(result, i).name; i++)
        if (is_input(result, i) && count++ == index) return file_of_font(result, i);
    return NULL;
}

size_t cvpdf_result_input_count(const cvpdf_result *result) {
    size_t count = 0;
    while (cvpdf_result_input(result, count)) count++;
    return count;
}

size_t cvpdf_result_dropped_count(const cvpdf_result *result) { return result->job.report.dropped; }

size_t cvpdf_result_diagnostic_count(const cvpdf_result *result) {
    size_t count = 0;
    for (const cv_diagnostic *each = result->job.report.first; each; each = each->next) count++;
    return count;
}

// An empty span at the very start is how stages say "the whole text".
static bool is_about_the_whole(cv_span span) { return span.begin == 0 && span.end == 0; }

static void set_place(cvpdf_diagnostic *finding, const cv_source *source, cv_span span) {
    cv_place begin = cv_source_locate(source, span.begin);
    cv_place end = cv_source_locate(source, span.end);
    finding->line = begin.line;
    finding->column = begin.column;
    finding->end_line = end.line;
    finding->end_column = end.column;
    finding->excerpt = (cvpdf_bytes){begin.excerpt.data, begin.excerpt.size};
}

cvpdf_diagnostic cvpdf_result_diagnostic(const cvpdf_result *result, size_t index) {
    const cv_report *report = &result->job.report;
    const cv_diagnostic *found = report->first;
    while (found && index--) found = found->next;
    if (!found) return (cvpdf_diagnostic){0};
    cvpdf_diagnostic finding = {
        .severity = (cvpdf_severity)cv_problem_severity(found->problem),
        .code = cv_problem_code(found->problem),
        .message = found->message,
        .hint = found->hint,
        .name = result->job.asked.name,
    };
    if (found->span.source < report->sources.count) {
        const cv_source *source = &report->sources.items[found->span.source];
        finding.name = source->name;
        if (!is_about_the_whole(found->span)) set_place(&finding, source, found->span);
    }
    return finding;
}
