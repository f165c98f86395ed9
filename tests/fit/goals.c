// SPDX-License-Identifier: MIT
// goals.c - fits whole resumes to one, two and three pages, and prints what came of it.
//
// goals FILE...    a row for each resume and goal, then how often which. Exit 1 if a fit breaks its
//                  promise: no more pages than asked for, else an error with the right number of
//                  lines; a last page that looks full, but in the largest size; nothing left out
//                  unasked; no more than twelve layouts.
#include "fit/fit.h"
#include "fit/levers.h"
#include "library/engine.h"
#include "page/display.h"
#include "page/page.h"
#include "resume/resume.h"
#include "shape/font_set.h"
#include "tailor/tailor.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_GOAL = 3, MOST_LAYOUTS = 12, ROOM = 1 << 20 };

#define LARGEST_SIZE (CV_POINT * 115 / 10) // that a fit takes by itself

typedef struct tally {
    size_t resumes, met, refused, well_filled, short_of, broken, most_layouts;
} tally;

typedef struct fitting {
    const char *name;
    int pages;
    cvpdf_engine *engine;
    cv_arena *arena;
    cv_report report;
    const cv_resume *resume;
    const cv_style *style;
    cv_font_sources sources;
    cv_press press;
    cv_fitted fitted;
} fitting;

// False if there is nothing to fit: the resume has errors, or needs what is not bundled.
static bool read_resume(fitting *self, cv_bytes source) {
    cv_arena *arena = self->arena;
    cv_report_init(&self->report, arena);
    uint32_t number = cv_report_add_source(&self->report, self->name, source);
    const cv_node *tree = cv_tree_read(number, arena, &self->report);
    if (!tree) return false;
    const cv_tailor_options none = {.file = "resume"};
    tree = cv_tailor(tree, &none, arena, &self->report)->tree;
    self->resume = cv_resume_decode(tree, arena, &self->report);
    cv_files *files = cv_files_create(NULL, NULL, arena, &self->report);
    self->style = cv_style_resolve(tree, cv_engine_data(files, NULL), arena, &self->report);
    self->sources =
        (cv_font_sources){.bundled = self->engine->faces, .bundled_count = CV_BUNDLED_FACES};
    self->press.fonts = cv_font_set_open(&self->sources, arena, &self->report);
    self->press.cache = cv_memo_create();
    self->press.breaker = cv_breaker_open(self->resume->language, arena);
    if (!self->report.errors)
        cv_layout_make(self->resume, self->style, &self->press, arena, &self->report);
    return !self->report.errors;
}

// Baselines on the pages after the first `goal`, counted on the pages themselves.
static size_t count_lines_over(const cv_display *display, size_t goal) {
    size_t lines = 0;
    for (size_t i = goal; i < display->pages.count; i++) {
        const cv_items *items = &display->pages.items[i].items;
        cv_length last = -1;
        for (size_t j = 0; j < items->count; j++) {
            const cv_item *item = &items->items[j];
            if (item->kind != CV_ITEM_GLYPHS || item->mark == CV_ARTIFACT) continue;
            lines += item->at.y != last;
            last = item->at.y;
        }
    }
    return lines;
}

// The pages of the tightest state, with nothing left out.
static size_t tightest_lines_over(fitting *self) {
    const cv_font *font =
        cv_font_find(self->press.fonts, self->style->font.family, CV_FACE_REGULAR);
    cv_levers levers = cv_levers_of(self->style, font, 0);
    cv_style style = cv_levers_pull(&levers, CV_TIGHTEST_LINES, CV_TIGHTEST_GAPS);
    cv_layout made = cv_layout_make(self->resume, &style, &self->press, self->arena, &self->report);
    const cv_display *display =
        cv_pages_set(made.document, made.lines, made.shaper, self->arena, &self->report);
    return count_lines_over(display, (size_t)self->pages);
}

static size_t stated_lines_over(const fitting *self) {
    for (const cv_diagnostic *found = self->report.first; found; found = found->next) {
        const char *number = strstr(found->message, ": ");
        if (found->problem == CV_FIT_IMPOSSIBLE && number) return strtoul(number + 2, NULL, 10);
    }
    return 0;
}

