// SPDX-License-Identifier: MIT
// color.h - sRGB colours and their contrast.
#ifndef CV_STYLE_COLOR_H
#define CV_STYLE_COLOR_H

#include "base/color.h"

#include <stdbool.h>

// Reads "#1a1a1a", "#fff" or a CSS colour name in any case (CSS Color 4, 6.1). Returns false,
// leaving `*color` alone, on other text.
bool cv_color_read(const char *text, cv_color *color);

// Contrast ratio of two colours times 100, rounded down: from 100 to 2100 (WCAG 2.1, "contrast
// ratio").
int cv_color_contrast(cv_color a, cv_color b);

#endif
