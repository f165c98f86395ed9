// SPDX-License-Identifier: MIT
#include "base/memo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static cv_bytes bytes(const char *text) {
    return (cv_bytes){(const unsigned char *)text, strlen(text)};
}

static void add(cv_memo *memo, cv_bytes key, cv_bytes value) {
    memcpy(cv_memo_add(memo, key, value.size), value.data, value.size);
}

static void finds_what_was_added_under_the_same_bytes(void **state) {
    (void)state;
    cv_memo *memo = cv_memo_create();
    add(memo, bytes("one"), bytes("first"));
    cv_bytes found;
    assert_true(cv_memo_find(memo, bytes("one"), &found));
    assert_int_equal(found.size, 5);
    assert_memory_equal(found.data, "first", 5);
    assert_int_equal((uintptr_t)found.data % _Alignof(max_align_t), 0);
    assert_false(cv_memo_find(memo, bytes("on"), &found));
    assert_false(cv_memo_find(memo, bytes("one more"), &found));
    cv_memo_destroy(memo);
}

static void tells_many_keys_apart(void **state) {
    (void)state;
    cv_memo *memo = cv_memo_create();
    for (uint32_t i = 0; i < 20000; i++) {
        cv_bytes number = {(const unsigned char *)&i, sizeof i};
        add(memo, number, number);
    }
    for (uint32_t i = 0; i < 20000; i++) {
        cv_bytes number = {(const unsigned char *)&i, sizeof i}, found;
        assert_true(cv_memo_find(memo, number, &found));
        assert_memory_equal(found.data, &i, sizeof i);
    }
    cv_memo_destroy(memo);
}

static void keeps_what_was_found_lately(void **state) {
    (void)state;
    cv_bytes found;
    cv_memo *memo = cv_memo_create();
    add(memo, bytes("one"), bytes("first"));
    add(memo, bytes("two"), bytes("second"));
    assert_true(cv_memo_find(memo, bytes("one"), &found));
    cv_memo_trim(memo, 100);
    assert_true(cv_memo_find(memo, bytes("one"), &found));
    assert_memory_equal(found.data, "first", 5);
    assert_false(cv_memo_find(memo, bytes("two"), &found));
    add(memo, bytes("two"), bytes("second"));
    cv_memo_trim(memo, 100);
    add(memo, bytes("two"), bytes("second"));
    cv_memo_trim(memo, 100); // "one" has not been found since
    assert_false(cv_memo_find(memo, bytes("one"), &found));
    cv_memo_destroy(memo);
}

static void tells_beginnings_and_ends_apart(void **state) {
    (void)state;
    cv_bytes found;
    cv_memo *memo = cv_memo_create();
    add(memo, bytes("12345678"), bytes("a word"));
    add(memo, bytes("123456789"), bytes("more"));
    add(memo, bytes(""), bytes("nothing"));
    assert_true(cv_memo_find(memo, bytes("123456789"), &found));
    assert_memory_equal(found.data, "more", 4);
    assert_true(cv_memo_find(memo, bytes(""), &found));
    assert_false(cv_memo_find(memo, bytes("1234567"), &found));
    cv_memo_destroy(memo);
}

static void forgets_all_only_past_the_limit(void **state) {
    (void)state;
    cv_bytes found;
    cv_memo *memo = cv_memo_create();
    add(memo, bytes("one"), bytes("first"));
    cv_memo_trim(memo, 1 << 20);
    assert_true(cv_memo_find(memo, bytes("one"), &found));
    cv_memo_trim(memo, 10);
    assert_false(cv_memo_find(memo, bytes("one"), &found));
    add(memo, bytes("one"), bytes("second"));
    assert_true(cv_memo_find(memo, bytes("one"), &found));
    cv_memo_destroy(memo);
    cv_memo_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_added_under_the_same_bytes),
        cmocka_unit_test(tells_many_keys_apart),
        cmocka_unit_test(tells_beginnings_and_ends_apart),
        cmocka_unit_test(keeps_what_was_found_lately),
        cmocka_unit_test(forgets_all_only_past_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
