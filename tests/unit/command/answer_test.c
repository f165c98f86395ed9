// SPDX-License-Identifier: MIT
#include "command/answer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void believes_only_heads_that_can_be(void **state) {
    (void)state;
    static const struct {
        cv_answer_head head;
        bool is_sound;
    } cases[] = {
        {{.task = 7, .status = CVPDF_OK, .pages = 1, .pdf_size = 100}, true},
        {{.task = 7, .status = CVPDF_REJECTED, .errors = 1, .findings_size = 100}, true},
        {{.task = 8, .status = CVPDF_OK, .pdf_size = 100}, false},
        {{.task = 7, .status = CVPDF_OK}, false},
        {{.task = 7, .status = CVPDF_REJECTED, .pdf_size = 100}, false},
        {{.task = 7, .status = CVPDF_INTERNAL + 1}, false},
        {{.task = 7, .status = CVPDF_OK, .pdf_size = UINT32_MAX}, false},
        {{.task = 7, .status = CVPDF_REJECTED, .findings_size = UINT32_MAX}, false},
        {{.task = 7, .status = CVPDF_REJECTED, .inputs_size = UINT32_MAX}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(cv_answer_head_is_sound(&cases[i].head, 7), cases[i].is_sound);
}

static bool is_sound(const char *findings, size_t findings_size, const char *pdf) {
    unsigned char body[64];
    size_t size = strlen(pdf);
    memcpy(body, findings, findings_size);
    memcpy(body + findings_size, pdf, size);
    cv_answer answer = {.head = {.status = CVPDF_OK,
                                 .findings_size = (uint32_t)findings_size,
                                 .pdf_size = (uint32_t)size},
                        .body = body};
    return cv_answer_is_sound(&answer);
}

static void believes_only_whole_pdfs(void **state) {
    (void)state;
    assert_true(is_sound("", 0, "%PDF-1.7 … %%EOF\n"));
    assert_false(is_sound("warning\0", 8, "%PDF-1.7 … %%EOF")); // no findings; see findings_test.c
    assert_true(is_sound("", 0, "%PDF-1.7 … %%EOF\r\n"));
    assert_false(is_sound("", 0, "%PDF-1.7 … %%EO"));
    assert_false(is_sound("", 0, "PDF-1.7 … %%EOF"));
    assert_false(is_sound("", 0, "%PDF%%EOF"));
    assert_false(is_sound("", 0, "\n\n"));
}

static void believes_only_paths_that_end(void **state) {
    (void)state;
    unsigned char body[] = "photos/me.jpg";
    cv_answer answer = {.head = {.status = CVPDF_REJECTED, .inputs_size = sizeof body},
                        .body = body};
    assert_true(cv_answer_is_sound(&answer));
    assert_string_equal(cv_answer_inputs(&answer), "photos/me.jpg");
    answer.head.inputs_size--;
    assert_false(cv_answer_is_sound(&answer));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(believes_only_heads_that_can_be),
        cmocka_unit_test(believes_only_whole_pdfs),
        cmocka_unit_test(believes_only_paths_that_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
