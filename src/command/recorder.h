// SPDX-License-Identifier: MIT
// recorder.h - messages for programs, in the place of those for people.
//
// What is found, and what the program complains of, goes to a recorder one by one; a format
// (json, github, sarif) says how each is written.
#ifndef CV_COMMAND_RECORDER_H
#define CV_COMMAND_RECORDER_H

#include "command/finding.h"
#include "command/place.h"
#include "command/repository.h"
#include "command/seen.h"

#include <stdbool.h>
#include <stdio.h>

typedef enum cv_format_choice {
    CV_FORMAT_HUMAN,
    CV_FORMAT_JSON,
    CV_FORMAT_GITHUB,
    CV_FORMAT_SARIF
} cv_format_choice;

typedef struct cv_recorder cv_recorder;

typedef struct cv_format {
    bool is_document; // nothing else may stand in the stream
    bool takes_all;   // also what many outputs have, once for each of them
    void (*begin)(cv_recorder *recorder);
    void (*add)(cv_recorder *recorder, const cv_finding *finding, const cv_origin *origin);
    void (*complain)(cv_recorder *recorder, const char *message, const char *hint);
    void (*end)(cv_recorder *recorder, int code); // `code`: what the program exits with
} cv_format;

struct cv_recorder {
    const cv_format *format;
    FILE *stream;
    char *complaint;  // not yet written, for its hint may follow; from malloc(), or NULL
    size_t counts[3]; // of findings, by severity
    size_t dropped;   // findings past the limit of a report
    size_t written;   // of a list, so far
    FILE *later;      // of sarif: what stands behind the list
    char *later_text;
    size_t later_size;
    cv_seen fingerprints;     // of sarif
    cv_repository repository; // of github and sarif
};

// `format` is not CV_FORMAT_HUMAN. Writes the beginning of a document.
void cv_recorder_begin(cv_recorder *recorder, cv_format_choice format, FILE *stream);
void cv_recorder_end(cv_recorder *recorder, int code);

void cv_recorder_add(cv_recorder *recorder, const cv_finding *finding, const cv_origin *origin);

// What is no finding in a resume: a file that cannot be opened, say. A hint belongs to the
// complaint before it.
void cv_recorder_complain(cv_recorder *recorder, const char *message);
void cv_recorder_advise(cv_recorder *recorder, const char *hint);

#endif
