// SPDX-License-Identifier: MIT
// date.c - without the C library's calendar: that depends on the time zone and on time_t.
#include "command/date.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const int month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

static bool is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static int days_in_month(int64_t year, int month) {
    return month_days[month - 1] + (month == 2 && is_leap(year));
}

static bool is_digits(const char *text, size_t count) {
    return strspn(text, "0123456789") >= count;
}

static int two_digits(const char *text) { return (text[0] - '0') * 10 + text[1] - '0'; }

bool cv_is_day(const char *text) {
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-') return false;
    if (!is_digits(text, 4) || !is_digits(text + 5, 2) || !is_digits(text + 8, 2)) return false;
    int year = two_digits(text) * 100 + two_digits(text + 2);
    int month = two_digits(text + 5), day = two_digits(text + 8);
    if (year < 1000 || month < 1 || month > 12) return false;
    return day >= 1 && day <= days_in_month(year, month);
}

bool cv_date_from_epoch(const char *seconds, char *date, size_t size) {
    enum { LONGEST = 12, DAY = 86400 }; // digits of the last second of 9999: 253402300799
    size_t length = strlen(seconds);
    if (length == 0 || length > LONGEST || !is_digits(seconds, length)) return false;
    int64_t time = 0;
    for (size_t i = 0; i < length; i++) time = time * 10 + (seconds[i] - '0');
    if (time > INT64_C(253402300799)) return false;
    int64_t year = 1970, day = time / DAY;
    for (; day >= 365 + is_leap(year); year++) day -= 365 + is_leap(year);
    int month = 1;
    for (; day >= days_in_month(year, month); month++) day -= days_in_month(year, month);
    int rest = (int)(time % DAY);
    snprintf(date, size, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)year, month, (int)day + 1,
             rest / 3600, rest / 60 % 60, rest % 60);
    return true;
}
