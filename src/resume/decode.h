// SPDX-License-Identifier: MIT
// decode.h - the parts of the decoder, from the bottom up. Readers are for the tables of field.h.
#ifndef CV_RESUME_DECODE_H
#define CV_RESUME_DECODE_H

#include "resume/field.h"
#include "resume/resume.h"

// All three have the cv_period as target.
cv_field_reader cv_period_start;
cv_field_reader cv_period_end;
cv_field_reader cv_period_date;

// What can be judged only when all of `map` has been read: order, conflicts, "ongoing".
void cv_period_finish(const cv_node *map, cv_period *period, const cv_decoder *decoder);

cv_field_reader cv_bullets_decode;  // cv_bullets: a list, or one text
cv_field_reader cv_roles_decode;    // cv_roles
cv_field_reader cv_contacts_decode; // cv_contacts
cv_field_reader cv_photo_decode;    // cv_photo
cv_field_reader cv_sections_decode; // cv_sections

// The keys of each, for editors and the manual.
void cv_bullets_describe(cv_schema *schema);
void cv_roles_describe(cv_schema *schema);
void cv_contacts_describe(cv_schema *schema);
void cv_photo_describe(cv_schema *schema);
void cv_sections_describe(cv_schema *schema);
void cv_entries_describe(cv_schema *schema);

// The kind of a name, CV_ENTRY_KIND_COUNT after a finding.
cv_entry_kind cv_entry_choose_kind(const cv_node *name, const cv_decoder *decoder);

// Decodes the items of `list`. Each entry is of its own kind if `kind` is CV_ENTRY_KIND_COUNT.
void cv_entries_decode(const cv_node *list, cv_entry_kind kind, cv_entries *entries,
                       const cv_decoder *decoder);

// True for a key that some kind of entry has.
bool cv_entry_has_key(const char *key);

#endif
