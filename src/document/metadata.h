// SPDX-License-Identifier: MIT
// metadata.h - what the file says about itself.
#ifndef CV_DOCUMENT_METADATA_H
#define CV_DOCUMENT_METADATA_H

// Absent ones are NULL.
typedef struct cv_metadata {
    const char *title, *author, *subject, *keywords;
    const char *language; // BCP 47
    const char *date;     // "YYYY-MM-DDThh:mm:ssZ" of creation, or NULL for none
} cv_metadata;

#endif
