// SPDX-License-Identifier: MIT
// tree.c - any bytes, read as YAML or JSON: a tree or findings with a place, never both missing.
#include "cvpdf.h"
#include "fuzz.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static cvpdf_engine *engine; // loaded once for all runs
    if (!engine && !(engine = cvpdf_engine_create())) abort();

    cvpdf_job job = {.size = sizeof job, .name = "input", .source = {data, size}};
    cvpdf_result *result = NULL;
    cvpdf_status status = cvpdf_dump(engine, &job, "tree", &result);
    if (status != CVPDF_OK && status != CVPDF_REJECTED) abort();
    size_t findings = cvpdf_result_diagnostic_count(result);
    if (status == CVPDF_REJECTED && findings == 0) abort();
    for (size_t i = 0; i < findings; i++) {
        cvpdf_diagnostic found = cvpdf_result_diagnostic(result, i);
        if (!found.code || !found.message || !found.name) abort();
    }
    cvpdf_result_free(result);
    return 0;
}
