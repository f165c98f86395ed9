// SPDX-License-Identifier: MIT
#include "shape/font_family.h"

#include "made_font.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const repository[] = {CVPDF_SOURCE_DIR "/fonts"};

static void destroy_shelf(void *shelf) { cv_font_shelf_destroy(shelf); }

// What the folder gives, and what a resume in it may name.
static cv_font_sources make_sources(support *self, const char *directory) {
    cv_font_sources sources = {.folders = repository,
                               .folder_count = 1,
                               .shelf = cv_font_shelf_create(),
                               .files =
                                   cv_files_create(directory, NULL, self->arena, &self->report)};
    assert_non_null(sources.shelf);
    cv_arena_defer(self->arena, destroy_shelf, sources.shelf);
    cv_report_add_source(&self->report, "cv.yaml", support_bytes("family: Lato"));
    return sources;
}

static bool find(support *self, const cv_font_sources *sources, const char *asked,
                 cv_family_faces *found) {
    return cv_family_find(sources, asked, (cv_span){0, 8, 12}, self->arena, &self->report, found);
}

static const char *names_of(support *self, const cv_family_faces *found) {
    cv_text_builder names = {.arena = self->arena};
    for (unsigned face = 0; face < CV_FACE_COUNT; face++) {
        if (face) cv_text_add_char(&names, ' ');
        const cv_font *font = found->faces[face];
        cv_text_add_string(&names, font ? font->postscript_name : "-");
    }
    return cv_text_string(&names);
}

static void finds_the_styles_of_a_family(support *self) {
    static const struct {
        const char *asked, *faces;
    } cases[] = {
        {"Lato", "Lato-Regular Lato-Bold Lato-Italic Lato-BoldItalic"},
        {"gentium plus", "GentiumPlus GentiumPlus-Bold GentiumPlus-Italic GentiumPlus-BoldItalic"},
        {"JetBrains Mono", "JetBrainsMono-Regular JetBrainsMono-Bold - -"},
        {"lato/Lato-Regular.ttf", "Lato-Regular Lato-Bold Lato-Italic Lato-BoldItalic"},
        {"lato/Lato-Bold.ttf#0", "Lato-Bold Lato-Bold Lato-Italic Lato-BoldItalic"},
        {"jetbrainsmono/JetBrainsMono-Bold.ttf", "JetBrainsMono-Bold JetBrainsMono-Bold - -"},
    };
    cv_font_sources sources = make_sources(self, repository[0]);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_family_faces found;
        assert_true(find(self, &sources, cases[i].asked, &found));
        assert_string_equal(names_of(self, &found), cases[i].faces);
    }
    assert_int_equal(self->report.errors + self->report.warnings, 0);
}

static void does_not_take_one_family_for_another(support *self) {
    cv_font_sources sources = make_sources(self, repository[0]);
    static const char *const asked[] = {"La", "Latoo", "Lato Regular Two", "Gentium", "Nothing"};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        cv_family_faces found;
        assert_false(find(self, &sources, asked[i], &found));
        assert_null(found.faces[CV_FACE_REGULAR]);
    }
    assert_int_equal(self->report.errors, 0);
}

// A folder with a folder `fonts` of these files in it.
typedef struct own_fonts {
    char folder[32];
    const char *paths[4];
    size_t count;
} own_fonts;

static void make_folder(support *self, own_fonts *own) {
    strcpy(own->folder, "/tmp/cvpdf-family-XXXXXX");
    assert_non_null(mkdtemp(own->folder));
    assert_int_equal(mkdir(cv_format(self->arena, "%s/fonts", own->folder), 0700), 0);
}

static void put_font(support *self, own_fonts *own, const char *name, cv_bytes bytes) {
    const char *path = cv_format(self->arena, "%s/fonts/%s", own->folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.size, file), bytes.size);
    fclose(file);
    own->paths[own->count++] = path;
}

static void remove_folder(support *self, own_fonts *own) {
    for (size_t i = 0; i < own->count; i++) unlink(own->paths[i]);
    rmdir(cv_format(self->arena, "%s/fonts", own->folder));
    rmdir(own->folder);
}

