// SPDX-License-Identifier: MIT
#include "shape/font_stated.h"

#include "made_font.h"

// The bytes are the file; of its end some may be cut off.
static bool peek(const cv_font_glance *self, size_t offset, unsigned char *bytes, size_t size) {
    const cv_bytes *file = self->files;
    if (offset > file->size || size > file->size - offset) return false;
    memcpy(bytes, file->data + offset, size);
    return true;
}

static cv_stated_faces look_at(support *self, cv_bytes *file) {
    cv_font_glance glance = {peek, "made.ttf", file};
    return cv_font_stated(&glance, self->arena);
}

static void reads_families_and_styles(support *self) {
    static const struct {
        const char *file, *family, *styled;
        unsigned face;
    } cases[] = {
        {"fonts/lato/Lato-Regular.ttf", "Lato", NULL, CV_FACE_REGULAR},
        {"fonts/lato/Lato-BoldItalic.ttf", "Lato", NULL, CV_FACE_BOLD_ITALIC},
        {"fonts/gentiumplus/GentiumPlus-Italic.ttf", "Gentium Plus", NULL, CV_FACE_ITALIC},
        {"fonts/jetbrainsmono/JetBrainsMono-Bold.ttf", "JetBrains Mono", NULL, CV_FACE_BOLD},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_bytes file = support_file(self, cases[i].file);
        cv_stated_faces faces = look_at(self, &file);
        assert_int_equal(faces.count, 1);
        assert_string_equal(faces.items[0].family, cases[i].family);
        assert_int_equal(faces.items[0].face, cases[i].face);
        assert_true(cv_font_states(&faces, cases[i].family));
        assert_false(cv_font_states(&faces, "Latoo"));
    }
}

typedef struct name_record {
    unsigned platform, encoding, language, id;
    const char *bytes;
    unsigned size;
} name_record;

static cv_bytes make_names(support *self, const name_record *records, unsigned count) {
    unsigned char *table = CV_NEW_ARRAY(self->arena, unsigned char, 4096);
    size_t storage = 6 + 12 * (size_t)count, used = 0;
    made_put_16(table + 2, count);
    made_put_16(table + 4, (unsigned)storage);
    for (unsigned i = 0; i < count; i++) {
        unsigned char *at = table + 6 + 12 * (size_t)i;
        const unsigned fields[] = {records[i].platform, records[i].encoding, records[i].language,
                                   records[i].id,       records[i].size,     (unsigned)used};
        for (int j = 0; j < 6; j++) made_put_16(at + 2 * j, fields[j]);
        memcpy(table + storage + used, records[i].bytes, records[i].size);
        used += records[i].size;
    }
    return (cv_bytes){table, storage + used};
}

static void prefers_the_family_of_all_weights_in_english(support *self) {
    static const struct {
        name_record records[3];
        unsigned count;
        const char *family, *styled; // NULL: none
    } cases[] = {
        {{{3, 1, 0x409, 1, "\0A\0 \0L", 6}, {3, 1, 0x409, 16, "\0A", 2}}, 2, "A", "A L"},
        {{{3, 1, 0x409, 1, "\0A\x20\x2E", 4}}, 1, NULL, NULL}, // turns what follows
        {{{1, 0, 0, 1, "Mac", 3}, {3, 1, 0x409, 1, "\0W", 2}}, 2, "W", NULL},
        {{{1, 0, 0, 1, "Mac", 3}, {3, 1, 0x407, 1, "\0D", 2}}, 2, "Mac", NULL},
        {{{3, 10, 0x409, 1, "\xD8\x35\xDC\x00", 4}}, 1, "\xF0\x9D\x90\x80", NULL},
        {{{3, 1, 0x409, 1, "\xDC\x00", 2}}, 1, NULL, NULL}, // half a character
        {{{3, 1, 0x409, 1, "\0\x1B", 2}}, 1, NULL, NULL},   // no text
        {{{3, 0, 0x409, 1, "\0S", 2}}, 1, "S", NULL},       // of a font of symbols
        {{{3, 3, 0x409, 1, "\0A", 2}}, 1, NULL, NULL},      // Chinese of its own code
        {{{1, 1, 0, 1, "A", 1}}, 1, NULL, NULL},            // Japanese
        {{{1, 0, 1, 1, "A", 1}}, 1, NULL, NULL},            // French
        {{{1, 0, 0, 1, "A\n", 2}}, 1, NULL, NULL},
        {{{3, 1, 0x409, 1, "\0A\xD8\x35", 4}}, 1, NULL, NULL}, // half a character at the end
        {{{3, 1, 0x409, 1, "\0\x7F", 2}}, 1, NULL, NULL},
        {{{1, 0, 0, 1, "M\x8A", 2}}, 1, NULL, NULL},   // Roman, beyond ASCII
        {{{3, 1, 0x409, 4, "\0A", 2}}, 1, NULL, NULL}, // the whole name only
        {{{0, 3, 0, 1, "\0A", 2}}, 1, NULL, NULL},     // of no language
    };
    cv_bytes lato = support_file(self, "fonts/lato/Lato-Regular.ttf");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_table table = {"name", make_names(self, cases[i].records, cases[i].count)};
        cv_bytes file = made_font(self, lato, &table, 1);
        cv_stated_faces faces = look_at(self, &file);
        assert_int_equal(faces.count, cases[i].family != NULL);
        if (!cases[i].family) continue;
        assert_string_equal(faces.items[0].family, cases[i].family);
        assert_true(cv_equal(faces.items[0].styled, cases[i].styled));
        assert_true(!cases[i].styled || cv_font_states(&faces, cases[i].styled));
        // The same as the opened font says, or the search would find what it then drops.
        assert_true(cv_font_is_of_family(made_open(self, file), cases[i].family));
    }
}

