// SPDX-License-Identifier: MIT
// report.c - findings with an excerpt: the part of the line around the place, and carets below.
#include "command/report.h"

enum {
    EXCERPT_COLUMNS = 120,
    EXCERPT_CELLS = 240, // for marks, which take no column
    LEAD_COLUMNS = 80,   // before the place: beyond, the beginning of the line is left out …
    KEPT_COLUMNS = 40    // … but for this
};

static const char *const severity_names[] = {
    [CVPDF_NOTE] = "note", [CVPDF_WARNING] = "warning", [CVPDF_ERROR] = "error"};
static const cv_ink severity_inks[] = {
    [CVPDF_NOTE] = CV_INK_NOTE, [CVPDF_WARNING] = CV_INK_WARNING, [CVPDF_ERROR] = CV_INK_ERROR};

// Pointers into a source line: what is shown, and in it what is marked.
typedef struct window {
    const unsigned char *line, *line_end;
    const unsigned char *begin; // of what is shown
    const unsigned char *mark, *mark_end;
} window;

static cv_cell read_cell(const unsigned char *at, const unsigned char *end) {
    if (*at == '\t') return (cv_cell){.size = 1, .columns = 1, .text = " "};
    return cv_cell_read(at, (size_t)(end - at));
}

static bool is_inside_code_point(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// `columns` code points further on, or back.
static const unsigned char *step(const unsigned char *at, const unsigned char *end,
                                 size_t columns) {
    for (; columns > 0 && at < end; columns--) {
        at++;
        while (at < end && is_inside_code_point(*at)) at++;
    }
    return at;
}

static const unsigned char *step_back(const unsigned char *at, const unsigned char *begin,
                                      size_t columns) {
    for (; columns > 0 && at > begin; columns--) {
        at--;
        while (at > begin && is_inside_code_point(*at)) at--;
    }
    return at;
}

static size_t columns_between(const unsigned char *at, const unsigned char *end) {
    size_t columns = 0;
    while (at < end) {
        cv_cell cell = read_cell(at, end);
        columns += cell.columns;
        at += cell.size;
    }
    return columns;
}

// Steps no further back than can be shown, for a line may have megabytes.
static const unsigned char *find_begin(const unsigned char *line, const unsigned char *mark) {
    const unsigned char *begin = step_back(mark, line, LEAD_COLUMNS + 1);
    if (begin == line && columns_between(line, mark) <= LEAD_COLUMNS) return line;
    begin = step_back(mark, line, KEPT_COLUMNS);
    while (columns_between(begin, mark) > LEAD_COLUMNS) begin = step(begin, mark, 1);
    return begin;
}

static window find_excerpt(const cvpdf_diagnostic *finding) {
    const unsigned char *line = finding->excerpt.data;
    const unsigned char *end = line + finding->excerpt.size;
    window excerpt = {.line = line, .line_end = end};
    excerpt.mark = step(line, end, finding->column - 1);
    excerpt.mark_end = end;
    if (finding->end_line == finding->line && finding->end_column >= finding->column)
        excerpt.mark_end = step(excerpt.mark, end, finding->end_column - finding->column);
    excerpt.begin = find_begin(line, excerpt.mark);
    return excerpt;
}

// Prints what fits and returns where that ends.
static const unsigned char *print_line(const window *excerpt, const cv_terminal *terminal) {
    const unsigned char *at = excerpt->begin;
    size_t columns = 0;
    cv_print(terminal, excerpt->begin > excerpt->line ? "  | …" : "  | ");
    for (int cells = 0; cells < EXCERPT_CELLS && at < excerpt->line_end; cells++) {
        cv_cell cell = read_cell(at, excerpt->line_end);
        columns += cell.columns;
        if (columns > EXCERPT_COLUMNS) break;
        cv_print_cell(terminal, &cell);
        at += cell.size;
    }
    cv_print(terminal, at < excerpt->line_end ? "…\n" : "\n");
    return at;
}

static void print_repeated(const cv_terminal *terminal, char letter, size_t count) {
    while (count--) fputc(letter, terminal->stream);
}

static void print_carets(const window *excerpt, const unsigned char *shown_end, cv_ink ink,
                         const cv_terminal *terminal) {
    const unsigned char *end = excerpt->mark_end < shown_end ? excerpt->mark_end : shown_end;
    size_t carets = end > excerpt->mark ? columns_between(excerpt->mark, end) : 0;
    cv_print(terminal, "  | ");
    print_repeated(terminal, ' ', excerpt->begin > excerpt->line);
    print_repeated(terminal, ' ', columns_between(excerpt->begin, excerpt->mark));
    cv_terminal_set_ink(terminal, ink);
    print_repeated(terminal, '^', carets ? carets : 1);
    cv_terminal_set_ink(terminal, CV_INK_PLAIN);
    cv_print(terminal, "\n");
}

static void print_excerpt(const cvpdf_diagnostic *finding, const cv_terminal *terminal) {
    window excerpt = find_excerpt(finding);
    const unsigned char *shown_end = print_line(&excerpt, terminal);
    print_carets(&excerpt, shown_end, severity_inks[finding->severity], terminal);
}

void cv_finding_print(const cvpdf_diagnostic *finding, const cv_terminal *terminal) {
    cv_terminal_set_ink(terminal, CV_INK_BOLD);
    cv_print(terminal, "%s:", finding->name);
    if (finding->line) cv_print(terminal, "%zu:%zu:", finding->line, finding->column);
    cv_terminal_set_ink(terminal, CV_INK_PLAIN);
    cv_print(terminal, " ");
    cv_terminal_set_ink(terminal, severity_inks[finding->severity]);
    cv_print(terminal, "%s[%s]:", severity_names[finding->severity], finding->code);
    cv_terminal_set_ink(terminal, CV_INK_PLAIN);
    cv_print(terminal, " %s\n", finding->message);
    if (finding->excerpt.size) print_excerpt(finding, terminal);
    if (finding->hint) cv_advise(terminal, "%s", finding->hint);
}

static void print_count(const cv_terminal *terminal, size_t count, const char *name) {
    cv_print(terminal, count == 1 ? " %zu %s" : " %zu %ss", count, name);
}

static void print_summary(const size_t counts[3], size_t dropped, const cv_terminal *terminal) {
    cv_print(terminal, "cvpdf:");
    if (counts[CVPDF_ERROR]) print_count(terminal, counts[CVPDF_ERROR], "error");
    if (counts[CVPDF_ERROR] && counts[CVPDF_WARNING]) cv_print(terminal, ",");
    if (counts[CVPDF_WARNING]) print_count(terminal, counts[CVPDF_WARNING], "warning");
    if (dropped) cv_print(terminal, ", and %zu more not shown", dropped);
    if (!counts[CVPDF_ERROR] && !dropped) cv_print(terminal, ", which --strict makes errors");
    cv_print(terminal, "\n");
}

void cv_report_print(const cvpdf_result *result, bool is_rejected, const cv_terminal *terminal) {
    size_t counts[3] = {0};
    size_t count = cvpdf_result_diagnostic_count(result);
    for (size_t i = 0; i < count; i++) {
        cvpdf_diagnostic finding = cvpdf_result_diagnostic(result, i);
        counts[finding.severity]++;
        cv_finding_print(&finding, terminal);
    }
    if (is_rejected) print_summary(counts, cvpdf_result_dropped_count(result), terminal);
}
