// SPDX-License-Identifier: MIT
// signals.c - the one place with mutable state of static duration: a handler gets no argument of
// ours, so the names of temporary files have to wait where they can be found.
#include "command/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct guard {
    volatile sig_atomic_t directory; // one more than its descriptor; 0: nothing is guarded
    char name[CV_GUARDED_NAME_SIZE]; // changes only while signals are blocked
} guard;
static guard guards[CV_GUARD_LIMIT];

static const int endings[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU};
enum { ENDING_COUNT = sizeof endings / sizeof *endings };

// SA_RESETHAND has restored the default action: raising the signal again ends the program as soon
// as this returns.
static void end(int number) {
    for (int i = 0; i < CV_GUARD_LIMIT; i++)
        if (guards[i].directory) unlinkat(guards[i].directory - 1, guards[i].name, 0);
    raise(number);
}

static void install(int number, void (*handler)(int), int flags) {
    struct sigaction old, action = {.sa_flags = flags};
    if (sigaction(number, NULL, &old) != 0 || old.sa_handler == SIG_IGN) return; // nohup, say
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

void cv_signals_install(void) {
    for (int i = 0; i < ENDING_COUNT; i++) install(endings[i], end, (int)SA_RESETHAND);
    install(SIGPIPE, SIG_IGN, 0);
    install(SIGXFSZ, SIG_IGN, 0);
}

void cv_signals_reset(void) {
    for (int i = 0; i < ENDING_COUNT; i++) signal(endings[i], SIG_DFL);
    for (int i = 0; i < CV_GUARD_LIMIT; i++) guards[i].directory = 0;
}

static guard *find_free(void) {
    for (int i = 0; i < CV_GUARD_LIMIT; i++)
        if (!guards[i].directory) return &guards[i];
    return NULL;
}

int cv_signals_create(int directory, const char *name) {
    guard *place = find_free();
    if (!place) {
        errno = EMFILE;
        return -1;
    }
    sigset_t ours, before;
    sigemptyset(&ours);
    for (int i = 0; i < ENDING_COUNT; i++) sigaddset(&ours, endings[i]);
    sigprocmask(SIG_BLOCK, &ours, &before);
    int file = openat(directory, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    int reason = errno;
    if (file >= 0) {
        snprintf(place->name, sizeof place->name, "%s", name);
        place->directory = directory + 1;
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = reason;
    return file;
}

void cv_signals_forget(int directory, const char *name) {
    for (int i = 0; i < CV_GUARD_LIMIT; i++)
        if (guards[i].directory == directory + 1 && strcmp(guards[i].name, name) == 0)
            guards[i].directory = 0;
}
