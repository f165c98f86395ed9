// SPDX-License-Identifier: MIT
#include "page/page.h"

#include "support.h"

typedef struct typeset {
    const cv_document *document;
    cv_shaper *shaper;
    const cv_lines *lines;
    const cv_display *display;
} typeset;

static typeset set_document(support *self, const cv_document *document) {
    typeset set = {.document = document};
    set.shaper = cv_shaper_open(document, support_fonts(self), NULL, self->arena, &self->report);
    cv_breaker *breaker = cv_breaker_open("en", self->arena);
    set.lines = cv_lines_set(document, cv_shape_document(set.shaper), set.shaper, breaker,
                             self->arena, &self->report);
    set.display = cv_pages_set(document, set.lines, set.shaper, self->arena, &self->report);
    cv_display_verify(set.display);
    return set;
}

static typeset set_resume(support *self, const char *yaml) {
    return set_document(self, support_compose(self, yaml));
}

// A career of so many sections with entries of growing length.
static const char *long_resume(support *self, int sections, const char *design) {
    cv_text_builder yaml = {.arena = self->arena};
    cv_text_add(&yaml, "name: Ada Byron\ndesign: {%s}\nsections:\n", design);
    for (int i = 0; i < sections; i++) {
        cv_text_add(&yaml, "  Section %d:\n", i);
        for (int j = 0; j <= i % 3; j++) {
            cv_text_add(&yaml, "    - role: Role %d.%d\n      organization: O\n      bullets:\n", i,
                        j);
            for (int k = 0; k <= (i + j) % 4; k++)
                cv_text_add(&yaml,
                            "        - Bullet %d.%d.%d says in some more words than fit on "
                            "one line what was done, why, and to what end, as bullets do\n",
                            i, j, k);
        }
    }
    return cv_text_string(&yaml);
}

static const char *text_of(support *self, const cv_item *item) {
    cv_text_builder out = {.arena = self->arena};
    for (uint32_t i = 0; i < item->as.glyphs.count; i++)
        cv_text_add_bytes(&out, item->as.glyphs.glyph[i].text, item->as.glyphs.glyph[i].text_size);
    return cv_text_string(&out);
}

static bool is_footer(const cv_item *item) {
    return item->kind == CV_ITEM_GLYPHS && item->mark == CV_ARTIFACT;
}

static const char *footer_of(support *self, const cv_page *page) {
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 0; i < page->items.count; i++) {
        const cv_item *item = &page->items.items[i];
        if (!is_footer(item)) continue;
        assert_true(item->as.glyphs.is_outline); // no extractor is to read it
        cv_text_add_string(&out, text_of(self, item));
    }
    return cv_text_string(&out);
}

// The first or last baseline of the text of a page.
static cv_length first_baseline(const cv_page *page) { return page->items.items[0].at.y; }

static cv_length last_baseline(const cv_page *page) {
    cv_length last = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        const cv_item *item = &page->items.items[i];
        if (item->kind == CV_ITEM_GLYPHS && !is_footer(item) && item->at.y > last)
            last = item->at.y;
    }
    return last;
}

// The lowest baseline there may be, from where the body's descenders touch the margin.
static cv_length lowest_baseline(const typeset *set) {
    const cv_page_style *page = &set->document->page;
    const cv_font *body = cv_shaper_font(set->shaper, CV_FACE_REGULAR);
    return page->height - page->margin_bottom +
           cv_font_scale(body, body->descent, set->document->size);
}

static void has_every_text_once_and_in_order(support *self) {
    typeset set = set_resume(self, long_resume(self, 12, ""));
    assert_true(set.display->pages.count > 2);
    cv_text_builder wanted = {.arena = self->arena}, found = {.arena = self->arena};
    for (size_t i = 0; i < set.document->blocks.count; i++) {
        const cv_block *block = &set.document->blocks.items[i];
        const cv_block_text *const texts[] = {&block->label, &block->text, &block->right};
        for (size_t j = 0; j < 3; j++)
            if (texts[j]->string) cv_text_add_string(&wanted, texts[j]->string);
    }
    for (size_t i = 0; i < set.display->pages.count; i++) {
        const cv_items *items = &set.display->pages.items[i].items;
        for (size_t j = 0; j < items->count; j++) {
            const cv_item *item = &items->items[j];
            if (item->kind == CV_ITEM_GLYPHS && !is_footer(item) && !item->as.glyphs.replacement)
                cv_text_add_string(&found, text_of(self, item));
        }
    }
    assert_string_equal(cv_text_string(&found), cv_text_string(&wanted));
}

