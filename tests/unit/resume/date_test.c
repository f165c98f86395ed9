// SPDX-License-Identifier: MIT
#include "resume/date.h"

#include "resume/fixture.h"

static void reads_what_the_format_allows(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool valid;
        cv_date date;
    } cases[] = {
        {"2024", true, {2024, 0, 0}},
        {"1000", true, {1000, 0, 0}},
        {"2024-05", true, {2024, 5, 0}},
        {"2024-02-29", true, {2024, 2, 29}},
        {"2000-02-29", true, {2000, 2, 29}},
        {"2024-12-31", true, {2024, 12, 31}},
        {"2023-02-29", false, {0}}, // not a leap year
        {"1900-02-29", false, {0}}, // nor is a century
        {"2023-04-31", false, {0}},
        {"2024-13", false, {0}},
        {"2024-00", false, {0}},
        {"2024-01-00", false, {0}},
        {"2024-5", false, {0}},
        {"2024-05-", false, {0}},
        {"2024-", false, {0}},
        {"0999", false, {0}},
        {"24-05", false, {0}},
        {"20245", false, {0}},
        {" 2024", false, {0}},
        {"2024 ", false, {0}},
        {"2024/05", false, {0}},
        {"", false, {0}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        cv_date date = {0};
        assert_int_equal(cv_date_parse(cases[i].text, &date), cases[i].valid);
        assert_memory_equal(&date, &cases[i].date, sizeof date);
    }
}

static void leaves_the_date_alone_when_it_cannot_read(void **state) {
    (void)state;
    cv_date date = {1999, 9, 9};
    assert_false(cv_date_parse("2024-05-32", &date));
    assert_int_equal(date.year, 1999);
    assert_int_equal(date.month, 9);
}

static void compares_only_what_both_have(void **state) {
    (void)state;
    static const struct {
        cv_date a, b;
        int sign;
    } cases[] = {
        {{2020, 0, 0}, {2021, 0, 0}, -1}, {{2020, 0, 0}, {2020, 5, 0}, 0},
        {{2020, 5, 0}, {2020, 5, 9}, 0},  {{2020, 5, 0}, {2020, 6, 1}, -1},
        {{2020, 5, 2}, {2020, 5, 9}, -1}, {{2020, 6, 1}, {2020, 5, 9}, 1},
        {{2020, 5, 9}, {2020, 5, 9}, 0},  {{2019, 12, 0}, {2020, 0, 0}, -1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int order = cv_date_compare(cases[i].a, cases[i].b);
        int back = cv_date_compare(cases[i].b, cases[i].a);
        assert_int_equal((order > 0) - (order < 0), cases[i].sign);
        assert_int_equal((back > 0) - (back < 0), -cases[i].sign);
    }
}

static void knows_dates_gone_wrong_from_words(void **state) {
    (void)state;
    static const char *const meant[] = {"2024-13", "05/2024", "24-05",
                                        "2024.5",  "12",      "1, 2, 2023"};
    static const char *const words[] = {"Summer 2023", "2019-2021", "2020, 2021",
                                        "Sep 2023",    "",          "-"};
    for (size_t i = 0; i < COUNT(meant); i++) assert_true(cv_date_is_meant(meant[i]));
    for (size_t i = 0; i < COUNT(words); i++) assert_false(cv_date_is_meant(words[i]));
}

static void guesses_only_what_is_certain(void **state) {
    (void)state;
    static const struct {
        const char *text, *guess;
    } cases[] = {
        {"Sep 2023", "2023-09"},
        {"sept. 2023", "2023-09"},
        {"September 2023", "2023-09"},
        {"5 September 2023", "2023-09-05"},
        {"September 5, 2023", "2023-09-05"},
        {"2023 May", "2023-05"},
        {"09/2023", "2023-09"},
        {"9/2023", "2023-09"},
        {"2023/9", "2023-09"},
        {"2023.09.05", "2023-09-05"},
        {"05.09.2023", NULL}, // the fifth of September or the ninth of May
        {"13/2023", NULL},
        {"2023-02-30", NULL},
        {"Se 2023", NULL},
        {"Septembers 2023", NULL},
        {"Summer 2023", NULL},
        {"May June 2023", NULL},
        {"24-05", NULL},
        {"May", NULL},
        {"2023", NULL},
        {"99999999999 May", NULL},
        {"May 2023 2024", NULL},
        {"May 45, 2023", NULL},
        {"May 5, 6, 2023", NULL},
        {"2023 4 5 6", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        cv_date date;
        char written[CV_DATE_ROOM];
        bool is_certain = cv_date_guess(cases[i].text, &date);
        if (is_certain != (cases[i].guess != NULL)) fail_msg("%s", cases[i].text);
        if (!is_certain) continue;
        cv_date_write(date, written);
        assert_string_equal(written, cases[i].guess);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_the_format_allows),
        cmocka_unit_test(leaves_the_date_alone_when_it_cannot_read),
        cmocka_unit_test(compares_only_what_both_have),
        cmocka_unit_test(knows_dates_gone_wrong_from_words),
        cmocka_unit_test(guesses_only_what_is_certain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
