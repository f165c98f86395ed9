// SPDX-License-Identifier: MIT
#include "cvpdf.h"

#include "library/pipeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static cvpdf_engine *engine;

static cvpdf_job job_of(const char *text) {
    cvpdf_job job = {.size = sizeof job, .name = "cv.yaml"};
    job.source = (cvpdf_bytes){(const unsigned char *)text, strlen(text)};
    return job;
}

static size_t count_of(const cvpdf_result *result, const char *code) {
    size_t count = 0;
    for (size_t i = 0; i < cvpdf_result_diagnostic_count(result); i++)
        count += strcmp(cvpdf_result_diagnostic(result, i).code, code) == 0;
    return count;
}

static void reports_all_mistakes_in_the_order_of_their_places(void **state) {
    (void)state;
    cvpdf_job job = job_of("name: Ada\ndesign: {font: {size: huge}}\nsections: {Work: [{role: a, "
                           "start: x}]}\nzzz: 1\n");
    cvpdf_result *result;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_REJECTED);
    size_t count = cvpdf_result_diagnostic_count(result);
    assert_true(count >= 3); // of resume/ and style/ together
    size_t line = 0;
    for (size_t i = 0; i < count; i++) {
        cvpdf_diagnostic finding = cvpdf_result_diagnostic(result, i);
        assert_true(finding.line >= line);
        line = finding.line;
        assert_string_equal(finding.name, "cv.yaml");
    }
    assert_int_equal(line, 4);
    assert_int_equal(cvpdf_result_bytes(result).size, 0);
    assert_null(cvpdf_result_diagnostic(result, count).code);
    cvpdf_result_free(result);
}

static void gives_places_in_lines_and_code_points(void **state) {
    (void)state;
    cvpdf_job job = job_of("name: Ada\r\n\"\xC3\xA9\xE2\x82\xAC\": 1\r\n");
    cvpdf_result *result;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_REJECTED);
    cvpdf_diagnostic finding = cvpdf_result_diagnostic(result, 0);
    assert_int_equal(finding.line, 2);
    assert_int_equal(finding.column, 1);
    assert_int_equal(finding.end_line, 2);
    assert_int_equal(finding.end_column, 5);
    assert_int_equal(finding.excerpt.size, 10);
    cvpdf_result_free(result);
}

static void counts_what_is_past_the_limit_of_a_report(void **state) {
    (void)state;
    char text[8000] = "name: Ada\n";
    for (int i = 0; i < 150; i++) {
        char line[] = "zz000: 1\n";
        line[2] = (char)('0' + i / 100), line[3] = (char)('0' + i / 10 % 10);
        line[4] = (char)('0' + i % 10);
        strcat(text, line);
    }
    cvpdf_job job = job_of(text);
    cvpdf_result *result;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_REJECTED);
    assert_int_equal(cvpdf_result_diagnostic_count(result), 100);
    assert_int_equal(cvpdf_result_dropped_count(result), 50);
    cvpdf_result_free(result);
}

static void applies_settings_in_order_and_names_their_origin(void **state) {
    (void)state;
    cvpdf_setting settings[] = {{"name", "Grace", NULL},
                                {"name", "Ada Lovelace", NULL},
                                {"design.page.size", "a9", "paper"}};
    cvpdf_job job = job_of("name: x\n");
    job.settings = settings;
    job.setting_count = 2;
    cvpdf_result *result;
    assert_int_equal(cvpdf_dump(engine, &job, "resume", &result), CVPDF_OK);
    cvpdf_bytes text = cvpdf_result_bytes(result);
    assert_memory_equal(text.data, "name \"Ada Lovelace\"", 19);
    cvpdf_result_free(result);
    job.setting_count = 3;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_REJECTED);
    assert_non_null(strstr(cvpdf_result_diagnostic(result, 0).name, "paper"));
    cvpdf_result_free(result);
}

