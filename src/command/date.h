// SPDX-License-Identifier: MIT
// date.h - the date of a PDF as the command line and SOURCE_DATE_EPOCH have it.
#ifndef CV_COMMAND_DATE_H
#define CV_COMMAND_DATE_H

#include <stdbool.h>
#include <stddef.h>

// True for "YYYY-MM-DD" from the year 1000 on, if the calendar has that day.
bool cv_is_day(const char *text);

// Writes seconds since 1970 (decimal digits only, to the year 9999) as "YYYY-MM-DDThh:mm:ssZ".
bool cv_date_from_epoch(const char *seconds, char *date, size_t size);

#endif
