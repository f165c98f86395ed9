// SPDX-License-Identifier: MIT
// options.c - one table for parsing, help and the check of the manual.
#include "command/options.h"

#include "command/command.h"
#include "command/date.h"

#include <stdlib.h>
#include <string.h>

typedef struct option option;

// Takes an option with its value into `options`. Returns false, having complained, if the value is
// wrong.
typedef bool option_reader(cv_options *options, const option *row, char *value,
                           const cv_terminal *terminal);

static option_reader read_output, read_setting, read_shorthand, read_choice, read_date, read_color,
    read_variant, read_variable, read_tag, read_text, read_only, read_jobs, read_shard, read_stats;

// Sets of verbs.
#define FOR(verb) (1u << (verb))
enum {
    FOR_BUILD = FOR(CV_VERB_BUILD) | FOR(CV_VERB_DEPS),
    FOR_WRITING = FOR(CV_VERB_RENDER) | FOR(CV_VERB_BUILD),
    FOR_ONE = FOR(CV_VERB_RENDER) | FOR(CV_VERB_DUMP) | FOR(CV_VERB_WHY) | FOR(CV_VERB_DIFF)
};

// Either a flag (`place` is where in cv_options it is) or an option with a value and a reader.
struct option {
    const char *name;
    const char *value;   // what it takes, for help; NULL: nothing
    option_reader *read; // NULL for a flag
    size_t place;
    const char *path; // of the setting that it is short for
    const char *help;
    char letter;    // 0 if it has none
    unsigned verbs; // that it is for; 0: all
};

