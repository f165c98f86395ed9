// SPDX-License-Identifier: MIT
// coverage.h - what of a text no face shows: it is reported, and names stand in for it.
#ifndef CV_SHAPE_COVERAGE_H
#define CV_SHAPE_COVERAGE_H

#include "document/document.h"
#include "shape/face_choice.h"

// What has been reported of one document.
typedef struct cv_coverage {
    cv_font_set *set;
    cv_font_findings *findings;
    const cv_document
        *document; // it says whether a missing one is an error or has its name printed
    cv_arena *arena;
    cv_report *report;
    unsigned char *reported; // a bit for each code point; NULL before the first
} cv_coverage;

// The faces of a stretch.
typedef struct cv_stretch_faces {
    cv_face_wish wish;
    cv_face_parts parts;
} cv_stretch_faces;

// The text with a name for each character that no face has, and without variation selectors that
// change nothing; itself where nothing changes. `faces` has one element for each stretch. Faces
// that are not to be used are reported too.
cv_block_text cv_coverage_mend(cv_coverage *coverage, const cv_block_text *text,
                               const cv_stretch_faces *faces);

#endif
