// SPDX-License-Identifier: MIT
#include "made_font.h"
#include "pdf/fixture.h"

static cv_mark start(fixture *made, support *self) {
    fixture_init(made, self);
    fixture_page(made);
    return fixture_element(made, CV_TAG_DOCUMENT, CV_ARTIFACT);
}

// The glyph of 'x' once for each text, which returns the glyphs.
static cv_glyph *add_texts(fixture *made, cv_mark mark, const char *const *texts, size_t count) {
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
    return glyphs;
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
        "\xEF\xBB\xBF",     // U+FEFF, an old word joiner
        "A",                // again
    };
    add_texts(&made, start(&made, self), texts, sizeof texts / sizeof *texts);
    const char *map = fixture_text_map(&made);
    support_contains(map, "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
                          "9 beginbfchar\n"
                          "<0001> <0041>\n"
                          "<0002> <00E9>\n"
                          "<0003> <0020>\n"
                          "<0004> <0020>\n"
                          "<0005> <0020>\n"
                          "<0006> <006600660069>\n"
                          "<0007> <D835DD38>\n"
                          "<0008> <2060>\n"
                          "<0009> <2060>\n"
                          "endbfchar\n");
}

static void makes_two_codes_of_one_glyph_with_two_texts(support *self) {
    fixture made;
    static const char *const hyphens[] = {"-", "\xE2\x80\x91"}; // U+2011 does not break
    add_texts(&made, start(&made, self), hyphens, 2);
    support_contains(fixture_text_map(&made), "<0001> <002D>\n<0002> <2011>\n");
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
    const char *map = fixture_text_map(&made);
    support_contains(map, "\n100 beginbfchar\n<0001> ");
    support_contains(map, "endbfchar\n16 beginbfchar\n<0065> ");
}

static const char **number_texts(support *self, size_t count) {
    const char **texts = CV_NEW_ARRAY(self->arena, const char *, count);
    for (size_t i = 0; i < count; i++) texts[i] = cv_format(self->arena, "%zu", i);
    return texts;
}

static void finds_each_of_many_codes_again(support *self) {
    enum { COUNT = 600 };
    fixture made;
    cv_mark document = start(&made, self);
    const char **texts = number_texts(self, COUNT);
    add_texts(&made, document, texts, COUNT);
    add_texts(&made, document, texts, COUNT);
    cv_text_builder line = {.arena = self->arena};
    cv_text_add_string(&line, "Tm [<");
    for (unsigned i = 1; i <= COUNT; i++) cv_text_add(&line, "%04X", i);
    cv_text_add_string(&line, ">] TJ\n");
    const char *content = fixture_content(&made, 0);
    const char *first = strstr(content, cv_text_string(&line));
    assert_non_null(first);
    support_contains(first + 1, cv_text_string(&line));
    const char *map = fixture_text_map(&made);
    support_contains(map, "<0001> <0030>\n<0002> <0031>\n");
    support_contains(map, "<0258> <003500390039>\n"); // 600: "599"
    assert_null(strstr(map, "<0259>"));
}

static void refuses_more_codes_than_two_bytes_have(support *self) {
    enum { MOST = 65535 };
    fixture made;
    cv_glyph *glyphs = add_texts(&made, start(&made, self), number_texts(self, MOST + 1), MOST + 1);
    for (size_t i = 0; i <= MOST; i++) glyphs[i].advance = 0; // no page is so wide
    made.display.pages.items[0].items.items[0].as.glyphs.count--;
    assert_non_null(fixture_try(&made).data);
    made.display.pages.items[0].items.items[0].as.glyphs.count++;
    assert_null(fixture_try(&made).data);
    assert_ptr_equal(made.unusable.font, made.fonts[FIXTURE_MONO]);
    assert_string_equal(made.unusable.reason,
                        "is asked for more than 65535 glyphs and texts of them");
}

// Letters and marks as one cluster, the second glyph at these offsets.
static cv_glyph *add_cluster(fixture *made, cv_mark mark, const char *text, cv_length x,
                             cv_length y) {
    cv_glyph *glyphs = fixture_cluster(made, fixture_text(made, FIXTURE_MONO, mark, 50, 100, text));
    glyphs[1].x_offset = x;
    glyphs[1].y_offset = y;
    return glyphs;
}

static void tells_clusters_apart_by_their_parts(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    add_cluster(&made, document, "ab", 0, 0);
    add_cluster(&made, document, "ab", 0, 0);                   // again
    add_cluster(&made, document, "ab", CV_POINT, 0);            // at another place
    add_cluster(&made, document, "abc", 0, 0)[2].text_size = 0; // of more parts
    fixture_text(&made, FIXTURE_MONO, document, 50, 100, "a");  // no cluster
    add_cluster(&made, document, "ad", 0, 0);                   // with another text
    add_cluster(&made, document, "ae", 0, 0)[1].text = "d";     // of another part
    static const char *const shown[] = {"0001", "0001", "0002", "0003", "0004", "0005", "0006"};
    const char *content = fixture_content(&made, 0);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        content = strstr(content, "[<");
        assert_non_null(content);
        assert_memory_equal(content + 2, shown[i], 4);
        content++;
    }
    support_contains(fixture_text_map(&made), "<0001> <00610062>\n"
                                              "<0002> <00610062>\n"
                                              "<0003> <00610062>\n"
                                              "<0004> <0061>\n"
                                              "<0005> <00610064>\n"
                                              "<0006> <00610064>\n"
                                              "endbfchar");
}

