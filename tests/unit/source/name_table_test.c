// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/text.h"
#include "source/name_table.h"

static cv_arena *make_arena(void) {
    cv_arena *arena = cv_arena_create(0);
    assert_non_null(arena);
    if (setjmp(*cv_arena_recovery(arena))) fail();
    return arena;
}

static void tells_names_apart(void **state) {
    (void)state;
    static const char *const names[] = {"",     "a",   "b",    "aa",       "ab",       "aaa", "A",
                                        "\x7F", "key", "key1", "\xC3\xA9", "\xC3\xA8", "a ",  "`"};
    enum { COUNT = sizeof names / sizeof *names };
    cv_arena *arena = make_arena();
    cv_name_table table = {0};
    for (uint32_t i = 0; i < COUNT; i++) {
        uint32_t *number = cv_name_number(&table, names[i], arena);
        assert_int_equal(*number, 0);
        *number = i + 1;
    }
    for (uint32_t i = 0; i < COUNT; i++) // a copy: the bytes count, not the address
        assert_int_equal(*cv_name_number(&table, cv_copy_string(arena, names[i]), arena), i + 1);
    cv_arena_destroy(arena);
}

static void holds_many(void **state) {
    (void)state;
    cv_arena *arena = make_arena();
    cv_name_table table = {0};
    for (uint32_t i = 1; i <= 20000; i++)
        *cv_name_number(&table, cv_format(arena, "%u", (unsigned)(i * 2654435761u)), arena) = i;
    for (uint32_t i = 1; i <= 20000; i++)
        assert_int_equal(
            *cv_name_number(&table, cv_format(arena, "%u", (unsigned)(i * 2654435761u)), arena), i);
    cv_arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_names_apart),
        cmocka_unit_test(holds_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
