// SPDX-License-Identifier: MIT
#include "shape/font_check.h"

#include "base/limits.h"
#include "made_font.h"
#include "shape/font.h"
#include "shape/glyf_check.h"

#include <stdlib.h>

static void passes_the_bundled_faces(support *self) {
    const cv_font *const *fonts = support_faces(self);
    for (size_t i = 0; i < SUPPORT_FACES; i++) {
        cv_font_fault fault = {0};
        bool is_sound = cv_font_check(support_file(self, fonts[i]->file), 0, &fault);
        if (!is_sound) fail_msg("%s %s", fonts[i]->file, fault.text);
    }
}

// Where in the file the record of a table, or the table itself, begins.
static size_t find_record(cv_bytes file, const char *tag) {
    for (size_t at = 12; at < 12 + 16 * 30; at += 16)
        if (memcmp(file.data + at, tag, 4) == 0) return at;
    fail_msg("no table %s", tag);
    return 0;
}

static size_t find_table(cv_bytes file, const char *tag) {
    const unsigned char *at = file.data + find_record(file, tag) + 8;
    return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

static void says_what_is_wrong(support *self) {
    static const struct {
        const char *table; // NULL: the file
        bool is_record;
        size_t at;
        const char *bytes;
        size_t size;
        const char *fault;
    } cases[] = {
        {NULL, false, 0, "wOF2", 4, "is packed for the web (WOFF)"},
        {NULL, false, 0, "%!PS", 4, "is a Type 1 font"},
        {NULL, false, 0, "\x80", 1, "is a Type 1 font"},
        {NULL, false, 0, "<svg", 4, "is no font: neither TTF nor OTF nor TTC"},
        {NULL, false, 0, "ttcf", 4, "is a collection without a sound list of faces"},
        {NULL, false, 0, "ttcf\0\1\0\0\0\0\0\0", 12, "without a sound list of faces"},
        {NULL, false, 0, "ttcf\0\1\0\0\0\0\0\1\x7F\0\0\0", 16, "without a sound list of faces"},
        {NULL, false, 0, "ttcf\0\1\0\0\0\0\0\1\0\0\0\x20", 16, "without a sound list of faces"},
        {NULL, false, 4, "\0\0", 2, "has no tables, or more than 64"},
        {NULL, false, 4, "\0\x41", 2, "has no tables, or more than 64"},
        {"glyf", true, 0, "glyX", 4, "has no outlines of one colour"},
        {"glyf", true, 0, "CFF2", 4, "is a variable font with CFF outlines"},
        {"glyf", true, 0, "CFF ", 4, "has a table 'CFF ' that has no header of version 1"},
        {"cmap", true, 0, "cmaX", 4, "has no table 'cmap'"},
        {"loca", true, 0, "locX", 4, "has no table 'loca'"},
        {"loca", true, 0, "maxp", 4, "has a table 'maxp' that is there twice"},
        {"head", true, 8, "\x7F\0\0\0", 4, "has a table 'head' that does not lie inside the file"},
        {"head", true, 12, "\0\0\0\x20", 4, "has a table 'head' that is too short"},
        {"hhea", true, 12, "\0\0\0\x20", 4, "has a table 'hhea' that is too short"},
        {"maxp", true, 12, "\0\0\0\6", 4, "has a table 'maxp' that is too short"},
        {"hmtx", true, 8, "\0\0\2\0", 4, "overlaps another"},
        {"hmtx", true, 12, "\0\0\0\x10", 4, "has a table 'hmtx' that has too few widths"},
        {"head", false, 12, "\0\0\0\0", 4, "has a table 'head' that is no such table"},
        {"head", false, 0, "\0\2", 2, "has a table 'head' that is of another version than 1.0"},
        {"head", false, 18, "\0\xF", 2, "has other than 16 to 16384 units to an em"},
        {"head", false, 18, "\x40\1", 2, "has other than 16 to 16384 units to an em"},
        {"head", false, 50, "\0\2", 2, "has an unknown form of 'loca'"},
        {"maxp", false, 4, "\0\0", 2, "counts no glyphs"},
        {"maxp", false, 4, "\xFF\xFF", 2, "has a table 'hmtx' that has too few widths"},
        {"hhea", false, 34, "\0\0", 2, "counts no widths"},
        {"hhea", false, 34, "\xFF\xFF", 2, "more than there are glyphs"},
        {"loca", true, 12, "\0\0\0\x10", 4, "has fewer places than glyphs"},
        {"loca", false, 8, "\xFF\xFF\xFF\xFF", 4, "has glyphs outside it or in disorder"},
    };
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *copy = cv_copy(self->arena, (const char *)file.data, file.size);
        size_t at = cases[i].at;
        if (cases[i].table)
            at += cases[i].is_record ? find_record(file, cases[i].table)
                                     : find_table(file, cases[i].table);
        memcpy(copy + at, cases[i].bytes, cases[i].size);
        cv_font_fault fault = {0};
        assert_false(cv_font_check((cv_bytes){(unsigned char *)copy, file.size}, 0, &fault));
        support_contains(fault.text, cases[i].fault);
    }
}

