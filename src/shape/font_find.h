// SPDX-License-Identifier: MIT
// font_find.h - fonts by the name of their family among those that are installed: the door to
// fontconfig, which is set up only when it is asked.
//
// What it finds depends on the machine. Its own cache may be written by it, as by every program
// that asks it.
#ifndef CV_SHAPE_FONT_FIND_H
#define CV_SHAPE_FONT_FIND_H

#include "base/array.h"

typedef struct cv_font_paths CV_ARRAY(const char *) cv_font_paths;

// The files that have faces of the family (its name in any case), each once, in the order of paths.
// None where fontconfig cannot be set up.
cv_font_paths cv_fonts_installed(const char *family, cv_arena *arena);

// "2.14.1", of the fontconfig that this was built with.
const char *cv_fonts_library_version(void);

#endif
