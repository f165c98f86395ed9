// SPDX-License-Identifier: MIT
// command_new.c - a resume to begin with, in a file that was not there before.
#include "command/command.h"

#include "command/output.h"
#include "command/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static const char default_name[] = "resume.yaml", schema_name[] = "cvpdf.schema.json";

static bool find_example(const char *name, cvpdf_builtin *example) {
    for (size_t i = 0; cvpdf_example(i, example); i++)
        if (!name || strcmp(example->name, name) == 0) return true;
    return false;
}

static void complain_of_example(const char *name, const cv_terminal *terminal) {
    enum { MOST = 16 };
    const char *names[MOST];
    cvpdf_builtin each;
    size_t count = 0;
    while (count < MOST && cvpdf_example(count, &each)) names[count++] = each.name;
    const char *near = cvpdf_suggest(name, names, count);
    cv_complain(terminal, "there is no example '%s'", name);
    if (near)
        cv_advise(terminal, "did you mean '%s'?", near);
    else
        cv_advise(terminal, "cvpdf help new lists them");
}

// The line by which editors know the format, then the example.
static bool write_text(int file, cvpdf_bytes example) {
    static const char modeline[] = "# yaml-language-server: $schema=cvpdf.schema.json\n";
    cvpdf_bytes first = {(const unsigned char *)modeline, strlen(modeline)};
    return cv_write_all(file, first) && cv_write_all(file, example);
}

// True if all of it has been written to a file that was not there; else nothing is left of it.
static bool create(const char *path, cvpdf_bytes example) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) return false;
    bool is_written = write_text(file, example);
    int reason = errno;
    if (close(file) != 0 && is_written) {
        is_written = false;
        reason = errno;
    }
    if (!is_written) unlink(path);
    errno = reason;
    return is_written;
}

static int create_file(const char *path, cvpdf_bytes example, const cv_terminal *terminal,
                       bool is_quiet) {
    if (create(path, example)) {
        if (is_quiet) return CV_EXIT_OK;
        cv_print(terminal, "%s: a resume to begin with; cvpdf %s makes its PDF\n", path, path);
        cv_print(terminal, "cvpdf schema >%s lets an editor complete its keys\n", schema_name);
        return CV_EXIT_OK;
    }
    if (errno == EEXIST) {
        cv_complain(terminal, "'%s' is already there, and new does not overwrite", path);
        cv_advise(terminal, "give another name with -o");
    } else {
        cv_complain(terminal, "cannot write '%s': %s", path, strerror(errno));
    }
    return CV_EXIT_ENVIRONMENT;
}

int cv_command_new(const cv_options *options, const cv_terminal *terminal) {
    cvpdf_builtin example;
    if (!find_example(options->example, &example)) {
        complain_of_example(options->example, terminal);
        return CV_EXIT_USAGE;
    }
    if (options->output_count > 1) {
        cv_complain(terminal, "new makes one file, not %zu", options->output_count);
        return CV_EXIT_USAGE;
    }
    const char *path = options->output_count ? options->outputs[0] : default_name;
    if (strcmp(path, "-") != 0) return create_file(path, example.text, terminal, options->is_quiet);
    if (write_text(STDOUT_FILENO, example.text)) return CV_EXIT_OK;
    if (errno == EPIPE) return CV_EXIT_PIPE;
    cv_complain(terminal, "cannot write to standard output: %s", strerror(errno));
    return CV_EXIT_ENVIRONMENT;
}
