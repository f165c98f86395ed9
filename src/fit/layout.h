// SPDX-License-Identifier: MIT
// layout.h - from the model to lines: what every trial of a fit repeats.
#ifndef CV_FIT_LAYOUT_H
#define CV_FIT_LAYOUT_H

#include "line/line.h"
#include "page/page.h"
#include "resume/resume.h"
#include "shape/shape.h"

// What layouts of one resume share.
typedef struct cv_press {
    cv_font_set *fonts;
    const cv_image *photo; // NULL: none
    cv_memo *cache;        // texts are shaped once, whatever their size
    cv_breaker *breaker;
} cv_press;

typedef struct cv_layout {
    const cv_document *document;
    cv_shaper *shaper;
    const cv_lines *lines;
} cv_layout;

cv_layout cv_layout_make(const cv_resume *resume, const cv_style *style, const cv_press *press,
                         cv_arena *arena, cv_report *report);

#endif
