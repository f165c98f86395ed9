// SPDX-License-Identifier: MIT
// pipeline.h - one rendering and what its stages have made so far.
#ifndef CV_LIBRARY_PIPELINE_H
#define CV_LIBRARY_PIPELINE_H

#include "base/diagnostic.h"
#include "base/files.h"
#include "document/document.h"
#include "line/line.h"
#include "page/display.h"
#include "resume/resume.h"
#include "review/silence.h"
#include "source/tree.h"
#include "style/style.h"
#include "tailor/tailor.h"

#include "cvpdf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Where a rendering ends, in the order of the pipeline; all but the last are dumps.
typedef enum cv_stage {
    CV_STAGE_TREE,
    CV_STAGE_RESUME,
    CV_STAGE_STYLE,
    CV_STAGE_BLOCKS,
    CV_STAGE_LINES,
    CV_STAGE_PAGES,
    CV_STAGE_TAGS,
    CV_STAGE_JSON,
    CV_STAGE_DIAGNOSTICS,
    CV_STAGE_PDF
} cv_stage;

struct cv_request; // request.h
typedef struct cv_used_fonts CV_ARRAY(cvpdf_font) cv_used_fonts;

// Lives on the heap, outside its arena, so that it outlasts a jump to the recovery point.
typedef struct cv_job {
    cv_arena *arena;
    const cvpdf_engine *engine;
    cvpdf_job asked;
    cvpdf_job other; // to compare with
    cv_stage last;

    cv_report report;
    cv_files *files;           // that the resume names
    cv_outputs outputs;        // the variant that it is of, or all that there are
    const cv_node *tree;       // tailored; this and the following: NULL until the stage has run
    cv_silences *silences;     // what the file does not want to hear
    cv_data_shelf *data_shelf; // themes and locales that were read, NULL: none are kept
    const cv_resume *full, *selected;
    const cv_resume *resume; // what is set: selected, without what had to go for a fit
    const cv_style *style;
    const cv_image *photo; // NULL also where there is none
    const cv_document *document;
    const cv_lines *lines;
    const cv_display *display;
    struct cv_font_set *faces; // that it may use; NULL before its pages
    size_t pages;              // or the most of those that were checked
    cv_used_fonts fonts;       // of the display list
    cv_bytes json;             // what the page shows, to travel inside the PDF
    cv_bytes output;           // the PDF or the dump

    cv_diagnostic over_limit; // stands ready, because nothing can be allocated then
    char over_limit_message[80];
} cv_job;

struct cvpdf_result {
    cv_job job;
};

// What a job is to do, while the arena's recovery point is armed.
typedef cvpdf_status cv_job_task(cv_job *job);

cv_job_task cv_job_typeset;     // the stages up to `last`
cv_job_task cv_job_read_inputs; // the same without a dump
cv_job_task cv_job_list;        // the variants
cv_job_task cv_job_find;        // the one variant
cv_job_task cv_job_check;       // all variants, laid out and reviewed
cv_job_task cv_job_explain;     // what is shown and why, as text
cv_job_task cv_job_compare;     // in what `other` differs, as text
cv_job_task cv_job_describe;    // the format as JSON Schema, of no file
cv_job_task cv_job_list_fonts;  // those that there are, of no file

// The stages from the tailoring of `tree` to the pages, or to `last` where that comes before.
cvpdf_status cv_job_set(cv_job *job, const cv_node *tree, const struct cv_request *request);

// Whether the pages use faces of files, which may turn out to be damaged when a PDF is written.
bool cv_job_has_fonts_of_files(const cv_job *job);

// The PDF of the pages; no bytes, and a finding where a face of a file is the reason, if it cannot
// be written. `date` may be NULL.
cv_bytes cv_job_write_pdf(cv_job *job, const char *date);

// Reads what silences findings from `job->tree` and the comments of `source`, which is it before
// any tailoring, unless that is done, and applies it to the report.
void cv_job_silence(cv_job *job, const cv_node *source);

// Whether what was found so far rejects the resume.
bool cv_job_is_rejected(const cv_job *job);

// Runs the task. Findings are in the report, sorted, whatever the status.
cvpdf_status cv_job_run(cv_job *job, cv_job_task *task);

// Reads the photo of `job->resume` for `job->style`; NULL if there is none, or after a finding.
const cv_image *cv_job_read_photo(cv_job *job);

// Notes for a check: that the photo says where it was taken, which the PDF does not.
void cv_job_review_photo(cv_job *job);

// The text of the stage `last`, all of whose data there is.
cv_bytes cv_job_dump(const cv_job *job);

#endif
