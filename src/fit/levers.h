// SPDX-License-Identifier: MIT
// levers.h - what may give way so that a resume fits its pages, in which order and how far.
//
// A state is two steps. The step of the gaps moves distances between lines and leaves the lines
// alone; the step of the lines changes measure or size, so that they are broken anew. Both are 0
// for the style as it is, positive for tighter, negative for looser; each includes those nearer 0.
#ifndef CV_FIT_LEVERS_H
#define CV_FIT_LEVERS_H

#include "shape/font.h"
#include "style/style.h"

enum {
    CV_TIGHTEST_GAPS = 12, // section gaps, then entry gaps, then the leading, four steps each
    CV_LOOSEST_GAPS = -8,  // gaps, then the leading
    CV_TIGHTEST_LINES = 7, // margins (3), size (3), name and headings (1)
    CV_LOOSEST_LINES = -4, // margins (2), size (2)
};

typedef struct cv_levers {
    const cv_style *base;
    const cv_font *font;  // the regular face of the family
    cv_length least_size; // of running text
} cv_levers;

// `min_size` is the person's own floor, 0 for none.
cv_levers cv_levers_of(const cv_style *base, const cv_font *font, cv_length min_size);

// The style of a state. Floors: section gaps 75 %, but not under the entry pitch; entry pitch 1.45
// of the leading and 1.4 of the leading rounded up plus half a point, which parsers of resumes
// need; leading 2.4 of the x-height, and 1.25 of the size where lines pass 85 characters; margins
// 13 mm, while a line stays within 110 characters; size while the x-height is 4.5 pt; headings 85
// %. Ceilings: gaps 150 %, leading 1.40 of the size, margins 28 mm, size 11.5 pt. What a style has
// beyond a floor or ceiling of its own accord stays.
cv_style cv_levers_pull(const cv_levers *levers, int lines, int gaps);

#endif
