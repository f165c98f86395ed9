// SPDX-License-Identifier: MIT
// font_find.c - a configuration of our own for each question: nothing of fontconfig's is shared.
#include "shape/font_find.h"

#include "base/text.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

typedef struct question {
    FcConfig *config;
    FcPattern *pattern;
    FcObjectSet *wanted;
    FcFontSet *found;
} question;

static void close_question(void *handle) {
    question *asked = handle;
    if (asked->found) FcFontSetDestroy(asked->found);
    if (asked->wanted) FcObjectSetDestroy(asked->wanted);
    if (asked->pattern) FcPatternDestroy(asked->pattern);
    if (asked->config) FcConfigDestroy(asked->config);
}

// All faces with outlines, whose family is none that stands in for another.
static void ask(question *asked, const char *family) {
    asked->config = FcInitLoadConfigAndFonts();
    asked->pattern = FcPatternCreate();
    asked->wanted = FcObjectSetBuild(FC_FILE, (char *)NULL);
    if (!asked->config || !asked->pattern || !asked->wanted) return;
    FcPatternAddString(asked->pattern, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddBool(asked->pattern, FC_SCALABLE, FcTrue);
    asked->found = FcFontList(asked->config, asked->pattern, asked->wanted);
}

static int compare(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static cv_font_paths sort(cv_font_paths all, cv_arena *arena) {
    cv_font_paths paths = {0};
    if (all.count) qsort(all.items, all.count, sizeof *all.items, compare);
    for (size_t i = 0; i < all.count; i++)
        if (i == 0 || strcmp(all.items[i], all.items[i - 1]) != 0)
            CV_PUSH(arena, &paths, all.items[i]);
    return paths;
}

cv_font_paths cv_fonts_installed(const char *family, cv_arena *arena) {
    cv_font_paths all = {0};
    question *asked = CV_NEW(arena, question);
    cv_arena_defer(arena, close_question, asked);
    ask(asked, family);
    for (int i = 0; asked->found && i < asked->found->nfont; i++) {
        FcChar8 *path;
        if (FcPatternGetString(asked->found->fonts[i], FC_FILE, 0, &path) == FcResultMatch)
            CV_PUSH(arena, &all, cv_copy_string(arena, (const char *)path));
    }
    return sort(all, arena);
}

#define TEXT_OF(number)                      #number
#define VERSION_TEXT(major, minor, revision) TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(revision)

const char *cv_fonts_library_version(void) { return VERSION_TEXT(FC_MAJOR, FC_MINOR, FC_REVISION); }
