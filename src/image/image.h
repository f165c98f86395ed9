// SPDX-License-Identifier: MIT
// image.h - a photo, checked: what it is, is told by its first bytes, not by its name.
//
// Of the file only what draws the picture is kept. All that it tells besides, where and when it was
// taken, with what and by whom, is dropped, and with it the colour profile: colours are sRGB.
#ifndef CV_IMAGE_IMAGE_H
#define CV_IMAGE_IMAGE_H

#include "base/diagnostic.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum cv_image_coding {
    CV_IMAGE_SAMPLES, // 8 bits each, in rows from the top without gaps
    CV_IMAGE_JPEG     // a whole JPEG file
} cv_image_coding;

typedef struct cv_image {
    cv_image_coding coding;
    uint32_t width, height; // of what is stored
    uint32_t components;    // 1: grey, 3: red, green, blue
    cv_bytes data;
    unsigned orientation; // how it is to be turned to be upright: 1 to 8, Exif 2.3, tag 0x0112
    bool has_location;    // the file says where it was taken; `data` does not
} cv_image;

typedef struct cv_image_file {
    const char *name; // for findings, with `span`
    cv_span span;
    cv_bytes bytes;
    uint32_t least; // pixels that a side needs: of a PNG that has many more, some are merged
} cv_image_file;

// NULL after a finding.
const cv_image *cv_image_read(const cv_image_file *file, cv_arena *arena, cv_report *report);

// As it is seen, after turning.
uint32_t cv_image_shown_width(const cv_image *image);
uint32_t cv_image_shown_height(const cv_image *image);

#endif
