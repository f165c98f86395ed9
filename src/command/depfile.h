// SPDX-License-Identifier: MIT
// depfile.h - what outputs depend on, as make and ninja read it.
#ifndef CV_COMMAND_DEPFILE_H
#define CV_COMMAND_DEPFILE_H

#include "command/plan.h"
#include "command/terminal.h"

// Writes "OUTPUT…: INPUT…" for each file of the plan to `path`. Returns what to exit with.
int cv_depfile_write(const cv_plan *plan, const char *path, bool syncs,
                     const cv_terminal *terminal);

#endif
