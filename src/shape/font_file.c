// SPDX-License-Identifier: MIT
// font_file.c - opens once, looks at what it opened, reads all of it.
#include "shape/font_file.h"

#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

cv_file_state cv_file_state_of(const struct stat *status) {
    return (cv_file_state){.device = status->st_dev,
                           .number = status->st_ino,
                           .size = status->st_size,
                           .seconds = status->st_mtim.tv_sec,
                           .nanoseconds = status->st_mtim.tv_nsec};
}

bool cv_file_state_is_same(const cv_file_state *a, const cv_file_state *b) {
    return a->device == b->device && a->number == b->number && a->size == b->size &&
           a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

// A file that shrinks meanwhile is as if it could not be read.
static int read_all(int descriptor, unsigned char *data, size_t size) {
    for (size_t at = 0; at < size;) {
        ssize_t got = read(descriptor, data + at, size - at);
        if (got == 0) return EIO;
        if (got > 0)
            at += (size_t)got;
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

static int read_open(int descriptor, cv_font_file *file) {
    struct stat status;
    if (fstat(descriptor, &status) != 0) return errno;
    if (!S_ISREG(status.st_mode)) return EINVAL;
    if (status.st_size > CV_LIMIT_FONT_BYTES) return EFBIG;
    file->state = cv_file_state_of(&status);
    size_t size = (size_t)status.st_size;
    unsigned char *data = malloc(size ? size : 1);
    if (!data) return ENOMEM;
    file->bytes = (cv_bytes){data, size};
    return read_all(descriptor, data, size);
}

// O_NONBLOCK: a pipe without a writer is to be refused, not waited for.
static int open_file(const char *path) {
    return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

bool cv_font_file_read(const char *path, cv_font_file *file) {
    *file = (cv_font_file){0};
    int descriptor = open_file(path);
    file->error = descriptor < 0 ? errno : read_open(descriptor, file);
    if (descriptor >= 0) close(descriptor);
    if (!file->error) return true;
    cv_font_file_free(file);
    return false;
}

static bool peek_open(int descriptor, size_t offset, unsigned char *bytes, size_t size) {
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    if (status.st_size > CV_LIMIT_FONT_BYTES) return false;
    return lseek(descriptor, (off_t)offset, SEEK_SET) >= 0 &&
           read_all(descriptor, bytes, size) == 0;
}

bool cv_font_file_peek(const char *path, size_t offset, unsigned char *bytes, size_t size) {
    int descriptor = open_file(path);
    if (descriptor < 0) return false;
    bool is_read = peek_open(descriptor, offset, bytes, size);
    close(descriptor);
    return is_read;
}

void cv_font_file_free(cv_font_file *file) {
    free((unsigned char *)file->bytes.data);
    file->bytes = (cv_bytes){NULL, 0};
}

bool cv_font_file_is_same(const char *path, const cv_font_file *file) {
    struct stat status;
    if (stat(path, &status) != 0) return false;
    cv_file_state state = cv_file_state_of(&status);
    return cv_file_state_is_same(&state, &file->state);
}
