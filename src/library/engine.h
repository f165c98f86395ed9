// SPDX-License-Identifier: MIT
// engine.h - what all renderings share: the bundled faces, themes and locales.
//
// Immutable once made, and so shared by threads.
#ifndef CV_LIBRARY_ENGINE_H
#define CV_LIBRARY_ENGINE_H

#include "base/text.h"
#include "shape/font.h"
#include "style/style.h"

#include "cvpdf.h"

#include <stddef.h>

enum { CV_BUNDLED_FACES = 10 };

struct cvpdf_engine {
    const cv_font *faces[CV_BUNDLED_FACES];
};

// Where style/ finds themes and locales: its own, which `shelf` keeps if there is one, and those
// among `files`.
cv_data cv_engine_data(cv_files *files, cv_data_shelf *shelf);

// The bytes of an embedded file by its path from the root of the project, size 0 if there is none.
cv_bytes cv_engine_file(const char *name);

#endif
