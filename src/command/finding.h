// SPDX-License-Identifier: MIT
// finding.h - a finding as the command prints it and hands it on between processes.
#ifndef CV_COMMAND_FINDING_H
#define CV_COMMAND_FINDING_H

#include "cvpdf.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct cv_finding {
    cvpdf_severity severity;
    const char *code, *message, *name;
    const char *hint;                          // NULL: none
    size_t line, column, end_line, end_column; // as in cvpdf_diagnostic
    const char *excerpt;                       // what is shown of the line, or NULL
    size_t mark, mark_size;                    // in it, in columns of a terminal
} cv_finding;

// The part of a line around a place, in visible form (cell.h).
enum { CV_EXCERPT_ROOM = 3 << 10 };
typedef struct cv_excerpt {
    char text[CV_EXCERPT_ROOM];
} cv_excerpt;

// What `found` says; the excerpt is put into `room`.
cv_finding cv_finding_of(const cvpdf_diagnostic *found, cv_excerpt *room);

// True for what is noted of a rendering, not of a place: how it was fitted.
bool cv_finding_is_note_on_the_whole(const cv_finding *finding);

// "note", "warning", "error".
const char *cv_severity_name(cvpdf_severity severity);

#endif
