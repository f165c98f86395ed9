// SPDX-License-Identifier: MIT
#include "style/fixture.h"

static const char *const languages[] = {"cs", "da", "de", "el", "en", "es", "fi", "fr", "hu", "it",
                                        "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi"};
enum { LANGUAGE_COUNT = sizeof languages / sizeof *languages };

static const cv_locale *resolve(fixture *self, const char *language) {
    const char *yaml = cv_format(self->arena, "language: %s", language);
    return fixture_resolve(self, yaml)->locale;
}

static void has_all_words_of_each_language(void **state) {
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        fixture *self = fixture_create();
        const cv_locale *locale = resolve(self, languages[i]);
        if (self->report.first) fail_msg("%s: %s", languages[i], self->report.first->message);
        assert_string_equal(locale->language, languages[i]);
        const char *const plain[] = {locale->present,          locale->summary,
                                     locale->list_separator,   locale->colon,
                                     locale->quote_open,       locale->quote_close,
                                     locale->inner_quote_open, locale->inner_quote_close};
        for (size_t j = 0; j < sizeof plain / sizeof *plain; j++) {
            assert_true(*plain[j]);
            assert_null(strchr(plain[j], '{'));
        }
        fixture_destroy(self);
    }
}

static void has_the_places_in_each_word_that_needs_one(void **state) {
    (void)state;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        fixture *self = fixture_create();
        const cv_locale *locale = resolve(self, languages[i]);
        assert_contains(locale->score, "{score}");
        assert_contains(locale->courses, "{courses}");
        assert_contains(locale->degree_in_area, "{degree}");
        assert_contains(locale->degree_in_area, "{area}");
        assert_contains(locale->keywords, "{keywords}");
        assert_contains(locale->title, "{name}");
        assert_contains(locale->mail_to, "{target}");
        assert_contains(locale->call, "{target}");
        assert_contains(locale->open, "{target}");
        fixture_destroy(self);
    }
}

static void falls_back_from_region_to_language(void **state) {
    (void)state;
    static const struct {
        const char *tag, *present;
    } cases[] = {
        {"en", "Present"},       {"en-GB", "Present"},  {"DE", "heute"}, {"de-AT", "heute"},
        {"de-Latn-CH", "heute"}, {"pt-BR", "presente"}, {"no", "nå"},    {"nb-NO", "nå"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        const cv_locale *locale = resolve(self, cases[i].tag);
        assert_null(self->report.first);
        assert_string_equal(locale->present, cases[i].present);
        assert_string_equal(locale->language, cases[i].tag);
        fixture_destroy(self);
    }
}

static void prefers_the_file_of_the_region(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const char *german = (const char *)fixture_find(self, "data/locales/de.yaml").data;
    const char *at = strstr(german, "heute");
    self->file.name = "data/locales/de-CH.yaml";
    self->file.text = cv_format(self->arena, "%.*sjetzt%s", (int)(at - german), german, at + 5);
    assert_string_equal(resolve(self, "de-CH")->present, "jetzt");
    assert_string_equal(resolve(self, "de-AT")->present, "heute");
    assert_null(self->report.first);
    fixture_destroy(self);
}

static void is_english_without_a_language(void **state) {
    (void)state;
    static const char *const cases[] = {"name: A", "language:", "language: ~"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        assert_string_equal(fixture_resolve(self, cases[i])->locale->language, "en");
        assert_null(self->report.first);
        fixture_destroy(self);
    }
}

static void warns_that_words_will_be_english(void **state) {
    (void)state;
    static const char *const cases[] = {"is", "eu", "sr-Latn-RS", "nn"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        const cv_locale *locale = resolve(self, cases[i]);
        assert_int_equal(self->report.errors, 0);
        assert_int_equal(self->report.warnings, 1);
        assert_int_equal(self->report.first->problem, CV_ENGLISH_WORDS);
        assert_contains(self->report.first->message, "'Present', 'Summary'");
        assert_string_equal(fixture_excerpt(self, self->report.first), cases[i]);
        assert_string_equal(locale->present, "Present");
        assert_string_equal(locale->language, cases[i]); // months and case still follow it
        fixture_destroy(self);
    }
}

static void refuses_what_is_no_language(void **state) {
    (void)state;
    static const struct {
        const char *tag;
        cv_problem problem;
        const char *hint;
    } cases[] = {
        {"german", CV_BAD_LANGUAGE, "en, de or pt-BR"},
        {"de_DE", CV_BAD_LANGUAGE, "a hyphen"},
        {"xx", CV_BAD_LANGUAGE, NULL},
        {"''", CV_BAD_LANGUAGE, NULL},
        {"e", CV_BAD_LANGUAGE, NULL},
        {"de-", CV_BAD_LANGUAGE, NULL},
        {"de--AT", CV_BAD_LANGUAGE, NULL},
        {"12", CV_BAD_LANGUAGE, NULL},
        {"../themes/classic", CV_BAD_LANGUAGE, NULL},
        {"de/AT", CV_BAD_LANGUAGE, NULL},
        {"dä", CV_BAD_LANGUAGE, NULL},
        {"en-x-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", CV_BAD_LANGUAGE, NULL},
        {"[de]", CV_WRONG_TYPE, NULL},
        {"{en: a}", CV_WRONG_TYPE, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        const cv_locale *locale = resolve(self, cases[i].tag);
        assert_int_equal(self->report.errors, 1);
        assert_int_equal(self->report.first->problem, cases[i].problem);
        assert_string_equal(fixture_excerpt(self, self->report.first), cases[i].tag);
        if (cases[i].hint) assert_contains(self->report.first->hint, cases[i].hint);
        assert_string_equal(locale->language, "en");
        assert_string_equal(locale->present, "Present");
        fixture_destroy(self);
    }
}

static void misses_no_word_of_an_incomplete_file_silently(void **state) {
    (void)state;
    fixture *self = fixture_create();
    self->file = (fixture_file){"data/locales/is.yaml", "present: nú\nsumary: x\n"};
    const cv_locale *locale = resolve(self, "is");
    assert_int_equal(self->report.first->problem, CV_UNKNOWN_KEY);
    assert_contains(self->report.first->hint, "'summary'");
    assert_int_equal(self->report.first->next->problem, CV_MISSING_KEY);
    assert_string_equal(locale->present, "nú");
    assert_string_equal(locale->summary, "");
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_all_words_of_each_language),
        cmocka_unit_test(has_the_places_in_each_word_that_needs_one),
        cmocka_unit_test(falls_back_from_region_to_language),
        cmocka_unit_test(prefers_the_file_of_the_region),
        cmocka_unit_test(is_english_without_a_language),
        cmocka_unit_test(warns_that_words_will_be_english),
        cmocka_unit_test(refuses_what_is_no_language),
        cmocka_unit_test(misses_no_word_of_an_incomplete_file_silently),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
