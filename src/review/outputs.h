// SPDX-License-Identifier: MIT
// outputs.h - what the variants of a file make, seen side by side.
#ifndef CV_REVIEW_OUTPUTS_H
#define CV_REVIEW_OUTPUTS_H

#include "source/tree.h"

#include <stdint.h>

typedef struct cv_made {
    const char *variant; // NULL: the file itself
    const char *output;  // NULL after a finding
    uint64_t pages_hash; // of all that is drawn; 0: it was not laid out
} cv_made;
typedef struct cv_made_list CV_ARRAY(cv_made) cv_made_list;

// Reports outputs that have the name of another, or one that a system keeps for itself, and
// variants that look like another. `tree` is that of the file.
void cv_review_outputs(const cv_made_list *made, const cv_node *tree, cv_report *report);

#endif
