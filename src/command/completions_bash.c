// SPDX-License-Identifier: MIT
// completions_bash.c - the script of bash, which needs nothing but bash.
#include "command/completions.h"

static const char start[] =
    "# bash completion of cvpdf, made by `cvpdf completions bash`\n"
    "\n"
    "_cvpdf_words() { # WORD CHOICES\n"
    "    mapfile -t COMPREPLY < <(compgen -W \"$2\" -- \"$1\")\n"
    "}\n"
    "\n"
    "_cvpdf_paths() { # WORD COMPGEN-OPTION...\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    mapfile -t COMPREPLY < <(compgen \"${@:2}\" -- \"$1\")\n"
    "}\n"
    "\n"
    "_cvpdf_resumes() { # WORD: folders, and files that may be resumes\n"
    "    local suffix\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    mapfile -t COMPREPLY < <(\n"
    "        compgen -d -- \"$1\"\n"
    "        for suffix in yaml yml json; do compgen -f -X \"!*.$suffix\" -- \"$1\"; done\n"
    "    )\n"
    "}\n"
    "\n"
    "_cvpdf_variants() { # WORD: those of the files on the line\n"
    "    local file names=base\n"
    "    for file in \"${COMP_WORDS[@]:1}\"; do\n"
    "        file=${file//\\\\/}\n"
    "        [[ -f $file ]] || continue\n"
    "        names+=\" $(\"${COMP_WORDS[0]}\" build --list -- \"$file\" 2>/dev/null | cut -f 3)\"\n"
    "    done\n"
    "    _cvpdf_words \"$1\" \"$names\"\n"
    "}\n"
    "\n"
    "_cvpdf() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb i\n"
    "    COMPREPLY=()\n"
    "    if [[ $word == = ]]; then\n"
    "        word=\n"
    "    elif [[ $before == = ]]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n"
    "    for ((i = 1; i < COMP_CWORD && !${#verb}; i++)); do\n"
    "        case ${COMP_WORDS[i]} in\n";

static void print_name(const cv_option *row, FILE *stream) {
    if (row->letter) fprintf(stream, "-%c | ", row->letter);
    fprintf(stream, "%s)", row->name);
}

static void print_value(const cv_option *row, FILE *stream) {
    static const char *const calls[] = {[CV_OFFER_FILES] = "_cvpdf_paths \"$word\" -f",
                                        [CV_OFFER_FOLDERS] = "_cvpdf_paths \"$word\" -d",
                                        [CV_OFFER_VARIANTS] = "_cvpdf_variants \"$word\""};
    cv_offer offer = cv_option_offer(row);
    fputs("    ", stream);
    print_name(row, stream);
    if (offer == CV_OFFER_WORDS) {
        fputs(" _cvpdf_words \"$word\" '", stream);
        cv_option_print_words(row, stream);
        fputs("'; return ;;\n", stream);
    } else if (offer == CV_OFFER_NOTHING) {
        fputs(" return ;;\n", stream);
    } else {
        fprintf(stream, " %s; return ;;\n", calls[offer]);
    }
}

static void print_options_of(cv_verb verb, FILE *stream) {
    size_t count;
    const cv_option *rows = cv_option_rows(&count);
    fprintf(stream, "        %s) set --", cv_verb_find(verb)->name);
    for (const cv_option *row = rows; row < rows + count; row++)
        if (cv_option_is_for(row, verb)) fprintf(stream, " %s", row->name);
    fputs(" ;;\n", stream);
}

static void print_words_of(cv_verb verb, FILE *stream) {
    cv_offer offer = cv_verb_offer(verb);
    if (offer == CV_OFFER_RESUMES || verb == CV_VERB_DUMP) return;
    fprintf(stream, "    %s)", cv_verb_find(verb)->name);
    if (offer == CV_OFFER_CODES)
        fputs(" _cvpdf_words \"$word\" \"$(\"${COMP_WORDS[0]}\" explain | cut -d ' ' -f 1)\";",
              stream);
    if (offer == CV_OFFER_WORDS) {
        fputs(" _cvpdf_words \"$word\" '", stream);
        cv_verb_print_words(verb, stream);
        fputs("';", stream);
    }
    fputs(" return ;;\n", stream);
}

void cv_completions_print_bash(FILE *stream) {
    size_t count;
    const cv_option *rows = cv_option_rows(&count);
    fputs(start, stream);
    fputs("        ", stream);
    for (int i = 0; i < CV_VERB_COUNT; i++)
        fprintf(stream, "%s%s", i ? " | " : "", cv_verb_find((cv_verb)i)->name);
    fputs(") verb=${COMP_WORDS[i]} ;;\n"
          "        esac\n"
          "    done\n"
          "    case $before in\n",
          stream);
    for (const cv_option *row = rows; row < rows + count; row++)
        if (row->value) print_value(row, stream);
    fputs("    esac\n"
          "    if [[ $word == -* ]]; then\n"
          "        case ${verb:-render} in\n",
          stream);
    for (int i = 0; i < CV_VERB_COUNT; i++) print_options_of((cv_verb)i, stream);
    fputs("        esac\n"
          "        _cvpdf_words \"$word\" \"$*\"\n"
          "        return\n"
          "    fi\n"
          "    case $verb in\n",
          stream);
    for (int i = 0; i < CV_VERB_COUNT; i++) print_words_of((cv_verb)i, stream);
    fputs("    esac\n"
          "    if [[ $before == dump ]]; then\n"
          "        _cvpdf_words \"$word\" '",
          stream);
    cv_verb_print_words(CV_VERB_DUMP, stream);
    fputs("'\n"
          "        return\n"
          "    fi\n"
          "    _cvpdf_resumes \"$word\"\n"
          "    ((COMP_CWORD > 1)) ||\n"
          "        mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -W '",
          stream);
    cv_verb_print_words(CV_VERB_HELP, stream);
    fputs("' -- \"$word\")\n"
          "}\n"
          "\n"
          "complete -F _cvpdf cvpdf\n",
          stream);
}
