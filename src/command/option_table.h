// SPDX-License-Identifier: MIT
// option_table.h - the options of all verbs, one row each: parsing, help, completions and the check
// of the manual come from it.
#ifndef CV_COMMAND_OPTION_TABLE_H
#define CV_COMMAND_OPTION_TABLE_H

#include "command/options.h"
#include "command/terminal.h"

typedef struct cv_option cv_option;

// Takes an option with its value into `options`. Returns false, having complained, if the value is
// wrong.
typedef bool cv_option_reader(cv_options *options, const cv_option *row, char *value,
                              const cv_terminal *terminal);

// Either a flag (`place` is where in cv_options it is) or an option with a value and a reader.
struct cv_option {
    const char *name;
    const char *value;      // what it takes, for help; NULL: nothing
    cv_option_reader *read; // NULL for a flag
    size_t place;
    const char *path;   // of the setting that it is short for
    const char *offers; // words that a shell offers, "a4|letter"; NULL: those of `value`, if any
    const char *help;
    char letter;    // 0 if it has none
    unsigned verbs; // that it is for; 0: all that read a resume
};

// Sets of verbs.
#define CV_FOR(verb) (1u << (verb))
enum {
    CV_FOR_REFERENCE = // these read no resume
    CV_FOR(CV_VERB_EXPLAIN) | CV_FOR(CV_VERB_NEW) | CV_FOR(CV_VERB_THEMES) | CV_FOR(CV_VERB_FONTS) |
    CV_FOR(CV_VERB_SCHEMA) | CV_FOR(CV_VERB_COMPLETIONS) | CV_FOR(CV_VERB_HELP),
    CV_FOR_ALL = CV_FOR(CV_VERB_COUNT) - 1,
    CV_FOR_FONTS = (CV_FOR_ALL & ~CV_FOR_REFERENCE) | CV_FOR(CV_VERB_FONTS),
    CV_FOR_BUILD = CV_FOR(CV_VERB_BUILD) | CV_FOR(CV_VERB_DEPS),
    CV_FOR_WRITING = CV_FOR(CV_VERB_RENDER) | CV_FOR(CV_VERB_BUILD),
    CV_FOR_MANY = CV_FOR_BUILD | CV_FOR(CV_VERB_CHECK),
    CV_FOR_ONE = CV_FOR(CV_VERB_RENDER) | CV_FOR(CV_VERB_CHECK) | CV_FOR(CV_VERB_DUMP) |
                 CV_FOR(CV_VERB_WHY) | CV_FOR(CV_VERB_DIFF)
};

enum { CV_OPTIONS_MAX = 64 }; // rows of the table

const cv_option *cv_option_rows(size_t *count);

bool cv_option_is_for(const cv_option *row, cv_verb verb);

// The readers, in option_values.c.
cv_option_reader cv_option_read_output, cv_option_read_setting, cv_option_read_variable,
    cv_option_read_variant, cv_option_read_tag, cv_option_read_text, cv_option_read_only,
    cv_option_read_jobs, cv_option_read_shard, cv_option_read_count, cv_option_read_shorthand,
    cv_option_read_choice, cv_option_read_stats, cv_option_read_color, cv_option_read_format,
    cv_option_read_date, cv_option_read_folder;

#endif
