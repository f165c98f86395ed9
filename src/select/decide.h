// SPDX-License-Identifier: MIT
// decide.h - whether one item is shown, seen for itself, and why.
#ifndef CV_SELECT_DECIDE_H
#define CV_SELECT_DECIDE_H

#include "base/selection.h"
#include "resume/resume.h"

typedef enum cv_reason {
    CV_REASON_NO_TAGS,      // in
    CV_REASON_NO_INCLUDE,   // in
    CV_REASON_INCLUDED,     // in: `word` is one of its tags
    CV_REASON_NOT_INCLUDED, // out: it has tags, but none of `include`
    CV_REASON_EXCLUDED,     // out: `word` is one of its tags
    CV_REASON_NOT_LISTED,   // out: a section that is not among `sections`
    CV_REASON_HIDDEN,       // out: what it is in is out
    CV_REASON_EMPTY,        // out: all that is in it is out
} cv_reason;

typedef struct cv_decision {
    bool is_shown;
    cv_reason reason;
    const cv_word *word; // of the selection, NULL where none decided
} cv_decision;

cv_decision cv_decide(const cv_tags *tags, const cv_selection *selection);

// With what is in it, and for a section with `sections`.
cv_decision cv_decide_entry(const cv_entry *entry, const cv_selection *selection);
cv_decision cv_decide_section(const cv_section *section, const cv_selection *selection);

#endif
