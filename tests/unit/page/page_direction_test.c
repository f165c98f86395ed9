// SPDX-License-Identifier: MIT
#include "page/page_direction.h"

#include "support.h"

typedef struct made_page {
    cv_document document;
    cv_placer placer;
    cv_fonts fonts;
    cv_items items;
} made_page;

static void init(made_page *page, support *self, bool is_right_to_left) {
    page->document = *support_compose(self, "name: Ada\n");
    page->document.is_right_to_left = is_right_to_left;
    page->placer = (cv_placer){.document = &page->document, .fonts = &page->fonts};
    page->placer.arena = self->arena;
    page->placer.shaper =
        cv_shaper_open(&page->document, support_fonts(self), NULL, self->arena, &self->report);
}

static void add(made_page *page, const char *text) {
    cv_glyph *glyph = CV_NEW(page->placer.arena, cv_glyph);
    *glyph = (cv_glyph){.text = text, .text_size = (uint32_t)strlen(text)};
    cv_item item = {.kind = CV_ITEM_GLYPHS, .as.glyphs = {.glyph = glyph, .count = 1}};
    CV_PUSH(page->placer.arena, &page->items, item);
}

// What the blank is read as, if there is one.
static const char *marks(made_page *page) {
    size_t count = page->items.count;
    cv_place_direction(&page->placer, &page->items);
    if (page->items.count == count) return NULL;
    assert_int_equal(page->items.count, count + 1);
    const cv_item *item = &page->items.items[count];
    assert_int_equal(item->mark, CV_ARTIFACT);
    assert_true(item->at.x > 0 && item->at.x < page->document.page.width);
    assert_true(item->at.y > 0 && item->at.y < page->document.page.height);
    assert_memory_equal(item->as.glyphs.glyph->text, " ", item->as.glyphs.glyph->text_size);
    return item->as.glyphs.replacement;
}

static void leaves_pages_alone_that_run_as_they_should(support *self) {
    made_page latin = {0}, mixed = {0}, hebrew = {0};
    init(&latin, self, true);
    add(&latin, "no letter from right to left");
    assert_null(marks(&latin));
    init(&mixed, self, false);
    add(&mixed, "more from left to right");
    add(&mixed, "\u05D0\u05D1\u05D2");
    assert_null(marks(&mixed));
    init(&hebrew, self, true);
    add(&hebrew, "\u05D0\u05D1\u05D2\u05D3");
    add(&hebrew, "ab");
    assert_null(marks(&hebrew));
}

static void outweighs_letters_from_left_to_right(support *self) {
    made_page page = {0};
    init(&page, self, true);
    add(&page, "\u05D0\u05D1");
    add(&page, "abc");
    assert_string_equal(marks(&page), "\u200F\u200F"); // one more than the others, all told
}

static void outweighs_letters_from_right_to_left(support *self) {
    made_page page = {0};
    init(&page, self, false);
    add(&page, "\u05D0\u05D1");
    add(&page, "a");
    assert_string_equal(marks(&page), "\u200E\u200E");
}

// A string in PDF/A has 32,767 bytes at most.
static void spreads_many_marks_over_blanks(support *self) {
    enum { LETTERS = 9000 };
    made_page page = {0};
    init(&page, self, true);
    char *text = CV_NEW_ARRAY(self->arena, char, LETTERS + 1);
    memset(text, 'a', LETTERS);
    add(&page, "\u05D0");
    add(&page, text);
    cv_place_direction(&page.placer, &page.items);
    size_t marks = 0;
    for (size_t i = 2; i < page.items.count; i++) {
        size_t bytes = strlen(page.items.items[i].as.glyphs.replacement);
        assert_true(bytes / 3 * 2 + 2 < 32767);
        if (i > 2) assert_true(page.items.items[i].at.x > page.items.items[i - 1].at.x);
        marks += bytes / 3;
    }
    assert_true(page.items.count > 3);
    assert_true(marks >= LETTERS);
}

static void leaves_out_what_is_drawn_as_outlines(support *self) {
    made_page page = {0};
    init(&page, self, true);
    add(&page, "\u05D0\u05D1");
    add(&page, "abc");
    page.items.items[1].as.glyphs.is_outline = true;
    assert_null(marks(&page));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(leaves_pages_alone_that_run_as_they_should),
        SUPPORT_TEST(outweighs_letters_from_left_to_right),
        SUPPORT_TEST(outweighs_letters_from_right_to_left),
        SUPPORT_TEST(spreads_many_marks_over_blanks),
        SUPPORT_TEST(leaves_out_what_is_drawn_as_outlines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
