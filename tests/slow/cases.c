// SPDX-License-Identifier: MIT
// cases.c - the table of inputs, by the stage that they are aimed at.
#include "cases.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENTRIES "name: A\nsections:\n  S:\n"
#define BULLETS ENTRIES "    - award: A\n      bullets:\n"
#define BULLET  BULLETS "        - "
#define SEVEN   "aaaaaaa"

// CMakeLists.txt finds the names: one row begins one line.
static const slow_case cases[] = {
    // The reader
    {"flow-nesting", false, 20000, 4000000, "name: ", "[", "", "]", "\n"},
    {"flow-map-nesting", false, 20000, 1000000, "name: ", "{a: ", "b", "}", "\n"},
    {"block-nesting", false, 20000, 2000000, "name: A\nsections:\n", "- ", "a\n", "", ""},
    {"complex-key-nesting", false, 20000, 2000000, "", "? ", "a\n", "", ""},
    {"open-brackets", false, 20000, 4000000, "", "[", "", "", ""},
    {"flat-brackets", false, 4000, 1300000, "name: A\nsections: [", "[],", "", "", "]\n"},
    {"tag-directives", false, 2000, 180000, "", "%TAG !a$! tag:a\n", "---\nname: A\n", "", ""},
    {"documents", false, 2000, 400000, "name: A\n", "---\nb: c\n", "", "", ""},
    {"alias-bomb", false, 8, 200000, "name: &a A\nsections:\n  S:\n", "    - &a [*a, *a, *a]\n", "",
     "", ""},
    {"merge-keys", false, 1000, 100000, "name: &a A\nsections:\n  S:\n", "    - &a {<<: *a}\n", "",
     "", ""},
    {"anchors", true, 150, 50000, BULLETS, "        - &a$ A\n        - *a$\n", "", "", ""},
    {"unknown-keys", false, 1000, 150000, "name: A\n", "mistyped$: b\n", "", "", ""},
    {"unknown-key", false, 1000, 200000, "name: A\n", "mistyped: b\n", "", "", ""},
    {"nearly-keys", false, 300, 100000, ENTRIES, "    - awrad: A\n      ogranization: B\n", "", "",
     ""},
    {"long-key", false, 20000, 4000000, "name: A\n", "k", ": v\n", "", ""},
    {"comments", true, 4000, 500000, "name: A\n", "# '\"[*\n", "", "", ""},
    {"empty-lines", true, 10000, 4000000, "name: A\n", "\n", "", "", ""},
    {"carriage-returns", true, 300, 20000, BULLETS, "        - A b c\r\n", "", "", ""},
    {"escapes", true, 500, 10000, BULLET "\"", "\\u0041\\x20", "", "", "\"\n"},
    {"folded-lines", true, 500, 30000, BULLET ">-\n", "          a\n", "", "", ""},
    {"literal-lines", true, 500, 30000, BULLET "|-\n", "          a\n\n", "", "", ""},
    {"wrong-dates", false, 500, 50000, ENTRIES, "    - award: A\n      date: [$]\n", "", "", ""},
    {"json-nesting", false, 20000, 600000, "{\"name\": ", "{\"a\": ", "1", "}", "}\n"},
    {"json-members", true, 500, 50000, "{\"name\": \"A\"", ", \"x-$\": 1", "}\n", "", ""},
    {"json-equal-keys", false, 1000, 200000, "{\"name\": \"A\"", ",\n\"name\": 1", "}\n", "", ""},
    {"json-values", true, 1000, 100000, "{\"name\": \"A\", \"x-\": [0", ", [{}]", "]}\n", "", ""},
    {"json-escapes", true, 500, 60000, "{\"name\": \"A\", \"x-\": \"", "\\ud83d\\ude00", "\"}\n",
     "", ""},
    {"json-halves", false, 500, 60000, "{\"name\": \"A", "\\ud83d", "\"}\n", "", ""},
    {"json-no-json", false, 2000, 1000000, "{\"name\": [0", ",0", "\n", "", ""},
    // The model
    {"short-entries", true, 400, 20000, ENTRIES, "    - award: A$\n", "", "", ""},
    {"equal-entries", true, 400, 20000, ENTRIES, "    - award: A\n", "", "", ""},
    {"text-entries", true, 400, 20000, ENTRIES, "    - A$\n", "", "", ""},
    {"sections", true, 100, 20000, "name: A\nsections:\n", "  S$:\n    - A\n", "", "", ""},
    {"bullets", true, 300, 50000, BULLETS, "        - A$\n", "", "", ""},
    {"roles", true, 60, 10000, ENTRIES "    - organization: A\n      roles:\n",
     "        - role: B$\n          start: 2001-02\n          end: 2003-04\n", "", "", ""},
    {"authors", true, 300, 10000, ENTRIES "    - title: T\n      authors: [", "A. B$, ", "", "",
     "C]\n"},
    {"keywords", true, 300, 10000, ENTRIES "    - label: L\n      keywords: [", "k$, ", "", "",
     "l]\n"},
    // Variants
    {"variants", true, 60, 900, "name: A\nvariants:\n", "  v$: {set: {headline: B$}}\n", "", "",
     ""},
    {"extends", true, 20, 300, "name: A\nvariants:\n  v0: {}\n", "  w$: {extends: v0}\n", "", "",
     ""},
    {"tags", true, 200, 20000, ENTRIES, "    - {award: A, tags: [t$, u]}\n", "", "", ""},
    {"unknown-tags", false, 100, 900, "name: A\nvariants: {v: {exclude: [", "tag$, ", "", "",
     "b]}}\n"},
    {"variables", true, 200, 20000, "name: A\nvars:\n", "  v$: w\n", "", "", ""},
    {"variable-uses", true, 200, 8000, "name: A\nvars: {v: w}\nsections: {S: ['", "{{v}} ", "", "",
     "x']}\n"},
    {"unknown-variables", false, 200, 8000, "name: A\nsections: {S: ['", "{{v$}} ", "", "",
     "x']}\n"},
    {"ids", true, 200, 20000, ENTRIES, "    - {award: A, id: i$}\n", "", "", ""},
    {"languages", false, 200, 20000, "name: A\nheadline:\n", "  x$: b\n", "", "", ""},
    // Markup
    {"emphasis-openers", true, 500, 30000, BULLET "'", "*a ", "", "", "'\n"},
    {"strong-openers", true, 500, 20000, BULLET "'", "**a ", "", "", "'\n"},
    {"emphasis-closers", true, 500, 30000, BULLET "'", "a* ", "", "", "'\n"},
    {"mixed-stars", true, 500, 20000, BULLET "'", "*a **a ", "", "", "'\n"},
    {"stars", true, 2000, 60000, BULLET "'a", "*", "", "", "'\n"},
    {"nested-emphasis", true, 500, 15000, BULLET "'", "*a", "", "a*", "'\n"},
    {"emphasis", true, 200, 8000, BULLET "'", "*a* b ", "", "", "'\n"},
    {"square-brackets", true, 2000, 60000, BULLET "'", "[", "", "", "'\n"},
    {"square-pairs", true, 1000, 30000, BULLET "'", "[", "", "]", "'\n"},
    {"unclosed-links", true, 500, 20000, BULLET "'", "[a](", "", "", "'\n"},
    {"closed-links", true, 250, 20000, BULLET "'", "](", "", "", "'\n"},
    {"round-brackets", true, 1000, 30000, BULLET "'[a](", "(", "", ")", ")'\n"},
    {"links", true, 100, 2000, BULLET "'", "[a$](https://a.b/$) ", "", "", "'\n"},
    {"link-bullets", true, 100, 5000, BULLETS, "        - '[a$](https://a.b/$)'\n", "", "", ""},
    {"backticks", true, 1000, 20000, BULLET "'", "`a``", "", "", "'\n"},
    {"backslashes", true, 1000, 60000, BULLET "'", "\\", "", "", "'\n"},
    {"long-address", true, 1000, 30000, BULLET "'[a](https://a.b/", "c", "", "", ")'\n"},
    // Typography, shaping and lines
    {"quotes", true, 500, 20000, BULLET "'", "\"a ", "", "", "'\n"},
    {"dashes", true, 500, 20000, BULLET "'", "2 - ", "", "", "'\n"},
    {"long-word", true, 2000, 60000, BULLET "'", "w", "", "", "'\n"},
    {"hyphens", true, 500, 30000, BULLET "'", "a-", "", "", "'\n"},
    {"slashes", true, 500, 30000, BULLET "'", "a/", "", "", "'\n"},
    {"long-paragraph", true, 300, 10000, BULLET "'", "word$ ", "", "", "'\n"},
    {"long-paragraphs", true, 10, 1000, BULLETS,
     "        - " SEVEN " " SEVEN " " SEVEN " " SEVEN " " SEVEN " " SEVEN " " SEVEN " " SEVEN
     " " SEVEN " " SEVEN " " SEVEN " " SEVEN " " SEVEN " " SEVEN " " SEVEN " " SEVEN "\n",
     "", "", ""},
    {"long-title", true, 40, 200, "name: A\nsections:\n  '", "word ", "': [A]\n", "", ""},
    {"long-location", true, 300, 10000, ENTRIES "    - award: A\n      location: '", "word ", "",
     "", "'\n"},
    {"scripts", true, 200, 8000, BULLET "'", "aαб", "", "", "'\n"},
    {"marks", true, 20, 500, BULLET "'",
     "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
     "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
     "", "", "'\n"},
    {"tower-of-marks", false, 2000, 30000, BULLET "'aaa", "\u0301", "", "", "'\n"},
    {"no-break-spaces", true, 1000, 20000, BULLET "'a", "\u00A0", "b", "", "'\n"},
    {"zero-width", true, 1000, 20000, BULLET "'a", "\u200B", "b", "", "'\n"},
    {"joiners", true, 1000, 20000, BULLET "'a", "\u2060", "b", "", "'\n"},
    {"soft-hyphens", true, 500, 20000, BULLET "'", "a\u00AD", "", "", "'\n"},
    {"missing-glyphs", false, 250, 20000, BULLET "'", "@", "", "", "'\n"},
    // The review: those whose names begin so are checked, not only typeset
    {"check-doubled-words", true, 500, 20000, BULLET, "aa ", "\n", "", ""},
    {"check-links", true, 200, 5000, BULLET, "https://a.con ", "\n", "", ""},
    {"check-equal-entries", true, 200, 20000, ENTRIES, "    - award: A\n", "", "", ""},
    {"check-equal-bullets", true, 200, 20000, BULLETS, "        - A b c d\n", "", "", ""},
    {"check-jobs", true, 60, 5000, ENTRIES, "    - {role: A$, start: 2001-02, end: 2003-04}\n", "",
     "", ""},
    {"check-tags", true, 100, 10000, "name: A\nvariants: {v: {include: t}}\nsections:\n  S:\n",
     "    - {text: A$, tags: [a$]}\n", "    - {text: A, tags: t}\n", "", ""},
    {"check-silences", true, 200, 100000, "name: A\n", "# cvpdf: ignore CV640\n", "", "", ""},
};

