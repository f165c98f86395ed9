// SPDX-License-Identifier: MIT
// files.h - the files that a resume names: a photo, a theme, a font. Below the commands, no other
// file is opened.
//
// A resume may be anybody's. So its paths are relative and start at its folder, and what they lead
// to lies below the root, is a regular file and has a size within limits.h. Each file is read once,
// as a whole; what happens to it on the disk afterwards does not matter.
#ifndef CV_BASE_FILES_H
#define CV_BASE_FILES_H

#include "base/array.h"
#include "base/diagnostic.h"
#include "base/text.h"

#include <stdbool.h>

typedef enum cv_file_kind {
    CV_FILE_PHOTO,
    CV_FILE_THEME,
    CV_FILE_FONT,
    CV_FILE_KIND_COUNT
} cv_file_kind;

// A file that has been read.
typedef struct cv_input {
    const char *path; // from where the program runs: what `directory` and the resume say, joined
    cv_bytes bytes;
} cv_input;
typedef struct cv_inputs CV_ARRAY(cv_input) cv_inputs;
typedef struct cv_file_names CV_ARRAY(const char *) cv_file_names;

typedef struct cv_files cv_files;

// The files of one job. `directory` is where paths start; NULL: nothing may be read. `root` is what
// they must stay below; NULL: `directory`. Nothing is opened before the first file is wanted.
cv_files *cv_files_create(const char *directory, const char *root, cv_arena *arena,
                          cv_report *report);

// Reads the file that the resume calls `path` at `span`. Size 0, after a finding, if it cannot be
// had; a file that has been read already is not read again.
cv_bytes cv_files_read(cv_files *files, cv_file_kind kind, const char *path, cv_span span);

// Copies `size` bytes of a file beside the resume, from `offset` on, to `bytes`: a look at what may
// be wanted. It is no input by that. False, without a finding, unless all of them are there.
bool cv_files_peek(cv_files *files, const char *path, size_t offset, unsigned char *bytes,
                   size_t size);

// What has been read, in that order.
const cv_inputs *cv_files_inputs(const cv_files *files);

// The path of a file as messages name it: seen from where the program runs.
const char *cv_files_path(const cv_files *files, const char *path);

// The names of what is in a folder beside the resume, sorted; none, without a finding, where there
// is no such folder. What begins with a dot is left out.
cv_file_names cv_files_list(cv_files *files, const char *folder);

#endif
