// SPDX-License-Identifier: MIT
// request.h - what the caller asked for, checked and in the terms of the stages.
#ifndef CV_LIBRARY_REQUEST_H
#define CV_LIBRARY_REQUEST_H

#include "library/pipeline.h"

typedef struct cv_request {
    uint32_t source; // number of the resume in the report
    cv_tailor_options tailor;
    const char *date; // "YYYY-MM-DDThh:mm:ssZ" or NULL
} cv_request;

// Reports what is wrong with the arguments of `asked` and leaves it out.
cv_request cv_request_read(const cvpdf_job *asked, cv_arena *arena, cv_report *report);

#endif
