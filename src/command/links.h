// SPDX-License-Identifier: MIT
// links.h - whether what a build writes are files of their own, whatever their names.
#ifndef CV_COMMAND_LINKS_H
#define CV_COMMAND_LINKS_H

#include "command/plan.h"

// No output may lead to the file of another one or to an input, by links or by another path, and
// the depfile to neither. Returns what to exit with, having complained.
int cv_links_check(const cv_plan *plan, const cv_terminal *terminal);

// True if `path` leads to an output of the build or to a file that one of its resumes was found to
// name. To be asked when all is made: before, a folder may be missing, and what is named unknown.
bool cv_links_to_build(const cv_plan *plan, const char *path);

// The same of the files alone that its resumes were found to name.
bool cv_links_to_named(const cv_plan *plan, const char *path);

// True if `path` leads to one of the files `names[size]`, each of which is ended by a NUL.
bool cv_links_to_one(const char *path, const char *names, size_t size);

void cv_links_refuse_depfile(const char *path, const cv_terminal *terminal);

#endif
