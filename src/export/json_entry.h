// SPDX-License-Identifier: MIT
// json_entry.h - the arrays of JSON Resume, one for each kind of entry.
#ifndef CV_EXPORT_JSON_ENTRY_H
#define CV_EXPORT_JSON_ENTRY_H

#include "export/json.h"
#include "resume/resume.h"

// The key of the array that entries of this kind are in: "work".
const char *cv_json_array_of(cv_entry_kind kind);

// How many items of that array the entry makes: each role of an employer is one of its own.
size_t cv_json_item_count(const cv_entry *entry);

// Adds them all, in the order of the page. Arrays without items are left out.
void cv_json_add_arrays(cv_json *json, const cv_resume *resume, cv_arena *arena);

// Adds what stands with the employer, not with one of the roles, to `group`.
void cv_json_add_employer(cv_json *json, cv_json_value *group, const cv_entry *entry,
                          cv_arena *arena);

#endif
