// SPDX-License-Identifier: MIT
// tally.c - counts.
#include "command/tally.h"

#include <stdlib.h>

bool cv_tally_open(cv_tally *tally, size_t count) {
    *tally = (cv_tally){.count = count, .outcomes = calloc(count + 1, sizeof *tally->outcomes)};
    tally->fates[CV_FATE_PENDING] = count;
    return tally->outcomes;
}

void cv_tally_add(cv_tally *tally, size_t place, cv_outcome outcome) {
    tally->outcomes[place] = outcome;
    tally->fates[CV_FATE_PENDING]--;
    tally->fates[outcome.fate]++;
    tally->pages += outcome.pages;
    if (outcome.code > tally->code) tally->code = outcome.code;
}

void cv_tally_free(cv_tally *tally) { free(tally->outcomes); }

static void print_count(const cv_terminal *terminal, const char **lead, size_t count,
                        const char *one, const char *many) {
    if (count == 0) return;
    cv_print(terminal, "%s %zu %s", *lead, count, count == 1 ? one : many);
    *lead = ",";
}

void cv_tally_print(const cv_tally *tally, const cv_terminal *terminal) {
    static const char *const names[] = {
        [CV_FATE_MADE] = "made",       [CV_FATE_UNCHANGED] = "unchanged",
        [CV_FATE_MISSING] = "missing", [CV_FATE_DIFFERS] = "different",
        [CV_FATE_FAILED] = "failed",   [CV_FATE_PENDING] = "not begun",
    };
    static const cv_fate order[] = {CV_FATE_MADE,    CV_FATE_UNCHANGED, CV_FATE_MISSING,
                                    CV_FATE_DIFFERS, CV_FATE_FAILED,    CV_FATE_PENDING};
    const char *lead = "cvpdf:";
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        print_count(terminal, &lead, tally->fates[order[i]], names[order[i]], names[order[i]]);
    if (tally->count + tally->fates[CV_FATE_FAILED] == 0)
        cv_print(terminal, "%s nothing to make", lead);
    lead = ";";
    print_count(terminal, &lead, tally->pages, "page", "pages");
    print_count(terminal, &lead, tally->warnings, "warning", "warnings");
    cv_print(terminal, "\n");
}
