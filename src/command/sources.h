// SPDX-License-Identifier: MIT
// sources.h - the resumes that a build is of.
#ifndef CV_COMMAND_SOURCES_H
#define CV_COMMAND_SOURCES_H

#include "command/input.h"
#include "command/store.h"
#include "command/terminal.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct cv_source_file {
    cv_input input;
    const char *folder;       // "" where the path has none, else with its slash
    const char *file;         // the name without folder and suffix
    cv_identity folder_place; // for telling whether two paths mean one place
    const char **inputs;      // the files that it names, as far as they are known (inputs.h)
    size_t input_count, input_room;
} cv_source_file;

typedef struct cv_sources {
    cv_source_file *items;
    size_t count, room;
    bool takes_stdin; // "-" is that, not a mistake
    cv_store store;   // of paths
} cv_sources;

// Reads the files that `words[count]` name, "." where there are none. A folder stands for its files
// that are called like a resume (resume.yaml, cv.yaml, *.cv.yaml, and .yml or .json), and those of
// the folders in it, sorted; hidden ones do not count. Each file is read once, whatever its names.
//
// Returns the highest of what there is to exit with, having complained; the others are there.
int cv_sources_read(cv_sources *sources, const char *const *words, size_t count,
                    const cv_terminal *terminal);
void cv_sources_free(cv_sources *sources);

// True if a file of this name in a folder is a resume.
bool cv_is_resume_name(const char *name);

#endif
