// SPDX-License-Identifier: MIT
#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { MEGABYTE = 1 << 20 };

// What an allocation does: 0 if it succeeds, else what the recovery point is reached with.
static int outcome_of(cv_arena *arena, cv_arena *from, size_t count, size_t size) {
    int reached = setjmp(*cv_arena_recovery(arena));
    if (!reached) cv_arena_alloc(from, count, size);
    return reached;
}

static void gives_zeroed_memory_aligned_for_any_type(void **state) {
    (void)state;
    static const size_t sizes[] = {0, 1, 2, 7, 16, 17, 333, 4096, 20000, 70000, 300000};
    static const unsigned char zeros[300000];
    for (int round = 0; round < 3; round++) { // a later arena gets the memory of an earlier one
        cv_arena *arena = cv_arena_create(0);
        if (setjmp(*cv_arena_recovery(arena))) fail();
        for (size_t i = 0; i < 3 * sizeof sizes / sizeof *sizes; i++) {
            size_t size = sizes[i % (sizeof sizes / sizeof *sizes)];
            unsigned char *memory = cv_arena_alloc(arena, size, 1);
            assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
            assert_memory_equal(memory, zeros, size);
            memset(memory, 0xFF, size);
        }
        cv_arena_destroy(arena);
    }
}

static void reserves_memory_of_its_own(void **state) {
    (void)state;
    cv_arena *arena = cv_arena_create(0);
    if (setjmp(*cv_arena_recovery(arena))) fail();
    for (size_t size = 0; size < 1000; size += 7) {
        unsigned char *reserved = cv_arena_reserve(arena, size, 2);
        assert_int_equal((uintptr_t)reserved % alignof(max_align_t), 0);
        memset(reserved, 0xFF, 2 * size);
        unsigned char *zeroed = cv_arena_alloc(arena, size + 1, 1);
        for (size_t i = 0; i <= size; i++) assert_int_equal(zeroed[i], 0);
        for (size_t i = 0; i < 2 * size; i++) assert_int_equal(reserved[i], 0xFF);
    }
    cv_arena_destroy(arena);
}

static void never_gives_the_same_memory_twice(void **state) {
    (void)state;
    cv_arena *arena = cv_arena_create(0);
    if (setjmp(*cv_arena_recovery(arena))) fail();
    enum { COUNT = 3000 };
    uint32_t **numbers = CV_NEW_ARRAY(arena, uint32_t *, COUNT);
    for (uint32_t i = 0; i < COUNT; i++) {
        numbers[i] = CV_NEW_ARRAY(arena, uint32_t, i % 50 + 1);
        for (uint32_t j = 0; j <= i % 50; j++) numbers[i][j] = i;
    }
    for (uint32_t i = 0; i < COUNT; i++)
        for (uint32_t j = 0; j <= i % 50; j++) assert_int_equal(numbers[i][j], i);
    assert_ptr_not_equal(cv_arena_alloc(arena, 0, 1), cv_arena_alloc(arena, 0, 1));
    cv_arena_destroy(arena);
}

static void jumps_where_its_limit_would_be_passed(void **state) {
    (void)state;
    cv_arena *arena = cv_arena_create(MEGABYTE);
    assert_int_equal(outcome_of(arena, arena, MEGABYTE / 2, 1), 0);
    assert_int_equal(outcome_of(arena, arena, MEGABYTE, 1), CV_OVER_LIMIT);
    assert_in_range(cv_arena_size(arena), MEGABYTE / 2, MEGABYTE);
    assert_int_equal(outcome_of(arena, arena, 16, 1), 0); // it goes on after a jump
    int reached = 0;
    for (int i = 0; i < 100 && !reached; i++) reached = outcome_of(arena, arena, 1 << 14, 1);
    assert_int_equal(reached, CV_OVER_LIMIT);
    assert_in_range(cv_arena_size(arena), MEGABYTE / 2, MEGABYTE);
    cv_arena_destroy(arena);
}

