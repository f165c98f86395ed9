// SPDX-License-Identifier: MIT
// data.h - where themes and locales come from.
#ifndef CV_STYLE_DATA_H
#define CV_STYLE_DATA_H

#include "base/files.h"
#include "base/text.h"

// The text of a file of data/, such as "data/themes/classic.yaml"; size 0 if there is none.
typedef cv_bytes cv_data_find(const void *data, const char *name);

typedef struct cv_data {
    cv_data_find *find;
    const void *data;
    cv_files *files; // for a theme that is named by its path
} cv_data;

#endif
