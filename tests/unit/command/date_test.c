// SPDX-License-Identifier: MIT
#include "command/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void knows_the_days_of_the_calendar(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool is_day;
    } cases[] = {
        {"2024-05-17", true},   {"2024-02-29", true},  {"2000-02-29", true},
        {"1000-01-01", true},   {"9999-12-31", true},  {"2023-02-29", false},
        {"1900-02-29", false},  {"2024-04-31", false}, {"2024-00-10", false},
        {"2024-13-01", false},  {"2024-01-00", false}, {"0999-01-01", false},
        {"2024-5-17", false},   {"2024-05", false},    {"2024-05-17 ", false},
        {" 2024-05-17", false}, {"2024/05/17", false}, {"2024-05-1x", false},
        {"+024-05-17", false},  {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(cv_is_day(cases[i].text), cases[i].is_day);
}

static void writes_seconds_as_a_date_in_utc(void **state) {
    (void)state;
    static const struct {
        const char *seconds, *date;
    } cases[] = {
        {"0", "1970-01-01T00:00:00Z"},          {"86399", "1970-01-01T23:59:59Z"},
        {"86400", "1970-01-02T00:00:00Z"},      {"951782400", "2000-02-29T00:00:00Z"},
        {"1700000000", "2023-11-14T22:13:20Z"}, {"2147483648", "2038-01-19T03:14:08Z"},
        {"4107542400", "2100-03-01T00:00:00Z"}, {"253402300799", "9999-12-31T23:59:59Z"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char date[24];
        assert_true(cv_date_from_epoch(cases[i].seconds, date, sizeof date));
        assert_string_equal(date, cases[i].date);
    }
}

static void refuses_what_is_no_number_of_seconds(void **state) {
    (void)state;
    static const char *const cases[] = {
        "",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1.5",
        "1e9",
        "0x10",
        "12x",
        "253402300800",
        "99999999999999999999",
    };
    char date[24];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_false(cv_date_from_epoch(cases[i], date, sizeof date));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_days_of_the_calendar),
        cmocka_unit_test(writes_seconds_as_a_date_in_utc),
        cmocka_unit_test(refuses_what_is_no_number_of_seconds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
