// SPDX-License-Identifier: MIT
#include "cvpdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char first[] =
    "name: Ada\n"
    "sections: {Work: [{role: Analyst, bullets: [one, 'two {{n}}', three]}]}\n"
    "vars: {n: 2}\n"
    "variants: {short: {vars: {n: 3}}, de: {language: de}}\n";
static const char second[] = "name: Bob\n"
                             "variants: {short: {set: {headline: a}}, de: {}}\n";
static const char with_warning[] = "name: &unused Ada\nvariants: {short: {}, de: {}}\n";
static const char with_error[] = "name: Ada\nvariants: {short: {extends: none}, de: {}}\n";
static const char unreadable[] = "name: [\n";

static const cvpdf_setting four = {"n", "4", NULL};

static const cvpdf_job jobs[] = {
    {.variant = "short", .source = {(const unsigned char *)first, sizeof first - 1}},
    {.variant = "de", .source = {(const unsigned char *)first, sizeof first - 1}},
    {.source = {(const unsigned char *)first, sizeof first - 1}},
    {.source = {(const unsigned char *)first, sizeof first - 1},
     .variables = &four,
     .variable_count = 1},
    {.source = {(const unsigned char *)first, sizeof first - 1}, .locks_facts = 1},
    {.variant = "short",
     .source = {(const unsigned char *)first, sizeof first - 1},
     .locks_facts = 1},
    {.variant = "short", .source = {(const unsigned char *)second, sizeof second - 1}},
    {.variant = "short", .source = {(const unsigned char *)with_warning, sizeof with_warning - 1}},
    {.variant = "de", .source = {(const unsigned char *)with_warning, sizeof with_warning - 1}},
    {.variant = "de", .source = {(const unsigned char *)with_error, sizeof with_error - 1}},
    {.variant = "short", .source = {(const unsigned char *)with_error, sizeof with_error - 1}},
    {.source = {(const unsigned char *)unreadable, sizeof unreadable - 1}},
    {.source = {NULL, 0}},
    {.variant = "none", .source = {(const unsigned char *)first, sizeof first - 1}},
    {.name = "cv.yaml", .source = {(const unsigned char *)first, sizeof first - 1}},
    {.name = "cv.json", .source = {(const unsigned char *)first, sizeof first - 1}}, // is none
};
enum { JOB_COUNT = sizeof jobs / sizeof *jobs };

static void assert_same_text(const char *a, const char *b) {
    assert_int_equal(!a, !b);
    if (a) assert_string_equal(a, b);
}

static void assert_same_findings(const cvpdf_result *a, const cvpdf_result *b) {
    size_t count = cvpdf_result_diagnostic_count(a);
    assert_int_equal(count, cvpdf_result_diagnostic_count(b));
    for (size_t i = 0; i < count; i++) {
        cvpdf_diagnostic left = cvpdf_result_diagnostic(a, i),
                         right = cvpdf_result_diagnostic(b, i);
        assert_same_text(left.message, right.message);
        assert_same_text(left.hint, right.hint);
        assert_int_equal(left.line, right.line);
        assert_int_equal(left.column, right.column);
        assert_int_equal(left.excerpt.size, right.excerpt.size);
    }
}

// A job in a cache that has seen others is what it is alone.
static void check(const cvpdf_engine *engine, cvpdf_cache *cache, size_t number) {
    cvpdf_job job = jobs[number];
    job.size = sizeof job;
    job.name = "cv.yaml";
    cvpdf_result *alone, *shared;
    cvpdf_status status = cvpdf_render(engine, &job, &alone);
    if (number < 4) assert_int_equal(status, CVPDF_OK);
    job.cache = cache;
    assert_int_equal(cvpdf_render(engine, &job, &shared), status);
    cvpdf_bytes left = cvpdf_result_bytes(alone), right = cvpdf_result_bytes(shared);
    assert_int_equal(left.size, right.size);
    if (left.size) assert_memory_equal(left.data, right.data, left.size);
    assert_same_findings(alone, shared);
    cvpdf_result_free(alone);
    cvpdf_result_free(shared);
}

static void changes_nothing_but_speed(void **state) {
    (void)state;
    cvpdf_engine *engine = cvpdf_engine_create();
    cvpdf_cache *cache = cvpdf_cache_create();
    assert_non_null(engine);
    assert_non_null(cache);
    for (size_t stride = 1; stride < JOB_COUNT; stride += 2)
        for (size_t i = 0; i < 2 * JOB_COUNT; i++) check(engine, cache, i * stride % JOB_COUNT);
    cvpdf_cache_free(cache);
    cvpdf_engine_free(engine);
}

static void is_not_held_by_the_source(void **state) {
    (void)state;
    cvpdf_engine *engine = cvpdf_engine_create();
    cvpdf_cache *cache = cvpdf_cache_create();
    char *copy = strdup(first);
    cvpdf_job job = {
        .size = sizeof job, .source = {(const unsigned char *)copy, strlen(copy)}, .cache = cache};
    cvpdf_result *one, *two;
    assert_int_equal(cvpdf_render(engine, &job, &one), CVPDF_OK);
    cvpdf_result_free(one);
    memset(copy, 'x', strlen(copy));
    free(copy);
    job.source = (cvpdf_bytes){(const unsigned char *)first, sizeof first - 1};
    assert_int_equal(cvpdf_render(engine, &job, &two), CVPDF_OK);
    cvpdf_result_free(two);
    cvpdf_cache_free(cache);
    cvpdf_cache_free(NULL);
    cvpdf_engine_free(engine);
}

static cvpdf_result *render(const cvpdf_engine *engine, cvpdf_cache *cache, const cvpdf_job *of) {
    cvpdf_job job = *of;
    job.size = sizeof job;
    job.cache = cache;
    cvpdf_result *result = NULL;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_OK);
    return result;
}

static void may_go_before_the_results(void **state) {
    (void)state;
    cvpdf_engine *engine = cvpdf_engine_create();
    cvpdf_cache *cache = cvpdf_cache_create();
    assert_true(engine && cache);
    cvpdf_result *a = render(engine, cache, &jobs[0]), *b = render(engine, cache, &jobs[6]);
    cvpdf_cache_free(cache);
    assert_string_equal(cvpdf_result_variant(a, 0).name, "short");
    assert_string_equal(cvpdf_result_variant(a, 0).output, "resume-short.pdf");
    assert_string_equal(cvpdf_result_variant(b, 0).name, "short");
    cvpdf_result_free(a);
    cvpdf_result_free(b);
    cvpdf_engine_free(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_nothing_but_speed),
        cmocka_unit_test(is_not_held_by_the_source),
        cmocka_unit_test(may_go_before_the_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
