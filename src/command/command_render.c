// SPDX-License-Identifier: MIT
// command_render.c - one resume to its PDF files.
#include "command/command.h"

#include "command/run.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Where the PDF goes: the -o options, or the one output that is meant without them.
typedef struct target_list {
    const char *const *paths;
    size_t count;
    const char *only; // `paths` points here without -o
    char *name;       // made from the input's, or NULL
} target_list;

static bool is_stdout(const char *path) { return strcmp(path, "-") == 0; }

static int find_targets(target_list *targets, const cv_options *options,
                        const cv_terminal *terminal) {
    targets->paths = options->outputs;
    targets->count = options->output_count;
    if (targets->count > 0) return CV_EXIT_OK;
    targets->only = "-";
    if (options->variant_count > 0 && !is_stdout(options->file)) return CV_EXIT_OK; // named later
    if (!is_stdout(options->file)) {
        targets->only = targets->name = cv_output_name(options->file);
        if (!targets->name) {
            cv_complain(terminal, "out of memory");
            return CV_EXIT_ENVIRONMENT;
        }
    }
    targets->paths = &targets->only;
    targets->count = 1;
    return CV_EXIT_OK;
}

// What can be refused before any work is done.
static int check_targets(const target_list *targets, const cv_run *run,
                         const cv_terminal *terminal) {
    for (size_t i = 0; i < targets->count; i++) {
        const char *path = targets->paths[i];
        if (is_stdout(path) && isatty(STDOUT_FILENO)) {
            cv_complain(terminal, "a PDF on a terminal is of no use");
            cv_advise(terminal, "name a file with -o, or send standard output to one");
            return CV_EXIT_USAGE;
        }
        if (!is_stdout(path) && cv_output_is(path, run->input.identity)) {
            cv_complain(terminal, "'%s' is both input and output", path);
            return CV_EXIT_USAGE;
        }
    }
    return CV_EXIT_OK;
}

// A variant says what its PDF is called; it lies beside the file.
static int name_target(target_list *targets, const cv_run *run, const cv_options *options,
                       const cv_terminal *terminal) {
    if (targets->count > 0) return CV_EXIT_OK;
    const char *name = cvpdf_result_variant(run->result, 0).output;
    const char *slash = strrchr(options->file, '/');
    size_t folder = slash ? (size_t)(slash + 1 - options->file) : 0;
    size_t room = folder + strlen(name) + 1;
    targets->name = malloc(room);
    if (!targets->name) {
        cv_complain(terminal, "out of memory");
        return CV_EXIT_ENVIRONMENT;
    }
    snprintf(targets->name, room, "%.*s%s", (int)folder, options->file, name);
    targets->only = targets->name;
    targets->paths = &targets->only;
    targets->count = 1;
    return check_targets(targets, run, terminal);
}

static bool is_input_of(const cvpdf_result *result, const char *path) {
    struct stat state;
    if (is_stdout(path) || stat(path, &state) != 0) return false;
    cv_identity identity = {state.st_dev, state.st_ino};
    const char *input;
    for (size_t i = 0; (input = cvpdf_result_input(result, i)); i++)
        if (cv_output_is(input, identity)) return true;
    return false;
}

// A theme, a photo or a font, which are known only now.
static int check_named_files(const target_list *targets, const cvpdf_result *result,
                             const cv_terminal *terminal) {
    for (size_t i = 0; i < targets->count; i++) {
        if (!is_input_of(result, targets->paths[i])) continue;
        cv_complain(terminal, "'%s' is both input and output", targets->paths[i]);
        return CV_EXIT_USAGE;
    }
    return CV_EXIT_OK;
}

static void print_success(const char *path, const cvpdf_result *result, cv_written written,
                          const cv_options *options, const cv_terminal *terminal) {
    if (options->is_quiet) return;
    size_t pages = cvpdf_result_pages(result);
    cv_print(terminal, pages == 1 ? "%s: %zu page" : "%s: %zu pages", path, pages);
    if (options->is_verbose) cv_print(terminal, ", %zu bytes", cvpdf_result_bytes(result).size);
    cv_print(terminal, written == CV_UNCHANGED ? ", unchanged\n" : "\n");
}

static void print_fonts(const cvpdf_result *result, const cv_terminal *terminal) {
    cvpdf_font font;
    for (size_t i = 0; (font = cvpdf_result_font(result, i)).name; i++)
        cv_print(terminal, "  %s: %s\n", font.name, font.file ? font.file : "bundled");
}

static int write_target(const char *path, const cvpdf_result *result, const cv_options *options,
                        const cv_terminal *terminal) {
    cvpdf_bytes pdf = cvpdf_result_bytes(result);
    if (is_stdout(path)) return cv_output_write_stdout(pdf, terminal);
    cv_written written = cv_output_write(path, pdf, !options->skips_sync, terminal);
    if (written == CV_NOT_WRITTEN) return CV_EXIT_ENVIRONMENT;
    print_success(path, result, written, options, terminal);
    return CV_EXIT_OK;
}

// One that fails does not keep the others from being written.
static int write_targets(const target_list *targets, const cvpdf_result *result,
                         const cv_options *options, const cv_terminal *terminal) {
    int worst = CV_EXIT_OK;
    for (size_t i = 0; i < targets->count; i++) {
        int code = write_target(targets->paths[i], result, options, terminal);
        if (code > worst) worst = code;
    }
    return worst;
}

int cv_command_render(const cv_options *options, const cv_terminal *terminal) {
    target_list targets = {0};
    cv_run run = {0};
    int code = find_targets(&targets, options, terminal);
    if (code == CV_EXIT_OK) code = cv_run_read(&run, options, terminal);
    if (code == CV_EXIT_OK) code = check_targets(&targets, &run, terminal);
    if (code == CV_EXIT_OK) code = cv_run_typeset(&run, options, terminal);
    if (code == CV_EXIT_OK) code = name_target(&targets, &run, options, terminal);
    if (code == CV_EXIT_OK) code = check_named_files(&targets, run.result, terminal);
    if (code == CV_EXIT_OK) code = write_targets(&targets, run.result, options, terminal);
    if (code == CV_EXIT_OK && options->is_verbose && !options->is_quiet)
        print_fonts(run.result, terminal);
    cv_run_end(&run);
    free(targets.name);
    return code;
}
