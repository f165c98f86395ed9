// SPDX-License-Identifier: MIT
// confine.h - what a worker may not do, as far as the system lets it be said.
#ifndef CV_COMMAND_CONFINE_H
#define CV_COMMAND_CONFINE_H

#include <sys/types.h>

// To be called in a new child of `parent`. It keeps the standard files and `channel`, whose new
// descriptor is returned, has bounds on memory and files, leaves no core, gains no privilege and
// does not outlive its parent. -1: it must not go on.
int cv_confine(int channel, pid_t parent);

#endif
