// SPDX-License-Identifier: MIT
// command_check.c - lays out files and says what is found, in their order; nothing is written.
#include "command/command.h"

#include "command/report.h"
#include "command/root.h"
#include "command/run.h"
#include "command/sources.h"
#include "command/threads.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct checked {
    cvpdf_status status;
    cvpdf_result *result; // NULL: there is none
} checked;

typedef struct check {
    const cv_options *options;
    const cv_terminal *terminal;
    cvpdf_engine *engine;
    cv_sources sources;
    checked *files; // of the sources
    int code;       // the highest
} check;

static void worsen(check *self, int code) {
    if (code > self->code) self->code = code;
}

// Printing

static void add_count(char *separator, size_t count, const char *name,
                      const cv_terminal *terminal) {
    if (!count) return;
    cv_print(terminal, *separator == ':' ? ": " : ", ");
    cv_print(terminal, count == 1 ? "%zu %s" : "%zu %ss", count, name);
    *separator = ',';
}

// "cv.yaml: 1 warning, 2 notes; 3 variants, 2 pages at most".
static void print_summary(const checked *file, const char *name, const size_t counts[3],
                          const cv_terminal *terminal) {
    char separator = ':';
    cv_print(terminal, "%s", name);
    add_count(&separator, counts[CVPDF_ERROR], "error", terminal);
    add_count(&separator, counts[CVPDF_WARNING], "warning", terminal);
    add_count(&separator, counts[CVPDF_NOTE], "note", terminal);
    size_t dropped = cvpdf_result_dropped_count(file->result);
    if (dropped)
        cv_print(terminal, separator == ':' ? ": %zu more not shown" : ", and %zu more not shown",
                 dropped);
    else if (separator == ':')
        cv_print(terminal, ": nothing found");
    size_t pages = cvpdf_result_pages(file->result);
    size_t variants = cvpdf_result_variant_count(file->result);
    if (pages && variants > 1) cv_print(terminal, "; %zu variants", variants);
    if (pages) cv_print(terminal, variants > 1 ? ", " : "; ");
    if (pages) cv_print(terminal, pages == 1 ? "%zu page" : "%zu pages", pages);
    if (pages > 1 && variants > 1) cv_print(terminal, " at most");
    cv_print(terminal, "\n");
}

static void print_findings(const check *self, const checked *file, const char *name) {
    const cv_options *options = self->options;
    cv_origin origin = {.file = name,
                        .variant = options->variant_count ? options->variants[0] : NULL};
    size_t counts[3] = {0};
    size_t count = cvpdf_result_diagnostic_count(file->result);
    for (size_t i = 0; i < count; i++) {
        cvpdf_diagnostic found = cvpdf_result_diagnostic(file->result, i);
        counts[found.severity]++;
        if (found.severity == CVPDF_NOTE && options->is_quiet) continue;
        cv_diagnostic_report(&found, &origin, self->terminal);
    }
    if (self->terminal->recorder)
        self->terminal->recorder->dropped += cvpdf_result_dropped_count(file->result);
    if (!options->is_quiet) print_summary(file, name, counts, self->terminal);
}

static void complain(check *self, const checked *file, const char *name) {
    switch (file->status) {
    case CVPDF_OK: return;
    case CVPDF_REJECTED: worsen(self, CV_EXIT_RESUME); return;
    case CVPDF_NO_MEMORY:
        cv_complain(self->terminal, "out of memory");
        worsen(self, CV_EXIT_ENVIRONMENT);
        return;
    case CVPDF_INTERNAL: break;
    }
    cv_complain(self->terminal, "this is a bug in cvpdf, not in '%s'; please report it", name);
    worsen(self, CV_EXIT_INTERNAL);
}

// The work of threads.h; what a thread has for itself is a cache, without which it is slower only

static void *open_cache(void *context) {
    (void)context;
    return cvpdf_cache_create();
}

static void close_cache(void *own) { cvpdf_cache_free(own); }

static void run(void *context, void *own, size_t number) {
    check *self = context;
    const cv_source_file *source = &self->sources.items[number];
    cvpdf_job job = cv_run_job(self->options, &source->input);
    job.file = source->file;
    job.cache = own;
    job.max_pages = self->options->max_pages;
    self->files[number].status = cvpdf_check(self->engine, &job, &self->files[number].result);
}

static void accept(void *context, size_t number) {
    check *self = context;
    checked *file = &self->files[number];
    const char *name = self->sources.items[number].input.name;
    if (file->result) print_findings(self, file, name);
    complain(self, file, name);
    cvpdf_result_free(file->result);
    file->result = NULL;
}

// The whole

static size_t count_threads(const cv_options *options) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (options->jobs) return options->jobs;
    return processors > 0 ? (size_t)processors : 1;
}

static bool check_all(check *self) {
    size_t count = self->sources.count;
    self->files = calloc(count + 1, sizeof *self->files);
    self->engine = cvpdf_engine_create();
    cv_thread_work work = {
        .count = count,
        .threads = count_threads(self->options),
        .context = self,
        .open = open_cache,
        .close = close_cache,
        .run = run,
        .accept = accept,
    };
    bool has_memory = self->files && self->engine && cv_threads_run(&work);
    cvpdf_engine_free(self->engine);
    free(self->files);
    return has_memory;
}

int cv_command_check(const cv_options *options, const cv_terminal *terminal) {
    if (!cv_root_check(options->root, terminal)) return CV_EXIT_ENVIRONMENT;
    check self = {.options = options, .terminal = terminal, .sources.takes_stdin = true};
    worsen(&self, cv_sources_read(&self.sources, options->files, options->file_count, terminal));
    if (!check_all(&self)) {
        cv_complain(terminal, "out of memory");
        worsen(&self, CV_EXIT_ENVIRONMENT);
    }
    cv_sources_free(&self.sources);
    return self.code;
}
