// SPDX-License-Identifier: MIT
// held.c - looks at the first bytes of what is to be overwritten.
#include "command/held.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool begins_like_pdf(int descriptor) {
    static const char begin[] = "%PDF-";
    char bytes[sizeof begin - 1];
    ssize_t size = pread(descriptor, bytes, sizeof bytes, 0);
    return size == sizeof bytes && memcmp(bytes, begin, sizeof bytes) == 0;
}

// An empty file is no input either; of one that may not be read nothing is known.
static bool may_be_input(const char *path) {
    struct stat state;
    if (stat(path, &state) != 0 || !S_ISREG(state.st_mode) || state.st_size == 0) return false;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return true;
    bool is_other = !begins_like_pdf(descriptor);
    close(descriptor);
    return is_other;
}

bool cv_held_open(cv_held *held, const cv_plan *plan) {
    *held = (cv_held){0};
    for (size_t i = 0; i < plan->chosen_count; i++) {
        if (!may_be_input(plan->tasks[plan->chosen[i]].path)) continue;
        if (!held->waits) held->waits = calloc(plan->chosen_count, sizeof *held->waits);
        if (!held->waits) return false;
        held->waits[i] = true;
    }
    return true;
}

void cv_held_free(cv_held *held) {
    for (size_t i = 0; i < held->count; i++) free(held->items[i].answer.body);
    free(held->items);
    free(held->waits);
}

bool cv_held_add(cv_held *held, size_t place, const cv_answer *answer) {
    cv_held_answer *grown = cv_grown(held->items, &held->room, held->count, sizeof *held->items);
    if (grown) held->items = grown;
    size_t size = cv_answer_body_size(&answer->head);
    unsigned char *body = grown ? malloc(size + 1) : NULL;
    if (!body) return false;
    if (size) memcpy(body, answer->body, size);
    cv_held_answer *fresh = &held->items[held->count++];
    *fresh = (cv_held_answer){place, *answer};
    fresh->answer.body = body;
    return true;
}
