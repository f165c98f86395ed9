// SPDX-License-Identifier: MIT
// replace.h - a whole file takes the place of another in one step, or nothing happens.
//
// It is written to a temporary file beside its place, brought to the disk and renamed. The steps
// are apart so that the disk may work on several files at once: stage, rename, end.
#ifndef CV_COMMAND_REPLACE_H
#define CV_COMMAND_REPLACE_H

#include "cvpdf.h"

#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

// What could not be done, "create a file in", with its reason in errno; NULL: all went well.
typedef const char *cv_failure;

enum { CV_STAGED_NAME_SIZE = 20 };

// A file on its way, between cv_stage_file() and cv_staged_end() or the first failure.
typedef struct cv_staged_file {
    int directory;      // -1: closed
    int file;           // -1: closed
    int lock;           // a copy of `file` that outlives it until the rename; -1: closed
    const char *target; // its name to be, in the path that was given
    bool is_named;      // `name` is there
    char name[CV_STAGED_NAME_SIZE];
} cv_staged_file;

// The folder that was looked through last for what ended or crashed runs of cvpdf left there. A
// living one holds a lock on its file.
typedef struct cv_swept_folder {
    bool is_known;
    dev_t device;
    ino_t file;
} cv_swept_folder;

typedef struct cv_stage_options {
    cv_swept_folder *swept;
    bool is_one_of_many; // others are staged before this one is synced
} cv_stage_options;

// Writes `bytes` beside `path`, which is a regular file with the state `old`, or nothing where that
// is NULL. Owner and mode stay. `path` outlives the staged file. After a failure there is nothing
// to undo.
cv_failure cv_stage_file(cv_staged_file *staging, const char *path, const struct stat *old,
                         cvpdf_bytes bytes, const cv_stage_options *options);

// Puts it in its place. `syncs`: its bytes have reached the disk before.
cv_failure cv_staged_rename(cv_staged_file *staging, bool syncs);

// `syncs`: what was renamed in its folder has reached the disk when this returns. What was staged
// but not renamed is removed.
cv_failure cv_staged_end(cv_staged_file *staging, bool syncs);

// Writes all of it, whatever the number of calls that takes. Returns false with errno.
bool cv_write_all(int file, cvpdf_bytes bytes);

#endif
