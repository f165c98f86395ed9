// SPDX-License-Identifier: MIT
// tree_read.c - events to a tree: keys, aliases, and what YAML itself would drop.
//
// Depth and size are limited while the events come: libyaml is quadratic in depth, and an alias
// of a few bytes may stand for gigabytes.
#include "source/tree.h"

#include "base/limits.h"
#include "base/text.h"
#include "source/json.h"
#include "source/name_table.h"
#include "source/scan.h"
#include "source/traps.h"
#include "source/tree_limits.h"
#include "source/written_line.h"
#include "source/yaml.h"

#include <string.h>

typedef struct anchor_mark {
    cv_span span;        // of "&name"
    const cv_node *node; // NULL while its content is being read
    bool is_used;
    bool is_alone;    // the rest of its line is all that it may have been part of
    bool is_of_block; // a list or mapping on the lines below
} anchor_mark;

typedef struct anchor_marks CV_ARRAY(anchor_mark) anchor_marks;

typedef struct tree_reader {
    cv_yaml *yaml;
    const cv_yaml_event *event; // the current one
    cv_arena *arena, *scratch;
    cv_report *report;
    cv_bytes bytes;
    uint32_t end; // of the last event that is not a mere closing

    unsigned depth;    // of the lists and maps that are open
    unsigned brackets; // how many of them are written in brackets
    unsigned keys;     // how many of them are meant as keys
    cv_tree_size size;

    anchor_marks anchors;
    cv_name_table anchor_names; // to 1 + index in `anchors`
} tree_reader;

static cv_yaml_kind next_event(tree_reader *reader) {
    reader->event = cv_yaml_next(reader->yaml);
    return reader->event->kind;
}

// What to write where the text at `at` was taken for something else.
static const char *quoting_hint(const tree_reader *reader, uint32_t at, bool in_brackets) {
    const char *general = "put all of the text in quotes";
    if (in_brackets || cv_report_is_full(reader->report, CV_ERROR)) return general;
    cv_written_line line = cv_written_line_at(reader->bytes, at);
    if (line.value != at) return general;
    return cv_written_hint(reader->report->arena, reader->bytes, line);
}

static const char *slice(const tree_reader *reader, cv_span span) {
    return cv_written_slice(reader->scratch, reader->bytes, span.begin, span.end);
}

static bool count_node(tree_reader *reader, const cv_node *node) {
    return cv_tree_size_add(&reader->size, node, reader->event->span, reader->report);
}

static bool is_too_deep(const tree_reader *reader, unsigned depth) {
    return cv_tree_is_too_deep(depth, reader->event->span, reader->report);
}

static cv_node *make_node(const tree_reader *reader, cv_node_kind kind) {
    cv_node *node = CV_NEW(reader->arena, cv_node);
    node->kind = kind;
    node->span = reader->event->content;
    return node;
}

static bool has_line_end(const tree_reader *reader, cv_span span) {
    for (uint32_t at = span.begin; at < span.end; at++)
        if (reader->bytes.data[at] == '\n' || reader->bytes.data[at] == '\r') return true;
    return false;
}

// Remembers the anchor of the current event. Returns 1 + its index, 0 if there is none.
static uint32_t open_anchor(tree_reader *reader) {
    if (!reader->event->anchor) return 0;
    const char *written = cv_format(reader->scratch, "&%s", reader->event->anchor);
    cv_source text = {.bytes = reader->bytes};
    const cv_yaml_event *event = reader->event;
    bool is_spread = event->kind == CV_YAML_SCALAR && has_line_end(reader, event->span);
    anchor_mark anchor = {.span = cv_source_narrow(&text, event->span, written),
                          .is_alone = reader->brackets == 0 && !is_spread,
                          .is_of_block = event->kind != CV_YAML_SCALAR && !event->in_brackets};
    CV_PUSH(reader->scratch, &reader->anchors, anchor);
    uint32_t number = (uint32_t)reader->anchors.count;
    *cv_name_number(&reader->anchor_names, written + 1, reader->scratch) = number;
    return number;
}

