// SPDX-License-Identifier: MIT
// verb_help.c - what --help shows: examples first.
#include "command/verb_table.h"

static const struct {
    const char *summary;  // for the list of verbs
    const char *examples; // lines
    const char *about;    // paragraphs
} texts[CV_VERB_COUNT] = {
    [CV_VERB_RENDER] =
        {"make the PDF of one file",
         "  cvpdf resume.yaml                      make resume.pdf beside it\n"
         "  cvpdf resume.yaml -o cv.pdf            make cv.pdf\n"
         "  cvpdf --paper letter --set design.font.size=9.5pt resume.yaml\n"
         "  cvpdf --language de resume.yaml -o lebenslauf.pdf\n"
         "  cvpdf resume.yaml --variant short      make the variant 'short' of it\n"
         "  cvpdf - <resume.yaml >resume.pdf       from standard input to standard output\n",
         "FILE is YAML or JSON; - is standard input. The word render may be left out.\n"},
    [CV_VERB_BUILD] =
        {"make every variant of files",
         "  cvpdf build                            all resumes here and below\n"
         "  cvpdf build resume.yaml -d out         every variant of it, in out/\n"
         "  cvpdf build cv.yaml --only short       one of them\n"
         "  cvpdf build cv.yaml --each jobs.csv    one PDF for each row of a table\n"
         "  cvpdf build --check                    say which PDFs are missing or stale\n",
         "A folder, . where nothing is named, stands for the files in it and below that\n"
         "are called resume.yaml, cv.yaml or NAME.cv.yaml, or the same with .yml or .json.\n"
         "The name of a PDF is the 'output' of its variant, or FILE-VARIANT.pdf.\n"},
    [CV_VERB_CHECK] =
        {"say what is wrong, and what readers may ask",
         "  cvpdf check resume.yaml                all variants of it; nothing is written\n"
         "  cvpdf check *.cv.yaml --strict         fail on warnings, too\n"
         "  cvpdf check resume.yaml --max-pages 2  fail if one has more than two pages\n"
         "  cvpdf check - <resume.yaml             of standard input\n",
         "Beyond what keeps a PDF from being made, it looks at links, dates, doubled words\n"
         "and the like. A finding can be silenced, by a comment '# cvpdf: ignore CV623' on\n"
         "its line, or for the file by 'check: {ignore: [CV623]}'; errors cannot.\n"},
    [CV_VERB_DEPS] = {"print the inputs of such a build",
                      "  cvpdf deps resume.yaml --each jobs.csv\n"
                      "  cvpdf deps                             of all resumes here and below\n",
                      "Each input has a line.\n"},
    [CV_VERB_WHY] = {"say what a variant leaves out, and why",
                     "  cvpdf why resume.yaml --variant short\n"
                     "  cvpdf why resume.yaml --exclude academic\n",
                     "Each section, entry, role and bullet has a line: whether it is shown, where\n"
                     "it is in the file, and the reason.\n"},
    [CV_VERB_DIFF] =
        {"say in words what has changed",
         "  cvpdf diff old.yaml resume.yaml        between two files\n"
         "  cvpdf diff resume.yaml --variant short what the variant changes\n"
         "  cvpdf diff resume.yaml --variant short --variant long\n"
         "  git show HEAD~1:resume.yaml | cvpdf diff - resume.yaml\n",
         "It compares what the two say, not how they are set: what is added, dropped,\n"
         "changed or in another order.\n"},
    [CV_VERB_DUMP] = {"print a stage of the work as text",
                      "  cvpdf dump tree resume.yaml            the file as it was read\n"
                      "  cvpdf dump lines resume.yaml           how its lines were broken\n"
                      "  cvpdf dump json resume.yaml            its content as JSON Resume\n"
                      "  cvpdf dump diagnostics resume.yaml     its errors and warnings alone\n",
                      NULL},
    [CV_VERB_EXPLAIN] = {"say what a message means, and how to mend it",
                         "  cvpdf explain CV101                    the text behind a code\n"
                         "  cvpdf explain                          the list of all codes\n",
                         "A message of cvpdf has its code in brackets: error[CV101].\n"},
    [CV_VERB_NEW] = {"write a resume to begin with",
                     "  cvpdf new                              resume.yaml, with comments\n"
                     "  cvpdf new --from academic -o cv.yaml   the CV of a PhD student\n",
                     "It never overwrites a file.\n"},
    [CV_VERB_THEMES] = {"list the themes, or print one",
                        "  cvpdf themes                           their names\n"
                        "  cvpdf themes classic                   all values of one\n",
                        NULL},
    [CV_VERB_FONTS] =
        {"list the fonts, and who helps out by script",
         "  cvpdf fonts                            with those of the system\n"
         "  cvpdf fonts --font-dir fonts           with those in a folder, too\n",
         "Which font helps out follows a fixed list; the files that this machine has are\n"
         "named. A resume is set without one wherever its own family has the characters.\n"},
    [CV_VERB_SCHEMA] =
        {"print the keys of the format for editors", "  cvpdf schema >cvpdf.schema.json\n",
         "It is a JSON Schema. Editors that have a YAML language server complete keys and\n"
         "mark mistakes in a resume that begins with the line\n"
         "  # yaml-language-server: $schema=cvpdf.schema.json\n"},
    [CV_VERB_COMPLETIONS] =
        {"print the completions of a shell",
         "  eval \"$(cvpdf completions bash)\"       in this shell, or in ~/.bashrc\n"
         "  cvpdf completions zsh >~/.zfunc/_cvpdf  in a folder of fpath\n"
         "  cvpdf completions fish >~/.config/fish/completions/cvpdf.fish\n",
         "SHELL is bash, zsh or fish. An installed cvpdf has them at the usual places.\n"},
    [CV_VERB_HELP] = {"show the help of a verb",
                      "  cvpdf help build                       the same as cvpdf build --help\n",
                      NULL},
};

