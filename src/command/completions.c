// SPDX-License-Identifier: MIT
// completions.c - what the values of options and the words behind verbs may be.
#include "command/completions.h"

#include <string.h>

// Values in lower case are words to choose from, those in upper case say what to write.
static bool is_choice(const char *value) {
    return strspn(value, "abcdefghijklmnopqrstuvwxyz|") == strlen(value);
}

static bool is_one_of(const char *value, const char *a, const char *b) {
    return strcmp(value, a) == 0 || strcmp(value, b) == 0;
}

cv_offer cv_option_offer(const cv_option *row) {
    if (!row->value) return CV_OFFER_NOTHING;
    if (row->offers || is_choice(row->value)) return CV_OFFER_WORDS;
    if (row->read == cv_option_read_variant || row->read == cv_option_read_only)
        return CV_OFFER_VARIANTS;
    if (is_one_of(row->value, "FILE", "CSV")) return CV_OFFER_FILES;
    return strcmp(row->value, "DIR") == 0 ? CV_OFFER_FOLDERS : CV_OFFER_NOTHING;
}

void cv_option_print_words(const cv_option *row, FILE *stream) {
    const char *word = row->offers ? row->offers : row->value;
    while (*word) {
        size_t size = strcspn(word, "|");
        fprintf(stream, "%.*s%s", (int)size, word, word[size] ? " " : "");
        word += size + (word[size] == '|');
    }
}

int cv_option_summary_size(const cv_option *row) {
    int size = (int)strcspn(row->help, "\n;:");
    const char *aside = strstr(row->help, " (");
    return aside && aside - row->help < size ? (int)(aside - row->help) : size;
}

// Verbs

cv_offer cv_verb_offer(cv_verb verb) {
    cv_verb_reader *read = cv_verb_find(verb)->read;
    if (read == cv_verb_read_nothing) return CV_OFFER_NOTHING;
    if (read == cv_verb_read_codes) return CV_OFFER_CODES;
    bool takes_resumes = read == cv_verb_read_file || read == cv_verb_read_files ||
                         read == cv_verb_read_checked || read == cv_verb_read_two;
    return takes_resumes ? CV_OFFER_RESUMES : CV_OFFER_WORDS;
}

static void print_stages(FILE *stream) {
    for (const char *const *stage = cvpdf_stages(); *stage; stage++)
        fprintf(stream, "%s%s", *stage, stage[1] ? " " : "");
}

static void print_themes(FILE *stream) {
    cvpdf_builtin theme;
    for (size_t i = 0; cvpdf_theme(i, &theme); i++)
        fprintf(stream, "%s%s", i ? " " : "", theme.name);
}

static void print_verbs(FILE *stream) {
    for (int i = 0; i < CV_VERB_COUNT; i++)
        fprintf(stream, "%s%s", i ? " " : "", cv_verb_find((cv_verb)i)->name);
}

static void print_shells(FILE *stream) { fputs("bash zsh fish", stream); }

void cv_verb_print_words(cv_verb verb, FILE *stream) {
    static const struct {
        cv_verb verb;
        void (*print)(FILE *stream);
    } words[] = {{CV_VERB_DUMP, print_stages},
                 {CV_VERB_THEMES, print_themes},
                 {CV_VERB_COMPLETIONS, print_shells},
                 {CV_VERB_HELP, print_verbs}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].verb == verb) words[i].print(stream);
}