static void close_anchor(tree_reader *reader, uint32_t number, const cv_node *node) {
    if (number) reader->anchors.items[number - 1].node = node;
}

static void warn_of_unused_anchors(const tree_reader *reader) {
    for (size_t i = 0; i < reader->anchors.count; i++) {
        const anchor_mark *each = &reader->anchors.items[i];
        if (each->is_used) continue;
        cv_report_add(reader->report, CV_READ_ANCHOR_SWALLOWS_TEXT, each->span,
                      "'%s' is left out: it is read as an anchor, which nothing refers to",
                      slice(reader, each->span))
            ->hint = each->is_of_block ? "remove it"
                                       : quoting_hint(reader, each->span.begin, !each->is_alone);
    }
}

static cv_node *copy_node(tree_reader *reader, const cv_node *node, unsigned depth) {
    bool is_open = node->kind == CV_NODE_LIST || node->kind == CV_NODE_MAP;
    if (is_open && is_too_deep(reader, depth + 1)) return NULL;
    cv_node *copy = CV_NEW(reader->arena, cv_node);
    *copy = *node;
    copy->next = NULL;
    cv_node **link = &copy->first;
    for (const cv_node *child = node->first; child; child = child->next) {
        *link = copy_node(reader, child, depth + 1);
        if (!*link || !count_node(reader, *link)) return NULL;
        link = &(*link)->next;
    }
    return copy;
}

// An alias that leads nowhere was meant as text.
static cv_node *make_alias_text(const tree_reader *reader) {
    cv_node *node = make_node(reader, CV_NODE_TEXT);
    node->text = cv_format(reader->arena, "*%s", reader->event->anchor);
    return node;
}

static cv_node *read_alias(tree_reader *reader) {
    const cv_yaml_event *event = reader->event;
    const char *name = cv_copy_string(reader->scratch, event->anchor);
    uint32_t number = *cv_name_number(&reader->anchor_names, name, reader->scratch);
    reader->end = event->span.end;
    if (!number) {
        cv_report_add(reader->report, CV_READ_ALIAS, event->span,
                      "'*%s' is read as an alias, but there is no '&%s' above it", name, name)
            ->hint = quoting_hint(reader, event->span.begin, reader->brackets > 0);
        return make_alias_text(reader);
    }
    anchor_mark *anchor = &reader->anchors.items[number - 1];
    anchor->is_used = true;
    if (!anchor->node) {
        cv_report_add(reader->report, CV_READ_ALIAS, event->span,
                      "'*%s' stands within the value that it repeats", name);
        return make_alias_text(reader);
    }
    cv_node *copy = copy_node(reader, anchor->node, reader->depth);
    if (!copy) return NULL;
    copy->key = NULL; // of the place where the anchor stands
    copy->key_span = (cv_span){0};
    return copy;
}

// Reports a tag other than the one that the value, of type `type`, has anyway.
static void check_tag(const tree_reader *reader, const char *type) {
    const cv_yaml_event *event = reader->event;
    if (!event->tag) return;
    static const char core[] = "tag:yaml.org,2002:";
    if (cv_starts_with(event->tag, core) && cv_equal(event->tag + strlen(core), type)) return;
    cv_span span = event->span;
    while (span.begin < span.end && reader->bytes.data[span.begin] != '!') span.begin++;
    for (uint32_t at = span.begin; at < span.end; at++)
        if (cv_is_blank((char)reader->bytes.data[at])) span.end = at;
    const char *written = slice(reader, span);
    cv_diagnostic *found =
        cv_report_add(reader->report, CV_READ_TAG, span,
                      "'%s' is read as a tag, which means nothing here", written);
    found->hint = cv_starts_with(written, "!!")
                      ? "remove it: each key decides what its value is"
                      : quoting_hint(reader, span.begin, reader->brackets > 0);
}

// YAML 1.2.2, 10.3.2: the core schema.
static bool is_null(const char *text) {
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};
    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
        if (cv_equal(text, nulls[i])) return true;
    return false;
}

