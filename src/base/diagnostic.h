// SPDX-License-Identifier: MIT
// diagnostic.h - findings: a stage adds them and goes on; nobody below the library prints.
#ifndef CV_BASE_DIAGNOSTIC_H
#define CV_BASE_DIAGNOSTIC_H

#include "base/arena.h"
#include "base/array.h"
#include "base/source.h"

typedef enum cv_severity { CV_NOTE, CV_WARNING, CV_ERROR } cv_severity;

// CV_UNKNOWN_KEY and so on, one for each line of diagnostics.def.
typedef enum cv_problem {
#define X(name, code, severity) CV_##name,
#include "base/diagnostics.def"
#undef X
    CV_PROBLEM_COUNT
} cv_problem;

typedef struct cv_diagnostic {
    struct cv_diagnostic *next;
    cv_problem problem;
    cv_span span;
    const char *message; // one clause, lower case, no full stop, no "error:"
    const char *hint;    // what to write instead, or NULL
} cv_diagnostic;

typedef struct cv_sources CV_ARRAY(cv_source) cv_sources;

// Whether a warning or a note, of which `problem` and `span` are known, is not to be heard.
typedef bool cv_silencer(void *silences, const cv_diagnostic *found);

typedef struct cv_report {
    cv_arena *arena;
    cv_sources sources;
    cv_diagnostic *first, **last; // in the order of discovery
    unsigned errors, warnings;
    unsigned stored[CV_ERROR + 1]; // by severity, so that warnings do not crowd out errors
    unsigned dropped;              // past CV_LIMIT_DIAGNOSTICS of one they are only counted
    unsigned dropped_of[CV_PROBLEM_COUNT];
    cv_diagnostic overflow; // what cv_report_add() returns then
    cv_silencer *silencer;  // NULL: everything is heard
    void *silences;         // its own
} cv_report;

// An empty report, whose findings live in `arena`.
void cv_report_init(cv_report *report, cv_arena *arena);

// Makes a text known, for spans to point into, and returns its number. The bytes are not copied.
uint32_t cv_report_add_source(cv_report *report, const char *name, cv_bytes bytes);

// Adds a finding and returns it, so that a caller can set its hint. What is silenced is neither
// stored nor counted.
cv_diagnostic *cv_report_add(cv_report *report, cv_problem problem, cv_span span,
                             const char *format, ...) __attribute__((format(printf, 4, 5)));

// Whether one more of `severity` is only counted, so that nobody will see its place or hint.
bool cv_report_is_full(const cv_report *report, cv_severity severity);

// Orders the findings by source and place; equal places keep the order of discovery. What was found
// twice, in two variants say, stays once.
void cv_report_sort(cv_report *report);

const char *cv_problem_code(cv_problem problem); // "CV101"
cv_problem cv_problem_find(const char *code);    // CV_PROBLEM_COUNT if there is none
cv_severity cv_problem_severity(cv_problem problem);

#endif