// The tables keep their places; the directory is at the end, twice. The third face is the first.
static void reads_the_faces_of_a_collection(support *self) {
    cv_bytes lato = support_file(self, "fonts/lato/Lato-Italic.ttf");
    size_t directory = 12 + 16 * (size_t)made_16(lato.data + 4);
    unsigned char *bytes = CV_NEW_ARRAY(self->arena, unsigned char, lato.size + 2 * directory);
    memcpy(bytes, lato.data, lato.size);
    memcpy(bytes + lato.size, lato.data, directory);
    memcpy(bytes + lato.size + directory, lato.data, directory);
    memcpy(bytes, "ttcf\0\1\0\0\0\0\0\3", 12);
    for (size_t i = 0; i < 3; i++) {
        size_t place = lato.size + i % 2 * directory;
        made_put_16(bytes + 12 + 4 * i, (unsigned)(place >> 16));
        made_put_16(bytes + 14 + 4 * i, (unsigned)(place & 0xFFFF));
    }
    cv_bytes file = {bytes, lato.size + 2 * directory};
    cv_stated_faces faces = look_at(self, &file);
    assert_int_equal(faces.count, 2);
    assert_string_equal(faces.items[1].family, "Lato");
    assert_int_equal(faces.items[1].face, CV_FACE_ITALIC);
}

static void states_nothing_of_what_does_not_hold_together(support *self) {
    cv_bytes whole = support_file(self, "fonts/lato/Lato-Regular.ttf");
    cv_bytes names = made_find(whole, "name");
    size_t end = (size_t)(names.data - whole.data) + names.size;
    for (size_t size = 0; size < end; size += size < 400 ? 1 : 997) {
        cv_bytes file = {whole.data, size};
        cv_stated_faces faces = look_at(self, &file);
        assert_true(faces.count <= 1); // a name may lie before the cut
    }
    static const struct {
        unsigned at, value; // of 'name'
        size_t faces;
    } damages[] = {{2, 0xFFFF, 0}, {4, 0xFFFF, 0}, {2, 1024, 1}}; // the last has names all the same
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        unsigned char *table = made_copy(self, whole, "name");
        made_put_16(table + damages[i].at, damages[i].value);
        made_table change = {"name", {table, names.size}};
        cv_bytes file = made_font(self, whole, &change, 1);
        assert_int_equal(look_at(self, &file).count, damages[i].faces);
    }
    unsigned char many[12] = {0, 1, 0, 0, 0xFF, 0xFF};
    cv_bytes file = {many, sizeof many};
    assert_int_equal(look_at(self, &file).count, 0);
}

// A record of a name may point anywhere.
static void reads_no_name_from_elsewhere(support *self) {
    cv_bytes lato = support_file(self, "fonts/lato/Lato-Regular.ttf");
    static const struct {
        unsigned size, offset;
    } places[] = {{2, 3}, {4, 0}, {0, 0}, {0xFFFF, 0}, {2, 0xFFFF}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const name_record record = {3, 1, 0x409, 1, "\0A", 2};
        cv_bytes names = make_names(self, &record, 1);
        made_put_16((unsigned char *)names.data + 6 + 8, places[i].size);
        made_put_16((unsigned char *)names.data + 6 + 10, places[i].offset);
        made_table table = {"name", names};
        cv_bytes file = made_font(self, lato, &table, 1);
        assert_int_equal(look_at(self, &file).count, 0);
    }
}

static void takes_a_face_without_style_for_a_regular_one(support *self) {
    cv_bytes lato = support_file(self, "fonts/lato/Lato-BoldItalic.ttf");
    static const unsigned char nothing[4] = {0};
    const made_table tables[] = {{"OS/2", {nothing, sizeof nothing}},
                                 {"post", {nothing, sizeof nothing}}};
    cv_bytes file = made_font(self, lato, tables, 2);
    cv_stated_faces faces = look_at(self, &file);
    assert_int_equal(faces.count, 1);
    assert_int_equal(faces.items[0].face, CV_FACE_REGULAR);
    unsigned char many[16] = "ttcf\0\1\0\0\0\0\0";
    many[11] = 9; // faces, of which the list is cut off
    file = (cv_bytes){many, sizeof many};
    assert_int_equal(look_at(self, &file).count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(reads_families_and_styles),
        SUPPORT_TEST(prefers_the_family_of_all_weights_in_english),
        SUPPORT_TEST(reads_the_faces_of_a_collection),
        SUPPORT_TEST(reads_no_name_from_elsewhere),
        SUPPORT_TEST(takes_a_face_without_style_for_a_regular_one),
        SUPPORT_TEST(states_nothing_of_what_does_not_hold_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
