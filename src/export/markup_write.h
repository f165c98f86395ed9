// SPDX-License-Identifier: MIT
// markup_write.h - the reverse of resume/markup.h: parts of a text as inline Markdown.
#ifndef CV_EXPORT_MARKUP_WRITE_H
#define CV_EXPORT_MARKUP_WRITE_H

#include "resume/resume.h"

// Markdown that cv_markup_read() takes apart into the same text; styles are lost where Markdown has
// no way to say them. NULL for an absent text.
const char *cv_markup_write(const cv_text *text, cv_arena *arena);

#endif
