// SPDX-License-Identifier: MIT
// ids.h - the names by which settings and variants call sections and entries.
#ifndef CV_TAILOR_IDS_H
#define CV_TAILOR_IDS_H

#include "source/tree.h"

// A section's `id:`, else its key in lower case with runs of other than letters and digits turned
// to '-'.
const char *cv_section_id(const cv_node *section, cv_arena *arena);

// The `id:` of an entry, NULL if it has none.
const char *cv_entry_id(const cv_node *entry);

// Sets the ids of the sections and entries of `root`, itself a copy, whose changed parts become
// copies too. Ids of a wrong form and those given twice are reported.
void cv_ids_assign(cv_node *root, cv_arena *arena, cv_report *report);

#endif
