// SPDX-License-Identifier: MIT
// length.c - numbers and lengths as people write them.
#include "base/length.h"

#include "base/text.h"

#include <stddef.h>
#include <string.h>

const char *cv_number_read(const char *text, double *number) {
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    bool negative = *text == '-';
    if (*text == '-' || *text == '+') text++;
    int64_t whole = 0, fraction = 0;
    int whole_digits = 0, fraction_digits = 0;
    for (; cv_is_digit(*text); text++, whole_digits++) {
        if (whole_digits == 9) return NULL;
        whole = 10 * whole + (*text - '0');
    }
    if (*text == '.')
        for (text++; cv_is_digit(*text); text++, fraction_digits++) {
            if (fraction_digits == 9) return NULL;
            fraction = 10 * fraction + (*text - '0');
        }
    if (whole_digits + fraction_digits == 0) return NULL;
    double value = (double)whole + (double)fraction / powers[fraction_digits];
    *number = negative ? -value : value;
    return text;
}

bool cv_length_read(const char *text, cv_length_context context, cv_length *length) {
    static const double inch = 72;
    const struct {
        const char *name;
        double points;
    } units[] = {
        {"pt", 1},
        {"mm", inch / 25.4},
        {"cm", inch / 2.54},
        {"in", inch},
        {"em", (double)context.em / CV_POINT},
        {"lh", (double)context.line_height / CV_POINT},
    };
    double number;
    const char *rest = cv_number_read(text, &number);
    if (!rest) return false;
    while (*rest == ' ') rest++;
    if (!*rest && number == 0) {
        *length = 0;
        return true;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(rest, units[i].name) != 0) continue;
        double points = number * units[i].points;
        if (units[i].points == 0 || points <= -32768 || points >= 32767) return false;
        *length = cv_length_from(number, units[i].points);
        return true;
    }
    return false;
}
