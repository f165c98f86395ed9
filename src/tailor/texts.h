// SPDX-License-Identifier: MIT
// texts.h - the texts of a tree in one language, with the values of their variables.
#ifndef CV_TAILOR_TEXTS_H
#define CV_TAILOR_TEXTS_H

#include "source/tree.h"
#include "tailor/variables.h"

typedef struct cv_texts_choice {
    const char *language; // BCP 47, known
    cv_variables *variables;
    cv_arena *arena;
    cv_report *report;
} cv_texts_choice;

// Settles name, headline, contact, summary, titles of sections and all texts of entries in `root`,
// itself a copy. A text that is missing in the language is reported; the first there is stands in.
void cv_texts_settle(cv_node *root, const cv_texts_choice *choice);

// One text or mapping of languages; itself where nothing changes.
const cv_node *cv_text_settle(const cv_node *node, const cv_texts_choice *choice);

#endif
