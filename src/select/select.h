// SPDX-License-Identifier: MIT
// select.h - the model with only the items that are shown.
//
// An item is a section, entry, role or bullet. It is shown when it has no tags, or there is no
// `include`, or one of its tags is in `include`; and none of them is in `exclude`. What is not
// shown hides what is in it. A section of which nothing is left goes with its title, and so does an
// entry all of whose roles are hidden.
#ifndef CV_SELECT_SELECT_H
#define CV_SELECT_SELECT_H

#include "base/selection.h"
#include "resume/resume.h"

// `full` itself where it shows all. That nothing is left of any section is a warning.
const cv_resume *cv_select(const cv_resume *full, const cv_selection *selection, cv_arena *arena,
                           cv_report *report);

// Appends a line for each item: whether it is in or out, its line in the file, and why.
void cv_why_write(const cv_resume *full, const cv_selection *selection, const cv_report *report,
                  cv_text_builder *out);

// Appends a line for each thing in which `to` differs from `from`, both as they are shown.
void cv_diff_write(const cv_resume *from, const cv_resume *to, const cv_report *report,
                   cv_text_builder *out);

#endif
