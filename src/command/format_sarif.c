// SPDX-License-Identifier: MIT
// format_sarif.c - Static Analysis Results Interchange Format 2.1.0, errata 01.
//
// All rules stand in the document, used or not, so that a result's rule is its index.
#include "command/formats.h"

#include "command/json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char schema[] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                             "sarif-schema-2.1.0.json";
static const char root_id[] = "%SRCROOT%"; // that code scanning services know

static void put_lines(FILE *stream, const char *title, const char *lines) {
    if (lines) fprintf(stream, "\n\n%s:\n\n```\n%s```", title, lines);
}

// What to do, and the lines of the example, as Markdown.
static void put_help(FILE *stream, const cvpdf_explanation *rule) {
    char *text = NULL;
    size_t size;
    FILE *memory = open_memstream(&text, &size);
    if (memory) {
        fputs(rule->mending, memory);
        put_lines(memory, "Wrong", rule->wrong);
        put_lines(memory, rule->wrong ? "Right" : "For example", rule->right);
        fclose(memory);
    }
    cv_json_member(stream, ", \"help\": {", "text", rule->mending);
    cv_json_member(stream, ", ", "markdown", text ? text : rule->mending);
    fputc('}', stream);
    free(text);
}

static void put_rule(FILE *stream, const cvpdf_explanation *rule) {
    cv_json_member(stream, "\n    {", "id", rule->code);
    cv_json_member(stream, ", \"shortDescription\": {", "text", rule->title);
    cv_json_member(stream, "}, \"fullDescription\": {", "text", rule->meaning);
    fputc('}', stream);
    put_help(stream, rule);
    cv_json_member(stream, ", \"defaultConfiguration\": {", "level",
                   cv_severity_name(rule->severity));
    fputs("}}", stream);
}

static void begin(cv_recorder *recorder) {
    FILE *stream = recorder->stream;
    cvpdf_explanation rule;
    cv_json_member(stream, "{", "$schema", schema);
    fputs(", \"version\": \"2.1.0\", \"runs\": [{\n \"tool\": {\"driver\": {\"name\": \"cvpdf\"",
          stream);
    cv_json_member(stream, ", ", "version", cvpdf_version());
    cv_json_member(stream, ", ", "semanticVersion", cvpdf_version());
    fputs(", \"rules\": [", stream);
    for (size_t i = 0; cvpdf_explain(i, &rule); i++) {
        if (i) fputc(',', stream);
        put_rule(stream, &rule);
    }
    fputs("]}},\n \"columnKind\": \"unicodeCodePoints\",\n \"originalUriBaseIds\": {", stream);
    cv_json_text(stream, root_id);
    fputs(": {\"description\": {\"text\": \"the root of the repository, else the current "
          "folder\"}}},\n"
          " \"results\": [",
          stream);
    recorder->later = open_memstream(&recorder->later_text, &recorder->later_size);
}

static size_t rule_index(const char *code) {
    cvpdf_explanation rule;
    size_t index = 0;
    while (cvpdf_explain(index, &rule) && strcmp(rule.code, code) != 0) index++;
    return index;
}

