// SPDX-License-Identifier: MIT
// signals.h - what a signal finds to tidy up.
#ifndef CV_COMMAND_SIGNALS_H
#define CV_COMMAND_SIGNALS_H

// SIGINT, SIGTERM and their like remove the guarded files and end the program as they would have;
// writing to a closed pipe or past a size limit becomes an ordinary error.
void cv_signals_install(void);

// Back to what signals do by default, with nothing guarded: for a process that writes no files.
void cv_signals_reset(void);

// Creates the file `name` (shorter than CV_GUARDED_NAME_SIZE) in the folder that is open as
// `directory`, and guards it; no signal comes between. Returns its descriptor, open for writing;
// -1, with errno, if it exists or cannot be made, or CV_GUARD_LIMIT files are guarded already.
enum { CV_GUARDED_NAME_SIZE = 32, CV_GUARD_LIMIT = 32 };
int cv_signals_create(int directory, const char *name);

// The guarded file has become another or is gone; to be said before `directory` is closed.
void cv_signals_forget(int directory, const char *name);

#endif
