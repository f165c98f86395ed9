// SPDX-License-Identifier: MIT
// format_json.c - one object, with a line for each finding.
#include "command/formats.h"

#include "command/json.h"

enum { SHAPE = 1 }; // raised when a program that reads it would have to change

static void begin(cv_recorder *recorder) {
    fprintf(recorder->stream, "{\"format\": %d", SHAPE);
    cv_json_member(recorder->stream, ", ", "cvpdf", cvpdf_version());
    fputs(", \"findings\": [", recorder->stream);
}

static void begin_item(cv_recorder *recorder) {
    fputs(recorder->written++ ? ",\n  " : "\n  ", recorder->stream);
}

static void add(cv_recorder *recorder, const cv_finding *finding, const cv_origin *origin) {
    FILE *stream = recorder->stream;
    cv_place place = cv_place_find(finding, origin);
    begin_item(recorder);
    cv_json_member(stream, "{", "code", finding->code);
    cv_json_member(stream, ", ", "severity", cv_severity_name(finding->severity));
    cv_json_member(stream, ", ", "file", place.file);
    cv_json_member(stream, ", ", "source", place.source);
    cv_json_place(stream, ", ", "line", place.line);
    cv_json_place(stream, ", ", "column", place.column);
    cv_json_place(stream, ", ", "end_line", place.end_line);
    cv_json_place(stream, ", ", "end_column", place.end_column);
    cv_json_member(stream, ", ", "message", finding->message);
    cv_json_member(stream, ", ", "hint", finding->hint);
    cv_json_member(stream, ", ", "excerpt", finding->excerpt);
    cv_json_member(stream, ", ", "variant", origin->variant);
    cv_json_member(stream, ", ", "output", origin->output);
    fputc('}', stream);
}

// It has no code and no place.
static void complain(cv_recorder *recorder, const char *message, const char *hint) {
    static const cv_origin nothing = {0};
    recorder->counts[CVPDF_ERROR]++;
    add(recorder, &(cv_finding){.severity = CVPDF_ERROR, .message = message, .hint = hint},
        &nothing);
}

static void end(cv_recorder *recorder, int code) {
    const size_t *counts = recorder->counts;
    fprintf(recorder->stream,
            "],\n \"errors\": %zu, \"warnings\": %zu, \"notes\": %zu, \"dropped\": %zu, "
            "\"exit\": %d}\n",
            counts[CVPDF_ERROR], counts[CVPDF_WARNING], counts[CVPDF_NOTE], recorder->dropped,
            code);
}

const cv_format cv_format_json = {
    .is_document = true,
    .takes_all = true,
    .begin = begin,
    .add = add,
    .complain = complain,
    .end = end,
};
