// SPDX-License-Identifier: MIT
// findings.c - printed into memory by the one printer there is, told apart by 64-bit hashes.
#include "command/findings.h"

#include "command/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool cv_findings_take(cv_findings *findings, const cvpdf_result *result,
                      const cv_terminal *terminal) {
    *findings = (cv_findings){0};
    size_t count = result ? cvpdf_result_diagnostic_count(result) : 0;
    size_t inputs = result ? cvpdf_result_input_count(result) : 0;
    if (count + inputs == 0) return true;
    cv_terminal memory = {open_memstream(&findings->text, &findings->size), terminal->has_color};
    if (!memory.stream) return false;
    for (size_t i = 0; i < count; i++) {
        cvpdf_diagnostic finding = cvpdf_result_diagnostic(result, i);
        findings->errors += finding.severity == CVPDF_ERROR;
        findings->warnings += finding.severity == CVPDF_WARNING;
        if (finding.severity == CVPDF_NOTE && finding.line == 0)
            fprintf(memory.stream, "%c%s", CV_NOTE_MARK, finding.message);
        else
            cv_finding_print(&finding, &memory);
        fputc('\0', memory.stream);
    }
    for (size_t i = 0; i < inputs; i++)
        fprintf(memory.stream, "%c%s%c", CV_INPUT_MARK, cvpdf_result_input(result, i), '\0');
    bool is_written = !ferror(memory.stream);
    return fclose(memory.stream) == 0 && is_written;
}

// FNV-1a, 64 bits; 0 is kept for free places.
static uint64_t hash(const char *text, size_t size) {
    uint64_t value = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < size; i++)
        value = (value ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return value ? value : 1;
}

static uint64_t *find(uint64_t *hashes, size_t room, uint64_t value) {
    size_t at = (size_t)value & (room - 1); // a power of 2
    while (hashes[at] && hashes[at] != value) at = (at + 1) & (room - 1);
    return &hashes[at];
}

static bool grow(cv_seen *seen) {
    size_t room = seen->room ? 2 * seen->room : 64;
    uint64_t *hashes = calloc(room, sizeof *hashes);
    if (!hashes) return false;
    for (size_t i = 0; i < seen->room; i++)
        if (seen->hashes[i]) *find(hashes, room, seen->hashes[i]) = seen->hashes[i];
    free(seen->hashes);
    seen->hashes = hashes;
    seen->room = room;
    return true;
}

// True if it has been added before. Without memory for it, things are said twice.
static bool is_seen(cv_seen *seen, uint64_t value) {
    if (2 * seen->count >= seen->room && !grow(seen)) return false;
    uint64_t *place = find(seen->hashes, seen->room, value);
    bool is_old = *place == value;
    if (!is_old) seen->count++;
    *place = value;
    return is_old;
}

size_t cv_findings_print(const char *text, size_t size, cv_seen *seen,
                         const cv_terminal *terminal) {
    size_t printed = 0;
    if (size == 0) return 0;
    for (const char *end = text + size; text < end;) {
        size_t length = strnlen(text, (size_t)(end - text));
        bool is_finding = *text != CV_NOTE_MARK && *text != CV_INPUT_MARK;
        if (is_finding && !is_seen(seen, hash(text, length))) {
            fwrite(text, 1, length, terminal->stream);
            printed++;
        }
        text += length + (text + length < end);
    }
    return printed;
}

const char *cv_findings_note(const char *text, size_t size) {
    if (size == 0) return NULL;
    for (const char *end = text + size; text < end; text += strlen(text) + 1)
        if (*text == CV_NOTE_MARK) return text + 1;
    return NULL;
}

void cv_seen_free(cv_seen *seen) { free(seen->hashes); }
