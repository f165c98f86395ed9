// SPDX-License-Identifier: MIT
// titles.h - the common titles of sections in another language than the one they are written in.
#ifndef CV_STYLE_TITLES_H
#define CV_STYLE_TITLES_H

#include "base/titles.h"
#include "source/tree.h"
#include "style/data.h"

// What titles in the language `written` are in the language `shown` (both BCP 47), from
// data/locales/sections/. None where the two have the same words or one has none.
cv_titles cv_titles_resolve(const char *written, const char *shown, cv_data data, cv_arena *arena,
                            cv_report *report);

#endif
