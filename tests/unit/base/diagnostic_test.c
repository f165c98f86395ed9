// SPDX-License-Identifier: MIT
#include "base/diagnostic.h"

#include "base/limits.h"
#include "support.h"

static void counts_by_severity_and_keeps_the_order(support *self) {
    cv_report *report = &self->report;
    cv_report_add(report, CV_UNKNOWN_KEY, (cv_span){0, 5, 6}, "unknown key '%s'", "a")->hint = "b";
    cv_report_add(report, CV_BAD_MARKUP, (cv_span){0, 1, 2}, "open");
    cv_report_add(report, CV_WRONG_TYPE, (cv_span){0, 3, 4}, "a list");
    assert_int_equal(report->errors, 2);
    assert_int_equal(report->warnings, 1);
    assert_int_equal(report->stored[CV_ERROR], 2);
    assert_int_equal(report->dropped, 0);
    const cv_diagnostic *found = report->first;
    assert_int_equal(found->problem, CV_UNKNOWN_KEY);
    assert_string_equal(found->message, "unknown key 'a'");
    assert_string_equal(found->hint, "b");
    found = found->next;
    assert_string_equal(found->message, "open");
    assert_null(found->hint);
    assert_string_equal(found->next->message, "a list");
    assert_null(found->next->next);
}

static void counts_past_the_limit_what_it_does_not_store(support *self) {
    cv_report *report = &self->report;
    for (int i = 0; i < CV_LIMIT_DIAGNOSTICS + 25; i++)
        cv_report_add(report, CV_BAD_MARKUP, (cv_span){0}, "%d", i)->hint =
            "a hint may always be set";
    assert_int_equal(report->warnings, CV_LIMIT_DIAGNOSTICS + 25);
    assert_int_equal(report->stored[CV_WARNING], CV_LIMIT_DIAGNOSTICS);
    assert_int_equal(report->dropped, 25);
    int count = 0;
    const cv_diagnostic *last = NULL;
    for (const cv_diagnostic *each = report->first; each; each = each->next, count++) last = each;
    assert_int_equal(count, CV_LIMIT_DIAGNOSTICS);
    assert_string_equal(last->message, "99");
}

static void stores_an_error_after_many_warnings(support *self) {
    cv_report *report = &self->report;
    for (int i = 0; i < CV_LIMIT_DIAGNOSTICS + 25; i++)
        cv_report_add(report, CV_BAD_MARKUP, (cv_span){0}, "%d", i);
    const cv_diagnostic *found = cv_report_add(report, CV_UNKNOWN_KEY, (cv_span){0}, "an error");
    assert_string_equal(found->message, "an error");
    assert_ptr_equal(report->last, &found->next);
    assert_int_equal(report->stored[CV_ERROR], 1);
    assert_int_equal(report->dropped, 25);
}

static void sorts_by_source_and_place_and_keeps_ties(support *self) {
    static const cv_span spans[] = {{1, 5, 9}, {0, 9, 10}, {0, 5, 7}, {1, 0, 1},
                                    {0, 5, 6}, {0, 9, 12}, {0, 0, 0}};
    cv_report *report = &self->report;
    for (int i = 0; i < 7; i++) cv_report_add(report, CV_BAD_VALUE, spans[i], "%d", i);
    cv_report_sort(report);
    static const char *const order[] = {"6", "2", "4", "1", "5", "3", "0"};
    const cv_diagnostic *each = report->first;
    for (int i = 0; i < 7; i++, each = each->next) assert_string_equal(each->message, order[i]);
    assert_null(each);
    cv_report_add(report, CV_BAD_VALUE, (cv_span){0}, "later"); // the end is known after sorting
    for (each = report->first; each->next; each = each->next) {
    }
    assert_string_equal(each->message, "later");
}

static void sorts_an_empty_report(support *self) {
    cv_report_sort(&self->report);
    assert_null(self->report.first);
    cv_report_add(&self->report, CV_BAD_VALUE, (cv_span){0}, "first");
    assert_string_equal(self->report.first->message, "first");
}

static void numbers_sources_from_zero(support *self) {
    assert_int_equal(cv_report_add_source(&self->report, "a", support_bytes("x")), 0);
    assert_int_equal(cv_report_add_source(&self->report, "b", support_bytes("y")), 1);
    assert_string_equal(self->report.sources.items[1].name, "b");
}

static void gives_each_problem_a_code_of_its_own(support *self) {
    (void)self;
    for (int i = 0; i < CV_PROBLEM_COUNT; i++) {
        const char *code = cv_problem_code((cv_problem)i);
        assert_int_equal(strlen(code), 5);
        assert_true(cv_starts_with(code, "CV"));
        for (int j = 0; j < i; j++) assert_string_not_equal(code, cv_problem_code((cv_problem)j));
    }
    assert_string_equal(cv_problem_code(CV_UNKNOWN_KEY), "CV101");
    assert_int_equal(cv_problem_severity(CV_UNKNOWN_KEY), CV_ERROR);
    assert_int_equal(cv_problem_severity(CV_GLYPH_NAMED), CV_WARNING);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(counts_by_severity_and_keeps_the_order),
        SUPPORT_TEST(counts_past_the_limit_what_it_does_not_store),
        SUPPORT_TEST(stores_an_error_after_many_warnings),
        SUPPORT_TEST(sorts_by_source_and_place_and_keeps_ties),
        SUPPORT_TEST(sorts_an_empty_report),
        SUPPORT_TEST(numbers_sources_from_zero),
        SUPPORT_TEST(gives_each_problem_a_code_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
