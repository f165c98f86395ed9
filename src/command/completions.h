// SPDX-License-Identifier: MIT
// completions.h - what a shell may offer on a command line of cvpdf, from the tables of verbs and
// options.
#ifndef CV_COMMAND_COMPLETIONS_H
#define CV_COMMAND_COMPLETIONS_H

#include "command/option_table.h"
#include "command/verb_table.h"

#include <stdio.h>

typedef enum cv_offer {
    CV_OFFER_NOTHING, // a text of one's own
    CV_OFFER_WORDS,
    CV_OFFER_FILES,
    CV_OFFER_FOLDERS,
    CV_OFFER_VARIANTS, // of the resumes on the command line
    CV_OFFER_RESUMES,  // and folders
    CV_OFFER_CODES     // of findings
} cv_offer;

// What may be the value of an option.
cv_offer cv_option_offer(const cv_option *row);
// What may stand behind a verb; the stage of `dump` is a word, and resumes follow it.
cv_offer cv_verb_offer(cv_verb verb);

// The words of an offer, with blanks between.
void cv_option_print_words(const cv_option *row, FILE *stream);
void cv_verb_print_words(cv_verb verb, FILE *stream);

// The help of an option up to its first stop, for lists.
int cv_option_summary_size(const cv_option *row);

// The script of each shell.
void cv_completions_print_bash(FILE *stream);
void cv_completions_print_zsh(FILE *stream);
void cv_completions_print_fish(FILE *stream);

#endif
