// SPDX-License-Identifier: MIT
// path.h - "sections.education.0.area": keys, section and entry ids, positions from 0.
#ifndef CV_TAILOR_PATH_H
#define CV_TAILOR_PATH_H

#include "source/tree.h"

typedef struct cv_path {
    const char *text;
    cv_span span; // where it stands, without quotes
} cv_path;

// Puts `value` where `path` leads in `root`, itself a copy whose changed parts become copies too. A
// path that leads nowhere is reported, with a suggestion; new keys are not judged.
void cv_path_put(cv_node *root, const cv_path *path, const cv_node *value, cv_arena *arena,
                 cv_report *report);

#endif
