// SPDX-License-Identifier: MIT
// titles.h - what sections are called in one language and in another.
#ifndef CV_BASE_TITLES_H
#define CV_BASE_TITLES_H

#include "base/array.h"

typedef struct cv_title {
    const char *from, *to; // "Education", "Ausbildung"
} cv_title;
typedef struct cv_titles CV_ARRAY(cv_title) cv_titles;

#endif
