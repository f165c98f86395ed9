// SPDX-License-Identifier: MIT
#include "shape/shape_cache.h"

#include "shape/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void gives_back_runs_and_glyphs(void **state) {
    (void)state;
    static const cv_cached_run runs[] = {{.end = 3, .count = 2, .stretch = 1}};
    static const cv_shaped_glyph glyphs[] = {{.id = 7, .advance = 500}, {.id = 8, .begin = 1}};
    static const cv_bytes key = {(const unsigned char *)"one", 3},
                          other = {(const unsigned char *)"on", 2};
    cv_memo *memo = cv_memo_create();
    cv_shape_cache_add(memo, key, &(cv_cached_shape){runs, glyphs, 1, 2});
    cv_cached_shape found;
    assert_true(cv_shape_cache_find(memo, key, &found));
    assert_int_equal(found.run_count, 1);
    assert_int_equal(found.runs[0].stretch, 1);
    assert_int_equal(found.glyph_count, 2);
    assert_memory_equal(found.glyphs, glyphs, sizeof glyphs);
    assert_ptr_not_equal(found.glyphs, glyphs);
    assert_false(cv_shape_cache_find(memo, other, &found));
    cv_shape_cache_add(memo, other, &(cv_cached_shape){0});
    assert_true(cv_shape_cache_find(memo, other, &found));
    assert_int_equal(found.run_count + found.glyph_count, 0);
    cv_memo_destroy(memo);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(gives_back_runs_and_glyphs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
