// SPDX-License-Identifier: MIT
// value.h - single values: readers for the tables of field.h, and what they are made of.
#ifndef CV_RESUME_VALUE_H
#define CV_RESUME_VALUE_H

#include "resume/field.h"
#include "resume/resume.h"

cv_field_reader cv_value_text;        // cv_text, with its markup
cv_field_reader cv_value_texts;       // cv_texts: a list, or one text
cv_field_reader cv_value_string;      // const char *, without markup
cv_field_reader cv_value_tags;        // cv_tags: a list, or one text
cv_field_reader cv_value_priority;    // int
cv_field_reader cv_value_flag;        // bool
cv_field_reader cv_value_url;         // cv_text, a web address
cv_field_reader cv_value_doi;         // cv_text, "10.1145/3656426"
cv_field_reader cv_value_aside;       // no target: a text that the model does not keep
cv_field_reader cv_value_unsupported; // no target: a key that is known, but not implemented

// The text of a node with runs of blanks made one, NULL after a finding if it is not a text.
const char *cv_value_get(const cv_node *node, const cv_decoder *decoder);

// "'start' must be a date, not a list"; `wanted` is "a date".
void cv_value_report_type(const cv_node *node, const char *wanted, const cv_decoder *decoder);

// True for a mapping; reports anything else.
bool cv_value_is_map(const cv_node *node, const cv_decoder *decoder);

// The index of the node's text in `choices[count]`, -1 after a finding.
int cv_value_choose(const cv_node *node, const char *const *choices, size_t count,
                    const cv_decoder *decoder);

// For a mapping like {en: …, xx: …}, which tailor/ has not taken for a text: says that there is no
// language `xx`, and returns true.
bool cv_value_report_language(const cv_node *node, const cv_decoder *decoder);

// For a mapping that looks like a text with a colon, "- Advisor: Prof. X": says so and returns
// true.
bool cv_value_report_colon(const cv_node *map, const cv_field_table *table,
                           const cv_decoder *decoder);

#endif
