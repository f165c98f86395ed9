// SPDX-License-Identifier: MIT
// rules.h - the rules of review.c, one a subject, and what they share.
#ifndef CV_REVIEW_RULES_H
#define CV_REVIEW_RULES_H

#include "review/review.h"

#include <stdbool.h>

typedef void cv_rule(const cv_review *review);

cv_rule cv_rule_contact;      // contact.c
cv_rule cv_rule_links;        // links.c
cv_rule cv_rule_order;        // order.c
cv_rule cv_rule_overlaps;     // overlaps.c
cv_rule cv_rule_gaps;         // gaps.c
cv_rule cv_rule_repeats;      // repeats.c
cv_rule cv_rule_pronouns;     // pronouns.c
cv_rule cv_rule_words;        // words.c
cv_rule cv_rule_quotes;       // quotes.c
cv_rule cv_rule_lengths;      // lengths.c
cv_rule cv_rule_line_lengths; // lengths.c

typedef void cv_text_visitor(const cv_review *review, const cv_text *text);

// Calls `visit` for every text that is shown, but for authors.
void cv_review_texts(const cv_review *review, cv_text_visitor *visit);

// The same for bullets alone.
void cv_review_bullets(const cv_review *review, cv_text_visitor *visit);

// True where one more warning or note would only be counted: its place need not be looked for.
bool cv_review_is_full(const cv_review *review);

// The first place in `span` where `word` stands between characters of no word; `span` itself if
// there is none.
cv_span cv_review_word(const cv_review *review, cv_span span, const char *word);

// `span` narrowed to `text` where that stands there literally.
cv_span cv_review_narrow(const cv_review *review, cv_span span, const char *text);

// True for the name of a role, an employer or a section that tells of work on the side: "Part-time
// Analyst", "Volunteering". NULL is none.
bool cv_review_is_aside(const char *text);
bool cv_review_is_aside_section(const cv_section *section);

// What to call an entry: "'Research Assistant'".
const char *cv_review_entry_name(const cv_review *review, const cv_entry *entry);

#endif