static void refuses_files_beyond_the_limit(support *self) {
    size_t size = CV_LIMIT_FONT_BYTES;
    unsigned char *file = CV_NEW_ARRAY(self->arena, unsigned char, size + 1);
    cv_font_fault fault = {0};
    assert_false(cv_font_check((cv_bytes){file, size}, 0, &fault));
    assert_string_equal(fault.text, "is no font: neither TTF nor OTF nor TTC");
    assert_false(cv_font_check((cv_bytes){file, size + 1}, 0, &fault));
    assert_string_equal(fault.text, "is larger than 32 MiB");
}

// Tables that nobody looks into may lie in the same place, as those of some bitmaps do, but not
// across each other.
static void lets_tables_share_all_their_bytes(support *self) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    unsigned char *copy = (unsigned char *)cv_copy(self->arena, (const char *)file.data, file.size);
    unsigned char *first = copy + find_record(file, "fpgm"),
                  *second = copy + find_record(file, "prep");
    memcpy(second + 8, first + 8, 8); // place and size
    cv_font_fault fault = {0};
    assert_true(cv_font_check((cv_bytes){copy, file.size}, 0, &fault));
    second[15]--; // a byte less
    assert_false(cv_font_check((cv_bytes){copy, file.size}, 0, &fault));
    assert_string_equal(fault.text, "has a table 'prep' that overlaps another");
}

// Four glyphs without outlines, keyed by names, in the place of those of Lato.
static void counts_the_glyphs_of_a_program(support *self) {
    static const char program[] = "\1\0\4\1"       // header
                                  "\0\1\1\1\2A"    // names
                                  "\0\1\1\1\5"     // one Top DICT, of 4 bytes:
                                  "\x1C\0\x17\x11" // the glyphs are at 23
                                  "\0\0\0\0"       // no strings, no subroutines
                                  "\0\4\1\1\2\3\4\5\x0E\x0E\x0E\x0E";
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    made_table tables[] = {{"CFF ", {(const unsigned char *)program, sizeof program - 1}},
                           {"glyf", {(const unsigned char *)program, 0}}};
    cv_font_fault fault = {0};
    assert_false(cv_font_check(made_font(self, file, tables, 2), 0, &fault));
    assert_string_equal(fault.text, "has a table 'CFF ' that counts other glyphs than 'maxp'");
    unsigned char *maxp = made_copy(self, file, "maxp"), *hhea = made_copy(self, file, "hhea");
    made_put_16(maxp + 4, 4);
    made_put_16(hhea + 34, 4);
    made_table all[] = {tables[0],
                        tables[1],
                        {"maxp", {maxp, made_find(file, "maxp").size}},
                        {"hhea", {hhea, made_find(file, "hhea").size}},
                        {"loca", {(const unsigned char *)program, 0}}};
    // The places of the outlines that the program replaces are no part of it.
    assert_false(cv_font_check(made_font(self, file, all, 4), 0, &fault));
    assert_string_equal(fault.text, "has a table 'loca' that belongs to no table 'glyf'");
    bool is_sound = cv_font_check(made_font(self, file, all, 5), 0, &fault);
    if (!is_sound) fail_msg("it %s", fault.text);
}

static void notices_lists_that_end_early(support *self) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    cv_font_fault fault = {0};
    assert_false(cv_font_check((cv_bytes){file.data, 100}, 0, &fault));
    assert_string_equal(fault.text, "ends within its list of tables");
    static const unsigned char faces[40] = {'t', 't', 'c', 'f', 0, 1, 0, 0, 0, 0, 0, 9};
    assert_false(cv_font_check((cv_bytes){faces, sizeof faces}, 0, &fault));
    assert_string_equal(fault.text, "is a collection without a sound list of faces");
}

static void knows_what_apple_calls_a_face(support *self) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    char *copy = cv_copy(self->arena, (const char *)file.data, file.size);
    memcpy(copy, "true", 4);
    cv_font_fault fault;
    assert_true(cv_font_check((cv_bytes){(unsigned char *)copy, file.size}, 0, &fault));
}

