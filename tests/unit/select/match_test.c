// SPDX-License-Identifier: MIT
#include "select/match.h"

#include "resume/fixture.h"
#include "select/line_counter.h"

static cv_match_items items(fixture *self, const char *names, uint32_t source) {
    cv_match_items items = {0};
    char *rest = cv_copy_string(self->arena, names);
    for (char *name = strtok(rest, "|"); name; name = strtok(NULL, "|"))
        CV_PUSH(self->arena, &items,
                (cv_match_item){.name = name, .span = {source, (uint32_t)(10 * items.count), 0}});
    return items;
}

// For each item of `to` its counterpart, '-' for none.
static void check(const char *from, const char *to, uint32_t other_source, const char *matches) {
    fixture *self = fixture_create();
    cv_match_items left = items(self, from, 1), right = items(self, to, other_source);
    cv_text_builder found = {.arena = self->arena};
    cv_match(&left, &right, self->arena);
    for (size_t i = 0; i < right.count; i++) {
        size_t other = right.items[i].other;
        if (other != CV_NO_MATCH) assert_int_equal(left.items[other].other, i);
        cv_text_add_char(&found, other == CV_NO_MATCH ? '-' : (char)('0' + other));
    }
    assert_string_equal(cv_text_string(&found), matches);
    fixture_destroy(self);
}

static void finds_counterparts(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *matches;
    } cases[] = {
        {"a|b|c", "a|b|c", "012"},
        {"a|b|c", "c|a|b", "201"},
        {"a|b", "b|x", "1-"},
        {"a|a|b", "a|b|a", "021"},
        {"a", "a|a", "0-"},
        {"wrote code for the engine|b", "b|wrote more code for the engine", "10"},
        {"one two three four", "one five six seven", "-"},
        {"one two", "two three", "0"},
        {"", "a", "-"},
        {"a", "", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check(cases[i].from, cases[i].to, 2, cases[i].matches);
}

static void takes_one_place_for_one_item(void **state) {
    (void)state;
    check("one|two|three", "eins|two|drei", 1, "012");
    check("one|two|three", "eins|two|drei", 2, "-1-");
}

static void counts_lines_in_any_order(void **state) {
    (void)state;
    fixture *self = fixture_create();
    static const char text[] = "a\nb\r\nc\rd\n";
    cv_report_add_source(&self->report, "a",
                         (cv_bytes){(const unsigned char *)text, sizeof text - 1});
    cv_line_counter counter = {0};
    static const struct {
        uint32_t begin;
        unsigned line;
    } cases[] = {{0, 1}, {2, 2}, {5, 3}, {7, 4}, {9, 5}, {2, 2}, {2, 2}, {99, 5}, {0, 1}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        cv_span span = {0, cases[i].begin, cases[i].begin};
        assert_int_equal(cv_line_counter_find(&counter, &self->report, span), cases[i].line);
    }
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_counterparts),
        cmocka_unit_test(takes_one_place_for_one_item),
        cmocka_unit_test(counts_lines_in_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
