// SPDX-License-Identifier: MIT
#include "shape/font.h"

#include "made_font.h"

static cv_font *open_copy(support *self, unsigned char **bytes, size_t size) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    if (size > file.size) size = file.size;
    *bytes = (unsigned char *)cv_copy(self->arena, (const char *)file.data, size);
    return cv_font_open(
        &(cv_font_name){.family = "Lato", .face = CV_FACE_REGULAR, .file = "Lato-Regular.ttf"},
        (cv_bytes){*bytes, size});
}

// The first byte of a table of the font file in `bytes`.
static unsigned char *find_table(unsigned char *bytes, const char *tag) {
    unsigned count = (unsigned)bytes[4] << 8 | bytes[5];
    for (unsigned i = 0; i < count; i++) {
        const unsigned char *entry = bytes + 12 + 16 * i;
        if (memcmp(entry, tag, 4) != 0) continue;
        return bytes + ((size_t)entry[8] << 24 | (size_t)entry[9] << 16 | (size_t)entry[10] << 8 |
                        entry[11]);
    }
    fail_msg("no table %s", tag);
    return NULL;
}

static void reads_the_metrics_of_the_bundled_faces(support *self) {
    static const struct {
        int index; // in support_faces()
        const char *name;
        int units_per_em, cap_height, angle;
        bool is_fixed_pitch;
    } cases[] = {
        {0, "Lato-Regular", 2000, 1433, 0, false},
        {1, "Lato-Bold", 2000, 1446, 0, false},
        {2, "Lato-Italic", 2000, 1433, -7, false},
        {8, "JetBrainsMono-Regular", 1000, 730, 0, true},
    };
    const cv_font *const *fonts = support_faces(self);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cv_font *font = fonts[cases[i].index];
        assert_string_equal(font->postscript_name, cases[i].name);
        assert_int_equal(font->units_per_em, cases[i].units_per_em);
        assert_int_equal(font->cap_height, cases[i].cap_height);
        assert_int_equal(font->italic_angle / 65536, cases[i].angle);
        assert_int_equal(font->is_fixed_pitch, cases[i].is_fixed_pitch);
        assert_true(font->ascent > font->cap_height && font->descent < 0);
        assert_true(font->x_height > 0 && font->x_height < font->cap_height);
        assert_true(font->box_left < font->box_right && font->box_bottom < font->box_top);
        assert_true(font->may_embed && font->may_subset);
    }
    assert_true(fonts[1]->stem_v > fonts[0]->stem_v);
}

static void finds_glyphs_and_scales_units(support *self) {
    const cv_font *font = support_faces(self)[0];
    assert_int_not_equal(cv_font_glyph(font, 'A'), 0);
    assert_int_not_equal(cv_font_glyph(font, 'A'), cv_font_glyph(font, 'B'));
    assert_int_equal(cv_font_glyph(font, 0xE000), 0);
    assert_int_equal(cv_font_scale(font, 1000, 10 * CV_POINT), 5 * CV_POINT);
    assert_int_equal(cv_font_scale(font, -1, 10 * CV_POINT), -328); // -327.68, rounded
}

static void obeys_the_embedding_permission(support *self) {
    static const struct {
        unsigned usage; // OS/2 fsType
        bool may_embed, may_subset;
    } cases[] = {
        {0x0000, true, true},  // installable
        {0x0002, false, true}, // restricted
        {0x0004, true, true},  // preview and print
        {0x0008, true, true},  // editable
        {0x000A, true, true},  // the least restrictive bit counts
        {0x0104, true, false}, // no subsetting
        {0x0204, false, true}, // bitmaps only
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned char *bytes;
        cv_font_close(open_copy(self, &bytes, SIZE_MAX));
        unsigned char *usage = find_table(bytes, "OS/2") + 8;
        usage[0] = (unsigned char)(cases[i].usage >> 8);
        usage[1] = (unsigned char)cases[i].usage;
        cv_font *font = cv_font_open(
            &(cv_font_name){.family = "Lato", .face = CV_FACE_REGULAR, .file = "x.ttf"},
            (cv_bytes){bytes, support_file(self, "fonts/lato/Lato-Regular.ttf").size});
        assert_non_null(font);
        assert_int_equal(font->may_embed, cases[i].may_embed);
        assert_int_equal(font->may_subset, cases[i].may_subset);
        cv_font_close(font);
    }
}

