// SPDX-License-Identifier: MIT
// command_schema.c - the keys of the format as JSON Schema on standard output.
#include "command/command.h"

#include "command/output.h"
#include "command/run.h"

int cv_command_schema(const cv_options *options, const cv_terminal *terminal) {
    (void)options;
    cv_run run = {.input.name = "schema"};
    int code = cv_run_finish(&run, cvpdf_schema(&run.result), terminal);
    if (code == CV_EXIT_OK) code = cv_output_write_stdout(cvpdf_result_bytes(run.result), terminal);
    cv_run_end(&run);
    return code;
}