static void finds_a_family_by_what_its_files_say(support *self) {
    own_fonts own = {.count = 0};
    make_folder(self, &own);
    put_font(self, &own, "a_R.ttf", support_file(self, "fonts/lato/Lato-Regular.ttf"));
    put_font(self, &own, "a_RB.ttf", support_file(self, "fonts/lato/Lato-Bold.ttf"));
    put_font(self, &own, "mono.ttf",
             support_file(self, "fonts/jetbrainsmono/JetBrainsMono-Regular.ttf"));
    put_font(self, &own, "junk.ttf", support_bytes("no font"));
    static const struct {
        const char *asked, *faces;
    } cases[] = {
        {"lato", "Lato-Regular Lato-Bold - -"},
        {"JetBrains Mono", "JetBrainsMono-Regular - - -"},
        {"fonts/a_R.ttf", "Lato-Regular Lato-Bold - -"},
    };
    const char *const given[] = {own.folder};
    for (size_t i = 0; i < 2 * sizeof cases / sizeof *cases; i++) {
        cv_font_sources sources = make_sources(self, own.folder);
        sources.folders = given;
        if (i % 2 && i / 2 < 2) sources.files = NULL; // then the folder that was given has them
        cv_family_faces found;
        assert_true(find(self, &sources, cases[i / 2].asked, &found));
        assert_string_equal(names_of(self, &found), cases[i / 2].faces);
        if (sources.files) // what is of another family is no input
            assert_int_equal(cv_files_inputs(sources.files)->count, i / 2 == 1 ? 1 : 2);
    }
    cv_font_sources sources = make_sources(self, own.folder);
    sources.folder_count = 0;
    cv_family_faces found;
    assert_false(find(self, &sources, "Latin", &found));
    assert_int_equal(found.others.count, 2);
    assert_string_equal(found.others.items[0], "Lato");
    assert_string_equal(found.others.items[1], "JetBrains Mono");
    assert_int_equal(self->report.errors, 0);
    remove_folder(self, &own);
}

static void looks_at_names_of_files_first(support *self) {
    own_fonts own = {.count = 0};
    make_folder(self, &own);
    put_font(self, &own, "Lato-Italic.ttf", support_file(self, "fonts/lato/Lato-Italic.ttf"));
    put_font(self, &own, "regular.ttf", support_file(self, "fonts/lato/Lato-Regular.ttf"));
    cv_font_sources sources = make_sources(self, own.folder);
    cv_family_faces found;
    assert_true(find(self, &sources, "Lato", &found));
    assert_string_equal(names_of(self, &found), "Lato-Italic - Lato-Italic -");
    remove_folder(self, &own);
}

// Lato as one that is drawn for these sizes, in twentieths of a point, by OS/2.
static cv_bytes drawn_for(support *self, unsigned lower, unsigned upper) {
    enum { BYTES = 100, VERSION = 5 };
    cv_bytes lato = support_file(self, "fonts/lato/Lato-Regular.ttf");
    cv_bytes os2 = made_find(lato, "OS/2");
    unsigned char *table = CV_NEW_ARRAY(self->arena, unsigned char, BYTES);
    memcpy(table, os2.data, os2.size < BYTES ? os2.size : BYTES);
    made_put_16(table, VERSION);
    made_put_16(table + 96, lower);
    made_put_16(table + 98, upper);
    return made_font(self, lato, &(made_table){"OS/2", {table, BYTES}}, 1);
}

// The same by GPOS 'size', in tenths: from above `above` to `most`; 0 and 0: for `design` alone.
static cv_bytes designed_for(support *self, unsigned design, unsigned above, unsigned most) {
    unsigned char table[] = {0, 1, 0,   0,   0,   10,  0, 12, 0, 36, // version, places
                             0, 0,                                   // no scripts
                             0, 1, 's', 'i', 'z', 'e', 0, 8,         // one feature
                             0, 4, 0,   0,   0,   0,   0, 1,  1, 0,
                             0, 0, 0,   0,            // its place, sizes, names
                             0, 0, 0,   0,   0,   0}; // no lookups
    unsigned char *sizes = table + 24;
    made_put_16(sizes, design);
    made_put_16(sizes + 2, above || most ? 1 : 0);
    made_put_16(sizes + 4, above || most ? 256 : 0);
    made_put_16(sizes + 6, above);
    made_put_16(sizes + 8, most);
    const char *copy = cv_copy(self->arena, (const char *)table, sizeof table);
    cv_bytes gpos = {(const unsigned char *)copy, sizeof table};
    return made_font(self, support_file(self, "fonts/lato/Lato-Regular.ttf"),
                     &(made_table){"GPOS", gpos}, 1);
}

