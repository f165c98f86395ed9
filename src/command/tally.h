// SPDX-License-Identifier: MIT
// tally.h - what became of the outputs of a build.
#ifndef CV_COMMAND_TALLY_H
#define CV_COMMAND_TALLY_H

#include "command/plan.h"
#include "command/terminal.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum cv_fate {
    CV_FATE_PENDING, // it was not come to
    CV_FATE_MADE,
    CV_FATE_UNCHANGED,
    CV_FATE_MISSING, // of --check and --dry-run
    CV_FATE_DIFFERS,
    CV_FATE_FAILED,
    CV_FATE_COUNT
} cv_fate;

typedef struct cv_outcome {
    uint8_t fate, code; // `code`: what this alone would exit with
    uint16_t pages, warnings, errors;
} cv_outcome;

typedef struct cv_tally {
    cv_outcome *outcomes; // of the chosen tasks
    size_t count;
    size_t fates[CV_FATE_COUNT];
    size_t pages, warnings; // `warnings`: each is counted once, however many outputs have it
    size_t bytes;
    int code; // the highest
} cv_tally;

// False if memory runs out.
bool cv_tally_open(cv_tally *tally, size_t count);
void cv_tally_add(cv_tally *tally, size_t place, cv_outcome outcome);
void cv_tally_free(cv_tally *tally);

// One line: "cvpdf: 3 made, 1 unchanged; 5 pages".
void cv_tally_print(const cv_tally *tally, const cv_terminal *terminal);

// The same, and each output, as JSON on standard output.
void cv_stats_print(const cv_tally *tally, const cv_plan *plan, double seconds);

#endif
