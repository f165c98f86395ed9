// SPDX-License-Identifier: MIT
// pdf.h - a display list as the bytes of a tagged PDF (PDF 1.7, PDF/UA-1, PDF/A-3a).
#ifndef CV_PDF_PDF_H
#define CV_PDF_PDF_H

#include "base/text.h"
#include "document/metadata.h"
#include "page/display.h"
#include "pdf/attachment.h"

// The bytes of the file, in `arena`; `data` NULL if memory ran out or what is given must not be in
// such a file: a face without permission, a malformed language, a text over the limits, glyph 0.
// `metadata` has a language. `profile` is the ICC profile of the output intent; `attachment` may be
// NULL. Equal arguments give equal bytes, whatever the time and place.
cv_bytes cv_pdf_write(const cv_display *display, const cv_metadata *metadata, cv_bytes profile,
                      const cv_attachment *attachment, cv_arena *arena);

#endif
