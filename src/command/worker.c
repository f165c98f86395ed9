// SPDX-License-Identifier: MIT
// worker.c - typesets one task after the other.
#include "command/worker.h"

#include "command/answer.h"
#include "command/command.h"
#include "command/findings.h"
#include "command/replace.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

// False when the parent has no more, or is gone.
static bool read_number(int channel, uint32_t *number) {
    unsigned char *at = (unsigned char *)number;
    size_t missing = sizeof *number;
    while (missing > 0) {
        ssize_t got = read(channel, at, missing);
        if (got == 0 || (got < 0 && errno != EINTR)) return false;
        if (got < 0) continue;
        at += got;
        missing -= (size_t)got;
    }
    return true;
}

static bool send_answer(int channel, uint32_t task, cvpdf_status status, const cvpdf_result *result,
                        const cv_findings *findings) {
    cvpdf_bytes pdf = {NULL, 0};
    if (status == CVPDF_OK) pdf = cvpdf_result_bytes(result);
    cv_answer_head head = {
        .task = task,
        .status = status,
        .pages = result ? (uint32_t)cvpdf_result_pages(result) : 0,
        .errors = findings->errors,
        .warnings = findings->warnings,
        .dropped = findings->dropped,
        .findings_size = (uint32_t)findings->size,
        .inputs_size = (uint32_t)findings->inputs_size,
        .pdf_size = (uint32_t)pdf.size,
    };
    cvpdf_bytes bytes = {(const unsigned char *)&head, sizeof head};
    cvpdf_bytes found = {(const unsigned char *)findings->bytes, findings->size};
    cvpdf_bytes inputs = {(const unsigned char *)findings->inputs, findings->inputs_size};
    return cv_write_all(channel, bytes) && cv_write_all(channel, found) &&
           cv_write_all(channel, inputs) && cv_write_all(channel, pdf);
}

static bool serve(const cv_plan *plan, uint32_t number, cvpdf_job *job, int channel) {
    cvpdf_result *result;
    cv_findings findings;
    cvpdf_status status = cvpdf_render(plan->engine, job, &result);
    if (!cv_findings_take(&findings, result)) status = CVPDF_NO_MEMORY;
    bool is_sent = send_answer(channel, number, status, result, &findings);
    cv_findings_free(&findings);
    cvpdf_result_free(result);
    return is_sent;
}

int cv_worker_serve(const cv_plan *plan, int channel) {
    cv_job_room room;
    bool has_room = cv_job_room_open(&room, plan);
    cvpdf_cache *cache = cvpdf_cache_create();
    int code = has_room && cache ? CV_EXIT_OK : CV_EXIT_ENVIRONMENT;
    uint32_t number;
    while (code == CV_EXIT_OK && read_number(channel, &number) && number < plan->count) {
        cvpdf_job job = cv_plan_job(plan, &plan->tasks[number], &room);
        job.cache = cache;
        if (!serve(plan, number, &job, channel)) code = CV_EXIT_ENVIRONMENT;
    }
    cvpdf_cache_free(cache);
    cv_job_room_close(&room);
    return code;
}
