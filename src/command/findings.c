// SPDX-License-Identifier: MIT
// findings.c - a head of numbers and five texts for each.
#include "command/findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_TEXT = 4096, TEXT_COUNT = 5 };

// It is the same program on both sides.
typedef struct packed_head {
    size_t size; // of the texts behind it, each ended by a NUL
    size_t line, column, end_line, end_column, mark, mark_size;
    uint32_t severity, has_hint, has_excerpt; // no bool: any bytes have a value
} packed_head;

static size_t shown_size(const char *text) {
    size_t size = strnlen(text, LONGEST_TEXT + 1);
    if (size <= LONGEST_TEXT) return size;
    size = LONGEST_TEXT;
    while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80) size--; // inside of a letter
    return size;
}

static void put_text(FILE *stream, const char *text) {
    size_t size = text ? shown_size(text) : 0;
    if (size) fwrite(text, 1, size, stream);
    if (size && text[size]) fputs("…", stream);
    fputc('\0', stream);
}

// Its own size is known last, and written first.
static void pack(FILE *stream, const cv_finding *finding) {
    packed_head head = {
        .line = finding->line,
        .column = finding->column,
        .end_line = finding->end_line,
        .end_column = finding->end_column,
        .mark = finding->mark,
        .mark_size = finding->mark_size,
        .severity = (uint32_t)finding->severity,
        .has_hint = finding->hint != NULL,
        .has_excerpt = finding->excerpt != NULL,
    };
    long begin = ftell(stream);
    fwrite(&head, sizeof head, 1, stream);
    put_text(stream, finding->code);
    put_text(stream, finding->message);
    put_text(stream, finding->name);
    put_text(stream, finding->hint);
    put_text(stream, finding->excerpt);
    long end = ftell(stream);
    head.size = (size_t)(end - begin) - sizeof head;
    fseek(stream, begin, SEEK_SET);
    fwrite(&head, sizeof head, 1, stream);
    fseek(stream, end, SEEK_SET);
}

static bool take_inputs(cv_findings *findings, const cvpdf_result *result) {
    size_t count = result ? cvpdf_result_input_count(result) : 0;
    if (count == 0) return true;
    FILE *stream = open_memstream(&findings->inputs, &findings->inputs_size);
    if (!stream) return false;
    for (size_t i = 0; i < count; i++) fprintf(stream, "%s%c", cvpdf_result_input(result, i), '\0');
    bool is_written = !ferror(stream);
    return fclose(stream) == 0 && is_written;
}

bool cv_findings_take(cv_findings *findings, const cvpdf_result *result) {
    *findings = (cv_findings){0};
    size_t count = result ? cvpdf_result_diagnostic_count(result) : 0;
    if (!take_inputs(findings, result)) return false;
    if (count == 0) return true;
    FILE *stream = open_memstream(&findings->bytes, &findings->size);
    if (!stream) return false;
    findings->dropped = (uint32_t)cvpdf_result_dropped_count(result);
    for (size_t i = 0; i < count; i++) {
        cvpdf_diagnostic found = cvpdf_result_diagnostic(result, i);
        cv_excerpt room;
        cv_finding finding = cv_finding_of(&found, &room);
        findings->errors += found.severity == CVPDF_ERROR;
        findings->warnings += found.severity == CVPDF_WARNING;
        pack(stream, &finding);
    }
    bool is_written = !ferror(stream);
    return fclose(stream) == 0 && is_written;
}

void cv_findings_free(cv_findings *findings) {
    free(findings->bytes);
    free(findings->inputs);
}

// The texts of `bytes[size]`, of which there have to be as many as there are NULs.
static bool read_texts(const char *bytes, size_t size, const char *texts[TEXT_COUNT]) {
    const char *end = bytes + size;
    for (int i = 0; i < TEXT_COUNT; i++) {
        texts[i] = bytes;
        bytes = memchr(bytes, '\0', (size_t)(end - bytes));
        if (!bytes) return false;
        bytes++;
    }
    return bytes == end;
}

bool cv_findings_next(const char **bytes, size_t *size, cv_finding *finding) {
    packed_head head;
    const char *texts[TEXT_COUNT];
    if (*size < sizeof head) return false;
    memcpy(&head, *bytes, sizeof head);
    if (head.size > *size - sizeof head || head.severity > CVPDF_ERROR) return false;
    if (!read_texts(*bytes + sizeof head, head.size, texts)) return false;
    *finding = (cv_finding){
        .severity = (cvpdf_severity)head.severity,
        .code = texts[0],
        .message = texts[1],
        .name = texts[2],
        .hint = head.has_hint ? texts[3] : NULL,
        .line = head.line,
        .column = head.column,
        .end_line = head.end_line,
        .end_column = head.end_column,
        .excerpt = head.has_excerpt ? texts[4] : NULL,
        .mark = head.mark,
        .mark_size = head.mark_size,
    };
    *bytes += sizeof head + head.size;
    *size -= sizeof head + head.size;
    return true;
}

bool cv_findings_are_sound(const char *bytes, size_t size) {
    cv_finding finding;
    while (cv_findings_next(&bytes, &size, &finding)) continue;
    return size == 0;
}

const char *cv_findings_note(const char *bytes, size_t size) {
    cv_finding finding;
    while (cv_findings_next(&bytes, &size, &finding))
        if (cv_finding_is_note_on_the_whole(&finding)) return finding.message;
    return NULL;
}
