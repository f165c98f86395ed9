// SPDX-License-Identifier: MIT
// decode.h - the readers of image.c. Only for image/.
#ifndef CV_IMAGE_DECODE_H
#define CV_IMAGE_DECODE_H

#include "image/image.h"

// Fills in `image`, whose orientation is 1. False after a finding.
typedef bool cv_image_decoder(const cv_image_file *file, cv_image *image, cv_arena *arena,
                              cv_report *report);
cv_image_decoder cv_png_decode, cv_jpeg_decode;

// "'me.png' is damaged: WHAT"; false.
bool cv_image_report_damage(const cv_image_file *file, cv_report *report, const char *what);

// Reports a picture with too many pixels, or none, and returns false. `most` is of pixels in all.
bool cv_image_check_size(const cv_image_file *file, uint32_t width, uint32_t height, uint64_t most,
                         cv_report *report);

#endif
