// SPDX-License-Identifier: MIT
// font_folder.c - walks once, then finds by bisection.
#include "shape/font_folder.h"

#include "base/limits.h"
#include "shape/font_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct found_file {
    char *path;
    const char *name; // its last part
} found_file;

typedef struct seen_folder {
    char *path;
    bool exists;
    cv_file_state state;
} seen_folder;

struct cv_font_folder {
    found_file *files; // by name, then path
    size_t file_count, file_room;
    seen_folder *folders;
    size_t folder_count, folder_room;
};

// The array with room for one more item, NULL without memory; then it is as it was.
static void *grown(void *items, size_t count, size_t *room, size_t size) {
    if (count < *room) return items;
    size_t more = *room ? 2 * *room : 64;
    void *fresh = realloc(items, more * size);
    if (fresh) *room = more;
    return fresh;
}

static char *join(const char *folder, const char *name) {
    size_t size = strlen(folder), more = strlen(name) + 1;
    char *path = malloc(size + 1 + more);
    if (!path) return NULL;
    memcpy(path, folder, size);
    if (size && path[size - 1] != '/') path[size++] = '/';
    memcpy(path + size, name, more);
    return path;
}

// Takes over `path`. False without memory.
static bool add_file(cv_font_folder *folder, char *path) {
    found_file *files =
        grown(folder->files, folder->file_count, &folder->file_room, sizeof *folder->files);
    if (!files) {
        free(path);
        return false;
    }
    folder->files = files;
    files[folder->file_count++] = (found_file){path, strrchr(path, '/') + 1};
    return true;
}

static bool look_through(cv_font_folder *folder, const char *path, unsigned depth);

static bool look_at(cv_font_folder *folder, const char *parent, const char *name, unsigned depth) {
    char *path = join(parent, name);
    if (!path) return false;
    struct stat status;
    if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        bool is_good = look_through(folder, path, depth + 1);
        free(path);
        return is_good;
    }
    return add_file(folder, path);
}

static bool add_folder(cv_font_folder *folder, const char *path) {
    seen_folder *folders =
        grown(folder->folders, folder->folder_count, &folder->folder_room, sizeof *folder->folders);
    if (!folders) return false;
    folder->folders = folders;
    struct stat status;
    seen_folder *seen = &folders[folder->folder_count];
    char *own = join(path, "");
    if (!own) return false;
    *seen = (seen_folder){.path = own, .exists = stat(path, &status) == 0};
    if (seen->exists) seen->state = cv_file_state_of(&status);
    folder->folder_count++;
    return true;
}

// Hidden files are not looked at. False without memory.
static bool look_through(cv_font_folder *folder, const char *path, unsigned depth) {
    if (depth > CV_LIMIT_FONT_FOLDERS) return true;
    if (!add_folder(folder, path)) return false;
    DIR *directory = opendir(path);
    if (!directory) return errno != ENOMEM;
    bool is_good = true;
    for (struct dirent *entry; is_good && (entry = readdir(directory));)
        if (entry->d_name[0] != '.' && folder->file_count < CV_LIMIT_FONT_FILES)
            is_good = look_at(folder, path, entry->d_name, depth);
    closedir(directory);
    return is_good;
}

static int compare(const void *a, const void *b) {
    const found_file *left = a, *right = b;
    int order = strcmp(left->name, right->name);
    return order ? order : strcmp(left->path, right->path);
}

cv_font_folder *cv_font_folder_open(const char *path) {
    cv_font_folder *folder = calloc(1, sizeof *folder);
    if (!folder) return NULL;
    if (!look_through(folder, path, 0)) {
        cv_font_folder_close(folder);
        return NULL;
    }
    if (folder->file_count) qsort(folder->files, folder->file_count, sizeof(found_file), compare);
    return folder;
}

void cv_font_folder_close(cv_font_folder *folder) {
    if (!folder) return;
    for (size_t i = 0; i < folder->file_count; i++) free(folder->files[i].path);
    for (size_t i = 0; i < folder->folder_count; i++) free(folder->folders[i].path);
    free(folder->files);
    free(folder->folders);
    free(folder);
}

const char *cv_font_folder_find(const cv_font_folder *folder, const char *name) {
    size_t low = 0, high = folder->file_count; // the first that is not before `name`
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(folder->files[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < folder->file_count && strcmp(folder->files[low].name, name) == 0;
    return is_there ? folder->files[low].path : NULL;
}

const char *cv_font_folder_at(const cv_font_folder *folder, size_t place) {
    return place < folder->file_count ? folder->files[place].path : NULL;
}

bool cv_font_folder_is_same(const cv_font_folder *folder) {
    for (size_t i = 0; i < folder->folder_count; i++) {
        const seen_folder *seen = &folder->folders[i];
        struct stat status;
        bool exists = stat(seen->path, &status) == 0;
        if (exists != seen->exists) return false;
        if (!exists) continue;
        cv_file_state state = cv_file_state_of(&status);
        if (!cv_file_state_is_same(&state, &seen->state)) return false;
    }
    return true;
}
