// SPDX-License-Identifier: MIT
// font_shelf.h - font files that were opened and folders that were looked through, kept for all
// documents of one thread.
//
// Nothing is in an arena: faces outlive the documents that they are in. Each file is opened once
// and read once into memory, so that nothing that happens to it later can change or crash a layout.
#ifndef CV_SHAPE_FONT_SHELF_H
#define CV_SHAPE_FONT_SHELF_H

#include "shape/font.h"

typedef struct cv_font_shelf cv_font_shelf;

// NULL if memory runs out.
cv_font_shelf *cv_font_shelf_create(void);
void cv_font_shelf_destroy(cv_font_shelf *shelf); // accepts NULL

// Closes everything if one of the files or folders is no longer what it was, or if more is held
// than a batch needs. Returns true then: nothing that refers to a face may be used any more.
bool cv_font_shelf_refresh(cv_font_shelf *shelf);

// True once memory has run out; what the functions below return then means nothing.
bool cv_font_shelf_is_out_of_memory(const cv_font_shelf *shelf);

// The path of the file called `name` in `folder` or in one below it, the first in the order of
// paths; NULL if there is none, or no such folder. Links to folders are not followed.
const char *cv_font_shelf_locate(cv_font_shelf *shelf, const char *folder, const char *name);

// The paths of all files of a folder and of those in it, one after the other, in an order that is
// the same everywhere; `*place` starts at 0. NULL past the last.
const char *cv_font_shelf_next(cv_font_shelf *shelf, const char *folder, size_t *place);

// The same as cv_font_shelf_open() of a file that somebody else has read: a copy of its bytes is
// kept.
const cv_font *cv_font_shelf_take(cv_font_shelf *shelf, const cv_font_name *name, cv_bytes bytes,
                                  const char **reason);

// The face `name` of a file of an installed or given font; its texts must outlive the shelf or be
// in it, as paths are. NULL if the file cannot be read or is no font that can be used; `*reason`
// says why, in words that fit behind "the font 'FILE' ".
const cv_font *cv_font_shelf_open(cv_font_shelf *shelf, const cv_font_name *name,
                                  const char **reason);

#endif
