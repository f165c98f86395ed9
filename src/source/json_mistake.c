// SPDX-License-Identifier: MIT
// json_mistake.c - what people write into JSON that does not belong there: commas too many and too
// few, comments, single quotes, bare words and dates.
#include "source/json_mistake.h"

#include "source/written_line.h"

#include <string.h>

static void break_off(cv_json_text *json, cv_span span, const char *message, const char *hint) {
    cv_report_add(json->report, CV_READ_SYNTAX, span, "%s", message)->hint = hint;
    json->is_broken = true;
}

static const char *slice(const cv_json_text *json, cv_span span) {
    return cv_written_slice(json->report->arena, json->bytes, span.begin, span.end);
}

static bool is_over(const cv_json_text *json) { return json->at >= json->bytes.size; }

// What stands next, up to a blank or one of JSON's own characters.
static cv_span next_word(const cv_json_text *json) {
    uint32_t end = json->at;
    while (end < json->bytes.size && !cv_is_blank((char)json->bytes.data[end]) &&
           (json->bytes.data[end] == '\0' || !strchr(",:[]{}\"", json->bytes.data[end])))
        end++;
    bool is_empty = end == json->at && !is_over(json);
    return cv_json_span(json, json->at, end + is_empty);
}

static void refuse_unclosed(cv_json_text *json, const cv_json_mistake *mistake) {
    char bracket = (char)json->bytes.data[mistake->open.begin];
    break_off(json, mistake->open,
              bracket == '[' ? "this '[' is never closed" : "this '{' is never closed",
              bracket == '[' ? "put a ']' where the list ends"
                             : "put a '}' where the mapping ends");
}

// Mistakes that may stand anywhere. False if it is none of them.
static bool refuse_foreign(cv_json_text *json, const cv_json_mistake *mistake) {
    char next = cv_json_peek(json);
    cv_span word = next_word(json);
    if (is_over(json)) {
        refuse_unclosed(json, mistake);
    } else if (next == '/' || next == '#') {
        break_off(json, word, "JSON has no comments",
                  "remove it, or keep it as the value of a key that begins with x-");
    } else if (next == '\'' || cv_starts_with(slice(json, word), "\u201C") ||
               cv_starts_with(slice(json, word), "\u201D")) {
        break_off(json, word, "this is not the quote that encloses texts in JSON",
                  "write \" before and after the text");
    } else {
        return false;
    }
    return true;
}

// A comma before a bracket, or a bracket that closes another kind. False if it is neither.
static bool refuse_bracket(cv_json_text *json, const cv_json_mistake *mistake) {
    char next = cv_json_peek(json);
    if (next != ']' && next != '}') return false;
    cv_span span = next_word(json);
    bool has_open = mistake->open.end > mistake->open.begin;
    bool closes_list = has_open && json->bytes.data[mistake->open.begin] == '[';
    if (!has_open) {
        break_off(json, span, "this bracket closes nothing", NULL);
    } else if (closes_list != (next == ']')) {
        break_off(
            json, span, closes_list ? "'}' cannot close a list" : "']' cannot close a mapping",
            closes_list ? "close the list with ']' first" : "close the mapping with '}' first");
    } else {
        break_off(json, span, "nothing stands between the comma and this bracket",
                  "remove the comma");
    }
    return true;
}

static const char *word_hint(const cv_json_text *json, cv_span span) {
    static const char *const known[][2] = {
        {"True", "write true"},   {"TRUE", "write true"}, {"False", "write false"},
        {"FALSE", "write false"}, {"None", "write null"}, {"NULL", "write null"},
        {"Null", "write null"},   {"nil", "write null"},  {"undefined", "write null"}};
    const char *word = slice(json, span);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (cv_equal(word, known[i][0])) return known[i][1];
    return cv_format(json->report->arena, "put it in quotes: \"%s\"", word);
}

void cv_json_refuse_value(cv_json_text *json, const cv_json_mistake *mistake) {
    char next = cv_json_peek(json);
    cv_span span = next_word(json);
    if (mistake->before == ':' && (next == ',' || next == '}'))
        break_off(json, span,
                  cv_format(json->report->arena, "the key '%s' has no value", mistake->key),
                  "write \"\", or remove the key");
    else if (next == ',' || next == ':')
        break_off(json, span,
                  next == ',' ? "no value stands before this comma"
                              : "no key stands before this colon",
                  next == ',' ? "remove the comma" : NULL);
    else if (!refuse_foreign(json, mistake) && !refuse_bracket(json, mistake))
        break_off(json, span,
                  cv_format(json->report->arena, "'%s' is not a value of JSON", slice(json, span)),
                  word_hint(json, span));
}

void cv_json_refuse_key(cv_json_text *json, const cv_json_mistake *mistake) {
    cv_span span = next_word(json);
    if (cv_json_peek(json) == ',')
        break_off(json, span, "no key stands before this comma", "remove the comma");
    else if (!refuse_foreign(json, mistake) && !refuse_bracket(json, mistake))
        break_off(json, span,
                  cv_format(json->report->arena, "'%s' is not a key: a key stands in quotes",
                            slice(json, span)),
                  cv_format(json->report->arena, "write \"%s\"", slice(json, span)));
}

void cv_json_refuse_colon(cv_json_text *json, const cv_json_mistake *mistake) {
    if (refuse_foreign(json, mistake)) return;
    break_off(json, next_word(json),
              cv_format(json->report->arena, "no colon follows the key '%s'", mistake->key),
              cv_format(json->report->arena, "write \"%s\": and its value", mistake->key));
}

void cv_json_refuse_next(cv_json_text *json, const cv_json_mistake *mistake) {
    bool is_list = json->bytes.data[mistake->open.begin] == '[';
    if (cv_json_peek(json) == ':')
        break_off(json, next_word(json),
                  is_list ? "a list has no keys" : "a second colon follows one key",
                  is_list ? "put key and value in { }" : NULL);
    else if (!refuse_foreign(json, mistake) && !refuse_bracket(json, mistake))
        break_off(json, next_word(json), "a comma is missing before this",
                  "put a comma after the value before it");
}

void cv_json_refuse_rest(cv_json_text *json) {
    const cv_json_mistake outside = {.open = cv_json_span(json, json->at, json->at)};
    if (refuse_foreign(json, &outside) || refuse_bracket(json, &outside)) return;
    break_off(json, next_word(json), "something follows the end of the value",
              "keep one value in a file");
}
