// SPDX-License-Identifier: MIT
#include "shape/shape.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "made_font.h"
#include "support.h"

typedef struct fixture {
    cv_document *document;
    cv_shaper *shaper;
} fixture;

static fixture open_shaper(support *self) {
    fixture opened = {.document = support_document(self, 10)};
    opened.shaper =
        cv_shaper_open(opened.document, support_fonts(self), NULL, self->arena, &self->report);
    return opened;
}

static cv_shaped shape(support *self, fixture *opened, const char *string, cv_stretch look) {
    cv_block_text text = support_text(self, opened->document, string);
    look.end = text.stretches.items[0].end;
    look.size = text.stretches.items[0].size;
    text.stretches.items[0] = look;
    return cv_shape_text(opened->shaper, &text);
}

// The texts of the glyphs, a bar after each.
static const char *glyph_texts(support *self, const cv_shaped *shaped) {
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 0; i < shaped->glyphs.count; i++) {
        const cv_shaped_glyph *glyph = &shaped->glyphs.items[i];
        cv_text_add_bytes(&out, shaped->text.string + glyph->begin, glyph->text_size);
        cv_text_add_char(&out, '|');
    }
    return cv_text_string(&out);
}

// A table GSUB that four times puts 255 "a" for each.
static cv_bytes make_endless(support *self, unsigned glyph) {
    enum { LOOKUPS = 4, COPIES = 255, SUBTABLE = 16 + 2 * COPIES, LOOKUP = 8 + SUBTABLE };
    static const unsigned head[] = {
        1,
        0,
        10,
        36,
        58, // version, lists
        2,
        0x4446,
        0x4C54,
        14,
        0x6C61,
        0x746E,
        14, // DFLT, latn
        4,
        0,
        0,
        0xFFFF,
        1,
        0, // their language
        1,
        0x6363,
        0x6D70,
        8,
        0,
        LOOKUPS,
        0,
        1,
        2,
        3, // ccmp; 2 bytes to spare
        0,
        LOOKUPS,
        10,
        10 + LOOKUP,
        10 + 2 * LOOKUP,
        10 + 3 * LOOKUP // lookups
    };
    const size_t words = sizeof head / sizeof *head;
    cv_text_builder table = {.arena = self->arena};
    unsigned char pair[2];
    for (size_t i = 0; i < words; i++) {
        made_put_16(pair, head[i]);
        cv_text_add_bytes(&table, (const char *)pair, 2);
    }
    for (int i = 0; i < LOOKUPS; i++) {
        const unsigned lookup[] = {2, 0, 1, 8, 1, 8, 1, 14, 1, 1, glyph, COPIES};
        for (size_t j = 0; j < sizeof lookup / sizeof *lookup + COPIES; j++) {
            made_put_16(pair, j < sizeof lookup / sizeof *lookup ? lookup[j] : glyph);
            cv_text_add_bytes(&table, (const char *)pair, 2);
        }
    }
    return (cv_bytes){(const unsigned char *)table.bytes, table.size};
}

static void rejects_a_face_whose_substitutions_do_not_end(support *self) {
    const cv_font *lato = support_faces(self)[0];
    made_table table = {"GSUB", make_endless(self, cv_font_glyph(lato, 'a'))};
    cv_bytes file = made_font(self, support_file(self, "fonts/lato/Lato-Regular.ttf"), &table, 1);
    const cv_font *faces[10];
    memcpy(faces, support_faces(self), sizeof faces);
    faces[0] = made_open(self, file);
    cv_font_sources sources = {.bundled = faces, .bundled_count = sizeof faces / sizeof *faces};
    cv_document *document = support_document(self, 10);
    fixture opened = {.document = document};
    opened.shaper = cv_shaper_open(document, cv_font_set_open(&sources, self->arena, &self->report),
                                   NULL, self->arena, &self->report);
    cv_shaped shaped = shape(self, &opened, "banana", (cv_stretch){0});
    assert_int_equal(self->report.errors, 1);
    assert_int_equal(self->report.first->problem, CV_FONT_UNUSABLE);
    assert_string_equal(glyph_texts(self, &shaped), "b|a|n|a|n|a|");
    shape(self, &opened, "ana", (cv_stretch){0});
    assert_int_equal(self->report.errors, 1); // once is enough
}

