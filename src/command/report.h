// SPDX-License-Identifier: MIT
// report.h - the findings of a rendering, for people.
#ifndef CV_COMMAND_REPORT_H
#define CV_COMMAND_REPORT_H

#include "command/terminal.h"

#include "cvpdf.h"

#include <stdbool.h>

// Prints each as "file:line:column: error[CV101]: message", with its line and what to do, and,
// where the resume is rejected, how many there are.
void cv_report_print(const cvpdf_result *result, bool is_rejected, const cv_terminal *terminal);

// One finding.
void cv_finding_print(const cvpdf_diagnostic *finding, const cv_terminal *terminal);

#endif
