// SPDX-License-Identifier: MIT
// merge.h - the findings of several variants as those of one file: each once, with the names of the
// variants that have it where not all do.
#ifndef CV_LIBRARY_MERGE_H
#define CV_LIBRARY_MERGE_H

#include "base/diagnostic.h"

typedef struct cv_merged {
    cv_diagnostic found;
    struct CV_ARRAY(size_t) variants; // numbers of those that have it
} cv_merged;

typedef struct cv_merger {
    cv_report *report;                              // of the file
    struct CV_ARRAY(const char *) names;            // of the variants so far
    struct CV_ARRAY(cv_merged) items[CV_ERROR + 1]; // by severity
} cv_merger;

// Adds what was found in one more variant. `report` may go afterwards.
void cv_merger_add(cv_merger *merger, const char *variant, const cv_report *report);

// Puts all of it into the report of the file, errors first, so that notes do not crowd them out.
void cv_merger_finish(cv_merger *merger);

#endif
