// SPDX-License-Identifier: MIT
// replace.h - a whole file takes the place of another in one step, or nothing happens.
#ifndef CV_COMMAND_REPLACE_H
#define CV_COMMAND_REPLACE_H

#include "cvpdf.h"

#include <stdbool.h>
#include <sys/stat.h>

// What could not be done, "create a file in", with its reason in errno; NULL: all went well.
typedef const char *cv_failure;

// Puts `bytes` at `path`, which is a regular file with the state `old`, or nothing where that is
// NULL. Owner and mode stay. `syncs`: it has reached the disk when this returns.
//
// It is written to a temporary file beside it and renamed. What an ended or crashed run of cvpdf
// left of such files there is removed: a living one holds a lock on its own.
cv_failure cv_replace_file(const char *path, const struct stat *old, cvpdf_bytes bytes, bool syncs);

// Writes all of it, whatever the number of calls that takes. Returns false with errno.
bool cv_write_all(int file, cvpdf_bytes bytes);

#endif