const slow_case *slow_case_find(const char *name) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (strcmp(cases[i].name, name) == 0) return &cases[i];
    return NULL;
}

enum { PLACE_HOLDER_BYTES = 20 }; // what `$` or `@` becomes at most

// Three bytes of UTF-8: U+3400 and on, some of which no bundled face has.
static char *put_character(char *at, size_t number) {
    uint32_t code_point = 0x3400 + (uint32_t)(number % 0x6000);
    *at++ = (char)(0xE0 | code_point >> 12);
    *at++ = (char)(0x80 | (code_point >> 6 & 0x3F));
    *at++ = (char)(0x80 | (code_point & 0x3F));
    return at;
}

static char *put_piece(char *at, const char *piece, size_t number) {
    for (; *piece; piece++) {
        if (*piece == '$')
            at += sprintf(at, "%zu", number);
        else if (*piece == '@')
            at = put_character(at, number);
        else
            *at++ = *piece;
    }
    return at;
}

static char *put(char *at, const char *text) {
    size_t size = strlen(text);
    memcpy(at, text, size);
    return at + size;
}

static size_t most_bytes(const char *piece) {
    size_t size = 0;
    for (; *piece; piece++) size += *piece == '$' || *piece == '@' ? PLACE_HOLDER_BYTES : 1;
    return size;
}

char *slow_case_make(const slow_case *made, size_t n, size_t *size) {
    char *text =
        malloc(strlen(made->head) + strlen(made->middle) + strlen(made->tail) +
               n * (most_bytes(made->piece) + strlen(made->closing)) + PLACE_HOLDER_BYTES + 1);
    if (!text) return NULL;
    char *at = put(text, made->head);
    for (size_t i = 0; i < n; i++) at = put_piece(at, made->piece, i);
    at = put(at, made->middle);
    for (size_t i = 0; i < n; i++) at = put(at, made->closing);
    at = put(at, made->tail);
    *at = '\0';
    *size = (size_t)(at - text);
    return text;
}
