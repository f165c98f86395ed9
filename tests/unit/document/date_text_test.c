// SPDX-License-Identifier: MIT
#include "document/date_text.h"

#include "base/unicode.h"

#include "support.h"

static cv_style style_of(cv_locale *locale, const char *language, const char *format) {
    *locale =
        (cv_locale){.language = language, .zero = cv_unicode_zero(language), .present = "Present"};
    return (cv_style){.entry = {.date_format = format}, .locale = locale};
}

static void writes_a_date_by_the_skeleton_as_far_as_it_is_known(support *self) {
    static const struct {
        const char *language, *format;
        cv_date date;
        const char *text;
    } cases[] = {
        {"en", "yMMMM", {2024, 5, 0}, "May 2024"},
        {"en", "yMMMM", {2024, 5, 17}, "May 2024"},
        {"en", "yMMMM", {2024, 0, 0}, "2024"},
        {"en", "yMMM", {2023, 9, 0}, "Sep 2023"},
        {"en-GB", "yMMM", {2023, 9, 0}, "Sept 2023"},
        {"en", "yMMMd", {2023, 9, 4}, "Sep 4, 2023"},
        {"en", "yMMMd", {2023, 9, 0}, "Sep 2023"},
        {"en-GB", "yMMMMd", {2023, 9, 4}, "4 September 2023"},
        {"en", "yMM", {2023, 9, 0}, "09/2023"},
        {"en", "yM", {2023, 9, 0}, "9/2023"},
        {"en", "y", {2023, 9, 4}, "2023"},
        {"de", "yMMMM", {2024, 3, 0}, "März 2024"},
        {"de", "yMMMMd", {2024, 3, 1}, "1. März 2024"},
        {"fi", "yMMMM", {2024, 5, 0}, "toukokuu 2024"},
        {"fi", "yMMMMd", {2024, 5, 2}, "2. toukokuuta 2024"},
        {"pt-BR", "yMMMM", {2024, 5, 0}, "maio de 2024"},
        {"ja", "yMMM", {2024, 5, 0}, "2024年5月"},
        {"hu", "yMMMM", {2024, 5, 0}, "2024. május"},
        {"xx", "yMMMM", {2024, 5, 0}, NULL}, // whatever it is, it must have the year
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_locale locale;
        cv_style style = style_of(&locale, cases[i].language, cases[i].format);
        const char *text = cv_date_text(cases[i].date, &style, self->arena);
        if (cases[i].text)
            assert_string_equal(text, cases[i].text);
        else
            support_contains(text, "2024");
    }
}

static void writes_a_period_with_a_dash_that_does_not_break(support *self) {
    static const struct {
        cv_period period;
        const char *text;
    } cases[] = {
        {{.start = {2023, 9, 0}, .end = {2024, 6, 0}}, "September 2023\u00A0–\u00A0June 2024"},
        {{.start = {2023, 0, 0}, .end = {2024, 6, 0}}, "2023\u00A0–\u00A0June 2024"},
        {{.start = {2023, 9, 0}, .is_ongoing = true}, "September 2023\u00A0–\u00A0Present"},
        {{.start = {2023, 0, 0}, .end = {2023, 0, 0}}, "2023"},
        {{.start = {2023, 9, 1}, .end = {2023, 9, 30}}, "September 2023"}, // the same to the reader
        {{.end = {2024, 6, 0}}, "June 2024"},
        {{.date = {2024, 6, 0}}, "June 2024"},
        {{.start = {2023, 9, 0}}, "September 2023"},
        {{.start = {2023, 3, 0}, .end = {2023, 6, 0}}, "March 2023\u00A0–\u00A0June 2023"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_locale locale;
        cv_style style = style_of(&locale, "en", "yMMMM");
        assert_string_equal(cv_period_text(&cases[i].period, &style, self->arena), cases[i].text);
    }
}

static void leaves_words_of_the_persons_own_alone(support *self) {
    cv_locale locale;
    cv_style style = style_of(&locale, "en", "yMMMM");
    cv_period words = {.words = {.string = "Summer 2023"}};
    assert_null(cv_period_text(&words, &style, self->arena));
    assert_null(cv_period_text(&(cv_period){0}, &style, self->arena));
}

static void drops_a_year_that_is_said_again_where_the_style_says_so(support *self) {
    static const struct {
        const char *language, *format;
        cv_period period;
        const char *text;
    } cases[] = {
        {"en", "yMMM", {.start = {2023, 3, 0}, .end = {2023, 6, 0}}, "Mar\u00A0–\u00A0Jun 2023"},
        {"en",
         "yMMM",
         {.start = {2022, 3, 0}, .end = {2023, 6, 0}},
         "Mar 2022\u00A0–\u00A0Jun 2023"},
        {"en", "yMMM", {.start = {2023, 0, 0}, .end = {2023, 6, 0}}, "2023\u00A0–\u00A0Jun 2023"},
        {"en", "yMMM", {.start = {2023, 3, 0}, .is_ongoing = true}, "Mar 2023\u00A0–\u00A0Present"},
        {"en", "yMMM", {.start = {2023, 3, 0}, .end = {2023, 3, 0}}, "Mar 2023"},
        {"de", "yMMMM", {.start = {2023, 3, 0}, .end = {2023, 6, 0}}, "März\u00A0–\u00A0Juni 2023"},
        {"de",
         "yMMM",
         {.start = {2023, 9, 0}, .end = {2023, 10, 0}},
         "Sept.\u00A0–\u00A0Okt. 2023"},
        {"fi",
         "yMMMM",
         {.start = {2023, 3, 0}, .end = {2023, 6, 0}},
         "maaliskuu\u00A0–\u00A0kesäkuu 2023"},
        {"en", "y", {.start = {2023, 3, 0}, .end = {2023, 6, 0}}, "2023"},
        // Where the year comes first it is the second one that goes.
        {"hu",
         "yMMMM",
         {.start = {2023, 3, 0}, .end = {2023, 6, 0}},
         "2023. március\u00A0–\u00A0június"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_locale locale;
        cv_style style = style_of(&locale, cases[i].language, cases[i].format);
        style.entry.collapses_dates = true;
        assert_string_equal(cv_period_text(&cases[i].period, &style, self->arena), cases[i].text);
    }
}

static void writes_numbers_in_the_digits_of_the_language(support *self) {
    static const struct {
        const char *language, *text;
    } cases[] = {
        {"ar", "\u0665 \u0645\u0627\u0631\u0633 \u0662\u0660\u0662\u0664"}, // 5 March 2024
        {"ar-u-nu-latn", "5 \u0645\u0627\u0631\u0633 2024"},
        {"he", "5 \u05D1\u05DE\u05E8\u05E5 2024"},
        {"fa", "\u06F5 \u0645\u0627\u0631\u0633 \u06F2\u06F0\u06F2\u06F4"},
        {"ja", "2024\u5E743\u67085\u65E5"},
        {"th", "5 \u0E21\u0E35\u0E19\u0E32\u0E04\u0E21 2024"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_locale locale;
        cv_style style = style_of(&locale, cases[i].language, "yMMMMd");
        cv_date date = {.year = 2024, .month = 3, .day = 5};
        assert_string_equal(cv_date_text(date, &style, self->arena), cases[i].text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(writes_a_date_by_the_skeleton_as_far_as_it_is_known),
        SUPPORT_TEST(writes_a_period_with_a_dash_that_does_not_break),
        SUPPORT_TEST(leaves_words_of_the_persons_own_alone),
        SUPPORT_TEST(drops_a_year_that_is_said_again_where_the_style_says_so),
        SUPPORT_TEST(writes_numbers_in_the_digits_of_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
