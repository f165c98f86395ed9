// SPDX-License-Identifier: MIT
// command_fonts.c - the fonts that there are, and which would help out, on standard output.
#include "command/command.h"

#include "command/output.h"
#include "command/run.h"

int cv_command_fonts(const cv_options *options, const cv_terminal *terminal) {
    cv_run run = {.input.name = "fonts"};
    int code = cv_run_load(&run, terminal);
    if (code == CV_EXIT_OK) {
        cvpdf_job job = cv_run_job(options, &run.input);
        code = cv_run_finish(&run, cvpdf_fonts(run.engine, &job, &run.result), terminal);
    }
    if (code == CV_EXIT_OK) code = cv_output_write_stdout(cvpdf_result_bytes(run.result), terminal);
    cv_run_end(&run);
    return code;
}
