// SPDX-License-Identifier: MIT
// links.c - sorts all files of a build by where they are: the same ones are neighbours then.
//
// A file that is there is known by its number. One that is not will be in a folder, under a name.
#include "command/links.h"

#include "command/command.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum role { INPUT, OUTPUT, DEPFILE } role;

typedef struct place {
    cv_identity identity; // of the file, or of the folder that it will be in
    const char *name;     // in that folder; NULL: the file is there
    const char *path;
    role role;
    size_t order; // in which they were found
} place;

typedef struct places {
    place *items;
    size_t count;
    cv_store store;
    bool is_out_of_memory;
} places;

static int compare_files(const place *a, const place *b) {
    if (a->identity.device != b->identity.device)
        return a->identity.device < b->identity.device ? -1 : 1;
    if (a->identity.file != b->identity.file) return a->identity.file < b->identity.file ? -1 : 1;
    if (!a->name || !b->name) return (a->name != NULL) - (b->name != NULL);
    return strcmp(a->name, b->name);
}

static int compare(const void *a, const void *b) {
    const place *left = a, *right = b;
    int order = compare_files(left, right);
    if (order == 0) order = (left->role > right->role) - (left->role < right->role);
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

static void add(places *self, place found) {
    found.order = self->count;
    self->items[self->count++] = found;
}

static size_t folder_size(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash + 1 - path) : 0;
}

// Where a link leads that leads to no file: the path to write to. NULL: `path` is no link.
static const char *follow(places *self, const char *path) {
    char target[PATH_MAX];
    ssize_t size = readlink(path, target, sizeof target - 1);
    if (size <= 0) return NULL;
    target[size] = '\0';
    const char *folder = *target == '/' ? "" : cv_store_copy(&self->store, path, folder_size(path));
    const char *followed = folder ? cv_store_join(&self->store, folder, target) : NULL;
    if (!followed) self->is_out_of_memory = true;
    return followed;
}

static bool find_folder(places *self, const char *path, cv_identity *folder) {
    const char *name = cv_store_copy(&self->store, path, folder_size(path));
    struct stat state;
    if (!name) self->is_out_of_memory = true;
    if (!name || stat(*name ? name : ".", &state) != 0) return false;
    *folder = (cv_identity){state.st_dev, state.st_ino};
    return true;
}

// A device or a pipe may be written to by several. Of a folder that has yet to be made, the path is
// all that is known.
static void add_path(places *self, const char *path, role as) {
    enum { MOST_LINKS = 40 }; // as many as Linux follows
    struct stat state;
    place found = {.path = path, .role = as};
    if (stat(path, &state) == 0) {
        found.identity = (cv_identity){state.st_dev, state.st_ino};
        if (S_ISREG(state.st_mode)) add(self, found);
        return;
    }
    const char *next = path;
    for (int links = 0; next && links < MOST_LINKS; links++) {
        path = next;
        next = follow(self, path);
    }
    found.name = path;
    if (find_folder(self, path, &found.identity)) found.name = path + folder_size(path);
    add(self, found);
}

static void add_input(places *self, const cv_input *input) {
    add(self, (place){.identity = input->identity, .path = input->name, .role = INPUT});
}

static void collect(places *self, const cv_plan *plan) {
    for (size_t i = 0; i < plan->sources.count; i++) add_input(self, &plan->sources.items[i].input);
    if (plan->options->table) add_input(self, &plan->table);
    for (size_t i = 0; i < plan->count; i++) add_path(self, plan->tasks[i].path, OUTPUT);
    if (plan->options->depfile) add_path(self, plan->options->depfile, DEPFILE);
}

void cv_links_refuse_depfile(const char *path, const cv_terminal *terminal) {
    cv_complain(terminal, "the depfile '%s' is an input or an output of the build", path);
}

// Of two places of one file, the second being written.
static int complain(const place *first, const place *second, const cv_terminal *terminal) {
    if (second->role == DEPFILE) {
        cv_links_refuse_depfile(second->path, terminal);
    } else if (first->role == INPUT) {
        cv_complain(terminal, "'%s' is both input and output", second->path);
    } else {
        cv_complain(terminal, "the outputs '%s' and '%s' are one file", first->path, second->path);
        cv_advise(terminal, "one of them is a link to the other: remove it");
        return CV_EXIT_RESUME;
    }
    return CV_EXIT_USAGE;
}

static bool is_link(const char *path) {
    struct stat state;
    return lstat(path, &state) != 0 || S_ISLNK(state.st_mode);
}

// Two names of one file that are no symbolic links: each is replaced by itself.
static bool are_replaced_apart(const place *first, const place *second) {
    if (first->role != OUTPUT || second->role != OUTPUT || first->name || second->name)
        return false;
    if (is_link(first->path) || is_link(second->path)) return false;
    char *one = realpath(first->path, NULL), *other = realpath(second->path, NULL);
    bool are_apart = one && other && strcmp(one, other) != 0;
    free(one);
    free(other);
    return are_apart;
}

static int check(const places *self, const cv_terminal *terminal) {
    qsort(self->items, self->count, sizeof *self->items, compare);
    for (size_t i = 1; i < self->count; i++) {
        const place *first = &self->items[i - 1], *second = &self->items[i];
        if (second->role != INPUT && compare_files(first, second) == 0 &&
            !are_replaced_apart(first, second))
            return complain(first, second, terminal);
    }
    return CV_EXIT_OK;
}

int cv_links_check(const cv_plan *plan, const cv_terminal *terminal) {
    places self = {.items = calloc(plan->count + plan->sources.count + 2, sizeof *self.items)};
    int code = CV_EXIT_ENVIRONMENT;
    if (self.items) collect(&self, plan);
    if (!self.items || self.is_out_of_memory)
        cv_complain(terminal, "out of memory");
    else
        code = check(&self, terminal);
    cv_store_free(&self.store);
    free(self.items);
    return code;
}

bool cv_links_to_one(const char *path, const char *names, size_t size) {
    struct stat state;
    if (size == 0 || stat(path, &state) != 0) return false;
    cv_identity identity = {state.st_dev, state.st_ino};
    for (size_t at = 0; at < size; at += strlen(names + at) + 1)
        if (cv_output_is(names + at, identity)) return true;
    return false;
}

static bool find_file(const char *path, cv_identity *identity) {
    struct stat state;
    if (stat(path, &state) != 0 || !S_ISREG(state.st_mode)) return false;
    *identity = (cv_identity){state.st_dev, state.st_ino};
    return true;
}

bool cv_links_to_named(const cv_plan *plan, const char *path) {
    cv_identity identity;
    if (!find_file(path, &identity)) return false;
    for (size_t i = 0; i < plan->sources.count; i++) {
        const cv_source_file *file = &plan->sources.items[i];
        for (size_t j = 0; j < file->input_count; j++)
            if (cv_output_is(file->inputs[j], identity)) return true;
    }
    return false;
}

bool cv_links_to_build(const cv_plan *plan, const char *path) {
    cv_identity identity;
    if (!find_file(path, &identity)) return false;
    for (size_t i = 0; i < plan->chosen_count; i++)
        if (cv_output_is(plan->tasks[plan->chosen[i]].path, identity)) return true;
    return cv_links_to_named(plan, path);
}
