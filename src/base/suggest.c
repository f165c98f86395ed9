// SPDX-License-Identifier: MIT
// suggest.c - optimal string alignment distance over short words.
#include "base/suggest.h"

#include <string.h>

enum { LONGEST = 40 }; // keys, tags and option names are shorter; others get no suggestion

// Lower case, without the separators that people confuse. Returns the length, 0 if too long.
static size_t fold(const char *word, char folded[LONGEST]) {
    size_t size = 0;
    for (; *word; word++) {
        if (*word == '-' || *word == '_' || *word == ' ') continue;
        if (size == LONGEST) return 0;
        folded[size++] = *word >= 'A' && *word <= 'Z' ? (char)(*word + ('a' - 'A')) : *word;
    }
    return size;
}

static size_t smallest(size_t a, size_t b, size_t c) {
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size) {
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *previous = rows[1], *current = rows[2];
    for (size_t j = 0; j <= b_size; j++) previous[j] = j;
    for (size_t i = 1; i <= a_size; i++) {
        current[0] = i;
        for (size_t j = 1; j <= b_size; j++) {
            size_t replace = previous[j - 1] + (a[i - 1] != b[j - 1]);
            current[j] = smallest(previous[j] + 1, current[j - 1] + 1, replace);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < current[j])
                current[j] = before[j - 2] + 1;
        }
        size_t *spare = before;
        before = previous;
        previous = current;
        current = spare;
    }
    return previous[b_size];
}

// Of a word of one letter nothing would be left.
static size_t bound_of(size_t size) {
    if (size < 2) return 0;
    return size < 6 ? 1 : size / 3;
}

const char *cv_suggest(const char *word, const char *const *candidates, size_t count) {
    char folded[LONGEST], other[LONGEST];
    size_t size = fold(word, folded);
    if (!size) return NULL;
    const char *nearest = NULL;
    size_t least = bound_of(size) + 1;
    for (size_t i = 0; i < count; i++) {
        size_t other_size = fold(candidates[i], other);
        if (!other_size) continue;
        size_t found = distance(folded, size, other, other_size);
        if (found < least) {
            least = found;
            nearest = candidates[i];
        }
    }
    return nearest;
}