static void takes_the_face_that_is_drawn_for_the_size(support *self) {
    own_fonts own = {.count = 0};
    make_folder(self, &own);
    put_font(self, &own, "Lato08.ttf", designed_for(self, 80, 0, 94));
    put_font(self, &own, "Lato12.ttf", drawn_for(self, 190, 280));
    put_font(self, &own, "Lato24.ttf", designed_for(self, 240, 0, 0));
    static const struct {
        int tenths;
        const char *file;
    } cases[] = {{60, "08"},  {94, "08"},  {95, "12"},  {140, "12"},
                 {190, "12"}, {191, "24"}, {480, "24"}, {0, "08"}}; // of none, the first
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_font_sources sources = make_sources(self, own.folder);
        sources.size = (cv_length)((int64_t)cases[i].tenths * CV_POINT / 10);
        cv_family_faces found;
        assert_true(find(self, &sources, "Lato", &found));
        support_contains(found.faces[CV_FACE_REGULAR]->file, cases[i].file);
    }
    put_font(self, &own, "Lato99.ttf", support_file(self, "fonts/lato/Lato-Regular.ttf"));
    cv_font_sources sources = make_sources(self, own.folder);
    sources.size = 18 * CV_POINT;
    cv_family_faces found; // what is for all sizes is better than what is for others
    assert_true(find(self, &sources, "Lato", &found));
    support_contains(found.faces[CV_FACE_REGULAR]->file, "Lato99");
    remove_folder(self, &own);
}

static void tells_paths_from_names(support *self) {
    (void)self;
    static const char *const paths[] = {"a.ttf", "A.OTF", "x/y", "x.ttc#3", "../a b.otf"};
    static const char *const names[] = {"Lato", "Source Sans 3", "a.ttf x", "C#", "ttf"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        assert_true(cv_family_is_path(paths[i]));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_false(cv_family_is_path(names[i]));
}

// A copy of Lato in the folder whose fsType is `usage`.
static void write_font(support *self, const char *path, unsigned usage) {
    cv_bytes lato = support_file(self, "fonts/lato/Lato-Regular.ttf");
    char *copy = cv_copy(self->arena, (const char *)lato.data, lato.size);
    for (size_t at = 12; at < 12 + 16 * 30; at += 16) {
        if (memcmp(copy + at, "OS/2", 4) != 0) continue;
        size_t table = 0;
        for (size_t i = 8; i < 12; i++) table = table << 8 | (unsigned char)copy[at + i];
        copy[table + 8] = (char)(usage >> 8);
        copy[table + 9] = (char)usage;
    }
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(copy, 1, lato.size, file), lato.size);
    fclose(file);
}

static void obeys_the_permission_to_embed(support *self) {
    static const struct {
        unsigned usage;
        const char *reason; // NULL: it may
    } cases[] = {
        {0x0000, NULL},
        {0x0004, NULL}, // preview and print
        {0x0008, NULL}, // editable
        {0x0002, "may not be embedded, by what it says of its licence"},
        {0x0200, "may not be embedded, by what it says of its licence"},
        {0x0108, "may not be embedded in part, by what it says of its licence"},
    };
    char folder[] = "/tmp/cvpdf-family-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *fonts = cv_format(self->arena, "%s/fonts", folder);
    const char *path = cv_format(self->arena, "%s/Lato.ttf", fonts);
    assert_int_equal(mkdir(fonts, 0700), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_font(self, path, cases[i].usage);
        cv_font_sources sources = make_sources(self, folder);
        cv_family_faces found;
        unsigned errors = self->report.errors;
        assert_true(find(self, &sources, i % 2 ? "fonts/Lato.ttf" : "Lato", &found));
        assert_int_equal(self->report.errors - errors, cases[i].reason ? 1 : 0);
        assert_int_equal(!found.faces[CV_FACE_REGULAR], cases[i].reason != NULL);
        const cv_diagnostic *last = self->report.first;
        while (last && last->next) last = last->next;
        if (cases[i].reason) support_contains(last->message, cases[i].reason);
    }
    unlink(path);
    rmdir(fonts);
    rmdir(folder);
}

