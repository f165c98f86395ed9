// SPDX-License-Identifier: MIT
// repository.h - paths as a service that knows the repository, not the current folder, wants them.
#ifndef CV_COMMAND_REPOSITORY_H
#define CV_COMMAND_REPOSITORY_H

// All zero: not looked for. The root is the folder with .git that the current one is or is in, else
// the current one.
typedef struct cv_repository {
    char *root;             // without a slash at its end; from malloc()
    char *given, *relative; // the path that was asked for last
} cv_repository;

// `path` from the root; NULL if it is not below it, or memory runs out. Good until the next call.
const char *cv_repository_relative(cv_repository *repository, const char *path);

void cv_repository_free(cv_repository *repository);

#endif