static const option table[] = {
    {.letter = 'o',
     .name = "--output",
     .value = "FILE",
     .read = read_output,
     .verbs = FOR(CV_VERB_RENDER),
     .help = "write the PDF to FILE, - for standard output; may be given several times\n"
             "(default: the input's name with .pdf, beside it)"},
    {.name = "--variant",
     .value = "NAME",
     .read = read_variant,
     .verbs = FOR_ONE,
     .help = "take this variant of the file; base is the file itself"},
    {.name = "--include",
     .value = "TAG",
     .read = read_tag,
     .help = "show tagged items only if they have this tag; may be given several times"},
    {.name = "--exclude",
     .value = "TAG",
     .read = read_tag,
     .help = "leave out items with this tag; may be given several times"},
    {.name = "--var",
     .value = "NAME=VALUE",
     .read = read_variable,
     .help = "put VALUE in the place of {{NAME}}; may be given several times"},
    {.name = "--lock-facts",
     .place = offsetof(cv_options, locks_facts),
     .help = "refuse what changes dates, employers, titles or numbers"},
    {.name = "--set",
     .value = "PATH=VALUE",
     .read = read_setting,
     .help = "change one value as if the file said so: design.font.size=9.5pt;\n"
             "may be given several times"},
    {.name = "--theme",
     .value = "NAME",
     .read = read_shorthand,
     .path = "design.theme",
     .help = "short for --set design.theme=NAME"},
    {.name = "--paper",
     .value = "SIZE",
     .read = read_shorthand,
     .path = "design.page.size",
     .help = "short for --set design.page.size=SIZE: a4, letter or a5"},
    {.name = "--pages",
     .value = "N",
     .read = read_shorthand,
     .path = "fit.pages",
     .help = "fit the resume to N pages at most; short for --set fit.pages=N"},
    {.name = "--language",
     .value = "TAG",
     .read = read_shorthand,
     .path = "language",
     .help = "short for --set language=TAG: en, de, fr-CA, ..."},
    {.name = "--missing",
     .value = "error|name",
     .read = read_choice,
     .path = "design.missing",
     .help = "a character that no font has is an error, or its name takes its place"},
    {.name = "--date",
     .value = "YYYY-MM-DD",
     .read = read_date,
     .help = "the date in the metadata of the PDF\n"
             "(default: that of SOURCE_DATE_EPOCH, or none)"},
    {.name = "--no-embed",
     .place = offsetof(cv_options, skips_embedding),
     .verbs = FOR_WRITING,
     .help = "leave resume.json out of the PDF: its content as JSON Resume"},
    {.name = "--strict",
     .place = offsetof(cv_options, is_strict),
     .help = "treat warnings as errors: nothing is written"},
    {.name = "--color",
     .value = "auto|always|never",
     .read = read_color,
     .help = "colour in messages"},
    {.name = "--no-sync",
     .place = offsetof(cv_options, skips_sync),
     .verbs = FOR_WRITING,
     .help = "do not wait until the PDF has reached the disk"},
    {.letter = 'q',
     .name = "--quiet",
     .place = offsetof(cv_options, is_quiet),
     .help = "print nothing but errors and warnings"},
    {.letter = 'v',
     .name = "--verbose",
     .place = offsetof(cv_options, is_verbose),
     .help = "print more; with --version, what cvpdf is made with"},
    {.letter = 'h',
     .name = "--help",
     .place = offsetof(cv_options, wants_help),
     .help = "show this help"},
    {.letter = 'd',
     .name = "--directory",
     .value = "DIR",
     .read = read_text,
     .place = offsetof(cv_options, folder),
     .verbs = FOR_BUILD,
     .help = "write the PDFs to DIR, which is made (default: each beside its file)"},
    {.letter = 'j',
     .name = "--jobs",
     .value = "N",
     .read = read_jobs,
     .verbs = FOR_BUILD,
     .help = "typeset N at a time (default: as many as there are processors)"},
    {.name = "--only",
     .value = "NAME",
     .read = read_only,
     .verbs = FOR_BUILD,
     .help = "make this variant alone; base is the file itself;\n"
             "may be given several times"},
    {.name = "--each",
     .value = "CSV",
     .read = read_text,
     .place = offsetof(cv_options, table),
     .verbs = FOR_BUILD,
     .help = "make one PDF for each row of a table: its columns are variables, but for\n"
             "'variant' and 'output', which say what the row is made of and called"},
    {.name = "--shard",
     .value = "I/N",
     .read = read_shard,
     .verbs = FOR_BUILD,
     .help = "make the I-th of N equal parts: 1/4, ... 4/4"},
    {.name = "--list",
     .place = offsetof(cv_options, lists),
     .verbs = FOR_BUILD,
     .help = "print what would be made, of which file and variant, and do nothing"},
    {.name = "--dry-run",
     .place = offsetof(cv_options, is_dry_run),
     .verbs = FOR_BUILD,
     .help = "do all but write"},
    {.name = "--check",
     .place = offsetof(cv_options, checks),
     .verbs = FOR_BUILD,
     .help = "write nothing; list what is missing or differs, and exit with 1 then"},
    {.name = "--fail-on-change",
     .place = offsetof(cv_options, fails_on_change),
     .verbs = FOR_BUILD,
     .help = "exit with 1 if a PDF was missing or has changed"},
    {.name = "--fail-fast",
     .place = offsetof(cv_options, fails_fast),
     .verbs = FOR_BUILD,
     .help = "stop at the first that fails (default: go on with the others)"},
    {.name = "--depfile",
     .value = "FILE",
     .read = read_text,
     .place = offsetof(cv_options, depfile),
     .verbs = FOR_BUILD,
     .help = "write to FILE what each PDF is made of, for make and ninja"},
    {.name = "--stats",
     .value = "json",
     .read = read_stats,
     .verbs = FOR_BUILD,
     .help = "print what was made as JSON on standard output"},
    {.name = "--version", .place = offsetof(cv_options, wants_version), .help = "show the version"},
};
enum { OPTION_COUNT = sizeof table / sizeof *table };

static void add_setting(cv_options *options, const option *row, const char *path,
                        const char *value) {
    options->settings[options->setting_count++] = (cvpdf_setting){path, value, row->name};
}

static bool read_output(cv_options *options, const option *row, char *value,
                        const cv_terminal *terminal) {
    if (*value)
        options->outputs[options->output_count++] = value;
    else
        cv_complain(terminal, "%s needs the name of a file", row->name);
    return *value;
}

static bool read_setting(cv_options *options, const option *row, char *value,
                         const cv_terminal *terminal) {
    char *equals = strchr(value, '=');
    if (!equals || equals == value) {
        cv_complain(terminal, "%s needs PATH=VALUE, not '%s'", row->name, value);
        cv_advise(terminal, "for example %s design.font.size=9.5pt", row->name);
        return false;
    }
    *equals = '\0';
    add_setting(options, row, value, equals + 1);
    return true;
}

