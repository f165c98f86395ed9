// SPDX-License-Identifier: MIT
// direction.c - the strong characters of a text.
#include "document/direction.h"

#include "base/unicode.h"

#include <string.h>

static bool has_right_to_left(const cv_inline *parts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (cv_unicode_has_right_to_left(parts[i].string, strlen(parts[i].string))) return true;
    return false;
}

static cv_direction first_direction(const cv_inline *parts, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (const char *at = parts[i].string; *at;) {
            cv_direction direction = cv_unicode_direction(cv_utf8_next(&at));
            if (direction != CV_DIRECTION_NONE) return direction;
        }
    return CV_DIRECTION_NONE;
}

bool cv_runs_right_to_left(const cv_inline *parts, size_t count, bool document) {
    if (has_right_to_left(parts, count))
        return document || first_direction(parts, count) == CV_DIRECTION_RIGHT_TO_LEFT;
    return document && first_direction(parts, count) == CV_DIRECTION_NONE;
}
