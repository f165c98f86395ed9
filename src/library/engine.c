// SPDX-License-Identifier: MIT
// engine.c - opens the bundled faces from the bytes that the library carries.
#include "library/engine.h"

#include "library/embedded.h"

#include <stdlib.h>

static const struct {
    const char *family;
    unsigned face;
    const char *file;
} bundled[CV_BUNDLED_FACES] = {
    {"Lato", CV_FACE_REGULAR, "fonts/lato/Lato-Regular.ttf"},
    {"Lato", CV_FACE_BOLD, "fonts/lato/Lato-Bold.ttf"},
    {"Lato", CV_FACE_ITALIC, "fonts/lato/Lato-Italic.ttf"},
    {"Lato", CV_FACE_BOLD_ITALIC, "fonts/lato/Lato-BoldItalic.ttf"},
    {"Gentium Plus", CV_FACE_REGULAR, "fonts/gentiumplus/GentiumPlus-Regular.ttf"},
    {"Gentium Plus", CV_FACE_BOLD, "fonts/gentiumplus/GentiumPlus-Bold.ttf"},
    {"Gentium Plus", CV_FACE_ITALIC, "fonts/gentiumplus/GentiumPlus-Italic.ttf"},
    {"Gentium Plus", CV_FACE_BOLD_ITALIC, "fonts/gentiumplus/GentiumPlus-BoldItalic.ttf"},
    {"JetBrains Mono", CV_FACE_REGULAR, "fonts/jetbrainsmono/JetBrainsMono-Regular.ttf"},
    {"JetBrains Mono", CV_FACE_BOLD, "fonts/jetbrainsmono/JetBrainsMono-Bold.ttf"},
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

cv_data cv_engine_data(cv_files *files) { return (cv_data){.find = find_data, .files = files}; }

cvpdf_engine *cvpdf_engine_create(void) {
    cvpdf_engine *engine = calloc(1, sizeof *engine);
    if (!engine) return NULL;
    for (size_t i = 0; i < CV_BUNDLED_FACES; i++) {
        engine->faces[i] = cv_font_open(bundled[i].family, bundled[i].face, bundled[i].file,
                                        cv_engine_file(bundled[i].file));
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
