// SPDX-License-Identifier: MIT
// embedded.h - fonts and data that are part of the library itself.
//
// Names are paths from the root of the project, such as "fonts/lato/Lato-Regular.ttf". All is
// constant and shared by every thread. A zero byte follows each file at `end`.
#ifndef CV_LIBRARY_EMBEDDED_H
#define CV_LIBRARY_EMBEDDED_H

#include <stddef.h>

typedef struct cv_embedded {
    const char *name;
    const unsigned char *begin, *end;
} cv_embedded;

// NULL if no file of this name is embedded.
const cv_embedded *cv_embedded_find(const char *name);

// All of them as an array of `*count`, in the order of CMakeLists.txt.
const cv_embedded *cv_embedded_list(size_t *count);

#endif