static void print_stages(FILE *stream) {
    fputs("STAGE is one of\n ", stream);
    for (const char *const *stage = cvpdf_stages(); *stage; stage++) fprintf(stream, " %s", *stage);
    fputs(".\n", stream);
}

const char *cv_verb_summary(cv_verb verb) { return texts[verb].summary; }

void cv_verb_print_help(FILE *stream, cv_verb verb) {
    const cv_verb_row *row = cv_verb_find(verb);
    fprintf(stream, "cvpdf %s: %s.\n\nExamples:\n%s\n", row->name, texts[verb].summary,
            texts[verb].examples);
    fprintf(stream, "Usage: cvpdf %s [OPTION]...%s%s\n\n", row->name, *row->words ? " " : "",
            row->words);
    if (texts[verb].about) fprintf(stream, "%s\n", texts[verb].about);
    if (verb == CV_VERB_DUMP) {
        print_stages(stream);
        fputs("\n", stream);
    }
    fputs("Options:\n", stream);
    cv_options_print(stream, verb);
}

static void print_verbs(FILE *stream) {
    for (int i = 0; i < CV_VERB_COUNT; i++) {
        const cv_verb_row *row = cv_verb_find((cv_verb)i);
        fprintf(stream, "  %-11s  %-16s  %s\n", row->name, row->words, texts[i].summary);
    }
}

void cv_verb_print_overview(FILE *stream) {
    fputs("cvpdf makes a tagged, accessible PDF of a resume written in YAML.\n"
          "\n"
          "Examples:\n",
          stream);
    fputs(texts[CV_VERB_RENDER].examples, stream);
    fputs("  cvpdf build resume.yaml -d out         make every variant of it, in out/\n"
          "  cvpdf why resume.yaml --variant short  say what it leaves out, and why\n"
          "  cvpdf explain CV101                    say what the code of a message means\n"
          "\n"
          "Usage:\n"
          "  cvpdf [OPTION]... FILE\n"
          "  cvpdf VERB [OPTION]... ...\n"
          "\n"
          "Verbs, of which cvpdf help VERB says more:\n",
          stream);
    print_verbs(stream);
    fputs("\n"
          "FILE is YAML or JSON; - is standard input.\n"
          "\n"
          "Options of cvpdf FILE:\n",
          stream);
    cv_options_print(stream, CV_VERB_RENDER);
    fputs("  --\n"
          "        what follows is a file, whatever its name\n"
          "\n"
          "Exit status: 0 success, 1 a mistake in the resume, 2 a mistake on the command\n"
          "line, 3 a file cannot be read or written, 70 a bug in cvpdf.\n",
          stream);
}
