// SPDX-License-Identifier: MIT
// page_direction.h - which way programs take a page to run.
#ifndef CV_PAGE_PAGE_DIRECTION_H
#define CV_PAGE_PAGE_DIRECTION_H

#include "page/place.h"

// Adds a blank below the text, an artifact that is read as U+200E or U+200F, to a page with text
// from right to left that has as many letters against the direction of the document as along it:
// poppler takes a page to run as most of its letters do, direction marks included, and reads its
// lines that way (TextPage::coalesce() in poppler/TextOutputDev.cc).
void cv_place_direction(const cv_placer *placer, cv_items *items);

#endif
