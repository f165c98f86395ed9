// SPDX-License-Identifier: MIT
// repository.c - looks upward from the current folder.
#include "command/repository.h"

#include "command/root.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The root of the file system is "".
static char *find_root(void) {
    char *folder = cv_root_find("");
    if (!folder) folder = realpath(".", NULL);
    if (folder && strcmp(folder, "/") == 0) folder[0] = '\0';
    return folder;
}

// The folder is resolved, the last name is not: a link is what the repository has there.
static char *resolve(const char *path) {
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    char *real = folder ? realpath(folder, NULL) : NULL;
    const char *name = slash ? slash + 1 : path;
    size_t room = real ? strlen(real) + strlen(name) + sizeof "/" : 0;
    char *made = real ? malloc(room) : NULL;
    if (made) snprintf(made, room, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
    free(folder);
    free(real);
    return made;
}

static char *make_relative(const char *root, const char *path) {
    char *whole = resolve(path);
    size_t size = strlen(root);
    char *relative = NULL;
    if (whole && strncmp(whole, root, size) == 0 && whole[size] == '/')
        relative = strdup(whole + size + 1);
    free(whole);
    return relative;
}

const char *cv_repository_relative(cv_repository *repository, const char *path) {
    if (!repository->root) repository->root = find_root();
    if (!repository->root) return NULL;
    if (repository->given && strcmp(repository->given, path) == 0) return repository->relative;
    free(repository->given);
    free(repository->relative);
    repository->given = strdup(path);
    repository->relative = make_relative(repository->root, path);
    return repository->relative;
}

void cv_repository_free(cv_repository *repository) {
    free(repository->root);
    free(repository->given);
    free(repository->relative);
}
