// SPDX-License-Identifier: MIT
#include "command/findings.h"

#include "command/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const cv_origin nothing = {0};

// Not inline: gcc 12 does not see that open_memstream() sets `text`, and warns of its use.
static __attribute__((noinline)) char *print(const cv_findings *findings, cv_seen *seen,
                                             size_t *count) {
    char *text = NULL;
    size_t size = 0;
    cv_terminal terminal = {.stream = open_memstream(&text, &size)};
    assert_non_null(terminal.stream);
    *count = cv_findings_print(findings->bytes, findings->size, &nothing, seen, &terminal);
    fclose(terminal.stream);
    return text;
}

static cv_findings find(const char *resume) {
    cvpdf_engine *engine = cvpdf_engine_create();
    assert_non_null(engine);
    cvpdf_job job = {.size = sizeof job, .name = "cv.yaml"};
    job.source = (cvpdf_bytes){(const unsigned char *)resume, strlen(resume)};
    cvpdf_result *result;
    cv_findings findings;
    cvpdf_render(engine, &job, &result);
    assert_true(cv_findings_take(&findings, result));
    cvpdf_result_free(result);
    cvpdf_engine_free(engine);
    return findings;
}

static void come_back_as_they_were(void **state) {
    (void)state;
    cv_findings findings = find("name: Ada\nheadlin: x\n");
    const char *bytes = findings.bytes;
    size_t size = findings.size;
    cv_finding finding;
    assert_true(cv_findings_next(&bytes, &size, &finding));
    assert_string_equal(finding.code, "CV101");
    assert_string_equal(finding.message, "unknown key 'headlin'");
    assert_string_equal(finding.hint, "did you mean 'headline'?");
    assert_string_equal(finding.name, "cv.yaml");
    assert_string_equal(finding.excerpt, "headlin: x");
    assert_int_equal(finding.severity, CVPDF_ERROR);
    assert_int_equal(finding.line, 2);
    assert_int_equal(finding.column, 1);
    assert_int_equal(finding.end_column, 8);
    assert_int_equal(finding.mark, 0);
    assert_int_equal(finding.mark_size, 7);
    assert_false(cv_findings_next(&bytes, &size, &finding));
    assert_int_equal(size, 0);
    assert_int_equal(findings.errors, 1);
    free(findings.bytes);
}

// A worker has read a file of anybody's.
static void nothing_damaged_is_believed(void **state) {
    (void)state;
    cv_findings findings = find("name: Ada\nheadlin: x\nheadlines: y\n");
    assert_true(cv_findings_are_sound(findings.bytes, findings.size));
    assert_true(cv_findings_are_sound(NULL, 0));
    for (size_t size = 1; size < findings.size; size++) {
        char *copy = malloc(size); // its own size, so that sanitizers see more being read
        memcpy(copy, findings.bytes, size);
        const char *rest = copy;
        size_t left = size;
        cv_finding finding;
        bool is_first_whole = cv_findings_next(&rest, &left, &finding);
        assert_true(!cv_findings_are_sound(copy, size) || (is_first_whole && left == 0));
        free(copy);
    }
    for (size_t i = 0; i < findings.size; i++) {
        char *copy = malloc(findings.size);
        memcpy(copy, findings.bytes, findings.size);
        copy[i] = (char)~copy[i];
        cv_findings_are_sound(copy, findings.size); // true or false, but it comes back
        free(copy);
    }
    free(findings.bytes);
}

static void are_printed_once(void **state) {
    (void)state;
    cv_seen seen = {0};
    size_t count;
    cv_findings one = find("name: Ada\nheadlin: x\n");
    cv_findings two = find("name: Ada\nheadlin: x\nmail: y\n");
    char *text = print(&one, &seen, &count);
    assert_int_equal(count, 1);
    assert_non_null(strstr(text, "headlin"));
    free(text);
    text = print(&two, &seen, &count);
    assert_int_equal(count, 1);
    assert_null(strstr(text, "'headlin'"));
    assert_non_null(strstr(text, "mail"));
    free(text);
    free(one.bytes);
    free(two.bytes);
    cv_seen_free(&seen);
}

static void say_how_a_resume_was_fitted_apart(void **state) {
    (void)state;
    cv_seen seen = {0};
    size_t count;
    cv_findings findings = find("name: Ada\nfit: {pages: 1}\nsections: {Work: [Reads.]}\n");
    assert_non_null(cv_findings_note(findings.bytes, findings.size));
    char *text = print(&findings, &seen, &count);
    assert_int_equal(count, 0);
    assert_string_equal(text, "");
    free(text);
    free(findings.bytes);
    cv_seen_free(&seen);
    assert_null(cv_findings_note(NULL, 0));
}

static void are_remembered_by_the_thousand(void **state) {
    (void)state;
    cv_seen seen = {0};
    for (int round = 0; round < 2; round++)
        for (uint64_t i = 1; i <= 1000; i++)
            assert_int_equal(cv_seen_add(&seen, cv_hash(CV_HASH_START, &i, sizeof i)), round);
    cv_seen_free(&seen);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(come_back_as_they_were),
        cmocka_unit_test(nothing_damaged_is_believed),
        cmocka_unit_test(are_printed_once),
        cmocka_unit_test(say_how_a_resume_was_fitted_apart),
        cmocka_unit_test(are_remembered_by_the_thousand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
