// SPDX-License-Identifier: MIT
#include "made_font.h"
#include "pdf/fixture.h"

// One page with a heading.
static cv_mark start(fixture *made, support *self) {
    fixture_init(made, self);
    cv_mark document = fixture_element(made, CV_TAG_DOCUMENT, CV_ARTIFACT);
    fixture_page(made);
    fixture_text(made, FIXTURE_MONO, fixture_element(made, CV_TAG_H1, document), 50, 100, "Ada");
    return document;
}

static void is_a_pdf_1_7_with_a_binary_mark(support *self) {
    fixture made;
    start(&made, self);
    cv_bytes file = fixture_try(&made);
    assert_memory_equal(file.data, "%PDF-1.7\n%", 10);
    for (int i = 10; i < 14; i++) assert_true(file.data[i] >= 0x80);
    assert_memory_equal(file.data + file.size - 6, "%%EOF\n", 6);
}

static void says_in_the_catalog_what_the_standards_ask_for(support *self) {
    fixture made;
    start(&made, self);
    const char *file = fixture_write(&made);
    const char *catalog = fixture_object(&made, file, fixture_reference(file, "/Root "));
    static const char *const entries[] = {
        "/MarkInfo<</Marked true>>",
        "/Lang(en-GB)",
        "/ViewerPreferences<</DisplayDocTitle true>>",
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/",
    };
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        support_contains(catalog, entries[i]);
    unsigned profile = fixture_reference(catalog, "/DestOutputProfile ");
    support_contains(fixture_object(&made, file, profile), "/N 3");
    unsigned metadata = fixture_reference(catalog, "/Metadata ");
    const char *stream = fixture_object(&made, file, metadata);
    support_contains(stream, "/Type/Metadata/Subtype/XML");
    assert_null(strstr(stream, "/Filter")); // readable without a PDF library
    assert_null(strstr(catalog, "/Outlines"));
}

static void says_the_same_in_info_and_xmp(support *self) {
    fixture made;
    start(&made, self);
    made.metadata.author = "Ada <Byron>";
    made.metadata.subject = "Poets & engines";
    made.metadata.keywords = "C, punch cards";
    made.metadata.date = "2024-05-17T09:30:00Z";
    static const char *const parts[] = {
        "/Title<FEFF004100640061002020130020",
        "<rdf:li xml:lang=\"x-default\">Ada – Curriculum Vitae</rdf:li>",
        "/Author(Ada <Byron>)",
        "<dc:creator><rdf:Seq><rdf:li>Ada &lt;Byron&gt;</rdf:li></rdf:Seq></dc:creator>",
        "/Subject(Poets & engines)",
        "<rdf:li xml:lang=\"x-default\">Poets &amp; engines</rdf:li>",
        "/Keywords(C, punch cards)",
        "<pdf:Keywords>C, punch cards</pdf:Keywords>",
        "/CreationDate(D:20240517093000Z)",
        "<xmp:CreateDate>2024-05-17T09:30:00Z</xmp:CreateDate>",
        "/Producer(cvpdf 0.1.0 with libharu 2.3.0)",
        "<pdf:Producer>cvpdf 0.1.0 with libharu 2.3.0</pdf:Producer>",
        "/Creator(cvpdf 0.1.0)",
        "<xmp:CreatorTool>cvpdf 0.1.0</xmp:CreatorTool>",
        "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
    };
    const char *file = fixture_write(&made);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) support_contains(file, parts[i]);
    made.metadata.date = NULL;
    file = fixture_write(&made);
    assert_null(strstr(file, "Date"));
}

static const char *identifier(support *self, const char *file) {
    const char *begin = strstr(file, "/ID[<");
    assert_non_null(begin);
    return cv_copy(self->arena, begin + 4, 68);
}

static void is_the_same_for_the_same_content_only(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_bytes first = fixture_try(&made), second = fixture_try(&made);
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
    const char *before = identifier(self, fixture_write(&made));
    assert_memory_equal(before, before + 34, 34); // both halves, as the file is new
    fixture_text(&made, FIXTURE_MONO, document, 50, 120, "Byron");
    assert_string_not_equal(identifier(self, fixture_write(&made)), before);
}

static cv_bytes write_word(support *self, const char *word, cv_memo *subsets) {
    fixture made;
    cv_mark document = start(&made, self);
    fixture_text(&made, FIXTURE_MONO, document, 50, 120, word);
    made.subsets = subsets;
    return fixture_try(&made);
}

