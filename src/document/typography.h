// SPDX-License-Identifier: MIT
// typography.h - what a typesetter does to typed text: quotes, dashes, ellipses, normalisation.
#ifndef CV_DOCUMENT_TYPOGRAPHY_H
#define CV_DOCUMENT_TYPOGRAPHY_H

#include "base/text.h"
#include "style/locale.h"

#include <stdbool.h>
#include <stdint.h>

// Where a text stands between its parts: a quote must know what came before it.
typedef struct cv_typography {
    const cv_locale *locale;
    uint32_t before;      // the last character written, 0 at the start
    bool is_inside_quote; // of the inner, single kind
    unsigned quote_depth; // of the double kind
} cv_typography;

// Appends `part` with typographic punctuation: straight quotes become the locale's, -- and --- en
// and em dashes, ... an ellipsis; a hyphen between two numbers an en dash where they are a range:
// no letter, digit, '.', '/', '-', '+' touches it, both have at most four digits and the right one
// is larger. `after` is the first character that follows the part, 0 if none. A `--` that begins a
// word, as options do, stays.
void cv_typography_add(cv_typography *state, const char *part, uint32_t after,
                       cv_text_builder *out);

// Appends `part` as it is, keeping the state.
void cv_typography_add_verbatim(cv_typography *state, const char *part, cv_text_builder *out);

#endif
