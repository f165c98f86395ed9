// SPDX-License-Identifier: MIT
// stats.c - one object for each output.
#include "command/tally.h"

#include "command/json.h"

#include <stdio.h>

static const char *const fate_names[] = {
    [CV_FATE_PENDING] = "pending", [CV_FATE_MADE] = "made",       [CV_FATE_UNCHANGED] = "unchanged",
    [CV_FATE_MISSING] = "missing", [CV_FATE_DIFFERS] = "differs", [CV_FATE_FAILED] = "failed",
};

static void print_outcome(const cv_plan *plan, const cv_task *task, const cv_outcome *outcome) {
    cv_json_member(stdout, "{", "output", task->path);
    cv_json_member(stdout, ", ", "file", plan->sources.items[task->source].input.name);
    cv_json_member(stdout, ", ", "variant", task->variant);
    bool has_row = task->row != CV_NO_ROW;
    cv_json_place(stdout, ", ", "line", has_row ? plan->rows.items[task->row].line : 0);
    cv_json_member(stdout, ", ", "state", fate_names[outcome->fate]);
    printf(", \"exit\": %d, \"pages\": %d, \"warnings\": %d, \"errors\": %d}", outcome->code,
           outcome->pages, outcome->warnings, outcome->errors);
}

static void print_totals(const cv_tally *tally, size_t broken, double seconds) {
    const size_t *fates = tally->fates;
    printf("{\"made\": %zu, \"unchanged\": %zu, \"missing\": %zu, \"differs\": %zu, "
           "\"failed\": %zu, \"pending\": %zu, \"pages\": %zu, \"warnings\": %zu, "
           "\"seconds\": %.6f}",
           fates[CV_FATE_MADE], fates[CV_FATE_UNCHANGED], fates[CV_FATE_MISSING],
           fates[CV_FATE_DIFFERS], fates[CV_FATE_FAILED] + broken, fates[CV_FATE_PENDING],
           tally->pages, tally->warnings, seconds);
}

void cv_stats_print(const cv_tally *tally, const cv_plan *plan, double seconds) {
    fputs("{\"total\": ", stdout);
    print_totals(tally, plan->broken, seconds);
    fputs(",\n \"outputs\": [", stdout);
    for (size_t i = 0; i < tally->count; i++) {
        fputs(i ? ",\n  " : "\n  ", stdout);
        print_outcome(plan, &plan->tasks[plan->chosen[i]], &tally->outcomes[i]);
    }
    fputs("]}\n", stdout);
}
