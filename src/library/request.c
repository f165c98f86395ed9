// SPDX-License-Identifier: MIT
// request.c - the public job to what the stages take.
#include "library/request.h"

#include "base/unicode.h"
#include "resume/date.h"

#include <string.h>

static cv_span add_source(cv_report *report, const char *name, const char *text) {
    size_t size = strlen(text);
    cv_bytes bytes = {(const unsigned char *)text, size};
    return (cv_span){cv_report_add_source(report, name, bytes), 0, (uint32_t)size};
}

// Settings as the stages take them; later stages rely on paths that are UTF-8.
static void read_settings(cv_job *job, cv_request *request) {
    const cvpdf_job *asked = &job->asked;
    cv_setting *settings = CV_NEW_ARRAY(job->arena, cv_setting, asked->setting_count);
    size_t count = 0;
    for (size_t i = 0; i < asked->setting_count; i++) {
        cvpdf_setting from = asked->settings[i];
        const char *name = from.origin ? from.origin : "--set";
        const char *path = from.path ? from.path : "";
        size_t size = strlen(path);
        if (cv_utf8_valid((const unsigned char *)path, size) == size)
            settings[count++] = (cv_setting){name, path, from.value ? from.value : ""};
        else
            cv_report_add(&job->report, CV_SETTING_SYNTAX, add_source(&job->report, name, path),
                          "the path is not valid UTF-8");
    }
    request->settings = settings;
    request->setting_count = count;
}

static bool is_two_digits(const char *text, int below) {
    return cv_is_digit(text[0]) && cv_is_digit(text[1]) &&
           (text[0] - '0') * 10 + text[1] - '0' < below;
}

// "Thh:mm:ssZ"; no leap seconds, which ISO 32000-1, 7.9.4 does not have either.
static bool is_time(const char *text) {
    return strlen(text) == 10 && text[0] == 'T' && is_two_digits(text + 1, 24) && text[3] == ':' &&
           is_two_digits(text + 4, 60) && text[6] == ':' && is_two_digits(text + 7, 60) &&
           text[9] == 'Z';
}

// NULL if `text` is not a date as cvpdf.h has it.
static const char *read_timestamp(const char *text, cv_arena *arena) {
    enum { DAY_SIZE = 10 };
    cv_date date;
    if (strlen(text) < DAY_SIZE) return NULL;
    const char *day = cv_copy(arena, text, DAY_SIZE);
    if (!cv_date_parse(day, &date) || !date.day) return NULL;
    if (!text[DAY_SIZE]) return cv_format(arena, "%sT00:00:00Z", day);
    return is_time(text + DAY_SIZE) ? text : NULL;
}

static void read_date(cv_job *job, cv_request *request) {
    const char *text = job->asked.date;
    if (!text) return;
    request->date = read_timestamp(text, job->arena);
    if (request->date) return;
    cv_report_add(&job->report, CV_SETTING_DATE, add_source(&job->report, "--date", text),
                  "this is not a date")
        ->hint = "write 2024-05-17 or 2024-05-17T12:00:00Z";
}

cv_request cv_request_read(cv_job *job) {
    cvpdf_bytes bytes = job->asked.source;
    cv_request request = {
        .source =
            cv_report_add_source(&job->report, job->asked.name, (cv_bytes){bytes.data, bytes.size}),
    };
    read_settings(job, &request);
    read_date(job, &request);
    return request;
}
