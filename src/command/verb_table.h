// SPDX-License-Identifier: MIT
// verb_table.h - what the program can be asked to do, one row for each verb.
#ifndef CV_COMMAND_VERB_TABLE_H
#define CV_COMMAND_VERB_TABLE_H

#include "command/options.h"
#include "command/terminal.h"

// Takes the words of the command line that are no options, from number `first` on, behind the verb.
// Returns false, having complained, if they are not what the verb needs.
typedef bool cv_verb_reader(cv_options *options, size_t first, const cv_terminal *terminal);

// Returns what to exit with, having said why on `terminal`.
typedef int cv_verb_command(const cv_options *options, const cv_terminal *terminal);

typedef struct cv_verb_row {
    const char *name;
    const char *words; // that stand behind its options, for help
    cv_verb_reader *read;
    cv_verb_command *run;
} cv_verb_row;

const cv_verb_row *cv_verb_find(cv_verb verb);

// True if there is a verb of this name, which `*verb` is then.
bool cv_verb_named(const char *name, cv_verb *verb);

// The verb that is nearest to a mistyped word, or NULL.
const char *cv_verb_suggest(const char *word);

// The readers, in verb_words.c.
cv_verb_reader cv_verb_read_file, cv_verb_read_stage, cv_verb_read_files, cv_verb_read_two,
    cv_verb_read_checked, cv_verb_read_codes, cv_verb_read_theme, cv_verb_read_shell,
    cv_verb_read_nothing, cv_verb_read_topic;

// What it does, in a few words.
const char *cv_verb_summary(cv_verb verb);

// Prints what stands behind `cvpdf help VERB`, and behind `cvpdf --help`; in verb_help.c.
void cv_verb_print_help(FILE *stream, cv_verb verb);
void cv_verb_print_overview(FILE *stream);

#endif
