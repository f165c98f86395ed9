// SPDX-License-Identifier: MIT
// drop.h - what may be left out for want of room, and the resume without it.
#ifndef CV_FIT_DROP_H
#define CV_FIT_DROP_H

#include "resume/resume.h"

typedef enum cv_drop_size {
    CV_DROPS_BULLET,
    CV_DROPS_ROLE,
    CV_DROPS_ENTRY,
    CV_DROPS_SECTION
} cv_drop_size;

typedef struct cv_droppable {
    const void *item; // its address in the model
    cv_drop_size size;
    int priority;
    cv_span span;
} cv_droppable;
typedef struct cv_droppables CV_ARRAY(cv_droppable) cv_droppables;

// The items of priority `least` and larger numbers, in the order in which they go: the largest
// number first; of equal ones bullets before roles and entries, and these before sections; then the
// last of the resume first. What is inside one of a larger number is not listed: it is gone by
// then.
cv_droppables cv_droppables_find(const cv_resume *resume, int least, cv_arena *arena);

// The resume without the first `count` of them; sections and role lists left empty go as well.
const cv_resume *cv_resume_without(const cv_resume *resume, const cv_droppables *items,
                                   size_t count, cv_arena *arena);

#endif
