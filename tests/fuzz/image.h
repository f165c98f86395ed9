// SPDX-License-Identifier: MIT
// image.h - any bytes as a photo: read twice, it is the same or is refused for the same reason, and
// what is let through keeps its promises.
#ifndef CV_FUZZ_IMAGE_H
#define CV_FUZZ_IMAGE_H

#include "base/limits.h"
#include "image/image.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

static inline void check_image(const cv_image *image) {
    if (!image->width || !image->height || image->width > CV_LIMIT_PHOTO_SIDE ||
        image->height > CV_LIMIT_PHOTO_SIDE)
        abort();
    if (image->components != 1 && image->components != 3) abort();
    if (image->orientation < 1 || image->orientation > 8) abort();
    const unsigned char *data = image->data.data;
    size_t size = image->data.size;
    if (image->coding == CV_IMAGE_SAMPLES) {
        if (size != (size_t)image->width * image->height * image->components) abort();
    } else if (size < 4 || data[0] != 0xFF || data[1] != 0xD8 || data[size - 2] != 0xFF ||
               data[size - 1] != 0xD9) {
        abort();
    }
}

// What is made of the bytes, NULL after a finding.
static inline const cv_image *read_once(cv_bytes bytes, cv_arena *arena, const char **message) {
    cv_report report;
    cv_report_init(&report, arena);
    cv_image_file file = {.name = "photo", .bytes = bytes, .least = 4};
    const cv_image *image = cv_image_read(&file, arena, &report);
    if (!image == !report.errors) abort();
    *message = image ? "" : report.first->message;
    if (image) check_image(image);
    return image;
}

static inline bool is_same(const cv_image *a, const cv_image *b) {
    return a->coding == b->coding && a->width == b->width && a->height == b->height &&
           a->orientation == b->orientation && a->data.size == b->data.size &&
           memcmp(a->data.data, b->data.data, a->data.size) == 0;
}

static inline void read_image_twice(cv_bytes bytes) {
    cv_arena *arena = cv_arena_create(CV_LIMIT_JOB_BYTES);
    if (!arena || setjmp(*cv_arena_recovery(arena))) abort(); // limits come before memory
    const char *message, *again;
    const cv_image *image = read_once(bytes, arena, &message);
    const cv_image *other = read_once(bytes, arena, &again);
    if (strcmp(message, again) != 0 || !image != !other || (image && !is_same(image, other)))
        abort();
    // What was kept of a JPEG file is one of which all is kept.
    if (image && image->coding == CV_IMAGE_JPEG) {
        const cv_image *kept = read_once(image->data, arena, &message);
        if (!kept || kept->data.size != image->data.size) abort();
    }
    cv_arena_destroy(arena);
}

#endif
