// SPDX-License-Identifier: MIT
// recorder.c - keeps a complaint until it is known whether a hint follows.
#include "command/recorder.h"

#include "command/formats.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const cv_format *find_format(cv_format_choice choice) {
    switch (choice) {
    case CV_FORMAT_HUMAN: break;
    case CV_FORMAT_JSON: return &cv_format_json;
    case CV_FORMAT_GITHUB: return &cv_format_github;
    case CV_FORMAT_SARIF: return &cv_format_sarif;
    }
    return NULL;
}

void cv_recorder_begin(cv_recorder *recorder, cv_format_choice format, FILE *stream) {
    *recorder = (cv_recorder){.format = find_format(format), .stream = stream};
    assert(recorder->format); // findings for people need no recorder
    recorder->format->begin(recorder);
}

static void finish_complaint(cv_recorder *recorder, const char *hint) {
    if (!recorder->complaint) return;
    recorder->format->complain(recorder, recorder->complaint, hint);
    free(recorder->complaint);
    recorder->complaint = NULL;
}

void cv_recorder_add(cv_recorder *recorder, const cv_finding *finding, const cv_origin *origin) {
    finish_complaint(recorder, NULL);
    recorder->counts[finding->severity]++;
    recorder->format->add(recorder, finding, origin);
}

void cv_recorder_complain(cv_recorder *recorder, const char *message) {
    finish_complaint(recorder, NULL);
    recorder->complaint = strdup(message);
    if (!recorder->complaint) recorder->format->complain(recorder, message, NULL);
}

void cv_recorder_advise(cv_recorder *recorder, const char *hint) {
    finish_complaint(recorder, hint);
}

void cv_recorder_end(cv_recorder *recorder, int code) {
    finish_complaint(recorder, NULL);
    recorder->format->end(recorder, code);
    cv_seen_free(&recorder->fingerprints);
    cv_repository_free(&recorder->repository);
}
