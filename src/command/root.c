// SPDX-License-Identifier: MIT
// root.c - from the folder of the file upward.
#include "command/root.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *cv_root_folder(const char *file) {
    const char *slash = strrchr(file, '/');
    return strndup(file, slash ? (size_t)(slash + 1 - file) : 0);
}

// A folder in a repository, a file in a work tree or a submodule of it.
static bool has_repository(const char *folder, size_t size) {
    static const char name[] = "/.git";
    struct stat state;
    char *path = malloc(size + sizeof name);
    if (!path) return false;
    memcpy(path, folder, size);
    memcpy(path + size, name, sizeof name);
    bool is_there = stat(path, &state) == 0;
    free(path);
    return is_there;
}

char *cv_root_find(const char *folder) {
    char *root = realpath(*folder ? folder : ".", NULL);
    if (!root) return NULL;
    size_t size = strlen(root);
    while (size > 1 && !has_repository(root, size)) {
        while (size > 0 && root[size - 1] != '/') size--;
        if (size > 1) size--; // the slash, but for that of "/"
        root[size] = '\0';
    }
    if (size > 1 || has_repository("", 0)) return root;
    free(root);
    return NULL;
}

bool cv_root_check(const char *root, const cv_terminal *terminal) {
    struct stat state;
    if (!root) return true;
    errno = ENOTDIR;
    if (stat(root, &state) == 0 && S_ISDIR(state.st_mode)) return true;
    cv_complain(terminal, "--root '%s' is no folder: %s", root, strerror(errno));
    return false;
}
