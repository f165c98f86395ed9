// SPDX-License-Identifier: MIT
// data.h - where themes and locales come from.
#ifndef CV_STYLE_DATA_H
#define CV_STYLE_DATA_H

#include "base/array.h"
#include "base/diagnostic.h"
#include "base/files.h"
#include "source/tree.h"

// The text of a file of data/, such as "data/themes/classic.yaml"; size 0 if there is none.
typedef cv_bytes cv_data_find(const void *data, const char *name);

// Trees of such files, for several styles to share. A span says in which source of a report it is,
// by number: a tree serves those reports alone in which its file has the same number.
typedef struct cv_kept_data {
    const char *file;
    uint32_t source;
    const cv_node *tree;
} cv_kept_data;
typedef struct cv_data_shelf {
    cv_arena *arena; // of the trees
    struct CV_ARRAY(cv_kept_data) items;
} cv_data_shelf;

typedef struct cv_data {
    cv_data_find *find;
    const void *data;
    cv_files *files;      // for a theme that is named by its path
    cv_data_shelf *shelf; // NULL: nothing is kept
} cv_data;

// The tree of the file in `bytes`, which find() gave; NULL where it is none.
const cv_node *cv_data_read(cv_data data, const char *file, cv_bytes bytes, cv_arena *arena,
                            cv_report *report);

#endif
