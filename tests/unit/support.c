// SPDX-License-Identifier: MIT
#include "support.h"

#include "resume/resume.h"
#include "source/tree.h"
#include "style/style.h"
#include "tailor/tailor.h"

void support_run(void **state) {
    const support_case *test = *state;
    cv_arena *arena = cv_arena_create(0);
    assert_non_null(arena);
    if (setjmp(*cv_arena_recovery(arena))) fail_msg("out of memory");
    support *self = CV_NEW(arena, support);
    self->arena = arena;
    cv_report_init(&self->report, arena);
    test->run(self);
    cv_arena_destroy(arena);
}

cv_bytes support_bytes(const char *text) {
    return (cv_bytes){(const unsigned char *)text, strlen(text)};
}

static cv_bytes find_file(const void *data, const char *name) {
    const support *self = data;
    FILE *file = fopen(cv_format(self->arena, CVPDF_SOURCE_DIR "/%s", name), "rb");
    if (!file) return (cv_bytes){NULL, 0};
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    assert_true(size > 0);
    rewind(file);
    unsigned char *bytes = CV_NEW_ARRAY(self->arena, unsigned char, (size_t)size);
    assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
    fclose(file);
    return (cv_bytes){bytes, (size_t)size};
}

cv_bytes support_file(support *self, const char *name) {
    cv_bytes bytes = find_file(self, name);
    if (!bytes.size) fail_msg("there is no %s", name);
    return bytes;
}

void support_contains(const char *text, const char *part) {
    if (!text || !strstr(text, part)) fail_msg("'%s' is not in '%s'", part, text ? text : "(none)");
}

static void close_font(void *font) { cv_font_close(font); }

const cv_font *const *support_faces(support *self) {
    static const struct {
        const char *family, *file;
        unsigned face;
    } faces[] = {
        {"Lato", "fonts/lato/Lato-Regular.ttf", CV_FACE_REGULAR},
        {"Lato", "fonts/lato/Lato-Bold.ttf", CV_FACE_BOLD},
        {"Lato", "fonts/lato/Lato-Italic.ttf", CV_FACE_ITALIC},
        {"Lato", "fonts/lato/Lato-BoldItalic.ttf", CV_FACE_BOLD_ITALIC},
        {"Gentium Plus", "fonts/gentiumplus/GentiumPlus-Regular.ttf", CV_FACE_REGULAR},
        {"Gentium Plus", "fonts/gentiumplus/GentiumPlus-Bold.ttf", CV_FACE_BOLD},
        {"Gentium Plus", "fonts/gentiumplus/GentiumPlus-Italic.ttf", CV_FACE_ITALIC},
        {"Gentium Plus", "fonts/gentiumplus/GentiumPlus-BoldItalic.ttf", CV_FACE_BOLD_ITALIC},
        {"JetBrains Mono", "fonts/jetbrainsmono/JetBrainsMono-Regular.ttf", CV_FACE_REGULAR},
        {"JetBrains Mono", "fonts/jetbrainsmono/JetBrainsMono-Bold.ttf", CV_FACE_BOLD},
    };
    const cv_font **fonts = CV_NEW_ARRAY(self->arena, const cv_font *, SUPPORT_FACES);
    for (size_t i = 0; i < SUPPORT_FACES; i++) {
        cv_font_name name = {
            .family = faces[i].family, .face = faces[i].face, .file = faces[i].file};
        cv_font *font = cv_font_open(&name, support_file(self, name.file));
        assert_non_null(font);
        cv_arena_defer(self->arena, close_font, font);
        fonts[i] = font;
    }
    return fonts;
}

cv_font_set *support_fonts(support *self) {
    cv_font_sources *sources = CV_NEW(self->arena, cv_font_sources);
    *sources = (cv_font_sources){.bundled = support_faces(self), .bundled_count = SUPPORT_FACES};
    return cv_font_set_open(sources, self->arena, &self->report);
}

static const cv_style *resolve(support *self, const cv_node *tree) {
    cv_files *none = cv_files_create(NULL, NULL, self->arena, &self->report);
    cv_data data = {find_file, self, none, NULL};
    return cv_style_resolve(tree, data, self->arena, &self->report);
}

const cv_style *support_style(support *self) {
    cv_report *report = &self->report;
    uint32_t source = cv_report_add_source(report, "style.yaml", support_bytes("name: Ann Lee\n"));
    const cv_node *tree = cv_tree_read(source, self->arena, report);
    return resolve(self, tree);
}

const cv_document *support_compose(support *self, const char *yaml) {
    cv_report *report = &self->report;
    uint32_t source = cv_report_add_source(report, "resume.yaml", support_bytes(yaml));
    const cv_node *tree = cv_tree_read(source, self->arena, report);
    assert_non_null(tree);
    cv_tailor_options none = {0};
    tree = cv_tailor(tree, &none, self->arena, report)->tree;
    const cv_resume *resume = cv_resume_decode(tree, self->arena, report);
    const cv_style *style = resolve(self, tree);
    if (report->errors) fail_msg("%s", report->first->message);
    return cv_document_compose(resume, style, NULL, self->arena);
}

cv_document *support_document(support *self, int points) {
    cv_document *document = CV_NEW(self->arena, cv_document);
    cv_report_add_source(&self->report, "resume.yaml", support_bytes(""));
    *document = (cv_document){
        .page = {.width = 595 * CV_POINT, .height = 842 * CV_POINT},
        .family = "Lato",
        .mono = "JetBrains Mono",
        .size = points * CV_POINT,
        .unit = 6 * CV_POINT,
        .name_size = 22 * CV_POINT,
        .heading_size = 11 * CV_POINT,
        .language = "en",
    };
    return document;
}

cv_block_text support_text(support *self, const cv_document *document, const char *string) {
    cv_block_text text = {.string = string};
    CV_PUSH(self->arena, &text.stretches,
            (cv_stretch){.end = (uint32_t)strlen(string), .size = document->size});
    return text;
}

uint32_t support_random(uint32_t *seed, uint32_t below) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}
