// SPDX-License-Identifier: MIT
// command_help.c - --help, of the program and of a verb, and --version.
#include "command/command.h"

#include "command/verb_table.h"

#include <stdio.h>

int cv_command_help(const cv_options *options, const cv_terminal *terminal) {
    (void)terminal;
    if (options->names_verb && options->verb != CV_VERB_HELP)
        cv_verb_print_help(stdout, options->verb);
    else
        cv_verb_print_overview(stdout);
    return CV_EXIT_OK;
}

int cv_command_version(const cv_options *options) {
    printf("cvpdf %s\n", cvpdf_version());
    const char *name, *version;
    for (size_t i = 0; options->is_verbose && cvpdf_component(i, &name, &version); i++)
        printf("%s %s\n", name, version);
    return CV_EXIT_OK;
}
