// SPDX-License-Identifier: MIT
// verb_table.c - every verb, once.
#include "command/verb_table.h"

#include "command/command.h"

#include <string.h>

static const cv_verb_row table[CV_VERB_COUNT] = {
    [CV_VERB_RENDER] = {"render", "FILE", cv_verb_read_file, cv_command_render},
    [CV_VERB_BUILD] = {"build", "[FILE|FOLDER]...", cv_verb_read_files, cv_command_build},
    [CV_VERB_CHECK] = {"check", "[FILE|FOLDER]...", cv_verb_read_checked, cv_command_check},
    [CV_VERB_DEPS] = {"deps", "[FILE|FOLDER]...", cv_verb_read_files, cv_command_deps},
    [CV_VERB_WHY] = {"why", "FILE", cv_verb_read_file, cv_command_why},
    [CV_VERB_DIFF] = {"diff", "FILE [FILE]", cv_verb_read_two, cv_command_diff},
    [CV_VERB_DUMP] = {"dump", "STAGE FILE", cv_verb_read_stage, cv_command_dump},
    [CV_VERB_EXPLAIN] = {"explain", "[CODE]...", cv_verb_read_codes, cv_command_explain},
    [CV_VERB_NEW] = {"new", "", cv_verb_read_nothing, cv_command_new},
    [CV_VERB_THEMES] = {"themes", "[NAME]", cv_verb_read_theme, cv_command_themes},
    [CV_VERB_FONTS] = {"fonts", "", cv_verb_read_nothing, cv_command_fonts},
    [CV_VERB_SCHEMA] = {"schema", "", cv_verb_read_nothing, cv_command_schema},
    [CV_VERB_COMPLETIONS] = {"completions", "SHELL", cv_verb_read_shell, cv_command_completions},
    [CV_VERB_HELP] = {"help", "[VERB]", cv_verb_read_topic, cv_command_help},
};

const cv_verb_row *cv_verb_find(cv_verb verb) { return &table[verb]; }

bool cv_verb_named(const char *name, cv_verb *verb) {
    for (size_t i = 0; i < CV_VERB_COUNT; i++) {
        if (strcmp(table[i].name, name) != 0) continue;
        *verb = (cv_verb)i;
        return true;
    }
    return false;
}

const char *cv_verb_suggest(const char *word) {
    const char *names[CV_VERB_COUNT];
    for (size_t i = 0; i < CV_VERB_COUNT; i++) names[i] = table[i].name;
    return cvpdf_suggest(word, names, CV_VERB_COUNT);
}