static void gives_ligatures_all_their_letters(support *self) {
    fixture opened = open_shaper(self);
    cv_shaped shaped = shape(self, &opened, "office fig flow", (cv_stretch){0});
    assert_string_equal(glyph_texts(self, &shaped), "o|ffi|c|e| |fi|g| |fl|o|w|");
    for (size_t i = 0; i < shaped.glyphs.count; i++)
        assert_true(shaped.glyphs.items[i].starts_cluster);
}

static void sets_no_ligatures_in_tracked_text_and_code(support *self) {
    fixture opened = open_shaper(self);
    const char *apart = "o|f|f|i|c|e|";
    cv_shaped shaped = shape(self, &opened, "office", (cv_stretch){.tracking = CV_POINT});
    assert_string_equal(glyph_texts(self, &shaped), apart);
    const cv_shaped_run *run = &shaped.runs.items[0];
    const cv_shaped_glyph *first = &shaped.glyphs.items[0];
    assert_int_equal(cv_shaped_advance(run, first),
                     cv_font_scale(run->font, first->advance, 10 * CV_POINT) + CV_POINT);
    shaped = shape(self, &opened, "office", (cv_stretch){.is_code = true});
    assert_string_equal(glyph_texts(self, &shaped), apart);
    assert_string_equal(shaped.runs.items[0].font->family, "JetBrains Mono");
}

static void raises_punctuation_among_capitals(support *self) {
    fixture opened = open_shaper(self);
    cv_shaped small = shape(self, &opened, "A-B", (cv_stretch){0});
    cv_shaped capitals = shape(self, &opened, "A-B", (cv_stretch){.is_capitals = true});
    assert_int_equal(small.glyphs.items[0].id, capitals.glyphs.items[0].id);
    assert_int_not_equal(small.glyphs.items[1].id, capitals.glyphs.items[1].id);
}

static void shows_arrows_as_they_were_typed(support *self) {
    fixture opened = open_shaper(self);
    static const char *const arrows[] = {"->", "=>", "<-", "<=", "!="};
    for (size_t i = 0; i < 2 * (sizeof arrows / sizeof *arrows); i++) {
        const char *arrow = arrows[i / 2];
        cv_shaped shaped = shape(self, &opened, arrow, (cv_stretch){.is_code = i % 2});
        assert_int_equal(shaped.glyphs.count, 2);
        for (size_t j = 0; j < 2; j++)
            assert_int_equal(shaped.glyphs.items[j].id,
                             cv_font_glyph(shaped.runs.items[0].font, (uint32_t)arrow[j]));
    }
}

// HarfBuzz hides fewer characters than Unicode would have it.
static void has_a_glyph_for_every_blank_and_ignorable_character_it_takes(support *self) {
    fixture opened = open_shaper(self);
    for (uint32_t c = 0xA0; c < 0xE1000; c++) {
        if (!cv_unicode_is_space(c) && !cv_unicode_is_ignorable(c)) continue;
        if (c == 0x2028 || c == 0x2029) continue; // no source can hold them
        cv_text_builder string = {.arena = self->arena};
        cv_text_add_char(&string, 'a');
        cv_text_add_code_point(&string, c);
        opened.document->missing = CV_MISSING_NAME;
        cv_shaped shaped = shape(self, &opened, cv_text_string(&string), (cv_stretch){0});
        for (size_t i = 0; i < shaped.glyphs.count; i++)
            assert_int_not_equal(shaped.glyphs.items[i].id, 0);
    }
    assert_int_equal(self->report.errors, 0);
}

