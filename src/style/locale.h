// SPDX-License-Identifier: MIT
// locale.h - the words that a language puts on a page of its own accord.
#ifndef CV_STYLE_LOCALE_H
#define CV_STYLE_LOCALE_H

#include "source/tree.h"
#include "style/data.h"

#include <stdint.h>

// All from data/locales/LANGUAGE.yaml. A word with {placeholders} keeps them: document/ fills in.
typedef struct cv_locale {
    const char *language;                             // BCP 47, as the resume has it
    uint32_t zero;                                    // of its digits: '0', U+0660 in Arabic
    const char *present;                              // "Present"
    const char *summary;                              // title of the summary section
    const char *score;                                // "Score: {score}"
    const char *courses;                              // "Courses: {courses}"
    const char *degree_in_area;                       // "{degree} in {area}"
    const char *keywords;                             // "Keywords: {keywords}"
    const char *photo;                                // what it shows: "Photo of {name}"
    const char *title;                                // of the PDF: "{name} – Curriculum Vitae"
    const char *list_separator;                       // ", "
    const char *colon;                                // after the label of a skill
    const char *quote_open, *quote_close;             // double
    const char *inner_quote_open, *inner_quote_close; // single
    const char *mail_to, *call, *open;                // descriptions of links: "E-mail {target}"
} cv_locale;

// The words for the tag in `language`, which may be NULL or null for English: those of the nearest
// file ("pt-BR", then "pt"), else English ones with a warning. What is no tag is an error.
const cv_locale *cv_locale_resolve(const cv_node *language, cv_data data, cv_arena *arena,
                                   cv_report *report);

// The nearest file of `folder` for a language ("pt-BR.yaml", then "pt.yaml") and, in `*file`, its
// name. Empty if there is none.
cv_bytes cv_locale_find_file(const char *folder, const char *language, cv_data data,
                             cv_arena *arena, const char **file);

// Appends each word as `locale.KEY "WORD"`.
void cv_locale_dump(const cv_locale *locale, cv_text_builder *out);

#endif
