// SPDX-License-Identifier: MIT
// match.c - equal items by sorting, similar ones by comparing the few that are left.
#include "select/match.h"

#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_LEFT = 64,  // on each side: beyond, what is left counts as added and dropped
    MOST_WORDS = 200 // of a text that is compared
};

typedef struct ordered_item {
    cv_match_item *item;
    size_t place; // in its list
} ordered_item;

static int compare_names(const void *left, const void *right) {
    const ordered_item *a = left, *b = right;
    int order = strcmp(a->item->name, b->item->name);
    if (order) return order;
    return a->place < b->place ? -1 : a->place > b->place;
}

static int compare_places(const void *left, const void *right) {
    const ordered_item *a = left, *b = right;
    cv_span x = a->item->span, y = b->item->span;
    if (x.source != y.source) return x.source < y.source ? -1 : 1;
    if (x.begin != y.begin) return x.begin < y.begin ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static bool has_same_name(const cv_match_item *a, const cv_match_item *b) {
    return cv_equal(a->name, b->name);
}

static bool has_same_place(const cv_match_item *a, const cv_match_item *b) {
    return a->span.source == b->span.source && a->span.begin == b->span.begin;
}

// The items without a counterpart, in order.
static size_t order_items(cv_match_items *items, ordered_item *ordered,
                          int (*compare)(const void *, const void *)) {
    size_t count = 0;
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i].other == CV_NO_MATCH)
            ordered[count++] = (ordered_item){&items->items[i], i};
    if (count) qsort(ordered, count, sizeof *ordered, compare);
    return count;
}

static void tie(ordered_item *a, ordered_item *b) {
    a->item->other = b->place;
    b->item->other = a->place;
}

// Pairs equal ones, the first with the first. `compare` puts equal ones together.
static void match_equal(cv_match_items *from, cv_match_items *to, cv_arena *arena,
                        int (*compare)(const void *, const void *),
                        bool (*is_equal)(const cv_match_item *, const cv_match_item *)) {
    ordered_item *a = CV_NEW_ARRAY(arena, ordered_item, from->count);
    ordered_item *b = CV_NEW_ARRAY(arena, ordered_item, to->count);
    size_t a_count = order_items(from, a, compare), b_count = order_items(to, b, compare);
    for (size_t i = 0, j = 0; i < a_count && j < b_count;) {
        if (is_equal(a[i].item, b[j].item)) {
            tie(&a[i++], &b[j++]);
        } else {
            ordered_item first = a[i], second = b[j];
            first.place = second.place = 0;
            if (compare(&first, &second) < 0)
                i++;
            else
                j++;
        }
    }
}

// Similar ones

typedef struct word_bag {
    size_t count;
    struct {
        const char *begin;
        size_t size;
    } words[MOST_WORDS];
} word_bag;

static void read_words(const char *text, word_bag *bag) {
    bag->count = 0;
    while (bag->count < MOST_WORDS) {
        text += strspn(text, " ");
        if (!*text) break;
        size_t size = strcspn(text, " ");
        bag->words[bag->count].begin = text;
        bag->words[bag->count++].size = size;
        text += size;
    }
}

static size_t count_shared(const word_bag *a, const word_bag *b) {
    bool is_used[MOST_WORDS] = {false};
    size_t shared = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++) {
            if (is_used[j] || a->words[i].size != b->words[j].size ||
                memcmp(a->words[i].begin, b->words[j].begin, a->words[i].size) != 0)
                continue;
            is_used[j] = true;
            shared++;
            break;
        }
    return shared;
}

// At least half of the words of both together are in both.
static bool is_similar(const word_bag *a, size_t b_count, size_t shared) {
    return shared && 4 * shared >= a->count + b_count;
}

static void match_similar(cv_match_items *from, cv_match_items *to) {
    ordered_item a[MOST_LEFT], b[MOST_LEFT];
    size_t a_count = 0, b_count = 0;
    for (size_t i = 0; i < from->count; i++)
        if (from->items[i].other == CV_NO_MATCH && a_count++ < MOST_LEFT)
            a[a_count - 1] = (ordered_item){&from->items[i], i};
    for (size_t i = 0; i < to->count; i++)
        if (to->items[i].other == CV_NO_MATCH && b_count++ < MOST_LEFT)
            b[b_count - 1] = (ordered_item){&to->items[i], i};
    if (a_count > MOST_LEFT || b_count > MOST_LEFT) return;
    for (size_t i = 0; i < a_count; i++) {
        word_bag words, others;
        size_t best = CV_NO_MATCH, most = 0;
        read_words(a[i].item->name, &words);
        for (size_t j = 0; j < b_count; j++) {
            if (b[j].item->other != CV_NO_MATCH) continue;
            read_words(b[j].item->name, &others);
            size_t shared = count_shared(&words, &others);
            if (shared <= most || !is_similar(&words, others.count, shared)) continue;
            most = shared;
            best = j;
        }
        if (best != CV_NO_MATCH) tie(&a[i], &b[best]);
    }
}

void cv_match(cv_match_items *from, cv_match_items *to, cv_arena *arena) {
    for (size_t i = 0; i < from->count; i++) from->items[i].other = CV_NO_MATCH;
    for (size_t i = 0; i < to->count; i++) to->items[i].other = CV_NO_MATCH;
    match_equal(from, to, arena, compare_names, has_same_name);
    match_equal(from, to, arena, compare_places, has_same_place);
    match_similar(from, to);
}
