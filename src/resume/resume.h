// SPDX-License-Identifier: MIT
// resume.h - the model: what the person wrote, before any typography.
//
// Plain data, frozen once decoded. Absent texts have `string` NULL; absent lists have count 0.
// Texts are as typed: punctuation, normalisation and case are matters of document/.
#ifndef CV_RESUME_RESUME_H
#define CV_RESUME_RESUME_H

#include "base/array.h"
#include "base/diagnostic.h"
#include "base/schema.h"
#include "base/titles.h"
#include "resume/date.h"
#include "source/tree.h"

#include <stdbool.h>

// A stretch of a text in one style: inline Markdown, taken apart.
enum { CV_STRONG = 1, CV_EMPHASIS = 2, CV_CODE = 4 };
typedef struct cv_inline {
    const char *string; // never empty
    unsigned style;     // CV_STRONG and so on, together
    const char *uri;    // of a link, else NULL: http, https, mailto or tel only
} cv_inline;

typedef struct cv_text {
    const char *string; // without markup, NULL if absent
    const cv_inline *parts;
    size_t count;
    cv_span span;
} cv_text;
typedef struct cv_texts CV_ARRAY(cv_text) cv_texts;
typedef struct cv_tags CV_ARRAY(const char *) cv_tags;

enum { CV_PRIORITY_DEFAULT = 3 }; // 1 (keep longest) to 5 (drop first)

typedef struct cv_bullet cv_bullet;
typedef struct cv_bullets CV_ARRAY(cv_bullet) cv_bullets;
struct cv_bullet {
    cv_text text;
    cv_bullets bullets; // nested
    cv_tags tags;
    int priority;
    cv_span span;
};

// When: a range, or one date, or words of the person's own ("Summer 2023").
typedef struct cv_period {
    cv_date start, end; // year 0: absent
    bool is_ongoing;    // `end: present`, or a start without an end
    cv_date date;
    cv_text words;
    cv_span span;
} cv_period;

typedef struct cv_role {
    cv_text role, location, summary;
    cv_period period;
    cv_bullets bullets;
    cv_tags tags;
    int priority;
    cv_span span;
} cv_role;
typedef struct cv_roles CV_ARRAY(cv_role) cv_roles;

typedef enum cv_entry_kind {
    CV_ENTRY_EDUCATION,
    CV_ENTRY_PROJECT,
    CV_ENTRY_AWARD,
    CV_ENTRY_CERTIFICATE,
    CV_ENTRY_PUBLICATION,
    CV_ENTRY_SKILL,
    CV_ENTRY_REFERENCE,
    CV_ENTRY_ITEM,
    CV_ENTRY_EXPERIENCE,
    CV_ENTRY_TEXT,
    CV_ENTRY_KIND_COUNT
} cv_entry_kind;

// Only the members of its kind are set (format: "Entries").
typedef struct cv_entry {
    cv_entry_kind kind;
    const char *id; // NULL if the person gave none
    cv_span span;

    cv_text title; // the text that names the kind: institution, project, award, certificate, title,
                   // label, reference, name of an item, organization, text
    cv_text organization;        // project, award, certificate
    cv_text role;                // experience, project
    cv_text degree, area, score; // education
    cv_texts courses;            // education
    cv_texts authors;            // publication
    cv_text venue, doi;          // publication
    cv_text details, level;      // skill
    cv_texts keywords;           // skill, project
    cv_text name;                // reference: who gives it
    cv_text subtitle;            // item
    cv_roles roles;              // experience

    cv_text location, summary, remark;
    cv_text url; // checked: http or https
    cv_period period;
    cv_bullets bullets;
    cv_tags tags;
    int priority;
} cv_entry;
typedef struct cv_entries CV_ARRAY(cv_entry) cv_entries;

typedef enum cv_list_style {
    CV_LIST_NONE,
    CV_LIST_BULLET,
    CV_LIST_NUMBERED,
    CV_LIST_REVERSED // numbered from the number of entries down to 1
} cv_list_style;

typedef struct cv_section {
    const char *id;
    cv_text title;
    bool has_own_title; // `title:`; else it is the key
    bool shows_title;   // `heading: false` leaves the printed title out
    cv_list_style list;
    cv_entries entries;
    cv_tags tags;
    int priority;
    cv_span span;
} cv_section;
typedef struct cv_sections CV_ARRAY(cv_section) cv_sections;

typedef enum cv_contact_kind {
    CV_CONTACT_WEBSITE,
    CV_CONTACT_EMAIL,
    CV_CONTACT_PHONE,
    CV_CONTACT_LOCATION,
    CV_CONTACT_PROFILE,
    CV_CONTACT_LINK
} cv_contact_kind;

typedef struct cv_contact {
    cv_contact_kind kind;
    const char *label;   // "GitHub" of a profile, the label of a link, else NULL
    const char *string;  // as printed: "github.com/zhang677"
    const char *uri;     // where it leads, NULL for a location
    const char *network; // of a profile
    cv_span span;
} cv_contact;
typedef struct cv_contacts CV_ARRAY(cv_contact) cv_contacts;

typedef struct cv_photo {
    const char *file;        // NULL: there is none
    const char *alternative; // NULL: the locale's words
    cv_span span;            // of the name of the file
} cv_photo;

typedef struct cv_resume {
    cv_text name, headline, summary;
    cv_photo photo;
    cv_contacts contacts; // in the order of printing
    cv_sections sections;
    const char *language; // BCP 47, "en" if absent
    cv_span language_span;
} cv_resume;

// Decodes a tailored tree. Everything wrong with it is reported in one go, with sane values put in
// its place, so that the result can always be walked.
const cv_resume *cv_resume_decode(const cv_node *tree, cv_arena *arena, cv_report *report);

// Adds all keys that it knows.
void cv_resume_describe(cv_schema *schema);

// The model with the titles that sections have from their keys in another language, where `titles`
// has it.
const cv_resume *cv_resume_entitle(const cv_resume *resume, const cv_titles *titles,
                                   cv_arena *arena);

// Appends the model as indented lines (golden format `.resume`).
void cv_resume_dump(const cv_resume *resume, cv_text_builder *out);

const char *cv_entry_kind_name(cv_entry_kind kind); // "education"

#endif
