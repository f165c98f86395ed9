// SPDX-License-Identifier: MIT
// layout.c - resumes that are valid, made of pieces that the bytes choose: odd texts in odd sizes
// on odd paper, fitted or not. All of it is laid out: what is refused is refused for what stands on
// the page, never for how the file reads.
#include "cvpdf.h"
#include "fuzz.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct chooser {
    const uint8_t *at, *end;
    FILE *out;
} chooser;

static unsigned next(chooser *from, unsigned below) {
    return from->at < from->end ? *from->at++ % below : 0;
}

#define CHOOSE(from, list) (list)[next(from, sizeof(list) / sizeof *(list))]

static const char *const words[] = {
    "word",
    "a",
    "fi",
    "AVA",
    "2019-2021",
    "Ærøskøbing",
    "naïve",
    "e\u0301\u0302\u0303",
    "supercalifragilisticexpialidocious",
    "https://example.org/a/very/long/path?with=query",
    "well-known",
    "and/or",
    "co\u00ADop\u00ADer\u00ADa\u00ADtion",
    "100\u00A0%",
    "*strong*",
    "**very *strong* words**",
    "`code_with_x`",
    "[link](https://example.org)",
    "x\u200By",
    "Ελληνικά",
    "кириллица",
    "\\\\",
    "--",
    "...",
    "don't",
    "(",
    "ﬁ",
    "Ω≈ç",
    "ß",
    "ǅ",
    "שלום",
    "مرحبا",
    "123",
    "1.5",
};
static const char *const sizes[] = {"8pt", "10pt", "12.5pt", "20pt"};
static const char *const papers[] = {"a4", "letter", "a5", "[300pt, 1400pt]", "[1200pt, 260pt]"};
static const char *const margins[] = {"2cm", "0pt", "30pt", "3.5cm"};
static const char *const families[] = {"Lato", "Gentium Plus"};
static const char *const sides[] = {"right", "left"};
static const char *const languages[] = {"en", "de", "fr", "tr", "el", "cs"};
static const char *const kinds[][2] = {
    {"organization", "role"}, {"institution", "degree"}, {"award", "organization"},
    {"title", "venue"},       {"label", "details"},      {"name", "subtitle"},
    {"project", "role"},      {"role", "location"},
};

static void put_words(chooser *from) {
    unsigned count = 1 + next(from, 12);
    fputc('"', from->out);
    for (unsigned i = 0; i < count; i++)
        fprintf(from->out, "%s%s", i ? " " : "", CHOOSE(from, words));
    fputc('"', from->out);
}

static void put_bullets(chooser *from, unsigned depth) {
    unsigned count = 1 + next(from, 3);
    fputs(", bullets: [", from->out);
    for (unsigned i = 0; i < count; i++) {
        fputs("{text: ", from->out);
        put_words(from);
        fprintf(from->out, ", priority: %u", 1 + next(from, 5));
        if (depth < 2 && next(from, 4) == 1) put_bullets(from, depth + 1);
        fputs("}, ", from->out);
    }
    fputs("]", from->out);
}

static void put_entry(chooser *from) {
    const char *const *kind = CHOOSE(from, kinds);
    fprintf(from->out, "    - {%s: ", kind[0]);
    put_words(from);
    if (next(from, 3)) {
        fprintf(from->out, ", %s: ", kind[1]);
        put_words(from);
    }
    if (next(from, 2)) fprintf(from->out, ", start: 20%02u-09", next(from, 20));
    if (next(from, 2)) put_bullets(from, 0);
    fputs("}\n", from->out);
}

// One choice in each call: the order in which arguments are evaluated is the compiler's.
static void put_design(chooser *from) {
    fprintf(from->out, "design: {page: {size: %s, ", CHOOSE(from, papers));
    fprintf(from->out, "margins: {left: %s, ", CHOOSE(from, margins));
    fprintf(from->out, "top: %s}}, ", CHOOSE(from, margins));
    fprintf(from->out, "font: {size: %s, ", CHOOSE(from, sizes));
    fprintf(from->out, "family: %s}, ", CHOOSE(from, families));
    fprintf(from->out, "header: {align: %s}}\n", CHOOSE(from, sides));
    fprintf(from->out, "language: %s\n", CHOOSE(from, languages));
    unsigned pages = next(from, 16); // mostly not: a fit takes as long as a dozen layouts
    if (pages > 0 && pages < 5)
        fprintf(from->out, "fit: {pages: %u, drop: %u}\n", pages, 1 + next(from, 5));
}

static void put_resume(chooser *from) {
    fputs("name: ", from->out);
    put_words(from);
    fputs("\ncontact: {email: ada@example.org, website: example.org/ada}\nsummary: ", from->out);
    put_words(from);
    fputs("\n", from->out);
    put_design(from);
    fputs("sections:\n", from->out);
    for (unsigned sections = 1 + next(from, 4), i = 0; i < sections; i++) {
        fprintf(from->out, "  S%u:\n", i);
        for (unsigned entries = 1 + next(from, 5); entries > 0; entries--) put_entry(from);
    }
}

// Findings of the file itself begin with these; a piece above would be at fault.
static void check_finding(const cvpdf_diagnostic *found, const char *text) {
    bool is_of_file = strncmp(found->code, "CV0", 3) == 0 || strncmp(found->code, "CV1", 3) == 0;
    if (!is_of_file || found->severity != CVPDF_ERROR) return;
    fprintf(stderr, "%s: %s\n%s", found->code, found->message, text);
    abort();
}

static void lay_out(const char *text, size_t size) {
    static cvpdf_engine *engine; // loaded once for all runs
    if (!engine && !(engine = cvpdf_engine_create())) abort();
    cvpdf_job job = {.size = sizeof job, .source = {(const unsigned char *)text, size}};
    cvpdf_result *result = NULL;
    cvpdf_status status = cvpdf_render(engine, &job, &result);
    if (status != CVPDF_OK && status != CVPDF_REJECTED) abort();
    if (status == CVPDF_REJECTED && !cvpdf_result_diagnostic_count(result)) abort();
    if (status == CVPDF_OK && !cvpdf_result_pages(result)) abort();
    for (size_t i = 0; i < cvpdf_result_diagnostic_count(result); i++) {
        cvpdf_diagnostic found = cvpdf_result_diagnostic(result, i);
        check_finding(&found, text);
    }
    cvpdf_result_free(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = NULL;
    size_t length = 0;
    chooser from = {data, data + size, open_memstream(&text, &length)};
    if (!from.out) abort();
    put_resume(&from);
    fclose(from.out);
    lay_out(text, length);
    free(text);
    return 0;
}
