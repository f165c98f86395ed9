// SPDX-License-Identifier: MIT
// files.c - a path by its spelling, then what it leads to, then its bytes.
#include "base/files.h"

#include "base/below.h"
#include "base/limits.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
    const char *word;
    size_t most; // bytes
} kinds[CV_FILE_KIND_COUNT] = {
    [CV_FILE_PHOTO] = {"photo", CV_LIMIT_PHOTO_BYTES},
    [CV_FILE_THEME] = {"theme", CV_LIMIT_SOURCE_BYTES},
    [CV_FILE_FONT] = {"font", CV_LIMIT_FONT_BYTES},
};

struct cv_files {
    const char *directory, *root;
    cv_arena *arena;
    cv_report *report;
    cv_inputs inputs;
    char *below;      // how `directory` is reached from the root
    int folder, file; // descriptors: of the root, and of what is being read; -1: none
    DIR *listing;     // of what is being listed, which owns its descriptor
};

// Whatever is open when memory runs out.
static void close_all(void *handle) {
    cv_files *files = handle;
    if (files->listing) closedir(files->listing);
    if (files->file >= 0) close(files->file);
    if (files->folder >= 0) close(files->folder);
    free(files->below);
}

cv_files *cv_files_create(const char *directory, const char *root, cv_arena *arena,
                          cv_report *report) {
    cv_files *files = CV_NEW(arena, cv_files);
    *files = (cv_files){.directory = directory && !*directory ? "." : directory,
                        .root = root,
                        .arena = arena,
                        .report = report,
                        .folder = -1,
                        .file = -1};
    if (!root) files->root = files->directory;
    cv_arena_defer(arena, close_all, files);
    return files;
}

const cv_inputs *cv_files_inputs(const cv_files *files) { return &files->inputs; }

const char *cv_files_path(const cv_files *files, const char *path) {
    const char *directory = files->directory;
    if (!directory || cv_equal(directory, ".")) return path;
    const char *slash = cv_ends_with(directory, "/") ? "" : "/";
    return cv_format(files->arena, "%s%s%s", directory, slash, path);
}

// By its spelling

// "https:", "file:", "data:"; a single letter is a drive.
static bool has_scheme(const char *path) {
    const char *at = path;
    while (cv_is_letter(*at) || (at > path && (cv_is_digit(*at) || strchr("+.-", *at)))) {
        if (!*at) return false;
        at++;
    }
    return *at == ':' && at - path > 1;
}

static bool is_absolute(const char *path) {
    return *path == '/' || strcmp(path, "~") == 0 || strncmp(path, "~/", 2) == 0 ||
           (cv_is_letter(*path) && path[1] == ':' && (path[2] == '\\' || path[2] == '/'));
}

// What rule a path breaks, or NULL; `*way_out` is what to write.
static const char *broken_rule(const char *path, const char **way_out) {
    if (!*path) {
        *way_out = "write the name of a file beside the resume";
        return "is no name of a file";
    }
    if (strcmp(path, "-") == 0) {
        *way_out = "a file of that name is ./-";
        return "means standard input, which a resume cannot read";
    }
    if (has_scheme(path)) {
        *way_out = "nothing is fetched from a network: save it beside the resume and name that";
        return "is an address, not a file";
    }
    if (!is_absolute(path)) return NULL;
    *way_out = "write the path from the folder of the resume on, as in photos/me.jpg";
    return "is an absolute path, which holds on one machine only";
}

static bool refuse(const cv_files *files, const char *path, cv_span span) {
    const char *way_out;
    const char *rule = broken_rule(path, &way_out);
    if (!rule) return false;
    cv_report_add(files->report, CV_FILE_REFUSED, span, "'%s' %s", path, rule)->hint = way_out;
    return true;
}

// By what it leads to

static const char *hint_for_missing(const cv_files *files, const char *path) {
    if (strchr(path, '\\')) return "write / between folders";
    return cv_format(files->arena, "it is looked for as %s", cv_files_path(files, path));
}

static void report_failure(const cv_files *files, const char *path, cv_span span, int reason) {
    cv_report *report = files->report;
    if (reason == EXDEV)
        cv_report_add(report, CV_FILE_REFUSED, span, "'%s' lies outside the root", path)->hint =
            "move it below the folder of the resume, or widen the root with --root DIR";
    else if (reason == ELOOP)
        cv_report_add(report, CV_FILE_REFUSED, span,
                      "'%s' is reached by a link that is not followed", path)
            ->hint = "name the file that it leads to";
    else if (reason == ENOENT || reason == ENOTDIR)
        cv_report_add(report, CV_FILE_UNREADABLE, span, "there is no file '%s'", path)->hint =
            hint_for_missing(files, path);
    else
        cv_report_add(report, CV_FILE_UNREADABLE, span, "cannot read '%s': %s", path,
                      strerror(reason));
}

static bool open_root(cv_files *files) {
    if (files->folder < 0)
        files->folder = cv_below_open_root(files->root, files->directory, &files->below);
    return files->folder >= 0;
}

static void report_root(const cv_files *files, cv_span span, int reason) {
    if (reason == EXDEV)
        cv_report_add(files->report, CV_FILE_REFUSED, span, "the resume lies outside the root '%s'",
                      files->root)
            ->hint = "name a folder with --root that holds the resume and its files";
    else
        cv_report_add(files->report, CV_FILE_UNREADABLE, span, "cannot open the root '%s': %s",
                      files->root, strerror(reason));
}

