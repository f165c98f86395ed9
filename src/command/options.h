// SPDX-License-Identifier: MIT
// options.h - the command line: every option of every verb, once.
#ifndef CV_COMMAND_OPTIONS_H
#define CV_COMMAND_OPTIONS_H

#include "command/terminal.h"

#include "cvpdf.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum cv_verb {
    CV_VERB_RENDER, // where none is named
    CV_VERB_BUILD,
    CV_VERB_CHECK,
    CV_VERB_DEPS,
    CV_VERB_WHY,
    CV_VERB_DIFF,
    CV_VERB_DUMP,
    CV_VERB_EXPLAIN,
    CV_VERB_NEW,
    CV_VERB_THEMES,
    CV_VERB_FONTS,
    CV_VERB_SCHEMA,
    CV_VERB_COMPLETIONS,
    CV_VERB_HELP,
    CV_VERB_COUNT
} cv_verb;

// Texts are those of argv, which is written into: a setting's path is cut off its value there.
typedef struct cv_options {
    bool wants_help, wants_version; // before all else
    cv_verb verb;
    bool names_verb;          // the command line says which
    const char *stage;        // of dump
    const char *file;         // "-" is stdin
    const char *other;        // of diff: the second file, NULL for the first again
    const char *const *codes; // of explain
    size_t code_count;
    const char *example;   // of new, NULL: the first
    const char *theme;     // of themes, NULL: all
    const char *shell;     // of completions
    const char **variants; // one; of diff up to two
    size_t variant_count;
    cvpdf_setting *variables;
    size_t variable_count;
    const char **include, **exclude;
    size_t include_count, exclude_count;
    const char **font_folders;
    size_t font_folder_count;
    const char **outputs; // "-" is stdout
    size_t output_count;
    cvpdf_setting *settings;
    size_t setting_count;
    const char *date;
    const char *root; // of the files that a resume names; NULL: as cv_root_find() says
    cv_color_choice color;
    cv_format_choice format; // of messages
    bool is_strict, is_quiet, is_verbose, locks_facts;
    bool skips_sync;
    bool skips_embedding;
    bool refuses_system_fonts;

    size_t max_pages; // of check; 0: there is no budget

    // Of build, deps and check.
    const char *const *files; // and folders
    size_t file_count;
    const char *folder; // of the outputs; NULL: each beside its file
    const char *table;  // a CSV file, or NULL
    const char *depfile;
    const char **only; // names of variants
    size_t only_count;
    size_t jobs;                      // 0: as many as there are processors
    size_t shard_number, shard_count; // from 1; both 0: all of it
    bool lists, is_dry_run, checks, fails_fast, fails_on_change, stats;

    char epoch_date[24]; // `date` where it comes from SOURCE_DATE_EPOCH
    const char **words;  // of the command line that are no options
    size_t word_count;
} cv_options;

// Returns what to exit with, CV_EXIT_OK if `*options` can be carried out; free it in any case.
// `epoch` is the value of SOURCE_DATE_EPOCH, or NULL.
int cv_options_read(int argc, char **argv, const char *epoch, cv_options *options,
                    const cv_terminal *terminal);
void cv_options_free(cv_options *options);

// Prints the options that are for `verb`, as its help shows them.
void cv_options_print(FILE *stream, cv_verb verb);

#endif