// The bytes of the glyph of a code in the font that the file has.
static cv_bytes embedded_glyph(fixture *made, unsigned code) {
    const char *file = fixture_write(made);
    const unsigned char *map =
        (const unsigned char *)fixture_stream(made, fixture_reference(file, "/CIDToGIDMap "), NULL);
    unsigned glyph = made_16(map + 2 * (size_t)code);
    size_t size;
    unsigned number = fixture_reference(file, "/FontFile2 ");
    cv_bytes font = {(const unsigned char *)fixture_stream(made, number, &size), 0};
    font.size = size;
    cv_bytes outlines = made_find(font, "glyf"), places = made_find(font, "loca");
    assert_int_equal(made_16(made_find(font, "head").data + 50), 0); // places in words
    size_t begin = 2 * (size_t)made_16(places.data + 2 * (size_t)glyph);
    size_t end = 2 * (size_t)made_16(places.data + 2 * (size_t)glyph + 2);
    return (cv_bytes){outlines.data + begin, end - begin};
}

static void places_parts_to_the_nearest_unit(support *self) {
    static const struct {
        cv_length x, y;
        int units_x, units_y; // JetBrains Mono has 1000 to an em, which is 10 pt
    } cases[] = {
        {-7 * CV_POINT, -CV_POINT, -100, -100},
        {0, 2 * CV_POINT, 600, 200},
        {CV_POINT / 2, 983, 650, 1}, // 1.4999 units
        {CV_POINT / 2, 984, 650, 2}, // 1.5015
        {CV_POINT / 2, -983, 650, -1},
        {CV_POINT / 2, -984, 650, -2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture made;
        add_cluster(&made, start(&made, self), "ab", cases[i].x, cases[i].y);
        cv_bytes glyph = embedded_glyph(&made, 1);
        assert_true(glyph.size >= 10 + 2 * 8);
        const unsigned char *second = glyph.data + 10 + 8;
        assert_int_equal(made_16(glyph.data), 0xFFFF);      // made of others
        assert_int_equal(made_16(second) & 0x0001, 0x0001); // placed by words
        assert_int_equal((int16_t)made_16(second + 4), cases[i].units_x);
        assert_int_equal((int16_t)made_16(second + 6), cases[i].units_y);
    }
}

// A part is placed by 16 bits, and a glyph is no wider.
static void leaves_clusters_apart_that_are_too_large_for_a_glyph(support *self) {
    static const struct {
        int x, y; // in points
        const char *shown;
    } cases[] = {
        {310, 0, "[<0001>"},
        {320, 0, "[<0001>-32000<0002>] TJ\n"}, // its right side
        {330, 0, "[<0001>-33000<0002>] TJ\n"},
        {-340, 0, "[<0001>34000<0002>] TJ\n"},
        {0, 320, "[<0001>"},
        {0, 330, "[<0001>] TJ 330 Ts [<0002>] TJ 0 Ts\n"},
        {0, -330, "[<0001>] TJ -330 Ts [<0002>] TJ 0 Ts\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture made;
        add_cluster(&made, start(&made, self), "ab", cases[i].x * CV_POINT, cases[i].y * CV_POINT);
        support_contains(fixture_content(&made, 0), cases[i].shown);
        bool is_one = !strstr(cases[i].shown, "0002");
        support_contains(fixture_text_map(&made), is_one
                                                      ? "<0001> <00610062>\nendbfchar"
                                                      : "<0001> <0061>\n<0002> <0062>\nendbfchar");
    }
    static const char letters[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    fixture made; // 55 letters, one on the other, of 600 units each
    cv_glyph *glyphs = add_cluster(&made, start(&made, self), letters, 0, 0);
    for (size_t i = 0; i < sizeof letters - 1; i++) glyphs[i].advance = 0;
    support_contains(fixture_content(&made, 0), "[<0001>600<0001>600<0001>");
    support_contains(fixture_text_map(&made), "<0001> <0061>\nendbfchar");
}

static void refuses_clusters_with_a_missing_character(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    add_cluster(&made, document, "ab", 0, 0)[1].id = 0;
    assert_null(fixture_try(&made).data);
    assert_ptr_equal(made.unusable.font, made.fonts[FIXTURE_MONO]);
    support_contains(made.unusable.reason, "puts the glyph of missing characters into a text");
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
        SUPPORT_TEST(finds_each_of_many_codes_again),
        SUPPORT_TEST(refuses_more_codes_than_two_bytes_have),
        SUPPORT_TEST(tells_clusters_apart_by_their_parts),
        SUPPORT_TEST(places_parts_to_the_nearest_unit),
        SUPPORT_TEST(leaves_clusters_apart_that_are_too_large_for_a_glyph),
        SUPPORT_TEST(refuses_clusters_with_a_missing_character),
        SUPPORT_TEST(states_the_advances_of_the_font),
        SUPPORT_TEST(describes_the_face_it_embeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
