// SPDX-License-Identifier: MIT
// shape_runs.c - what a resume was shaped to, as lines that hb_shape.py compares with hb-shape.
//
// shape_runs FILE...   for each run: a line of file, number in it, script, language, "ltr" or
// "rtl",
//                      "code", "tabular", "capitals" and "tracked" as 0 or 1, and the text as code
//                      points; then a line of its glyphs in the order of the text: number, byte of
//                      its cluster in the text, advance, that of the font, offsets. Exit 1 if there
//                      is an error in a file.
#include "base/unicode.h"
#include "library/engine.h"
#include "library/pipeline.h"
#include "shape/shape.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const folders[] = {"/usr/local/share/fonts", "/usr/share/fonts"};

static void print_text(const cv_shaped *shaped, const cv_shaped_run *run) {
    const char *at = shaped->text.string + run->begin, *end = shaped->text.string + run->end;
    for (const char *mark = "\t"; at < end; mark = ",")
        printf("%s%04X", mark, (unsigned)cv_utf8_next(&at));
    printf("\n");
}

static void print_glyphs(const cv_shaped *shaped, const cv_shaped_run *run) {
    unsigned cluster = 0;
    for (uint32_t i = run->first; i < run->first + run->count; i++) {
        const cv_shaped_glyph *glyph = &shaped->glyphs.items[i];
        if (glyph->starts_cluster) cluster = glyph->begin - run->begin;
        printf("%s%u,%u,%d,%d,%d,%d", i > run->first ? " " : "", glyph->id, cluster, glyph->advance,
               cv_font_advance(run->font, glyph->id), glyph->x_offset, glyph->y_offset);
    }
    printf("\n");
}

static void print_runs(const cv_document *document, const cv_shaped *shaped) {
    for (size_t i = 0; i < shaped->runs.count; i++) {
        const cv_shaped_run *run = &shaped->runs.items[i];
        const cv_stretch *look = run->stretch;
        uint32_t tag = run->script;
        const char *folder = run->font->origin == CV_FONT_BUNDLED ? CVPDF_SOURCE_DIR "/" : "";
        printf("%s%s\t%u\t%c%c%c%c\t%s\t%s\t%d\t%d\t%d\t%d", folder, run->font->file,
               run->font->index, (int)(tag >> 24), (int)(tag >> 16 & 255), (int)(tag >> 8 & 255),
               (int)(tag & 255), document->language, run->level & 1 ? "rtl" : "ltr", look->is_code,
               look->has_tabular_figures, look->is_capitals, look->tracking != 0);
        print_text(shaped, run);
        print_glyphs(shaped, run);
    }
}

static const cv_document *compose(const char *name, cv_bytes bytes, cv_arena *arena,
                                  cv_report *report) {
    const cv_tailor_options none = {0};
    uint32_t source = cv_report_add_source(report, name, bytes);
    const cv_node *tree =
        cv_tailor(cv_tree_read(source, arena, report), &none, arena, report)->tree;
    const cv_resume *resume = cv_resume_decode(tree, arena, report);
    cv_data data = cv_engine_data(cv_files_create(NULL, NULL, arena, report), NULL);
    const cv_style *style = cv_style_resolve(tree, data, arena, report);
    return cv_document_compose(resume, style, NULL, arena);
}

static bool print_resume(const cvpdf_engine *engine, const char *name, cv_bytes bytes) {
    cv_arena *arena = cv_arena_create(0);
    if (!arena || setjmp(*cv_arena_recovery(arena))) return false;
    cv_report report;
    cv_report_init(&report, arena);
    const cv_document *document = compose(name, bytes, arena, &report);
    cv_font_sources sources = {.bundled = engine->faces,
                               .bundled_count = CV_BUNDLED_FACES,
                               .system_folders = folders,
                               .system_folder_count = sizeof folders / sizeof *folders,
                               .list = cv_engine_file("data/fonts.yaml"),
                               .shelf = cv_font_shelf_create()};
    cv_font_set *fonts = cv_font_set_open(&sources, arena, &report);
    cv_shaper *shaper = cv_shaper_open(document, fonts, NULL, arena, &report);
    const cv_shaped_block *blocks = cv_shape_document(shaper);
    for (size_t i = 0; i < document->blocks.count; i++) {
        print_runs(document, &blocks[i].label);
        print_runs(document, &blocks[i].text);
        print_runs(document, &blocks[i].right);
    }
    for (const cv_diagnostic *each = report.first; each; each = each->next)
        if (cv_problem_severity(each->problem) == CV_ERROR)
            fprintf(stderr, "error[%s]: %s\n", cv_problem_code(each->problem), each->message);
    bool is_good = !report.errors;
    cv_arena_destroy(arena);
    cv_font_shelf_destroy(sources.shelf);
    return is_good;
}

int main(int count, char **names) {
    static unsigned char bytes[1 << 20];
    cvpdf_engine *engine = cvpdf_engine_create();
    bool is_good = engine && count > 1;
    for (int i = 1; i < count && is_good; i++) {
        FILE *file = fopen(names[i], "rb");
        size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
        if (file) fclose(file);
        is_good = size && print_resume(engine, names[i], (cv_bytes){bytes, size});
        if (!is_good) fprintf(stderr, "%s: not a resume without errors\n", names[i]);
    }
    cvpdf_engine_free(engine);
    return is_good ? 0 : 1;
}
