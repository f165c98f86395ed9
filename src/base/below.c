// SPDX-License-Identifier: MIT
// below.c - one call where Linux has openat2(), else one folder after the other.
#include "base/below.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__linux__) && __has_include(<linux/openat2.h>)
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

enum {
    // O_NONBLOCK: a pipe without a writer is to be refused, not waited for.
    FILE_FLAGS = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
    FOLDER_FLAGS = O_RDONLY | O_DIRECTORY | O_CLOEXEC
};

// What follows the folder `root` in the path of `directory`, both free of links and dots; NULL if
// it does not.
static char *rest_below(const char *root, const char *directory) {
    size_t size = strlen(root);
    if (size == 1) size = 0; // "/"
    if (strncmp(directory, root, size) != 0) return NULL;
    const char *rest = directory + size;
    if (*rest == '/')
        rest++;
    else if (*rest)
        return NULL;
    size_t length = strlen(rest);
    char *below = malloc(length + 2);
    if (!below) return NULL;
    memcpy(below, rest, length);
    memcpy(below + length, "/", 2);
    if (length == 0) *below = '\0';
    return below;
}

int cv_below_open_root(const char *root, const char *directory, char **below) {
    int folder = -1;
    char *real_root = realpath(root, NULL), *real_directory = realpath(directory, NULL);
    *below = NULL;
    if (real_root && real_directory) {
        errno = EXDEV;
        *below = rest_below(real_root, real_directory);
        if (*below) folder = open(real_root, FOLDER_FLAGS);
    }
    free(real_root);
    free(real_directory);
    return folder;
}

// Walking

enum { DEEPEST = 256 }; // folders below the root: descriptors are held for those on the way back

typedef struct walk {
    int folders[DEEPEST]; // the root and those entered since
    int depth;            // of the last of them
} walk;

static int fail(int reason) {
    errno = reason;
    return -1;
}

static bool enter(walk *self, const char *name) {
    if (self->depth + 1 == DEEPEST) return fail(ENAMETOOLONG) == 0;
    int folder = openat(self->folders[self->depth], name, FOLDER_FLAGS | O_NOFOLLOW);
    if (folder < 0) return false;
    self->folders[++self->depth] = folder;
    return true;
}

static bool leave(walk *self) {
    if (self->depth == 0) return fail(EXDEV) == 0;
    close(self->folders[self->depth--]);
    return true;
}

// One part of a path that is not the last.
static bool step(walk *self, const char *name) {
    if (!*name || strcmp(name, ".") == 0) return true;
    return strcmp(name, "..") == 0 ? leave(self) : enter(self, name);
}

// openat() says ENOTDIR of a link as of what is no folder.
static void explain(const walk *self, const char *name) {
    char target[1];
    if (errno != ENOTDIR) return;
    bool is_link = readlinkat(self->folders[self->depth], name, target, sizeof target) >= 0;
    errno = is_link ? ELOOP : ENOTDIR;
}

static int open_last(walk *self, const char *name, bool is_folder) {
    int flags = is_folder ? FOLDER_FLAGS : FILE_FLAGS;
    if (strcmp(name, "..") != 0)
        return openat(self->folders[self->depth], *name ? name : ".", flags | O_NOFOLLOW);
    return leave(self) ? openat(self->folders[self->depth], ".", flags) : -1;
}

int cv_below_walk(int root, const char *path, bool is_folder) {
    if (*path == '/') return fail(EXDEV);
    char *parts = strdup(path);
    if (!parts) return -1;
    walk self = {.folders = {root}};
    char *name = parts;
    bool is_good = true;
    for (char *slash; is_good && (slash = strchr(name, '/')); name = is_good ? slash + 1 : name) {
        *slash = '\0';
        is_good = step(&self, name);
    }
    int file = is_good ? open_last(&self, name, is_folder) : -1;
    if (file < 0) explain(&self, name);
    int reason = errno;
    while (self.depth > 0) leave(&self);
    free(parts);
    errno = reason;
    return file;
}

#ifdef SYS_openat2
// -1 with ENOSYS also where a sandbox lets nobody call it.
static int open_at_once(int root, const char *path, bool is_folder) {
    enum { MOST_TRIES = 8 };
    struct open_how how = {.flags = (__u64)(is_folder ? FOLDER_FLAGS : FILE_FLAGS),
                           .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    long file = -1;
    errno = EAGAIN; // somebody renames a folder on the way
    for (int i = 0; i < MOST_TRIES && file < 0 && errno == EAGAIN; i++)
        file = syscall(SYS_openat2, root, path, &how, sizeof how);
    if (file < 0 && errno == EPERM) errno = ENOSYS;
    return (int)file;
}
#else
static int open_at_once(int root, const char *path, bool is_folder) {
    (void)root, (void)path, (void)is_folder;
    return fail(ENOSYS);
}
#endif

int cv_below_open(int root, const char *path, bool is_folder) {
    int file = open_at_once(root, *path ? path : ".", is_folder);
    return file < 0 && errno == ENOSYS ? cv_below_walk(root, path, is_folder) : file;
}
