// SPDX-License-Identifier: MIT
// selection.h - which items a rendering shows: the words of a variant, each with its place.
#ifndef CV_BASE_SELECTION_H
#define CV_BASE_SELECTION_H

#include "base/array.h"
#include "base/source.h"

#include <stdbool.h>

// A tag or an id, as somebody wrote it.
typedef struct cv_word {
    const char *string;
    cv_span span;
} cv_word;
typedef struct cv_words CV_ARRAY(cv_word) cv_words;

typedef struct cv_selection {
    bool has_include;  // only then does an item with tags need one of `include`
    cv_words include;  // tags
    cv_words exclude;  // tags
    cv_words sections; // ids, in the order of printing; none: all, in the order of the file
} cv_selection;

#endif
