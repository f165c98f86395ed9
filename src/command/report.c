// SPDX-License-Identifier: MIT
// report.c - findings with an excerpt, and carets below.
#include "command/report.h"

static const cv_ink severity_inks[] = {
    [CVPDF_NOTE] = CV_INK_NOTE, [CVPDF_WARNING] = CV_INK_WARNING, [CVPDF_ERROR] = CV_INK_ERROR};

static void print_repeated(const cv_terminal *terminal, char letter, size_t count) {
    while (count--) fputc(letter, terminal->stream);
}

// Its text is in visible form.
static void print_excerpt(const cv_finding *finding, const cv_terminal *terminal) {
    fprintf(terminal->stream, "  | %s\n  | ", finding->excerpt);
    print_repeated(terminal, ' ', finding->mark);
    cv_terminal_set_ink(terminal, severity_inks[finding->severity]);
    print_repeated(terminal, '^', finding->mark_size);
    cv_terminal_set_ink(terminal, CV_INK_PLAIN);
    cv_print(terminal, "\n");
}

static void print_finding(const cv_finding *finding, const cv_terminal *terminal) {
    cv_terminal_set_ink(terminal, CV_INK_BOLD);
    cv_print(terminal, "%s:", finding->name);
    if (finding->line) cv_print(terminal, "%zu:%zu:", finding->line, finding->column);
    cv_terminal_set_ink(terminal, CV_INK_PLAIN);
    cv_print(terminal, " ");
    cv_terminal_set_ink(terminal, severity_inks[finding->severity]);
    cv_print(terminal, "%s[%s]:", cv_severity_name(finding->severity), finding->code);
    cv_terminal_set_ink(terminal, CV_INK_PLAIN);
    cv_print(terminal, " %s\n", finding->message);
    if (finding->excerpt) print_excerpt(finding, terminal);
    if (finding->hint) cv_advise(terminal, "%s", finding->hint);
}

void cv_finding_report(const cv_finding *finding, const cv_origin *origin,
                       const cv_terminal *terminal) {
    if (terminal->recorder)
        cv_recorder_add(terminal->recorder, finding, origin);
    else
        print_finding(finding, terminal);
}

void cv_diagnostic_report(const cvpdf_diagnostic *found, const cv_origin *origin,
                          const cv_terminal *terminal) {
    cv_excerpt room;
    cv_finding finding = cv_finding_of(found, &room);
    cv_finding_report(&finding, origin, terminal);
}

static void print_count(const cv_terminal *terminal, size_t count, const char *name) {
    cv_print(terminal, count == 1 ? " %zu %s" : " %zu %ss", count, name);
}

static void print_summary(const size_t counts[3], size_t dropped, const cv_terminal *terminal) {
    cv_print(terminal, "cvpdf:");
    if (counts[CVPDF_ERROR]) print_count(terminal, counts[CVPDF_ERROR], "error");
    if (counts[CVPDF_ERROR] && counts[CVPDF_WARNING]) cv_print(terminal, ",");
    if (counts[CVPDF_WARNING]) print_count(terminal, counts[CVPDF_WARNING], "warning");
    bool is_first = !counts[CVPDF_ERROR] && !counts[CVPDF_WARNING];
    if (dropped)
        cv_print(terminal, is_first ? " %zu more not shown" : ", and %zu more not shown", dropped);
    if (!counts[CVPDF_ERROR] && !dropped) cv_print(terminal, ", which --strict makes errors");
    cv_print(terminal, "\n");
}

void cv_report_print(const cvpdf_result *result, const cv_origin *origin, bool is_rejected,
                     const cv_terminal *terminal) {
    size_t counts[3] = {0};
    size_t count = cvpdf_result_diagnostic_count(result);
    size_t dropped = cvpdf_result_dropped_count(result);
    for (size_t i = 0; i < count; i++) {
        cvpdf_diagnostic found = cvpdf_result_diagnostic(result, i);
        counts[found.severity]++;
        cv_diagnostic_report(&found, origin, terminal);
    }
    if (terminal->recorder) terminal->recorder->dropped += dropped;
    if (is_rejected) print_summary(counts, dropped, terminal);
}

size_t cv_findings_print(const char *bytes, size_t size, const cv_origin *origin, cv_seen *seen,
                         const cv_terminal *terminal) {
    size_t printed = 0;
    const char *begin = bytes;
    for (cv_finding finding; cv_findings_next(&bytes, &size, &finding); begin = bytes) {
        bool is_note = cv_finding_is_note_on_the_whole(&finding);
        bool is_new = !cv_seen_add(seen, cv_hash(CV_HASH_START, begin, (size_t)(bytes - begin)));
        if (terminal->recorder ? is_new || terminal->recorder->format->takes_all
                               : is_new && !is_note)
            cv_finding_report(&finding, origin, terminal);
        printed += is_new && !is_note;
    }
    return printed;
}
