// SPDX-License-Identifier: MIT
// json.c - RFC 8259 and nothing more, by recursive descent; the depth is limited.
//
// Own code, because the places of values are what findings are made of, and JSON libraries forget
// them. The first syntax error ends the reading: what follows may be anything.
#include "source/json.h"

#include "base/limits.h"
#include "source/json_mistake.h"
#include "source/json_scalar.h"
#include "source/name_table.h"
#include "source/tree_limits.h"

#include <string.h>

typedef struct json_reader {
    cv_json_text text;
    cv_tree_size size;
    unsigned depth; // of the lists and maps that are open
    cv_json_mistake last;
} json_reader;

static cv_node *read_value(json_reader *reader);

static cv_node *make_node(const json_reader *reader, cv_node_kind kind, uint32_t begin) {
    cv_node *node = CV_NEW(reader->text.arena, cv_node);
    node->kind = kind;
    node->span = cv_json_span(&reader->text, begin, reader->text.at);
    return node;
}

static bool count_node(json_reader *reader, const cv_node *node) {
    return cv_tree_size_add(&reader->size, node, node->span, reader->text.report);
}

// Steps over `byte` and blanks, if it is next.
static bool accept(json_reader *reader, char byte) {
    if (cv_json_peek(&reader->text) != byte) return false;
    reader->text.at++;
    reader->last.before = byte;
    cv_json_skip_blanks(&reader->text);
    return true;
}

static cv_node *read_string(json_reader *reader) {
    uint32_t begin = reader->text.at;
    const char *text = cv_json_read_string(&reader->text);
    if (!text) return NULL;
    cv_node *node = make_node(reader, CV_NODE_TEXT, begin);
    node->text = text;
    return node;
}

static cv_node *read_plain(json_reader *reader) {
    uint32_t begin = reader->text.at;
    const char *text = cv_json_read_plain(&reader->text);
    if (!text) {
        cv_json_refuse_value(&reader->text, &reader->last);
        return NULL;
    }
    bool is_nothing = cv_equal(text, "null");
    cv_node *node = make_node(reader, is_nothing ? CV_NODE_NULL : CV_NODE_TEXT, begin);
    node->text = is_nothing ? NULL : text;
    node->is_plain = !is_nothing;
    return node;
}

// The bracket is next; `outer` takes what closing it brings back.
static cv_node *open_node(json_reader *reader, cv_node_kind kind, cv_span *outer) {
    uint32_t begin = reader->text.at;
    cv_node *node = make_node(reader, kind, begin);
    cv_span bracket = cv_json_span(&reader->text, begin, begin + 1);
    if (cv_tree_is_too_deep(++reader->depth, bracket, reader->text.report)) return NULL;
    *outer = reader->last.open;
    reader->last.open = bracket;
    accept(reader, cv_json_peek(&reader->text));
    return node;
}

static cv_node *close_node(json_reader *reader, cv_node *node, char bracket, cv_span outer) {
    if (cv_json_peek(&reader->text) != bracket) {
        cv_json_refuse_next(&reader->text, &reader->last);
        return NULL;
    }
    node->span.end = ++reader->text.at;
    reader->last.open = outer;
    reader->depth--;
    return node;
}

static cv_node *read_list(json_reader *reader) {
    cv_span outer;
    cv_node *list = open_node(reader, CV_NODE_LIST, &outer);
    if (!list) return NULL;
    cv_node **link = &list->first;
    bool has_more = cv_json_peek(&reader->text) != ']';
    while (has_more) {
        *link = read_value(reader);
        if (!*link || !count_node(reader, *link)) return NULL;
        link = &(*link)->next;
        list->count++;
        has_more = accept(reader, ',');
    }
    return close_node(reader, list, ']', outer);
}

typedef struct open_map {
    cv_node *node, **link;
    cv_name_table places; // of the keys so far, plus 1
} open_map;

static const char *place_of(const json_reader *reader, uint32_t at, cv_span again) {
    const cv_source *source = &reader->text.report->sources.items[reader->text.source];
    cv_place place = cv_source_locate(source, at);
    bool is_same_line = cv_source_locate(source, again.begin).line == place.line;
    return is_same_line
               ? cv_format(reader->text.report->arena, "in column %u", (unsigned)place.column)
               : cv_format(reader->text.report->arena, "on line %u", (unsigned)place.line);
}

