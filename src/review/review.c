// SPDX-License-Identifier: MIT
// review.c - the table of rules.
#include "review/rules.h"

static const struct {
    cv_rule *check;
    bool needs_all;    // what an error has taken away would make it wrong
    bool needs_layout; // it looks at lines
} rules[] = {
    {cv_rule_contact, true, false},      {cv_rule_links, false, false},
    {cv_rule_order, true, false},        {cv_rule_overlaps, true, false},
    {cv_rule_gaps, true, false},         {cv_rule_repeats, false, false},
    {cv_rule_pronouns, false, false},    {cv_rule_words, false, false},
    {cv_rule_quotes, false, false},      {cv_rule_lengths, false, false},
    {cv_rule_line_lengths, false, true},
};
enum { RULE_COUNT = sizeof rules / sizeof *rules };

void cv_review_run(const cv_review *review) {
    bool is_whole = review->report->errors == 0;
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if (rules[i].needs_all && !is_whole) continue;
        if (rules[i].needs_layout && !review->lines) continue;
        rules[i].check(review);
    }
}
