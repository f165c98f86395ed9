// SPDX-License-Identifier: MIT
// font_file.h - a font file, read once into memory, and whether it is still what it was.
#ifndef CV_SHAPE_FONT_FILE_H
#define CV_SHAPE_FONT_FILE_H

#include "base/text.h"

#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

// What tells one state of a file or folder from another.
typedef struct cv_file_state {
    dev_t device;
    ino_t number;
    off_t size;
    time_t seconds; // of the last change
    long nanoseconds;
} cv_file_state;

cv_file_state cv_file_state_of(const struct stat *status);
bool cv_file_state_is_same(const cv_file_state *a, const cv_file_state *b);

typedef struct cv_font_file {
    cv_bytes bytes; // from malloc()
    cv_file_state state;
    int error; // an errno; ENOMEM where memory ran out, EFBIG for a file over the limit
} cv_font_file;

// Reads the regular file at `path`. False, with `error` set, if there is none that can be read.
bool cv_font_file_read(const char *path, cv_font_file *file);
void cv_font_file_free(cv_font_file *file);

// Copies `size` bytes of the regular file at `path`, from `offset` on, to `bytes`. False unless all
// of them are there and it is no larger than a font may be.
bool cv_font_file_peek(const char *path, size_t offset, unsigned char *bytes, size_t size);

// Whether what is at `path` now is what was read.
bool cv_font_file_is_same(const char *path, const cv_font_file *file);

#endif
