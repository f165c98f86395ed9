// SPDX-License-Identifier: MIT
// font_stated.h - what the faces of a file say of themselves, without the file being opened as a
// font: which family they are of, and which style.
//
// The file may be anybody's: of each face a few tables are looked at, in pieces of a known size,
// and what does not hold together states nothing.
#ifndef CV_SHAPE_FONT_STATED_H
#define CV_SHAPE_FONT_STATED_H

#include "base/array.h"

#include <stdbool.h>
#include <stddef.h>

// How to get at the bytes of a file: `peek` copies the `size` bytes from `offset` on to `bytes`,
// and is false unless all of them are there.
typedef struct cv_font_glance {
    bool (*peek)(const struct cv_font_glance *self, size_t offset, unsigned char *bytes,
                 size_t size);
    const char *path;
    void *files; // what `peek` needs besides
} cv_font_glance;

typedef struct cv_stated_face {
    const char *family; // of all weights and widths, or else of the four styles; never empty
    const char *styled; // of the four styles, where that is another: "Inter Light"; or NULL
    unsigned face;      // CV_FACE_REGULAR and so on
} cv_stated_face;
typedef struct cv_stated_faces CV_ARRAY(cv_stated_face) cv_stated_faces;

// The faces of a file that say which family they are of, in English, as HarfBuzz would read it.
cv_stated_faces cv_font_stated(const cv_font_glance *glance, cv_arena *arena);

// Whether one of them is of the family (its name in any case).
bool cv_font_states(const cv_stated_faces *faces, const char *family);

#endif