static void shares_a_subset_of_the_same_glyphs_in_another_order(support *self) {
    cv_memo *subsets = cv_memo_create();
    write_word(self, "Byron", subsets);
    cv_bytes kept = write_word(self, "norryB", subsets), fresh = write_word(self, "norryB", NULL);
    assert_int_equal(kept.size, fresh.size);
    assert_memory_equal(kept.data, fresh.data, fresh.size);
    cv_memo_destroy(subsets);
}

// Clusters have the numbers that they were given in their own file: their subsets are not kept.
static void keeps_no_subset_with_clusters(support *self) {
    static const char *const texts[] = {"ab", "cd"};
    cv_memo *subsets = cv_memo_create();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        fixture made;
        cv_mark document = start(&made, self);
        fixture_cluster(&made, fixture_text(&made, FIXTURE_MONO, document, 50, 120, texts[i]));
        made.subsets = subsets;
        cv_bytes kept = fixture_try(&made);
        made.subsets = NULL;
        cv_bytes fresh = fixture_try(&made);
        assert_int_equal(kept.size, fresh.size);
        assert_memory_equal(kept.data, fresh.data, fresh.size);
    }
    cv_memo_destroy(subsets);
}

static void is_the_same_whatever_is_kept_of_earlier_files(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_bytes alone = fixture_try(&made);
    made.streams = cv_memo_create();
    made.subsets = cv_memo_create();
    cv_bytes first = fixture_try(&made), second = fixture_try(&made);
    assert_int_equal(first.size, alone.size);
    assert_memory_equal(first.data, alone.data, alone.size);
    assert_int_equal(second.size, alone.size);
    assert_memory_equal(second.data, alone.data, alone.size);
    fixture_text(&made, FIXTURE_MONO, document, 50, 120, "Byron");
    cv_bytes kept = fixture_try(&made);
    cv_memo_destroy(made.streams);
    cv_memo_destroy(made.subsets);
    made.streams = made.subsets = NULL;
    cv_bytes fresh = fixture_try(&made);
    assert_int_equal(kept.size, fresh.size);
    assert_memory_equal(kept.data, fresh.data, fresh.size);
}

static void gives_each_page_what_it_needs(support *self) {
    fixture made;
    start(&made, self);
    fixture_page(&made);
    const char *file = fixture_write(&made);
    support_contains(file, "/Count 2");
    support_contains(file, "/Type/Page/MediaBox[0 0 500 800]/Contents");
    support_contains(file, "/StructParents 0/Tabs/S/Resources<</Font<</F8 ");
    support_contains(file, "/StructParents 1/Tabs/S/Resources<</Font<<");
    assert_null(strstr(file, "/F0 ")); // a face that shows nothing is not embedded
}

static void writes_bookmarks_nested_as_the_sections_are(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_mark section = fixture_element(&made, CV_TAG_SECT, document);
    cv_mark entry = fixture_element(&made, CV_TAG_SECT, section);
    cv_mark unseen = fixture_element(&made, CV_TAG_SECT, document);
    made.structure.items[section].title = "Work";
    made.structure.items[entry].title = "Analyst";
    made.structure.items[unseen].title = "Nothing of it is drawn";
    fixture_text(&made, FIXTURE_MONO, fixture_element(&made, CV_TAG_H2, section), 50, 200, "WORK");
    fixture_text(&made, FIXTURE_MONO, fixture_element(&made, CV_TAG_H3, entry), 50, 300, "Ana");
    const char *file = fixture_write(&made);
    const char *root = fixture_object(&made, file, fixture_reference(file, "/Outlines "));
    support_contains(root, "/Count 1");
    const char *work = fixture_object(&made, file, fixture_reference(root, "/First "));
    support_contains(work, "/Title(Work)");
    support_contains(work, "/Count -1"); // closed
    const char *analyst = fixture_object(&made, file, fixture_reference(work, "/First "));
    support_contains(analyst, "/Title(Analyst)");
    // The top of the first line: 800 - 300 and an ascent of 1020/1000 of 10 pt.
    support_contains(analyst, "/XYZ null 510.2 null]");
    assert_null(strstr(file, "/Title(Nothing"));
}

