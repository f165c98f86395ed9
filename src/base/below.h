// SPDX-License-Identifier: MIT
// below.h - the door to the disk: opens files, and none that is not below a given folder.
//
// Descriptors are closed by the caller. Failures are told by errno; EXDEV says that a path, or a
// link on it, leads out of the folder.
#ifndef CV_BASE_BELOW_H
#define CV_BASE_BELOW_H

#include <stdbool.h>

// Opens `root`, and says in `*below` how `directory` is reached from there: "cv/de/", or "" for
// the folder itself. -1 if one of them cannot be opened or the second is not below the first.
// `*below` is from malloc().
int cv_below_open_root(const char *root, const char *directory, char **below);

// Opens `path`, a relative one, for reading, without ever leaving the folder `root`: `..` and links
// may lead to and fro below it. Never waits for a pipe. Returns -1 if that cannot be done.
int cv_below_open(int root, const char *path, bool is_folder);

// The same with POSIX alone, for kernels that cannot do it in one step: it follows no links at all
// (ELOOP). Only for tests and cv_below_open().
int cv_below_walk(int root, const char *path, bool is_folder);

#endif