static bool read_variable(cv_options *options, const option *row, char *value,
                          const cv_terminal *terminal) {
    char *equals = strchr(value, '=');
    if (!equals || equals == value) {
        cv_complain(terminal, "%s needs NAME=VALUE, not '%s'", row->name, value);
        cv_advise(terminal, "for example %s 'company=Engine Works'", row->name);
        return false;
    }
    *equals = '\0';
    options->variables[options->variable_count++] = (cvpdf_setting){value, equals + 1, row->name};
    return true;
}

static bool read_variant(cv_options *options, const option *row, char *value,
                         const cv_terminal *terminal) {
    if (*value)
        options->variants[options->variant_count++] = value;
    else
        cv_complain(terminal, "%s needs the name of a variant", row->name);
    return *value;
}

static bool read_tag(cv_options *options, const option *row, char *value,
                     const cv_terminal *terminal) {
    (void)terminal;
    if (strcmp(row->name, "--include") == 0)
        options->include[options->include_count++] = value;
    else
        options->exclude[options->exclude_count++] = value;
    return true;
}

static bool read_text(cv_options *options, const option *row, char *value,
                      const cv_terminal *terminal) {
    *(const char **)(void *)((char *)options + row->place) = value;
    if (!*value) cv_complain(terminal, "%s needs a value: %s", row->name, row->value);
    return *value;
}

static bool read_only(cv_options *options, const option *row, char *value,
                      const cv_terminal *terminal) {
    (void)row;
    (void)terminal;
    options->only[options->only_count++] = value;
    return true;
}

// A number from 1 on, of at most 9 digits, up to `end`; 0 if there is none.
static size_t read_number(const char *text, char end) {
    size_t digits = strspn(text, "0123456789"), number = 0;
    if (digits == 0 || digits > 9 || text[digits] != end) return 0;
    for (size_t i = 0; i < digits; i++) number = 10 * number + (size_t)(text[i] - '0');
    return number;
}

static bool read_jobs(cv_options *options, const option *row, char *value,
                      const cv_terminal *terminal) {
    enum { MOST = 256 }; // processes and their descriptors
    options->jobs = read_number(value, '\0');
    if (options->jobs > 0 && options->jobs <= MOST) return true;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write a number from 1 to %zu", (size_t)MOST);
    return false;
}

static bool read_shard(cv_options *options, const option *row, char *value,
                       const cv_terminal *terminal) {
    const char *slash = strchr(value, '/');
    options->shard_number = read_number(value, '/');
    options->shard_count = slash ? read_number(slash + 1, '\0') : 0;
    if (options->shard_number > 0 && options->shard_number <= options->shard_count) return true;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write %s 1/4 for the first of four parts, 4/4 for the last", row->name);
    return false;
}

static bool read_shorthand(cv_options *options, const option *row, char *value,
                           const cv_terminal *terminal) {
    (void)terminal;
    add_setting(options, row, row->path, value);
    return true;
}

// The number of `value` among `choices[count]`, or `count`, having complained.
static size_t choose(const char *value, const char *const *choices, size_t count, const option *row,
                     const cv_terminal *terminal) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(choices[i], value) == 0) return i;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write %s %s", row->name, row->value);
    return count;
}

static bool read_choice(cv_options *options, const option *row, char *value,
                        const cv_terminal *terminal) {
    static const char *const choices[] = {"error", "name"};
    return choose(value, choices, 2, row, terminal) < 2 &&
           read_shorthand(options, row, value, terminal);
}

static bool read_stats(cv_options *options, const option *row, char *value,
                       const cv_terminal *terminal) {
    static const char *const choices[] = {"json"};
    options->stats = choose(value, choices, 1, row, terminal) < 1;
    return options->stats;
}

static bool read_color(cv_options *options, const option *row, char *value,
                       const cv_terminal *terminal) {
    static const char *const choices[] = {
        [CV_COLOR_AUTO] = "auto", [CV_COLOR_ALWAYS] = "always", [CV_COLOR_NEVER] = "never"};
    size_t choice = choose(value, choices, 3, row, terminal);
    options->color = (cv_color_choice)choice;
    return choice < 3;
}

static bool read_date(cv_options *options, const option *row, char *value,
                      const cv_terminal *terminal) {
    options->date = value;
    if (cv_is_day(value)) return true;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write a day of the calendar as %s", row->value);
    return false;
}

// Reading argv

