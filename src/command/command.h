// SPDX-License-Identifier: MIT
// command.h - one function for each verb, and what the program may exit with.
//
// This folder sees of the library nothing but cvpdf.h.
#ifndef CV_COMMAND_COMMAND_H
#define CV_COMMAND_COMMAND_H

#include "command/options.h"
#include "command/terminal.h"

enum {
    CV_EXIT_OK = 0,
    CV_EXIT_RESUME = 1,      // the resume, or what it names, is at fault
    CV_EXIT_USAGE = 2,       // the command line is
    CV_EXIT_ENVIRONMENT = 3, // a file of the command line, the disk or the memory is
    CV_EXIT_INTERNAL = 70,   // we are: EX_SOFTWARE of sysexits.h
    CV_EXIT_PIPE = 141       // the reader of stdout went away: as if SIGPIPE had ended us
};

// Each returns what to exit with, having said why on `terminal`.
int cv_command_render(const cv_options *options, const cv_terminal *terminal);
int cv_command_dump(const cv_options *options, const cv_terminal *terminal);
int cv_command_build(const cv_options *options, const cv_terminal *terminal);
int cv_command_check(const cv_options *options, const cv_terminal *terminal);
int cv_command_deps(const cv_options *options, const cv_terminal *terminal);
int cv_command_why(const cv_options *options, const cv_terminal *terminal);
int cv_command_diff(const cv_options *options, const cv_terminal *terminal);
int cv_command_explain(const cv_options *options, const cv_terminal *terminal);
int cv_command_new(const cv_options *options, const cv_terminal *terminal);
int cv_command_themes(const cv_options *options, const cv_terminal *terminal);
int cv_command_fonts(const cv_options *options, const cv_terminal *terminal);
int cv_command_schema(const cv_options *options, const cv_terminal *terminal);
int cv_command_completions(const cv_options *options, const cv_terminal *terminal);
int cv_command_help(const cv_options *options, const cv_terminal *terminal);
int cv_command_version(const cv_options *options);

#endif
