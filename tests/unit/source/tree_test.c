// SPDX-License-Identifier: MIT
#include "source/fixture.h"

#include <stdio.h>

static void finds_members_of_maps_only(void **state) {
    (void)state;
    fixture *self = fixture_read("a: {b: c}\nd: [b]\n");
    const cv_node *a = cv_tree_find(self->tree, "a");
    assert_string_equal(cv_tree_find(a, "b")->text, "c");
    assert_null(cv_tree_find(a, "c"));
    assert_null(cv_tree_find(cv_tree_find(self->tree, "d"), "b"));
    assert_null(cv_tree_find(NULL, "b"));
    fixture_destroy(self);
}

static void names_kinds_for_messages(void **state) {
    (void)state;
    fixture *self = fixture_read("- text\n- [a]\n- {a: b}\n- ~\n");
    static const char *const names[] = {"text", "a list", "a mapping", "nothing"};
    const cv_node *item = self->tree->first;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++, item = item->next)
        assert_string_equal(cv_node_kind_name(item), names[i]);
    fixture_destroy(self);
}

static void dumps_what_a_terminal_would_not_show(void **state) {
    (void)state;
    assert_dump("\"a\\tb\": \"c\\\\\\\"\\n\xC2\xA0\"\n",
                "1:1 map\n  1:9 \"a\\tb\": text \"c\\\\\\\"\\n\\u{00A0}\"\n");
}

// Across the places that the dump knows, which are 1024 bytes apart.
static void dumps_places_that_locate_agrees_with(void **state) {
    (void)state;
    cv_arena *arena = cv_arena_create(0);
    assert_non_null(arena);
    if (setjmp(*cv_arena_recovery(arena))) fail();
    cv_text_builder text = {.arena = arena}, expected = {.arena = arena};
    cv_text_add_string(&text, "\xEF\xBB\xBF");
    cv_text_add_string(&expected, "1:1 list\n");
    for (unsigned i = 1; i <= 900; i++) cv_text_add_string(&text, "- \xC3\xA9: a\r\n");
    cv_text_add_string(&text, "- [");
    for (unsigned i = 1; i <= 900; i++) cv_text_add_string(&text, "\xE2\x82\xAC, ");
    cv_text_add_string(&text, "]\n");
    for (unsigned i = 1; i <= 900; i++)
        cv_text_add(&expected, "  %u:3 map\n    %u:6 \"\xC3\xA9\": plain \"a\"\n", i, i);
    cv_text_add_string(&expected, "  901:3 list\n");
    for (unsigned i = 0; i < 900; i++)
        cv_text_add(&expected, "    901:%u plain \"\xE2\x82\xAC\"\n", 4 + 3 * i);
    assert_dump(cv_text_string(&text), cv_text_string(&expected));
    cv_arena_destroy(arena);
}

static void dumps_places_at_the_very_end(void **state) {
    (void)state;
    assert_dump("a: b\r", "1:1 map\n  1:4 \"a\": plain \"b\"\n");
    assert_dump("a: b\rc:\r", "1:1 map\n  1:4 \"a\": plain \"b\"\n  2:3 \"c\": null\n");
    char text[1025], expected[1100]; // as long as places are apart
    snprintf(text, sizeof text, "a: %01018d\nb:", 0);
    snprintf(expected, sizeof expected,
             "1:1 map\n  1:4 \"a\": plain \"%01018d\"\n  2:3 \"b\": null\n", 0);
    assert_dump(text, expected);
}

// Letters that begin with the same bytes as a byte-order mark does.
static void dumps_places_behind_letters_like_a_byte_order_mark(void **state) {
    (void)state;
    static const char *const letters[] = {"\u4E00", "\uFF46", "\uFECA"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        char text[16], expected[64];
        snprintf(text, sizeof text, "%s: b\n", letters[i]);
        snprintf(expected, sizeof expected, "1:1 map\n  1:4 \"%s\": plain \"b\"\n", letters[i]);
        assert_dump(text, expected);
    }
}

static void dumps_the_name_of_another_source(void **state) {
    (void)state;
    fixture *self = fixture_read("a: b\n");
    static const unsigned char bytes[] = " c";
    uint32_t other = cv_report_add_source(&self->report, "--set", (cv_bytes){bytes, 2});
    cv_node map = *self->tree, *member = CV_NEW(self->arena, cv_node);
    *member = *cv_tree_read(other, self->arena, &self->report);
    member->key = "a";
    map.first = member;
    self->tree = &map;
    assert_string_equal(fixture_dump(self), "1:1 map\n  --set:1:2 \"a\": plain \"c\"\n");
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_members_of_maps_only),
        cmocka_unit_test(names_kinds_for_messages),
        cmocka_unit_test(dumps_what_a_terminal_would_not_show),
        cmocka_unit_test(dumps_places_that_locate_agrees_with),
        cmocka_unit_test(dumps_places_at_the_very_end),
        cmocka_unit_test(dumps_places_behind_letters_like_a_byte_order_mark),
        cmocka_unit_test(dumps_the_name_of_another_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