static void blame(const fitting *self, const char *what, tally *sum) {
    printf("%s, %d pages: %s\n", self->name, self->pages, what);
    sum->broken++;
}

static void judge(fitting *self, tally *sum) {
    const cv_fitted *fitted = &self->fitted;
    const cv_layout *made = &fitted->layout;
    cv_page_fill fill = cv_pages_measure(made->document, made->lines, made->shaper,
                                         (size_t)self->pages, self->arena);
    if (fitted->layouts > MOST_LAYOUTS) blame(self, "too many layouts", sum);
    if (fitted->layouts > sum->most_layouts) sum->most_layouts = fitted->layouts;
    if (fitted->resume != self->resume) blame(self, "something was left out unasked", sum);
    printf("%-60s %d  ", self->name, self->pages);
    if (self->report.errors) {
        size_t stated = stated_lines_over(self);
        sum->refused++;
        printf("refused: %zu lines over, %zu layouts\n", stated, fitted->layouts);
        if (!stated || stated != tightest_lines_over(self)) blame(self, "wrong count", sum);
        return;
    }
    sum->met++;
    bool is_well_filled =
        fill.fill * 100LL >= CV_POINT * 80LL && fill.fill * 100LL <= CV_POINT * 98LL;
    sum->well_filled += is_well_filled;
    sum->short_of += fill.fill * 100LL < CV_POINT * 80LL;
    printf("%zu pages, last %3d %% full, size %.2f, %zu layouts\n", fill.pages,
           (int)(fill.fill * 100LL / CV_POINT), fitted->style->font.size / (double)CV_POINT,
           fitted->layouts);
    if (fill.pages > (size_t)self->pages) blame(self, "more pages than asked for", sum);
    bool could_stretch = fitted->style->font.size < LARGEST_SIZE && self->resume->sections.count;
    if (fill.fill * 100LL < CV_POINT * 80LL && could_stretch) blame(self, "a short page", sum);
}

// False if the resume has errors of its own.
static bool fit(fitting *self, cv_bytes source, tally *sum) {
    self->arena = cv_arena_create(0);
    if (!self->arena || setjmp(*cv_arena_recovery(self->arena))) {
        fprintf(stderr, "out of memory\n");
        exit(1);
    }
    bool is_sound = read_resume(self, source);
    if (is_sound) {
        cv_goal goal = {.pages = self->pages};
        self->fitted =
            cv_fit(self->resume, self->style, &goal, &self->press, self->arena, &self->report);
        judge(self, sum);
    }
    cv_arena_destroy(self->arena);
    cv_memo_destroy(self->press.cache);
    return is_sound;
}

static void fit_file(const char *name, cvpdf_engine *engine, tally *sum) {
    static unsigned char bytes[ROOM];
    FILE *file = fopen(name, "rb");
    size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file) fclose(file);
    bool is_sound = size > 0;
    for (int pages = 1; pages <= MOST_GOAL && is_sound; pages++) {
        fitting self = {.name = name, .pages = pages, .engine = engine};
        is_sound = fit(&self, (cv_bytes){bytes, size}, sum);
    }
    sum->resumes += is_sound;
}

int main(int argc, char **argv) {
    enum { LEAST = 40 }; // resumes: fewer would show little
    tally sum = {0};
    cvpdf_engine *engine = cvpdf_engine_create();
    for (int i = 1; i < argc && engine; i++) fit_file(argv[i], engine, &sum);
    cvpdf_engine_free(engine);
    printf("%zu resumes: %zu goals met, %zu refused; last page of those met 80 to 98 %% full: %zu, "
           "less: %zu, more: %zu; at most %zu layouts; %zu promises broken\n",
           sum.resumes, sum.met, sum.refused, sum.well_filled, sum.short_of,
           sum.met - sum.well_filled - sum.short_of, sum.most_layouts, sum.broken);
    return sum.broken || sum.resumes < LEAST;
}
