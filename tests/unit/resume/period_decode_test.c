// SPDX-License-Identifier: MIT
#include "resume/fixture.h"

static const cv_period *only_period(fixture *self, const char *keys) {
    const char *yaml = cv_format(self->arena, "name: A\nsections: {S: [{role: R, %s}]}", keys);
    const cv_resume *resume = fixture_decode(self, yaml);
    return &resume->sections.items[0].entries.items[0].period;
}

static void reads_ranges_dates_and_words(void **state) {
    (void)state;
    static const struct {
        const char *keys;
        cv_date start, end;
        bool is_ongoing;
        cv_date date;
        const char *words;
    } cases[] = {
        {"start: 2020, end: 2021-05", {2020, 0, 0}, {2021, 5, 0}, false, {0}, NULL},
        {"start: 2020-01-31", {2020, 1, 31}, {0}, true, {0}, NULL},
        {"start: 2020, end: present", {2020, 0, 0}, {0}, true, {0}, NULL},
        {"start: 2020, end: PRESENT", {2020, 0, 0}, {0}, true, {0}, NULL},
        {"start: 2020, end: ~", {2020, 0, 0}, {0}, true, {0}, NULL},
        {"end: 2021", {0}, {2021, 0, 0}, false, {0}, NULL},
        {"start: '2020', end: '2020'", {2020, 0, 0}, {2020, 0, 0}, false, {0}, NULL},
        {"start: 2023, end: 2023-01", {2023, 0, 0}, {2023, 1, 0}, false, {0}, NULL},
        {"date: 2020-05", {0}, {0}, false, {2020, 5, 0}, NULL},
        {"date: Summer 2023", {0}, {0}, false, {0}, "Summer 2023"},
        {"date: 2019-2021", {0}, {0}, false, {0}, "2019-2021"},
        {"location: L", {0}, {0}, false, {0}, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        const cv_period *period = only_period(self, cases[i].keys);
        assert_string_equal(fixture_findings(self), "");
        assert_memory_equal(&period->start, &cases[i].start, sizeof(cv_date));
        assert_memory_equal(&period->end, &cases[i].end, sizeof(cv_date));
        assert_int_equal(period->is_ongoing, cases[i].is_ongoing);
        assert_memory_equal(&period->date, &cases[i].date, sizeof(cv_date));
        assert_true(cv_equal(period->words.string, cases[i].words));
        fixture_destroy(self);
    }
}

static void says_what_to_write_for_a_date(void **state) {
    (void)state;
    static const struct {
        const char *keys, *findings;
    } cases[] = {
        {"start: 2024-13", "CV110 at 2024-13: 'start' is not a date: '2024-13' (write 2024, "
                           "2024-05 or 2024-05-17)\n"},
        {"start: Sep 2023",
         "CV110 at Sep 2023: 'start' is not a date: 'Sep 2023' (write 2023-09)\n"},
        {"end: 05/2024", "CV110 at 05/2024: 'end' is not a date: '05/2024' (write 2024-05)\n"},
        {"end: Now", "CV110 at Now: 'end' is not a date: 'Now' (write present)\n"},
        {"start: present", "CV110 at present: 'start' is not a date: 'present' (write 2024, "
                           "2024-05 or 2024-05-17)\n"},
        {"date: 2023-02-30", "CV110 at 2023-02-30: 'date' is not a date: '2023-02-30' (write 2024, "
                             "2024-05 or 2024-05-17)\n"},
        {"start: [2024]", "CV102 at [2024]: 'start' must be a date, not a list\n"},
        {"date: {a: b}", "CV102 at {a: b}: 'date' must be a date, not a mapping\n"},
        {"start: 2024, end: 2023-12", "CV111 at 2024: 'start' 2024 is after 'end' 2023-12\n"},
        {"start: 2023-05-02, end: 2023-05-01",
         "CV111 at 2023-05-02: 'start' 2023-05-02 is after 'end' 2023-05-01\n"},
        {"start: 2023, date: 2024", "CV112 at date: 'date' cannot stand beside 'start' or 'end' "
                                    "('date' is one date, 'start' and "
                                    "'end' are a range; keep one of the two)\n"},
        {"date: Summer, end: 2024", "CV112 at date: 'date' cannot stand beside 'start' or 'end' "
                                    "('date' is one date, 'start' and "
                                    "'end' are a range; keep one of the two)\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        only_period(self, cases[i].keys);
        assert_string_equal(fixture_findings(self), cases[i].findings);
        fixture_destroy(self);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_ranges_dates_and_words),
        cmocka_unit_test(says_what_to_write_for_a_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
