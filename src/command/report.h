// SPDX-License-Identifier: MIT
// report.h - the findings of a rendering: for people, or handed to the recorder of the terminal.
#ifndef CV_COMMAND_REPORT_H
#define CV_COMMAND_REPORT_H

#include "command/finding.h"
#include "command/findings.h"
#include "command/recorder.h"
#include "command/seen.h"
#include "command/terminal.h"

#include "cvpdf.h"

#include <stdbool.h>

// Prints each as "file:line:column: error[CV101]: message", with its line and what to do, and,
// where the resume is rejected, how many there are.
void cv_report_print(const cvpdf_result *result, const cv_origin *origin, bool is_rejected,
                     const cv_terminal *terminal);

// Prints those of cv_findings_take() that have not been seen, and keeps it in mind; for people
// without the notes on the whole. Returns how many were new, but for those.
size_t cv_findings_print(const char *bytes, size_t size, const cv_origin *origin, cv_seen *seen,
                         const cv_terminal *terminal);

// One finding; the same as the library gives it.
void cv_finding_report(const cv_finding *finding, const cv_origin *origin,
                       const cv_terminal *terminal);
void cv_diagnostic_report(const cvpdf_diagnostic *found, const cv_origin *origin,
                          const cv_terminal *terminal);

#endif
