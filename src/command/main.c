// SPDX-License-Identifier: MIT
// main.c - makes the surroundings safe, runs the verb, and checks that stdout got all of it.
#include "command/command.h"
#include "command/options.h"
#include "command/recorder.h"
#include "command/signals.h"
#include "command/terminal.h"
#include "command/verb_table.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Where stdin, stdout or stderr is closed, the next file opened, the PDF perhaps, would get its
// number. Each is taken by /dev/null, opened the wrong way round so that using it still fails.
static bool fill_standard_files(void) {
    static const int ways[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int file = 0; file < 3; file++)
        if (fcntl(file, F_GETFD) < 0 && errno == EBADF && open("/dev/null", ways[file]) != file)
            return false;
    return true;
}

static int run(const cv_options *options, const cv_terminal *terminal) {
    if (options->wants_help) return cv_command_help(options, terminal);
    if (options->wants_version) return cv_command_version(options);
    return cv_verb_find(options->verb)->run(options, terminal);
}

// A disk that is full may show only when the last of it is written.
static int close_stdout(int code, const cv_terminal *terminal) {
    bool has_failed = ferror(stdout);
    if (fclose(stdout) == 0 && !has_failed) return code;
    if (errno == EPIPE) return code > CV_EXIT_PIPE ? code : CV_EXIT_PIPE;
    cv_complain(terminal, "cannot write to standard output: %s", strerror(errno));
    return code > CV_EXIT_ENVIRONMENT ? code : CV_EXIT_ENVIRONMENT;
}

// True if there will be findings to tell programs of.
static bool has_recorder(const cv_options *options) {
    return options->format != CV_FORMAT_HUMAN && options->verb != CV_VERB_EXPLAIN &&
           !options->wants_help && !options->wants_version;
}

// What is said goes to stderr, also where it is for programs: stdout has what was asked for.
static int run_telling(const cv_options *options, cv_terminal *terminal) {
    cv_recorder recorder;
    if (has_recorder(options)) {
        cv_recorder_begin(&recorder, options->format, terminal->stream);
        terminal->recorder = &recorder;
    }
    int code = close_stdout(run(options, terminal), terminal);
    if (!terminal->recorder) return code;
    cv_recorder_end(&recorder, code);
    // A program that reads them must not take a broken document for one without findings.
    bool is_told = fflush(terminal->stream) == 0 && !ferror(terminal->stream);
    return is_told || code > CV_EXIT_ENVIRONMENT ? code : CV_EXIT_ENVIRONMENT;
}

int main(int argc, char **argv) {
    if (!fill_standard_files()) return CV_EXIT_ENVIRONMENT;
    cv_signals_install();
    setvbuf(stderr, NULL, _IOLBF, 0);
    cv_terminal plain = cv_terminal_open(stderr, CV_COLOR_AUTO);
    cv_options options;
    int code = cv_options_read(argc, argv, getenv("SOURCE_DATE_EPOCH"), &options, &plain);
    cv_terminal terminal = cv_terminal_open(stderr, options.color);
    if (code == CV_EXIT_OK) code = run_telling(&options, &terminal);
    cv_options_free(&options);
    return code;
}
