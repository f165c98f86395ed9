// SPDX-License-Identifier: MIT
// embed.c - a program that renders one resume in memory, and one that has a mistake.
#include <cvpdf.h>

#include <stdio.h>
#include <string.h>

static const char good[] = "name: Ada Lovelace\n"
                           "sections:\n"
                           "  Experience:\n"
                           "    - role: Analyst\n"
                           "      organization: Analytical Engine\n"
                           "      start: 1842\n"
                           "      end: 1843\n";
static const char bad[] = "nmae: Ada Lovelace\n";

static cvpdf_status render(const cvpdf_engine *engine, const char *text, cvpdf_result **result) {
    cvpdf_job job = {0};
    job.size = sizeof job;
    job.name = "ada.yaml";
    job.source.data = (const unsigned char *)text;
    job.source.size = strlen(text);
    return cvpdf_render(engine, &job, result);
}

static int check_good(const cvpdf_engine *engine) {
    cvpdf_result *result = NULL;
    cvpdf_status status = render(engine, good, &result);
    cvpdf_bytes pdf = {0};
    if (result) pdf = cvpdf_result_bytes(result);
    int is_right = status == CVPDF_OK && pdf.size > 5 && memcmp(pdf.data, "%PDF-", 5) == 0 &&
                   cvpdf_result_pages(result) == 1;
    if (!is_right) fprintf(stderr, "status %d, %lu bytes\n", (int)status, (unsigned long)pdf.size);
    cvpdf_result_free(result);
    return is_right;
}

static int check_bad(const cvpdf_engine *engine) {
    cvpdf_result *result = NULL;
    cvpdf_status status = render(engine, bad, &result);
    int is_right = status == CVPDF_REJECTED && result && cvpdf_result_bytes(result).size == 0 &&
                   cvpdf_result_diagnostic_count(result) > 0;
    if (is_right) {
        cvpdf_diagnostic first = cvpdf_result_diagnostic(result, 0);
        is_right = first.severity == CVPDF_ERROR && first.line == 1 && first.code[0] == 'C';
    }
    if (!is_right) fprintf(stderr, "the mistake was not reported: status %d\n", (int)status);
    cvpdf_result_free(result);
    return is_right;
}

int main(void) {
    cvpdf_engine *engine = cvpdf_engine_create();
    if (!engine) return 1;
    int is_right = check_good(engine) && check_bad(engine);
    cvpdf_engine_free(engine);
    cvpdf_result_free(NULL);
    return is_right ? 0 : 1;
}