// RFC 3986: what is not unreserved is a percent sign and two digits; slashes part the names.
static void put_uri(FILE *stream, const char *path) {
    static const char unreserved[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    for (; *path; path++) {
        if (strchr(unreserved, *path))
            fputc(*path, stream);
        else
            fprintf(stream, "%%%02X", (unsigned char)*path);
    }
}

static void put_file(cv_recorder *recorder, const char *path) {
    FILE *stream = recorder->stream;
    const char *relative = cv_repository_relative(&recorder->repository, path);
    char *whole = relative ? NULL : realpath(path, NULL);
    fputs("\"artifactLocation\": {\"uri\": \"", stream);
    if (whole) fputs("file://", stream);
    put_uri(stream, relative ? relative : whole ? whole : path);
    fputc('"', stream);
    if (relative) cv_json_member(stream, ", ", "uriBaseId", root_id);
    fputc('}', stream);
    free(whole);
}

static void put_region(FILE *stream, const cv_place *place) {
    if (place->line == 0) return;
    fprintf(stream, ", \"region\": {\"startLine\": %zu", place->line);
    if (place->column) fprintf(stream, ", \"startColumn\": %zu", place->column);
    fprintf(stream, ", \"endLine\": %zu", place->end_line);
    if (place->column) fprintf(stream, ", \"endColumn\": %zu", place->end_column);
    fputc('}', stream);
}

// What is said of which text in which file, wherever that has gone in it; the number tells those
// apart that agree in all of this.
static void put_fingerprint(cv_recorder *recorder, const cv_finding *finding,
                            const cv_place *place) {
    const char *file =
        place->file ? cv_repository_relative(&recorder->repository, place->file) : NULL;
    const char *const parts[] = {finding->code, file ? file : finding->name, finding->message,
                                 finding->excerpt ? finding->excerpt : ""};
    uint64_t hash = CV_HASH_START;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        hash = cv_hash(hash, parts[i], strlen(parts[i]) + 1);
    size_t number = 1;
    while (cv_seen_add(&recorder->fingerprints, cv_hash(hash, &number, sizeof number))) number++;
    fprintf(recorder->stream, ", \"partialFingerprints\": {\"cvpdf/v1\": \"%016" PRIx64 ":%zu\"}",
            hash, number);
}

// In a message, "[text](target)" is a link: no text of a resume may make one.
static void put_without_links(FILE *stream, const char *text) {
    for (; *text; text++) {
        fputc(*text, stream);
        if (text[0] == ']' && text[1] == '(') fputc(' ', stream);
    }
}

// A message is one text: what is found, and in brackets what to do.
static void put_message(FILE *stream, const cv_finding *finding, const cv_place *place) {
    char *text = NULL;
    size_t size;
    FILE *memory = open_memstream(&text, &size);
    if (memory) {
        if (place->source) put_without_links(memory, place->source);
        if (place->source) fputs(": ", memory);
        put_without_links(memory, finding->message);
        if (finding->hint) fputs(" (", memory);
        if (finding->hint) put_without_links(memory, finding->hint);
        if (finding->hint) fputc(')', memory);
        fclose(memory);
    }
    cv_json_member(stream, ", \"message\": {", "text", text ? text : finding->message);
    fputc('}', stream);
    free(text);
}

static void add(cv_recorder *recorder, const cv_finding *finding, const cv_origin *origin) {
    FILE *stream = recorder->stream;
    cv_place place = cv_place_find(finding, origin);
    fputs(recorder->written++ ? ",\n  " : "\n  ", stream);
    cv_json_member(stream, "{", "ruleId", finding->code);
    fprintf(stream, ", \"ruleIndex\": %zu", rule_index(finding->code));
    cv_json_member(stream, ", ", "level", cv_severity_name(finding->severity));
    put_message(stream, finding, &place);
    if (place.file) {
        fputs(", \"locations\": [{\"physicalLocation\": {", stream);
        put_file(recorder, place.file);
        put_region(stream, &place);
        fputs("}}]", stream);
    }
    put_fingerprint(recorder, finding, &place);
    if (origin->variant) cv_json_member(stream, ", \"properties\": {", "variant", origin->variant);
    fputs(origin->variant ? "}}" : "}", stream);
}

// Without memory it is lost here, but not in the exit code.
static void complain(cv_recorder *recorder, const char *message, const char *hint) {
    FILE *later = recorder->later;
    if (!later) return;
    fputs(ftell(later) > 0 ? ",\n   " : "\n   ", later);
    fputs("{\"level\": \"error\"", later);
    cv_json_member(later, ", \"message\": {", "text", message);
    if (hint) cv_json_member(later, "}, \"properties\": {", "hint", hint);
    fputs("}}", later);
}

// A run that came to its end was successful, also where it has found mistakes.
static void end(cv_recorder *recorder, int code) {
    bool is_successful = code < 2;
    if (recorder->later) fclose(recorder->later);
    fprintf(recorder->stream,
            "],\n \"invocations\": [{\"executionSuccessful\": %s, \"exitCode\": %d,\n"
            "  \"toolExecutionNotifications\": [%s]}]\n}]}\n",
            is_successful ? "true" : "false", code,
            recorder->later_text ? recorder->later_text : "");
    free(recorder->later_text);
}

const cv_format cv_format_sarif = {
    .is_document = true,
    .begin = begin,
    .add = add,
    .complain = complain,
    .end = end,
};
