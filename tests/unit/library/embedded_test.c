// SPDX-License-Identifier: MIT
#include "library/embedded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void finds_each_listed_file_by_its_name(void **state) {
    (void)state;
    size_t count;
    const cv_embedded *files = cv_embedded_list(&count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) assert_ptr_equal(cv_embedded_find(files[i].name), &files[i]);
}

static void finds_nothing_under_other_names(void **state) {
    (void)state;
    assert_null(cv_embedded_find(""));
    assert_null(cv_embedded_find("fonts/lato"));
    assert_null(cv_embedded_find("fonts/lato/Lato-Regular.ttf "));
    assert_null(cv_embedded_find("Lato-Regular.ttf"));
}

static void holds_the_bytes_of_the_file(void **state) {
    (void)state;
    size_t count;
    const cv_embedded *files = cv_embedded_list(&count);
    for (size_t i = 0; i < count; i++) {
        char path[4096];
        assert_true(snprintf(path, sizeof path, CVPDF_SOURCE_DIR "/%s", files[i].name) > 0);
        FILE *file = fopen(path, "rb");
        assert_non_null(file);
        const unsigned char *at = files[i].begin;
        unsigned char chunk[4096];
        for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0; at += got) {
            assert_true((size_t)(files[i].end - at) >= got);
            assert_memory_equal(chunk, at, got);
        }
        assert_ptr_equal(at, files[i].end);
        fclose(file);
    }
}

static void aligns_files_and_ends_them_with_a_zero(void **state) {
    (void)state;
    size_t count;
    const cv_embedded *files = cv_embedded_list(&count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal((uintptr_t)files[i].begin % 16, 0);
        assert_int_equal(*files[i].end, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_each_listed_file_by_its_name),
        cmocka_unit_test(finds_nothing_under_other_names),
        cmocka_unit_test(holds_the_bytes_of_the_file),
        cmocka_unit_test(aligns_files_and_ends_them_with_a_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
