// SPDX-License-Identifier: MIT
// input.c - opens once, reads up to a cap.
#include "command/input.h"

#include "command/root.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 << 10 };

static bool complain(const cv_input *input, const char *action, const cv_terminal *terminal) {
    cv_complain(terminal, "cannot %s '%s': %s", action, input->name, strerror(errno));
    return false;
}

static const char *kind_name(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

static bool grow(cv_input *input, size_t *room, size_t wanted) {
    if (wanted > input->most) wanted = input->most;
    unsigned char *data = realloc(input->data, wanted);
    if (!data) return false;
    input->data = data;
    *room = wanted;
    return true;
}

// `expected` bytes are likely; one more is asked for, so that the end is seen without growing.
static bool read_all(cv_input *input, int file, size_t expected) {
    size_t room = 0;
    if (!grow(input, &room, expected + 1)) return false;
    while (input->size < input->most) {
        if (input->size == room && !grow(input, &room, 2 * room)) return false;
        ssize_t got = read(file, input->data + input->size, room - input->size);
        if (got == 0) return true;
        if (got > 0)
            input->size += (size_t)got;
        else if (errno != EINTR)
            return false;
    }
    return true;
}

static bool read_open(cv_input *input, int file, bool is_stdin, const cv_terminal *terminal) {
    struct stat state;
    if (fstat(file, &state) != 0) return complain(input, "read", terminal);
    input->identity = (cv_identity){state.st_dev, state.st_ino};
    bool is_regular = S_ISREG(state.st_mode);
    if (!is_regular && !is_stdin) {
        cv_complain(terminal, "cannot read '%s': it is %s, not a file", input->name,
                    kind_name(state.st_mode));
        if (!S_ISDIR(state.st_mode))
            cv_advise(terminal, "standard input may be anything: cvpdf - <%s", input->name);
        return false;
    }
    bool has_size = is_regular && state.st_size >= 0 && (size_t)state.st_size < input->most;
    if (read_all(input, file, has_size ? (size_t)state.st_size : FIRST_ROOM)) return true;
    return complain(input, "read", terminal);
}

bool cv_input_read(const char *file, cv_input *input, const cv_terminal *terminal) {
    if (!cv_input_read_most(file, CVPDF_SOURCE_LIMIT + 1, input, terminal)) return false;
    input->folder = cv_root_folder(file);
    if (!input->folder) return complain(input, "read", terminal);
    input->root = cv_root_find(input->folder);
    return true;
}

bool cv_input_read_most(const char *file, size_t most, cv_input *input,
                        const cv_terminal *terminal) {
    bool is_stdin = strcmp(file, "-") == 0;
    *input = (cv_input){.name = is_stdin ? "<stdin>" : file, .most = most};
    if (is_stdin) return read_open(input, STDIN_FILENO, true, terminal);
    // O_NONBLOCK: a pipe without a writer is to be refused, not waited for.
    int descriptor = open(file, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) return complain(input, "open", terminal);
    bool is_read = read_open(input, descriptor, false, terminal);
    close(descriptor);
    return is_read;
}

void cv_input_free(cv_input *input) {
    free(input->data);
    free(input->folder);
    free(input->root);
}
