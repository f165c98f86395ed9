// SPDX-License-Identifier: MIT
// faulty.c - put before cvpdf_render() in a program of its own: makes it fail as no resume can. The
// name of the resume says how.
#include "cvpdf.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The linker gives the first the calls of the program (--wrap), the second leads on.
cvpdf_status __wrap_cvpdf_render(const cvpdf_engine *engine, const cvpdf_job *job,
                                 cvpdf_result **result);
cvpdf_status __real_cvpdf_render(const cvpdf_engine *engine, const cvpdf_job *job,
                                 cvpdf_result **result);

// What a worker must be kept from, and if it is there is no memory, as it were.

static cvpdf_status take_memory(void) {
    enum { MOST = 4 << 10, PIECE = 1 << 20 }; // 4 GiB of addresses, none of which is used
    static void *volatile pieces[MOST];       // or a compiler could do without them
    for (int i = 0; i < MOST; i++)
        if (!(pieces[i] = malloc(PIECE))) return CVPDF_NO_MEMORY;
    return CVPDF_INTERNAL;
}

static cvpdf_status write_a_file(void) {
    int file = open("written", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || write(file, "x", 1) != 1) return CVPDF_NO_MEMORY;
    return CVPDF_INTERNAL;
}

static cvpdf_status open_files(void) {
    enum { MOST = 128 };
    for (int i = 0; i < MOST; i++)
        if (open("/dev/null", O_RDONLY) < 0) return CVPDF_NO_MEMORY;
    return CVPDF_INTERNAL;
}

cvpdf_status __wrap_cvpdf_render(const cvpdf_engine *engine, const cvpdf_job *job,
                                 cvpdf_result **result) {
    *result = NULL;
    if (strstr(job->name, "internal")) return CVPDF_INTERNAL;
    if (strstr(job->name, "memory")) return CVPDF_NO_MEMORY;
    if (strstr(job->name, "signal")) raise(SIGKILL);
    if (strstr(job->name, "ends")) _exit(9);
    if (strstr(job->name, "greedy")) return take_memory();
    if (strstr(job->name, "opens")) return open_files();
    if (strstr(job->name, "writes")) return write_a_file();
    return __real_cvpdf_render(engine, job, result);
}
