// SPDX-License-Identifier: MIT
// replace.c - temporary file, write, sync, rename, sync of the folder; each step checked.
#include "command/replace.h"

#include "command/signals.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define PREFIX ".cvpdf-"
#define SUFFIX ".tmp"
enum { RANDOM_LETTERS = 6, NAME_SIZE = sizeof PREFIX SUFFIX + RANDOM_LETTERS };
static_assert((int)NAME_SIZE <= (int)CV_GUARDED_NAME_SIZE, "signals.c can hold the name");

typedef struct staged_file {
    int directory;
    int file; // -1: closed
    int lock; // a copy of `file` that outlives it until the rename; -1: closed
    char name[NAME_SIZE];
} staged_file;

bool cv_write_all(int file, cvpdf_bytes bytes) {
    while (bytes.size > 0) {
        ssize_t written = write(file, bytes.data, bytes.size);
        if (written >= 0) {
            bytes.data += written;
            bytes.size -= (size_t)written;
        } else if (errno == EAGAIN) { // a pipe that somebody made non-blocking
            poll(&(struct pollfd){.fd = file, .events = POLLOUT}, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

// Some file systems cannot sync and say EINVAL; they promise nothing, so nothing is broken.
static bool sync_file(int file) {
    while (fsync(file) != 0)
        if (errno != EINTR) return errno == EINVAL;
    return true;
}

// A lock of the open file, flock() and not fcntl(): it survives the close() of one of two
// descriptors. False: another process has it. Some file systems have no locks.
static bool lock(int file) { return flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK; }

static bool is_staging_name(const char *name) {
    return strlen(name) == NAME_SIZE - 1 && strncmp(name, PREFIX, strlen(PREFIX)) == 0 &&
           strcmp(name + NAME_SIZE - sizeof SUFFIX, SUFFIX) == 0;
}

static void remove_if_stale(int directory, const char *name) {
    int file = openat(directory, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return;
    if (flock(file, LOCK_EX | LOCK_NB) == 0) unlinkat(directory, name, 0);
    close(file);
}

static void remove_stale_files(int directory) {
    int copy = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *listing = copy < 0 ? NULL : fdopendir(copy);
    if (!listing) {
        if (copy >= 0) close(copy);
        return;
    }
    for (struct dirent *entry; (entry = readdir(listing));)
        if (is_staging_name(entry->d_name)) remove_if_stale(directory, entry->d_name);
    closedir(listing);
}

// Names need not be unpredictable, for O_EXCL refuses what is there; only seldom the same.
static void make_name(char name[NAME_SIZE], unsigned attempt) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz012345"; // 32 of them
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t seed = (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec + attempt;
    seed = (seed ^ (uint64_t)getpid() << 32) *
           UINT64_C(0x9E3779B97F4A7C15); // 2^64 by the golden ratio: scatters
    char *at = name + snprintf(name, NAME_SIZE, PREFIX);
    for (int i = 0; i < RANDOM_LETTERS; i++) *at++ = letters[(seed >> (59 - 5 * i)) & 31];
    memcpy(at, SUFFIX, sizeof SUFFIX);
}

static bool create(staged_file *staging) {
    enum { ATTEMPTS = 100 };
    for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
        make_name(staging->name, attempt);
        staging->file = cv_signals_create(staging->directory, staging->name);
        if (staging->file < 0 && errno == EEXIST) continue;
        struct stat state;
        if (staging->file < 0) return false;
        // Before it was locked, another run may have taken it for stale.
        if (lock(staging->file) && fstat(staging->file, &state) == 0 && state.st_nlink) {
            staging->lock = fcntl(staging->file, F_DUPFD_CLOEXEC, 0);
            return true;
        }
        unlinkat(staging->directory, staging->name, 0);
        cv_signals_forget();
        close(staging->file);
    }
    errno = EEXIST;
    return false;
}

static mode_t default_mode(void) {
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

// Keeps owner and group where that is allowed. Where the group cannot be kept, nothing is granted
// to the one that takes its place.
static bool set_mode(int file, const struct stat *old) {
    if (!old) return fchmod(file, default_mode()) == 0;
    struct stat made;
    if (fstat(file, &made) != 0) return false;
    mode_t mode = old->st_mode & 0777;
    if (made.st_gid != old->st_gid && fchown(file, (uid_t)-1, old->st_gid) != 0) mode &= 0707;
    bool is_kept = made.st_uid == old->st_uid || fchown(file, old->st_uid, (gid_t)-1) == 0;
    (void)is_kept; // only root may give a file away
    return fchmod(file, mode) == 0;
}

static bool close_file(staged_file *staging) {
    int file = staging->file;
    staging->file = -1;
    return close(file) == 0 || errno == EINTR; // Linux has closed it then
}

// Everything up to the rename, after which there is no way back.
static cv_failure fill(staged_file *staging, const struct stat *old, cvpdf_bytes bytes,
                       bool syncs) {
    if (!cv_write_all(staging->file, bytes)) return "write";
    if (!set_mode(staging->file, old)) return "set the mode of";
    if (syncs && !sync_file(staging->file)) return "sync";
    return close_file(staging) ? NULL : "write";
}

static void release(staged_file *staging) {
    int reason = errno;
    cv_signals_forget();
    if (staging->file >= 0) close(staging->file);
    if (staging->lock >= 0) close(staging->lock);
    errno = reason;
}

static cv_failure replace(staged_file *staging, const char *name, const struct stat *old,
                          cvpdf_bytes bytes, bool syncs) {
    remove_stale_files(staging->directory);
    if (!create(staging)) return "create a temporary file beside";
    cv_failure failure = fill(staging, old, bytes, syncs);
    if (!failure && renameat(staging->directory, staging->name, staging->directory, name) != 0)
        failure = "put the new file at";
    int reason = errno;
    if (failure) unlinkat(staging->directory, staging->name, 0);
    errno = reason;
    release(staging);
    if (failure || !syncs || sync_file(staging->directory)) return failure;
    return "sync the folder of";
}

// The folder of a path: what is before the last slash.
static int open_folder(const char *path, size_t size) {
    if (size == 0) return open(*path == '/' ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    char *folder = malloc(size + 1);
    if (!folder) return -1;
    memcpy(folder, path, size);
    folder[size] = '\0';
    int directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int reason = errno;
    free(folder);
    errno = reason;
    return directory;
}

cv_failure cv_replace_file(const char *path, const struct stat *old, cvpdf_bytes bytes,
                           bool syncs) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    staged_file staging = {.file = -1, .lock = -1};
    staging.directory = open_folder(path, slash ? (size_t)(slash - path) : 0);
    if (staging.directory < 0) return "open the folder of";
    cv_failure failure = replace(&staging, name, old, bytes, syncs);
    int reason = errno;
    close(staging.directory);
    errno = reason;
    return failure;
}
