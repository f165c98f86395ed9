// SPDX-License-Identifier: MIT
// cache.h - what renderings of one thread share.
#ifndef CV_LIBRARY_CACHE_H
#define CV_LIBRARY_CACHE_H

#include "base/memo.h"
#include "library/request.h"
#include "shape/font_shelf.h"

#include "cvpdf.h"

// The source of the last job, read: a batch renders one file many times.
typedef struct cv_kept_source {
    cv_arena *arena;
    const char *name;
    cvpdf_bytes bytes; // a copy
    int locks_facts;
    const cv_node *tree; // NULL: it has findings, which each rendering has to make for itself
    const cv_prepared *prepared;
} cv_kept_source;

struct cvpdf_cache {
    cv_memo *shapes;  // texts
    cv_memo *streams; // fonts, mostly
    cv_font_shelf *fonts;
    cv_kept_source source;
};

// Between two renderings: forgets what is too much.
void cv_cache_trim(cvpdf_cache *cache);

// Reads the source of the job, which `request` is of, or finds it read already. NULL after a
// finding.
const cv_node *cv_job_read_source(cv_job *job, cv_request *request);

#endif
