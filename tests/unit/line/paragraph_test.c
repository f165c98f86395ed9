// SPDX-License-Identifier: MIT
#include "line/paragraph.h"

#include "support.h"

typedef struct fixture {
    cv_document *document;
    cv_shaper *shaper;
    cv_breaker *breaker;
} fixture;

static fixture open_fixture(support *self) {
    fixture opened = {.document = support_document(self, 10)};
    opened.shaper =
        cv_shaper_open(opened.document, support_fonts(self), NULL, self->arena, &self->report);
    opened.breaker = cv_breaker_open("en", self->arena);
    return opened;
}

static cv_shaped *shape(support *self, fixture *opened, const cv_block_text *text) {
    cv_shaped *shaped = CV_NEW(self->arena, cv_shaped);
    *shaped = cv_shape_text(opened->shaper, text);
    return shaped;
}

// Of a text that does not fit on one line.
static cv_paragraph build(support *self, fixture *opened, const char *string, int narrowest) {
    cv_block_text text = support_text(self, opened->document, string);
    cv_paragraph_room room = {.single = -1, .narrowest = narrowest * CV_POINT};
    return cv_paragraph_build(shape(self, opened, &text), opened->breaker, room, self->arena);
}

static const char *text_between(support *self, const cv_paragraph *paragraph, uint32_t first,
                                uint32_t end) {
    cv_text_builder out = {.arena = self->arena};
    for (uint32_t i = first; i < end; i++) {
        const cv_shaped_glyph *glyph = &paragraph->shaped->glyphs.items[i];
        cv_text_add_bytes(&out, paragraph->shaped->text.string + glyph->begin, glyph->text_size);
    }
    return cv_text_string(&out);
}

// What stands between the break points: "one|two"; what vanishes is in brackets.
static const char *points_of(support *self, const cv_paragraph *paragraph) {
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 1; i < paragraph->points.count; i++) {
        const cv_break_point *from = &paragraph->points.items[i - 1];
        const cv_break_point *to = &paragraph->points.items[i];
        cv_text_add_string(&out, text_between(self, paragraph, from->next, to->end));
        if (to->next > to->end)
            cv_text_add(&out, "[%s]", text_between(self, paragraph, to->end, to->next));
        if (i + 1 < paragraph->points.count) cv_text_add_char(&out, '|');
    }
    return cv_text_string(&out);
}