static void jumps_where_a_size_overflows(void **state) {
    (void)state;
    static const struct {
        size_t count, size;
    } cases[] = {{SIZE_MAX, 1}, {SIZE_MAX, 2}, {2, SIZE_MAX}, {SIZE_MAX / 2, 2}, {SIZE_MAX / 2, 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_arena *arena = cv_arena_create(0);
        assert_int_equal(outcome_of(arena, arena, cases[i].count, cases[i].size), CV_OVER_LIMIT);
        cv_arena_destroy(arena);
    }
}

static void counts_a_child_against_the_limit_of_its_parent(void **state) {
    (void)state;
    cv_arena *arena = cv_arena_create(MEGABYTE);
    cv_arena *child = cv_arena_child(arena), *grandchild = cv_arena_child(child);
    assert_ptr_equal(cv_arena_recovery(grandchild), cv_arena_recovery(arena));
    assert_int_equal(outcome_of(arena, grandchild, MEGABYTE / 4 * 3, 1), 0);
    assert_int_equal(outcome_of(arena, arena, MEGABYTE / 2, 1), CV_OVER_LIMIT);
    assert_int_equal(cv_arena_size(arena), cv_arena_size(child));
    cv_arena_destroy(child); // its memory and its child's are free again
    assert_int_equal(cv_arena_size(arena), 0);
    assert_int_equal(outcome_of(arena, arena, MEGABYTE / 2, 1), 0);
    cv_arena_destroy(arena);
}

static void keeps_the_memory_of_a_parent_when_a_child_goes(void **state) {
    (void)state;
    cv_arena *arena = cv_arena_create(0);
    if (setjmp(*cv_arena_recovery(arena))) fail();
    char *kept = cv_arena_alloc(arena, 100, 1);
    for (int i = 0; i < 50; i++) {
        cv_arena *child = cv_arena_child(arena), *sibling = cv_arena_child(arena);
        memset(cv_arena_alloc(child, 5000, 1), i, 5000);
        memset(cv_arena_alloc(sibling, 5000, 1), i, 5000);
        memset(kept, i, 100);
        cv_arena_destroy(child);
        cv_arena_destroy(sibling);
        assert_int_equal(kept[99], i);
    }
    cv_arena_destroy(arena);
}

typedef struct closing {
    char *trace;
    char name;
} closing;

static void close_handle(void *handle) {
    const closing *closed = handle;
    closed->trace[strlen(closed->trace)] = closed->name;
}

static void defer_name(cv_arena *arena, char *trace, char name) {
    closing *handle = CV_NEW(arena, closing);
    *handle = (closing){trace, name};
    cv_arena_defer(arena, close_handle, handle);
}

static void closes_what_was_registered_last_first_and_children_before(void **state) {
    (void)state;
    char trace[16] = {0};
    cv_arena *arena = cv_arena_create(0);
    if (setjmp(*cv_arena_recovery(arena))) fail();
    cv_arena *early = cv_arena_child(arena), *late = cv_arena_child(arena);
    defer_name(arena, trace, '1');
    defer_name(late, trace, 'x');
    defer_name(arena, trace, '2');
    defer_name(late, trace, 'y');
    defer_name(early, trace, 'e');
    cv_arena_destroy(early);
    assert_string_equal(trace, "e");
    cv_arena_destroy(arena);
    assert_string_equal(trace, "eyx21");
}

static void destroys_nothing_for_null(void **state) {
    (void)state;
    cv_arena_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_memory_aligned_for_any_type),
        cmocka_unit_test(reserves_memory_of_its_own),
        cmocka_unit_test(never_gives_the_same_memory_twice),
        cmocka_unit_test(jumps_where_its_limit_would_be_passed),
        cmocka_unit_test(jumps_where_a_size_overflows),
        cmocka_unit_test(counts_a_child_against_the_limit_of_its_parent),
        cmocka_unit_test(keeps_the_memory_of_a_parent_when_a_child_goes),
        cmocka_unit_test(closes_what_was_registered_last_first_and_children_before),
        cmocka_unit_test(destroys_nothing_for_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
