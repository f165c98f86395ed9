// SPDX-License-Identifier: MIT
// explanation.h - what a finding means, for those who meet it.
//
// The texts are in explain_*.def, one file for each group of codes, one row for each finding:
//   X(NAME, title, meaning, mending, wrong, right)
// `title` says what was found, in lower case and without a full stop; `meaning` what is wrong with
// it, and what would come of it; `mending` what to do. Each of these is one paragraph, in which
// what is to be typed stands between backticks. `wrong` and `right` are lines of a resume, each
// ended by \n; a line that begins with "$ " is a command. They are NULL where lines show nothing.
// A test typesets them: `wrong` has the finding, `right` has not.
#ifndef CV_BASE_EXPLANATION_H
#define CV_BASE_EXPLANATION_H

#include "base/diagnostic.h"

typedef struct cv_explanation {
    const char *title, *meaning, *mending;
    const char *wrong, *right; // NULL: none
} cv_explanation;

cv_explanation cv_problem_explain(cv_problem problem);

#endif
