// SPDX-License-Identifier: MIT
// merge.c - compares findings by what they say and where. Sources have other numbers in another
// report, and so are told apart by name and bytes.
#include "library/merge.h"

#include "base/limits.h"

#include <string.h>

static bool is_same_source(const cv_source *a, const cv_source *b) {
    return cv_equal(a->name, b->name) && a->bytes.size == b->bytes.size &&
           (a->bytes.data == b->bytes.data ||
            (a->bytes.size && memcmp(a->bytes.data, b->bytes.data, a->bytes.size) == 0));
}

// The number of a source of `from` in the report of the file, which gets a copy if it is new.
static uint32_t find_source(cv_merger *merger, const cv_source *source) {
    cv_report *report = merger->report;
    for (size_t i = 0; i < report->sources.count; i++)
        if (is_same_source(&report->sources.items[i], source)) return (uint32_t)i;
    const char *bytes =
        cv_copy(report->arena, (const char *)source->bytes.data, source->bytes.size);
    return cv_report_add_source(report, cv_copy_string(report->arena, source->name),
                                (cv_bytes){(const unsigned char *)bytes, source->bytes.size});
}

static bool is_same_span(cv_span a, cv_span b) {
    return a.source == b.source && a.begin == b.begin && a.end == b.end;
}

static cv_merged *find(cv_merger *merger, const cv_diagnostic *found, cv_span span) {
    cv_severity severity = cv_problem_severity(found->problem);
    for (size_t i = 0; i < merger->items[severity].count; i++) {
        cv_merged *each = &merger->items[severity].items[i];
        if (each->found.problem == found->problem && is_same_span(each->found.span, span) &&
            cv_equal(each->found.message, found->message))
            return each;
    }
    return NULL;
}

// NULL where there are so many that this one is only counted.
static cv_merged *add(cv_merger *merger, const cv_diagnostic *found, cv_span span) {
    cv_report *report = merger->report;
    cv_severity severity = cv_problem_severity(found->problem);
    if (merger->items[severity].count == CV_LIMIT_DIAGNOSTICS) {
        report->errors += severity == CV_ERROR;
        report->warnings += severity == CV_WARNING;
        report->dropped++;
        return NULL;
    }
    cv_diagnostic kept = {.problem = found->problem, .span = span};
    kept.message = cv_copy_string(report->arena, found->message);
    if (found->hint) kept.hint = cv_copy_string(report->arena, found->hint);
    CV_PUSH(report->arena, &merger->items[severity], (cv_merged){.found = kept});
    return &merger->items[severity].items[merger->items[severity].count - 1];
}

// What was only counted in `part` still decides whether the file is good.
static void add_unstored(cv_report *report, const cv_report *part) {
    unsigned stored[CV_ERROR + 1] = {0};
    for (const cv_diagnostic *each = part->first; each; each = each->next)
        stored[cv_problem_severity(each->problem)]++;
    report->errors += part->errors - stored[CV_ERROR];
    report->warnings += part->warnings - stored[CV_WARNING];
    report->dropped += part->dropped;
}

void cv_merger_add(cv_merger *merger, const char *variant, const cv_report *report) {
    size_t number = merger->names.count;
    CV_PUSH(merger->report->arena, &merger->names, variant);
    for (const cv_diagnostic *each = report->first; each; each = each->next) {
        cv_span span = each->span;
        if (span.source < report->sources.count)
            span.source = find_source(merger, &report->sources.items[span.source]);
        cv_merged *merged = find(merger, each, span);
        if (!merged) merged = add(merger, each, span);
        size_t count = merged ? merged->variants.count : 0;
        bool is_known = count && merged->variants.items[count - 1] == number;
        if (merged && !is_known) CV_PUSH(merger->report->arena, &merged->variants, number);
    }
    add_unstored(merger->report, report);
}

// " (in short, industry and 3 more)"; nothing for all.
static const char *name_variants(const cv_merger *merger, const cv_merged *merged) {
    enum { MOST = 5 };
    size_t count = merged->variants.count, shown = count > MOST + 1 ? MOST : count;
    if (count == merger->names.count) return "";
    cv_text_builder names = {.arena = merger->report->arena};
    for (size_t i = 0; i < shown; i++)
        cv_text_add(&names, "%s%s", i ? ", " : " (in ",
                    merger->names.items[merged->variants.items[i]]);
    if (shown < count) cv_text_add(&names, " and %zu more", count - shown);
    cv_text_add_char(&names, ')');
    return cv_text_string(&names);
}

void cv_merger_finish(cv_merger *merger) {
    cv_report *report = merger->report;
    for (int severity = CV_ERROR; severity >= CV_NOTE; severity--)
        for (size_t i = 0; i < merger->items[severity].count; i++) {
            const cv_merged *merged = &merger->items[severity].items[i];
            const cv_diagnostic *found = &merged->found;
            cv_report_add(report, found->problem, found->span, "%s%s", found->message,
                          name_variants(merger, merged))
                ->hint = found->hint;
        }
}
