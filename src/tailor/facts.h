// SPDX-License-Identifier: MIT
// facts.h - that tailoring chooses and rewords, but does not change what was.
#ifndef CV_TAILOR_FACTS_H
#define CV_TAILOR_FACTS_H

#include "source/tree.h"

// True for a tree with `facts: locked`; reports another value.
bool cv_facts_are_locked(const cv_node *tree, cv_report *report);

// Reports each date, employer, degree and title in the entries of `after` that is not as in
// `before`, the tree that it was made of, and each number in a text that is not in the old one.
void cv_facts_check(const cv_node *before, const cv_node *after, cv_arena *arena,
                    cv_report *report);

#endif
