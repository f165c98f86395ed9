// SPDX-License-Identifier: MIT
// verb_words.c - what the words of the command line mean that are no options.
#include "command/verb_table.h"

#include <string.h>

static bool complain_of_file(const cv_options *options, size_t first, const cv_terminal *terminal) {
    if (options->word_count == first) {
        cv_complain(terminal, "which file? none is given");
        cv_advise(terminal, "cvpdf FILE makes a PDF of it; cvpdf --help shows more");
        return false;
    }
    cv_complain(terminal, "'%s' is one file too many", options->words[first + 1]);
    const char *near = first ? NULL : cv_verb_suggest(options->words[0]);
    if (near)
        cv_advise(terminal, "did you mean 'cvpdf %s'?", near);
    else if (!first)
        cv_advise(terminal, "cvpdf build takes several files; cvpdf --help lists the verbs");
    return false;
}

static bool read_file(cv_options *options, size_t first, const cv_terminal *terminal) {
    if (options->word_count != first + 1) return complain_of_file(options, first, terminal);
    options->file = options->words[first];
    if (*options->file) return true;
    cv_complain(terminal, "the name of the file is empty");
    return false;
}

static bool has_one_variant(const cv_options *options, const cv_terminal *terminal) {
    if (options->variant_count < 2) return true;
    cv_complain(terminal, "two variants at once: '%s' and '%s'", options->variants[0],
                options->variants[1]);
    cv_advise(terminal, "only cvpdf diff takes two");
    return false;
}

bool cv_verb_read_file(cv_options *options, size_t first, const cv_terminal *terminal) {
    return read_file(options, first, terminal) && has_one_variant(options, terminal);
}

static bool read_stage(cv_options *options, size_t first, const cv_terminal *terminal) {
    const char *const *stages = cvpdf_stages();
    size_t count = 0;
    const char *word = options->word_count > first ? options->words[first] : "";
    for (; stages[count]; count++)
        if (strcmp(stages[count], word) == 0) options->stage = stages[count];
    if (options->stage) return true;
    if (*word)
        cv_complain(terminal, "there is no stage '%s'", word);
    else
        cv_complain(terminal, "dump needs a stage and a file");
    const char *near = *word ? cvpdf_suggest(word, stages, count) : NULL;
    if (near)
        cv_advise(terminal, "did you mean '%s'?", near);
    else
        cv_advise(terminal, "cvpdf --help lists the stages");
    return false;
}

bool cv_verb_read_stage(cv_options *options, size_t first, const cv_terminal *terminal) {
    return read_stage(options, first, terminal) && cv_verb_read_file(options, first + 1, terminal);
}

// Two files, or two variants of one; of one variant what it changes.
bool cv_verb_read_two(cv_options *options, size_t first, const cv_terminal *terminal) {
    bool has_two = options->word_count > first + 1; // then one too many is the third
    if (has_two) options->other = options->words[first + 1];
    if (!read_file(options, has_two ? first + 1 : first, terminal)) return false;
    options->file = options->words[first];
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

bool cv_verb_read_files(cv_options *options, size_t first, const cv_terminal *terminal) {
    options->files = options->words + first;
    options->file_count = options->word_count - first;
    for (size_t i = 0; i < options->file_count; i++) {
        if (*options->files[i]) continue;
        cv_complain(terminal, "the name of a file is empty");
        return false;
    }
    return true;
}

bool cv_verb_read_checked(cv_options *options, size_t first, const cv_terminal *terminal) {
    return cv_verb_read_files(options, first, terminal) && has_one_variant(options, terminal);
}

bool cv_verb_read_codes(cv_options *options, size_t first, const cv_terminal *terminal) {
    (void)terminal;
    options->codes = options->words + first;
    options->code_count = options->word_count - first;
    return true;
}

static bool has_at_most(const cv_options *options, size_t count, const cv_terminal *terminal) {
    if (options->word_count <= count) return true;
    cv_complain(terminal, "'%s' is one word too many", options->words[count]);
    if (options->verb == CV_VERB_NEW)
        cv_advise(terminal, "the name of the new file stands behind -o");
    return false;
}

bool cv_verb_read_nothing(cv_options *options, size_t first, const cv_terminal *terminal) {
    return has_at_most(options, first, terminal);
}

bool cv_verb_read_theme(cv_options *options, size_t first, const cv_terminal *terminal) {
    if (options->word_count > first) options->theme = options->words[first];
    return has_at_most(options, first + 1, terminal);
}

bool cv_verb_read_shell(cv_options *options, size_t first, const cv_terminal *terminal) {
    if (options->word_count > first) options->shell = options->words[first];
    return has_at_most(options, first + 1, terminal);
}

// `cvpdf help VERB` is `cvpdf VERB --help`.
bool cv_verb_read_topic(cv_options *options, size_t first, const cv_terminal *terminal) {
    options->wants_help = true;
    if (options->word_count == first) return true;
    const char *word = options->words[first];
    if (options->word_count > first + 1) {
        cv_complain(terminal, "help takes one verb");
        return false;
    }
    if (cv_verb_named(word, &options->verb)) return true;
    cv_complain(terminal, "there is no verb '%s'", word);
    const char *near = cv_verb_suggest(word);
    if (near)
        cv_advise(terminal, "did you mean '%s'?", near);
    else
        cv_advise(terminal, "cvpdf --help lists the verbs");
    return false;
}