static void takes_dates_with_and_without_a_time(void **state) {
    (void)state;
    static const struct {
        const char *date;
        cvpdf_status status;
    } cases[] = {
        {"2024-05-17", CVPDF_OK},
        {"2024-05-17T23:59:59Z", CVPDF_OK},
        {"2024-05", CVPDF_REJECTED},
        {"2024-02-30", CVPDF_REJECTED},
        {"2024-05-17T24:00:00Z", CVPDF_REJECTED},
        {"2024-05-17T12:00:00", CVPDF_REJECTED},
        {"2024-05-17T12:00:00Zx", CVPDF_REJECTED},
        {"2024-05-17 12:00:00Z", CVPDF_REJECTED},
        {"", CVPDF_REJECTED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cvpdf_job job = job_of("name: Ada\n");
        job.date = cases[i].date;
        cvpdf_result *result;
        assert_int_equal(cvpdf_render(engine, &job, &result), cases[i].status);
        assert_int_equal(count_of(result, "CV203"), cases[i].status == CVPDF_REJECTED);
        cvpdf_result_free(result);
    }
}

static void rejects_warnings_only_where_it_is_strict(void **state) {
    (void)state;
    cvpdf_job job = job_of("name: Ada\ndesign: {color: {text: \"#bbbbbb\"}}\n");
    for (int is_strict = 0; is_strict < 2; is_strict++) {
        job.is_strict = is_strict;
        cvpdf_result *result;
        assert_int_equal(cvpdf_render(engine, &job, &result),
                         is_strict ? CVPDF_REJECTED : CVPDF_OK);
        assert_int_equal(count_of(result, "CV304"), 1);
        assert_int_equal(cvpdf_result_bytes(result).size == 0, is_strict);
        cvpdf_result_free(result);
    }
}

static void reads_only_the_members_that_the_caller_knows(void **state) {
    (void)state;
    cvpdf_job job = job_of("name: Ada\n");
    job.size = offsetof(cvpdf_job, date);
    job.date = "not read";
    cvpdf_result *result;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_OK);
    cvpdf_result_free(result);
    job.size = 0;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_INTERNAL);
    assert_null(result);
}

static void knows_its_stages(void **state) {
    (void)state;
    cvpdf_job job = job_of("name: Ada\n");
    cvpdf_result *result;
    for (const char *const *stage = cvpdf_stages(); *stage; stage++) {
        assert_int_equal(cvpdf_dump(engine, &job, *stage, &result), CVPDF_OK);
        assert_int_equal(cvpdf_result_bytes(result).size == 0, strcmp(*stage, "diagnostics") == 0);
        cvpdf_result_free(result);
    }
    assert_int_equal(cvpdf_dump(engine, &job, "page", &result), CVPDF_INTERNAL);
    assert_null(result);
}

static void takes_an_empty_job_for_an_empty_file(void **state) {
    (void)state;
    cvpdf_job job = {.size = sizeof job};
    cvpdf_result *result;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_REJECTED);
    assert_int_equal(count_of(result, "CV004"), 1);
    cvpdf_result_free(result);
}

static void says_so_when_a_job_outgrows_its_memory(void **state) {
    (void)state;
    bool was_rejected = false, was_rendered = false;
    for (size_t limit = 1 << 10; !was_rendered; limit *= 2) {
        cvpdf_result *result = calloc(1, sizeof *result);
        assert_non_null(result);
        result->job.engine = engine;
        result->job.asked = job_of("name: Ada\nzzz: 1\n");
        result->job.arena = cv_arena_create(limit);
        result->job.last = CV_STAGE_PDF;
        assert_int_equal(cv_job_run(&result->job, cv_job_typeset), CVPDF_REJECTED);
        was_rendered = count_of(result, "CV408") == 0;
        was_rejected |= count_of(result, "CV408") == 1;
        assert_true(cvpdf_result_diagnostic_count(result) > 0);
        cvpdf_result_free(result);
    }
    assert_true(was_rejected);
}

static void names_what_it_is_made_with(void **state) {
    (void)state;
    const char *name, *version;
    size_t count = 0;
    while (cvpdf_component(count, &name, &version)) {
        assert_true(*name && *version);
        count++;
    }
    assert_true(count >= 4);
}

static int create_engine(void **state) {
    (void)state;
    engine = cvpdf_engine_create();
    return engine ? 0 : -1;
}

static int free_engine(void **state) {
    (void)state;
    cvpdf_engine_free(engine);
    return 0;
}

static const char *const with_variants = "name: Ada\nsections: {Work: [{text: a, tags: [b]}]}\n"
                                         "variants:\n  short: {exclude: [b]}\n"
                                         "  named: {output: '{{name}} {{company}}'}\n";