static void refuses_what_the_standards_forbid(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    assert_non_null(fixture_try(&made).data);

    static const char *const languages[] = {"", "en_GB", "e1", "en-", "english-us-x-toolongtag"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        made.metadata.language = languages[i];
        assert_null(fixture_try(&made).data);
    }
    made.metadata.language = NULL;
    assert_null(fixture_try(&made).data);
    made.metadata.language = "de-1996";
    assert_non_null(fixture_try(&made).data);
    made.metadata.language = "sr-Latn-RS";
    assert_non_null(fixture_try(&made).data);

    char *title = CV_NEW_ARRAY(self->arena, char, 32769);
    memset(title, 'a', 32767);
    made.metadata.title = title;
    assert_non_null(fixture_try(&made).data);
    title[32767] = 'a';
    assert_null(fixture_try(&made).data);
    made.metadata.title = "Ada";
    const char **const texts[] = {&made.metadata.author, &made.metadata.subject,
                                  &made.metadata.keywords};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *before = *texts[i];
        *texts[i] = title;
        assert_null(fixture_try(&made).data);
        *texts[i] = before;
    }
    assert_non_null(fixture_try(&made).data);

    cv_font closed = *made.fonts[FIXTURE_MONO];
    closed.may_embed = false;
    made.fonts[FIXTURE_MONO] = &closed;
    assert_null(fixture_try(&made).data);
    assert_ptr_equal(made.unusable.font, &closed);
    support_contains(made.unusable.reason, "may not be embedded");
    closed.may_embed = true;
    closed.may_subset = false;
    assert_null(fixture_try(&made).data);
    closed.may_subset = true;
    assert_non_null(fixture_try(&made).data);
    assert_null(made.unusable.font);

    fixture_text(&made, FIXTURE_MONO, document, 50, 120, "\xEE\x80\x80"); // no glyph for U+E000
    assert_null(fixture_try(&made).data);
    fixture alone; // the first glyph of its font
    document = start(&alone, self);
    fixture_text(&alone, FIXTURE_MONO, document, 50, 120, "\xEE\x80\x80");
    assert_null(fixture_try(&alone).data);
    assert_ptr_equal(alone.unusable.font, alone.fonts[FIXTURE_MONO]);
    support_contains(alone.unusable.reason, "puts the glyph of missing characters into a text");
}

static void refuses_elements_that_the_standards_forbid(support *self) {
    fixture made;
    cv_mark document = start(&made, self);
    cv_element *element = &made.structure.items[document];
    element->language = "en_GB";
    assert_null(fixture_try(&made).data);
    element->language = "fr";
    char *text = CV_NEW_ARRAY(self->arena, char, 32769);
    memset(text, 'a', 32767);
    const char **const texts[] = {&element->title, &element->alternative, &element->description,
                                  &element->uri};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        text[32767] = '\0';
        *texts[i] = text;
        assert_non_null(fixture_try(&made).data);
        text[32767] = 'a';
        assert_null(fixture_try(&made).data);
        *texts[i] = NULL;
    }
    assert_non_null(fixture_try(&made).data);
}

// The face is sound to cv_font_check(), which does not look into outlines.
static void names_a_face_with_damaged_glyphs(support *self) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    uint32_t glyph = cv_font_glyph(support_faces(self)[0], 'a');
    unsigned char *outlines = made_copy(self, file, "glyf");
    const unsigned char *place = made_find(file, "loca").data + 4 * (size_t)glyph;
    size_t at = (size_t)made_16(place) << 16 | made_16(place + 2);
    made_put_16(outlines + at, 0x7FFF); // so many contours
    made_table table = {"glyf", {outlines, made_find(file, "glyf").size}};
    fixture made;
    cv_mark document = start(&made, self);
    made.fonts[FIXTURE_MONO] = made_open(self, made_font(self, file, &table, 1));
    made.display.pages.items[0].items.count = 0;
    fixture_text(&made, FIXTURE_MONO, document, 50, 120, "b");
    assert_non_null(fixture_try(&made).data);
    fixture_text(&made, FIXTURE_MONO, document, 50, 120, "a");
    assert_null(fixture_try(&made).data);
    assert_ptr_equal(made.unusable.font, made.fonts[FIXTURE_MONO]);
    support_contains(made.unusable.reason, "has damaged glyphs");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(is_a_pdf_1_7_with_a_binary_mark),
        SUPPORT_TEST(says_in_the_catalog_what_the_standards_ask_for),
        SUPPORT_TEST(says_the_same_in_info_and_xmp),
        SUPPORT_TEST(is_the_same_for_the_same_content_only),
        SUPPORT_TEST(is_the_same_whatever_is_kept_of_earlier_files),
        SUPPORT_TEST(shares_a_subset_of_the_same_glyphs_in_another_order),
        SUPPORT_TEST(keeps_no_subset_with_clusters),
        SUPPORT_TEST(gives_each_page_what_it_needs),
        SUPPORT_TEST(writes_bookmarks_nested_as_the_sections_are),
        SUPPORT_TEST(refuses_what_the_standards_forbid),
        SUPPORT_TEST(refuses_elements_that_the_standards_forbid),
        SUPPORT_TEST(names_a_face_with_damaged_glyphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
