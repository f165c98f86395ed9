// SPDX-License-Identifier: MIT
// finding.c - cuts the excerpt out of a line that may have megabytes.
#include "command/finding.h"

#include "command/cell.h"

#include <string.h>

enum {
    EXCERPT_COLUMNS = 120,
    EXCERPT_CELLS = 240, // for marks, which take no column
    LEAD_COLUMNS = 80,   // before the place: beyond, the beginning of the line is left out …
    KEPT_COLUMNS = 40    // … but for this
};
static const char ellipsis[] = "…";
_Static_assert(EXCERPT_CELLS *(sizeof((cv_cell *)0)->text) + 2 * sizeof ellipsis <= CV_EXCERPT_ROOM,
               "an excerpt has room for the widest cells");

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

// Steps no further back than can be shown.
static const unsigned char *find_begin(const unsigned char *line, const unsigned char *mark) {
    const unsigned char *begin = step_back(mark, line, LEAD_COLUMNS + 1);
    if (begin == line && columns_between(line, mark) <= LEAD_COLUMNS) return line;
    begin = step_back(mark, line, KEPT_COLUMNS);
    while (columns_between(begin, mark) > LEAD_COLUMNS) begin = step(begin, mark, 1);
    return begin;
}

static window find_window(const cvpdf_diagnostic *found) {
    const unsigned char *line = found->excerpt.data;
    const unsigned char *end = line + found->excerpt.size;
    window shown = {.line = line, .line_end = end};
    shown.mark = step(line, end, found->column - 1);
    shown.mark_end = end;
    if (found->end_line == found->line && found->end_column >= found->column)
        shown.mark_end = step(shown.mark, end, found->end_column - found->column);
    shown.begin = find_begin(line, shown.mark);
    return shown;
}

// Writes what fits into `text` and returns where in the line that ends.
static const unsigned char *write_cells(const window *shown, char *text) {
    const unsigned char *at = shown->begin;
    size_t columns = 0;
    text = stpcpy(text, at > shown->line ? ellipsis : "");
    for (int cells = 0; cells < EXCERPT_CELLS && at < shown->line_end; cells++) {
        cv_cell cell = read_cell(at, shown->line_end);
        columns += cell.columns;
        if (columns > EXCERPT_COLUMNS) break;
        text = stpcpy(text, cell.text);
        at += cell.size;
    }
    stpcpy(text, at < shown->line_end ? ellipsis : "");
    return at;
}

static void read_excerpt(const cvpdf_diagnostic *found, cv_finding *finding, cv_excerpt *room) {
    window shown = find_window(found);
    const unsigned char *end = write_cells(&shown, room->text);
    if (shown.mark_end < end) end = shown.mark_end;
    finding->excerpt = room->text;
    finding->mark = (shown.begin > shown.line) + columns_between(shown.begin, shown.mark);
    finding->mark_size = end > shown.mark ? columns_between(shown.mark, end) : 0;
    if (finding->mark_size == 0) finding->mark_size = 1;
}

cv_finding cv_finding_of(const cvpdf_diagnostic *found, cv_excerpt *room) {
    cv_finding finding = {
        .severity = found->severity,
        .code = found->code,
        .message = found->message,
        .name = found->name,
        .hint = found->hint,
        .line = found->line,
        .column = found->column,
        .end_line = found->end_line,
        .end_column = found->end_column,
    };
    if (found->excerpt.size) read_excerpt(found, &finding, room);
    return finding;
}

bool cv_finding_is_note_on_the_whole(const cv_finding *finding) {
    return finding->severity == CVPDF_NOTE && finding->line == 0;
}

const char *cv_severity_name(cvpdf_severity severity) {
    static const char *const names[] = {
        [CVPDF_NOTE] = "note", [CVPDF_WARNING] = "warning", [CVPDF_ERROR] = "error"};
    return names[severity];
}
