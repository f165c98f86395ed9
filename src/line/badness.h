// SPDX-License-Identifier: MIT
// badness.h - what a line costs, in TeX's units (a badness of 100 is poor).
#ifndef CV_LINE_BADNESS_H
#define CV_LINE_BADNESS_H

#include "base/length.h"

#include <stdint.h>

enum { CV_OVERFULL = INT32_MAX };

// Where a line is to end, and how short of it is poor.
typedef struct cv_measure {
    cv_length width;
    cv_length tolerance; // 2 em or 6 % of the width, whichever is more
} cv_measure;

cv_measure cv_measure_of(cv_length width, cv_length em);

// Cost of ending a ragged-right line at `width`. CV_OVERFULL if the line does not fit.
int32_t cv_ragged_badness(cv_length width, cv_measure measure);

// Cost of a last line of `width` with `words` words: none from a quarter of the measure on, most
// for a word on its own (a runt).
int32_t cv_last_line_badness(cv_length width, uint32_t words, cv_measure measure);

// Demerits of a line: (10 + badness)^2 plus penalty^2, or minus it where the penalty is negative.
// Source: Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with TeX's \linepenalty of 10
// for their 1.
int64_t cv_line_demerits(int32_t badness, int32_t penalty);

#endif
