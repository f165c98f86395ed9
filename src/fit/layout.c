// SPDX-License-Identifier: MIT
// layout.c - compose, shape, set.
#include "fit/layout.h"

cv_layout cv_layout_make(const cv_resume *resume, const cv_style *style, const cv_press *press,
                         cv_arena *arena, cv_report *report) {
    cv_layout layout = {.document = cv_document_compose(resume, style, press->photo, arena)};
    layout.shaper = cv_shaper_open(layout.document, press->fonts, press->cache, arena, report);
    const cv_shaped_block *blocks = cv_shape_document(layout.shaper);
    layout.lines =
        cv_lines_set(layout.document, blocks, layout.shaper, press->breaker, arena, report);
    return layout;
}
