// SPDX-License-Identifier: MIT
// fonts.c - the sources of a set of faces.
#include "library/fonts.h"

#include "library/cache.h"
#include "library/engine.h"

#include <setjmp.h>

// Those of the administrator before those of packages, as the file hierarchy has them.
static const char *const system_folders[] = {"/usr/local/share/fonts", "/usr/share/fonts"};

static void close_shelf(void *handle) { cv_font_shelf_destroy(*(cv_font_shelf **)handle); }

static cv_font_shelf *own_shelf(cv_arena *arena) {
    cv_font_shelf **shelf = CV_NEW(arena, cv_font_shelf *);
    cv_arena_defer(arena, close_shelf, shelf);
    *shelf = cv_font_shelf_create();
    if (!*shelf) longjmp(*cv_arena_recovery(arena), CV_NO_MEMORY);
    return *shelf;
}

cv_font_set *cv_job_fonts(cv_job *job) {
    const cvpdf_job *asked = &job->asked;
    cv_font_sources *sources = CV_NEW(job->arena, cv_font_sources);
    *sources = (cv_font_sources){
        .bundled = job->engine->faces,
        .bundled_count = CV_BUNDLED_FACES,
        .folders = asked->font_folders,
        .folder_count = asked->font_folder_count,
        .system_folders = system_folders,
        .system_folder_count = sizeof system_folders / sizeof *system_folders,
        .size = job->style ? job->style->font.size : 0,
        .asks_fontconfig = true,
        .refuses_system = asked->no_system_fonts,
        .list = cv_engine_file("data/fonts.yaml"),
        .shelf = asked->cache ? asked->cache->fonts : own_shelf(job->arena),
    };
    sources->files = job->files;
    return cv_font_set_open(sources, job->arena, &job->report);
}

void cv_job_note_fonts(cv_job *job) {
    for (uint32_t i = 0; i < job->display->font_count; i++) {
        const cv_font *font = job->display->fonts[i];
        cvpdf_font used = {.name = cv_copy_string(job->arena, font->postscript_name)};
        if (font->origin != CV_FONT_BUNDLED) used.file = cv_copy_string(job->arena, font->file);
        CV_PUSH(job->arena, &job->fonts, used);
    }
}
