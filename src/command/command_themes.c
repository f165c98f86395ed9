// SPDX-License-Identifier: MIT
// command_themes.c - the built-in themes, or all that one of them says, on standard output.
#include "command/command.h"

#include "command/output.h"

#include <stdio.h>
#include <string.h>

static void complain_of_theme(const char *name, const cv_terminal *terminal) {
    enum { MOST = 32 };
    const char *names[MOST];
    cvpdf_builtin each;
    size_t count = 0;
    while (count < MOST && cvpdf_theme(count, &each)) names[count++] = each.name;
    const char *near = cvpdf_suggest(name, names, count);
    cv_complain(terminal, "there is no theme '%s'", name);
    if (near)
        cv_advise(terminal, "did you mean '%s'?", near);
    else
        cv_advise(terminal, "cvpdf themes lists them");
}

int cv_command_themes(const cv_options *options, const cv_terminal *terminal) {
    cvpdf_builtin theme;
    for (size_t i = 0; cvpdf_theme(i, &theme); i++) {
        if (!options->theme)
            printf("%-10s  %s\n", theme.name, theme.about);
        else if (strcmp(theme.name, options->theme) == 0)
            return cv_output_write_stdout(theme.text, terminal);
    }
    if (!options->theme) return CV_EXIT_OK;
    complain_of_theme(options->theme, terminal);
    return CV_EXIT_USAGE;
}
