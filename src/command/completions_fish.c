// SPDX-License-Identifier: MIT
// completions_fish.c - the script of fish.
#include "command/completions.h"

static const char start[] =
    "# fish completion of cvpdf, made by `cvpdf completions fish`\n"
    "\n"
    "function __cvpdf_resumes # folders, and files that may be resumes\n"
    "    string match -r -- '^[^\\t]*(?:/|\\.ya?ml|\\.json)(?=\\t|$)' "
    "(__fish_complete_path (commandline -ct))\n"
    "end\n"
    "\n"
    "function __cvpdf_codes\n"
    "    cvpdf explain 2>/dev/null | string replace -r '^(\\S+)\\s+\\S+\\s+' '$1\\t'\n"
    "end\n"
    "\n"
    "function __cvpdf_variants # those of the files on the line\n"
    "    echo base\n"
    "    for file in (commandline -opc)[2..-1]\n"
    "        test -f $file; and cvpdf build --list -- $file 2>/dev/null | cut -f 3\n"
    "    end\n"
    "end\n"
    "\n"
    "function __cvpdf_verb\n"
    "    for word in (commandline -opc)[2..-1]\n"
    "        if contains -- $word ";

static const char middle[] =
    "\n"
    "            echo $word\n"
    "            return\n"
    "        end\n"
    "    end\n"
    "end\n"
    "\n"
    "function __cvpdf_is # VERB...: one of them is on the line; the first is render if none is\n"
    "    set -l verb (__cvpdf_verb)\n"
    "    test -n \"$verb\"; or set verb render\n"
    "    contains -- $verb $argv\n"
    "end\n"
    "\n"
    "function __cvpdf_begins # nothing is on the line yet\n"
    "    test (count (commandline -opc)) -eq 1\n"
    "end\n"
    "\n"
    "complete -c cvpdf -f\n";

// Within single quotes.
static void print_escaped(const char *text, int size, FILE *stream) {
    for (const char *at = text; at < text + size && *at; at++) {
        if (*at == '\'' || *at == '\\') fputc('\\', stream);
        fputc(*at, stream);
    }
}

static void print_verbs_of(const cv_option *row, FILE *stream) {
    fputs("complete -c cvpdf -n '__cvpdf_is", stream);
    for (int i = 0; i < CV_VERB_COUNT; i++)
        if (cv_option_is_for(row, (cv_verb)i))
            fprintf(stream, " %s", cv_verb_find((cv_verb)i)->name);
    fputs("'", stream);
}

static void print_value(const cv_option *row, FILE *stream) {
    static const char *const values[] = {[CV_OFFER_NOTHING] = " -x",
                                         [CV_OFFER_FILES] = " -r -F",
                                         [CV_OFFER_FOLDERS] =
                                             " -x -a '(__fish_complete_directories)'",
                                         [CV_OFFER_VARIANTS] = " -x -a '(__cvpdf_variants)'"};
    cv_offer offer = cv_option_offer(row);
    if (offer != CV_OFFER_WORDS) {
        fputs(values[offer], stream);
        return;
    }
    fputs(" -x -a '", stream);
    cv_option_print_words(row, stream);
    fputs("'", stream);
}

static void print_option(const cv_option *row, FILE *stream) {
    print_verbs_of(row, stream);
    if (row->letter) fprintf(stream, " -s %c", row->letter);
    fprintf(stream, " -l %s", row->name + 2);
    if (row->value) print_value(row, stream);
    fputs(" -d '", stream);
    print_escaped(row->help, cv_option_summary_size(row), stream);
    fputs("'\n", stream);
}

static void print_verb(cv_verb verb, FILE *stream) {
    const char *name = cv_verb_find(verb)->name, *summary = cv_verb_summary(verb);
    cv_offer offer = cv_verb_offer(verb);
    fprintf(stream, "complete -c cvpdf -n __cvpdf_begins -a %s -d '", name);
    print_escaped(summary, 80, stream);
    fputs("'\n", stream);
    if (offer == CV_OFFER_CODES)
        fprintf(stream, "complete -c cvpdf -n '__cvpdf_is %s' -a '(__cvpdf_codes)'\n", name);
    if (offer == CV_OFFER_WORDS) {
        fprintf(stream, "complete -c cvpdf -n '__cvpdf_is %s' -a '", name);
        cv_verb_print_words(verb, stream);
        fputs("'\n", stream);
    }
    if (offer == CV_OFFER_RESUMES || verb == CV_VERB_DUMP)
        fprintf(stream, "complete -c cvpdf -n '__cvpdf_is %s' -a '(__cvpdf_resumes)'\n", name);
}

void cv_completions_print_fish(FILE *stream) {
    size_t count;
    const cv_option *rows = cv_option_rows(&count);
    fputs(start, stream);
    cv_verb_print_words(CV_VERB_HELP, stream);
    fputs(middle, stream);
    for (int i = 0; i < CV_VERB_COUNT; i++) print_verb((cv_verb)i, stream);
    for (const cv_option *row = rows; row < rows + count; row++) print_option(row, stream);
}
