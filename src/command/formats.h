// SPDX-License-Identifier: MIT
// formats.h - how a recorder writes; docs/findings.md says it to users.
#ifndef CV_COMMAND_FORMATS_H
#define CV_COMMAND_FORMATS_H

#include "command/recorder.h"

extern const cv_format cv_format_json;   // one document of our own
extern const cv_format cv_format_github; // annotations, as a runner of GitHub Actions takes them
extern const cv_format cv_format_sarif;  // SARIF 2.1.0, an OASIS standard

#endif
