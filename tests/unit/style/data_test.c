// SPDX-License-Identifier: MIT
#include "style/data.h"

#include "style/fixture.h"

static const cv_node *read(fixture *self, cv_data_shelf *shelf, const char *text) {
    cv_data data = {fixture_find, self, NULL, shelf};
    return cv_data_read(data, "data/a.yaml", fixture_bytes(text), self->arena, &self->report);
}

static void reads_a_file_once_for_reports_that_number_it_alike(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_data_shelf shelf = {.arena = self->arena};
    const cv_node *first = read(self, &shelf, "a: 1");
    assert_non_null(first);
    assert_ptr_not_equal(read(self, &shelf, "a: 1"), first); // source 1 of the report
    cv_report_init(&self->report, self->arena);
    assert_ptr_equal(read(self, &shelf, "a: 1"), first);
    assert_int_equal(self->report.sources.count, 1);
    assert_int_equal(shelf.items.count, 2);
    fixture_destroy(self);
}

static void keeps_nothing_without_a_shelf_or_of_files_with_mistakes(void **state) {
    (void)state;
    fixture *self = fixture_create();
    assert_non_null(read(self, NULL, "a: 1"));
    cv_data_shelf shelf = {.arena = self->arena};
    read(self, &shelf, "a: 1\na: 2");
    assert_non_null(self->report.first);
    assert_int_equal(shelf.items.count, 0);
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_file_once_for_reports_that_number_it_alike),
        cmocka_unit_test(keeps_nothing_without_a_shelf_or_of_files_with_mistakes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
