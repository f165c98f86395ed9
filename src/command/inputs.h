// SPDX-License-Identifier: MIT
// inputs.h - what a build is made of: resumes, the table, and the files that they name.
#ifndef CV_COMMAND_INPUTS_H
#define CV_COMMAND_INPUTS_H

#include "command/plan.h"

// Keeps in mind that the resume number `source` names the file `path`. False if memory runs out.
bool cv_inputs_note(cv_plan *plan, uint32_t source, const char *path);

// The same of all files of cv_findings_take().
bool cv_inputs_note_all(cv_plan *plan, uint32_t source, const char *inputs, size_t size);

// Prints them on standard output, each once and on a line.
void cv_inputs_print(const cv_plan *plan);

#endif
