// SPDX-License-Identifier: MIT
// command_completions.c - the completions of a shell, on standard output.
#include "command/command.h"

#include "command/completions.h"

#include <string.h>

static const struct {
    const char *name;
    void (*print)(FILE *stream);
} shells[] = {
    {"bash", cv_completions_print_bash},
    {"zsh", cv_completions_print_zsh},
    {"fish", cv_completions_print_fish},
};
enum { SHELL_COUNT = sizeof shells / sizeof *shells };

int cv_command_completions(const cv_options *options, const cv_terminal *terminal) {
    const char *shell = options->shell;
    for (size_t i = 0; shell && i < SHELL_COUNT; i++) {
        if (strcmp(shells[i].name, shell) != 0) continue;
        shells[i].print(stdout);
        return CV_EXIT_OK;
    }
    if (shell)
        cv_complain(terminal, "there are no completions for '%s'", shell);
    else
        cv_complain(terminal, "for which shell?");
    cv_advise(terminal, "cvpdf completions bash, zsh or fish");
    return CV_EXIT_USAGE;
}
