// SPDX-License-Identifier: MIT
// input.h - a file or standard input, read once into memory.
#ifndef CV_COMMAND_INPUT_H
#define CV_COMMAND_INPUT_H

#include "command/output.h"
#include "command/terminal.h"

#include "cvpdf.h"

#include <stdbool.h>

typedef struct cv_input {
    const char *name; // as messages show it
    unsigned char *data;
    size_t size;
    size_t most; // that is read: enough to be found too large
    cv_identity identity;
    char *folder; // that it is in, as a path: "work/" or ""
    char *root;   // that the files it names have to lie below; NULL: `folder`
} cv_input;

// Reads the resume `file`, which is a regular file, or "-" for standard input. Returns false,
// having complained; free it in any case.
bool cv_input_read(const char *file, cv_input *input, const cv_terminal *terminal);

// The same of another file than a resume, of which at most `most` bytes are read; without folders.
bool cv_input_read_most(const char *file, size_t most, cv_input *input,
                        const cv_terminal *terminal);
void cv_input_free(cv_input *input);

#endif
