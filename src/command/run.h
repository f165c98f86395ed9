// SPDX-License-Identifier: MIT
// run.h - what every verb does with its file: read it, run it, print the findings.
#ifndef CV_COMMAND_RUN_H
#define CV_COMMAND_RUN_H

#include "command/input.h"
#include "command/options.h"
#include "command/recorder.h"
#include "command/terminal.h"

#include "cvpdf.h"

typedef struct cv_run {
    cv_input input;
    cv_origin origin; // of its findings
    cvpdf_engine *engine;
    cvpdf_result *result; // NULL: there is none
} cv_run;

// Reads the input. Returns what to exit with if it is not CV_EXIT_OK; end the run in any case.
int cv_run_read(cv_run *run, const cv_options *options, const cv_terminal *terminal);

// Runs what was read, up to `options->stage`, or to the PDF where that is NULL. Returns as above.
int cv_run_typeset(cv_run *run, const cv_options *options, const cv_terminal *terminal);

// The two ends of that: loads the engine; prints the findings of `run->result` and what else went
// wrong, and says what to exit with.
int cv_run_load(cv_run *run, const cv_terminal *terminal);
int cv_run_finish(const cv_run *run, cvpdf_status status, const cv_terminal *terminal);

void cv_run_end(cv_run *run);

// What the options ask for of `input`, which has to outlive it.
cvpdf_job cv_run_job(const cv_options *options, const cv_input *input);

#endif
