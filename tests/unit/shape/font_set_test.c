// SPDX-License-Identifier: MIT
#include "shape/font_set.h"

#include "made_font.h"
#include "shape/face_choice.h"
#include "shape/font_list.h"
#include "source/tree.h"

#include <stdlib.h>
#include <unistd.h>

static const char *const repository[] = {CVPDF_SOURCE_DIR "/fonts"};
static const char list[] = "families:\n"
                           "  None: [None.ttf, None-Bold.ttf]\n"
                           "  Gentium Plus: [GentiumPlus-Regular.ttf, GentiumPlus-Bold.ttf]\n"
                           "  JetBrains Mono: [JetBrainsMono-Regular.ttf]\n"
                           "chains:\n"
                           "  - {scripts: [Latn], sans: [None, JetBrains Mono], serif: [None]}\n"
                           "  - {scripts: [Hani], language: ja, sans: [JetBrains Mono]}\n"
                           "  - {scripts: [Zyyy], sans: [Gentium Plus]}\n";

static uint32_t script(const char tag[4]) {
    return (uint32_t)tag[0] << 24 | (uint32_t)tag[1] << 16 | (uint32_t)tag[2] << 8 |
           (uint32_t)tag[3];
}

static void destroy_shelf(void *shelf) { cv_font_shelf_destroy(shelf); }

static cv_font_sources *make_sources(support *self) {
    cv_font_sources *sources = CV_NEW(self->arena, cv_font_sources);
    *sources = (cv_font_sources){.bundled = support_faces(self),
                                 .bundled_count = 4, // Lato
                                 .list = support_bytes(list),
                                 .shelf = cv_font_shelf_create()};
    assert_non_null(sources->shelf);
    cv_arena_defer(self->arena, destroy_shelf, sources->shelf);
    cv_report_add_source(&self->report, "cv.yaml", support_bytes("name: Ada"));
    return sources;
}

static cv_font_findings findings_of(support *self) {
    return (cv_font_findings){.report = &self->report, .arena = self->arena};
}

// The names of all that may help out, separated by blanks.
static const char *names_of(support *self, cv_font_set *set, cv_fallback fallback) {
    cv_text_builder names = {.arena = self->arena};
    cv_font_findings findings = findings_of(self);
    const cv_font *font;
    for (size_t place = 0; (font = cv_font_set_fallback(set, &fallback, &findings, &place));)
        cv_text_add(&names, "%s%s", names.size ? " " : "", font->postscript_name);
    return cv_text_string(&names);
}

