// SPDX-License-Identifier: MIT
// output_name.h - texts as names of files.
#ifndef CV_TAILOR_OUTPUT_NAME_H
#define CV_TAILOR_OUTPUT_NAME_H

#include "base/diagnostic.h"

#include <stdbool.h>

// `text`, which was written at `span`, as the name of a PDF in any folder: letters and digits of
// any script and . _ - stay, blanks become one '-', all else goes; ".pdf" is added where it is
// missing. NULL after a finding if nothing is left or it is too long.
const char *cv_output_name_make(const char *text, cv_span span, cv_arena *arena, cv_report *report);

// True if `name` is not too long for a disk, else a finding.
bool cv_output_name_fits(const char *name, cv_span span, cv_report *report);

#endif
