// SPDX-License-Identifier: MIT
// font_folder.h - the files of a folder and of those in it, by name.
#ifndef CV_SHAPE_FONT_FOLDER_H
#define CV_SHAPE_FONT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cv_font_folder cv_font_folder;

// Looks through the folder. One that is not there, or may not be read, is as if it were empty. NULL
// if memory runs out.
cv_font_folder *cv_font_folder_open(const char *path);
void cv_font_folder_close(cv_font_folder *folder); // accepts NULL

// The path of the file of this name, the first in the order of paths. NULL if there is none.
const char *cv_font_folder_find(const cv_font_folder *folder, const char *name);

// The path of number `place`, in the order of names; NULL past the last.
const char *cv_font_folder_at(const cv_font_folder *folder, size_t place);

// Whether files came or went since the folder was opened.
bool cv_font_folder_is_same(const cv_font_folder *folder);

#endif