static void offers_what_is_there_in_the_order_of_the_list(support *self) {
    cv_font_sources *sources = make_sources(self);
    sources->folders = repository;
    sources->folder_count = 1;
    cv_font_set *set = cv_font_set_open(sources, self->arena, &self->report);
    const cv_font *lato = cv_font_first(set);
    const struct {
        cv_fallback asked;
        const char *names;
    } cases[] = {
        {{script("Latn"), "ja", lato, CV_FACE_REGULAR}, "JetBrainsMono-Regular GentiumPlus"},
        {{script("Latn"), "ja", lato, CV_FACE_BOLD}, "JetBrainsMono-Regular GentiumPlus-Bold"},
        {{script("Latn"), "ja", lato, CV_FACE_BOLD_ITALIC},
         "JetBrainsMono-Regular GentiumPlus-Bold"}, // the nearest
        {{script("Hani"), "ja", lato, CV_FACE_REGULAR}, "JetBrainsMono-Regular GentiumPlus"},
        {{script("Hani"), "ko", lato, CV_FACE_REGULAR}, "GentiumPlus"},
        {{script("Thai"), "ja", lato, CV_FACE_REGULAR}, "GentiumPlus"},
        {{script("Zyyy"), "ja", lato, CV_FACE_REGULAR}, "GentiumPlus GentiumPlus"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(names_of(self, set, cases[i].asked), cases[i].names);
    assert_int_equal(self->report.errors + self->report.warnings, 0);
}

static void goes_with_serifs(support *self) {
    cv_font_sources *sources = make_sources(self);
    sources->folders = repository;
    sources->folder_count = 1;
    sources->list = support_bytes("families: {A: [GentiumPlus-Regular.ttf],"
                                  " B: [JetBrainsMono-Regular.ttf]}\n"
                                  "serif: [lato]\n"
                                  "chains: [{scripts: [Zyyy], sans: [B], serif: [A]}]\n");
    cv_font_set *set = cv_font_set_open(sources, self->arena, &self->report);
    cv_fallback asked = {script("Thai"), "ja", cv_font_first(set), CV_FACE_REGULAR};
    assert_string_equal(names_of(self, set, asked), "GentiumPlus");
}

static void reports_a_system_font_where_none_may_be_used(support *self) {
    cv_font_sources *sources = make_sources(self);
    sources->system_folders = repository;
    sources->system_folder_count = 1;
    cv_font_set *set = cv_font_set_open(sources, self->arena, &self->report);
    cv_fallback asked = {script("Thai"), "ja", cv_font_first(set), CV_FACE_REGULAR};
    cv_font_findings findings = findings_of(self);
    size_t place = 0;
    const cv_font *font = cv_font_set_fallback(set, &asked, &findings, &place);
    assert_int_equal(font->origin, CV_FONT_OF_SYSTEM);
    cv_font_set_check(set, font, 'x', (cv_span){0, 6, 7}, &findings);
    assert_int_equal(self->report.errors, 0);
    sources->refuses_system = true;
    cv_font_set_check(set, font, 0xE01, (cv_span){0, 6, 7}, &findings);
    cv_font_set_check(set, font, 0xE02, (cv_span){0, 7, 8}, &findings);
    assert_int_equal(self->report.errors, 1); // once for each face
    assert_int_equal(self->report.first->problem, CV_SYSTEM_FONT);
    support_contains(self->report.first->message, "U+0E01 THAI CHARACTER KO KAI");
    support_contains(self->report.first->message, "GentiumPlus-Regular.ttf");
    assert_string_not_equal(cv_font_set_key(set),
                            cv_font_set_key(cv_font_set_open(sources, self->arena, &self->report)));
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void passes_over_a_damaged_file_and_sees_that_files_change(support *self) {
    char folder[] = "/tmp/cvpdf-fonts-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = cv_format(self->arena, "%s/GentiumPlus-Regular.ttf", folder);
    write_file(path, "junk");
    const char *const folders[] = {folder, repository[0]};
    cv_font_sources *sources = make_sources(self);
    sources->folders = folders;
    sources->folder_count = 2;
    cv_font_set *set = cv_font_set_open(sources, self->arena, &self->report);
    cv_fallback asked = {script("Thai"), "ja", cv_font_first(set), CV_FACE_REGULAR};
    assert_string_equal(names_of(self, set, asked), "");
    assert_int_equal(self->report.warnings, 1);
    assert_int_equal(self->report.first->problem, CV_FONT_REFUSED);
    support_contains(self->report.first->message, path);
    assert_false(cv_font_shelf_refresh(sources->shelf));
    unlink(path);
    assert_true(cv_font_shelf_refresh(sources->shelf));
    set = cv_font_set_open(sources, self->arena, &self->report);
    assert_string_equal(names_of(self, set, asked), "GentiumPlus");
    rmdir(folder);
}

static void passes_over_a_font_that_may_not_be_embedded(support *self) {
    char folder[] = "/tmp/cvpdf-fonts-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = cv_format(self->arena, "%s/JetBrainsMono-Regular.ttf", folder);
    cv_bytes file = support_file(self, "fonts/jetbrainsmono/JetBrainsMono-Regular.ttf");
    unsigned char *os2 = made_copy(self, file, "OS/2");
    made_put_16(os2 + 8, 2); // restricted
    made_table table = {"OS/2", {os2, made_find(file, "OS/2").size}};
    cv_bytes restricted = made_font(self, file, &table, 1);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(restricted.data, 1, restricted.size, out), restricted.size);
    fclose(out);
    const char *const folders[] = {folder, repository[0]};
    cv_font_sources *sources = make_sources(self);
    sources->folders = folders;
    sources->folder_count = 2;
    cv_font_set *set = cv_font_set_open(sources, self->arena, &self->report);
    cv_fallback asked = {script("Hani"), "ja", cv_font_first(set), CV_FACE_REGULAR};
    assert_string_equal(names_of(self, set, asked), "GentiumPlus");
    assert_int_equal(self->report.warnings, 1);
    assert_int_equal(self->report.first->problem, CV_FONT_REFUSED);
    support_contains(self->report.first->message, "may not be embedded");
    unlink(path);
    rmdir(folder);
}

static void keeps_a_face_for_all_documents(support *self) {
    cv_font_sources *sources = make_sources(self);
    sources->folders = repository;
    sources->folder_count = 1;
    const cv_font *fonts[2];
    for (int i = 0; i < 2; i++) {
        cv_font_set *set = cv_font_set_open(sources, self->arena, &self->report);
        cv_fallback asked = {script("Thai"), "ja", cv_font_first(set), CV_FACE_REGULAR};
        cv_font_findings findings = findings_of(self);
        size_t place = 0;
        fonts[i] = cv_font_set_fallback(set, &asked, &findings, &place);
        assert_false(cv_font_shelf_refresh(sources->shelf));
    }
    assert_ptr_equal(fonts[0], fonts[1]);
}

static bool has_family(const cv_node *families, const char *name) {
    const cv_node *family = cv_tree_find(families, name);
    return family && family->count >= 1 && family->count <= CV_FACE_COUNT;
}

// Greek has no face with the sign, which is shared by Latin and Chinese text.
static void looks_for_a_sign_in_faces_of_its_own_scripts_too(support *self) {
    cv_font_sources *sources = make_sources(self);
    sources->folders = repository;
    sources->folder_count = 1;
    sources->list = support_bytes("families: {A: [JetBrainsMono-Regular.ttf],"
                                  " B: [GentiumPlus-Regular.ttf]}\n"
                                  "chains: [{scripts: [Grek], sans: [A]},"
                                  " {scripts: [Hani], sans: [B]}]\n");
    cv_font_set *set = cv_font_set_open(sources, self->arena, &self->report);
    const cv_font *lato = cv_font_first(set);
    cv_font_findings findings = findings_of(self);
    cv_face_wish wish = {.chain = {&lato, 1}, .set = set, .findings = &findings, .language = "en"};
    static const char text[] = "Ϗ\uA700";
    cv_face_parts parts = cv_faces_choose(&wish, text, 0, (uint32_t)sizeof text - 1, self->arena);
    assert_int_equal(parts.count, 2);
    assert_string_equal(parts.items[0].font->postscript_name, "JetBrainsMono-Regular");
    assert_string_equal(parts.items[1].font->postscript_name, "GentiumPlus");
}

static void has_a_sound_list(support *self) {
    uint32_t source = cv_report_add_source(&self->report, "data/fonts.yaml",
                                           support_file(self, "data/fonts.yaml"));
    const cv_node *tree = cv_tree_read(source, self->arena, &self->report);
    assert_int_equal(self->report.errors + self->report.warnings, 0);
    const cv_node *families = cv_tree_find(tree, "families");
    size_t chains = 0;
    for (const cv_node *each = cv_tree_find(tree, "chains")->first; each; each = each->next) {
        for (const cv_node *tag = cv_tree_find(each, "scripts")->first; tag; tag = tag->next) {
            assert_int_equal(strlen(tag->text), 4);
            chains++;
        }
        static const char *const kinds[] = {"sans", "serif"};
        for (int i = 0; i < 2; i++) {
            const cv_node *names = cv_tree_find(each, kinds[i]);
            for (const cv_node *name = names ? names->first : NULL; name; name = name->next)
                if (!has_family(families, name->text)) fail_msg("no family '%s'", name->text);
        }
    }
    const cv_font_list *read =
        cv_font_list_read(support_file(self, "data/fonts.yaml"), self->arena);
    assert_int_equal(read->families.count, families->count);
    assert_int_equal(read->chains.count, chains);
    const cv_listed_chain *han = cv_font_list_find(read, "Hani", "ko");
    const cv_listed_face *face = &read->families.items[han->sans.items[0]].faces[CV_FACE_BOLD];
    assert_string_equal(face->file, "NotoSansCJK-Bold.ttc");
    assert_int_equal(face->index, 1);
    assert_null(cv_font_list_find(read, "Hani", "en"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(offers_what_is_there_in_the_order_of_the_list),
        SUPPORT_TEST(goes_with_serifs),
        SUPPORT_TEST(reports_a_system_font_where_none_may_be_used),
        SUPPORT_TEST(passes_over_a_damaged_file_and_sees_that_files_change),
        SUPPORT_TEST(passes_over_a_font_that_may_not_be_embedded),
        SUPPORT_TEST(keeps_a_face_for_all_documents),
        SUPPORT_TEST(looks_for_a_sign_in_faces_of_its_own_scripts_too),
        SUPPORT_TEST(has_a_sound_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