// Finds "#word" after a plain scalar: a comment to YAML, but to its writer part of the text.
static bool find_lost_text(const tree_reader *reader, cv_span *lost) {
    const unsigned char *bytes = reader->bytes.data;
    uint32_t size = (uint32_t)reader->bytes.size, begin = reader->event->span.end;
    while (begin < size && (bytes[begin] == ' ' || bytes[begin] == '\t')) begin++;
    if (begin == reader->event->span.end || begin + 1 >= size || bytes[begin] != '#' ||
        cv_is_blank((char)bytes[begin + 1]))
        return false;
    uint32_t end = begin;
    while (end < size && bytes[end] != '\n' && bytes[end] != '\r') end++;
    *lost = (cv_span){reader->event->span.source, begin, end};
    return true;
}

static void warn_of_lost_text(const tree_reader *reader) {
    cv_span lost, value = reader->event->content;
    if (!find_lost_text(reader, &lost)) return;
    bool is_alone = reader->brackets == 0 && !has_line_end(reader, value);
    uint32_t begin = value.begin < value.end ? value.begin : lost.begin;
    cv_report_add(reader->report, CV_READ_COMMENT_SWALLOWS_TEXT, lost,
                  "'%s' is left out: # after a space begins a comment", slice(reader, lost))
        ->hint = quoting_hint(reader, begin, !is_alone);
}

static bool begins_line(const tree_reader *reader, uint32_t at) {
    const unsigned char *bytes = reader->bytes.data;
    while (at > 0 && bytes[at - 1] == ' ') at--;
    return at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r';
}

// True for a text of several lines of its own, each of which begins with a dash and a letter: what
// its writer took for a list.
static bool is_joined_list(const tree_reader *reader, cv_span span) {
    const unsigned char *bytes = reader->bytes.data;
    if (!begins_line(reader, span.begin)) return false;
    bool is_begin = true;
    size_t lines = 0;
    for (uint32_t at = span.begin; at < span.end; at++) {
        if (is_begin && !cv_is_blank((char)bytes[at])) {
            bool is_last = at + 1 == span.end;
            if (bytes[at] != '-' || is_last) return false;
            if (bytes[at + 1] == '-' || cv_is_digit((char)bytes[at + 1])) return false;
            is_begin = false;
            lines++;
        }
        if (bytes[at] == '\n' || bytes[at] == '\r') is_begin = true;
    }
    return lines > 1;
}

static void report_joined_list(const tree_reader *reader) {
    cv_span text = reader->event->content;
    if (!is_joined_list(reader, text)) return;
    cv_report_add(reader->report, CV_READ_SYNTAX,
                  (cv_span){text.source, text.begin, text.begin + 1},
                  "a space is missing after '-', here and in the lines below")
        ->hint = "write '- ' before each item; or put the text in quotes";
}

static cv_node *read_scalar(tree_reader *reader) {
    const cv_yaml_event *event = reader->event;
    uint32_t anchor = open_anchor(reader);
    const char *text =
        cv_scan_value(event->text, event->size, event->content, reader->arena, reader->report);
    bool is_plain = event->is_plain && !cv_equal(event->tag, "tag:yaml.org,2002:str");
    bool is_nothing = is_plain && is_null(text);
    check_tag(reader, is_nothing ? "null" : "str");
    if (event->is_plain) warn_of_lost_text(reader);
    if (event->is_plain) report_joined_list(reader);
    cv_node *node = make_node(reader, is_nothing ? CV_NODE_NULL : CV_NODE_TEXT);
    node->text = is_nothing ? NULL : text;
    node->is_plain = is_plain && !is_nothing;
    reader->end = event->content.end;
    close_anchor(reader, anchor, node);
    return node;
}

static cv_node *read_node(tree_reader *reader);

static cv_node *open_node(tree_reader *reader, cv_node_kind kind) {
    if (is_too_deep(reader, ++reader->depth)) return NULL;
    check_tag(reader, kind == CV_NODE_LIST ? "seq" : "map");
    reader->end = reader->event->span.end;
    return make_node(reader, kind);
}

