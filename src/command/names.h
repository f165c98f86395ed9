// SPDX-License-Identifier: MIT
// names.h - whether the outputs of a build can all have the names that they should.
#ifndef CV_COMMAND_NAMES_H
#define CV_COMMAND_NAMES_H

#include "command/plan.h"

// No two outputs may have one name, or names that differ in the case of ASCII letters alone, and
// all have to be files of their own (links.h). Returns what to exit with, having complained.
int cv_names_check(const cv_plan *plan, const cv_terminal *terminal);

#endif
