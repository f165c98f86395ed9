// SPDX-License-Identifier: MIT
// words.h - lists of tags and section ids, and whether a resume has such.
#ifndef CV_TAILOR_WORDS_H
#define CV_TAILOR_WORDS_H

#include "base/selection.h"
#include "source/tree.h"

// Reads a list of texts, or one text for a list of one; reports anything else.
cv_words cv_words_read(const cv_node *node, cv_arena *arena, cv_report *report);

// Report words that are no tag of an item in `tree`, or no id of its sections or one of them twice.
void cv_words_check_tags(const cv_words *words, const cv_node *tree, cv_arena *arena,
                         cv_report *report);
void cv_words_check_sections(const cv_words *words, const cv_node *tree, cv_arena *arena,
                             cv_report *report);

#endif
