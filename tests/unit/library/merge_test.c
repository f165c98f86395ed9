// SPDX-License-Identifier: MIT
#include "library/merge.h"

#include "base/limits.h"
#include "support.h"

// A report of the same source as that of `self`, with so many warnings of texts of their own, and
// one that all have.
static cv_report made_report(support *self, const char *own, int count) {
    cv_report report;
    cv_report_init(&report, self->arena);
    cv_report_add_source(&report, "cv.yaml", support_bytes("name: Ada"));
    cv_report_add(&report, CV_BAD_MARKUP, (cv_span){0, 1, 2}, "common");
    for (int i = 0; i < count; i++)
        cv_report_add(&report, CV_BAD_MARKUP, (cv_span){0, 1, 2}, "%s %d", own, i);
    return report;
}

static void says_once_what_all_have_and_names_who_has_the_rest(support *self) {
    cv_merger merger = {.report = &self->report};
    cv_report first = made_report(self, "first", 1), second = made_report(self, "second", 0);
    cv_report_add(&second, CV_UNKNOWN_KEY, (cv_span){0, 3, 4}, "an error");
    cv_merger_add(&merger, "short", &first);
    cv_merger_add(&merger, "long", &second);
    cv_merger_finish(&merger);
    const cv_diagnostic *found = self->report.first;
    assert_string_equal(found->message, "an error (in long)");
    assert_string_equal(found->next->message, "common");
    assert_string_equal(found->next->next->message, "first 0 (in short)");
    assert_null(found->next->next->next);
    assert_int_equal(self->report.errors, 1);
    assert_int_equal(self->report.warnings, 2);
    assert_int_equal(self->report.dropped, 0);
    assert_int_equal(self->report.sources.count, 1);
}

// What a part only counted is added, what the whole has no place for is counted.
static void adds_the_counts_of_what_is_not_stored(support *self) {
    cv_merger merger = {.report = &self->report};
    cv_report many = made_report(self, "many", CV_LIMIT_DIAGNOSTICS + 6); // 7 are not stored
    cv_report few = made_report(self, "few", 3);                          // no place for 3
    cv_merger_add(&merger, "many", &many);
    cv_merger_add(&merger, "few", &few);
    cv_merger_finish(&merger);
    assert_int_equal(self->report.stored[CV_WARNING], CV_LIMIT_DIAGNOSTICS);
    assert_int_equal(self->report.dropped, 7 + 3);
    assert_int_equal(self->report.warnings, CV_LIMIT_DIAGNOSTICS + 7 + 3);
    assert_int_equal(self->report.errors, 0);
}

static void counts_errors_that_a_part_only_counted(support *self) {
    cv_merger merger = {.report = &self->report};
    cv_report part = made_report(self, "part", 0);
    for (int i = 0; i < CV_LIMIT_DIAGNOSTICS + 2; i++)
        cv_report_add(&part, CV_UNKNOWN_KEY, (cv_span){0, 1, 2}, "%d", i);
    cv_merger_add(&merger, "base", &part);
    cv_merger_finish(&merger);
    assert_int_equal(self->report.errors, CV_LIMIT_DIAGNOSTICS + 2);
    assert_int_equal(self->report.warnings, 1);
    assert_int_equal(self->report.dropped, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(says_once_what_all_have_and_names_who_has_the_rest),
        SUPPORT_TEST(adds_the_counts_of_what_is_not_stored),
        SUPPORT_TEST(counts_errors_that_a_part_only_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
