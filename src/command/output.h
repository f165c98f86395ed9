// SPDX-License-Identifier: MIT
// output.h - where a PDF goes: a file, a device or standard output.
#ifndef CV_COMMAND_OUTPUT_H
#define CV_COMMAND_OUTPUT_H

#include "command/replace.h"
#include "command/terminal.h"

#include "cvpdf.h"

#include <stdbool.h>
#include <sys/types.h>

// Of an open file, whatever its names.
typedef struct cv_identity {
    dev_t device;
    ino_t file;
} cv_identity;

typedef enum cv_written { CV_WRITTEN, CV_UNCHANGED, CV_NOT_WRITTEN } cv_written;

// FILE with .pdf in place of its suffix, if it has one. The caller frees it; NULL: out of memory.
char *cv_output_name(const char *file);

// True if `path` leads to that file.
bool cv_output_is(const char *path, cv_identity identity);

// Writes `bytes` to the file that `path` leads to, which is not touched where it has these bytes
// already. A link stays a link; what is not a regular file is written to as it is. Says what went
// wrong on `terminal`.
cv_written cv_output_write(const char *path, cvpdf_bytes bytes, bool syncs,
                           const cv_terminal *terminal);

// The same in steps, so that the disk may work on several files at once: begin, rename and end
// each. `path` outlives them.
typedef struct cv_output {
    const char *path;
    char *target;       // the file that a link leads to
    cv_failure failure; // the first; the later steps do nothing then
    int reason;         // of the failure: errno
    bool is_broken_link, is_input, is_unchanged, is_staged;
    cv_staged_file staged;
} cv_output;

void cv_output_begin(cv_output *output, const char *path, cvpdf_bytes bytes,
                     const cv_stage_options *options);
// In place of beginning: nothing is written, for the file at `path` is an input.
void cv_output_refuse(cv_output *output, const char *path);

void cv_output_rename(cv_output *output, bool syncs);
cv_written cv_output_end(cv_output *output, bool syncs, const cv_terminal *terminal);

// How the file at `path` compares; one that cannot be read differs.
typedef enum cv_state { CV_STATE_EQUAL, CV_STATE_DIFFERS, CV_STATE_MISSING } cv_state;
cv_state cv_output_compare(const char *path, cvpdf_bytes bytes);

// Prints a text for people on standard output, what a terminal would obey or hide in a visible
// form.
void cv_output_print(cvpdf_bytes text);

// Writes to standard output. Returns what to exit with; a reader that went away is no error to
// speak of.
int cv_output_write_stdout(cvpdf_bytes bytes, const cv_terminal *terminal);

#endif
