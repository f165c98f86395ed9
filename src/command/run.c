// SPDX-License-Identifier: MIT
// run.c - options to a job, status to an exit code.
#include "command/run.h"

#include "command/command.h"
#include "command/report.h"
#include "command/root.h"

#include <string.h>

int cv_run_read(cv_run *run, const cv_options *options, const cv_terminal *terminal) {
    run->origin = (cv_origin){
        .file = strcmp(options->file, "-") == 0 ? NULL : options->file,
        .variant = options->variant_count ? options->variants[0] : NULL,
    };
    bool is_read = cv_root_check(options->root, terminal) &&
                   cv_input_read(options->file, &run->input, terminal);
    return is_read ? CV_EXIT_OK : CV_EXIT_ENVIRONMENT;
}

cvpdf_job cv_run_job(const cv_options *options, const cv_input *input) {
    return (cvpdf_job){
        .size = sizeof(cvpdf_job),
        .name = input->name,
        .source = {input->data, input->size},
        .settings = options->settings,
        .setting_count = options->setting_count,
        .date = options->date,
        .is_strict = options->is_strict,
        .no_embed = options->skips_embedding,
        .variant = options->variant_count ? options->variants[0] : NULL,
        .variables = options->variables,
        .variable_count = options->variable_count,
        .include = options->include,
        .include_count = options->include_count,
        .exclude = options->exclude,
        .exclude_count = options->exclude_count,
        .locks_facts = options->locks_facts,
        .directory = input->folder,
        .root = options->root ? options->root : input->root,
        .font_folders = options->font_folders,
        .font_folder_count = options->font_folder_count,
        .no_system_fonts = options->refuses_system_fonts,
    };
}

int cv_run_load(cv_run *run, const cv_terminal *terminal) {
    run->engine = cvpdf_engine_create();
    if (run->engine) return CV_EXIT_OK;
    cv_complain(terminal, "out of memory");
    return CV_EXIT_ENVIRONMENT;
}

int cv_run_finish(const cv_run *run, cvpdf_status status, const cv_terminal *terminal) {
    if (run->result) cv_report_print(run->result, &run->origin, status == CVPDF_REJECTED, terminal);
    switch (status) {
    case CVPDF_OK: return CV_EXIT_OK;
    case CVPDF_REJECTED: return CV_EXIT_RESUME;
    case CVPDF_NO_MEMORY: cv_complain(terminal, "out of memory"); return CV_EXIT_ENVIRONMENT;
    case CVPDF_INTERNAL: break;
    }
    cv_complain(terminal, "this is a bug in cvpdf, not in '%s'; please report it", run->input.name);
    return CV_EXIT_INTERNAL;
}

int cv_run_typeset(cv_run *run, const cv_options *options, const cv_terminal *terminal) {
    int code = cv_run_load(run, terminal);
    if (code != CV_EXIT_OK) return code;
    cvpdf_job job = cv_run_job(options, &run->input);
    cvpdf_status status = options->stage
                              ? cvpdf_dump(run->engine, &job, options->stage, &run->result)
                              : cvpdf_render(run->engine, &job, &run->result);
    return cv_run_finish(run, status, terminal);
}

void cv_run_end(cv_run *run) {
    cvpdf_result_free(run->result);
    cvpdf_engine_free(run->engine);
    cv_input_free(&run->input);
}
