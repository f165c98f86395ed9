// SPDX-License-Identifier: MIT
// place.h - where a program should look for what a finding is about.
#ifndef CV_COMMAND_PLACE_H
#define CV_COMMAND_PLACE_H

#include "command/finding.h"

// What a finding was found in.
typedef struct cv_origin {
    const char *file;    // the resume
    const char *variant; // NULL: the file itself
    const char *output;  // NULL: not named
    const char *table;   // whose row it is of, and its line; NULL: none
    size_t row;
} cv_origin;

typedef struct cv_place {
    const char *file;   // NULL: it is in none
    const char *source; // what the text is called where it is not the file's: "--set name",
                        // "<stdin>", the column of a table; or NULL
    size_t line, column, end_line, end_column; // in the file or stdin; 0: not known
} cv_place;

// A finding in an option or a cell of a table counts lines and columns in the value: it is in the
// resume that the value is for, or in the row.
cv_place cv_place_find(const cv_finding *finding, const cv_origin *origin);

#endif
