// SPDX-License-Identifier: MIT
#include "shape/shape_cache.h"

#include "shape/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cv_bytes key(const char *text) {
    return (cv_bytes){(const unsigned char *)text, strlen(text)};
}

static const cv_cached_run runs[] = {{.end = 3, .count = 2, .stretch = 1}};
static const cv_shaped_glyph glyphs[] = {{.id = 7, .advance = 500}, {.id = 8, .begin = 1}};
static const cv_cached_shape shape = {runs, glyphs, 1, 2};

static void finds_what_was_added_under_the_same_bytes(void **state) {
    (void)state;
    cv_shape_cache *cache = cv_shape_cache_create();
    cv_shape_cache_add(cache, key("one"), &shape);
    const cv_cached_shape *found = cv_shape_cache_find(cache, key("one"));
    assert_non_null(found);
    assert_int_equal(found->run_count, 1);
    assert_int_equal(found->runs[0].stretch, 1);
    assert_int_equal(found->glyph_count, 2);
    assert_memory_equal(found->glyphs, glyphs, sizeof glyphs);
    assert_ptr_not_equal(found->glyphs, glyphs);
    assert_null(cv_shape_cache_find(cache, key("on")));
    assert_null(cv_shape_cache_find(cache, key("one more")));
    cv_shape_cache_destroy(cache);
}

static void tells_many_keys_apart(void **state) {
    (void)state;
    cv_shape_cache *cache = cv_shape_cache_create();
    for (uint32_t i = 0; i < 20000; i++) {
        cv_cached_run run = {.begin = i};
        cv_cached_shape one = {&run, NULL, 1, 0};
        cv_shape_cache_add(cache, (cv_bytes){(const unsigned char *)&i, sizeof i}, &one);
    }
    for (uint32_t i = 0; i < 20000; i++) {
        cv_bytes number = {(const unsigned char *)&i, sizeof i};
        assert_int_equal(cv_shape_cache_find(cache, number)->runs[0].begin, i);
    }
    cv_shape_cache_destroy(cache);
}

static void forgets_all_only_past_the_limit(void **state) {
    (void)state;
    cv_shape_cache *cache = cv_shape_cache_create();
    cv_shape_cache_add(cache, key("one"), &shape);
    cv_shape_cache_trim(cache, 1 << 20);
    assert_non_null(cv_shape_cache_find(cache, key("one")));
    cv_shape_cache_trim(cache, 10);
    assert_null(cv_shape_cache_find(cache, key("one")));
    cv_shape_cache_add(cache, key("one"), &shape);
    assert_non_null(cv_shape_cache_find(cache, key("one")));
    cv_shape_cache_destroy(cache);
    cv_shape_cache_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_added_under_the_same_bytes),
        cmocka_unit_test(tells_many_keys_apart),
        cmocka_unit_test(forgets_all_only_past_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
