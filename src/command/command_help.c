// SPDX-License-Identifier: MIT
// command_help.c - --help and --version.
#include "command/command.h"

#include <stdio.h>

static void print_stages(void) {
    for (const char *const *stage = cvpdf_stages(); *stage; stage++) printf(" %s", *stage);
}

int cv_command_help(void) {
    fputs("cvpdf makes a tagged, accessible PDF of a resume written in YAML.\n"
          "\n"
          "Examples:\n"
          "  cvpdf resume.yaml                      make resume.pdf beside it\n"
          "  cvpdf resume.yaml -o cv.pdf            make cv.pdf\n"
          "  cvpdf --paper letter --set design.font.size=9.5pt resume.yaml\n"
          "  cvpdf --language de resume.yaml -o lebenslauf.pdf\n"
          "  cvpdf - <resume.yaml >resume.pdf       from standard input to standard output\n"
          "  cvpdf build resume.yaml -d out         make every variant of it, in out/\n"
          "  cvpdf build cv.yaml --each jobs.csv    make one PDF for each row of a table\n"
          "  cvpdf resume.yaml --variant short      make the variant 'short' of it\n"
          "  cvpdf why resume.yaml --variant short  say what it leaves out, and why\n"
          "  cvpdf diff old.yaml resume.yaml        say in words what has changed\n"
          "  cvpdf dump lines resume.yaml           show how its lines were broken\n"
          "\n"
          "Usage:\n"
          "  cvpdf [render] [OPTION]... FILE\n"
          "  cvpdf build [OPTION]... [FILE|FOLDER]...\n"
          "  cvpdf deps [OPTION]... [FILE|FOLDER]...\n"
          "  cvpdf why [OPTION]... FILE\n"
          "  cvpdf diff [OPTION]... FILE [FILE] [--variant NAME]...\n"
          "  cvpdf dump [OPTION]... STAGE FILE\n"
          "\n"
          "FILE is YAML or JSON; - is standard input. STAGE is one of\n"
          " ",
          stdout);
    print_stages();
    fputs(".\n"
          "\n"
          "Options:\n",
          stdout);
    cv_options_print(stdout, false);
    fputs("  --\n"
          "        what follows is a file, whatever its name\n"
          "\n"
          "Options of build and deps:\n",
          stdout);
    cv_options_print(stdout, true);
    fputs("\n"
          "Exit status: 0 success, 1 a mistake in the resume, 2 a mistake on the command\n"
          "line, 3 a file cannot be read or written, 70 a bug in cvpdf.\n",
          stdout);
    return CV_EXIT_OK;
}

int cv_command_version(const cv_options *options) {
    printf("cvpdf %s\n", cvpdf_version());
    const char *name, *version;
    for (size_t i = 0; options->is_verbose && cvpdf_component(i, &name, &version); i++)
        printf("%s %s\n", name, version);
    return CV_EXIT_OK;
}
