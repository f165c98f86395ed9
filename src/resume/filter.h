// SPDX-License-Identifier: MIT
// filter.h - copies of parts of the model that lack some of their items.
#ifndef CV_RESUME_FILTER_H
#define CV_RESUME_FILTER_H

#include "resume/resume.h"

#include <stdbool.h>

// What to keep. The items are those of the model itself; `kept` is what is left of one.
typedef struct cv_filter {
    const void *context; // of the functions
    bool (*keeps_section)(const void *context, const cv_section *section, const cv_section *kept);
    bool (*keeps_entry)(const void *context, const cv_entry *entry, const cv_entry *kept);
    bool (*keeps_role)(const void *context, const cv_role *role);
    bool (*keeps_bullet)(const void *context, const cv_bullet *bullet);
} cv_filter;

// Adds to `kept` what `filter` leaves of `section`, in `arena`; the texts are shared.
void cv_section_filter(const cv_section *section, const cv_filter *filter, cv_sections *kept,
                       cv_arena *arena);

#endif
