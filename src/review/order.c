// SPDX-License-Identifier: MIT
// order.c - the latest first, which is what readers expect.
//
// A section that is in the order of time throughout is so on purpose, and one that is mostly not in
// the order of time is ordered by something else. What is left are single entries out of place.
#include "review/rules.h"
#include "review/span_of_time.h"

// One thing of a list and when it was.
typedef struct dated {
    const char *name;
    const cv_period *period;
    cv_time_span time;
    bool is_main; // a job, or studies
} dated;
typedef struct dated_list CV_ARRAY(dated) dated_list;

static void add(const cv_review *review, dated_list *list, const char *name,
                const cv_period *period, bool is_main) {
    cv_time_span time;
    if (cv_time_span_read(period, &time))
        CV_PUSH(review->arena, list, (dated){name, period, time, is_main && time.is_range});
}

// By both ends: a long job may well stand on either side of a short one.
static bool is_later(const cv_time_span *a, const cv_time_span *b) {
    return a->begin > b->begin_latest && a->end_earliest > b->end;
}

// "'Engineer' (2019-03)".
static const char *describe(const cv_review *review, const dated *item) {
    const cv_period *period = item->period;
    char begin[CV_DATE_ROOM];
    cv_date first = period->start.year ? period->start : period->date;
    cv_date_write(first.year ? first : period->end, begin);
    return cv_format(review->arena, "%s (%s)", item->name, begin);
}

static void report_order(const cv_review *review, const dated *above, const dated *below) {
    cv_problem problem = above->is_main && below->is_main ? CV_OUT_OF_ORDER : CV_LIST_ORDER;
    cv_report_add(review->report, problem, below->period->span, "%s is later than %s above it",
                  describe(review, below), describe(review, above));
}

static void check_list(const cv_review *review, const dated_list *list) {
    size_t rises = 0, falls = 0;
    for (size_t i = 1; i < list->count; i++) {
        rises += is_later(&list->items[i].time, &list->items[i - 1].time);
        falls += is_later(&list->items[i - 1].time, &list->items[i].time);
    }
    if (rises > 1 && !falls) {
        cv_report_add(review->report, CV_OLDEST_FIRST, list->items[1].period->span,
                      "these are in the order of time; readers expect the latest first");
        return;
    }
    for (size_t i = 1; i < list->count && (rises <= falls || rises == 1); i++) {
        const dated *above = &list->items[i - 1], *below = &list->items[i];
        if (is_later(&below->time, &above->time)) report_order(review, above, below);
    }
}

static const char *role_name(const cv_review *review, const cv_role *role) {
    return role->role.string ? cv_format(review->arena, "'%s'", role->role.string) : "this role";
}

static void check_roles(const cv_review *review, const cv_entry *entry) {
    dated_list list = {0};
    for (size_t i = 0; i < entry->roles.count; i++)
        add(review, &list, role_name(review, &entry->roles.items[i]), &entry->roles.items[i].period,
            true);
    check_list(review, &list);
}

static void check_section(const cv_review *review, const cv_section *section) {
    dated_list list = {0};
    bool is_aside = cv_review_is_aside_section(section);
    for (size_t i = 0; i < section->entries.count; i++) {
        const cv_entry *entry = &section->entries.items[i];
        bool is_main = entry->kind == CV_ENTRY_EXPERIENCE || entry->kind == CV_ENTRY_EDUCATION;
        add(review, &list, cv_review_entry_name(review, entry), &entry->period,
            is_main && !is_aside);
        check_roles(review, entry);
    }
    check_list(review, &list);
}

void cv_rule_order(const cv_review *review) {
    const cv_sections *sections = &review->shown->sections;
    for (size_t i = 0; i < sections->count; i++) check_section(review, &sections->items[i]);
}
