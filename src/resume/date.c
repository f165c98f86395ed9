// SPDX-License-Identifier: MIT
// date.c - strict reading, and lenient guessing for hints only.
#include "resume/date.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap_year(year));
}

static bool read_digits(const char **text, int count, int *number) {
    *number = 0;
    for (; count; count--, (*text)++) {
        if (!cv_is_digit(**text)) return false;
        *number = *number * 10 + (**text - '0');
    }
    return true;
}

bool cv_date_parse(const char *text, cv_date *date) {
    int year, month = 0, day = 0;
    if (!read_digits(&text, 4, &year) || year < 1000) return false;
    if (*text == '-') {
        text++;
        if (!read_digits(&text, 2, &month) || month < 1 || month > 12) return false;
    }
    if (*text == '-') {
        text++;
        if (!read_digits(&text, 2, &day)) return false;
        if (day < 1 || day > days_in_month(year, month)) return false;
    }
    if (*text) return false;
    *date = (cv_date){.year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day};
    return true;
}

int cv_date_compare(cv_date a, cv_date b) {
    if (a.year != b.year) return a.year - b.year;
    if (!a.month || !b.month || a.month != b.month)
        return a.month && b.month ? a.month - b.month : 0;
    return a.day && b.day ? a.day - b.day : 0;
}

static bool is_separator(char byte) {
    return byte == ' ' || byte == '-' || byte == '/' || byte == '.' || byte == ',';
}

bool cv_date_is_meant(const char *text) {
    int years = 0, groups = 0;
    while (*text) {
        size_t digits = strspn(text, "0123456789");
        if (!digits && !is_separator(*text)) return false;
        groups += digits > 0;
        years += digits > 2;
        text += digits ? digits : 1;
    }
    return groups > 0 && years <= 1;
}

// 1 to 12 for an English name of at least three letters, "Sept" as well as "September"; else 0.
static int month_of_name(const char *name, size_t size) {
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    if (size < 3) return 0;
    for (int i = 0; i < 12; i++) {
        size_t same = 0;
        while (same < size && names[i][same] && (name[same] | 0x20) == names[i][same]) same++;
        if (same == size) return i + 1;
    }
    return 0;
}

typedef struct date_guess {
    int year, month;
    int small[2]; // numbers of one or two digits, in order
    int small_count;
    bool is_year_first, is_hopeless;
} date_guess;

static size_t guess_number(date_guess *guess, const char *text) {
    size_t size = strspn(text, "0123456789");
    int number = 0;
    for (size_t i = 0; i < size && i < 4; i++) number = number * 10 + (text[i] - '0');
    if (size == 4 && !guess->year) {
        guess->year = number;
        guess->is_year_first = !guess->small_count && !guess->month;
    } else if (size <= 2 && guess->small_count < 2) {
        guess->small[guess->small_count++] = number;
    } else {
        guess->is_hopeless = true;
    }
    return size;
}

static size_t guess_name(date_guess *guess, const char *text) {
    size_t size = 0;
    while (cv_is_letter(text[size])) size++;
    int month = month_of_name(text, size);
    if (!month || guess->month) guess->is_hopeless = true;
    guess->month = month;
    return size ? size : 1;
}

bool cv_date_guess(const char *text, cv_date *date) {
    date_guess guess = {0};
    while (*text && !guess.is_hopeless) {
        if (is_separator(*text))
            text++;
        else
            text += cv_is_digit(*text) ? guess_number(&guess, text) : guess_name(&guess, text);
    }
    int month = guess.month, day = 0, used = 0;
    if (!month && guess.small_count && (guess.is_year_first || guess.small_count == 1))
        month = guess.small[used++];
    if (used < guess.small_count) day = guess.small[used++];
    if (guess.is_hopeless || !month || used < guess.small_count) return false;
    char written[CV_DATE_ROOM];
    if (month > 12 || day > 31) return false;
    cv_date_write((cv_date){(int16_t)guess.year, (int8_t)month, (int8_t)day}, written);
    return cv_date_parse(written, date);
}

void cv_date_write(cv_date date, char text[CV_DATE_ROOM]) {
    int size = snprintf(text, CV_DATE_ROOM, "%04d", date.year);
    if (date.month) size += snprintf(text + size, CV_DATE_ROOM - (size_t)size, "-%02d", date.month);
    if (date.day) snprintf(text + size, CV_DATE_ROOM - (size_t)size, "-%02d", date.day);
}
