// SPDX-License-Identifier: MIT
// render.c - any bytes through the whole pipeline, with settings taken from the first byte: a PDF
// or an error, and the same one twice.
#include "cvpdf.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

static const cvpdf_setting settings[] = {
    {.path = "design.font.size", .value = "12pt"},
    {.path = "design.page.size", .value = "a5"},
    {.path = "design.font.family", .value = "Gentium Plus"},
    {.path = "design.page.margins.left", .value = "5cm"},
};
enum { SETTING_COUNT = sizeof settings / sizeof *settings };

static cvpdf_result *render(const cvpdf_engine *engine, const cvpdf_job *job) {
    cvpdf_result *result = NULL;
    cvpdf_status status = cvpdf_render(engine, job, &result);
    if (status != CVPDF_OK && status != CVPDF_REJECTED) abort();
    cvpdf_bytes pdf = cvpdf_result_bytes(result);
    if (status == CVPDF_REJECTED && (pdf.size || !cvpdf_result_diagnostic_count(result))) abort();
    if (status == CVPDF_OK && (pdf.size < 5 || memcmp(pdf.data, "%PDF-", 5) != 0)) abort();
    return result;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static cvpdf_engine *engine; // loaded once for all runs
    if (!engine && !(engine = cvpdf_engine_create())) abort();
    if (size == 0) return 0;

    cvpdf_job job = {.size = sizeof job, .name = "input", .source = {data + 1, size - 1}};
    job.settings = settings;
    job.setting_count = data[0] % (SETTING_COUNT + 1);
    job.is_strict = data[0] >> 7;
    cvpdf_result *first = render(engine, &job), *second = render(engine, &job);
    cvpdf_bytes one = cvpdf_result_bytes(first), two = cvpdf_result_bytes(second);
    if (one.size != two.size || (one.size && memcmp(one.data, two.data, one.size) != 0)) abort();
    cvpdf_result_free(first);
    cvpdf_result_free(second);
    return 0;
}
