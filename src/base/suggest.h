// SPDX-License-Identifier: MIT
// suggest.h - did you mean.
#ifndef CV_BASE_SUGGEST_H
#define CV_BASE_SUGGEST_H

#include <stddef.h>

// The one of `candidates[count]` that is nearest to `word`, or NULL when none is near: case,
// hyphen and underscore do not count, and at most a third of the letters may differ, or one.
// Distance: Damerau-Levenshtein with adjacent transpositions (optimal string alignment).
const char *cv_suggest(const char *word, const char *const *candidates, size_t count);

#endif
