// SPDX-License-Identifier: MIT
// span_of_time.h - periods in months, with what their dates leave open.
#ifndef CV_REVIEW_SPAN_OF_TIME_H
#define CV_REVIEW_SPAN_OF_TIME_H

#include "resume/resume.h"

#include <stdbool.h>
#include <stdint.h>

#define CV_TIME_ONGOING INT32_MAX

// Months, January of the year 1 being 12. A date to the year leaves the month open.
typedef struct cv_time_span {
    int32_t begin, begin_latest;
    int32_t end_earliest, end;
    bool is_range; // from one date to another
} cv_time_span;

// False where the period has no date.
bool cv_time_span_read(const cv_period *period, cv_time_span *time);

// How many months both surely last, 0 if that is not known.
int32_t cv_time_overlap(const cv_time_span *a, const cv_time_span *b);

// "2023-09".
const char *cv_month_write(int32_t month, cv_arena *arena);

#endif
