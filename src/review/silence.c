// SPDX-License-Identifier: MIT
// silence.c - what silences findings, and whether it is a comment at all: libyaml does not say.
#include "review/silence.h"

#include "base/limits.h"
#include "base/suggest.h"

#include <string.h>

// Texts

static bool is_in(cv_span span, uint32_t source, uint32_t offset) {
    return span.source == source && span.begin <= offset && offset < span.end;
}

// Where the text or the key of the resume stands in which `offset` lies; empty if that is in none.
static cv_span find_text(const cv_node *node, uint32_t source, uint32_t offset) {
    for (const cv_node *child = node->first; child; child = child->next) {
        if (is_in(child->key_span, source, offset)) return child->key_span;
        if (!is_in(child->span, source, offset)) continue;
        cv_span found =
            child->kind == CV_NODE_TEXT ? child->span : find_text(child, source, offset);
        if (found.end) return found;
    }
    return (cv_span){0};
}

// What is found in a text of several lines is silenced where that begins or ends: there can be no
// comments between.
static void find_texts(const cv_silences *silences, cv_silence *silence) {
    cv_span line = silence->line;
    cv_span ends = find_text(silences->source, line.source, line.begin);
    cv_span begins = find_text(silences->source, line.source, line.end);
    if (ends.begin < line.begin && ends.end <= line.end) silence->texts[0] = ends;
    if (begins.begin >= line.begin && begins.begin <= line.end) silence->texts[1] = begins;
}

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
        cv_silence fresh = {.problem = problem, .span = span, .line = line};
        if (line.end) find_texts(silences, &fresh);
        CV_PUSH(report->arena, &silences->items, fresh);
        silences->has[problem] = true;
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

static void read_check(cv_silences *silences, const cv_node *check, const cv_decoder *decoder) {
    if (check->kind == CV_NODE_MAP)
        cv_fields_read(check, &table, silences, decoder);
    else
        cv_report_add(decoder->report, CV_WRONG_TYPE, check->span,
                      "'check' must be a mapping, not %s", cv_node_kind_name(check))
            ->hint = "write 'check: {ignore: [CV623]}'";
}

// Comments

// Whether the '#' at `at` stands in a text. Behind the sign of a block scalar, ">- #", it does not.
static bool is_in_text(const cv_silences *silences, cv_bytes bytes, size_t at) {
    cv_span text = find_text(silences->source, silences->number, (uint32_t)at);
    if (!text.end) return false;
    const unsigned char *begin = bytes.data + text.begin;
    size_t size = at - text.begin;
    bool is_block = *begin == '>' || *begin == '|';
    return !is_block || memchr(begin, '\n', size) || memchr(begin, '\r', size);
}

static cv_span line_around(uint32_t source, cv_bytes bytes, size_t at) {
    size_t begin = at, end = at;
    while (begin > 0 && bytes.data[begin - 1] != '\n' && bytes.data[begin - 1] != '\r') begin--;
    while (end < bytes.size && bytes.data[end] != '\n' && bytes.data[end] != '\r') end++;
    return (cv_span){source, (uint32_t)begin, (uint32_t)end};
}

static bool is_word_byte(unsigned char byte) {
    return cv_is_letter((char)byte) || cv_is_digit((char)byte) || byte >= 0x80;
}

static bool may_stand(char byte, size_t place) {
    if (place == 0) return byte == 'C' || byte == 'c';
    if (place == 1) return byte == 'V' || byte == 'v';
    return cv_is_digit(byte);
}

// Whether one letter or digit more, less or other would make a "CV614" of it.
static bool is_near_code(const char *word) {
    const size_t length = 5;
    size_t size = strlen(word), least = size < length ? size : length, head = 0, tail = 0;
    while (head < least && may_stand(word[head], head)) head++;
    while (tail < least - head && may_stand(word[size - 1 - tail], length - 1 - tail)) tail++;
    return (size > length ? size : length) - head - tail <= 1;
}

// "CV614", and what was meant to be one: "cv6140", "CW614". "ISO27001" was not.
static bool looks_like_code(const char *word) {
    bool begins = may_stand(word[0], 0) && may_stand(word[1], 1) && word[2];
    return is_near_code(word) || (begins && word[2 + strspn(word + 2, "0123456789")] == '\0');
}

// Reads the codes from `at` on, with blanks or commas between. The first word has to be one; the
// first of the others that does not look like one begins a remark, and so does any other sign.
static void read_codes(cv_silences *silences, cv_bytes bytes, size_t at, cv_span line,
                       cv_report *report) {
    for (size_t count = 0;; count++) {
        while (at < line.end && strchr(" \t,", bytes.data[at])) at++;
        size_t size = 0;
        while (at + size < line.end && is_word_byte(bytes.data[at + size])) size++;
        const char *code = cv_copy(report->arena, (const char *)bytes.data + at, size);
        if (!size && !count)
            cv_report_add(report, CV_UNKNOWN_CODE, line, "this comment does not say what to ignore")
                ->hint = "write '# cvpdf: ignore CV623'";
        if (!size || (count && !looks_like_code(code))) return;
        add(silences, code, (cv_span){line.source, (uint32_t)at, (uint32_t)(at + size)}, line,
            report);
        at += size;
    }
}

