// SPDX-License-Identifier: MIT
// Every number of the design and of a fit, set to what is no number that anyone means.
#include "cvpdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const paths[] = {
    "design.page.size",
    "design.page.margins.top",
    "design.page.margins.left",
    "design.page.margins.right",
    "design.page.margins.bottom",
    "design.font.size",
    "design.font.leading",
    "design.header.name_size",
    "design.headings.size",
    "design.headings.weight",
    "design.headings.space_above",
    "design.headings.space_below",
    "design.bullets.indent",
    "design.bullets.gap",
    "fit.pages",
    "fit.min_size",
    "fit.drop",
    "sections.s.0.priority",
    "design.page",
    "sections.s.0.start",
};

static const char *const values[] = {
    "nan",
    ".nan",
    "inf",
    "-.inf",
    "1e999",
    "-1e999",
    "1e-999",
    "-1",
    "-0",
    "0",
    "0pt",
    "-5pt",
    "NaNpt",
    "infpt",
    "1e400cm",
    "99999999999999999999",
    "99999999999999999999pt",
    "1e5in",
    "0x10pt",
    "1_000pt",
    "1..2pt",
    "5 pt pt",
    "\u0663pt",
    "+",
    "e",
    "true",
    "[1pt, nan]",
    "[0pt, 0pt]",
    "[1e9pt, 1e9pt]",
    "{a: 1}",
    "0.0000001pt",
    "16383.99pt",
    "32768pt",
    "2147483648pt",
    "4294967296",
    "-2147483649",
};

enum { PATHS = sizeof paths / sizeof *paths, VALUES = sizeof values / sizeof *values };

static const char resume[] =
    "name: Ada\nsections:\n  S:\n    - {role: Analyst, bullets: [one, two]}\n";

static void refuses_or_sets_whatever_number(void **state) {
    (void)state;
    cvpdf_engine *engine = cvpdf_engine_create();
    assert_non_null(engine);
    size_t refused = 0;
    for (size_t i = 0; i < PATHS * VALUES; i++) {
        cvpdf_setting setting = {.path = paths[i / VALUES], .value = values[i % VALUES]};
        cvpdf_job job = {.size = sizeof job,
                         .source = {(const unsigned char *)resume, sizeof resume - 1},
                         .settings = &setting,
                         .setting_count = 1};
        cvpdf_result *result;
        cvpdf_status status = cvpdf_render(engine, &job, &result);
        if (status != CVPDF_OK && status != CVPDF_REJECTED)
            fail_msg("%s=%s: status %d", setting.path, setting.value, (int)status);
        if (status == CVPDF_REJECTED) assert_true(cvpdf_result_diagnostic_count(result) > 0);
        refused += status == CVPDF_REJECTED;
        cvpdf_result_free(result);
    }
    cvpdf_engine_free(engine);
    assert_in_range(refused, PATHS * VALUES / 2, PATHS * VALUES - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_or_sets_whatever_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
