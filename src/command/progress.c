// SPDX-License-Identifier: MIT
// progress.c - one line that is drawn over itself.
#include "command/progress.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    FEWEST = 20, // outputs that are worth a bar; fewer have a line each
    COLUMNS = 30,
    PERIOD_MS = 100
};

cv_progress cv_progress_open(const cv_terminal *terminal, size_t total) {
    const char *kind = getenv("TERM");
    bool can_move = kind && strcmp(kind, "dumb") != 0 && isatty(fileno(terminal->stream));
    return (cv_progress){terminal, total, can_move && total >= FEWEST, false, 0};
}

static long now_ms(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void cv_progress_show(cv_progress *progress, size_t done) {
    if (!progress->is_on) return;
    long now = now_ms();
    if (progress->is_shown && now - progress->shown_ms < PERIOD_MS) return;
    size_t full = done * COLUMNS / progress->total;
    char bar[COLUMNS + 1];
    memset(bar, '#', full);
    memset(bar + full, '.', COLUMNS - full);
    bar[COLUMNS] = '\0';
    FILE *stream = progress->terminal->stream;
    fprintf(stream, "\r[%s] %zu of %zu", bar, done, progress->total);
    fflush(stream);
    progress->is_shown = true;
    progress->shown_ms = now;
}

void cv_progress_hide(cv_progress *progress) {
    if (progress->is_shown) fputs("\r\x1B[K", progress->terminal->stream);
    progress->is_shown = false;
}
