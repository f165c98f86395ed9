// SPDX-License-Identifier: MIT
// command_deps.c - the inputs of a build.
#include "command/command.h"

#include "command/depfile.h"
#include "command/plan.h"

int cv_command_deps(const cv_options *options, const cv_terminal *terminal) {
    cv_plan plan;
    int code = cv_plan_read(&plan, options, terminal);
    cv_inputs_print(&plan);
    cv_plan_free(&plan);
    return code;
}
