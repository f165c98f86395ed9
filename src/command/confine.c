// SPDX-License-Identifier: MIT
// confine.c - the one file that asks Linux for more than POSIX has; elsewhere the rest holds.
#include "command/confine.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HAS_SHADOW_MEMORY true
#elif defined(__has_feature)
#define HAS_SHADOW_MEMORY                                                                          \
    (__has_feature(address_sanitizer) || __has_feature(memory_sanitizer) ||                        \
     __has_feature(thread_sanitizer))
#else
#define HAS_SHADOW_MEMORY false
#endif

enum { CHANNEL = 3 }; // the first after the standard files

static void close_others(void) {
#if defined(__linux__) && defined(SYS_close_range)
    if (syscall(SYS_close_range, CHANNEL + 1u, ~0u, 0u) == 0) return;
#endif
    enum { MOST = 1024 };
    for (int file = CHANNEL + 1; file < MOST; file++) close(file);
}

static void limit(int resource, rlim_t most) {
    struct rlimit bounds;
    if (getrlimit(resource, &bounds) != 0) return;
    if (bounds.rlim_max == RLIM_INFINITY || bounds.rlim_max > most) bounds.rlim_max = most;
    if (bounds.rlim_cur == RLIM_INFINITY || bounds.rlim_cur > most) bounds.rlim_cur = most;
    setrlimit(resource, &bounds);
}

// False if the parent has ended already.
static bool bind_to_parent(pid_t parent) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
    return getppid() == parent;
}

int cv_confine(int channel, pid_t parent) {
    if (!bind_to_parent(parent)) return -1;
    if (channel != CHANNEL && dup2(channel, CHANNEL) < 0) return -1;
    close_others();
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    if (HAS_SHADOW_MEMORY) return CHANNEL; // it takes terabytes of addresses, and files for reports
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_AS, (rlim_t)1 << 30);
    return CHANNEL;
}
