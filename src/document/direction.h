// SPDX-License-Identifier: MIT
// direction.h - which way a text runs.
#ifndef CV_DOCUMENT_DIRECTION_H
#define CV_DOCUMENT_DIRECTION_H

#include "resume/resume.h"

// Whether a text runs from right to left. Where letters of both directions meet, one of a document
// that does is of its language with foreign words in it; else the first letter tells (UAX #9, P2).
// A text without letters runs as the document does.
bool cv_runs_right_to_left(const cv_inline *parts, size_t count, bool document);

#endif
