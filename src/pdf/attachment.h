// SPDX-License-Identifier: MIT
// attachment.h - a file that travels inside the PDF.
#ifndef CV_PDF_ATTACHMENT_H
#define CV_PDF_ATTACHMENT_H

#include "base/text.h"

typedef struct cv_attachment {
    const char *name; // of the file: "resume.json"
    const char *description;
    const char *media_type; // "application/json"
    cv_bytes data;
} cv_attachment;

#endif
