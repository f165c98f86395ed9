// SPDX-License-Identifier: MIT
#include "style/titles.h"

#include "style/fixture.h"

static cv_titles resolve(fixture *self, const char *written, const char *shown) {
    cv_data data = {fixture_find, self, NULL, NULL};
    return cv_titles_resolve(written, shown, data, self->arena, &self->report);
}

static const char *find(const cv_titles *titles, const char *from) {
    for (size_t i = 0; i < titles->count; i++)
        if (cv_equal(titles->items[i].from, from)) return titles->items[i].to;
    return NULL;
}

static void has_every_title_in_each_language(void **state) {
    (void)state;
    static const char *const languages[] = {"cs", "da", "de", "el", "es", "fi", "fr",
                                            "hu", "it", "nb", "nl", "pl", "pt", "pt-BR",
                                            "ro", "ru", "sv", "tr", "uk", "vi"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        fixture *self = fixture_create();
        cv_titles titles = resolve(self, "en", languages[i]);
        assert_null(self->report.first);
        if (titles.count < 30 || titles.count != resolve(self, "en", "de").count)
            fail_msg("%s lacks a title", languages[i]);
        assert_null(strchr(find(&titles, "Education"), '{'));
        fixture_destroy(self);
    }
}

static void pairs_what_both_languages_have(void **state) {
    (void)state;
    static const struct {
        const char *written, *shown, *from, *to;
    } cases[] = {
        {"en", "de", "Education", "Ausbildung"},
        {"en-GB", "de-AT", "Honours", "Ehrungen"},
        {"de", "en", "Veröffentlichungen", "Publications"},
        {"en", "pt-BR", "Research", "Pesquisa"},
        {"en", "pt-AO", "Research", "Investigação"},
        {"en", "no", "Education", "Utdanning"},
        {"en", "de", "Reading Group", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        cv_titles titles = resolve(self, cases[i].written, cases[i].shown);
        const char *found = find(&titles, cases[i].from);
        assert_true(cases[i].to ? cv_equal(found, cases[i].to) : !found);
        fixture_destroy(self);
    }
}

static void has_none_within_a_language_or_without_words(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"en", "en"}, {"en-GB", "en-US"}, {"en", "eo"}, {"eo", "de"}, {"eo", "la"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        assert_int_equal(resolve(self, cases[i][0], cases[i][1]).count, 0);
        assert_null(self->report.first);
        fixture_destroy(self);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_every_title_in_each_language),
        cmocka_unit_test(pairs_what_both_languages_have),
        cmocka_unit_test(has_none_within_a_language_or_without_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
