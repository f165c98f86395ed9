// SPDX-License-Identifier: MIT
// json_to_tree.c - any bytes as JSON. What is taken, jansson takes, too, and the other way round,
// but for what a resume may not hold and what jansson cannot.
#include "fuzz.h"
#include "read_twice.h"

#include "base/limits.h"

#include <jansson.h>

// What jansson says where it differs: of numbers past 64 bits, and of a byte-order mark.
static bool is_about_size(const json_error_t *error) {
    return strstr(error->text, "too big") || strstr(error->text, "overflow");
}

static bool jansson_takes(const uint8_t *data, size_t size, bool *may_differ) {
    json_error_t error = {0};
    size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL;
    json_t *value = json_loadb((const char *)data, size, flags, &error);
    *may_differ = is_about_size(&error) || (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0);
    json_decref(value);
    return value != NULL;
}

static bool is_about_content(cv_problem problem) {
    return problem == CV_READ_CONTROL_CHARACTER || problem == CV_READ_PRIVATE_CHARACTER ||
           problem == CV_READ_BIDI_CONTROL || problem == CV_READ_KEY_TOO_LONG ||
           problem == CV_READ_TOO_DEEP || problem == CV_READ_TOO_MANY_NODES ||
           problem == CV_READ_DIRECTIVE || problem == CV_READ_TOO_LARGE;
}

static bool we_take(const uint8_t *data, size_t size, bool *may_differ) {
    cv_arena *arena = cv_arena_create(0);
    if (!arena || setjmp(*cv_arena_recovery(arena))) abort(); // no memory
    cv_report report;
    cv_report_init(&report, arena);
    uint32_t source = cv_report_add_source(&report, "input.json", (cv_bytes){data, size});
    cv_tree_read(source, arena, &report);
    bool is_taken = report.errors == 0;
    for (const cv_diagnostic *each = report.first; each; each = each->next)
        *may_differ |= is_about_content(each->problem);
    cv_arena_destroy(arena);
    return is_taken;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_twice("input.json", data, size);
    bool may_differ;
    bool is_taken = jansson_takes(data, size, &may_differ);
    if (we_take(data, size, &may_differ) != is_taken && !may_differ) abort();
    return 0;
}
