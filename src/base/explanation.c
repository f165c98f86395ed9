// SPDX-License-Identifier: MIT
// explanation.c - the table of texts.
#include "base/explanation.h"

#include <stddef.h>

static const cv_explanation explanations[CV_PROBLEM_COUNT] = {
#define X(name, ...) [CV_##name] = {__VA_ARGS__},
#include "base/explain_check.def"
#include "base/explain_design.def"
#include "base/explain_file.def"
#include "base/explain_inputs.def"
#include "base/explain_page.def"
#include "base/explain_resume.def"
#include "base/explain_settings.def"
#include "base/explain_variants.def"
#undef X
};

cv_explanation cv_problem_explain(cv_problem problem) { return explanations[problem]; }
