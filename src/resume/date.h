// SPDX-License-Identifier: MIT
// date.h - dates as a resume has them: to the year, month or day.
#ifndef CV_RESUME_DATE_H
#define CV_RESUME_DATE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct cv_date {
    int16_t year; // 1000..9999; 0 for no date at all
    int8_t month; // 1..12, 0 if only the year is known
    int8_t day;   // 1..31, 0 if not known
} cv_date;

// Reads `YYYY[-MM[-DD]]` (the JSON Resume profile of ISO 8601) and nothing else.
// Returns false, leaving `*date` alone, on other text or a day the month does not have.
bool cv_date_parse(const char *text, cv_date *date);

// Negative, zero or positive as `a` is before, equal to or after `b`, comparing only the
// fields both have: 2020 equals 2020-05.
int cv_date_compare(cv_date a, cv_date b);

// True for digits between separators with at most one year among them ("2024-13", "05/2024",
// "24-05"): whoever typed it meant a date, not words.
bool cv_date_is_meant(const char *text);

// What was meant by "Sep 2023", "09/2023", "2023.9" or "5 September 2023": the date for a hint.
// English names of months only; false where the order of day and month is open.
bool cv_date_guess(const char *text, cv_date *date);

// "2023-09" into `text`.
enum { CV_DATE_ROOM = 16 };
void cv_date_write(cv_date date, char text[CV_DATE_ROOM]);

#endif
