// SPDX-License-Identifier: MIT
#include "made_font.h"
#include "pdf/fixture.h"
#include "pdf/font_clusters.h"

static cv_mark start(fixture *made, support *self) {
    fixture_init(made, self);
    fixture_page(made);
    return fixture_element(made, CV_TAG_DOCUMENT, CV_ARTIFACT);
}

static void links_the_two_ends_of_a_row(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_mark heading = fixture_element(&made, CV_TAG_H3, document);
    cv_mark paragraph = fixture_element(&made, CV_TAG_P, document);
    fixture_text(&made, FIXTURE_MONO, heading, 50, 100, "Ada");
    cv_item *gap = fixture_text(&made, FIXTURE_MONO, heading, 68, 100, " ");
    gap->as.glyphs.stretch = 50 * CV_POINT;
    gap->as.glyphs.replacement = "  ";
    fixture_text(&made, FIXTURE_MONO, paragraph, 368, 100, "da");
    assert_string_equal(fixture_content(&made, 0), "/H3 <</MCID 0>> BDC\n"
                                                   "BT\n"
                                                   "0 0 0 rg\n"
                                                   "/F8 10 Tf\n"
                                                   "1 0 0 1 50 700 Tm [<000100020003>] TJ\n"
                                                   "ET\n"
                                                   "/Span <</ActualText (  )>> BDC\n"
                                                   "BT\n"
                                                   "5000 Tz 1 0 0 1 68 700 Tm [<0004>] TJ\n"
                                                   "100 Tz\n"
                                                   "ET\n"
                                                   "EMC\n"
                                                   "EMC\n"
                                                   "/P <</MCID 1>> BDC\n"
                                                   "BT\n"
                                                   "1 0 0 1 368 700 Tm [<00020003>] TJ\n"
                                                   "ET\n"
                                                   "EMC\n");
}

static void begins_a_sequence_only_where_it_must(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_mark paragraph = fixture_element(&made, CV_TAG_P, document);
    fixture_text(&made, FIXTURE_MONO, paragraph, 50, 100, "a");
    fixture_text(&made, FIXTURE_MONO, paragraph, 50, 112, "a")->color = (cv_color){255, 51, 0};
    fixture_text(&made, FIXTURE_MONO, paragraph, 50, 124, "a")->starts_sequence = true;
    assert_string_equal(fixture_content(&made, 0), "/P <</MCID 0>> BDC\n"
                                                   "BT\n"
                                                   "0 0 0 rg\n"
                                                   "/F8 10 Tf\n"
                                                   "1 0 0 1 50 700 Tm [<0001>] TJ\n"
                                                   "1 .2 0 rg\n"
                                                   "1 0 0 1 50 688 Tm [<0001>] TJ\n"
                                                   "ET\n"
                                                   "EMC\n"
                                                   "/P <</MCID 1>> BDC\n"
                                                   "BT\n"
                                                   "0 0 0 rg\n"
                                                   "1 0 0 1 50 676 Tm [<0001>] TJ\n"
                                                   "ET\n"
                                                   "EMC\n");
}

static void draws_rules_and_footers_as_artifacts(support *self) {
    fixture made;
    start(&made, self);
    cv_item rule = {.kind = CV_ITEM_RULE, .mark = CV_ARTIFACT};
    rule.at = (cv_point){50 * CV_POINT, 110 * CV_POINT};
    rule.as.rule.width = 400 * CV_POINT;
    rule.as.rule.thickness = CV_POINT / 2;
    fixture_item(&made, rule);
    fixture_text(&made, FIXTURE_MONO, CV_ARTIFACT, 50, 780, "- -")->as.glyphs.is_outline = true;
    const char *content = fixture_content(&made, 0);
    support_contains(content, "/Artifact BMC\n"
                              "0 0 0 rg\n"
                              "50 689.5 400 .5 re f\n"
                              "EMC\n"
                              "/Artifact <</Type /Pagination>> BDC\n"
                              "q .02 0 0 .02 50 20 cm\n");
    support_contains(content, "f Q\nq .02 0 0 .02 62 20 cm\n"); // nothing for the space
    assert_null(strstr(content, "BT"));                         // no extractor may find text
    assert_null(strstr(fixture_write(&made), "/FontFile2"));
}

