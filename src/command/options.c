// SPDX-License-Identifier: MIT
// options.c - reads the command line by the tables of options and verbs.
#include "command/options.h"

#include "command/command.h"
#include "command/date.h"
#include "command/option_table.h"
#include "command/verb_table.h"

#include <stdlib.h>
#include <string.h>

typedef struct line_parser {
    char **rest; // of argv; NULL at its end
    const cv_option *table;
    size_t count; // of the table
    cv_options *options;
    const cv_terminal *terminal;
    bool is_first_literal; // the first word came behind "--": it is no verb
    bool given[CV_OPTIONS_MAX];
} line_parser;

static void suggest_option(const line_parser *parser, const char *word) {
    const char *names[CV_OPTIONS_MAX];
    for (size_t i = 0; i < parser->count; i++) names[i] = parser->table[i].name;
    const char *near = cvpdf_suggest(word, names, parser->count);
    if (near)
        cv_advise(parser->terminal, "did you mean '%s'?", near);
    else
        cv_advise(parser->terminal, "cvpdf --help lists the options");
}

// `value` is what is attached to the option, or NULL.
static bool take(line_parser *parser, const cv_option *row, char *value) {
    cv_options *options = parser->options;
    parser->given[row - parser->table] = true;
    if (!row->read) {
        *(bool *)((char *)options + row->place) = true;
        return true;
    }
    if (!value && *parser->rest) value = *parser->rest++;
    if (value) return row->read(options, row, value, parser->terminal);
    cv_complain(parser->terminal, "%s needs a value: %s", row->name, row->value);
    return false;
}

static bool read_long(line_parser *parser, char *word) {
    size_t size = strcspn(word, "=");
    char *value = word[size] ? word + size + 1 : NULL;
    for (const cv_option *row = parser->table; row < parser->table + parser->count; row++) {
        if (strlen(row->name) != size || memcmp(row->name, word, size) != 0) continue;
        if (row->read || !value) return take(parser, row, value);
        cv_complain(parser->terminal, "%s takes no value", row->name);
        return false;
    }
    word[size] = '\0';
    cv_complain(parser->terminal, "unknown option '%s'", word);
    suggest_option(parser, word);
    return false;
}

static const cv_option *find_letter(const line_parser *parser, char letter) {
    for (const cv_option *row = parser->table; row < parser->table + parser->count; row++)
        if (row->letter && row->letter == letter) return row;
    return NULL;
}

// "-qv", "-ofile", "-o" "file".
static bool read_letters(line_parser *parser, char *word) {
    for (char *at = word + 1; *at; at++) {
        const cv_option *row = find_letter(parser, *at);
        if (!row) {
            cv_complain(parser->terminal, "unknown option '%s'", word);
            suggest_option(parser, word);
            return false;
        }
        if (row->read) return take(parser, row, at[1] ? at + 1 : NULL);
        take(parser, row, NULL);
    }
    return true;
}

static bool read_words(line_parser *parser) {
    cv_options *options = parser->options;
    bool is_literal = false;
    while (*parser->rest) {
        char *word = *parser->rest++;
        bool is_good = true;
        if (is_literal || word[0] != '-' || word[1] == '\0') {
            if (options->word_count == 0) parser->is_first_literal = is_literal;
            options->words[options->word_count++] = word;
        } else if (strcmp(word, "--") == 0) {
            is_literal = true;
        } else if (word[1] == '-') {
            is_good = read_long(parser, word);
        } else {
            is_good = read_letters(parser, word);
        }
        if (!is_good) return false;
    }
    return true;
}

// True if all options are for the verb.
static bool fits_verb(const line_parser *parser) {
    cv_verb verb = parser->options->verb;
    for (const cv_option *row = parser->table; row < parser->table + parser->count; row++) {
        if (!parser->given[row - parser->table] || cv_option_is_for(row, verb)) continue;
        cv_complain(parser->terminal, "%s is not for %s", row->name, cv_verb_find(verb)->name);
        if (verb == CV_VERB_RENDER)
            cv_advise(parser->terminal, "it is for cvpdf build");
        else if (row->read == cv_option_read_variant)
            cv_advise(parser->terminal, "build makes all variants, or those of --only");
        return false;
    }
    return true;
}

static bool read_verb(line_parser *parser) {
    cv_options *options = parser->options;
    if (options->word_count && !parser->is_first_literal)
        options->names_verb = cv_verb_named(options->words[0], &options->verb);
    size_t used = options->names_verb;
    if (options->wants_help || options->wants_version) return true;
    return fits_verb(parser) && cv_verb_find(options->verb)->read(options, used, parser->terminal);
}

static bool read_epoch(line_parser *parser, const char *epoch) {
    cv_options *options = parser->options;
    if (!epoch || options->date) return true;
    options->date = options->epoch_date;
    if (cv_date_from_epoch(epoch, options->epoch_date, sizeof options->epoch_date)) return true;
    cv_complain(parser->terminal, "SOURCE_DATE_EPOCH cannot be '%s'", epoch);
    cv_advise(parser->terminal, "it is a number of seconds since 1970");
    return false;
}

int cv_options_read(int argc, char **argv, const char *epoch, cv_options *options,
                    const cv_terminal *terminal) {
    size_t most = (size_t)argc + 1; // more than there can be of anything
    *options = (cv_options){
        .outputs = calloc(most, sizeof *options->outputs),
        .settings = calloc(most, sizeof *options->settings),
        .variants = calloc(most, sizeof *options->variants),
        .variables = calloc(most, sizeof *options->variables),
        .font_folders = calloc(most, sizeof *options->font_folders),
        .include = calloc(most, sizeof *options->include),
        .exclude = calloc(most, sizeof *options->exclude),
        .only = calloc(most, sizeof *options->only),
        .words = calloc(most, sizeof *options->words),
    };
    if (!options->outputs || !options->settings || !options->variants || !options->variables ||
        !options->font_folders || !options->include || !options->exclude || !options->only ||
        !options->words) {
        cv_complain(terminal, "out of memory");
        return CV_EXIT_ENVIRONMENT;
    }
    line_parser line = {.rest = argc ? argv + 1 : argv, .options = options, .terminal = terminal};
    line.table = cv_option_rows(&line.count);
    bool is_good = read_words(&line) && read_verb(&line) && read_epoch(&line, epoch);
    return is_good ? CV_EXIT_OK : CV_EXIT_USAGE;
}

void cv_options_free(cv_options *options) {
    free(options->outputs);
    free(options->settings);
    free(options->variants);
    free(options->variables);
    free(options->font_folders);
    free(options->include);
    free(options->exclude);
    free(options->only);
    free(options->words);
}
