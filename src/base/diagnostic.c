// SPDX-License-Identifier: MIT
// diagnostic.c - the list of findings and the table behind it.
#include "base/diagnostic.h"

#include "base/limits.h"

#include <stdarg.h>
#include <stddef.h>

static const struct {
    const char *code;
    cv_severity severity;
} problems[] = {
#define X(name, code, severity) {code, CV_##severity},
#include "base/diagnostics.def"
#undef X
};

const char *cv_problem_code(cv_problem problem) { return problems[problem].code; }
cv_severity cv_problem_severity(cv_problem problem) { return problems[problem].severity; }

cv_problem cv_problem_find(const char *code) {
    size_t problem = 0;
    while (problem < CV_PROBLEM_COUNT && !cv_equal(problems[problem].code, code)) problem++;
    return (cv_problem)problem;
}

void cv_report_init(cv_report *report, cv_arena *arena) {
    *report = (cv_report){.arena = arena};
    report->last = &report->first;
}

uint32_t cv_report_add_source(cv_report *report, const char *name, cv_bytes bytes) {
    CV_PUSH(report->arena, &report->sources, (cv_source){name, bytes});
    return (uint32_t)(report->sources.count - 1);
}

bool cv_report_is_full(const cv_report *report, cv_severity severity) {
    return report->stored[severity] >= CV_LIMIT_DIAGNOSTICS;
}

static bool is_silenced(const cv_report *report, cv_problem problem, cv_span span) {
    cv_diagnostic found = {.problem = problem, .span = span};
    return report->silencer && cv_problem_severity(problem) != CV_ERROR &&
           report->silencer(report->silences, &found);
}

cv_diagnostic *cv_report_add(cv_report *report, cv_problem problem, cv_span span,
                             const char *format, ...) {
    cv_severity severity = cv_problem_severity(problem);
    if (is_silenced(report, problem, span)) return &report->overflow;
    report->errors += severity == CV_ERROR;
    report->warnings += severity == CV_WARNING;
    if (cv_report_is_full(report, severity)) {
        report->dropped++;
        report->dropped_of[problem]++;
        return &report->overflow;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *message = cv_format_list(report->arena, format, arguments);
    va_end(arguments);
    cv_diagnostic *found = CV_NEW(report->arena, cv_diagnostic);
    *found = (cv_diagnostic){.problem = problem, .span = span, .message = message};
    *report->last = found;
    report->last = &found->next;
    report->stored[severity]++;
    return found;
}

static bool is_before(const cv_diagnostic *a, const cv_diagnostic *b) {
    if (a->span.source != b->span.source) return a->span.source < b->span.source;
    return a->span.begin < b->span.begin;
}

static bool is_same(const cv_diagnostic *a, const cv_diagnostic *b) {
    return a->problem == b->problem && a->span.source == b->span.source &&
           a->span.begin == b->span.begin && a->span.end == b->span.end &&
           cv_equal(a->message, b->message);
}

// Insertion, which is stable; there are at most CV_LIMIT_DIAGNOSTICS of each severity.
void cv_report_sort(cv_report *report) {
    cv_diagnostic *sorted = NULL;
    for (cv_diagnostic *each = report->first; each;) {
        cv_diagnostic *next = each->next;
        cv_diagnostic **link = &sorted;
        bool is_repeated = false;
        for (; *link && !is_before(each, *link); link = &(*link)->next)
            is_repeated |= is_same(*link, each);
        if (!is_repeated) {
            each->next = *link;
            *link = each;
        }
        each = next;
    }
    report->first = sorted;
    report->last = &report->first;
    while (*report->last) report->last = &(*report->last)->next;
}
