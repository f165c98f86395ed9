// SPDX-License-Identifier: MIT
// command_why.c - what a variant shows and what it says differently, as text on standard output.
#include "command/command.h"

#include "command/output.h"
#include "command/run.h"

#include <string.h>

int cv_command_why(const cv_options *options, const cv_terminal *terminal) {
    cv_run run = {0};
    int code = cv_run_read(&run, options, terminal);
    if (code == CV_EXIT_OK) code = cv_run_load(&run, terminal);
    if (code == CV_EXIT_OK) {
        cvpdf_job job = cv_run_job(options, &run.input);
        code = cv_run_finish(&run, cvpdf_why(run.engine, &job, &run.result), terminal);
    }
    if (code == CV_EXIT_OK) cv_output_print(cvpdf_result_bytes(run.result));
    cv_run_end(&run);
    return code;
}

// The jobs of both sides. One variant goes with both of two files, and is what changes one.
static int compare(cv_run *run, const cv_options *options, const cv_input *other,
                   const cv_terminal *terminal) {
    cvpdf_job from = cv_run_job(options, &run->input);
    cvpdf_job to = cv_run_job(options, other);
    if (options->variant_count == 2)
        to.variant = options->variants[1];
    else if (!options->other)
        from.variant = NULL;
    return cv_run_finish(run, cvpdf_diff(run->engine, &from, &to, &run->result), terminal);
}

static bool reads_one_twice(const cv_options *options) {
    return options->other && strcmp(options->other, "-") == 0 && strcmp(options->file, "-") == 0;
}

int cv_command_diff(const cv_options *options, const cv_terminal *terminal) {
    cv_run run = {0};
    cv_input other = {0};
    int code = reads_one_twice(options) ? CV_EXIT_USAGE : CV_EXIT_OK;
    if (code == CV_EXIT_USAGE)
        cv_complain(terminal, "standard input can be read once; name one of the files");
    if (code == CV_EXIT_OK) code = cv_run_read(&run, options, terminal);
    if (code == CV_EXIT_OK && options->other && !cv_input_read(options->other, &other, terminal))
        code = CV_EXIT_ENVIRONMENT;
    if (code == CV_EXIT_OK) code = cv_run_load(&run, terminal);
    if (code == CV_EXIT_OK)
        code = compare(&run, options, options->other ? &other : &run.input, terminal);
    if (code == CV_EXIT_OK) cv_output_print(cvpdf_result_bytes(run.result));
    cv_run_end(&run);
    cv_input_free(&other);
    return code;
}
