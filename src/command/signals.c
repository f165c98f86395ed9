// SPDX-License-Identifier: MIT
// signals.c - the one place with mutable state of static duration: a handler gets no argument of
// ours, so the name of the temporary file has to wait where it can be found.
#include "command/signals.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t guarded_directory = -1; // -1: nothing is guarded
static char guarded_name[CV_GUARDED_NAME_SIZE];      // changes only while signals are blocked

static const int endings[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU};
enum { ENDING_COUNT = sizeof endings / sizeof *endings };

// SA_RESETHAND has restored the default action: raising the signal again ends the program as soon
// as this returns.
static void end(int number) {
    if (guarded_directory >= 0) unlinkat(guarded_directory, guarded_name, 0);
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

int cv_signals_create(int directory, const char *name) {
    sigset_t ours, before;
    sigemptyset(&ours);
    for (int i = 0; i < ENDING_COUNT; i++) sigaddset(&ours, endings[i]);
    sigprocmask(SIG_BLOCK, &ours, &before);
    int file = openat(directory, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file >= 0) {
        snprintf(guarded_name, sizeof guarded_name, "%s", name);
        guarded_directory = directory;
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return file;
}

void cv_signals_forget(void) { guarded_directory = -1; }
