// SPDX-License-Identifier: MIT
// length.h - the one unit of layout.
//
// A length is a 16.16 fixed-point number of PDF points (1/72 in), in [-32768, 32768) pt.
// Integers make sums exact, and so the output identical on every machine and compiler.
#ifndef CV_BASE_LENGTH_H
#define CV_BASE_LENGTH_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t cv_length;

enum { CV_POINT = 65536 };

typedef struct cv_point {
    cv_length x, y;
} cv_point;

// `number` of `unit` points, rounded half away from zero.
static inline cv_length cv_length_from(double number, double unit) {
    double scaled = number * unit * CV_POINT;
    return (cv_length)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

// `length` times numerator / denominator, rounded half away from zero; denominator > 0.
static inline cv_length cv_length_scale(cv_length length, int64_t numerator, int64_t denominator) {
    int64_t product = (int64_t)length * numerator;
    int64_t half = denominator / 2;
    return (cv_length)((product < 0 ? product - half : product + half) / denominator);
}

// Sums of lengths that may be past the range, as a length: cut off at CV_WIDEST, to which another
// length can still be added.
enum { CV_WIDEST = INT32_MAX / 2 };
static inline cv_length cv_length_of_sum(int64_t sum) {
    if (sum > CV_WIDEST) return CV_WIDEST;
    return sum < -CV_WIDEST ? -CV_WIDEST : (cv_length)sum;
}

// What "em" and "lh" mean where a length is read; 0 where that unit is not allowed.
typedef struct cv_length_context {
    cv_length em;          // the font size
    cv_length line_height; // "lh", as in CSS: the leading
} cv_length_context;

// Reads a number and a unit, "0.7in", "-3 mm", "1.5lh"; a bare 0 needs no unit. Units: pt mm cm in
// em lh. Returns false, leaving `*length` alone, on other text or a length out of range.
bool cv_length_read(const char *text, cv_length_context context, cv_length *length);

// Reads a plain decimal number ("1.25", "-3", ".5"), no exponent, at most 9 digits before and 9
// after the point, without regard to the locale. Returns where it ends, NULL if there is none.
const char *cv_number_read(const char *text, double *number);

#endif
