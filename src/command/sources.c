// SPDX-License-Identifier: MIT
// sources.c - finds, sorts and reads resumes.
#include "command/sources.h"

#include "command/command.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool ends_in(const char *name, size_t size, const char *end) {
    size_t length = strlen(end);
    return size > length && memcmp(name + size - length, end, length) == 0;
}

bool cv_is_resume_name(const char *name) {
    static const char *const suffixes[] = {".yaml", ".yml", ".json"};
    if (*name == '.') return false;
    size_t size = strlen(name), stem = 0;
    for (size_t i = 0; i < 3 && !stem; i++)
        if (ends_in(name, size, suffixes[i])) stem = size - strlen(suffixes[i]);
    if (stem == strlen("resume") && memcmp(name, "resume", stem) == 0) return true;
    if (stem == strlen("cv") && memcmp(name, "cv", stem) == 0) return true;
    return ends_in(name, stem, ".cv");
}

typedef struct search {
    cv_sources *sources;
    const cv_terminal *terminal;
    size_t found; // files, known or not
    int code;
} search;

static void worsen(search *self, int code) {
    if (code > self->code) self->code = code;
}

static void fail(search *self, const char *action, const char *path) {
    cv_complain(self->terminal, "cannot %s '%s': %s", action, path, strerror(errno));
    worsen(self, CV_EXIT_ENVIRONMENT);
}

static bool is_known(const cv_sources *sources, cv_identity identity) {
    for (size_t i = 0; i < sources->count; i++) {
        cv_identity known = sources->items[i].input.identity;
        if (known.device == identity.device && known.file == identity.file) return true;
    }
    return false;
}

// "work/ada.cv.yaml" is in "work/" and called "ada.cv".
static bool name_parts(cv_source_file *source, const char *path, cv_store *store) {
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    const char *dot = strrchr(base, '.');
    size_t stem = dot && dot > base ? (size_t)(dot - base) : strlen(base);
    source->folder = cv_store_copy(store, path, (size_t)(base - path));
    source->file = cv_store_copy(store, base, stem);
    return source->folder && source->file;
}

static bool find_folder(cv_source_file *source) {
    struct stat state;
    if (stat(*source->folder ? source->folder : ".", &state) != 0) return false;
    source->folder_place = (cv_identity){state.st_dev, state.st_ino};
    return true;
}

static bool add(search *self, const char *path) {
    cv_sources *sources = self->sources;
    self->found++;
    cv_source_file *grown =
        cv_grown(sources->items, &sources->room, sources->count, sizeof *sources->items);
    if (!grown) return false;
    sources->items = grown;
    cv_source_file *source = &grown[sources->count];
    *source = (cv_source_file){0};
    if (!name_parts(source, path, &sources->store)) return false;
    bool is_read = cv_input_read(path, &source->input, self->terminal);
    if (!is_read) worsen(self, CV_EXIT_ENVIRONMENT);
    bool is_new = is_read && !is_known(sources, source->input.identity);
    if (is_new && !find_folder(source)) {
        fail(self, "look into the folder of", path);
        is_new = false;
    }
    if (is_new)
        sources->count++;
    else
        cv_input_free(&source->input);
    return true;
}

static int choose(const struct dirent *entry) { return entry->d_name[0] != '.'; }

static bool look_through(search *self, const char *folder);

static bool look_at(search *self, const char *folder, const char *name) {
    char *path = cv_store_join(&self->sources->store, strcmp(folder, ".") == 0 ? "" : folder, name);
    if (!path) return false;
    struct stat state;
    // A link to a folder might lead back up.
    if (lstat(path, &state) == 0 && S_ISDIR(state.st_mode)) return look_through(self, path);
    if (!cv_is_resume_name(name)) return true;
    if (stat(path, &state) == 0 && S_ISDIR(state.st_mode)) return true;
    return add(self, path);
}

// False if memory ran out.
static bool look_through(search *self, const char *folder) {
    struct dirent **entries;
    int count = scandir(folder, &entries, choose, alphasort);
    if (count < 0 && errno == ENOMEM) return false;
    if (count < 0) fail(self, "look through", folder);
    if (count < 0) return true;
    bool is_good = true;
    for (int i = 0; i < count; i++) {
        is_good = is_good && look_at(self, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return is_good;
}

static bool take_folder(search *self, const char *word) {
    size_t before = self->found;
    int code = self->code;
    if (!look_through(self, word)) return false;
    if (self->found > before || self->code > code) return true;
    cv_complain(self->terminal, "there is no resume in '%s'", word);
    cv_advise(self->terminal,
              "in a folder, files called resume.yaml, cv.yaml or NAME.cv.yaml are looked for");
    worsen(self, CV_EXIT_ENVIRONMENT);
    return true;
}

static bool take(search *self, const char *word) {
    struct stat state;
    if (strcmp(word, "-") == 0 && !self->sources->takes_stdin) {
        cv_complain(self->terminal, "a build needs files, not standard input");
        worsen(self, CV_EXIT_USAGE);
        return true;
    }
    if (stat(word, &state) == 0 && S_ISDIR(state.st_mode)) return take_folder(self, word);
    return add(self, word);
}

int cv_sources_read(cv_sources *sources, const char *const *words, size_t count,
                    const cv_terminal *terminal) {
    search self = {.sources = sources, .terminal = terminal};
    bool has_memory = count > 0 || take(&self, ".");
    for (size_t i = 0; i < count && has_memory; i++) has_memory = take(&self, words[i]);
    if (has_memory) return self.code;
    cv_complain(terminal, "out of memory");
    return CV_EXIT_ENVIRONMENT;
}

void cv_sources_free(cv_sources *sources) {
    for (size_t i = 0; i < sources->count; i++) {
        cv_input_free(&sources->items[i].input);
        free(sources->items[i].inputs);
    }
    free(sources->items);
    cv_store_free(&sources->store);
}
