// SPDX-License-Identifier: MIT
// engine.c - opens the bundled faces from the bytes that the library carries.
#include "library/engine.h"

#include "library/embedded.h"

#include <stdlib.h>

static const cv_font_name bundled[CV_BUNDLED_FACES] = {
    {.family = "Lato", .face = CV_FACE_REGULAR, .file = "fonts/lato/Lato-Regular.ttf"},
    {.family = "Lato", .face = CV_FACE_BOLD, .file = "fonts/lato/Lato-Bold.ttf"},
    {.family = "Lato", .face = CV_FACE_ITALIC, .file = "fonts/lato/Lato-Italic.ttf"},
    {.family = "Lato", .face = CV_FACE_BOLD_ITALIC, .file = "fonts/lato/Lato-BoldItalic.ttf"},
    {.family = "Gentium Plus",
     .face = CV_FACE_REGULAR,
     .file = "fonts/gentiumplus/GentiumPlus-Regular.ttf"},
    {.family = "Gentium Plus",
     .face = CV_FACE_BOLD,
     .file = "fonts/gentiumplus/GentiumPlus-Bold.ttf"},
    {.family = "Gentium Plus",
     .face = CV_FACE_ITALIC,
     .file = "fonts/gentiumplus/GentiumPlus-Italic.ttf"},
    {.family = "Gentium Plus",
     .face = CV_FACE_BOLD_ITALIC,
     .file = "fonts/gentiumplus/GentiumPlus-BoldItalic.ttf"},
    {.family = "JetBrains Mono",
     .face = CV_FACE_REGULAR,
     .file = "fonts/jetbrainsmono/JetBrainsMono-Regular.ttf"},
    {.family = "JetBrains Mono",
     .face = CV_FACE_BOLD,
     .file = "fonts/jetbrainsmono/JetBrainsMono-Bold.ttf"},
};

cv_bytes cv_engine_file(const char *name) {
    const cv_embedded *file = cv_embedded_find(name);
    if (!file) return (cv_bytes){NULL, 0};
    return (cv_bytes){file->begin, (size_t)(file->end - file->begin)};
}

static cv_bytes find_data(const void *data, const char *name) {
    (void)data;
    return cv_engine_file(name);
}

cv_data cv_engine_data(cv_files *files, cv_data_shelf *shelf) {
    return (cv_data){.find = find_data, .files = files, .shelf = shelf};
}

cvpdf_engine *cvpdf_engine_create(void) {
    cvpdf_engine *engine = calloc(1, sizeof *engine);
    if (!engine) return NULL;
    for (size_t i = 0; i < CV_BUNDLED_FACES; i++) {
        engine->faces[i] = cv_font_open(&bundled[i], cv_engine_file(bundled[i].file));
        if (!engine->faces[i]) {
            cvpdf_engine_free(engine);
            return NULL;
        }
    }
    return engine;
}

void cvpdf_engine_free(cvpdf_engine *engine) {
    if (!engine) return;
    for (size_t i = 0; i < CV_BUNDLED_FACES; i++)
        if (engine->faces[i]) cv_font_close((cv_font *)engine->faces[i]);
    free(engine);
}
