// SPDX-License-Identifier: MIT
// completions_zsh.c - the function of zsh, which is found by its name, _cvpdf, in fpath.
#include "command/completions.h"

#include <string.h>

static const char start[] =
    "#compdef cvpdf\n"
    "# zsh completion of cvpdf, made by `cvpdf completions zsh`\n"
    "\n"
    "_cvpdf_resumes() { _files -g '*.(yaml|yml|json)(-.)' }\n"
    "\n"
    "_cvpdf_codes() { compadd -- ${${(f)\"$(cvpdf explain 2>/dev/null)\"}%% *} }\n"
    "\n"
    "_cvpdf_variants() { # those of the files on the line\n"
    "    local file\n"
    "    local -a names=(base)\n"
    "    for file in \"${(@Q)words[2,-1]}\"; do\n"
    "        [[ -f $file ]] || continue\n"
    "        names+=(${(f)\"$(cvpdf build --list -- \"$file\" 2>/dev/null | cut -f 3)\"})\n"
    "    done\n"
    "    compadd -a names\n"
    "}\n"
    "\n";

// Within single quotes, and within the brackets or between the colons of a specification.
static void print_escaped(const char *text, int size, FILE *stream) {
    for (const char *at = text; at < text + size; at++)
        if (*at == '\'')
            fputs("'\\''", stream);
        else if (strchr("[]:\\", *at))
            fprintf(stream, "\\%c", *at);
        else
            fputc(*at, stream);
}

static void print_action(const cv_option *row, FILE *stream) {
    static const char *const actions[] = {[CV_OFFER_NOTHING] = "",
                                          [CV_OFFER_FILES] = "_files",
                                          [CV_OFFER_FOLDERS] = "_files -/",
                                          [CV_OFFER_VARIANTS] = "_cvpdf_variants"};
    cv_offer offer = cv_option_offer(row);
    fputc(':', stream);
    print_escaped(row->value, (int)strlen(row->value), stream);
    fputc(':', stream);
    if (offer != CV_OFFER_WORDS) {
        fputs(actions[offer], stream);
        return;
    }
    fputc('(', stream);
    cv_option_print_words(row, stream);
    fputc(')', stream);
}

static void print_option(const cv_option *row, FILE *stream) {
    fputs(" \\\n            '*'", stream);
    if (row->letter)
        fprintf(stream, "{-%c%s,%s%s}", row->letter, row->value ? "+" : "", row->name,
                row->value ? "=" : "");
    else
        fprintf(stream, "%s%s", row->name, row->value ? "=" : "");
    fputs("'[", stream);
    print_escaped(row->help, cv_option_summary_size(row), stream);
    fputc(']', stream);
    if (row->value) print_action(row, stream);
    fputc('\'', stream);
}

// The verb itself is the first word.
static void print_words(cv_verb verb, FILE *stream) {
    cv_offer offer = cv_verb_offer(verb);
    if (offer == CV_OFFER_CODES) fputs(" \\\n            '*:code:_cvpdf_codes'", stream);
    if (offer == CV_OFFER_WORDS) {
        fprintf(stream, " \\\n            '%s:word:(", verb == CV_VERB_DUMP ? "2" : "*");
        cv_verb_print_words(verb, stream);
        fputs(")'", stream);
    }
    if (offer == CV_OFFER_RESUMES || verb == CV_VERB_DUMP)
        fputs(" \\\n            '*:file:_cvpdf_resumes'", stream);
}

static void print_verb(cv_verb verb, FILE *stream) {
    size_t count;
    const cv_option *rows = cv_option_rows(&count);
    fprintf(stream, "    %s)\n        _arguments -s -S '1: :'", cv_verb_find(verb)->name);
    for (const cv_option *row = rows; row < rows + count; row++)
        if (cv_option_is_for(row, verb)) print_option(row, stream);
    print_words(verb, stream);
    fputs("\n        ;;\n", stream);
}

static void print_list(FILE *stream) {
    fputs("    local -a verbs=(\n", stream);
    for (int i = 0; i < CV_VERB_COUNT; i++) {
        const char *summary = cv_verb_summary((cv_verb)i);
        fprintf(stream, "        '%s:", cv_verb_find((cv_verb)i)->name);
        print_escaped(summary, (int)strlen(summary), stream);
        fputs("'\n", stream);
    }
    fputs("    )\n", stream);
}

void cv_completions_print_zsh(FILE *stream) {
    fputs(start, stream);
    fputs("_cvpdf() {\n", stream);
    print_list(stream);
    fputs("    local verb=${words[(r)(", stream);
    for (int i = 0; i < CV_VERB_COUNT; i++)
        fprintf(stream, "%s%s", i ? "|" : "", cv_verb_find((cv_verb)i)->name);
    fputs(")]}\n"
          "    if (( CURRENT == 2 )) && [[ ${words[2]} != -* ]]; then\n"
          "        _describe verb verbs\n"
          "        _cvpdf_resumes\n"
          "        return\n"
          "    fi\n"
          "    case ${verb:-render} in\n",
          stream);
    for (int i = 0; i < CV_VERB_COUNT; i++) print_verb((cv_verb)i, stream);
    fputs("    esac\n"
          "}\n"
          "\n"
          "_cvpdf \"$@\"\n",
          stream);
}