static void begins_and_ends_pages_within_their_margins(support *self) {
    typeset set = set_resume(self, long_resume(self, 12, ""));
    const cv_pages *pages = &set.display->pages;
    const cv_font *bold = cv_shaper_font(set.shaper, CV_FACE_BOLD);
    cv_length top = set.document->page.margin_top;
    for (size_t i = 0; i < pages->count; i++) {
        cv_length size = i ? set.document->heading_size : set.document->name_size;
        assert_int_equal(first_baseline(&pages->items[i]),
                         top + cv_font_scale(bold, bold->cap_height, size));
        assert_true(last_baseline(&pages->items[i]) <= lowest_baseline(&set) + CV_POINT / 50);
        assert_int_equal(pages->items[i].width, set.document->page.width);
    }
}

// How a line begins: with its heading, role, organization, bullet or what is none of these.
static char kind_of_line(const char *text) {
    if (cv_starts_with(text, "SECTION")) return 'S';
    if (cv_starts_with(text, "Role")) return 'R';
    if (cv_equal(text, "O")) return 'O';
    return cv_starts_with(text, "•") ? 'B' : '-';
}

// A letter for each line of a page.
static const char *kinds_of_lines(support *self, const cv_page *page) {
    cv_text_builder kinds = {.arena = self->arena};
    cv_length at = -1;
    for (size_t i = 0; i < page->items.count; i++) {
        const cv_item *item = &page->items.items[i];
        if (item->kind != CV_ITEM_GLYPHS || is_footer(item) || item->at.y == at) continue;
        at = item->at.y;
        cv_text_add_char(&kinds, kind_of_line(text_of(self, item)));
    }
    return cv_text_string(&kinds);
}

// Whether the page between two others begins and ends as it may; `firsts` is what it may begin
// with.
static void check_page(const char *kinds, const char *firsts, bool is_first, bool is_last) {
    size_t count = strlen(kinds);
    if (!is_first && !strchr(firsts, *kinds)) fail_msg("a page begins with %s", kinds);
    if (is_last) return;
    char foot = kinds[count - 1], above = kinds[count - 2];
    if (foot == 'S' || above == 'S') fail_msg("a heading is stranded: %s", kinds);
    if (foot == 'R' || foot == 'O') fail_msg("the head of an entry is stranded: %s", kinds);
}

// Bullets are of two or three lines: none may be split.
static void never_strands_headings_heads_and_lines(support *self) {
    for (int keep = 0; keep < 2; keep++)
        for (int height = 420; height < 800; height += 23) {
            const char *design =
                cv_format(self->arena, "page: {size: [400pt, %dpt]}, entry: {keep: %s}", height,
                          keep ? "true" : "false");
            typeset set = set_resume(self, long_resume(self, 9, design));
            assert_int_equal(self->report.warnings, 0); // each keep that failed would be one
            const cv_pages *pages = &set.display->pages;
            for (size_t i = 0; i < pages->count; i++)
                check_page(kinds_of_lines(self, &pages->items[i]), keep ? "SR" : "SRB", i == 0,
                           i + 1 == pages->count);
        }
}

static void fills_stretched_pages_exactly(support *self) {
    int filled = 0;
    for (int height = 300; height < 800; height += 7) {
        const char *design =
            cv_format(self->arena, "page: {size: [400pt, %dpt]}, footer: {show: never}", height);
        typeset set = set_resume(self, long_resume(self, 9, design));
        const cv_pages *pages = &set.display->pages;
        for (size_t i = 0; i + 1 < pages->count; i++) {
            cv_length slack = lowest_baseline(&set) - last_baseline(&pages->items[i]);
            assert_true(slack > -CV_POINT / 50);
            filled += slack < CV_POINT / 50;
        }
    }
    assert_true(filled > 20);
}

