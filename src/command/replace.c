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
static_assert((int)NAME_SIZE <= (int)CV_STAGED_NAME_SIZE &&
                  (int)CV_STAGED_NAME_SIZE <= (int)CV_GUARDED_NAME_SIZE,
              "the name fits wherever it is kept");

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
static void make_name(char name[CV_STAGED_NAME_SIZE], unsigned attempt) {
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

static bool create(cv_staged_file *staging) {
    enum { ATTEMPTS = 100 };
    for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
        make_name(staging->name, attempt);
        staging->file = cv_signals_create(staging->directory, staging->name);
        if (staging->file < 0 && errno == EEXIST) continue;
        struct stat state;
        if (staging->file < 0) return false;
        staging->is_named = true;
        // Before it was locked, another run may have taken it for stale.
        if (lock(staging->file) && fstat(staging->file, &state) == 0 && state.st_nlink) {
            staging->lock = fcntl(staging->file, F_DUPFD_CLOEXEC, 0);
            return true;
        }
        unlinkat(staging->directory, staging->name, 0);
        staging->is_named = false;
        cv_signals_forget(staging->directory, staging->name);
        close(staging->file);
        staging->file = -1;
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

static bool close_file(cv_staged_file *staging) {
    int file = staging->file;
    staging->file = -1;
    return close(file) == 0 || errno == EINTR; // Linux has closed it then
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

// What ended runs left is looked for once in a folder, not once for each of its files.
static bool sweep(int directory, cv_swept_folder *swept) {
    struct stat state;
    if (fstat(directory, &state) != 0) return false;
    if (swept->is_known && swept->device == state.st_dev && swept->file == state.st_ino)
        return true;
    remove_stale_files(directory);
    *swept = (cv_swept_folder){true, state.st_dev, state.st_ino};
    return true;
}

// Everything up to the sync. The kernel is asked to start writing now, so that the syncs of several
// files wait together.
static cv_failure fill(cv_staged_file *staging, const struct stat *old, cvpdf_bytes bytes,
                       bool is_one_of_many) {
    if (!create(staging)) return "create a temporary file beside";
    if (!cv_write_all(staging->file, bytes)) return "write";
    if (!set_mode(staging->file, old)) return "set the mode of";
    if (is_one_of_many) posix_fadvise(staging->file, 0, 0, POSIX_FADV_DONTNEED);
    return NULL;
}

// Closes and, where there still is one, removes the temporary file.
static void release(cv_staged_file *staging) {
    int reason = errno;
    if (staging->is_named) unlinkat(staging->directory, staging->name, 0);
    cv_signals_forget(staging->directory, staging->name);
    if (staging->file >= 0) close(staging->file);
    if (staging->lock >= 0) close(staging->lock);
    staging->file = staging->lock = -1;
    staging->is_named = false;
    errno = reason;
}

static cv_failure give_up(cv_staged_file *staging, cv_failure failure) {
    int reason = errno;
    release(staging);
    if (staging->directory >= 0) close(staging->directory);
    staging->directory = -1;
    errno = reason;
    return failure;
}

cv_failure cv_stage_file(cv_staged_file *staging, const char *path, const struct stat *old,
                         cvpdf_bytes bytes, const cv_stage_options *options) {
    const char *slash = strrchr(path, '/');
    *staging = (cv_staged_file){.file = -1, .lock = -1};
    staging->target = slash ? slash + 1 : path;
    staging->directory = open_folder(path, slash ? (size_t)(slash - path) : 0);
    if (staging->directory < 0) return "open the folder of";
    if (!sweep(staging->directory, options->swept)) return give_up(staging, "read the folder of");
    cv_failure failure = fill(staging, old, bytes, options->is_one_of_many);
    return failure ? give_up(staging, failure) : NULL;
}

static cv_failure finish(cv_staged_file *staging, bool syncs) {
    if (syncs && !sync_file(staging->file)) return "sync";
    if (!close_file(staging)) return "write";
    if (renameat(staging->directory, staging->name, staging->directory, staging->target) != 0)
        return "put the new file at";
    staging->is_named = false;
    return NULL;
}

cv_failure cv_staged_rename(cv_staged_file *staging, bool syncs) {
    cv_failure failure = finish(staging, syncs);
    if (failure) return give_up(staging, failure);
    release(staging);
    return NULL;
}

cv_failure cv_staged_end(cv_staged_file *staging, bool syncs) {
    if (staging->directory < 0) return NULL;
    bool is_safe = !syncs || sync_file(staging->directory);
    return give_up(staging, is_safe ? NULL : "sync the folder of");
}
