// SPDX-License-Identifier: MIT
// date_text.h - dates as the reader sees them.
#ifndef CV_DOCUMENT_DATE_TEXT_H
#define CV_DOCUMENT_DATE_TEXT_H

#include "base/arena.h"
#include "resume/resume.h"
#include "style/style.h"

// One date by the style's CLDR skeleton, which drops what the date does not have: "May 2024",
// "2024".
const char *cv_date_text(cv_date date, const cv_style *style, cv_arena *arena);

// A period: a range with no-break spaces around its en dash, or one date. NULL if it has neither;
// words of the person's own are not its matter.
const char *cv_period_text(const cv_period *period, const cv_style *style, cv_arena *arena);

#endif
