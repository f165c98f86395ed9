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

typedef struct reader {
    const cvpdf_job *asked;
    cv_arena *arena;
    cv_report *report;
} reader;

// Settings as the stages take them; later stages rely on paths that are UTF-8.
static void read_settings(const reader *self, cv_tailor_options *options) {
    const cvpdf_job *asked = self->asked;
    cv_setting *settings = CV_NEW_ARRAY(self->arena, cv_setting, asked->setting_count);
    size_t count = 0;
    for (size_t i = 0; i < asked->setting_count; i++) {
        cvpdf_setting from = asked->settings[i];
        const char *name = from.origin ? from.origin : "--set";
        const char *path = from.path ? from.path : "";
        size_t size = strlen(path);
        if (cv_utf8_valid((const unsigned char *)path, size) == size)
            settings[count++] = (cv_setting){name, path, from.value ? from.value : ""};
        else
            cv_report_add(self->report, CV_SETTING_SYNTAX, add_source(self->report, name, path),
                          "the path is not valid UTF-8");
    }
    options->settings = settings;
    options->setting_count = count;
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

enum { DAY_SIZE = 10 }; // "YYYY-MM-DD"

// NULL if `text` is not a date as cvpdf.h has it.
static const char *read_timestamp(const char *text, cv_arena *arena) {
    cv_date date;
    if (strlen(text) < DAY_SIZE) return NULL;
    const char *day = cv_copy(arena, text, DAY_SIZE);
    if (!cv_date_parse(day, &date) || !date.day) return NULL;
    if (!text[DAY_SIZE]) return cv_format(arena, "%sT00:00:00Z", day);
    return is_time(text + DAY_SIZE) ? text : NULL;
}

static void read_date(const reader *self, cv_request *request) {
    const char *text = self->asked->date;
    if (!text) return;
    request->date = read_timestamp(text, self->arena);
    if (request->date) {
        request->tailor.date = cv_copy(self->arena, request->date, DAY_SIZE);
        return;
    }
    cv_report_add(self->report, CV_SETTING_DATE, add_source(self->report, "--date", text),
                  "this is not a date")
        ->hint = "write 2024-05-17 or 2024-05-17T12:00:00Z";
}

static void read_variables(const reader *self, cv_tailor_options *options) {
    const cvpdf_job *asked = self->asked;
    cv_setting *variables = CV_NEW_ARRAY(self->arena, cv_setting, asked->variable_count);
    for (size_t i = 0; i < asked->variable_count; i++) {
        cvpdf_setting from = asked->variables[i];
        variables[i] = (cv_setting){from.origin ? from.origin : "--var", from.path ? from.path : "",
                                    from.value ? from.value : ""};
    }
    options->variables = variables;
    options->variable_count = asked->variable_count;
}

// "folder/resume.cv.yaml" is the file "resume.cv".
static const char *file_of(const char *name, cv_arena *arena) {
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
    const char *dot = strrchr(base, '.');
    return dot && dot > base ? cv_copy(arena, base, (size_t)(dot - base)) : base;
}

static void read_variant(const reader *self, cv_tailor_options *options) {
    const cvpdf_job *asked = self->asked;
    options->variant = asked->variant;
    options->include = asked->include;
    options->include_count = asked->include_count;
    options->exclude = asked->exclude;
    options->exclude_count = asked->exclude_count;
    options->file = asked->file ? asked->file : file_of(asked->name, self->arena);
    options->locks_facts = asked->locks_facts;
    options->output = asked->output;
    options->origin = asked->origin;
}

cv_request cv_request_read(const cvpdf_job *asked, cv_arena *arena, cv_report *report) {
    cvpdf_bytes bytes = asked->source;
    cv_request request = {
        .source = cv_report_add_source(report, asked->name, (cv_bytes){bytes.data, bytes.size}),
    };
    reader self = {asked, arena, report};
    read_settings(&self, &request.tailor);
    read_variables(&self, &request.tailor);
    read_variant(&self, &request.tailor);
    read_date(&self, &request);
    return request;
}
