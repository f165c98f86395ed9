// SPDX-License-Identifier: MIT
// color.h - an sRGB colour.
#ifndef CV_BASE_COLOR_H
#define CV_BASE_COLOR_H

#include <stdint.h>

typedef struct cv_color {
    uint8_t red, green, blue;
} cv_color;

#endif
