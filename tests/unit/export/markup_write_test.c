// SPDX-License-Identifier: MIT
#include "export/markup_write.h"

#include "base/unicode.h"
#include "resume/markup.h"
#include "support.h"

static cv_text read(support *self, const char *markup) {
    return cv_markup_read(markup, (cv_span){0}, self->arena, &self->report);
}

static const char *rewrite(support *self, const char *markup) {
    cv_text text = read(self, markup);
    return cv_markup_write(&text, self->arena);
}

static bool is_same_part(const cv_inline *a, const cv_inline *b) {
    return cv_equal(a->string, b->string) && a->style == b->style && cv_equal(a->uri, b->uri);
}

static void gives_back_what_needs_no_change(support *self) {
    static const char *const texts[] = {
        "plain",
        "**strong**, *emphasis* and ***both***",
        "**a *b* c** and *a **b** c*",
        "in*tra*word",
        "***a* b** and ***a** b*",
        "`code` and ``a ` b`` and `` ` ``",
        "**a `b` c**",
        "[text](https://example.org/a) after",
        "**[text](https://example.org/a) after**",
        "[a **b** c](https://example.org)",
        "x[*a*](https://example.org)y",
        "[a](https://example.org)[b](https://example.org)",
        "[mail](mailto:ada@example.org)",
        "[wiki](https://example.org/a_\\(b\\))",
        "see https://example.org/a, or www.example.org.",
        "**https://example.org/a**",
        "https://example.org/a",
        "a_b snake_case <b> & co. [1] (2) #3",
        "5 \\* 3, \\`, \\\\, \\*not this\\*",
        "[\\]\\[](https://example.org)",
        "[a\\](b)",
        "https\\://example.org and www\\.example.org",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(rewrite(self, texts[i]), texts[i]);
}

static void writes_all_ways_of_saying_a_thing_in_one(support *self) {
    static const struct {
        const char *markup, *written;
    } cases[] = {
        {"  two \n lines ", "two lines"},
        {"`` a ``", "`a`"},
        {"[www.example.org](https://www.example.org)", "www.example.org"},
        {"[https://example.org](https://example.org)", "https://example.org"},
        {"[https://localhost](https://localhost)", "[https://localhost](https://localhost)"},
        {"[https://example.org](https://example.org)x",
         "[https://example.org](https://example.org)x"},
        {"**[a](https://example.org)**", "[**a**](https://example.org)"},
        {"2 * 3", "2 \\* 3"},
        {"[x](javascript:alert\\(1\\))", "x"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(rewrite(self, cases[i].markup), cases[i].written);
}

static void prefers_the_text_to_its_styles(support *self) {
    // Stars before the bracket would not open after a letter, so that they would be shown.
    assert_string_equal(rewrite(self, "x[**a**](https://example.org)**b**"), "xab");
}

static void writes_nothing_for_an_absent_text(support *self) {
    assert_null(cv_markup_write(&(cv_text){0}, self->arena));
}

// Styles may get lost where Markdown cannot say them; a letter never.
static void never_changes_the_text(support *self) {
    static const char *const pieces[] = {"a",
                                         "b",
                                         " ",
                                         "*",
                                         "**",
                                         "`",
                                         "``",
                                         "[",
                                         "](https://x.org)",
                                         "]",
                                         "(",
                                         ")",
                                         "\\",
                                         "https://x.org/y",
                                         "www.x.org",
                                         ".",
                                         "\u00e9",
                                         "://"};
    enum { PIECES = sizeof pieces / sizeof *pieces, ROUNDS = 20000 };
    uint32_t seed = 1843;
    size_t styled = 0, kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
        support trial = {.arena = cv_arena_child(self->arena)};
        cv_report_init(&trial.report, trial.arena);
        cv_text_builder markup = {.arena = trial.arena};
        for (uint32_t left = 1 + support_random(&seed, 12); left > 0; left--)
            cv_text_add_string(&markup, pieces[support_random(&seed, PIECES)]);
        cv_text before = read(&trial, markup.bytes);
        const char *written = cv_markup_write(&before, trial.arena);
        cv_text after = read(&trial, written ? written : "");
        if (!cv_equal(before.string, after.string))
            fail_msg("'%s' became '%s'", markup.bytes, written);
        bool is_same = before.count == after.count;
        for (size_t i = 0; is_same && i < before.count; i++)
            is_same = is_same_part(&before.parts[i], &after.parts[i]);
        styled += before.count > 1;
        kept += before.count > 1 && is_same;
        cv_arena_destroy(trial.arena);
    }
    assert_true(styled > ROUNDS / 10);
    assert_true(kept > styled * 99 / 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(gives_back_what_needs_no_change),
        SUPPORT_TEST(writes_all_ways_of_saying_a_thing_in_one),
        SUPPORT_TEST(prefers_the_text_to_its_styles),
        SUPPORT_TEST(writes_nothing_for_an_absent_text),
        SUPPORT_TEST(never_changes_the_text),
    };
    return cmocka_run_group_tests_name("markup_write", tests, NULL, NULL);
}