static cv_node *close_node(tree_reader *reader, cv_node *node) {
    if (reader->event->in_brackets) reader->end = reader->event->span.end;
    node->span.end = reader->end;
    reader->depth--;
    return node;
}

static cv_node *read_list(tree_reader *reader) {
    cv_node *list = open_node(reader, CV_NODE_LIST);
    if (!list) return NULL;
    cv_node **link = &list->first;
    while (next_event(reader) != CV_YAML_CLOSE) {
        *link = read_node(reader);
        if (!*link || !count_node(reader, *link)) return NULL;
        link = &(*link)->next;
        list->count++;
    }
    return close_node(reader, list);
}

// What to write for a mapping in the place of a key, which is mostly "{{variable}}".
static const char *braces_hint(const tree_reader *reader, uint32_t begin) {
    if (cv_report_is_full(reader->report, CV_ERROR)) return NULL;
    cv_arena *arena = reader->report->arena;
    cv_written_line line = cv_written_line_at(reader->bytes, begin);
    if (reader->brackets == 0 && line.has_key && line.content == begin)
        return cv_written_key_hint(arena, reader->bytes, line);
    if (reader->brackets == 1 && line.value + 1 == begin)
        return cv_written_hint(arena, reader->bytes, line);
    return "put text that begins with '{' in quotes";
}

static void report_key(const tree_reader *reader, const cv_node *key) {
    if (reader->keys > 0) return; // the outermost is reported
    bool is_braces = key->kind == CV_NODE_MAP && reader->bytes.data[key->span.begin] == '{';
    cv_report_add(reader->report, CV_READ_KEY_NOT_TEXT, key->span, "a key must be text, not %s",
                  cv_node_kind_name(key))
        ->hint = is_braces ? braces_hint(reader, key->span.begin) : NULL;
}

// What a key is called, NULL if it cannot be one, which has been reported.
static const char *key_text(const tree_reader *reader, const cv_node *key) {
    bool is_open = key->kind == CV_NODE_LIST || key->kind == CV_NODE_MAP;
    if (is_open || key->span.begin == key->span.end) {
        report_key(reader, key);
        return NULL;
    }
    if (key->is_plain && cv_equal(key->text, "<<")) {
        cv_report_add(reader->report, CV_READ_MERGE_KEY, key->span, "'<<' does not merge mappings")
            ->hint = "write the keys out, or repeat a whole value with an alias";
        return NULL;
    }
    if (key->kind == CV_NODE_NULL) // the word null, or ~
        return cv_copy(reader->arena, (const char *)reader->bytes.data + key->span.begin,
                       key->span.end - key->span.begin);
    if (strlen(key->text) > CV_LIMIT_KEY_BYTES) {
        cv_report_add(reader->report, CV_READ_KEY_TOO_LONG, key->span,
                      "this key is longer than %d bytes", CV_LIMIT_KEY_BYTES);
        return NULL;
    }
    return key->text;
}

typedef struct open_map {
    cv_node *node, **link;
    cv_name_table lines; // of the keys so far
} open_map;

static bool is_new_key(const tree_reader *reader, open_map *map, const char *key, cv_span span,
                       uint32_t line) {
    uint32_t *first = cv_name_number(&map->lines, key, reader->scratch);
    if (!*first) {
        *first = line;
        return true;
    }
    cv_report_add(reader->report, CV_READ_DUPLICATE_KEY, span,
                  "the key '%s' stands here again: it is already on line %u", key, (unsigned)*first)
        ->hint = "keep one of the two";
    return false;
}

// Reads a key and its value. A member without a usable key is read, for its findings, and left out.
static bool read_member(tree_reader *reader, open_map *map) {
    uint32_t line = reader->event->line;
    reader->keys++;
    const cv_node *key = read_node(reader);
    reader->keys--;
    if (!key) return false;
    const char *text = key_text(reader, key);
    bool is_kept = text && is_new_key(reader, map, text, key->span, line);
    next_event(reader);
    cv_node *value = read_node(reader);
    if (!value) return false;
    value->key = text;
    value->key_span = key->span;
    if (!count_node(reader, value)) return false;
    if (!is_kept) return true;
    *map->link = value;
    map->link = &value->next;
    map->node->count++;
    return true;
}

