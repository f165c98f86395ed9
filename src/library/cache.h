// SPDX-License-Identifier: MIT
// cache.h - what renderings of one thread share.
#ifndef CV_LIBRARY_CACHE_H
#define CV_LIBRARY_CACHE_H

#include "base/memo.h"
#include "library/request.h"
#include "shape/font_shelf.h"
#include "style/data.h"

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
    cv_memo *subsets; // of fonts
    cv_font_shelf *fonts;
    cv_data_shelf data; // themes and locales
    cv_kept_source source;
};

// Between two renderings: forgets what is too much.
void cv_cache_trim(cvpdf_cache *cache);

// The same of what is on its shelf, and the shelf: the caller arms the recovery point of its arena.
// NULL if there is no memory for one.
cv_data_shelf *cv_cache_shelf(cvpdf_cache *cache);

// Reads the source of the job, which `request` is of, or finds it read already. NULL after a
// finding.
const cv_node *cv_job_read_source(cv_job *job, cv_request *request);

#endif