static bool open_file(cv_files *files, const char *path, bool is_folder) {
    const char *whole = cv_format(files->arena, "%s%s", files->below, path);
    files->file = cv_below_open(files->folder, whole, is_folder);
    return files->file >= 0;
}

static void close_file(cv_files *files) {
    close(files->file);
    files->file = -1;
}

static const char *mode_name(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    return "a device";
}

// The size of what is open, 0 after a finding.
static size_t measure(const cv_files *files, cv_file_kind kind, const char *path, cv_span span) {
    struct stat state;
    cv_report *report = files->report;
    if (fstat(files->file, &state) != 0)
        report_failure(files, path, span, errno);
    else if (!S_ISREG(state.st_mode))
        cv_report_add(report, CV_FILE_UNREADABLE, span, "'%s' is %s, not a file", path,
                      mode_name(state.st_mode));
    else if (state.st_size <= 0) // what the kernel makes up, in /proc, says that as well
        cv_report_add(report, CV_FILE_UNREADABLE, span, "'%s' is empty", path);
    else if ((uintmax_t)state.st_size > kinds[kind].most)
        cv_report_add(report, CV_FILE_TOO_LARGE, span,
                      "'%s' has more than the %zu MiB that a %s may have", path,
                      kinds[kind].most >> 20, kinds[kind].word);
    else
        return (size_t)state.st_size;
    return 0;
}

// The bytes that there were when it was measured, or the first of them if it has been cut since.
static cv_bytes read_open(cv_files *files, size_t size) {
    unsigned char *data = cv_arena_reserve(files->arena, size, 1);
    size_t done = 0;
    while (done < size) {
        ssize_t got = read(files->file, data + done, size - done);
        if (got == 0) break;
        if (got < 0 && errno != EINTR) return (cv_bytes){NULL, 0};
        if (got > 0) done += (size_t)got;
    }
    errno = EIO;
    return (cv_bytes){data, done};
}

static cv_bytes read_file(cv_files *files, cv_file_kind kind, const char *path, cv_span span) {
    cv_bytes bytes = {NULL, 0};
    if (!open_root(files)) {
        report_root(files, span, errno);
        return bytes;
    }
    if (!open_file(files, path, false)) {
        report_failure(files, path, span, errno);
        return bytes;
    }
    size_t size = measure(files, kind, path, span);
    if (size) {
        bytes = read_open(files, size);
        if (!bytes.size) report_failure(files, path, span, errno);
    }
    close_file(files);
    return bytes;
}

static const cv_input *find_input(const cv_files *files, const char *path) {
    for (size_t i = 0; i < files->inputs.count; i++)
        if (strcmp(files->inputs.items[i].path, path) == 0) return &files->inputs.items[i];
    return NULL;
}

cv_bytes cv_files_read(cv_files *files, cv_file_kind kind, const char *path, cv_span span) {
    if (refuse(files, path, span)) return (cv_bytes){NULL, 0};
    if (!files->directory) {
        cv_report_add(files->report, CV_FILE_REFUSED, span,
                      "'%s' cannot be read: this resume may name no files", path);
        return (cv_bytes){NULL, 0};
    }
    const char *whole = cv_files_path(files, path);
    const cv_input *known = find_input(files, whole);
    if (known) return known->bytes;
    cv_bytes bytes = read_file(files, kind, path, span);
    if (bytes.size) CV_PUSH(files->arena, &files->inputs, (cv_input){whole, bytes});
    return bytes;
}

static bool peek_open(const cv_files *files, size_t offset, unsigned char *bytes, size_t size) {
    struct stat state;
    if (fstat(files->file, &state) != 0 || !S_ISREG(state.st_mode)) return false;
    size_t done = 0;
    while (done < size) {
        ssize_t got = pread(files->file, bytes + done, size - done, (off_t)(offset + done));
        if (got == 0 || (got < 0 && errno != EINTR)) return false;
        if (got > 0) done += (size_t)got;
    }
    return true;
}

bool cv_files_peek(cv_files *files, const char *path, size_t offset, unsigned char *bytes,
                   size_t size) {
    if (!files->directory || !open_root(files) || !open_file(files, path, false)) return false;
    bool is_read = peek_open(files, offset, bytes, size);
    close_file(files);
    return is_read;
}

// Folders

static int compare_names(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_names(cv_files *files, cv_file_names *names) {
    for (struct dirent *entry; (entry = readdir(files->listing));)
        if (*entry->d_name != '.')
            CV_PUSH(files->arena, names, cv_copy_string(files->arena, entry->d_name));
    if (names->count) qsort(names->items, names->count, sizeof *names->items, compare_names);
}

cv_file_names cv_files_list(cv_files *files, const char *folder) {
    cv_file_names names = {0};
    if (!files->directory || !open_root(files) || !open_file(files, folder, true)) return names;
    files->listing = fdopendir(files->file);
    if (!files->listing) {
        close_file(files);
        return names;
    }
    files->file = -1;
    add_names(files, &names);
    closedir(files->listing);
    files->listing = NULL;
    return names;
}
