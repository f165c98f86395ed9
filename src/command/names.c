// SPDX-License-Identifier: MIT
// names.c - sorts the outputs by folder and name: equal ones are neighbours then.
#include "command/names.h"

#include "command/command.h"

#include <stdlib.h>
#include <string.h>

typedef struct name {
    cv_identity folder;
    const char *base;
    uint32_t task;
} name;

// Whatever this file system thinks of case: another one, or a mail, will not tell them apart.
static unsigned char fold(char letter) {
    return (unsigned char)(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
}

static int compare_folded(const char *a, const char *b) {
    while (*a && fold(*a) == fold(*b)) a++, b++;
    return (fold(*a) > fold(*b)) - (fold(*a) < fold(*b));
}

static int compare_places(const name *a, const name *b) {
    if (a->folder.device != b->folder.device) return a->folder.device < b->folder.device ? -1 : 1;
    if (a->folder.file != b->folder.file) return a->folder.file < b->folder.file ? -1 : 1;
    return compare_folded(a->base, b->base);
}

static int compare_names(const void *a, const void *b) {
    const name *left = a, *right = b;
    int order = compare_places(left, right);
    return order ? order : (left->task > right->task) - (left->task < right->task);
}

static void complain_of_clash(const cv_plan *plan, const name *first, const name *second,
                              const cv_terminal *terminal) {
    const cv_task *tasks = plan->tasks;
    cv_complain(terminal, "two outputs would have the name '%s':", tasks[first->task].path);
    cv_print(terminal, "  ");
    cv_task_print(plan, &tasks[first->task], terminal);
    cv_print(terminal, "\n  ");
    cv_task_print(plan, &tasks[second->task], terminal);
    cv_print(terminal, "\n");
    cv_advise(terminal, "%s",
              plan->rows.columns
                  ? "give the table a column 'output', or the variant an output with {{column}}"
                  : "give one of them another output: \"{{file}}-{{variant}}.pdf\", say");
}

static name name_of(const cv_plan *plan, size_t number) {
    const cv_task *task = &plan->tasks[number];
    const char *slash = strrchr(task->path, '/');
    name made = {.base = slash ? slash + 1 : task->path, .task = (uint32_t)number};
    if (!plan->options->folder) made.folder = plan->sources.items[task->source].folder_place;
    return made;
}

static int check_clashes(const cv_plan *plan, const cv_terminal *terminal) {
    int code = CV_EXIT_OK;
    name *names = calloc(plan->count + 1, sizeof *names);
    if (!names) {
        cv_complain(terminal, "out of memory");
        return CV_EXIT_ENVIRONMENT;
    }
    for (size_t i = 0; i < plan->count; i++) names[i] = name_of(plan, i);
    qsort(names, plan->count, sizeof *names, compare_names);
    for (size_t i = 1; i < plan->count; i++) {
        if (compare_places(&names[i - 1], &names[i]) != 0) continue;
        complain_of_clash(plan, &names[i - 1], &names[i], terminal);
        code = CV_EXIT_RESUME;
    }
    free(names);
    return code;
}

static bool is_input(const cv_plan *plan, const cv_task *task) {
    if (cv_output_is(task->path, plan->sources.items[task->source].input.identity)) return true;
    return plan->options->table && cv_output_is(task->path, plan->table.identity);
}

int cv_names_check(const cv_plan *plan, const cv_terminal *terminal) {
    int code = check_clashes(plan, terminal);
    for (size_t i = 0; i < plan->count && code == CV_EXIT_OK; i++) {
        if (!is_input(plan, &plan->tasks[i])) continue;
        cv_complain(terminal, "'%s' is both input and output", plan->tasks[i].path);
        code = CV_EXIT_USAGE;
    }
    return code;
}
