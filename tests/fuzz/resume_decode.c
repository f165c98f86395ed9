// SPDX-License-Identifier: MIT
// resume_decode.c - a line "path=value" for one setting, then any bytes as the resume, of which the
// last variant is looked at, too. The models are the same twice, the tree that came in stays as it
// was, and spans stay within their sources.
#include "base/limits.h"
#include "fuzz.h"
#include "resume/resume.h"
#include "select/select.h"
#include "tailor/tailor.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

typedef struct fuzz_input {
    cv_setting setting; // path NULL: none
    cv_bytes resume;
} fuzz_input;

static fuzz_input split_input(const uint8_t *data, size_t size, cv_arena *arena) {
    const uint8_t *line_end = size ? memchr(data, '\n', size) : NULL;
    if (!line_end) return (fuzz_input){.resume = {data, size}};
    char *line = cv_copy(arena, (const char *)data, (size_t)(line_end - data));
    fuzz_input result = {.resume = {line_end + 1, size - (size_t)(line_end - data) - 1}};
    char *value = strchr(line, '=');
    if (!value) return result;
    *value++ = '\0';
    result.setting = (cv_setting){"--set", line, value};
    return result;
}

static void check_findings(const cv_report *report) {
    for (const cv_diagnostic *each = report->first; each; each = each->next) {
        if (each->span.source >= report->sources.count) abort();
        const cv_source *source = &report->sources.items[each->span.source];
        if (each->span.begin > each->span.end || each->span.end > source->bytes.size) abort();
    }
}

static const char *dump_tree(const cv_node *tree, const cv_report *report, cv_arena *arena) {
    cv_text_builder out = {.arena = arena};
    cv_tree_dump(tree, report, &out);
    return cv_text_string(&out);
}

// What a variant shows of the resume, why, and in what it differs from `base`, if that is not NULL.
static const cv_resume *decode_variant(const cv_node *tree, const cv_tailor_options *options,
                                       const cv_resume *base, cv_report *report,
                                       cv_text_builder *out) {
    const cv_tailored *tailored = cv_tailor(tree, options, out->arena, report);
    const cv_resume *full = cv_resume_decode(tailored->tree, out->arena, report);
    if (!report->errors && !full->name.string) abort();
    const cv_resume *shown = cv_select(full, &tailored->selection, out->arena, report);
    cv_resume_dump(shown, out);
    cv_why_write(full, &tailored->selection, report, out);
    if (base) cv_diff_write(base, shown, report, out);
    cv_text_add(out, "%s\n", tailored->output ? tailored->output : "");
    return shown;
}

// The models and the findings as text, which lives as long as `arena`.
static const char *decode_and_dump(const fuzz_input *input, cv_arena *arena) {
    cv_report report;
    cv_report_init(&report, arena);
    uint32_t source = cv_report_add_source(&report, "input", input->resume);
    const cv_node *tree = cv_tree_read(source, arena, &report);
    if (!tree) return "";
    const char *before = dump_tree(tree, &report, arena);
    cv_tailor_options options = {
        .settings = &input->setting, .setting_count = input->setting.path ? 1 : 0, .file = "cv"};
    cv_text_builder out = {.arena = arena};
    const cv_resume *base = decode_variant(tree, &options, NULL, &report, &out);
    cv_outputs outputs = cv_tailor_list(tree, &options, arena, &report);
    options.variant = outputs.count ? outputs.items[outputs.count - 1].variant : NULL;
    options.locks_facts = true;
    if (options.variant) decode_variant(tree, &options, base, &report, &out);
    if (strcmp(before, dump_tree(tree, &report, arena)) != 0) abort();
    cv_report_sort(&report);
    check_findings(&report);
    for (const cv_diagnostic *each = report.first; each; each = each->next)
        cv_text_add(&out, "%s %s\n", each->message, each->hint ? each->hint : "");
    return cv_text_string(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    cv_arena *arena = cv_arena_create(CV_LIMIT_JOB_BYTES);
    if (!arena) abort();
    if (setjmp(*cv_arena_recovery(arena)) == 0) {
        fuzz_input input = split_input(data, size, arena);
        const char *once = decode_and_dump(&input, arena);
        if (strcmp(once, decode_and_dump(&input, arena)) != 0) abort();
    }
    cv_arena_destroy(arena);
    return 0;
}
