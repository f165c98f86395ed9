// SPDX-License-Identifier: MIT
// pdf.h - a display list as the bytes of a tagged PDF (PDF 1.7, PDF/UA-1, PDF/A-3a).
#ifndef CV_PDF_PDF_H
#define CV_PDF_PDF_H

#include "base/memo.h"
#include "base/text.h"
#include "document/metadata.h"
#include "page/display.h"
#include "pdf/attachment.h"

// A face that cannot be put into a file, and why, in words that fit behind "the font 'FILE' ".
typedef struct cv_unusable_font {
    const cv_font *font;
    const char *reason;
} cv_unusable_font;

// What a file has beside its pages.
typedef struct cv_pdf_extras {
    const cv_metadata *metadata;     // with a language
    cv_bytes profile;                // ICC, of the output intent
    const cv_attachment *attachment; // NULL: none
    cv_memo *streams;                // compressed ones that files may share; NULL: none
    cv_memo *subsets;                // of fonts, as long as those are open; NULL: none
    cv_unusable_font *unusable;      // filled in where a face is why there is no file; NULL: not
} cv_pdf_extras;

// The bytes of the file, in `arena`; `data` NULL if memory ran out or what is given must not be in
// such a file: a face without permission or with damaged glyphs, a malformed language, a text over
// the limits, glyph 0.
// Equal arguments give equal bytes, whatever the time and place and what the memos hold.
cv_bytes cv_pdf_write(const cv_display *display, const cv_pdf_extras *extras, cv_arena *arena);

#endif
