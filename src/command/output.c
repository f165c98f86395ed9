// SPDX-License-Identifier: MIT
// output.c - follows links, compares, and chooses how to write.
#include "command/output.h"

#include "command/command.h"
#include "command/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *cv_output_name(const char *file) {
    const char *slash = strrchr(file, '/');
    const char *base = slash ? slash + 1 : file;
    const char *dot = strrchr(base, '.');
    size_t size = dot && dot > base ? (size_t)(dot - file) : strlen(file);
    size_t room = size + sizeof ".pdf";
    char *name = malloc(room);
    if (name) snprintf(name, room, "%.*s.pdf", (int)size, file);
    return name;
}

bool cv_output_is(const char *path, cv_identity identity) {
    struct stat state;
    return stat(path, &state) == 0 && state.st_dev == identity.device &&
           state.st_ino == identity.file;
}

static cv_written fail(const cv_terminal *terminal, const char *action, const char *path) {
    cv_complain(terminal, "cannot %s '%s': %s", action, path, strerror(errno));
    return CV_NOT_WRITTEN;
}

// Reads until `chunk` is full or the file ends; -1 on an error.
static ssize_t read_chunk(int file, unsigned char *chunk, size_t size) {
    size_t count = 0;
    while (count < size) {
        ssize_t got = read(file, chunk + count, size - count);
        if (got == 0) break;
        if (got > 0)
            count += (size_t)got;
        else if (errno != EINTR)
            return -1;
    }
    return (ssize_t)count;
}

static bool has_bytes(int file, cvpdf_bytes bytes) {
    unsigned char chunk[16 << 10];
    for (size_t at = 0; at < bytes.size;) {
        size_t size = bytes.size - at < sizeof chunk ? bytes.size - at : sizeof chunk;
        if (read_chunk(file, chunk, size) != (ssize_t)size) return false;
        if (memcmp(chunk, bytes.data + at, size) != 0) return false;
        at += size;
    }
    return true;
}

// A file that cannot be read is one that differs.
static bool is_equal(const char *path, const struct stat *state, cvpdf_bytes bytes) {
    if ((size_t)state->st_size != bytes.size) return false;
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) return false;
    bool is_same = has_bytes(file, bytes);
    close(file);
    return is_same;
}

static cv_written replace(const char *path, const char *target, const struct stat *old,
                          cvpdf_bytes bytes, bool syncs, const cv_terminal *terminal) {
    cv_failure failure = cv_replace_file(target, old, bytes, syncs);
    if (!failure) return CV_WRITTEN;
    fail(terminal, failure, path);
    if (errno == EACCES || errno == EROFS)
        cv_advise(terminal, "the folder has to be writable: a new file takes the old one's place");
    return CV_NOT_WRITTEN;
}

static cv_written write_regular(const char *path, const char *target, const struct stat *old,
                                cvpdf_bytes bytes, bool syncs, const cv_terminal *terminal) {
    if (is_equal(target, old, bytes)) return CV_UNCHANGED;
    // Renaming would not ask whether the file itself may be written.
    if (faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) != 0) return fail(terminal, "write", path);
    return replace(path, target, old, bytes, syncs, terminal);
}

// Devices and pipes: renaming over them would replace them.
static cv_written write_special(const char *path, cvpdf_bytes bytes, const cv_terminal *terminal) {
    int file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (file < 0) return fail(terminal, "open", path);
    bool is_written = cv_write_all(file, bytes);
    int reason = errno;
    if (close(file) != 0 && is_written) {
        is_written = false;
        reason = errno;
    }
    errno = reason;
    return is_written ? CV_WRITTEN : fail(terminal, "write", path);
}

static cv_written write_new(const char *path, cvpdf_bytes bytes, bool syncs,
                            const cv_terminal *terminal) {
    struct stat link;
    if (lstat(path, &link) == 0) { // for what it leads to is not there
        cv_complain(terminal, "cannot write '%s': it is a link that leads nowhere", path);
        return CV_NOT_WRITTEN;
    }
    size_t size = strlen(path);
    if (size > 0 && path[size - 1] != '/') return replace(path, path, NULL, bytes, syncs, terminal);
    errno = EISDIR;
    return fail(terminal, "write", path);
}

cv_written cv_output_write(const char *path, cvpdf_bytes bytes, bool syncs,
                           const cv_terminal *terminal) {
    struct stat state;
    if (stat(path, &state) != 0) {
        if (errno != ENOENT) return fail(terminal, "write", path);
        return write_new(path, bytes, syncs, terminal);
    }
    if (S_ISDIR(state.st_mode)) {
        errno = EISDIR;
        return fail(terminal, "write", path);
    }
    if (!S_ISREG(state.st_mode)) return write_special(path, bytes, terminal);
    char *target = realpath(path, NULL); // once: what the link leads to is replaced, not the link
    if (!target) return fail(terminal, "find", path);
    cv_written written = write_regular(path, target, &state, bytes, syncs, terminal);
    free(target);
    return written;
}

int cv_output_write_stdout(cvpdf_bytes bytes, const cv_terminal *terminal) {
    if (cv_write_all(STDOUT_FILENO, bytes)) return CV_EXIT_OK;
    if (errno == EPIPE) return CV_EXIT_PIPE;
    cv_complain(terminal, "cannot write to standard output: %s", strerror(errno));
    return CV_EXIT_ENVIRONMENT;
}
