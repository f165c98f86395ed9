// SPDX-License-Identifier: MIT
// page.h - lines to pages: the entry to this room.
#ifndef CV_PAGE_PAGE_H
#define CV_PAGE_PAGE_H

#include "base/diagnostic.h"
#include "page/display.h"
#include "page/stack.h"

// Breaks the lines into pages and places everything on them. A keep that no page can honour is
// reported, as are more pages than there may be.
const cv_display *cv_pages_set(const cv_document *document, const cv_lines *lines,
                               cv_shaper *shaper, cv_arena *arena, cv_report *report);

#endif
