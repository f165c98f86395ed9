// SPDX-License-Identifier: MIT
// option_values.c - what the options take, into cv_options.
#include "command/option_table.h"

#include "command/date.h"

#include <string.h>

static void add_setting(cv_options *options, const cv_option *row, const char *path,
                        const char *value) {
    options->settings[options->setting_count++] = (cvpdf_setting){path, value, row->name};
}

bool cv_option_read_output(cv_options *options, const cv_option *row, char *value,
                           const cv_terminal *terminal) {
    if (*value)
        options->outputs[options->output_count++] = value;
    else
        cv_complain(terminal, "%s needs the name of a file", row->name);
    return *value;
}

bool cv_option_read_setting(cv_options *options, const cv_option *row, char *value,
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

bool cv_option_read_variable(cv_options *options, const cv_option *row, char *value,
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

bool cv_option_read_variant(cv_options *options, const cv_option *row, char *value,
                            const cv_terminal *terminal) {
    if (*value)
        options->variants[options->variant_count++] = value;
    else
        cv_complain(terminal, "%s needs the name of a variant", row->name);
    return *value;
}

bool cv_option_read_tag(cv_options *options, const cv_option *row, char *value,
                        const cv_terminal *terminal) {
    (void)terminal;
    if (strcmp(row->name, "--include") == 0)
        options->include[options->include_count++] = value;
    else
        options->exclude[options->exclude_count++] = value;
    return true;
}

bool cv_option_read_text(cv_options *options, const cv_option *row, char *value,
                         const cv_terminal *terminal) {
    *(const char **)(void *)((char *)options + row->place) = value;
    if (!*value) cv_complain(terminal, "%s needs a value: %s", row->name, row->value);
    return *value;
}

bool cv_option_read_folder(cv_options *options, const cv_option *row, char *value,
                           const cv_terminal *terminal) {
    if (*value)
        options->font_folders[options->font_folder_count++] = value;
    else
        cv_complain(terminal, "%s needs the name of a folder", row->name);
    return *value;
}

bool cv_option_read_only(cv_options *options, const cv_option *row, char *value,
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

bool cv_option_read_jobs(cv_options *options, const cv_option *row, char *value,
                         const cv_terminal *terminal) {
    enum { MOST = 256 }; // processes and their descriptors
    options->jobs = read_number(value, '\0');
    if (options->jobs > 0 && options->jobs <= MOST) return true;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write a number from 1 to %zu", (size_t)MOST);
    return false;
}

bool cv_option_read_count(cv_options *options, const cv_option *row, char *value,
                          const cv_terminal *terminal) {
    size_t *count = (void *)((char *)options + row->place);
    *count = read_number(value, '\0');
    if (*count > 0) return true;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write a number from 1 on");
    return false;
}

bool cv_option_read_shard(cv_options *options, const cv_option *row, char *value,
                          const cv_terminal *terminal) {
    const char *slash = strchr(value, '/');
    options->shard_number = read_number(value, '/');
    options->shard_count = slash ? read_number(slash + 1, '\0') : 0;
    if (options->shard_number > 0 && options->shard_number <= options->shard_count) return true;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write %s 1/4 for the first of four parts, 4/4 for the last", row->name);
    return false;
}

bool cv_option_read_shorthand(cv_options *options, const cv_option *row, char *value,
                              const cv_terminal *terminal) {
    (void)terminal;
    add_setting(options, row, row->path, value);
    return true;
}

// The number of `value` among `choices[count]`, or `count`, having complained.
static size_t choose(const char *value, const char *const *choices, size_t count,
                     const cv_option *row, const cv_terminal *terminal) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(choices[i], value) == 0) return i;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write %s %s", row->name, row->value);
    return count;
}

bool cv_option_read_choice(cv_options *options, const cv_option *row, char *value,
                           const cv_terminal *terminal) {
    static const char *const choices[] = {"error", "name"};
    return choose(value, choices, 2, row, terminal) < 2 &&
           cv_option_read_shorthand(options, row, value, terminal);
}

bool cv_option_read_stats(cv_options *options, const cv_option *row, char *value,
                          const cv_terminal *terminal) {
    static const char *const choices[] = {"json"};
    options->stats = choose(value, choices, 1, row, terminal) < 1;
    return options->stats;
}

bool cv_option_read_color(cv_options *options, const cv_option *row, char *value,
                          const cv_terminal *terminal) {
    static const char *const choices[] = {
        [CV_COLOR_AUTO] = "auto", [CV_COLOR_ALWAYS] = "always", [CV_COLOR_NEVER] = "never"};
    size_t choice = choose(value, choices, 3, row, terminal);
    options->color = (cv_color_choice)choice;
    return choice < 3;
}

bool cv_option_read_format(cv_options *options, const cv_option *row, char *value,
                           const cv_terminal *terminal) {
    static const char *const choices[] = {
        [CV_FORMAT_HUMAN] = "human",
        [CV_FORMAT_JSON] = "json",
        [CV_FORMAT_GITHUB] = "github",
        [CV_FORMAT_SARIF] = "sarif",
    };
    size_t choice = choose(value, choices, 4, row, terminal);
    options->format = (cv_format_choice)choice;
    return choice < 4;
}

bool cv_option_read_date(cv_options *options, const cv_option *row, char *value,
                         const cv_terminal *terminal) {
    options->date = value;
    if (cv_is_day(value)) return true;
    cv_complain(terminal, "%s cannot be '%s'", row->name, value);
    cv_advise(terminal, "write a day of the calendar as %s", row->value);
    return false;
}
