// SPDX-License-Identifier: MIT
// font.c - a font file, looked at and checked; what passes is opened, shaped with and subset.
//
// The first byte says which file: one of the bundled ones, or with another value the bytes that
// follow. Of a bundled one, four bytes say how much of its end is cut off, and records of six what
// is changed: the number of a table, or 255 for the directory; an offset in it, taken modulo its
// size; a byte.
#include "base/limits.h"
#include "fuzz.h"
#include "pdf/font_subset.h"
#include "pdf/glyph_path.h"
#include "shape/font_check.h"
#include "shape/font_stated.h"
#include "shape/shape.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER = 12, RECORD = 16, EDIT = 6, DIRECTORY = 255, GLYPHS = 24 };

static const char *const bundled[] = {
    CVPDF_SOURCE_DIR "/fonts/jetbrainsmono/JetBrainsMono-Regular.ttf",
    CVPDF_SOURCE_DIR "/fonts/lato/Lato-Italic.ttf",
};
enum { BUNDLED = sizeof bundled / sizeof *bundled };

static uint32_t read_32(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static unsigned char *read_bundled(unsigned number, size_t *size) {
    FILE *file = fopen(bundled[number], "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) abort();
    *size = (size_t)ftell(file);
    unsigned char *bytes = malloc(*size);
    rewind(file);
    if (!bytes || fread(bytes, 1, *size, file) != *size) abort();
    fclose(file);
    return bytes;
}

// One changed byte of `file`, whose directory is still `original`.
static void edit(unsigned char *file, size_t size, const unsigned char *original,
                 const uint8_t *record) {
    unsigned count = (unsigned)original[4] << 8 | original[5];
    size_t begin = 0, length = HEADER + RECORD * (size_t)count;
    if (record[0] != DIRECTORY) {
        const unsigned char *entry = original + HEADER + RECORD * (size_t)(record[0] % count);
        begin = read_32(entry + 8);
        length = read_32(entry + 12);
    }
    size_t at = begin + read_32(record + 1) % length;
    if (at < size) file[at] = record[5];
}

// From malloc(), so that sanitizers see its end.
static unsigned char *make_file(const uint8_t *data, size_t *size) {
    if (data[0] >= BUNDLED || *size < 5) {
        *size -= 1;
        unsigned char *file = malloc(*size ? *size : 1);
        if (!file) abort();
        memcpy(file, data + 1, *size);
        return file;
    }
    size_t whole, cut = read_32(data + 1);
    unsigned char *original = read_bundled(data[0], &whole);
    size_t kept = cut < whole ? whole - cut : 0;
    unsigned char *file = malloc(kept ? kept : 1);
    if (!file) abort();
    memcpy(file, original, kept);
    for (size_t at = 5; at + EDIT <= *size; at += EDIT) edit(file, kept, original, data + at);
    free(original);
    *size = kept;
    return file;
}

// A face that has what the other lacks, as there always is one.
static const cv_font *open_bundled(void) {
    static const cv_font *font;
    if (font) return font;
    cv_font_name name = {.family = "Bundled", .file = bundled[0]};
    size_t size;
    const unsigned char *bytes = read_bundled(0, &size);
    font = cv_font_open(&name, (cv_bytes){bytes, size});
    if (!font) abort();
    return font;
}

static void shape(const cv_font *font, cv_arena *arena) {
    static const char text[] = "Office 1/2 -> \u00E9\u0301 \u05D0 \u2713 fi";
    const cv_font *const fonts[] = {font, open_bundled()};
    cv_report report;
    cv_report_init(&report, arena);
    cv_report_add_source(&report, "cv.yaml", (cv_bytes){(const unsigned char *)"", 0});
    cv_font_sources sources = {.bundled = fonts, .bundled_count = 2};
    cv_document document = {.family = "Font",
                            .mono = "Font",
                            .language = "en",
                            .size = 10 * CV_POINT,
                            .missing = CV_MISSING_NAME};
    cv_font_set *set = cv_font_set_open(&sources, arena, &report);
    cv_shaper *shaper = cv_shaper_open(&document, set, NULL, arena, &report);
    cv_block_text block = {.string = text};
    CV_PUSH(arena, &block.stretches, (cv_stretch){.end = sizeof text - 1, .size = document.size});
    cv_shape_text(shaper, &block);
}

static void subset(const cv_font *font, cv_arena *arena) {
    uint16_t glyphs[GLYPHS];
    cv_text_builder path = {.arena = arena};
    uint32_t count = cv_font_glyph_count(font);
    for (uint16_t i = 0; i < GLYPHS; i++) {
        glyphs[i] = (uint16_t)((i * 7u + 1) % count);
        cv_glyph_path_add(&path, font, glyphs[i]);
    }
    cv_clusters clusters = {0};
    cv_subset_source source = {.font = font, .clusters = &clusters};
    cv_font_subset_make(&source, glyphs, GLYPHS, arena);
    uint16_t made = (uint16_t)cv_font_glyph_count(font);
    if (font->outlines == CV_OUTLINES_CFF || made < glyphs[1]) return;
    cv_cluster_part parts[] = {{glyphs[0], 0, 0}, {glyphs[1], 100, -50}};
    source.tables = cv_face_tables_open(font, arena);
    if (!source.tables) abort(); // of a face that cv_font_check() has passed
    if (!cv_cluster_fits(source.tables, parts, 2)) return;
    CV_PUSH(arena, &clusters, (cv_cluster){.parts = parts, .count = 2, .advance = 500});
    cv_font_subset_make(&source, &made, 1, arena);
}

static void use(const cv_font *font) {
    cv_arena *arena = cv_arena_create(CV_LIMIT_JOB_BYTES);
    if (!arena || setjmp(*cv_arena_recovery(arena))) abort();
    shape(font, arena);
    subset(font, arena);
    cv_arena_destroy(arena);
}

static bool peek(const cv_font_glance *self, size_t offset, unsigned char *bytes, size_t size) {
    const cv_bytes *file = self->files;
    if (offset > file->size || size > file->size - offset) return false;
    memcpy(bytes, file->data + offset, size);
    return true;
}

// What it says of itself is read before anything is checked.
static void look_at(cv_bytes file) {
    cv_arena *arena = cv_arena_create(CV_LIMIT_JOB_BYTES);
    if (!arena || setjmp(*cv_arena_recovery(arena))) abort();
    cv_font_glance glance = {peek, "font.ttf", &file};
    cv_stated_faces faces = cv_font_stated(&glance, arena);
    for (size_t i = 0; i < faces.count; i++)
        if (!*faces.items[i].family) abort();
    cv_arena_destroy(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    unsigned char *file = make_file(data, &size);
    look_at((cv_bytes){file, size});
    cv_font_fault fault = {0};
    cv_font_name name = {.family = "Font", .file = "font.ttf"};
    bool is_sound = cv_font_check((cv_bytes){file, size}, 0, &fault);
    if (is_sound == (*fault.text != '\0')) abort(); // a fault always has words
    cv_font *font = is_sound ? cv_font_open(&name, (cv_bytes){file, size}) : NULL;
    if (font && font->outlines != CV_OUTLINES_NONE) use(font);
    cv_font_close(font);
    free(file);
    return 0;
}