static void knows_the_faces_of_a_collection(support *self) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    cv_font_fault fault;
    assert_false(cv_font_check(file, 1, &fault));
    assert_string_equal(fault.text, "is no collection: it has a single face, #0");
    static const char header[] = "ttcf\0\1\0\0\0\0\0\2\0\0\0\x14\0\0\0\x14";
    char *both = (char *)CV_NEW_ARRAY(self->arena, unsigned char, file.size + 20);
    memcpy(both, header, 20);
    memcpy(both + 20, file.data, file.size);
    for (size_t at = 20 + 12; at < 20 + 12 + 16 * (size_t)file.data[5]; at += 16) {
        uint32_t offset = 0;
        for (int i = 0; i < 4; i++) offset = offset << 8 | (unsigned char)both[at + 8 + (size_t)i];
        offset += 20;
        for (int i = 0; i < 4; i++) both[at + 8 + (size_t)i] = (char)(offset >> (24 - 8 * i));
    }
    cv_bytes collection = {(unsigned char *)both, file.size + 20};
    assert_true(cv_font_check(collection, 1, &fault));
    assert_false(cv_font_check(collection, 2, &fault));
    assert_string_equal(fault.text, "is a collection of 2 faces, #0 to #1");
    cv_font *font =
        cv_font_open(&(cv_font_name){.family = "Lato", .file = "both.ttc", .index = 1}, collection);
    assert_non_null(font);
    assert_int_not_equal(cv_font_glyph(font, 'a'), 0);
    cv_font_close(font);
}

static const char *check_glyphs(cv_bytes glyf, cv_bytes loca, uint32_t count) {
    bool lacks_memory = false;
    const char *fault = cv_glyf_check(glyf, loca, true, count, &lacks_memory);
    assert_false(lacks_memory);
    return fault;
}

// Glyph 0 has an outline; each of the others is made of two of the one before it.
static const char *check_tower(unsigned count, unsigned parts) {
    unsigned char glyf[4096] = {0}, loca[4 * 64] = {0};
    size_t at = 12;
    glyf[1] = 1; // a contour
    loca[7] = 12;
    for (unsigned i = 1; i < count; i++) {
        glyf[at] = 0xFF; // -1 contours: it is made of others
        glyf[at + 1] = 0xFF;
        at += 10;
        for (unsigned j = 0; j < parts; j++, at += 6) {
            glyf[at + 1] = j + 1 < parts ? 0x20 : 0;
            glyf[at + 3] = (unsigned char)(i - 1);
        }
        loca[4 * i + 6] = (unsigned char)(at >> 8);
        loca[4 * i + 7] = (unsigned char)at;
    }
    return check_glyphs((cv_bytes){glyf, sizeof glyf}, (cv_bytes){loca, sizeof loca}, count);
}

static void bounds_what_glyphs_are_made_of(support *self) {
    (void)self;
    assert_null(check_tower(17, 1));
    assert_string_equal(check_tower(18, 1), "has glyphs made of glyphs more than 16 deep");
    assert_null(check_tower(9, 2)); // 256 parts
    assert_string_equal(check_tower(10, 2), "has a glyph of more than 256 parts");
    unsigned char itself[16] = {0xFF, 0xFF}, loca[8] = {0, 0, 0, 0, 0, 0, 0, 16};
    assert_string_equal(check_glyphs((cv_bytes){itself, 16}, (cv_bytes){loca, 8}, 1),
                        "has glyphs made of glyphs more than 16 deep");
    itself[13] = 1;
    assert_string_equal(check_glyphs((cv_bytes){itself, 16}, (cv_bytes){loca, 8}, 1),
                        "has a glyph made of one that does not exist");
    loca[7] = 12;
    assert_string_equal(check_glyphs((cv_bytes){itself, 12}, (cv_bytes){loca, 8}, 1),
                        "has a glyph that ends within its components");
}

// Whatever is cut off or changed, it is told, or HarfBuzz can open what is left.
static void survives_cuts_and_changes(support *self) {
    cv_bytes file = support_file(self, "fonts/jetbrainsmono/JetBrainsMono-Regular.ttf");
    uint32_t seed = 20241124;
    for (int i = 0; i < 300; i++) {
        size_t size = i % 3 ? file.size : support_random(&seed, (uint32_t)file.size);
        unsigned char *copy = malloc(size ? size : 1);
        memcpy(copy, file.data, size);
        for (int j = 0; j < 3 && size > 1000; j++) {
            uint32_t reach = i % 3 == 1 ? 12 + 16u * file.data[5] : (uint32_t)size;
            copy[support_random(&seed, reach)] = (unsigned char)support_random(&seed, 256);
        }
        cv_font_fault fault;
        if (cv_font_check((cv_bytes){copy, size}, 0, &fault))
            cv_font_close(
                cv_font_open(&(cv_font_name){.family = "x", .file = "x"}, (cv_bytes){copy, size}));
        free(copy);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(passes_the_bundled_faces),
        SUPPORT_TEST(says_what_is_wrong),
        SUPPORT_TEST(refuses_files_beyond_the_limit),
        SUPPORT_TEST(lets_tables_share_all_their_bytes),
        SUPPORT_TEST(counts_the_glyphs_of_a_program),
        SUPPORT_TEST(notices_lists_that_end_early),
        SUPPORT_TEST(knows_what_apple_calls_a_face),
        SUPPORT_TEST(knows_the_faces_of_a_collection),
        SUPPORT_TEST(bounds_what_glyphs_are_made_of),
        SUPPORT_TEST(survives_cuts_and_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
