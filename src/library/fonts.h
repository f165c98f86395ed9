// SPDX-License-Identifier: MIT
// fonts.h - where the faces of a job come from.
#ifndef CV_LIBRARY_FONTS_H
#define CV_LIBRARY_FONTS_H

#include "library/pipeline.h"
#include "shape/font_set.h"

// The bundled faces, the folders that the caller named, those of the system. Files that are opened
// stay open in the cache of the job, or as long as its arena.
cv_font_set *cv_job_fonts(cv_job *job);

// Notes which faces the display list of the job uses, in the memory of the job: those of a cache
// may be gone before the result.
void cv_job_note_fonts(cv_job *job);

#endif
