// SPDX-License-Identifier: MIT
// silence.c - what silences findings, and whether it is a comment at all: libyaml does not say.
#include "review/silence.h"

#include "base/limits.h"
#include "base/suggest.h"

#include <string.h>

// Codes

static const char *suggest(const char *code) {
    const char *codes[CV_PROBLEM_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < CV_PROBLEM_COUNT; i++)
        if (cv_problem_severity((cv_problem)i) != CV_ERROR)
            codes[count++] = cv_problem_code((cv_problem)i);
    return cv_suggest(code, codes, count);
}

static void add(cv_silences *silences, const char *code, cv_span span, cv_span line,
                cv_report *report) {
    cv_problem problem = cv_problem_find(code);
    if (problem == CV_PROBLEM_COUNT) {
        const char *near = suggest(code);
        cv_report_add(report, CV_UNKNOWN_CODE, span, "there is no finding '%s'", code)->hint =
            near ? cv_format(report->arena, "did you mean '%s'?", near)
                 : "codes are like CV623; they stand in each finding";
    } else if (cv_problem_severity(problem) == CV_ERROR) {
        cv_report_add(report, CV_ERROR_SILENCED, span, "%s is an error, which cannot be silenced",
                      code);
    } else if (silences->items.count == CV_LIMIT_SILENCES) {
        if (!silences->has_too_many)
            cv_report_add(report, CV_TOO_MANY_NAMES, span,
                          "a file may ignore %d findings, and this is one more", CV_LIMIT_SILENCES);
        silences->has_too_many = true;
    } else {
        CV_PUSH(report->arena, &silences->items, (cv_silence){problem, span, line, false});
    }
}

// The key `check`

static void read_code(const cv_node *node, cv_silences *silences, const cv_decoder *decoder) {
    if (node->kind == CV_NODE_TEXT)
        add(silences, cv_collapse_blanks(decoder->arena, node->text), node->span, (cv_span){0},
            decoder->report);
    else
        cv_report_add(decoder->report, CV_WRONG_TYPE, node->span, "this must be a code, not %s",
                      cv_node_kind_name(node));
}

static void read_ignore(const cv_node *node, void *target, const cv_decoder *decoder) {
    if (node->kind != CV_NODE_LIST) {
        read_code(node, target, decoder);
        return;
    }
    for (const cv_node *code = node->first; code; code = code->next)
        if (!cv_field_is_absent(code)) read_code(code, target, decoder);
}

static const cv_field fields[] = {
    {"ignore", read_ignore, 0, false, "codes", "codes of warnings and notes to leave out: [CV623]"},
};

static const cv_field_table table = {CV_FIELDS(fields), NULL, NULL};

void cv_silences_describe(cv_schema *schema) {
    cv_fields_describe(&table, "check", "what the check is not to find", schema);
}

cv_silences *cv_silences_read(const cv_node *tree, cv_arena *arena, cv_report *report) {
    cv_decoder decoder = {arena, report};
    cv_silences *silences = CV_NEW(arena, cv_silences);
    silences->tree = tree;
    const cv_node *check = cv_field_present(tree, "check");
    if (!check) return silences;
    if (check->kind == CV_NODE_MAP)
        cv_fields_read(check, &table, silences, &decoder);
    else
        cv_report_add(report, CV_WRONG_TYPE, check->span, "'check' must be a mapping, not %s",
                      cv_node_kind_name(check))
            ->hint = "write 'check: {ignore: [CV623]}'";
    return silences;
}

// Comments

static bool is_in(cv_span span, uint32_t source, uint32_t offset) {
    return span.source == source && span.begin <= offset && offset < span.end;
}

// The text of the resume in which `offset` lies, NULL if that is not in one.
static const cv_node *find_text(const cv_node *node, uint32_t offset) {
    for (const cv_node *child = node->first; child; child = child->next) {
        if (!is_in(child->span, 0, offset)) continue;
        const cv_node *found = child->kind == CV_NODE_TEXT ? child : find_text(child, offset);
        if (found) return found;
    }
    return NULL;
}

// Whether the '#' at `at` stands in a text. Behind the sign of a block scalar, ">- #", it does not.
static bool is_in_text(const cv_silences *silences, cv_bytes bytes, size_t at) {
    const cv_node *text = find_text(silences->tree, (uint32_t)at);
    if (!text) return false;
    const unsigned char *begin = bytes.data + text->span.begin;
    bool is_block = *begin == '>' || *begin == '|';
    return !is_block || memchr(begin, '\n', at - text->span.begin);
}

