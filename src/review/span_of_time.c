// SPDX-License-Identifier: MIT
// span_of_time.c - from dates to months.
#include "review/span_of_time.h"

static int32_t first_month(cv_date date) {
    return date.year * 12 + (date.month ? date.month - 1 : 0);
}

static int32_t last_month(cv_date date) {
    return date.year * 12 + (date.month ? date.month - 1 : 11);
}

bool cv_time_span_read(const cv_period *period, cv_time_span *time) {
    bool has_end = period->is_ongoing || period->end.year;
    cv_date begin = period->start.year ? period->start : period->date;
    if (!begin.year) begin = period->end;
    cv_date end = period->end.year ? period->end : begin;
    if (!begin.year) return false;
    *time = (cv_time_span){
        .begin = first_month(begin),
        .begin_latest = last_month(begin),
        .end_earliest = period->is_ongoing ? CV_TIME_ONGOING : first_month(end),
        .end = period->is_ongoing ? CV_TIME_ONGOING : last_month(end),
        .is_range = period->start.year && has_end,
    };
    return true;
}

int32_t cv_time_overlap(const cv_time_span *a, const cv_time_span *b) {
    int32_t begin = a->begin_latest > b->begin_latest ? a->begin_latest : b->begin_latest;
    int32_t end = a->end_earliest < b->end_earliest ? a->end_earliest : b->end_earliest;
    if (end < begin) return 0;
    return end == CV_TIME_ONGOING ? CV_TIME_ONGOING : end - begin + 1;
}

const char *cv_month_write(int32_t month, cv_arena *arena) {
    return cv_format(arena, "%04d-%02d", (int)(month / 12), (int)(month % 12 + 1));
}
