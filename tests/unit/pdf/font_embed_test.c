// SPDX-License-Identifier: MIT
#include "pdf/fixture.h"

static cv_mark start(fixture *made, support *self) {
    fixture_init(made, self);
    fixture_page(made);
    return fixture_element(made, CV_TAG_DOCUMENT, CV_ARTIFACT);
}

static const char *text_map(fixture *self) {
    return fixture_stream(self, fixture_reference(fixture_write(self), "/ToUnicode "), NULL);
}

// The glyph of 'x' once for each text.
static void add_texts(fixture *made, cv_mark mark, const char *const *texts, size_t count) {
    cv_arena *arena = made->support->arena;
    cv_glyph *glyphs = CV_NEW_ARRAY(arena, cv_glyph, count);
    cv_item *item = fixture_text(made, FIXTURE_MONO, mark, 50, 100, "x");
    for (size_t i = 0; i < count; i++) {
        glyphs[i] = item->as.glyphs.glyph[0];
        glyphs[i].text = texts[i];
        glyphs[i].text_size = (uint32_t)strlen(texts[i]);
    }
    item->as.glyphs.glyph = glyphs;
    item->as.glyphs.count = (uint32_t)count;
}

static void gives_every_code_its_exact_text(support *self) {
    fixture made;
    static const char *const texts[] = {
        "A",
        "é",
        " ",
        "\xC2\xA0",         // no-break space
        "\xE2\x80\xAF",     // narrow no-break space
        "ffi",              // a ligature
        "\xF0\x9D\x94\xB8", // U+1D538
        "",                 // continues the glyph before
        "A",                // again
    };
    add_texts(&made, start(&made, self), texts, sizeof texts / sizeof *texts);
    const char *map = text_map(&made);
    support_contains(map, "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
                          "8 beginbfchar\n"
                          "<0001> <0041>\n"
                          "<0002> <00E9>\n"
                          "<0003> <0020>\n"
                          "<0004> <0020>\n"
                          "<0005> <0020>\n"
                          "<0006> <006600660069>\n"
                          "<0007> <D835DD38>\n"
                          "<0008> <2060>\n"
                          "endbfchar\n");
}

static void makes_two_codes_of_one_glyph_with_two_texts(support *self) {
    fixture made;
    static const char *const hyphens[] = {"-", "\xE2\x80\x91"}; // U+2011 does not break
    add_texts(&made, start(&made, self), hyphens, 2);
    support_contains(text_map(&made), "<0001> <002D>\n<0002> <2011>\n");
    size_t size;
    unsigned number = fixture_reference(fixture_write(&made), "/CIDToGIDMap ");
    const char *map = fixture_stream(&made, number, &size);
    assert_int_equal(size, 6); // codes 0, 1 and 2
    assert_memory_equal(map, "\0\0\0\1\0\1", 6);
}

static void splits_long_maps_into_blocks(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_text_builder text = {.arena = self->arena};
    for (uint32_t c = 'A'; c <= 'Z'; c++) cv_text_add_code_point(&text, c);
    for (uint32_t c = 'a'; c <= 'z'; c++) cv_text_add_code_point(&text, c);
    for (uint32_t c = 0xC0; c <= 0xFF; c++) cv_text_add_code_point(&text, c);
    fixture_text(&made, FIXTURE_MONO, document, 50, 100, cv_text_string(&text));
    const char *map = text_map(&made);
    support_contains(map, "\n100 beginbfchar\n<0001> ");
    support_contains(map, "endbfchar\n16 beginbfchar\n<0065> ");
}

static void states_the_advances_of_the_font(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    fixture_text(&made, FIXTURE_MONO, document, 50, 100, "ab");
    support_contains(fixture_write(&made), "/W[1[600 600]]");
}

static void describes_the_face_it_embeds(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    fixture_text(&made, FIXTURE_BOLD, document, 50, 100, "H");
    const char *file = fixture_write(&made);
    const char *name = strstr(file, "/FontName/");
    assert_non_null(name);
    for (int i = 10; i < 16; i++) assert_in_range(name[i], 'A', 'Z');
    assert_memory_equal(name + 16, "+Lato-Bold/Flags 4/FontBBox[", 28);
    support_contains(name, "/ItalicAngle 0/Ascent ");
    support_contains(name, "/FontFile2 ");
    support_contains(file, "/Subtype/Type0/BaseFont/");
    support_contains(file, "/Encoding/Identity-H/DescendantFonts[");
    size_t size;
    const char *subset = fixture_stream(&made, fixture_reference(name, "/FontFile2 "), &size);
    assert_in_range(size, 200, 4000); // one glyph and .notdef
    assert_memory_equal(subset, "\0\1\0\0", 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(gives_every_code_its_exact_text),
        SUPPORT_TEST(makes_two_codes_of_one_glyph_with_two_texts),
        SUPPORT_TEST(splits_long_maps_into_blocks),
        SUPPORT_TEST(states_the_advances_of_the_font),
        SUPPORT_TEST(describes_the_face_it_embeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
