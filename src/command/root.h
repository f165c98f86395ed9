// SPDX-License-Identifier: MIT
// root.h - the folders that paths in a resume start at, and may not lead out of.
#ifndef CV_COMMAND_ROOT_H
#define CV_COMMAND_ROOT_H

#include "command/terminal.h"

#include <stdbool.h>

// The folder of a file as a path: "work/", "" for the current one, as for standard input ("-").
// From malloc(), NULL if memory runs out.
char *cv_root_folder(const char *file);

// The nearest folder around `folder`, or that itself, that has a .git: the repository. From
// malloc(), NULL if there is none or it cannot be found out.
char *cv_root_find(const char *folder);

// False, having complained, if the value of --root is no folder. NULL is good.
bool cv_root_check(const char *root, const cv_terminal *terminal);

#endif
