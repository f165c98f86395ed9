// SPDX-License-Identifier: MIT
// inputs.c - kept with the resume that names them.
#include "command/inputs.h"

#include <string.h>

static bool has_input(const cv_source_file *source, const char *path) {
    for (size_t i = 0; i < source->input_count; i++)
        if (strcmp(source->inputs[i], path) == 0) return true;
    return false;
}

bool cv_inputs_note(cv_plan *plan, uint32_t source, const char *path) {
    cv_source_file *file = &plan->sources.items[source];
    if (has_input(file, path)) return true;
    const char **grown =
        cv_grown(file->inputs, &file->input_room, file->input_count, sizeof *file->inputs);
    if (!grown) return false;
    file->inputs = grown;
    const char *copy = cv_store_copy(&plan->store, path, strlen(path));
    if (copy) file->inputs[file->input_count++] = copy;
    return copy;
}

bool cv_inputs_note_all(cv_plan *plan, uint32_t source, const char *inputs, size_t size) {
    for (size_t at = 0; at < size; at += strlen(inputs + at) + 1)
        if (!cv_inputs_note(plan, source, inputs + at)) return false;
    return true;
}

// True if one of the first `count` resumes names it too.
static bool is_printed(const cv_plan *plan, size_t count, const char *path) {
    for (size_t i = 0; i < count; i++)
        if (has_input(&plan->sources.items[i], path)) return true;
    return false;
}

void cv_inputs_print(const cv_plan *plan) {
    cv_terminal out = {.stream = stdout};
    const cv_sources *sources = &plan->sources;
    for (size_t i = 0; i < sources->count; i++)
        cv_print(&out, "%s\n", sources->items[i].input.name);
    if (plan->options->table) cv_print(&out, "%s\n", plan->options->table);
    for (size_t i = 0; i < sources->count; i++)
        for (size_t j = 0; j < sources->items[i].input_count; j++)
            if (!is_printed(plan, i, sources->items[i].inputs[j]))
                cv_print(&out, "%s\n", sources->items[i].inputs[j]);
}
