// SPDX-License-Identifier: MIT
// stats.c - the door to jansson: one object for each output, so that memory stays flat.
#include "command/tally.h"

#include "command/cell.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const fate_names[] = {
    [CV_FATE_PENDING] = "pending", [CV_FATE_MADE] = "made",       [CV_FATE_UNCHANGED] = "unchanged",
    [CV_FATE_MISSING] = "missing", [CV_FATE_DIFFERS] = "differs", [CV_FATE_FAILED] = "failed",
};

// A path need not be UTF-8; JSON has to be. NULL makes packing fail.
static json_t *text(const char *from) {
    json_t *as_it_is = json_string(from);
    if (as_it_is) return as_it_is;
    size_t size = strlen(from), used = 0;
    char *shown = malloc(size * sizeof((cv_cell *)0)->text + 1);
    if (!shown) return NULL;
    for (size_t at = 0; at < size;) {
        cv_cell cell = cv_cell_read((const unsigned char *)from + at, size - at);
        size_t length = strlen(cell.text);
        memcpy(shown + used, cell.text, length);
        used += length;
        at += cell.size;
    }
    json_t *escaped = json_stringn(shown, used);
    free(shown);
    return escaped;
}

static bool print(json_t *value) {
    bool is_printed = value && json_dumpf(value, stdout, JSON_COMPACT) == 0;
    json_decref(value);
    return is_printed || ferror(stdout); // which is told when it is closed
}

static json_t *pack_outcome(const cv_plan *plan, const cv_task *task, const cv_outcome *outcome) {
    json_t *row = json_null();
    if (task->row != CV_NO_ROW) row = json_integer((json_int_t)plan->rows.items[task->row].line);
    return json_pack("{s:o, s:o, s:o, s:o, s:s, s:i, s:i, s:i, s:i}",              //
                     "output", text(task->path),                                   //
                     "file", text(plan->sources.items[task->source].input.name),   //
                     "variant", task->variant ? text(task->variant) : json_null(), //
                     "line", row,                                                  //
                     "state", fate_names[outcome->fate],                           //
                     "exit", outcome->code, "pages", outcome->pages,               //
                     "warnings", outcome->warnings, "errors", outcome->errors);
}

static json_t *pack_totals(const cv_tally *tally, size_t broken, double seconds) {
    const size_t *fates = tally->fates;
    return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:f}",        //
                     "made", (json_int_t)fates[CV_FATE_MADE],                //
                     "unchanged", (json_int_t)fates[CV_FATE_UNCHANGED],      //
                     "missing", (json_int_t)fates[CV_FATE_MISSING],          //
                     "differs", (json_int_t)fates[CV_FATE_DIFFERS],          //
                     "failed", (json_int_t)(fates[CV_FATE_FAILED] + broken), //
                     "pending", (json_int_t)fates[CV_FATE_PENDING],          //
                     "pages", (json_int_t)tally->pages,                      //
                     "warnings", (json_int_t)tally->warnings, "seconds", seconds);
}

bool cv_stats_print(const cv_tally *tally, const cv_plan *plan, double seconds) {
    fputs("{\"total\": ", stdout);
    bool is_good = print(pack_totals(tally, plan->broken, seconds));
    fputs(",\n \"outputs\": [", stdout);
    for (size_t i = 0; i < tally->count && is_good; i++) {
        fputs(i ? ",\n  " : "\n  ", stdout);
        is_good = print(pack_outcome(plan, &plan->tasks[plan->chosen[i]], &tally->outcomes[i]));
    }
    fputs("]}\n", stdout);
    return is_good;
}
