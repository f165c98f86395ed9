// SPDX-License-Identifier: MIT
// format_github.c - "::error file=F,line=L,...::message", one line each.
//
// A runner obeys lines that begin with "::", so texts must neither end their property nor begin a
// line: control characters are shown in a visible form (cell.h), and what separates is escaped as
// the runner undoes it: %25, %0A, and %3A and %2C in properties.
#include "command/formats.h"

#include "command/cell.h"

#include <string.h>

static void put(FILE *stream, char letter, bool is_property) {
    switch (letter) {
    case '%': fputs("%25", stream); return;
    case '\n': fputs("%0A", stream); return;
    case ':': fputs(is_property ? "%3A" : ":", stream); return;
    case ',': fputs(is_property ? "%2C" : ",", stream); return;
    default: fputc(letter, stream);
    }
}

static void put_text(FILE *stream, const char *text, bool is_property) {
    for (size_t at = 0, size = strlen(text); at < size;) {
        cv_cell cell = cv_cell_read((const unsigned char *)text + at, size - at);
        for (const char *letter = cell.text; *letter; letter++) put(stream, *letter, is_property);
        at += cell.size;
    }
}

static void begin(cv_recorder *recorder) { (void)recorder; }

// Columns can be told of one line only, and the last one belongs to the place.
static void put_region(FILE *stream, const cv_place *place) {
    if (place->line == 0) return;
    fprintf(stream, "line=%zu,endLine=%zu,", place->line, place->end_line);
    if (place->column == 0 || place->end_line != place->line) return;
    size_t last = place->end_column > place->column ? place->end_column - 1 : place->column;
    fprintf(stream, "col=%zu,endColumn=%zu,", place->column, last);
}

static void put_file(cv_recorder *recorder, const char *path) {
    const char *relative = cv_repository_relative(&recorder->repository, path);
    fputs("file=", recorder->stream);
    put_text(recorder->stream, relative ? relative : path, true);
    fputc(',', recorder->stream);
}

static void add(cv_recorder *recorder, const cv_finding *finding, const cv_origin *origin) {
    static const char *const orders[] = {
        [CVPDF_NOTE] = "notice", [CVPDF_WARNING] = "warning", [CVPDF_ERROR] = "error"};
    FILE *stream = recorder->stream;
    cv_place place = cv_place_find(finding, origin);
    fprintf(stream, "::%s ", orders[finding->severity]);
    if (place.file) put_file(recorder, place.file);
    if (place.file) put_region(stream, &place);
    fprintf(stream, "title=cvpdf %s::", finding->code);
    if (place.source) put_text(stream, place.source, false);
    if (place.source) fputs(": ", stream);
    put_text(stream, finding->message, false);
    if (finding->hint) fputs("%0Ahint: ", stream);
    if (finding->hint) put_text(stream, finding->hint, false);
    if (origin->variant) fputs("%0Avariant: ", stream);
    if (origin->variant) put_text(stream, origin->variant, false);
    fputc('\n', stream);
}

// Its texts are in visible form already, and their line ends are our own.
static void complain(cv_recorder *recorder, const char *message, const char *hint) {
    FILE *stream = recorder->stream;
    fputs("::error title=cvpdf::", stream);
    for (const char *at = message; *at; at++) put(stream, *at, false);
    if (hint) fputs("%0Ahint: ", stream);
    for (const char *at = hint; at && *at; at++) put(stream, *at, false);
    fputc('\n', stream);
}

static void end(cv_recorder *recorder, int code) {
    (void)recorder;
    (void)code;
}

const cv_format cv_format_github = {
    .begin = begin,
    .add = add,
    .complain = complain,
    .end = end,
};