static void deals_the_characters_of_a_cluster_to_its_glyphs(support *self) {
    fixture opened = open_shaper(self);
    static const struct {
        const char *text, *glyphs;
    } cases[] = {
        {"q\u0307\u0323a", "q|\u0307|\u0323|a|"},
        {"e\u0301a", "e\u0301|a|"}, // composed: one glyph has both
        {"a\u00ADb", "a|\u00AD|b|"},
        {"1\u00A02", "1|\u00A0|2|"},
        {"a\u2011b", "a|\u2011|b|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_shaped shaped = shape(self, &opened, cases[i].text, (cv_stretch){0});
        assert_string_equal(glyph_texts(self, &shaped), cases[i].glyphs);
    }
    cv_shaped shaped = shape(self, &opened, "q\u0307\u0323a", (cv_stretch){0});
    static const bool starts[] = {true, false, false, true};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(shaped.glyphs.items[i].starts_cluster, starts[i]);
}

static void tracks_once_a_cluster(support *self) {
    fixture opened = open_shaper(self);
    cv_shaped shaped = shape(self, &opened, "q\u0307\u0323a", (cv_stretch){.tracking = CV_POINT});
    const cv_shaped_run *run = &shaped.runs.items[0];
    for (size_t i = 1; i < 3; i++)
        assert_int_equal(cv_shaped_advance(run, &shaped.glyphs.items[i]),
                         cv_font_scale(run->font, shaped.glyphs.items[i].advance, 10 * CV_POINT));
}

static void covers_every_byte_once_and_in_order(support *self) {
    fixture opened = open_shaper(self);
    static const uint32_t letters[] = {'f',  'f',   'i',   'l',    ' ',  'a',    'V',
                                       'e',  'T',   '.',   '-',    'q',  0x301,  0x323,
                                       0xE9, 0x416, 0x3A9, 0x2713, 0xA0, 0x2011, 0x2019};
    uint32_t seed = 7;
    for (int round = 0; round < 200; round++) {
        cv_text_builder text = {.arena = self->arena};
        cv_text_add_char(&text, 'x');
        for (uint32_t i = support_random(&seed, 40); i > 0; i--)
            cv_text_add_code_point(&text, letters[support_random(&seed, 21)]);
        cv_shaped shaped = shape(self, &opened, cv_text_string(&text), (cv_stretch){0});
        uint32_t at = 0, glyph = 0;
        for (size_t i = 0; i < shaped.runs.count; i++) {
            assert_int_equal(shaped.runs.items[i].first, glyph);
            glyph += shaped.runs.items[i].count;
        }
        assert_int_equal(glyph, shaped.glyphs.count);
        for (size_t i = 0; i < shaped.glyphs.count; i++) {
            assert_int_equal(shaped.glyphs.items[i].begin, at);
            at += shaped.glyphs.items[i].text_size;
        }
        assert_int_equal(at, text.size);
    }
    assert_null(self->report.first);
}

static void sets_figures_of_one_width_in_the_date_column_only(support *self) {
    fixture opened = open_shaper(self);
    cv_shaped column = shape(self, &opened, "17", (cv_stretch){.has_tabular_figures = true});
    cv_shaped running = shape(self, &opened, "17", (cv_stretch){0});
    assert_int_equal(column.glyphs.items[0].advance, column.glyphs.items[1].advance);
    assert_int_not_equal(running.glyphs.items[0].advance, running.glyphs.items[1].advance);
}

static void kerns(support *self) {
    fixture opened = open_shaper(self);
    cv_shaped pair = shape(self, &opened, "AV", (cv_stretch){0});
    cv_shaped alone = shape(self, &opened, "A", (cv_stretch){0});
    assert_true(pair.glyphs.items[0].advance < alone.glyphs.items[0].advance);
    assert_true(pair.glyphs.items[1].is_unsafe);
}

// From 0.6 em on, pdf.js sees the end of a text.
static void keeps_the_space_of_faces_of_one_width_below_a_gap(support *self) {
    fixture opened = open_shaper(self);
    cv_shaped code = shape(self, &opened, "a b\u2003c", (cv_stretch){.is_code = true});
    const cv_shaped_glyph *glyphs = code.glyphs.items;
    int32_t em = code.runs.items[0].font->units_per_em;
    assert_int_equal(glyphs[0].advance, em * 60 / 100);
    assert_int_equal(glyphs[1].advance, em * 59 / 100);
    assert_int_equal(glyphs[3].advance, em);
}

static void takes_the_face_that_the_stretch_asks_for(support *self) {
    fixture opened = open_shaper(self);
    static const struct {
        cv_stretch look;
        const char *name;
    } cases[] = {
        {{0}, "Lato-Regular"},
        {{.is_bold = true}, "Lato-Bold"},
        {{.is_italic = true}, "Lato-Italic"},
        {{.is_bold = true, .is_italic = true}, "Lato-BoldItalic"},
        {{.is_code = true}, "JetBrainsMono-Regular"},
        {{.is_code = true, .is_bold = true, .is_italic = true},
         "JetBrainsMono-Bold"}, // no slant made up
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_shaped shaped = shape(self, &opened, "x", cases[i].look);
        assert_string_equal(shaped.runs.items[0].font->postscript_name, cases[i].name);
    }
    assert_string_equal(cv_shaper_font(opened.shaper, CV_FACE_BOLD)->postscript_name, "Lato-Bold");
}

static void reports_a_character_that_no_face_has_once(support *self) {
    fixture opened = open_shaper(self);
    shape(self, &opened, "a \U0001F600 b \U0001F600 \u05D0", (cv_stretch){0});
    shape(self, &opened, "\U0001F600", (cv_stretch){0});
    assert_int_equal(self->report.errors, 2);
    assert_int_equal(self->report.first->problem, CV_GLYPH_MISSING);
    assert_string_equal(self->report.first->message, "no font has U+1F600 GRINNING FACE");
    assert_string_equal(self->report.first->next->message, "no font has U+05D0 HEBREW LETTER ALEF");
}

static void points_at_the_character_that_is_missing(support *self) {
    fixture opened = open_shaper(self);
    const char *yaml = "name: \"Ada \U0001F600\"";
    uint32_t source = cv_report_add_source(&self->report, "x", support_bytes(yaml));
    shape(self, &opened, "Ada \U0001F600", (cv_stretch){.span = {source, 6, 16}});
    cv_span span = self->report.first->span;
    assert_int_equal(span.begin, strstr(yaml, "\U0001F600") - yaml);
    assert_int_equal(span.end - span.begin, 4);
}

static void prints_names_of_missing_characters_where_asked(support *self) {
    fixture opened = open_shaper(self);
    opened.document->missing = CV_MISSING_NAME;
    static const struct {
        const char *text, *printed;
    } cases[] = {
        {"a \U0001F600 b", "a [GRINNING FACE] b"},
        {"\u05D0\u05D1", "[HEBREW LETTER ALEF][HEBREW LETTER BET]"},
        {"1\u20E3 b", "1[COMBINING ENCLOSING KEYCAP] b"}, // the base stays
        {"e\u0301\u20E3", "e\u0301[COMBINING ENCLOSING KEYCAP]"},
        {"plain", "plain"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_shaped shaped = shape(self, &opened, cases[i].text, (cv_stretch){0});
        assert_string_equal(shaped.text.string, cases[i].printed);
        assert_int_equal(shaped.text.stretches.items[0].end, strlen(cases[i].printed));
        for (size_t j = 0; j < shaped.glyphs.count; j++)
            assert_int_not_equal(shaped.glyphs.items[j].id, 0);
    }
    assert_int_equal(self->report.errors, 0);
    assert_int_equal(self->report.warnings, 4);
    assert_int_equal(self->report.first->problem, CV_GLYPH_NAMED);
}

static void refuses_texts_beyond_the_limits(support *self) {
    fixture opened = open_shaper(self);
    cv_text_builder text = {.arena = self->arena};
    cv_text_add_char(&text, 'e');
    for (int i = 0; i < CV_LIMIT_MARKS; i++) cv_text_add_code_point(&text, 0x301);
    assert_true(shape(self, &opened, cv_text_string(&text), (cv_stretch){0}).runs.count);
    assert_int_equal(self->report.errors, 0);
    cv_text_add_code_point(&text, 0x301);
    assert_int_equal(shape(self, &opened, cv_text_string(&text), (cv_stretch){0}).runs.count, 0);
    assert_int_equal(self->report.errors, 1);
    assert_int_equal(self->report.first->problem, CV_TEXT_TOO_LONG);
    const char *longest = cv_format(self->arena, "%0*d", CV_LIMIT_TEXT_BYTES, 0);
    assert_true(shape(self, &opened, longest, (cv_stretch){0}).runs.count);
    assert_int_equal(self->report.errors, 1);
    const char *longer = cv_format(self->arena, "%s0", longest);
    assert_int_equal(shape(self, &opened, longer, (cv_stretch){0}).runs.count, 0);
    assert_int_equal(self->report.errors, 2);
}

static void shapes_a_part_anew_as_if_it_stood_alone(support *self) {
    fixture opened = open_shaper(self);
    cv_shaped whole = shape(self, &opened, "AVAV office", (cv_stretch){0});
    cv_shaped alone = shape(self, &opened, "AV of", (cv_stretch){0});
    cv_shaped_glyphs part =
        cv_shape_again(opened.shaper, &whole, &whole.runs.items[0], 2, 7); // "AV of"
    assert_int_equal(part.count, alone.glyphs.count);
    for (size_t i = 0; i < part.count; i++) {
        assert_int_equal(part.items[i].id, alone.glyphs.items[i].id);
        assert_int_equal(part.items[i].advance, alone.glyphs.items[i].advance);
        assert_int_equal(part.items[i].begin, alone.glyphs.items[i].begin + 2);
    }
}

static void destroy_shelf(void *shelf) { cv_font_shelf_destroy(shelf); }

static const char *const repository[] = {CVPDF_SOURCE_DIR "/fonts"};

// The first of the bundled faces, and what a list says helps out.
static cv_font_sources sources_of(support *self, size_t count, const char *list) {
    cv_font_sources sources = {.bundled = support_faces(self),
                               .bundled_count = count,
                               .list = support_bytes(list),
                               .shelf = cv_font_shelf_create()};
    cv_arena_defer(self->arena, destroy_shelf, sources.shelf);
    return sources;
}

enum { LATO = 4, LATO_AND_GENTIUM = 8 }; // faces of theirs

// Gentium helps out, as a font of the system, and none of these may be used.
static cv_font_sources sources_with_a_refused_font(support *self) {
    cv_font_sources sources = sources_of(self, LATO,
                                         "families: {A: [GentiumPlus-Regular.ttf]}\n"
                                         "chains: [{scripts: [Zyyy], sans: [A]}]\n");
    sources.system_folders = repository;
    sources.system_folder_count = 1;
    sources.refuses_system = true;
    return sources;
}

// For a document in Lato, code included.
static fixture open_with(support *self, cv_font_set *set, cv_memo *cache, cv_report *report) {
    fixture opened = {.document = support_document(self, 10)};
    opened.document->mono = "Lato";
    opened.shaper = cv_shaper_open(opened.document, set, cache, self->arena, report);
    return opened;
}

// The same for a document that is the only one of its set.
static fixture open_alone(support *self, const cv_font_sources *sources, cv_memo *cache) {
    cv_font_set *set = cv_font_set_open(sources, self->arena, &self->report);
    return open_with(self, set, cache, &self->report);
}

// Beside the letter, the arrow has the face that helps out that one's script; beside its name none.
static void names_what_lacks_a_face_beside_a_name(support *self) {
    cv_font_sources sources = sources_of(self, LATO,
                                         "families: {A: [GentiumPlus-Regular.ttf]}\n"
                                         "chains: [{scripts: [Deva], sans: [A]}]\n");
    sources.folders = repository;
    sources.folder_count = 1;
    fixture opened = open_alone(self, &sources, NULL);
    opened.document->missing = CV_MISSING_NAME;
    cv_shaped shaped = shape(self, &opened, "\u0915\uA71B", (cv_stretch){0});
    assert_string_equal(shaped.text.string,
                        "[DEVANAGARI LETTER KA][MODIFIER LETTER RAISED UP ARROW]");
    for (size_t i = 0; i < shaped.runs.count; i++) assert_non_null(shaped.runs.items[i].font);
    for (size_t i = 0; i < shaped.glyphs.count; i++)
        assert_int_not_equal(shaped.glyphs.items[i].id, 0);
}

// Two documents share a cache, and each uses a font of the system where none may be used.
static void reports_again_what_another_document_had(support *self) {
    cv_font_sources sources = sources_with_a_refused_font(self);
    cv_memo *memo = cv_memo_create();
    for (unsigned i = 0; i < 2; i++) {
        fixture opened = open_alone(self, &sources, memo);
        if (i == 0) shape(self, &opened, "a \uA71B", (cv_stretch){0}); // has the finding of "b"
        shape(self, &opened, "b \uA71B", (cv_stretch){0});
        assert_int_equal(self->report.errors, i + 1);
    }
    cv_memo_destroy(memo);
}

// A trial of a fit keeps its findings to itself, and takes none away from the layout that is kept.
static void reports_to_each_layout_what_it_uses(support *self) {
    cv_font_sources sources = sources_with_a_refused_font(self);
    cv_font_set *set = cv_font_set_open(&sources, self->arena, &self->report);
    for (size_t i = 0; i < 2; i++) {
        cv_report report;
        cv_report_init(&report, self->arena);
        report.sources = self->report.sources;
        fixture opened = open_with(self, set, NULL, &report);
        shape(self, &opened, "a \uA71B", (cv_stretch){0});
        shape(self, &opened, "b \uA71B", (cv_stretch){0});
        assert_int_equal(report.errors, 1);
    }
    assert_int_equal(self->report.errors, 0);
}

// The word has a letter that only Lato has and one that only Gentium has, so that the list is asked
// in vain, and then each letter goes to a bundled face.
static void reports_again_a_file_that_was_refused_in_vain(support *self) {
    static const char *const examples[] = {CVPDF_SOURCE_DIR "/data/examples"};
    cv_font_sources sources = sources_of(self, LATO_AND_GENTIUM,
                                         "families: {A: [academic.yaml]}\n"
                                         "chains: [{scripts: [Zyyy], sans: [A]}]\n");
    sources.folders = examples;
    sources.folder_count = 1;
    cv_memo *memo = cv_memo_create();
    for (unsigned i = 0; i < 2; i++) {
        fixture opened = open_alone(self, &sources, memo);
        shape(self, &opened, "ab", (cv_stretch){0});
        shape(self, &opened, "\u0149\uA725", (cv_stretch){0}); // has the finding
        cv_shaped shaped = shape(self, &opened, "n\u0149\uA725", (cv_stretch){0});
        assert_int_equal(shaped.runs.count, 3);
        assert_int_equal(self->report.errors, 0);
        assert_int_equal(self->report.warnings, i + 1);
    }
    // Alone, a text that another one of its document has had the finding of.
    fixture opened = open_alone(self, &sources, memo);
    shape(self, &opened, "n\u0149\uA725", (cv_stretch){0});
    assert_int_equal(self->report.warnings, 3);
    cv_memo_destroy(memo);
}

static void shapes_nothing_where_there_is_none(support *self) {
    fixture opened = open_shaper(self);
    cv_shaped shaped = cv_shape_text(opened.shaper, &(cv_block_text){0});
    assert_null(shaped.text.string);
    assert_int_equal(shaped.glyphs.count, 0);
}

static void reports_families_that_are_not_there_and_goes_on(support *self) {
    cv_document *document = support_document(self, 10);
    document->family = "Latto";
    document->mono = "Courier";
    fixture opened = {
        document, cv_shaper_open(document, support_fonts(self), NULL, self->arena, &self->report)};
    assert_int_equal(self->report.errors, 2);
    assert_string_equal(self->report.first->message, "there is no font family 'Latto'");
    support_contains(self->report.first->hint, "did you mean 'Lato'?");
    support_contains(self->report.first->next->hint, "Lato, Gentium Plus, JetBrains Mono");
    cv_shaped shaped = shape(self, &opened, "text", (cv_stretch){0});
    assert_int_equal(shaped.glyphs.count, 4);
}

static void shapes_every_text_of_a_document(support *self) {
    const cv_document *document =
        support_compose(self, "name: Ada\n"
                              "sections:\n"
                              "  S: [{award: A, date: 2020, bullets: [b]}]\n");
    cv_shaper *shaper =
        cv_shaper_open(document, support_fonts(self), NULL, self->arena, &self->report);
    const cv_shaped_block *blocks = cv_shape_document(shaper);
    for (size_t i = 0; i < document->blocks.count; i++) {
        const cv_block *block = &document->blocks.items[i];
        assert_ptr_equal(blocks[i].text.text.string, block->text.string);
        assert_ptr_equal(blocks[i].right.text.string, block->right.string);
        assert_ptr_equal(blocks[i].label.text.string, block->label.string);
    }
}

// Whether the glyphs of a text in `language` are those that the cache has.
static bool is_cached(support *self, cv_memo *cache, const char *language, const char *string) {
    cv_document *document = support_document(self, 10);
    document->language = language;
    cv_shaper *shaper =
        cv_shaper_open(document, support_fonts(self), cache, self->arena, &self->report);
    cv_block_text text = support_text(self, document, string);
    cv_shaped first = cv_shape_text(shaper, &text);
    return first.glyphs.items == cv_shape_text(shaper, &text).glyphs.items;
}

// Lato has forms of its own for Romanian and Turkish; Gentium Plus, which helps out, for
// Vietnamese.
static void shares_texts_between_languages_that_shape_alike(support *self) {
    cv_memo *cache = cv_memo_create();
    assert_false(is_cached(self, cache, "en", "first"));
    assert_true(is_cached(self, cache, "de", "first"));
    assert_false(is_cached(self, cache, "tr", "first"));
    assert_true(is_cached(self, cache, "tr", "first"));
    assert_true(is_cached(self, cache, "en", "first"));
    assert_false(is_cached(self, cache, "en", "\u1E9F"));
    assert_true(is_cached(self, cache, "en", "\u1E9F"));
    assert_false(is_cached(self, cache, "vi", "\u1E9F"));
    cv_memo_destroy(cache);
}

// Cuts are kept like whole texts.
static void keeps_what_is_shaped_again(support *self) {
    cv_memo *cache = cv_memo_create();
    cv_document *document = support_document(self, 10);
    cv_shaper *shaper =
        cv_shaper_open(document, support_fonts(self), cache, self->arena, &self->report);
    cv_block_text text = support_text(self, document, "AVAVA");
    cv_shaped shaped = cv_shape_text(shaper, &text);
    const cv_shaped_run *run = &shaped.runs.items[0];
    cv_shape_again(shaper, &shaped, run, 1, 4);
    cv_shaped_glyphs cut = cv_shape_again(shaper, &shaped, run, 1, 4);
    assert_ptr_equal(cut.items, cv_shape_again(shaper, &shaped, run, 1, 4).items);
    assert_int_equal(cut.count, 3);
    assert_int_equal(cut.items[0].begin, 1);
    assert_int_equal(cv_shape_again(shaper, &shaped, run, 1, 5).count, 4);
    cv_memo_destroy(cache);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(rejects_a_face_whose_substitutions_do_not_end),
        SUPPORT_TEST(gives_ligatures_all_their_letters),
        SUPPORT_TEST(sets_no_ligatures_in_tracked_text_and_code),
        SUPPORT_TEST(raises_punctuation_among_capitals),
        SUPPORT_TEST(shows_arrows_as_they_were_typed),
        SUPPORT_TEST(has_a_glyph_for_every_blank_and_ignorable_character_it_takes),
        SUPPORT_TEST(deals_the_characters_of_a_cluster_to_its_glyphs),
        SUPPORT_TEST(tracks_once_a_cluster),
        SUPPORT_TEST(covers_every_byte_once_and_in_order),
        SUPPORT_TEST(sets_figures_of_one_width_in_the_date_column_only),
        SUPPORT_TEST(kerns),
        SUPPORT_TEST(keeps_the_space_of_faces_of_one_width_below_a_gap),
        SUPPORT_TEST(takes_the_face_that_the_stretch_asks_for),
        SUPPORT_TEST(reports_a_character_that_no_face_has_once),
        SUPPORT_TEST(points_at_the_character_that_is_missing),
        SUPPORT_TEST(prints_names_of_missing_characters_where_asked),
        SUPPORT_TEST(refuses_texts_beyond_the_limits),
        SUPPORT_TEST(shapes_a_part_anew_as_if_it_stood_alone),
        SUPPORT_TEST(names_what_lacks_a_face_beside_a_name),
        SUPPORT_TEST(reports_again_what_another_document_had),
        SUPPORT_TEST(reports_to_each_layout_what_it_uses),
        SUPPORT_TEST(reports_again_a_file_that_was_refused_in_vain),
        SUPPORT_TEST(shapes_nothing_where_there_is_none),
        SUPPORT_TEST(reports_families_that_are_not_there_and_goes_on),
        SUPPORT_TEST(shapes_every_text_of_a_document),
        SUPPORT_TEST(shares_texts_between_languages_that_shape_alike),
        SUPPORT_TEST(keeps_what_is_shaped_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
