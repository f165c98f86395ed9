// SPDX-License-Identifier: MIT
// output.c - follows links, compares, and chooses how to write.
#include "command/output.h"

#include "command/command.h"

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

static void fail(cv_output *output, cv_failure failure) {
    output->failure = failure;
    output->reason = errno;
}

static void stage(cv_output *output, const char *target, const struct stat *old, cvpdf_bytes bytes,
                  const cv_stage_options *options) {
    output->failure = cv_stage_file(&output->staged, target, old, bytes, options);
    output->reason = errno;
    output->is_staged = !output->failure;
}

static void begin_regular(cv_output *output, const struct stat *old, cvpdf_bytes bytes,
                          const cv_stage_options *options) {
    if (is_equal(output->target, old, bytes)) {
        output->is_unchanged = true;
        return;
    }
    // Renaming would not ask whether the file itself may be written.
    if (faccessat(AT_FDCWD, output->target, W_OK, AT_EACCESS) != 0)
        fail(output, "write");
    else
        stage(output, output->target, old, bytes, options);
}

// Devices and pipes: renaming over them would replace them.
static void write_special(cv_output *output, cvpdf_bytes bytes) {
    int file = open(output->path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (file < 0) {
        fail(output, "open");
        return;
    }
    if (!cv_write_all(file, bytes)) fail(output, "write");
    if (close(file) != 0 && !output->failure) fail(output, "write");
}

static void begin_new(cv_output *output, cvpdf_bytes bytes, const cv_stage_options *options) {
    struct stat link;
    const char *slash = strrchr(output->path, '/');
    if (lstat(output->path, &link) == 0) { // for what it leads to is not there
        output->failure = "write";
        output->is_broken_link = true;
    } else if (slash && !slash[1]) {
        errno = EISDIR;
        fail(output, "write");
    } else {
        stage(output, output->path, NULL, bytes, options);
    }
}

void cv_output_begin(cv_output *output, const char *path, cvpdf_bytes bytes,
                     const cv_stage_options *options) {
    *output = (cv_output){.path = path};
    struct stat state;
    if (stat(path, &state) != 0 && errno == ENOENT) {
        begin_new(output, bytes, options);
    } else if (stat(path, &state) != 0) {
        fail(output, "write");
    } else if (S_ISDIR(state.st_mode)) {
        errno = EISDIR;
        fail(output, "write");
    } else if (!S_ISREG(state.st_mode)) {
        write_special(output, bytes);
    } else {
        // Once: what the link leads to is replaced, not the link.
        output->target = realpath(path, NULL);
        if (output->target)
            begin_regular(output, &state, bytes, options);
        else
            fail(output, "find");
    }
}

void cv_output_refuse(cv_output *output, const char *path) {
    *output = (cv_output){.path = path, .failure = "write", .is_input = true};
}

void cv_output_rename(cv_output *output, bool syncs) {
    if (!output->is_staged) return;
    output->failure = cv_staged_rename(&output->staged, syncs);
    output->reason = errno;
}

static void complain(const cv_output *output, const cv_terminal *terminal) {
    if (output->is_broken_link) {
        cv_complain(terminal, "cannot write '%s': it is a link that leads nowhere", output->path);
        return;
    }
    if (output->is_input) {
        cv_complain(terminal, "'%s' is both input and output", output->path);
        return;
    }
    cv_complain(terminal, "cannot %s '%s': %s", output->failure, output->path,
                strerror(output->reason));
    if (output->reason != EACCES && output->reason != EROFS) return;
    if (strncmp(output->failure, "create", strlen("create")) == 0)
        cv_advise(terminal, "the folder has to be writable: a new file takes the old one's place");
}

cv_written cv_output_end(cv_output *output, bool syncs, const cv_terminal *terminal) {
    if (output->is_staged && !output->failure) {
        output->failure = cv_staged_end(&output->staged, syncs);
        output->reason = errno;
    }
    free(output->target);
    output->target = NULL;
    if (output->failure) complain(output, terminal);
    if (output->failure) return CV_NOT_WRITTEN;
    return output->is_unchanged ? CV_UNCHANGED : CV_WRITTEN;
}

cv_written cv_output_write(const char *path, cvpdf_bytes bytes, bool syncs,
                           const cv_terminal *terminal) {
    cv_output output;
    cv_swept_folder swept = {0};
    cv_output_begin(&output, path, bytes, &(cv_stage_options){.swept = &swept});
    cv_output_rename(&output, syncs);
    return cv_output_end(&output, syncs, terminal);
}

cv_state cv_output_compare(const char *path, cvpdf_bytes bytes) {
    struct stat state;
    if (stat(path, &state) != 0) return CV_STATE_MISSING;
    if (!S_ISREG(state.st_mode)) return CV_STATE_DIFFERS;
    char *target = realpath(path, NULL);
    bool is_same = target && is_equal(target, &state, bytes);
    free(target);
    return is_same ? CV_STATE_EQUAL : CV_STATE_DIFFERS;
}

void cv_output_print(cvpdf_bytes text) {
    cv_terminal out = {.stream = stdout};
    cv_print_lines(&out, (const char *)text.data, text.size);
}

int cv_output_write_stdout(cvpdf_bytes bytes, const cv_terminal *terminal) {
    if (cv_write_all(STDOUT_FILENO, bytes)) return CV_EXIT_OK;
    if (errno == EPIPE) return CV_EXIT_PIPE;
    cv_complain(terminal, "cannot write to standard output: %s", strerror(errno));
    return CV_EXIT_ENVIRONMENT;
}
