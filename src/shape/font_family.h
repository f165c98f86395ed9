// SPDX-License-Identifier: MIT
// font_family.h - the faces of a family that is not bundled, by its name or by the path of a file.
#ifndef CV_SHAPE_FONT_FAMILY_H
#define CV_SHAPE_FONT_FAMILY_H

#include "base/diagnostic.h"
#include "shape/font_set.h"

typedef struct cv_family_faces {
    const cv_font *faces[CV_FACE_COUNT]; // NULL: it has none of these
    cv_family_names others;              // what the files say that were looked at in vain
} cv_family_faces;

// Whether a design means a file by what it calls a font: "fonts/Inter.ttf", "Noto.ttc#1".
bool cv_family_is_path(const char *asked);

// By a path: the face of that file, and what stands beside it of the same family. By a name: what
// the folder `fonts` beside the resume has of it, else the first of the named folders that has any,
// else what is installed, which is noted: another machine may lack it.
// First the names of the files decide, since that takes no look into them: one is of the family if
// its name begins like the family's, blanks and hyphens aside, or does so up to its first hyphen.
// Only where no file of these folders is, all are asked what they say of themselves. Of faces of
// one style, that is taken which is drawn for the size of the text, or for the nearest. False,
// without a finding, if there is nothing of that name; with one, if what there is cannot be used.
bool cv_family_find(const cv_font_sources *sources, const char *asked, cv_span span,
                    cv_arena *arena, cv_report *report, cv_family_faces *found);

// As cv_font_set_list().
cv_stated_faces cv_family_list(cv_font_shelf *shelf, const char *folder, cv_arena *arena);

#endif
