// SPDX-License-Identifier: MIT
// slow.c - typesets a case of cases.c.
//
// slow CASE             its three sizes, each in one call of cvpdf_render(), or of cvpdf_check()
//                       where it is called "check-...", for callgrind to count; the first call of
//                       all, which also fills the caches of libraries, is extra
// slow CASE greatest    its greatest size; then what memory that took at most
#include "cases.h"

#include "base/limits.h"

#include "cvpdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum {
    OTHER_KIB = 32 << 10, // of the program and its libraries
    PEAK_KIB = (CV_LIMIT_JOB_BYTES >> 10) + OTHER_KIB
};

static bool check_status(const slow_case *made, size_t n, cvpdf_status status) {
    cvpdf_status expected = made->is_resume ? CVPDF_OK : CVPDF_REJECTED;
    if (status == expected) return true;
    fprintf(stderr, "%s, size %zu: status %d instead of %d\n", made->name, n, (int)status,
            (int)expected);
    return false;
}

// The greatest size may be past a limit: then the input is refused.
static bool check_end(const slow_case *made, size_t bytes, cvpdf_status status) {
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0) return false;
    printf("%s, size %zu: %zu bytes, status %d, peak %ld KiB of %d\n", made->name, made->greatest,
           bytes, (int)status, usage.ru_maxrss, (int)PEAK_KIB);
    return (status == CVPDF_OK || status == CVPDF_REJECTED) && usage.ru_maxrss <= PEAK_KIB;
}

static bool typeset(const slow_case *made, const cvpdf_engine *engine, size_t n, bool is_greatest) {
    size_t size;
    char *text = slow_case_make(made, n, &size);
    if (!text) return false;
    cvpdf_job job = {.size = sizeof job,
                     .source = {(const unsigned char *)text, size},
                     .no_system_fonts = 1}; // the same work on every machine
    cvpdf_result *result;
    bool is_checked = strncmp(made->name, "check-", strlen("check-")) == 0;
    cvpdf_status status =
        is_checked ? cvpdf_check(engine, &job, &result) : cvpdf_render(engine, &job, &result);
    cvpdf_result_free(result);
    free(text);
    return is_greatest ? check_end(made, size, status) : check_status(made, n, status);
}

int main(int argument_count, char **arguments) {
    const slow_case *made = argument_count > 1 ? slow_case_find(arguments[1]) : NULL;
    if (!made) {
        fprintf(stderr, "usage: slow CASE [greatest]\n");
        return 2;
    }
    cvpdf_engine *engine = cvpdf_engine_create();
    if (!engine) return 1;
    bool is_good = true;
    if (argument_count > 2)
        is_good = typeset(made, engine, made->greatest, true);
    else
        is_good = typeset(made, engine, made->size, false) && //
                  typeset(made, engine, made->size, false) &&
                  typeset(made, engine, 2 * made->size, false) &&
                  typeset(made, engine, 4 * made->size, false);
    cvpdf_engine_free(engine);
    return is_good ? 0 : 1;
}
