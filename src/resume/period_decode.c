// SPDX-License-Identifier: MIT
// period_decode.c - start, end and date of entries and roles.
#include "resume/decode.h"

#include "resume/value.h"

#include <string.h>

static void report_bad_date(const cv_node *node, const char *text, const cv_decoder *decoder) {
    cv_report *report = decoder->report;
    cv_diagnostic *found =
        cv_report_add(report, CV_BAD_DATE, node->span, "'%s' is not a date: '%s'", node->key, text);
    cv_date guess;
    char written[CV_DATE_ROOM];
    found->hint = "write 2024, 2024-05 or 2024-05-17";
    if (!cv_date_guess(text, &guess)) return;
    cv_date_write(guess, written);
    found->hint = cv_format(report->arena, "write %s", written);
}

// The text of a node that should be a date; NULL after a finding.
static const char *get_date(const cv_node *node, const cv_decoder *decoder) {
    if (node->kind == CV_NODE_TEXT) return cv_value_get(node, decoder);
    cv_value_report_type(node, "a date", decoder);
    return NULL;
}

void cv_period_start(const cv_node *node, void *target, const cv_decoder *decoder) {
    cv_period *period = target;
    const char *text = get_date(node, decoder);
    if (text && !cv_date_parse(text, &period->start)) report_bad_date(node, text, decoder);
}

static bool means_present(const char *text) {
    static const char *const words[] = {"now", "today", "current", "currently", "ongoing"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cv_equal_ignoring_case(text, words[i])) return true;
    return false;
}

void cv_period_end(const cv_node *node, void *target, const cv_decoder *decoder) {
    cv_period *period = target;
    const char *text = get_date(node, decoder);
    if (!text || cv_date_parse(text, &period->end)) return;
    if (cv_equal_ignoring_case(text, "present"))
        period->is_ongoing = true;
    else if (means_present(text))
        cv_report_add(decoder->report, CV_BAD_DATE, node->span, "'%s' is not a date: '%s'",
                      node->key, text)
            ->hint = "write present";
    else
        report_bad_date(node, text, decoder);
}

void cv_period_date(const cv_node *node, void *target, const cv_decoder *decoder) {
    cv_period *period = target;
    const char *text = get_date(node, decoder);
    if (!text || cv_date_parse(text, &period->date)) return;
    if (cv_date_is_meant(text))
        report_bad_date(node, text, decoder);
    else
        cv_value_text(node, &period->words, decoder);
}

static void report_conflict(const cv_node *date, cv_period *period, const cv_decoder *decoder) {
    cv_report_add(decoder->report, CV_DATE_CONFLICT, date->key_span,
                  "'date' cannot stand beside 'start' or 'end'")
        ->hint = "'date' is one date, 'start' and 'end' are a range; keep one of the two";
    period->date = (cv_date){0};
    period->words = (cv_text){0};
}

static void report_reversed(const cv_node *start, const cv_node *end, const cv_decoder *decoder) {
    cv_report_add(decoder->report, CV_RANGE_REVERSED, start->span, "'start' %s is after 'end' %s",
                  start->text, end->text);
}

void cv_period_finish(const cv_node *map, cv_period *period, const cv_decoder *decoder) {
    const cv_node *start = cv_field_present(map, "start"), *end = cv_field_present(map, "end");
    const cv_node *date = cv_field_present(map, "date");
    const cv_node *first = start ? start : end ? end : date;
    if (!first) return;
    period->span = first->span;
    if (date && date != first) report_conflict(date, period, decoder);
    if (start && !end) period->is_ongoing = true;
    bool is_range = start && end && period->start.year && period->end.year;
    if (is_range && cv_date_compare(period->start, period->end) > 0)
        report_reversed(start, end, decoder);
}