static cv_span line_around(cv_bytes bytes, size_t at) {
    size_t begin = at, end = at;
    while (begin > 0 && bytes.data[begin - 1] != '\n' && bytes.data[begin - 1] != '\r') begin--;
    while (end < bytes.size && bytes.data[end] != '\n' && bytes.data[end] != '\r') end++;
    return (cv_span){0, (uint32_t)begin, (uint32_t)end};
}

// Reads the codes from `at` on to the end of the line.
static void read_codes(cv_silences *silences, cv_bytes bytes, size_t at, cv_span line,
                       cv_report *report) {
    size_t count = 0;
    while (at < line.end) {
        size_t size = 0;
        while (at + size < line.end && !strchr(" \t,", bytes.data[at + size])) size++;
        if (size) {
            const char *code = cv_copy(report->arena, (const char *)bytes.data + at, size);
            cv_span span = {0, (uint32_t)at, (uint32_t)(at + size)};
            add(silences, code, span, line, report);
            count++;
        }
        at += size ? size : 1;
    }
    if (!count)
        cv_report_add(report, CV_UNKNOWN_CODE, line, "this comment does not say what to ignore")
            ->hint = "write '# cvpdf: ignore CV623'";
}

static size_t skip(cv_bytes bytes, size_t at, const char *word) {
    size_t size = strlen(word);
    while (at < bytes.size && (bytes.data[at] == ' ' || bytes.data[at] == '\t')) at++;
    bool is_there = at + size <= bytes.size && memcmp(bytes.data + at, word, size) == 0;
    return is_there ? at + size : 0;
}

// Where the codes begin, for a comment that begins at `at`; 0 if it is another one.
static size_t find_codes(cv_bytes bytes, size_t at) {
    bool may_begin = at == 0 || strchr(" \t\r\n", bytes.data[at - 1]);
    size_t next = may_begin ? skip(bytes, at + 1, "cvpdf:") : 0;
    if (next) next = skip(bytes, next, "ignore");
    bool is_word = next && (next == bytes.size || strchr(" \t\r\n", bytes.data[next]));
    return is_word ? next : 0;
}

void cv_silences_read_comments(cv_silences *silences, cv_report *report) {
    if (silences->has_comments || !report->sources.count) return;
    silences->has_comments = true;
    cv_bytes bytes = report->sources.items[0].bytes;
    for (size_t at = 0; at < bytes.size; at++) {
        const unsigned char *next = memchr(bytes.data + at, '#', bytes.size - at);
        if (!next) break;
        at = (size_t)(next - bytes.data);
        size_t codes = find_codes(bytes, at);
        if (codes && !is_in_text(silences, bytes, at))
            read_codes(silences, bytes, codes, line_around(bytes, at), report);
    }
}

// Applying

// What is found in a text of several lines is silenced where that begins or ends: there can be no
// comments between.
static bool is_on_line(const cv_silence *silence, const cv_node *text, cv_span span) {
    cv_span line = silence->line;
    if (span.source != 0 || span.end == 0) return false;
    if (span.begin >= line.begin && span.begin <= line.end) return true;
    if (!text) return false;
    bool begins = text->span.begin >= line.begin && text->span.begin <= line.end;
    bool ends = text->span.end >= line.begin && text->span.end <= line.end;
    return begins || ends;
}

static bool is_silenced(cv_silences *silences, const cv_diagnostic *found) {
    bool is_silenced = false;
    const cv_node *text = NULL;
    for (size_t i = 0; i < silences->items.count; i++) {
        cv_silence *each = &silences->items.items[i];
        if (each->problem != found->problem) continue;
        bool is_of_line = each->line.end > 0;
        if (is_of_line && !text && found->span.source == 0)
            text = find_text(silences->tree, found->span.begin);
        if (is_of_line && !is_on_line(each, text, found->span)) continue;
        each->is_used = is_silenced = true;
    }
    return is_silenced;
}

void cv_silences_apply(cv_silences *silences, cv_report *report) {
    cv_diagnostic **link = &report->first;
    while (*link) {
        cv_severity severity = cv_problem_severity((*link)->problem);
        if (severity != CV_ERROR) cv_silences_read_comments(silences, report);
        if (severity == CV_ERROR || !is_silenced(silences, *link)) {
            link = &(*link)->next;
            continue;
        }
        *link = (*link)->next;
        report->stored[severity]--;
        report->warnings -= severity == CV_WARNING;
    }
    report->last = link;
}

void cv_silences_report_idle(cv_silences *silences, cv_report *report) {
    for (size_t i = 0; i < silences->items.count; i++) {
        const cv_silence *each = &silences->items.items[i];
        if (each->is_used || each->problem == CV_IDLE_SILENCE) continue;
        cv_report_add(report, CV_IDLE_SILENCE, each->span, "there is no %s here to be ignored",
                      cv_problem_code(each->problem))
            ->hint = "it can go";
    }
}
