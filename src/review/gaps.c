// SPDX-License-Identifier: MIT
// gaps.c - months of which the file says nothing at all: not the variant, which may choose.
//
// Without a look at a clock, so that one file has one answer: nothing is said of the time since.
#include "review/rules.h"
#include "review/span_of_time.h"

#include <stdlib.h>

enum {
    LONGEST_UNASKED = 6, // months; a search for work may take them
    STUDIES = 48         // months before a degree of which only the end is given
};

typedef struct stretch {
    cv_time_span time;
    cv_span span;
    size_t place;
} stretch;
typedef struct stretch_list CV_ARRAY(stretch) stretch_list;

static bool is_main(cv_entry_kind kind) {
    return kind == CV_ENTRY_EXPERIENCE || kind == CV_ENTRY_EDUCATION;
}

// What covers time: ranges of any kind, and a single date of a job or of studies.
static void add(const cv_review *review, stretch_list *list, cv_entry_kind kind,
                const cv_period *period) {
    cv_time_span time;
    if (!cv_time_span_read(period, &time)) return;
    if (!time.is_range && !is_main(kind)) return;
    if (!time.is_range && kind == CV_ENTRY_EDUCATION) time.begin -= STUDIES;
    CV_PUSH(review->arena, list, (stretch){time, period->span, list->count});
}

static bool has_date(const cv_period *period) {
    cv_time_span time;
    return cv_time_span_read(period, &time);
}

// False if a job or a degree may have been at any time.
static bool add_entry(const cv_review *review, stretch_list *list, const cv_entry *entry) {
    bool is_dated = has_date(&entry->period) || !is_main(entry->kind);
    add(review, list, entry->kind, &entry->period);
    for (size_t i = 0; i < entry->roles.count; i++) {
        add(review, list, entry->kind, &entry->roles.items[i].period);
        is_dated |= has_date(&entry->roles.items[i].period);
    }
    return is_dated;
}

static int compare_stretches(const void *left, const void *right) {
    const stretch *a = left, *b = right;
    if (a->time.begin != b->time.begin) return a->time.begin < b->time.begin ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static void report_gap(const cv_review *review, int32_t covered, const stretch *next) {
    int32_t months = next->time.begin - covered - 1;
    if (months <= LONGEST_UNASKED) return;
    cv_report_add(review->report, CV_GAP, next->span, "nothing is said of %s to %s (%d months)",
                  cv_month_write(covered + 1, review->arena),
                  cv_month_write(next->time.begin - 1, review->arena), (int)months)
        ->hint = "readers may ask; say what you did, or be ready to";
}

void cv_rule_gaps(const cv_review *review) {
    const cv_sections *sections = &review->full->sections;
    stretch_list list = {0};
    bool is_dated = true;
    for (size_t i = 0; i < sections->count; i++)
        for (size_t j = 0; j < sections->items[i].entries.count; j++)
            is_dated &= add_entry(review, &list, &sections->items[i].entries.items[j]);
    if (!is_dated || !list.count) return;
    qsort(list.items, list.count, sizeof *list.items, compare_stretches);
    int32_t covered = list.items[0].time.end;
    for (size_t i = 1; i < list.count && covered != CV_TIME_ONGOING; i++) {
        report_gap(review, covered, &list.items[i]);
        if (list.items[i].time.end > covered) covered = list.items[i].time.end;
    }
}
