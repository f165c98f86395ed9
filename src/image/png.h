// SPDX-License-Identifier: MIT
// png.h - what the library tells of libpng.
#ifndef CV_IMAGE_PNG_H
#define CV_IMAGE_PNG_H

// "1.6.39"
const char *cv_png_version(void);

#endif
