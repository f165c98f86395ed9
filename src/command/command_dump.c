// SPDX-License-Identifier: MIT
// command_dump.c - a stage of the pipeline as text on standard output.
#include "command/command.h"

#include "command/output.h"
#include "command/run.h"

#include <unistd.h>

// Programs get it as it is.
static int write_text(cvpdf_bytes text, const cv_terminal *terminal) {
    if (!isatty(STDOUT_FILENO)) return cv_output_write_stdout(text, terminal);
    cv_output_print(text);
    return CV_EXIT_OK;
}

int cv_command_dump(const cv_options *options, const cv_terminal *terminal) {
    cv_run run = {0};
    int code = cv_run_read(&run, options, terminal);
    if (code == CV_EXIT_OK) code = cv_run_typeset(&run, options, terminal);
    if (code == CV_EXIT_OK) code = write_text(cvpdf_result_bytes(run.result), terminal);
    cv_run_end(&run);
    return code;
}
