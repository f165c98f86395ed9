// SPDX-License-Identifier: MIT
// bench.c - what each stage of a rendering takes.
//
// bench FILE RUNS     renders FILE so many times and prints the median time of each stage, and the
//                     most memory that the program held
// bench FILE texts    prints what is shaped, for `floor` to shape: the face's file and the text of
//                     each run, with a tab in between
//
// Each stage is a function stage_NAME(), so that a profiler can tell them apart: `run` has
// callgrind count their instructions. The order is that of library/render.c.
#include "export/export.h"
#include "library/engine.h"
#include "library/pipeline.h"
#include "line/breaks.h"
#include "line/line.h"
#include "page/page.h"
#include "pdf/pdf.h"
#include "shape/shape.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { MOST_RUNS = 1000 };

typedef struct rendering {
    const char *name;
    cv_bytes source;
    cvpdf_engine *engine;
    cv_arena *arena;
    cv_report report;
    const cv_node *tree, *tailored;
    const cv_resume *resume;
    const cv_style *style;
    const cv_document *document;
    cv_font_sources sources;
    cv_shaper *shaper;
    const cv_shaped_block *shaped;
    const cv_lines *lines;
    const cv_display *display;
    cv_bytes json, file;
} rendering;

static void stage_fonts(rendering *self) { self->engine = cvpdf_engine_create(); }

static void stage_read(rendering *self) {
    cv_report_init(&self->report, self->arena);
    uint32_t source = cv_report_add_source(&self->report, self->name, self->source);
    self->tree = cv_tree_read(source, self->arena, &self->report);
}

static void stage_tailor(rendering *self) {
    const cv_tailor_options none = {0};
    self->tailored = cv_tailor(self->tree, &none, self->arena, &self->report)->tree;
}

static void stage_decode(rendering *self) {
    self->resume = cv_resume_decode(self->tailored, self->arena, &self->report);
}

static void stage_style(rendering *self) {
    self->style = cv_style_resolve(
        self->tailored,
        cv_engine_data(cv_files_create(NULL, NULL, self->arena, &self->report), NULL), self->arena,
        &self->report);
}

static void stage_document(rendering *self) {
    self->document = cv_document_compose(self->resume, self->style, NULL, self->arena);
}

static void stage_shape(rendering *self) {
    self->sources =
        (cv_font_sources){.bundled = self->engine->faces, .bundled_count = CV_BUNDLED_FACES};
    cv_font_set *fonts = cv_font_set_open(&self->sources, self->arena, &self->report);
    self->shaper = cv_shaper_open(self->document, fonts, NULL, self->arena, &self->report);
    self->shaped = cv_shape_document(self->shaper);
}

static void stage_line(rendering *self) {
    cv_breaker *breaker = cv_breaker_open(self->document->language, self->arena);
    self->lines = cv_lines_set(self->document, self->shaped, self->shaper, breaker, self->arena,
                               &self->report);
}

static void stage_page(rendering *self) {
    self->display =
        cv_pages_set(self->document, self->lines, self->shaper, self->arena, &self->report);
}

static void stage_json(rendering *self) { self->json = cv_export_json(self->resume, self->arena); }

static void stage_pdf(rendering *self) {
    cv_attachment attachment = {"resume.json", "", "application/json", self->json};
    cv_pdf_extras extras = {.metadata = &self->document->metadata,
                            .profile = cv_engine_file("data/icc/srgb.icc"),
                            .attachment = &attachment};
    self->file = cv_pdf_write(self->display, &extras, self->arena);
}

static void stage_close(rendering *self) {
    cv_arena_destroy(self->arena);
    cvpdf_engine_free(self->engine);
}

static const struct {
    const char *name;
    void (*run)(rendering *self);
} stages[] = {
    {"fonts", stage_fonts},   {"read", stage_read},   {"tailor", stage_tailor},
    {"decode", stage_decode}, {"style", stage_style}, {"document", stage_document},
    {"shape", stage_shape},   {"line", stage_line},   {"page", stage_page},
    {"json", stage_json},     {"pdf", stage_pdf},     {"close", stage_close},
};
enum { STAGE_COUNT = sizeof stages / sizeof *stages };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void print_texts(const cv_shaped *shaped) {
    for (size_t i = 0; i < shaped->runs.count; i++) {
        const cv_shaped_run *run = &shaped->runs.items[i];
        printf("%s\t%.*s\n", run->font->file, (int)(run->end - run->begin),
               shaped->text.string + run->begin);
    }
}

static void print_document(const rendering *self) {
    for (size_t i = 0; i < self->document->blocks.count; i++) {
        print_texts(&self->shaped[i].label);
        print_texts(&self->shaped[i].text);
        print_texts(&self->shaped[i].right);
    }
}

// Sets the seconds of each stage, or prints the texts if `seconds` is NULL. Returns false if the
// file is not a resume without errors; then the program ends, and nothing is freed.
static bool render(const char *name, cv_bytes source, double *seconds) {
    rendering self = {.name = name, .source = source, .arena = cv_arena_create(0)};
    if (!self.arena || setjmp(*cv_arena_recovery(self.arena))) return false;
    for (int i = 0; i < STAGE_COUNT; i++) {
        double start = now();
        stages[i].run(&self);
        if (seconds) seconds[i] = now() - start;
        if (i + 1 == STAGE_COUNT) break; // there is no report any more
        if (self.report.errors) return false;
        if (!seconds && stages[i].run == stage_shape) print_document(&self);
    }
    return true;
}

static cv_bytes read_file(const char *name) {
    static unsigned char bytes[1 << 20];
    FILE *file = fopen(name, "rb");
    if (!file) return (cv_bytes){NULL, 0};
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return (cv_bytes){bytes, size};
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double (*seconds)[STAGE_COUNT], int runs, int stage) {
    double of_stage[MOST_RUNS];
    for (int i = 0; i < runs; i++) of_stage[i] = seconds[i][stage];
    qsort(of_stage, (size_t)runs, sizeof *of_stage, compare);
    return of_stage[runs / 2];
}

static void print_results(double (*seconds)[STAGE_COUNT], int runs) {
    double sum = 0;
    for (int i = 0; i < STAGE_COUNT; i++) {
        double time = median(seconds, runs, i);
        printf("time %s %.3f ms\n", stages[i].name, time * 1e3);
        sum += time;
    }
    printf("time all %.3f ms\n", sum * 1e3);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("peak %ld KiB\n", usage.ru_maxrss);
}

int main(int argument_count, char **arguments) {
    static double seconds[MOST_RUNS][STAGE_COUNT];
    bool prints_texts = argument_count == 3 && strcmp(arguments[2], "texts") == 0;
    int runs = argument_count == 3 && !prints_texts ? atoi(arguments[2]) : prints_texts;
    if (runs < 1 || runs > MOST_RUNS) {
        fprintf(stderr, "usage: bench FILE RUNS | bench FILE texts\n");
        return 2;
    }
    cv_bytes source = read_file(arguments[1]);
    for (int i = 0; i < runs; i++) {
        if (!source.data || !render(arguments[1], source, prints_texts ? NULL : seconds[i])) {
            fprintf(stderr, "bench: %s cannot be rendered\n", arguments[1]);
            return 1;
        }
    }
    if (!prints_texts) print_results(seconds, runs);
    return 0;
}
