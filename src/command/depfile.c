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
// Stars and question marks are signs of patterns to make alone; ninja cannot read them at all. Of
// a tilde that begins a path make would make a folder of somebody's.
static void write_path(const char *path, FILE *stream) {
    size_t backslashes = 0; // just before
    if (*path == '~') fputs("./", stream);
    for (const char *at = path; *at; at++) {
        if (strchr(" #:*?", *at))
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

// What no rule can name: a path and the character in it; NULL if there is none.
typedef struct unnamable {
    const char *path, *sign;
} unnamable;

// Make has no way to say the first of these: they end a line or a word, or make it set a variable.
// A pattern in brackets it takes with a backslash only, which to ninja is part of the name.
static bool find_sign(const char *path, unnamable *found) {
    const char *sign = strpbrk(path, "\n\t;|="), *bracket = strchr(path, '[');
    if (!sign && bracket && strchr(bracket, ']')) sign = bracket;
    if (sign) *found = (unnamable){path, sign};
    return sign;
}

// In front of the colon, the same holds for a percent sign: it would make a rule for many files.
static bool find_output_sign(const char *path, unnamable *found) {
    if (find_sign(path, found)) return true;
    const char *sign = strchr(path, '%');
    if (sign) *found = (unnamable){path, sign};
    return sign;
}

static unnamable find_unnamable(const cv_plan *plan) {
    unnamable found = {NULL, NULL};
    const char *table = plan->options->table;
    if (table && find_sign(table, &found)) return found;
    for (size_t i = 0; i < plan->chosen_count; i++) {
        const cv_task *task = &plan->tasks[plan->chosen[i]];
        const cv_source_file *file = &plan->sources.items[task->source];
        if (find_output_sign(task->path, &found)) return found;
        if (find_sign(file->input.name, &found)) return found;
        for (size_t j = 0; j < file->input_count; j++)
            if (find_sign(file->inputs[j], &found)) return found;
    }
    return found;
}

static void refuse(const unnamable *found, const cv_terminal *terminal) {
    const char sign[] = {*found->sign, '\0'};
    cv_complain(terminal, "a depfile cannot name '%s'", found->path);
    if (*found->sign == '\n' || *found->sign == '\t')
        cv_advise(terminal, "rename it: make has no way to say a %s",
                  *found->sign == '\n' ? "line end" : "tab");
    else if (*found->sign == '%' || *found->sign == '[')
        cv_advise(terminal, "rename it: make and ninja do not read '%s' there alike", sign);
    else
        cv_advise(terminal, "rename it: make has no way to say '%s'", sign);
}

int cv_depfile_write(const cv_plan *plan, const char *path, bool syncs,
                     const cv_terminal *terminal) {
    unnamable found = find_unnamable(plan);
    if (found.path) {
        refuse(&found, terminal);
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
