// SPDX-License-Identifier: MIT
// names.c - sorts the outputs by folder and name: equal ones are neighbours then.
#include "command/names.h"

#include "command/command.h"
#include "command/links.h"

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
    char *one = cv_task_describe(plan, &tasks[first->task]);
    char *other = cv_task_describe(plan, &tasks[second->task]);
    cv_complain(terminal, "two outputs would have the name '%s':\n  %s\n  %s",
                tasks[first->task].path, one ? one : "", other ? other : "");
    cv_advise(terminal, "%s",
              plan->rows.columns
                  ? "give the table a column 'output', or the variant an output with {{column}}"
                  : "give one of them another output: \"{{file}}-{{variant}}.pdf\", say");
    free(one);
    free(other);
}

static name name_of(const cv_plan *plan, size_t number) {
    const cv_task *task = &plan->tasks[number];
    const char *slash = strrchr(task->path, '/');
    name made = {.base = slash ? slash + 1 : task->path, .task = (uint32_t)number};
    if (!plan->options->folder) made.folder = plan->sources.items[task->source].folder_place;
    return made;
}

static int check_clashes(const cv_plan *plan, const cv_terminal *terminal) {
    enum { MOST = 20 }; // a table with more has one cause
    size_t clashes = 0;
    name *names = calloc(plan->count + 1, sizeof *names);
    if (!names) {
        cv_complain(terminal, "out of memory");
        return CV_EXIT_ENVIRONMENT;
    }
    for (size_t i = 0; i < plan->count; i++) names[i] = name_of(plan, i);
    qsort(names, plan->count, sizeof *names, compare_names);
    for (size_t i = 1; i < plan->count; i++) {
        if (compare_places(&names[i - 1], &names[i]) != 0) continue;
        if (++clashes <= MOST) complain_of_clash(plan, &names[i - 1], &names[i], terminal);
    }
    free(names);
    if (clashes > MOST)
        cv_complain(terminal, "%zu more outputs would have names of others", clashes - MOST);
    return clashes ? CV_EXIT_RESUME : CV_EXIT_OK;
}

int cv_names_check(const cv_plan *plan, const cv_terminal *terminal) {
    int code = check_clashes(plan, terminal);
    return code == CV_EXIT_OK ? cv_links_check(plan, terminal) : code;
}
