// SPDX-License-Identifier: MIT
// faulty.c - put before cvpdf_render() in a program of its own: makes it fail as no resume can. The
// name of the resume says how.
#include "cvpdf.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

// The linker gives the first the calls of the program (--wrap), the second leads on.
cvpdf_status __wrap_cvpdf_render(const cvpdf_engine *engine, const cvpdf_job *job,
                                 cvpdf_result **result);
cvpdf_status __real_cvpdf_render(const cvpdf_engine *engine, const cvpdf_job *job,
                                 cvpdf_result **result);

cvpdf_status __wrap_cvpdf_render(const cvpdf_engine *engine, const cvpdf_job *job,
                                 cvpdf_result **result) {
    *result = NULL;
    if (strstr(job->name, "internal")) return CVPDF_INTERNAL;
    if (strstr(job->name, "memory")) return CVPDF_NO_MEMORY;
    if (strstr(job->name, "signal")) raise(SIGKILL);
    if (strstr(job->name, "ends")) _exit(9);
    return __real_cvpdf_render(engine, job, result);
}
