// SPDX-License-Identifier: MIT
// date.c - any text as a date: what is read is written as it was, and what is guessed can be read.
#include "resume/date.h"
#include "fuzz.h"
#include "text_input.h"

static void check_written(cv_date date, const char *expected) {
    char written[CV_DATE_ROOM];
    cv_date again = {0};
    cv_date_write(date, written);
    if (expected && strcmp(written, expected) != 0) abort();
    if (!cv_date_parse(written, &again) || cv_date_compare(date, again) != 0) abort();
    if (again.year != date.year || again.month != date.month || again.day != date.day) abort();
}

static void check_order(cv_date a, cv_date b) {
    int forward = cv_date_compare(a, b), backward = cv_date_compare(b, a);
    if ((forward > 0) != (backward < 0) || (forward < 0) != (backward > 0)) abort();
}

static void check(text_input *input) {
    cv_date date = {0}, guess = {0};
    bool is_date = cv_date_parse(input->text, &date);
    if (is_date) check_written(date, input->text);
    if (cv_date_guess(input->text, &guess)) check_written(guess, NULL);
    if (is_date) check_order(date, (cv_date){.year = 2000, .month = 2, .day = 29});
    cv_date_is_meant(input->text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    with_text(data, size, check);
    return 0;
}
