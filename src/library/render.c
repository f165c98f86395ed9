// SPDX-License-Identifier: MIT
// render.c - the whole program on one page: each call is one folder of src/.
#include "library/pipeline.h"

#include "base/limits.h"
#include "export/export.h"
#include "fit/fit.h"
#include "library/cache.h"
#include "library/engine.h"
#include "library/fonts.h"
#include "library/request.h"
#include "line/breaks.h"
#include "line/line.h"
#include "page/page.h"
#include "pdf/pdf.h"
#include "select/select.h"
#include "shape/shape.h"
#include "style/titles.h"

#include <setjmp.h>
#include <stdio.h>

void cv_job_silence(cv_job *job, const cv_node *source) {
    if (!job->silences)
        job->silences = cv_silences_read(job->tree, source, job->arena, &job->report);
    cv_silences_apply(job->silences, &job->report);
}

bool cv_job_is_rejected(const cv_job *job) {
    const cv_report *report = &job->report;
    return report->errors || (job->asked.is_strict && report->warnings);
}

static void close_cache(void *handle) { cv_memo_destroy(handle); }

// A fit lays out again and again: it needs a cache, if only of its own.
static cv_memo *own_cache(cv_arena *arena) {
    cv_memo *cache = cv_memo_create();
    if (cache) cv_arena_defer(arena, close_cache, cache);
    return cache;
}

// False if ICU lacks its break rules, which is a broken installation.
static bool lay_out(cv_job *job, const cv_goal *goal) {
    cv_arena *arena = job->arena;
    job->faces = cv_job_fonts(job);
    cv_press press = {.fonts = job->faces,
                      .photo = job->photo,
                      .breaker = cv_breaker_open(job->resume->language, arena)};
    if (!press.breaker) return false;
    if (job->asked.cache)
        press.cache = job->asked.cache->shapes;
    else if (goal->pages)
        press.cache = own_cache(arena);
    cv_fitted fitted = cv_fit(job->resume, job->style, goal, &press, arena, &job->report);
    job->resume = fitted.resume;
    job->style = fitted.style;
    job->document = fitted.layout.document;
    job->lines = fitted.layout.lines;
    cv_document_check(job->document, &job->report);
    if (job->last < CV_STAGE_PAGES) return true;
    job->display =
        cv_pages_set(job->document, job->lines, fitted.layout.shaper, arena, &job->report);
    cv_display_verify(job->display);
    job->pages = job->display->pages.count;
    cv_job_note_fonts(job);
    return true;
}

bool cv_job_has_fonts_of_files(const cv_job *job) {
    for (uint32_t i = 0; i < job->display->font_count; i++)
        if (job->display->fonts[i]->origin != CV_FONT_BUNDLED) return true;
    return false;
}

cv_bytes cv_job_write_pdf(cv_job *job, const char *date) {
    const cvpdf_cache *cache = job->asked.cache;
    cv_metadata metadata = job->document->metadata;
    metadata.date = date;
    cv_attachment attachment = {
        .name = "resume.json",
        .description = "The content of this document as JSON Resume",
        .media_type = "application/json",
        .data = job->json,
    };
    cv_unusable_font unusable = {0};
    cv_pdf_extras extras = {.metadata = &metadata,
                            .profile = cv_engine_file("data/icc/srgb.icc"),
                            .attachment = job->asked.no_embed ? NULL : &attachment,
                            .streams = cache ? cache->streams : NULL,
                            .subsets = cache ? cache->subsets : NULL,
                            .unusable = &unusable};
    cv_bytes file = cv_pdf_write(job->display, &extras, job->arena);
    if (unusable.font && unusable.font->origin != CV_FONT_BUNDLED)
        cv_font_set_reject(job->faces, unusable.font, unusable.reason);
    return file;
}

static void translate_titles(cv_job *job, const char *written_language) {
    cv_titles titles =
        cv_titles_resolve(written_language, job->style->locale->language,
                          cv_engine_data(job->files, job->data_shelf), job->arena, &job->report);
    job->resume = cv_resume_entitle(job->resume, &titles, job->arena);
}