static bool is_new_key(const json_reader *reader, open_map *map, const char *key, cv_span span) {
    uint32_t *first = cv_name_number(&map->places, key, reader->text.scratch);
    if (!*first) {
        *first = span.begin + 1;
        return true;
    }
    cv_report *report = reader->text.report;
    bool is_shown = !cv_report_is_full(report, CV_ERROR); // to locate takes time
    cv_report_add(report, CV_READ_DUPLICATE_KEY, span,
                  "the key '%s' stands here again: it is already %s", key,
                  is_shown ? place_of(reader, *first - 1, span) : "")
        ->hint = "keep one of the two";
    return false;
}

// The key at the quote that is next, up to its value. False after a syntax error.
static bool read_key(json_reader *reader, const char **key, cv_span *span) {
    cv_json_text *text = &reader->text;
    uint32_t begin = text->at;
    if (cv_json_peek(text) != '"') {
        cv_json_refuse_key(text, &reader->last);
        return false;
    }
    *key = cv_json_read_string(text);
    if (!*key) return false;
    *span = cv_json_span(text, begin, text->at);
    reader->last.key = *key;
    cv_json_skip_blanks(text);
    if (accept(reader, ':')) return true;
    cv_json_refuse_colon(text, &reader->last);
    return false;
}

static bool is_short_key(const json_reader *reader, const char *key, cv_span span) {
    if (strlen(key) <= CV_LIMIT_KEY_BYTES) return true;
    cv_report_add(reader->text.report, CV_READ_KEY_TOO_LONG, span,
                  "this key is longer than %d bytes", CV_LIMIT_KEY_BYTES);
    return false;
}

// A member without a usable key is read, for its findings, and left out.
static bool read_member(json_reader *reader, open_map *map) {
    const char *key;
    cv_span span;
    if (!read_key(reader, &key, &span)) return false;
    bool is_kept = is_short_key(reader, key, span) && is_new_key(reader, map, key, span);
    cv_node *value = read_value(reader);
    if (!value) return false;
    value->key = key;
    value->key_span = span;
    if (!count_node(reader, value)) return false;
    if (!is_kept) return true;
    *map->link = value;
    map->link = &value->next;
    map->node->count++;
    return true;
}

static cv_node *read_map(json_reader *reader) {
    cv_span outer;
    open_map map = {.node = open_node(reader, CV_NODE_MAP, &outer)};
    if (!map.node) return NULL;
    map.link = &map.node->first;
    bool has_more = cv_json_peek(&reader->text) != '}';
    while (has_more) {
        if (!read_member(reader, &map)) return NULL;
        has_more = accept(reader, ',');
    }
    return close_node(reader, map.node, '}', outer);
}

// With the blanks after it. NULL once reading cannot go on: a limit, or a syntax error.
static cv_node *read_value(json_reader *reader) {
    cv_node *value;
    switch (cv_json_peek(&reader->text)) {
    case '"': value = read_string(reader); break;
    case '[': value = read_list(reader); break;
    case '{': value = read_map(reader); break;
    default: value = read_plain(reader); break;
    }
    if (value) cv_json_skip_blanks(&reader->text);
    return value;
}

static cv_node *read_document(json_reader *reader) {
    cv_json_text *text = &reader->text;
    if (text->at == text->bytes.size) {
        if (text->report->errors == 0) // what was refused may be all that was there
            cv_report_add(text->report, CV_READ_EMPTY, cv_json_span(text, 0, 0),
                          "there is nothing in it to read");
        return NULL;
    }
    cv_node *root = read_value(reader);
    if (!root || !count_node(reader, root)) return NULL;
    if (text->at == text->bytes.size) return root;
    cv_json_refuse_rest(text);
    return NULL;
}

bool cv_json_read(uint32_t source, cv_scanned scanned, cv_arena *arena, cv_arena *scratch,
                  cv_report *report, const cv_node **root) {
    const cv_report before = *report;
    bool is_named = cv_ends_with(report->sources.items[source].name, ".json");
    json_reader reader = {.text = {.source = source,
                                   .bytes = scanned.bytes,
                                   .at = scanned.begin,
                                   .arena = arena,
                                   .scratch = scratch,
                                   .report = report}};
    cv_json_skip_blanks(&reader.text);
    if (!is_named && cv_json_peek(&reader.text) != '{') return false;
    *root = read_document(&reader);
    if (is_named || !reader.text.is_broken) return true;
    *report = before;
    *report->last = NULL;
    return false;
}
