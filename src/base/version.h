// SPDX-License-Identifier: MIT
// version.h - the version of this program, as PDF files and --version name it.
#ifndef CV_BASE_VERSION_H
#define CV_BASE_VERSION_H

#define CV_VERSION "0.1.0"

#endif