typedef struct line_parser {
    char **rest; // of argv; NULL at its end
    cv_options *options;
    const cv_terminal *terminal;
    bool is_first_literal; // the first word came behind "--": it is no verb
    const char **words;    // what is no option
    size_t word_count;
    bool given[OPTION_COUNT];
} line_parser;

static void suggest_option(const line_parser *parser, const char *word) {
    const char *names[OPTION_COUNT];
    for (size_t i = 0; i < OPTION_COUNT; i++) names[i] = table[i].name;
    const char *near = cvpdf_suggest(word, names, OPTION_COUNT);
    if (near)
        cv_advise(parser->terminal, "did you mean '%s'?", near);
    else
        cv_advise(parser->terminal, "cvpdf --help lists the options");
}

// `value` is what is attached to the option, or NULL.
static bool take(line_parser *parser, const option *row, char *value) {
    cv_options *options = parser->options;
    parser->given[row - table] = true;
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
    for (const option *row = table; row < table + OPTION_COUNT; row++) {
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

static const option *find_letter(char letter) {
    for (const option *row = table; row < table + OPTION_COUNT; row++)
        if (row->letter && row->letter == letter) return row;
    return NULL;
}

// "-qv", "-ofile", "-o" "file".
static bool read_letters(line_parser *parser, char *word) {
    for (char *at = word + 1; *at; at++) {
        const option *row = find_letter(*at);
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
    bool is_literal = false;
    while (*parser->rest) {
        char *word = *parser->rest++;
        bool is_good = true;
        if (is_literal || word[0] != '-' || word[1] == '\0') {
            if (parser->word_count == 0) parser->is_first_literal = is_literal;
            parser->words[parser->word_count++] = word;
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

// What the words mean

static const char *const verbs[] = {
    [CV_VERB_RENDER] = "render", [CV_VERB_DUMP] = "dump", [CV_VERB_BUILD] = "build",
    [CV_VERB_DEPS] = "deps",     [CV_VERB_WHY] = "why",   [CV_VERB_DIFF] = "diff"};
enum { VERB_COUNT = sizeof verbs / sizeof *verbs };

static bool complain_of_file(const line_parser *parser, size_t used) {
    const cv_terminal *terminal = parser->terminal;
    if (parser->word_count == used) {
        cv_complain(terminal, "which file? none is given");
        cv_advise(terminal, "cvpdf FILE makes a PDF of it; cvpdf --help shows more");
        return false;
    }
    cv_complain(terminal, "'%s' is one file too many", parser->words[used + 1]);
    const char *near = used ? NULL : cvpdf_suggest(parser->words[0], verbs, VERB_COUNT);
    if (near) cv_advise(terminal, "did you mean 'cvpdf %s'?", near);
    return false;
}

static bool read_file(line_parser *parser, size_t used) {
    if (parser->word_count != used + 1) return complain_of_file(parser, used);
    parser->options->file = parser->words[used];
    if (*parser->options->file) return true;
    cv_complain(parser->terminal, "the name of the file is empty");
    return false;
}

static bool read_stage(line_parser *parser) {
    const char *const *stages = cvpdf_stages();
    size_t count = 0;
    const char *word = parser->word_count > 1 ? parser->words[1] : "";
    for (; stages[count]; count++)
        if (strcmp(stages[count], word) == 0) parser->options->stage = stages[count];
    if (parser->options->stage) return true;
    if (*word)
        cv_complain(parser->terminal, "there is no stage '%s'", word);
    else
        cv_complain(parser->terminal, "dump needs a stage and a file");
    const char *near = *word ? cvpdf_suggest(word, stages, count) : NULL;
    if (near)
        cv_advise(parser->terminal, "did you mean '%s'?", near);
    else
        cv_advise(parser->terminal, "cvpdf --help lists the stages");
    return false;
}

static bool has_one_variant(const line_parser *parser) {
    const cv_options *options = parser->options;
    if (options->variant_count < 2) return true;
    cv_complain(parser->terminal, "two variants at once: '%s' and '%s'", options->variants[0],
                options->variants[1]);
    cv_advise(parser->terminal, "only cvpdf diff takes two");
    return false;
}

// Two files, or two variants of one; of one variant what it changes.
static bool read_two(line_parser *parser, size_t used) {
    cv_options *options = parser->options;
    const cv_terminal *terminal = parser->terminal;
    bool has_two = parser->word_count > used + 1; // then one too many is the third
    if (has_two) options->other = parser->words[used + 1];
    size_t files = has_two ? used + 1 : used;
    if (!read_file(parser, files)) return false;
    options->file = parser->words[used];
    if (options->variant_count > 2)
        cv_complain(terminal, "diff takes two variants, not three");
    else if (!*options->file)
        cv_complain(terminal, "the name of the file is empty");
    else if (!options->other && !options->variant_count)
        cv_complain(terminal, "diff needs two files, or --variant");
    else
        return true;
    cv_advise(terminal, "cvpdf diff old.yaml new.yaml, or cvpdf diff cv.yaml --variant short");
    return false;
}

static bool read_files(line_parser *parser, size_t used) {
    cv_options *options = parser->options;
    options->files = parser->words + used;
    options->file_count = parser->word_count - used;
    for (size_t i = 0; i < options->file_count; i++) {
        if (*options->files[i]) continue;
        cv_complain(parser->terminal, "the name of a file is empty");
        return false;
    }
    return true;
}

// True if all options are for the verb.
static bool fits_verb(const line_parser *parser) {
    cv_verb verb = parser->options->verb;
    for (const option *row = table; row < table + OPTION_COUNT; row++) {
        if (!parser->given[row - table] || !row->verbs || row->verbs & FOR(verb)) continue;
        cv_complain(parser->terminal, "%s is not for %s", row->name, verbs[verb]);
        if (verb == CV_VERB_RENDER)
            cv_advise(parser->terminal, "it is for cvpdf build");
        else if (row->read == read_variant)
            cv_advise(parser->terminal, "build makes all variants, or those of --only");
        return false;
    }
    return true;
}

static bool read_verb(line_parser *parser) {
    cv_options *options = parser->options;
    size_t used = 0;
    if (options->wants_help || options->wants_version) return true;
    for (int i = 0; i < VERB_COUNT && parser->word_count && !parser->is_first_literal; i++) {
        if (strcmp(parser->words[0], verbs[i]) != 0) continue;
        options->verb = (cv_verb)i;
        used = 1;
    }
    if (!fits_verb(parser)) return false;
    switch (options->verb) {
    case CV_VERB_RENDER:
    case CV_VERB_WHY: return read_file(parser, used) && has_one_variant(parser);
    case CV_VERB_DUMP:
        return read_stage(parser) && read_file(parser, used + 1) && has_one_variant(parser);
    case CV_VERB_BUILD:
    case CV_VERB_DEPS: return read_files(parser, used);
    case CV_VERB_DIFF: return read_two(parser, used);
    }
    return false;
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
        .include = calloc(most, sizeof *options->include),
        .exclude = calloc(most, sizeof *options->exclude),
        .only = calloc(most, sizeof *options->only),
        .words = calloc(most, sizeof *options->words),
    };
    if (!options->outputs || !options->settings || !options->variants || !options->variables ||
        !options->include || !options->exclude || !options->only || !options->words) {
        cv_complain(terminal, "out of memory");
        return CV_EXIT_ENVIRONMENT;
    }
    line_parser line = {.rest = argc ? argv + 1 : argv,
                        .options = options,
                        .terminal = terminal,
                        .words = options->words};
    bool is_good = read_words(&line) && read_verb(&line) && read_epoch(&line, epoch);
    return is_good ? CV_EXIT_OK : CV_EXIT_USAGE;
}

void cv_options_free(cv_options *options) {
    free(options->outputs);
    free(options->settings);
    free(options->variants);
    free(options->variables);
    free(options->include);
    free(options->exclude);
    free(options->only);
    free(options->words);
}

static void print_help(const char *lines, FILE *stream) {
    while (*lines) {
        size_t size = strcspn(lines, "\n");
        fprintf(stream, "        %.*s\n", (int)size, lines);
        lines += size + (lines[size] == '\n');
    }
}

static void print_option(const option *row, FILE *stream) {
    if (row->letter)
        fprintf(stream, "  -%c, %s", row->letter, row->name);
    else
        fprintf(stream, "      %s", row->name);
    fprintf(stream, "%s%s\n", row->value ? " " : "", row->value ? row->value : "");
    print_help(row->help, stream);
}

void cv_options_print(FILE *stream, bool is_of_build) {
    for (const option *row = table; row < table + OPTION_COUNT; row++)
        if ((row->verbs == FOR_BUILD) == is_of_build) print_option(row, stream);
}
