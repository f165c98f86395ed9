// SPDX-License-Identifier: MIT
// explain.c - the findings that there can be, one after the other.
#include "cvpdf.h"

#include "base/explanation.h"

int cvpdf_explain(size_t index, cvpdf_explanation *explanation) {
    if (index >= CV_PROBLEM_COUNT) return 0;
    cv_problem problem = (cv_problem)index;
    cv_explanation text = cv_problem_explain(problem);
    *explanation = (cvpdf_explanation){
        .code = cv_problem_code(problem),
        .severity = (cvpdf_severity)cv_problem_severity(problem),
        .title = text.title,
        .meaning = text.meaning,
        .mending = text.mending,
        .wrong = text.wrong,
        .right = text.right,
    };
    return 1;
}