static void moves_glyphs_to_their_offsets(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_item *item = fixture_text(&made, FIXTURE_MONO, document, 50, 100, "abcd");
    cv_glyph *glyphs = fixture_glyphs(&made, item);
    glyphs[0].advance += CV_POINT / 2; // 50 thousandths of 10 pt
    glyphs[1].x_offset = -CV_POINT;
    glyphs[1].y_offset = 3 * CV_POINT;
    support_contains(fixture_content(&made, 0), "[<0001>] TJ 3 Ts [50<0002>] TJ 0 Ts "
                                                "[-100<00030004>] TJ\n");
}

// The sum of the numbers in the array of the first TJ.
static long sum_of_moves(const char *content) {
    long sum = 0;
    for (const char *at = strchr(content, '['); *at != ']'; at++) {
        if (*at == '>' && at[1] != ']') sum += strtol(at + 1, NULL, 10);
    }
    return sum;
}

static void keeps_rounding_from_adding_up(support *self) {
    static const struct {
        cv_length extra; // of the advance, at 10 pt
        long sum;        // in thousandths of an em, after 999 glyphs
    } cases[] = {{321, -489}, {-321, 489}, {328, -500}, {3, -5}, {1, -2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture made;
        cv_mark document = start(&made, self);
        char text[1001] = "";
        memset(text, 'n', 1000);
        cv_item *item = fixture_text(&made, FIXTURE_MONO, document, 0, 100, text);
        cv_glyph *glyphs = fixture_glyphs(&made, item);
        for (int j = 0; j < 1000; j++) glyphs[j].advance += cases[i].extra;
        assert_int_equal(sum_of_moves(fixture_content(&made, 0)), cases[i].sum);
    }
}

static void draws_nothing_of_no_glyphs(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    fixture_text(&made, FIXTURE_MONO, document, 50, 100, "")->as.glyphs.size = 0;
    assert_string_equal(fixture_content(&made, 0), "");
    assert_null(strstr(fixture_write(&made), "/FontFile2"));
}

static void says_each_colour_once(support *self) {
    static const cv_color colors[] = {{0, 0, 0},      {51, 0, 0},     {51, 102, 0},
                                      {51, 102, 153}, {51, 102, 153}, {0, 102, 153}};
    fixture made;
    cv_mark document = start(&made, self);
    for (size_t i = 0; i < sizeof colors / sizeof *colors; i++) {
        cv_item rule = {.kind = CV_ITEM_RULE, .mark = document, .color = colors[i]};
        rule.as.rule.width = rule.as.rule.thickness = CV_POINT;
        fixture_item(&made, rule);
    }
    assert_string_equal(fixture_content(&made, 0), "/Document <</MCID 0>> BDC\n"
                                                   "0 0 0 rg\n0 799 1 1 re f\n"
                                                   ".2 0 0 rg\n0 799 1 1 re f\n"
                                                   ".2 .4 0 rg\n0 799 1 1 re f\n"
                                                   ".2 .4 .6 rg\n0 799 1 1 re f\n"
                                                   "0 799 1 1 re f\n"
                                                   "0 .4 .6 rg\n0 799 1 1 re f\n"
                                                   "EMC\n");
}

// A code that draws the cluster has the text without marks, others that draw nothing have the rest.
static void shares_out_the_text_of_a_cluster(support *self) {
    static const struct {
        const char *text;
        cv_length advance;       // of each letter, which the face has 6 pt wide
        const char *shown, *map; // in the order in which codes are asked for
    } cases[] = {
        {"e\u0301", 6 * CV_POINT, "[<0001>20<0002>] TJ", "<0001> <0065>\n<0002> <0301>\n"},
        {"e\u0301\u0302", 6 * CV_POINT, "[<0001>20<0002>] TJ",
         "<0001> <0065>\n<0002> <03010302>\n"},
        {"\u0301e", 6 * CV_POINT, "[<00020001>] TJ", "<0001> <0065>\n<0002> <0301>\n"},
        {"\u0301\u0302", 6 * CV_POINT, "[<0001>] TJ", "<0001> <03010302>\n"},
        {"ab", 6 * CV_POINT, "[<0001>] TJ", "<0001> <00610062>\n"},
        // Within the cluster, however narrow that is.
        {"e\u0301", CV_POINT / 10, "[<0001>595<0002>] TJ", "<0001> <0065>\n<0002> <0301>\n"},
        // Of more than two ems, the last character stands apart, but no mark without its letter.
        {"abc", 9 * CV_POINT, "[<0001>-600<0002>] TJ", "<0001> <00610062>\n<0002> <0063>\n"},
        {"a\u00E9", 15 * CV_POINT, "[<0001>-900<0002>] TJ", "<0001> <0061>\n<0002> <00E9>\n"},
        {"ae\u0301", 15 * CV_POINT, "[<0001>-1780<0002>] TJ", "<0001> <00610065>\n<0002> <0301>\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture made;
        cv_mark document = start(&made, self);
        cv_item *item = fixture_text(&made, FIXTURE_MONO, document, 50, 100, cases[i].text);
        cv_glyph *glyphs = fixture_cluster(&made, item);
        for (uint32_t j = 0; j < item->as.glyphs.count; j++)
            glyphs[j].advance = *glyphs[j].text == '\xCC' ? 0 : cases[i].advance; // no mark has one
        support_contains(fixture_content(&made, 0), cases[i].shown);
        support_contains(fixture_text_map(&made),
                         cv_format(self->arena, "beginbfchar\n%sendbfchar", cases[i].map));
    }
}

// Of one character there may be several glyphs, of several one.
static void shares_out_the_text_of_uneven_clusters(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_item *item = fixture_text(&made, FIXTURE_MONO, document, 50, 100, "ab");
    cv_glyph *glyphs = fixture_cluster(&made, item);
    glyphs[0].advance = glyphs[1].advance = 15 * CV_POINT;
    glyphs[1].text_size = 0;
    static const char *const texts[] = {"e\u0302\u0301", "q\u0301", "ffi"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        item = fixture_text(&made, FIXTURE_MONO, document, 50, 120, "x");
        glyphs = fixture_glyphs(&made, item);
        glyphs[0].text = texts[i];
        glyphs[0].text_size = (uint32_t)strlen(texts[i]);
    }
    const char *content = fixture_content(&made, 0);
    support_contains(content, "[<0001>] TJ\n");
    support_contains(content, "[<0002>20<0003>] TJ\n");
    support_contains(content, "[<0004>20<0005>] TJ\n");
    support_contains(content, "[<0006>] TJ\n");
    support_contains(fixture_text_map(&made), "<0001> <0061>\n"
                                              "<0002> <0065>\n<0003> <03020301>\n"
                                              "<0004> <0071>\n<0005> <0301>\n"
                                              "<0006> <006600660069>\nendbfchar");
}

// JetBrains Mono with blank glyphs up to `count`.
static const cv_font *open_full(support *self, size_t count) {
    cv_bytes file = support_file(self, "fonts/jetbrainsmono/JetBrainsMono-Regular.ttf");
    cv_bytes old_places = made_find(file, "loca"), old_metrics = made_find(file, "hmtx");
    size_t old_count = made_16(made_find(file, "maxp").data + 4);
    size_t size = old_places.size / (old_count + 1);
    unsigned char *places = CV_NEW_ARRAY(self->arena, unsigned char, size *(count + 1));
    unsigned char *metrics =
        CV_NEW_ARRAY(self->arena, unsigned char, old_metrics.size + 2 * (count - old_count));
    unsigned char *maxp = made_copy(self, file, "maxp");
    memcpy(places, old_places.data, old_places.size);
    for (size_t i = old_count; i < count; i++)
        memcpy(places + size * (i + 1), places + size * i, size);
    memcpy(metrics, old_metrics.data, old_metrics.size);
    made_put_16(maxp + 4, (unsigned)count);
    made_table tables[] = {{"loca", {places, size * (count + 1)}},
                           {"hmtx", {metrics, old_metrics.size + 2 * (count - old_count)}},
                           {"maxp", {maxp, made_find(file, "maxp").size}}};
    return made_open(self, made_font(self, file, tables, 3));
}

// pdf.js would drop a letter whose text ends with one.
static void shows_direction_marks_beside_their_glyph(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_item *item = fixture_text(&made, FIXTURE_MONO, document, 50, 100, "ab");
    cv_glyph *glyphs = (cv_glyph *)item->as.glyphs.glyph;
    glyphs[0].text = "\u200Ea\u200F";
    glyphs[1].text = "b\u200F\u200E";
    glyphs[0].text_size = glyphs[1].text_size = 7;
    assert_string_equal(fixture_content(&made, 0),
                        "/Document <</MCID 0>> BDC\n"
                        "BT\n"
                        "0 0 0 rg\n"
                        "/F8 10 Tf\n"
                        "1 0 0 1 50 700 Tm "
                        "[20<0001>-20<0002>20<0003>-20<0004>20<0005>] TJ\n"
                        "ET\n"
                        "EMC\n");
}

// Between the letters of a cluster they are none of its ends, and none stands before its begin.
static void shows_direction_marks_within_their_cluster(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_item *item = fixture_text(&made, FIXTURE_MONO, document, 50, 100, "ab");
    cv_glyph *glyphs = fixture_cluster(&made, item);
    glyphs[1].text = "b\u200F";
    glyphs[1].text_size = 4;
    item = fixture_text(&made, FIXTURE_MONO, document, 50, 120, "i");
    glyphs = fixture_glyphs(&made, item);
    glyphs[0].text = "file\u200E";
    glyphs[0].text_size = 7;
    glyphs[0].advance = CV_POINT / 5; // the mark stands in its middle
    const char *content = fixture_content(&made, 0);
    support_contains(content, "[<0001>20<0002>] TJ\n");
    support_contains(content, "[<0003>590<0004>] TJ\n");
    support_contains(fixture_text_map(&made), "<0001> <00610062>\n<0002> <200F>\n"
                                              "<0003> <00660069006C0065>\n<0004> <200E>\n");
}

static void leaves_direction_marks_to_a_blank(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_item *item = fixture_text(&made, FIXTURE_MONO, document, 50, 100, " a");
    cv_glyph *glyphs = (cv_glyph *)item->as.glyphs.glyph;
    glyphs[0].text = "\u200F ";
    glyphs[0].text_size = 4;
    const char *content = fixture_content(&made, 0);
    assert_non_null(strstr(content, "[<00010002>] TJ"));
}

// A letter with a mark is one glyph with the letter's text and one that shows nothing with the
// mark's. Where there is no room for both, they stay two.
static void shows_clusters_as_they_are_where_the_face_is_full(support *self) {
    static const struct {
        unsigned room;
        const char *text, *shown;
    } cases[] = {
        {2, "e\u0301", "[<0001>-580<0002>] TJ"}, {1, "e\u0301", "[<00020003>] TJ"},
        {0, "e\u0301", "[<00010002>] TJ"},       {2, "\u0301e", "[<00020001>] TJ"},
        {1, "\u0301e", "[<0002>-600<0003>] TJ"}, {0, "\u0301e", "[<0001>-600<0002>] TJ"},
        {1, "abcd", "[<00010002>] TJ"},          {0, "abcd", "[<0001000200030004>] TJ"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture made;
        cv_mark document = start(&made, self);
        made.fonts[FIXTURE_MONO] = open_full(self, CV_CLUSTERS_MOST_GLYPHS - cases[i].room);
        fixture_cluster(&made, fixture_text(&made, FIXTURE_MONO, document, 50, 100, cases[i].text));
        support_contains(fixture_content(&made, 0), cases[i].shown);
        assert_null(strstr(fixture_content(&made, 0), "0000>"));
    }
}

// The letter matters more than the marks.
static void drops_direction_marks_where_the_face_is_full(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    made.fonts[FIXTURE_MONO] = open_full(self, CV_CLUSTERS_MOST_GLYPHS);
    cv_item *item = fixture_text(&made, FIXTURE_MONO, document, 50, 100, "ab");
    cv_glyph *glyphs = fixture_glyphs(&made, item);
    glyphs[0].text = "\u200Ea\u200F";
    glyphs[0].text_size = 7;
    support_contains(fixture_content(&made, 0), "[<00010002>] TJ\n");
    support_contains(fixture_text_map(&made), "<0001> <0061>\n<0002> <0062>\nendbfchar");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(links_the_two_ends_of_a_row),
        SUPPORT_TEST(begins_a_sequence_only_where_it_must),
        SUPPORT_TEST(draws_rules_and_footers_as_artifacts),
        SUPPORT_TEST(moves_glyphs_to_their_offsets),
        SUPPORT_TEST(keeps_rounding_from_adding_up),
        SUPPORT_TEST(shows_direction_marks_beside_their_glyph),
        SUPPORT_TEST(shows_direction_marks_within_their_cluster),
        SUPPORT_TEST(leaves_direction_marks_to_a_blank),
        SUPPORT_TEST(draws_nothing_of_no_glyphs),
        SUPPORT_TEST(says_each_colour_once),
        SUPPORT_TEST(shares_out_the_text_of_a_cluster),
        SUPPORT_TEST(shares_out_the_text_of_uneven_clusters),
        SUPPORT_TEST(shows_clusters_as_they_are_where_the_face_is_full),
        SUPPORT_TEST(drops_direction_marks_where_the_face_is_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