// Blanks and then `word`, which is in small letters, in letters of any case.
static size_t skip(cv_bytes bytes, size_t at, const char *word) {
    while (at < bytes.size && (bytes.data[at] == ' ' || bytes.data[at] == '\t')) at++;
    for (; *word && at < bytes.size; word++, at++) {
        char byte = (char)bytes.data[at];
        if ((cv_is_letter(byte) ? byte | 0x20 : byte) != *word) return 0;
    }
    return *word ? 0 : at;
}

// Where the codes begin, for a comment that begins at `at`; 0 if it is another one.
static size_t find_codes(cv_bytes bytes, size_t at) {
    bool may_begin = at == 0 || strchr(" \t\r\n", bytes.data[at - 1]);
    size_t next = may_begin ? skip(bytes, at + 1, "cvpdf:") : 0;
    if (next) next = skip(bytes, next, "ignore");
    if (!next || next == bytes.size || strchr(" \t\r\n", bytes.data[next])) return next;
    return bytes.data[next] == ':' ? next + 1 : 0;
}

static void read_comments(cv_silences *silences, cv_report *report) {
    cv_bytes bytes = report->sources.items[silences->number].bytes;
    for (size_t at = 0; at < bytes.size; at++) {
        const unsigned char *next = memchr(bytes.data + at, '#', bytes.size - at);
        if (!next) break;
        at = (size_t)(next - bytes.data);
        size_t codes = find_codes(bytes, at);
        if (codes && !is_in_text(silences, bytes, at))
            read_codes(silences, bytes, codes, line_around(silences->number, bytes, at), report);
    }
}

cv_silences *cv_silences_read(const cv_node *tree, const cv_node *source, cv_arena *arena,
                              cv_report *report) {
    cv_decoder decoder = {arena, report};
    cv_silences *silences = CV_NEW(arena, cv_silences);
    silences->source = source;
    silences->number = source->span.source;
    const cv_node *check = cv_field_present(tree, "check");
    if (check) read_check(silences, check, &decoder);
    if (report->sources.count) read_comments(silences, report);
    return silences;
}

// Applying

static bool is_on_line(const cv_silence *silence, cv_span span) {
    if (span.source != silence->line.source || span.end == 0) return false;
    bool is_there = span.begin >= silence->line.begin && span.begin <= silence->line.end;
    return is_there || is_in(silence->texts[0], span.source, span.begin) ||
           is_in(silence->texts[1], span.source, span.begin);
}

static bool is_of_other(const cv_silences *silences, cv_span span) {
    return silences->other && span.end > 0 && span.source == silences->other->number;
}

static bool is_silenced_by(cv_silences *silences, const cv_diagnostic *found) {
    if (!silences->has[found->problem] || is_of_other(silences, found->span)) return false;
    bool is_silenced = false;
    for (size_t i = 0; i < silences->items.count; i++) {
        cv_silence *each = &silences->items.items[i];
        if (each->problem != found->problem) continue;
        if (each->line.end > 0 && !is_on_line(each, found->span)) continue;
        each->is_used = is_silenced = true;
    }
    return is_silenced;
}

static bool is_silenced(void *own, const cv_diagnostic *found) {
    cv_silences *silences = own;
    bool is_by_other = silences->other && is_silenced_by(silences->other, found);
    return is_silenced_by(silences, found) || is_by_other;
}

static bool silences_file(const cv_silences *silences, cv_problem problem) {
    for (size_t i = 0; i < silences->items.count; i++) {
        const cv_silence *each = &silences->items.items[i];
        if (each->problem == problem && each->line.end == 0) return true;
    }
    return false;
}

// Of what is only counted, the place is not known: of two files, both have to silence it.
static void take_out_dropped(cv_silences *silences, cv_report *report) {
    for (size_t i = 0; i < silences->items.count; i++) {
        cv_silence *each = &silences->items.items[i];
        if (each->line.end > 0) continue;
        if (silences->other && !silences_file(silences->other, each->problem)) continue;
        unsigned count = report->dropped_of[each->problem];
        report->dropped_of[each->problem] = 0;
        report->dropped -= count;
        each->is_used |= count > 0;
        if (cv_problem_severity(each->problem) == CV_WARNING) report->warnings -= count;
    }
}

void cv_silences_apply(cv_silences *silences, cv_report *report) {
    cv_diagnostic **link = &report->first;
    while (*link) {
        cv_severity severity = cv_problem_severity((*link)->problem);
        if (severity == CV_ERROR || !is_silenced(silences, *link)) {
            link = &(*link)->next;
            continue;
        }
        *link = (*link)->next;
        report->stored[severity]--;
        report->warnings -= severity == CV_WARNING;
    }
    report->last = link;
    take_out_dropped(silences, report);
    report->silencer = is_silenced;
    report->silences = silences;
}

void cv_silences_apply_both(cv_silences *one, cv_silences *other, cv_report *report) {
    one->other = other;
    other->other = one;
    cv_silences_apply(one, report);
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