static void names_a_face_after_its_family_where_its_own_name_is_none(support *self) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    unsigned char *bytes =
        (unsigned char *)cv_copy(self->arena, (const char *)file.data, file.size);
    memset(find_table(bytes, "name"), 0, 6); // no records
    cv_font *font = cv_font_open(
        &(cv_font_name){.family = "Lato (new) #1", .face = CV_FACE_BOLD, .file = "x.ttf"},
        (cv_bytes){bytes, file.size});
    assert_non_null(font);
    assert_string_equal(font->postscript_name, "Latonew1-Bold");
    cv_font_close(font);
}

static void refuses_what_is_no_font(support *self) {
    static const size_t sizes[] = {0, 1, 4, 12, 100, 300};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        unsigned char *bytes;
        assert_null(open_copy(self, &bytes, sizes[i]));
    }
    cv_font_close(NULL);
}

// Whatever the damage, opening ends and reads nothing outside: the sanitizers watch.
static void survives_damage(support *self) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    unsigned char *bytes =
        (unsigned char *)cv_copy(self->arena, (const char *)file.data, file.size);
    uint32_t seed = 1;
    for (int i = 0; i < 200; i++) {
        size_t at = support_random(&seed, 12 + 16 * 20); // mostly the table directory
        unsigned char old = bytes[at];
        bytes[at] = (unsigned char)support_random(&seed, 256);
        cv_font_close(
            cv_font_open(&(cv_font_name){.family = "Lato", .face = CV_FACE_REGULAR, .file = "x"},
                         (cv_bytes){bytes, file.size}));
        bytes[at] = old;
    }
}

static void knows_which_languages_it_shapes_in_their_own_way(support *self) {
    const cv_font *lato = support_faces(self)[0];
    assert_false(cv_font_heeds_language(lato, "en"));
    assert_false(cv_font_heeds_language(lato, "de-AT"));
    assert_true(cv_font_heeds_language(lato, "ro"));
    assert_true(cv_font_heeds_language(lato, "tr-TR"));
    assert_true(cv_font_heeds_language(lato, "en-x-hbscdeva")); // a script, to HarfBuzz
}

// Lato without the outline of "x", beside a table that may have pictures.
static const cv_font *open_colored(support *self, const char *tag) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    unsigned char *places = made_copy(self, file, "loca");
    uint32_t x = cv_font_glyph(support_faces(self)[0], 'x');
    bool is_long = made_16(made_find(file, "head").data + 50);
    size_t size = is_long ? 4 : 2;
    memcpy(places + size * (x + 1), places + size * x, size);
    made_table tables[] = {{"loca", {places, made_find(file, "loca").size}},
                           {tag, support_bytes("\0\0\0\1, which nobody reads")}};
    tables[1].bytes.size = 12;
    return made_open(self, made_font(self, file, tables, 2));
}

static void has_no_glyph_that_is_drawn_in_colours_alone(support *self) {
    static const char *const tags[] = {"COLR", "CBDT", "SVG ", "sbix"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        const cv_font *font = open_colored(self, tags[i]);
        assert_true(font->has_colors);
        assert_int_equal(cv_font_glyph(font, 'x'), 0);
        assert_int_not_equal(cv_font_glyph(font, 'a'), 0);
        assert_int_not_equal(cv_font_glyph(font, ' '), 0);
        assert_int_not_equal(cv_font_glyph(font, 0xA0), 0);
        assert_int_not_equal(cv_font_advance(font, cv_font_glyph(font, 'a')), 0);
    }
    const cv_font *plain = open_colored(self, "priv");
    assert_false(plain->has_colors);
    assert_int_not_equal(cv_font_glyph(plain, 'x'), 0); // what is blank is meant to be
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(reads_the_metrics_of_the_bundled_faces),
        SUPPORT_TEST(knows_which_languages_it_shapes_in_their_own_way),
        SUPPORT_TEST(finds_glyphs_and_scales_units),
        SUPPORT_TEST(obeys_the_embedding_permission),
        SUPPORT_TEST(names_a_face_after_its_family_where_its_own_name_is_none),
        SUPPORT_TEST(refuses_what_is_no_font),
        SUPPORT_TEST(survives_damage),
        SUPPORT_TEST(has_no_glyph_that_is_drawn_in_colours_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