cvpdf_status cv_job_set(cv_job *job, const cv_node *tree, const cv_request *request) {
    cv_arena *arena = job->arena;
    cv_report *report = &job->report;
    const cv_tailored *tailored = cv_tailor(tree, &request->tailor, arena, report);
    job->tree = tailored->tree;
    CV_PUSH(arena, &job->outputs, (cv_output){tailored->variant, tailored->output});
    cv_job_silence(job, tree);
    if (job->last >= CV_STAGE_RESUME) {
        job->full = cv_resume_decode(job->tree, arena, report);
        job->selected = cv_select(job->full, &tailored->selection, arena, report);
        job->resume = job->selected;
    }
    if (job->last >= CV_STAGE_STYLE)
        job->style =
            cv_style_resolve(job->tree, cv_engine_data(job->files, job->data_shelf), arena, report);
    if (job->last >= CV_STAGE_STYLE) job->photo = cv_job_read_photo(job);
    if (job->last > CV_STAGE_STYLE) translate_titles(job, tailored->written_language);
    cv_goal goal = cv_goal_decode(job->tree, report);
    if (cv_job_is_rejected(job)) return CVPDF_REJECTED; // only now: one run reports every error
    if (job->last <= CV_STAGE_STYLE) return CVPDF_OK;

    if (!lay_out(job, &goal)) return CVPDF_INTERNAL;
    // A glyph is missing, or there are too many pages.
    return cv_job_is_rejected(job) ? CVPDF_REJECTED : CVPDF_OK;
}

// Runs while the arena's recovery point is armed.
static cvpdf_status run_stages(cv_job *job) {
    if (job->asked.cache) cv_cache_trim(job->asked.cache);
    cv_request request = cv_request_read(&job->asked, job->arena, &job->report);
    const cv_node *tree = cv_job_read_source(job, &request);
    if (!tree) return CVPDF_REJECTED;
    cvpdf_status status = cv_job_set(job, tree, &request);
    if (status != CVPDF_OK || job->last < CV_STAGE_JSON) return status;

    job->json = cv_export_json(job->resume, job->arena);
    if (!job->json.data) return CVPDF_NO_MEMORY;
    bool says_all = job->last == CV_STAGE_DIAGNOSTICS && cv_job_has_fonts_of_files(job);
    if (job->last < CV_STAGE_PDF && !says_all) return CVPDF_OK;
    job->output = cv_job_write_pdf(job, request.date);
    if (cv_job_is_rejected(job)) return CVPDF_REJECTED;
    return job->output.data ? CVPDF_OK : CVPDF_INTERNAL;
}

cvpdf_status cv_job_read_inputs(cv_job *job) { return run_stages(job); }

cvpdf_status cv_job_typeset(cv_job *job) {
    cvpdf_status status = run_stages(job);
    if (status == CVPDF_OK && job->last != CV_STAGE_PDF) job->output = cv_job_dump(job);
    return status;
}

// The list of findings is whole at every allocation, and so can still be appended to.
static cvpdf_status reject_over_limit(cv_job *job) {
    snprintf(job->over_limit_message, sizeof job->over_limit_message,
             "typesetting this needs more than the %d MiB of memory allowed",
             CV_LIMIT_JOB_BYTES >> 20);
    job->over_limit =
        (cv_diagnostic){.problem = CV_JOB_TOO_LARGE, .message = job->over_limit_message};
    *job->report.last = &job->over_limit;
    job->report.last = &job->over_limit.next;
    job->report.errors++;
    return CVPDF_REJECTED;
}

// What is kept beyond the job is in an arena of its own.
static cvpdf_status run_with_shelf(cv_job *job, cv_job_task *task) {
    cv_data_shelf *shelf = job->asked.cache ? cv_cache_shelf(job->asked.cache) : NULL;
    if (!shelf) return task(job);
    if (setjmp(*cv_arena_recovery(shelf->arena))) return CVPDF_NO_MEMORY;
    job->data_shelf = shelf;
    return task(job);
}

static cvpdf_status run_guarded(cv_job *job, cv_job_task *task) {
    switch (setjmp(*cv_arena_recovery(job->arena))) {
    case 0:
        job->files =
            cv_files_create(job->asked.directory, job->asked.root, job->arena, &job->report);
        return run_with_shelf(job, task);
    case CV_OVER_LIMIT: return reject_over_limit(job);
    default: return CVPDF_NO_MEMORY;
    }
}

cvpdf_status cv_job_run(cv_job *job, cv_job_task *task) {
    cv_report_init(&job->report, job->arena);
    cvpdf_status status = run_guarded(job, task);
    cv_report_sort(&job->report);
    return status;
}