static void lists_the_variants_of_a_file(void **state) {
    (void)state;
    cvpdf_job job = job_of(with_variants);
    cvpdf_setting company = {.path = "company", .value = "Works & Co"};
    job.variables = &company;
    job.variable_count = 1;
    cvpdf_result *result;
    assert_int_equal(cvpdf_variants(engine, &job, &result), CVPDF_OK);
    assert_int_equal(cvpdf_result_variant_count(result), 2);
    assert_string_equal(cvpdf_result_variant(result, 0).name, "short");
    assert_string_equal(cvpdf_result_variant(result, 0).output, "cv-short.pdf");
    assert_string_equal(cvpdf_result_variant(result, 1).output, "Ada-Works-Co.pdf");
    assert_null(cvpdf_result_variant(result, 2).name);
    cvpdf_result_free(result);
    job.variant = "named";
    assert_int_equal(cvpdf_variant_find(engine, &job, &result), CVPDF_OK);
    assert_int_equal(cvpdf_result_variant_count(result), 1);
    assert_string_equal(cvpdf_result_variant(result, 0).output, "Ada-Works-Co.pdf");
    cvpdf_result_free(result);
    job.variable_count = 0;
    assert_int_equal(cvpdf_variants(engine, &job, &result), CVPDF_REJECTED);
    assert_int_equal(count_of(result, "CV507"), 1);
    cvpdf_result_free(result);
}

static void lists_the_file_itself_where_it_has_no_variants(void **state) {
    (void)state;
    cvpdf_job job = job_of("name: Ada");
    job.name = "folder/my.cv.yaml";
    cvpdf_result *result;
    assert_int_equal(cvpdf_variants(engine, &job, &result), CVPDF_OK);
    assert_int_equal(cvpdf_result_variant_count(result), 1);
    assert_null(cvpdf_result_variant(result, 0).name);
    assert_string_equal(cvpdf_result_variant(result, 0).output, "my.cv.pdf");
    cvpdf_result_free(result);
    job.file = "other";
    assert_int_equal(cvpdf_variants(engine, &job, &result), CVPDF_OK);
    assert_string_equal(cvpdf_result_variant(result, 0).output, "other.pdf");
    cvpdf_result_free(result);
}

static void says_of_which_variant_a_rendering_is(void **state) {
    (void)state;
    cvpdf_job job = job_of(with_variants);
    job.variant = "short";
    cvpdf_result *result;
    assert_int_equal(cvpdf_render(engine, &job, &result), CVPDF_OK);
    assert_int_equal(count_of(result, "CV511"), 1);
    assert_int_equal(cvpdf_result_variant_count(result), 1);
    assert_string_equal(cvpdf_result_variant(result, 0).name, "short");
    assert_string_equal(cvpdf_result_variant(result, 0).output, "cv-short.pdf");
    cvpdf_result_free(result);
}

static void compares_two_variants_of_one_text(void **state) {
    (void)state;
    cvpdf_job from = job_of(with_variants), to = from;
    to.variant = "short";
    cvpdf_result *result;
    assert_int_equal(cvpdf_diff(engine, &from, &to, &result), CVPDF_OK);
    assert_string_equal((const char *)cvpdf_result_bytes(result).data,
                        "dropped: section (line 2): Work\n");
    cvpdf_result_free(result);
    assert_int_equal(cvpdf_diff(engine, &from, &from, &result), CVPDF_OK);
    assert_int_equal(cvpdf_result_bytes(result).size, 0);
    cvpdf_result_free(result);
    cvpdf_job broken = job_of("[");
    assert_int_equal(cvpdf_diff(engine, &from, &broken, &result), CVPDF_REJECTED);
    cvpdf_result_free(result);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_the_variants_of_a_file),
        cmocka_unit_test(lists_the_file_itself_where_it_has_no_variants),
        cmocka_unit_test(says_of_which_variant_a_rendering_is),
        cmocka_unit_test(compares_two_variants_of_one_text),
        cmocka_unit_test(reports_all_mistakes_in_the_order_of_their_places),
        cmocka_unit_test(gives_places_in_lines_and_code_points),
        cmocka_unit_test(counts_what_is_past_the_limit_of_a_report),
        cmocka_unit_test(applies_settings_in_order_and_names_their_origin),
        cmocka_unit_test(takes_dates_with_and_without_a_time),
        cmocka_unit_test(rejects_warnings_only_where_it_is_strict),
        cmocka_unit_test(reads_only_the_members_that_the_caller_knows),
        cmocka_unit_test(knows_its_stages),
        cmocka_unit_test(takes_an_empty_job_for_an_empty_file),
        cmocka_unit_test(says_so_when_a_job_outgrows_its_memory),
        cmocka_unit_test(names_what_it_is_made_with),
    };
    return cmocka_run_group_tests(tests, create_engine, free_engine);
}
