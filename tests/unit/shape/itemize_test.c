// SPDX-License-Identifier: MIT
#include "shape/itemize.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "support.h"

// Lato, then Gentium Plus; or the mono face, then both.
typedef struct chains {
    const cv_font *lato, *gentium, *mono;
    cv_font_chain text, code;
} chains;

static chains make_chains(support *self) {
    cv_font_set *set = support_fonts(self);
    chains made = {.lato = cv_font_find(set, "Lato", CV_FACE_REGULAR),
                   .gentium = cv_font_find(set, "Gentium Plus", CV_FACE_REGULAR),
                   .mono = cv_font_find(set, "JetBrains Mono", CV_FACE_REGULAR)};
    const cv_font **fonts = CV_NEW_ARRAY(self->arena, const cv_font *, 3);
    fonts[0] = made.mono;
    fonts[1] = made.lato;
    fonts[2] = made.gentium;
    made.code = (cv_font_chain){fonts, 3};
    made.text = (cv_font_chain){fonts + 1, 2};
    return made;
}

static cv_shaped_runs itemize(support *self, const char *string, cv_font_chain chain) {
    cv_stretch *stretch = CV_NEW(self->arena, cv_stretch);
    *stretch = (cv_stretch){.end = (uint32_t)strlen(string), .size = 10 * CV_POINT};
    cv_shaped_runs runs = {0};
    cv_face_wish wish = {.chain = chain};
    cv_face_parts parts = {0};
    if (stretch->end) parts = cv_faces_choose(&wish, string, 0, stretch->end, self->arena);
    cv_itemize(string, stretch, &parts, NULL, self->arena, &runs);
    uint32_t at = 0; // whatever the cuts, nothing is lost
    for (size_t i = 0; i < runs.count; i++) {
        assert_int_equal(runs.items[i].begin, at);
        assert_true(runs.items[i].end > at);
        assert_non_null(runs.items[i].font);
        assert_ptr_equal(runs.items[i].stretch, stretch);
        at = runs.items[i].end;
    }
    assert_int_equal(at, strlen(string));
    return runs;
}

static void cuts_runs_by_face_and_script(support *self) {
    chains made = make_chains(self);
    static const struct {
        const char *runs; // a bar where one ends
        bool is_code;
        const char *faces; // L, G or M for each
    } cases[] = {
        {"plain text, 3.9!", false, "L"},
        {"done |\u2713| here", false, "LGL"},     // Lato has no check mark
        {"Latin |Русский |Ελλάδα", false, "LLL"}, // three scripts
        {"(1) Русский, 2024", false, "L"},        // what is neutral goes along
        {"x\u0331y", false, "L"},
        {"a |x\u0331| b", true, "MLM"}, // the whole cluster changes its face
        {"\u2713", true, "M"},
        {"e\u0301", true, "M"},
        {"a\u00A0b\u2009c", true, "M"},  // spaces of any width need no glyph
        {"a\u00ADb\u200Dc", false, "L"}, // nor do ignorable characters
        {"a\u2011b", false, "L"},        // a hyphen stands in
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_text_builder text = {.arena = self->arena};
        for (const char *at = cases[i].runs; *at; at++)
            if (*at != '|') cv_text_add_char(&text, *at);
        cv_shaped_runs runs =
            itemize(self, cv_text_string(&text), cases[i].is_code ? made.code : made.text);
        if (runs.count != strlen(cases[i].faces)) fail_msg("case %zu: %zu runs", i, runs.count);
        const char *part = cases[i].runs;
        for (size_t j = 0; j < runs.count; j++) {
            const cv_font *font = runs.items[j].font;
            char face = font == made.lato ? 'L' : font == made.gentium ? 'G' : 'M';
            assert_int_equal(face, cases[i].faces[j]);
            assert_int_equal(runs.items[j].end - runs.items[j].begin, strcspn(part, "|"));
            part += strcspn(part, "|") + 1;
        }
    }
}

static void makes_no_run_of_nothing(support *self) {
    chains made = make_chains(self);
    assert_int_equal(itemize(self, "", made.text).count, 0);
}

static unsigned count_code_points(const char *text, const char *end) {
    unsigned count = 0;
    for (; text < end; count++) cv_utf8_next(&text);
    return count;
}

static void cuts_long_runs_after_a_blank(support *self) {
    chains made = make_chains(self);
    cv_text_builder text = {.arena = self->arena};
    while (text.size < 20000) cv_text_add_string(&text, "wörter "); // 7 code points
    cv_shaped_runs runs = itemize(self, cv_text_string(&text), made.text);
    assert_in_range(runs.count, 4, 6);
    for (size_t i = 0; i < runs.count; i++) {
        const char *begin = text.bytes + runs.items[i].begin, *end = text.bytes + runs.items[i].end;
        assert_int_equal(end[-1], ' ');
        unsigned count = count_code_points(begin, end);
        assert_true(count <= CV_LIMIT_RUN_CODE_POINTS);
        if (i + 1 < runs.count) assert_true(count > CV_LIMIT_RUN_CODE_POINTS - 7);
    }
}

static void cuts_long_words_between_clusters(support *self) {
    chains made = make_chains(self);
    cv_text_builder text = {.arena = self->arena};
    while (text.size < 30000) cv_text_add_string(&text, "xe\u0331\u0323");
    cv_shaped_runs runs = itemize(self, cv_text_string(&text), made.text);
    assert_true(runs.count > 1);
    for (size_t i = 0; i < runs.count; i++) {
        const char *begin = text.bytes + runs.items[i].begin, *end = text.bytes + runs.items[i].end;
        assert_true(*begin == 'x' || *begin == 'e');
        assert_true(count_code_points(begin, end) <= CV_LIMIT_RUN_CODE_POINTS);
    }
}

static void cuts_runs_where_no_face_ends(support *self) {
    chains made = make_chains(self);
    cv_stretch stretch = {.end = 4};
    cv_face_part items[] = {{2, NULL}, {4, made.lato}};
    cv_face_parts parts = {.items = items, .count = 2};
    cv_shaped_runs runs = {0};
    cv_itemize("abcd", &stretch, &parts, NULL, self->arena, &runs);
    assert_int_equal(runs.count, 2);
    assert_null(runs.items[0].font);
    assert_int_equal(runs.items[0].end, 2);
    assert_ptr_equal(runs.items[1].font, made.lato);
}

static void knows_what_a_face_covers(support *self) {
    chains made = make_chains(self);
    assert_true(cv_font_covers(made.lato, 'a'));
    assert_false(cv_font_covers(made.lato, 0x2713));
    assert_true(cv_font_covers(made.lato, 0x2011));
    assert_true(cv_font_covers(made.mono, 0x2009));
    assert_true(cv_font_covers(made.lato, 0xAD));
    assert_false(cv_font_covers(made.lato, 0x1F600));
    assert_int_equal(cv_font_stand_in(made.lato, 0xA0), ' ');
    assert_int_equal(cv_font_stand_in(made.lato, 0x2011), '-');
    assert_int_equal(cv_font_stand_in(made.gentium, 0x2011), 0x2011);
    assert_int_equal(cv_font_stand_in(made.lato, 'a'), 'a');
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(cuts_runs_by_face_and_script), SUPPORT_TEST(makes_no_run_of_nothing),
        SUPPORT_TEST(cuts_long_runs_after_a_blank), SUPPORT_TEST(cuts_long_words_between_clusters),
        SUPPORT_TEST(cuts_runs_where_no_face_ends), SUPPORT_TEST(knows_what_a_face_covers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
