// SPDX-License-Identifier: MIT
// line_counter.h - the lines of many places, most of them in the order of the file, in one pass.
#ifndef CV_SELECT_LINE_COUNTER_H
#define CV_SELECT_LINE_COUNTER_H

#include "base/diagnostic.h"

typedef struct cv_line_counter {
    uint32_t source, offset, lines; // line ends before `offset`
} cv_line_counter;                  // zero-initialise

// The line of the beginning of `span`, from 1.
unsigned cv_line_counter_find(cv_line_counter *counter, const cv_report *report, cv_span span);

#endif
