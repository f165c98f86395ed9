// SPDX-License-Identifier: MIT
// depfile.c - one rule for each file.
#include "command/depfile.h"

#include "command/command.h"
#include "command/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// As gcc -M quotes, and make and ninja read: blanks, number signs and colons by a backslash,
// dollars by themselves. Backslashes are themselves but before one that quotes: there, two are one.
static void write_path(const char *path, FILE *stream) {
    size_t backslashes = 0; // just before
    for (const char *at = path; *at; at++) {
        if (strchr(" #:", *at))
            for (size_t i = 0; i <= backslashes; i++) fputc('\\', stream);
        if (*at == '$') fputc('$', stream);
        fputc(*at, stream);
        backslashes = *at == '\\' ? backslashes + 1 : 0;
    }
}

// Of the chosen tasks from `first` on, as many as are of one file. Returns the first of the next.
static size_t write_rule(const cv_plan *plan, size_t first, FILE *stream) {
    uint32_t source = plan->tasks[plan->chosen[first]].source;
    size_t next = first;
    for (; next < plan->chosen_count; next++) {
        const cv_task *task = &plan->tasks[plan->chosen[next]];
        if (task->source != source) break;
        if (next > first) fputs(" \\\n ", stream);
        write_path(task->path, stream);
    }
    fputs(": ", stream);
    const cv_source_file *file = &plan->sources.items[source];
    write_path(file->input.name, stream);
    if (plan->options->table) fputc(' ', stream);
    if (plan->options->table) write_path(plan->options->table, stream);
    for (size_t i = 0; i < file->input_count; i++) {
        fputc(' ', stream);
        write_path(file->inputs[i], stream);
    }
    fputc('\n', stream);
    return next;
}

// Make has no way to say these: they end a line or a word, or make it set a variable.
static bool is_unnamable(const char *path) { return strpbrk(path, "\n\t;|="); }

// A path that no rule can name; NULL if there is none.
static const char *find_unnamable(const cv_plan *plan) {
    const char *table = plan->options->table;
    if (table && is_unnamable(table)) return table;
    for (size_t i = 0; i < plan->chosen_count; i++) {
        const cv_task *task = &plan->tasks[plan->chosen[i]];
        const cv_source_file *file = &plan->sources.items[task->source];
        if (is_unnamable(task->path)) return task->path;
        if (is_unnamable(file->input.name)) return file->input.name;
        for (size_t j = 0; j < file->input_count; j++)
            if (is_unnamable(file->inputs[j])) return file->inputs[j];
    }
    return NULL;
}

int cv_depfile_write(const cv_plan *plan, const char *path, bool syncs,
                     const cv_terminal *terminal) {
    const char *unnamable = find_unnamable(plan);
    if (unnamable) {
        cv_complain(terminal, "a depfile cannot name '%s'", unnamable);
        return CV_EXIT_USAGE;
    }
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    bool is_good = stream;
    for (size_t i = 0; stream && i < plan->chosen_count;) i = write_rule(plan, i, stream);
    if (stream) is_good = !ferror(stream);
    if (stream && fclose(stream) != 0) is_good = false;
    cvpdf_bytes bytes = {(const unsigned char *)text, size};
    int code = CV_EXIT_ENVIRONMENT;
    if (!is_good)
        cv_complain(terminal, "out of memory");
    else if (cv_output_write(path, bytes, syncs, terminal) != CV_NOT_WRITTEN)
        code = CV_EXIT_OK;
    free(text);
    return code;
}