static void has_a_point_at_each_opportunity(support *self) {
    fixture opened = open_fixture(self);
    static const struct {
        const char *text, *points;
    } cases[] = {
        {"word", "word"},
        {"one two", "one[ ]|two"},
        {"one  two ", "one[  ]|two[ ]"},
        {"sparse-tensor code", "sparse-|tensor[ ]|code"},
        {"no\u00A0break here", "no\u00A0break[ ]|here"},
        {"office fine", "office[ ]|fine"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_paragraph paragraph = build(self, &opened, cases[i].text, 1000);
        assert_string_equal(points_of(self, &paragraph), cases[i].points);
    }
}

static void sums_widths_blanks_and_words(support *self) {
    fixture opened = open_fixture(self);
    cv_paragraph paragraph = build(self, &opened, "one two-three  four", 1000);
    const cv_break_points *points = &paragraph.points;
    assert_int_equal(points->count, 5); // start, one, two-, three, four
    static const uint32_t words_to_end[] = {0, 1, 2, 2, 3}, words_to_next[] = {0, 1, 2, 2, 3};
    cv_length width = 0, spaces = 0;
    uint32_t glyph = 0;
    for (size_t i = 0; i < points->count; i++) {
        const cv_break_point *point = &points->items[i];
        for (; glyph < point->end; glyph++) {
            width += paragraph.advances[glyph];
            if (paragraph.blanks[glyph]) spaces += paragraph.advances[glyph];
        }
        assert_int_equal(point->width_to_end, width);
        assert_int_equal(point->spaces_to_end, spaces);
        for (; glyph < point->next; glyph++) {
            width += paragraph.advances[glyph];
            if (paragraph.blanks[glyph]) spaces += paragraph.advances[glyph];
        }
        assert_int_equal(point->width_to_next, width);
        assert_int_equal(point->spaces_to_next, spaces);
        assert_int_equal(point->words_to_end, words_to_end[i]);
        assert_int_equal(point->words_to_next, words_to_next[i]);
    }
    assert_int_equal(glyph, paragraph.shaped->glyphs.count);
    assert_int_equal(points->items[2].penalty, CV_PENALTY_HYPHEN);
    assert_int_equal(points->items[1].penalty, 0);
}

static void drops_a_separator_whole_at_a_break(support *self) {
    fixture opened = open_fixture(self);
    cv_block_text text = {.string = "a\u00A0b | c\u00A0d"};
    const uint32_t ends[] = {4, 7, 11};
    for (uint32_t i = 0; i < 3; i++)
        CV_PUSH(self->arena, &text.stretches,
                (cv_stretch){.begin = i ? ends[i - 1] : 0,
                             .end = ends[i],
                             .size = 10 * CV_POINT,
                             .is_discardable = i == 1});
    cv_paragraph_room room = {.single = -1, .narrowest = 1000 * CV_POINT};
    cv_paragraph paragraph =
        cv_paragraph_build(shape(self, &opened, &text), opened.breaker, room, self->arena);
    assert_string_equal(points_of(self, &paragraph), "a\u00A0b[ | ]|c\u00A0d");
}

static void may_break_a_word_that_is_wider_than_any_line(support *self) {
    fixture opened = open_fixture(self);
    cv_paragraph paragraph = build(self, &opened, "so unbelievable it", 30);
    assert_string_equal(points_of(self, &paragraph), "so[ ]|u|n|b|e|l|i|e|v|a|b|l|e[ ]|it");
    for (size_t i = 2; i < paragraph.points.count - 2; i++)
        assert_int_equal(paragraph.points.items[i].penalty, CV_PENALTY_EMERGENCY);
    assert_int_equal(paragraph.points.items[paragraph.points.count - 2].penalty, 0);
    // In its last word, and never inside a cluster.
    paragraph = build(self, &opened, "so q\u0307\u0323q\u0307\u0323q\u0307\u0323q\u0307\u0323", 20);
    assert_string_equal(points_of(self, &paragraph),
                        "so[ ]|q\u0307\u0323|q\u0307\u0323|q\u0307\u0323|q\u0307\u0323");
}

// An item of the contact line that is longer than a line, say.
static void breaks_at_no_break_spaces_before_it_breaks_words(support *self) {
    fixture opened = open_fixture(self);
    cv_paragraph paragraph = build(self, &opened, "so at\u00A0an\u00A0unbelievable\u00A0it", 40);
    assert_string_equal(points_of(self, &paragraph),
                        "so[ ]|at[\u00A0]|an[\u00A0]|u|n|b|e|l|i|e|v|a|b|l|e[\u00A0]|it");
    assert_int_equal(paragraph.points.items[2].penalty, CV_PENALTY_TIE);
    assert_int_equal(paragraph.points.items[4].penalty, CV_PENALTY_EMERGENCY);
    paragraph = build(self, &opened, "so at\u00A0an it", 40);
    assert_string_equal(points_of(self, &paragraph), "so[ ]|at\u00A0an[ ]|it");
}

static void may_break_a_word_wider_than_any_length(support *self) {
    fixture opened = open_fixture(self);
    char word[8001] = "";
    memset(word, 'w', sizeof word - 1);
    cv_paragraph paragraph = build(self, &opened, word, 400);
    assert_int_equal(paragraph.points.count, sizeof word);
    const cv_break_point *last = &paragraph.points.items[paragraph.points.count - 1];
    assert_true(last->width_to_end > INT32_MAX);
    assert_int_equal(last->width_to_end, 8000 * (int64_t)paragraph.advances[0]);
}

static void breaks_no_word_that_fits(support *self) {
    fixture opened = open_fixture(self);
    cv_paragraph paragraph = build(self, &opened, "so unbelievable it", 80);
    assert_string_equal(points_of(self, &paragraph), "so[ ]|unbelievable[ ]|it");
}

// Some faces show one character by several glyphs, of which only the first has text.
static void breaks_after_all_glyphs_of_a_cluster(support *self) {
    fixture opened = open_fixture(self);
    cv_block_text text = support_text(self, opened.document, "日本");
    cv_shaped shaped = {.text = text};
    static const cv_shaped_glyph glyphs[] = {
        {.begin = 0, .text_size = 3, .id = 1, .starts_cluster = true},
        {.begin = 3, .text_size = 0, .id = 2},
        {.begin = 3, .text_size = 3, .id = 3, .starts_cluster = true}};
    shaped.glyphs = (cv_shaped_glyphs){glyphs, 3};
    CV_PUSH(self->arena, &shaped.runs,
            (cv_shaped_run){.end = 6,
                            .count = 3,
                            .font = cv_shaper_font(opened.shaper, CV_FACE_REGULAR),
                            .stretch = &text.stretches.items[0]});
    cv_paragraph_room room = {.single = -1, .narrowest = 1000 * CV_POINT};
    cv_paragraph paragraph = cv_paragraph_build(&shaped, opened.breaker, room, self->arena);
    assert_int_equal(paragraph.points.count, 3);
    assert_int_equal(paragraph.points.items[1].end, 2);
    assert_int_equal(paragraph.points.items[1].next, 2);
}

static void takes_nothing_but_blanks(support *self) {
    fixture opened = open_fixture(self);
    cv_paragraph paragraph = build(self, &opened, "  ", 100);
    assert_int_equal(paragraph.points.count, 2);
    assert_int_equal(paragraph.points.items[1].end, 0);
    assert_int_equal(paragraph.points.items[1].next, 2);
}

static void looks_for_no_breaks_in_a_text_that_one_line_holds(support *self) {
    fixture opened = open_fixture(self);
    cv_block_text text = support_text(self, opened.document, "one two ");
    const cv_shaped *shaped = shape(self, &opened, &text);
    cv_paragraph all = cv_paragraph_build(shaped, opened.breaker,
                                          (cv_paragraph_room){-1, 100 * CV_POINT}, self->arena);
    assert_string_equal(points_of(self, &all), "one[ ]|two[ ]");
    cv_paragraph_room room = {.single = (cv_length)all.points.items[2].width_to_end};
    cv_paragraph whole = cv_paragraph_build(shaped, opened.breaker, room, self->arena);
    assert_string_equal(points_of(self, &whole), "one two[ ]");
    const cv_break_point *end = &whole.points.items[1], *same = &all.points.items[2];
    assert_int_equal(end->width_to_end, same->width_to_end);
    assert_int_equal(end->width_to_next, same->width_to_next);
    assert_int_equal(end->words_to_next, same->words_to_next);
    assert_int_equal(end->penalty, 0);
    room.single--;
    room.narrowest = 100 * CV_POINT;
    cv_paragraph broken = cv_paragraph_build(shaped, opened.breaker, room, self->arena);
    assert_string_equal(points_of(self, &broken), "one[ ]|two[ ]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(has_a_point_at_each_opportunity),
        SUPPORT_TEST(sums_widths_blanks_and_words),
        SUPPORT_TEST(drops_a_separator_whole_at_a_break),
        SUPPORT_TEST(may_break_a_word_that_is_wider_than_any_line),
        SUPPORT_TEST(breaks_at_no_break_spaces_before_it_breaks_words),
        SUPPORT_TEST(may_break_a_word_wider_than_any_length),
        SUPPORT_TEST(breaks_no_word_that_fits),
        SUPPORT_TEST(breaks_after_all_glyphs_of_a_cluster),
        SUPPORT_TEST(takes_nothing_but_blanks),
        SUPPORT_TEST(looks_for_no_breaks_in_a_text_that_one_line_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