static void numbers_pages_from_the_second_on(support *self) {
    static const struct {
        const char *design, *first, *second;
    } cases[] = {
        {"", "", "Ada Byron · 2 / 4"},
        {"footer: {show: always}", "Ada Byron · 1 / 4", "Ada Byron · 2 / 4"},
        {"footer: {show: never}", "", ""},
        {"footer: {text: '{page}'}", "", "2"},
        {"footer: {text: 'p. {page} of {pages} pages'}", "", "p. 2 of 4 pages"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        typeset set = set_resume(self, long_resume(self, 12, cases[i].design));
        assert_int_equal(set.display->pages.count, 4);
        assert_string_equal(footer_of(self, &set.display->pages.items[0]), cases[i].first);
        assert_string_equal(footer_of(self, &set.display->pages.items[1]), cases[i].second);
    }
    typeset set = set_resume(self, "name: Ada\n");
    assert_int_equal(set.display->pages.count, 1);
    assert_string_equal(footer_of(self, &set.display->pages.items[0]), "");
}

static void centres_the_footer_at_its_distance(support *self) {
    typeset set = set_resume(self, long_resume(self, 12, ""));
    const cv_items *items = &set.display->pages.items[1].items;
    const cv_item *footer = &items->items[items->count - 1];
    assert_true(is_footer(footer));
    cv_length width = 0;
    for (uint32_t i = 0; i < footer->as.glyphs.count; i++)
        width += footer->as.glyphs.glyph[i].advance;
    assert_in_range(2 * footer->at.x + width, set.document->page.width - 2,
                    set.document->page.width + 2);
    assert_int_equal(footer->at.y, set.document->page.height - set.document->footer.distance);
}

static void encloses_the_glyphs_of_a_link(support *self) {
    typeset set = set_resume(self, "name: Ada\ncontact: {email: ada@example.org, location: Rome}\n"
                                   "design: {links: {underline: true}}\n");
    const cv_items *items = &set.display->pages.items[0].items;
    const cv_item *text = NULL, *link = NULL, *line = NULL;
    for (size_t i = 0; i < items->count; i++) {
        const cv_item *item = &items->items[i];
        if (item->kind == CV_ITEM_LINK) link = item;
        if (item->kind == CV_ITEM_RULE) line = item;
        if (item->kind == CV_ITEM_GLYPHS && cv_starts_with(text_of(self, item), "ada@"))
            text = item;
    }
    assert_non_null(text);
    assert_non_null(link);
    assert_non_null(line);
    assert_int_equal(link->mark, text->mark);
    assert_int_equal(set.document->structure.items[link->mark].tag, CV_TAG_LINK);
    cv_length width = 0;
    for (uint32_t i = 0; i < text->as.glyphs.count; i++) width += text->as.glyphs.glyph[i].advance;
    assert_int_equal(link->at.x, text->at.x);
    assert_int_equal(link->as.link.width, width);
    assert_true(link->at.y < text->at.y - text->as.glyphs.size / 2);
    assert_true(link->at.y + link->as.link.height > text->at.y);
    assert_int_equal(line->mark, CV_ARTIFACT);
    assert_int_equal(line->at.x, text->at.x);
    assert_int_equal(line->as.rule.width, width);
    assert_true(line->at.y > text->at.y);
}

static void rules_headings_over_the_measure(support *self) {
    typeset set = set_resume(self, "name: Ada\nsections: {S: [text]}\n");
    const cv_page_style *page = &set.document->page;
    const cv_items *items = &set.display->pages.items[0].items;
    size_t rules = 0;
    for (size_t i = 1; i < items->count; i++) {
        const cv_item *rule = &items->items[i], *heading = &items->items[i - 1];
        if (rule->kind != CV_ITEM_RULE) continue;
        rules++;
        assert_string_equal(text_of(self, heading), "S");
        assert_int_equal(rule->mark, CV_ARTIFACT);
        assert_int_equal(rule->at.x, page->margin_left);
        assert_int_equal(rule->as.rule.width, page->width - page->margin_left - page->margin_right);
        assert_true(rule->at.y > heading->at.y);
    }
    assert_int_equal(rules, 1);
}

static void reports_a_keep_that_no_page_can_honour(support *self) {
    set_resume(self, "name: Ada\n"
                     "design: {page: {size: [300pt, 200pt]}}\n"
                     "sections:\n"
                     "  S:\n"
                     "    - award: A\n"
                     "      organization: O\n"
                     "      bullets: [one bullet that is set in three lines on a page as narrow as "
                     "this one and that as high as it is wide would do]\n");
    bool is_reported = false;
    for (const cv_diagnostic *each = self->report.first; each; each = each->next)
        is_reported |= each->problem == CV_PAGE_OVERFULL;
    assert_true(is_reported);
    assert_int_equal(self->report.errors, 0);
}

static void refuses_more_pages_than_there_may_be(support *self) {
    cv_text_builder yaml = {.arena = self->arena};
    cv_text_add_string(&yaml,
                       "name: Ada\ndesign: {page: {size: [300pt, 200pt]}}\nsections:\n  S:\n");
    for (int i = 0; i < 1500; i++) cv_text_add_string(&yaml, "    - text\n");
    set_resume(self, cv_text_string(&yaml));
    assert_int_equal(self->report.errors, 1);
    assert_int_equal(self->report.first->problem, CV_TOO_MANY_PAGES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(has_every_text_once_and_in_order),
        SUPPORT_TEST(begins_and_ends_pages_within_their_margins),
        SUPPORT_TEST(never_strands_headings_heads_and_lines),
        SUPPORT_TEST(fills_stretched_pages_exactly),
        SUPPORT_TEST(numbers_pages_from_the_second_on),
        SUPPORT_TEST(centres_the_footer_at_its_distance),
        SUPPORT_TEST(encloses_the_glyphs_of_a_link),
        SUPPORT_TEST(rules_headings_over_the_measure),
        SUPPORT_TEST(reports_a_keep_that_no_page_can_honour),
        SUPPORT_TEST(refuses_more_pages_than_there_may_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