static cv_node *read_map(tree_reader *reader) {
    open_map map = {.node = open_node(reader, CV_NODE_MAP)};
    if (!map.node) return NULL;
    map.link = &map.node->first;
    while (next_event(reader) != CV_YAML_CLOSE)
        if (!read_member(reader, &map)) return NULL;
    return close_node(reader, map.node);
}

static cv_node *read_collection(tree_reader *reader) {
    bool in_brackets = reader->event->in_brackets;
    uint32_t anchor = open_anchor(reader);
    reader->brackets += in_brackets;
    cv_node *node = reader->event->kind == CV_YAML_LIST ? read_list(reader) : read_map(reader);
    reader->brackets -= in_brackets;
    close_anchor(reader, anchor, node);
    return node;
}

// NULL once reading cannot go on: a limit, a syntax error, or nothing there.
static cv_node *read_node(tree_reader *reader) {
    switch (reader->event->kind) {
    case CV_YAML_SCALAR: return read_scalar(reader);
    case CV_YAML_ALIAS: return read_alias(reader);
    case CV_YAML_LIST:
    case CV_YAML_MAP: return read_collection(reader);
    default: return NULL;
    }
}

static cv_node *read_document(tree_reader *reader, uint32_t source) {
    cv_yaml_kind kind = next_event(reader);
    cv_node *root = read_node(reader);
    if (root && (!count_node(reader, root) || next_event(reader) == CV_YAML_STOP)) return NULL;
    bool is_empty = root ? root->span.begin == root->span.end : kind == CV_YAML_END;
    if (!is_empty) return root;
    bool had_refused = reader->bytes.data != reader->report->sources.items[source].bytes.data;
    if (had_refused) return NULL; // which has been reported, and may be all that was there
    cv_report_add(reader->report, CV_READ_EMPTY, (cv_span){source, 0, 0},
                  "there is nothing in it to read");
    return NULL;
}

// Without what was found before a syntax error: with that mended, it may read otherwise.
static void explain_alone(const cv_syntax_error *error, cv_report before, tree_reader *reader) {
    cv_report *report = reader->report;
    *report = before;
    *report->last = NULL;
    cv_trap_explain(error, reader->bytes, report);
}

static const cv_node *read_yaml(uint32_t source, cv_scanned scanned, cv_arena *arena,
                                cv_arena *scratch, cv_report *report) {
    const cv_report before = *report;
    cv_yaml *yaml = cv_yaml_open(source, scanned, scratch, report);
    tree_reader reader = {
        .yaml = yaml, .arena = arena, .scratch = scratch, .report = report, .bytes = scanned.bytes};
    const cv_node *root = read_document(&reader, source);
    if (root) warn_of_unused_anchors(&reader);
    const cv_syntax_error *error = cv_yaml_error(yaml);
    if (error) explain_alone(error, before, &reader);
    return root;
}

static const cv_node *read(uint32_t source, bool may_be_json, cv_arena *arena, cv_report *report) {
    cv_arena *scratch = cv_arena_child(arena);
    const cv_node *root = NULL;
    cv_scanned scanned;
    if (cv_scan_source(source, scratch, report, &scanned) &&
        !(may_be_json && cv_json_read(source, scanned, arena, scratch, report, &root)))
        root = read_yaml(source, scanned, arena, scratch, report);
    cv_arena_destroy(scratch);
    return root;
}

const cv_node *cv_tree_read(uint32_t source, cv_arena *arena, cv_report *report) {
    return read(source, true, arena, report);
}

const cv_node *cv_tree_read_yaml(uint32_t source, cv_arena *arena, cv_report *report) {
    return read(source, false, arena, report);
}
