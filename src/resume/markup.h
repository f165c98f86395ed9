// SPDX-License-Identifier: MIT
// markup.h - inline Markdown: **bold**, *italic*, ***both***, `code`, [text](uri), \ escapes.
#ifndef CV_RESUME_MARKUP_H
#define CV_RESUME_MARKUP_H

#include "resume/resume.h"

// Takes `string` apart. Bare http://, https:// and www. addresses become links; a link to another
// scheme stays as visible text and is reported. A marker that is never closed stays as typed, with
// a warning.
cv_text cv_markup_read(const char *string, cv_span span, cv_arena *arena, cv_report *report);

// `string` as it stands, one part, no markup looked for: contact fields, labels of the program.
cv_text cv_text_plain(const char *string, cv_span span, cv_arena *arena);

#endif
