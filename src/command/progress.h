// SPDX-License-Identifier: MIT
// progress.h - a bar on a terminal, for builds that take a while.
#ifndef CV_COMMAND_PROGRESS_H
#define CV_COMMAND_PROGRESS_H

#include "command/terminal.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct cv_progress {
    const cv_terminal *terminal;
    size_t total;
    bool is_on;
    bool is_shown;
    long shown_ms;
} cv_progress;

// `is_on` says whether there is one: where the terminal is none, or knows no moves, there is not.
cv_progress cv_progress_open(const cv_terminal *terminal, size_t total);

// Draws it anew, some times a second.
void cv_progress_show(cv_progress *progress, size_t done);

// Takes it away: before other lines are printed, and in the end.
void cv_progress_hide(cv_progress *progress);

#endif