// A copy of Lato whose table 'cmap' has no maps.
static cv_bytes without_characters(support *self) {
    cv_bytes lato = support_file(self, "fonts/lato/Lato-Regular.ttf");
    char *copy = cv_copy(self->arena, (const char *)lato.data, lato.size);
    for (size_t at = 12; at < 12 + 16 * 30; at += 16) {
        if (memcmp(copy + at, "cmap", 4) != 0) continue;
        size_t table = 0;
        for (size_t i = 8; i < 12; i++) table = table << 8 | (unsigned char)copy[at + i];
        copy[table + 2] = copy[table + 3] = 0;
    }
    return (cv_bytes){(unsigned char *)copy, lato.size};
}

static void refuses_a_face_without_a_space(support *self) {
    own_fonts own = {.count = 0};
    make_folder(self, &own);
    put_font(self, &own, "Lato.ttf", without_characters(self));
    cv_font_sources sources = make_sources(self, own.folder);
    cv_family_faces found;
    assert_true(find(self, &sources, "fonts/Lato.ttf", &found));
    assert_null(found.faces[CV_FACE_REGULAR]);
    assert_int_equal(self->report.first->problem, CV_FONT_UNUSABLE);
    support_contains(self->report.first->message, "has no glyph for the space");
    remove_folder(self, &own);
}

// The same path with other bytes is another font, also to what is kept of shaped texts.
static void tells_files_apart_by_their_bytes(support *self) {
    cv_font_shelf *shelf = cv_font_shelf_create();
    cv_arena_defer(self->arena, destroy_shelf, shelf);
    cv_font_name name = {.family = "x", .file = "x.ttf"};
    const char *reason;
    const char *const files[] = {"fonts/lato/Lato-Regular.ttf", "fonts/lato/Lato-Bold.ttf",
                                 "fonts/lato/Lato-Regular.ttf"};
    const cv_font *fonts[3];
    for (int i = 0; i < 3; i++) {
        fonts[i] = cv_font_shelf_take(shelf, &name, support_file(self, files[i]), &reason);
        assert_non_null(fonts[i]);
    }
    assert_ptr_equal(fonts[0], fonts[2]);
    assert_int_not_equal(fonts[0]->serial, fonts[1]->serial);
    assert_int_not_equal(fonts[0]->serial, 0);
    assert_false(cv_font_shelf_refresh(shelf));
}

// One file may be asked for by a path, as one of a family, and as one that helps out.
static void names_a_face_as_each_asks_for_it(support *self) {
    cv_font_shelf *shelf = cv_font_shelf_create();
    cv_arena_defer(self->arena, destroy_shelf, shelf);
    const char *file = CVPDF_SOURCE_DIR "/fonts/lato/Lato-Regular.ttf", *reason;
    const cv_font_name names[] = {
        {"Lato", CV_FACE_REGULAR, file, 0, CV_FONT_OF_SYSTEM},
        {"Lato", CV_FACE_REGULAR, file, 0, CV_FONT_GIVEN},
        {"Lato", CV_FACE_BOLD, file, 0, CV_FONT_GIVEN},
        {"fonts/Lato-Regular.ttf", CV_FACE_REGULAR, file, 0, CV_FONT_GIVEN},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const cv_font *font = cv_font_shelf_open(shelf, &names[i], &reason);
        assert_non_null(font);
        assert_string_equal(font->family, names[i].family);
        assert_int_equal(font->face, names[i].face);
        assert_int_equal(font->origin, names[i].origin);
        assert_ptr_equal(cv_font_shelf_open(shelf, &names[i], &reason), font);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(finds_the_styles_of_a_family),
        SUPPORT_TEST(does_not_take_one_family_for_another),
        SUPPORT_TEST(finds_a_family_by_what_its_files_say),
        SUPPORT_TEST(looks_at_names_of_files_first),
        SUPPORT_TEST(takes_the_face_that_is_drawn_for_the_size),
        SUPPORT_TEST(tells_paths_from_names),
        SUPPORT_TEST(obeys_the_permission_to_embed),
        SUPPORT_TEST(refuses_a_face_without_a_space),
        SUPPORT_TEST(tells_files_apart_by_their_bytes),
        SUPPORT_TEST(names_a_face_as_each_asks_for_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
