// SPDX-License-Identifier: MIT
// overlaps.c - two jobs at one time, where neither says that it was not the whole of the week.
//
// Work beside studies, and beside what stands in another section, is ordinary and not looked at.
#include "review/rules.h"
#include "review/span_of_time.h"

#include <stdlib.h>

enum { ORDINARY = 1 }; // months: one job ends in that in which the next begins

typedef struct job {
    const char *name;
    cv_span span; // of its dates
    cv_time_span time;
    size_t place; // in its list
} job;
typedef struct job_list CV_ARRAY(job) job_list;

static int compare_jobs(const void *left, const void *right) {
    const job *a = left, *b = right;
    if (a->time.begin_latest != b->time.begin_latest)
        return a->time.begin_latest < b->time.begin_latest ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

// That is said of them already.
static bool is_copy(const job *a, const job *b) {
    return cv_equal(a->name, b->name) && a->time.begin == b->time.begin &&
           a->time.end == b->time.end;
}

// In the order of time, each with the one before it that lasts longest.
static void check_list(const cv_review *review, job_list *list, const char *where) {
    if (list->count < 2) return;
    qsort(list->items, list->count, sizeof *list->items, compare_jobs);
    const job *longest = &list->items[0];
    for (size_t i = 1; i < list->count; i++) {
        const job *each = &list->items[i];
        int32_t months = cv_time_overlap(&longest->time, &each->time);
        if (months > ORDINARY && !is_copy(longest, each))
            cv_report_add(review->report, CV_OVERLAP, each->span, "%s begins before %s has ended%s",
                          each->name, longest->name, where)
                ->hint = "if neither is part-time, see whether the dates are right";
        if (each->time.end_earliest > longest->time.end_earliest) longest = each;
    }
}

static void add(const cv_review *review, job_list *list, const char *name,
                const cv_period *period) {
    cv_time_span time;
    if (cv_time_span_read(period, &time) && time.is_range)
        CV_PUSH(review->arena, list, (job){name, period->span, time, list->count});
}

// At one employer one role takes over from the other, whatever they are called.
static void check_roles(const cv_review *review, const cv_entry *entry) {
    job_list list = {0};
    for (size_t i = 0; i < entry->roles.count; i++) {
        const cv_role *role = &entry->roles.items[i];
        if (role->role.string)
            add(review, &list, cv_format(review->arena, "'%s'", role->role.string), &role->period);
    }
    check_list(review, &list, ", at the same employer");
}

static void check_section(const cv_review *review, const cv_section *section) {
    job_list list = {0};
    bool is_aside = cv_review_is_aside_section(section);
    for (size_t i = 0; i < section->entries.count; i++) {
        const cv_entry *entry = &section->entries.items[i];
        if (entry->kind != CV_ENTRY_EXPERIENCE) continue;
        check_roles(review, entry);
        if (is_aside || cv_review_is_aside(entry->role.string) ||
            cv_review_is_aside(entry->title.string))
            continue;
        add(review, &list, cv_review_entry_name(review, entry), &entry->period);
    }
    check_list(review, &list, "");
}

void cv_rule_overlaps(const cv_review *review) {
    const cv_sections *sections = &review->shown->sections;
    for (size_t i = 0; i < sections->count; i++) check_section(review, &sections->items[i]);
}
