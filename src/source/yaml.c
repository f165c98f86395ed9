// SPDX-License-Identifier: MIT
// yaml.c - libyaml by its events: its own documents are quadratic in anchors.
//
// Marks count characters, findings need bytes. No arena call is made while libyaml runs; what it
// has allocated is freed with the arena, wherever the job ends.
#include "source/yaml.h"

#include "base/text.h"

#include <setjmp.h>
#include <string.h>
#include <yaml.h>

struct cv_yaml {
    yaml_parser_t parser;
    yaml_event_t foreign; // the event at hand
    cv_yaml_event event;  // the same in our terms

    cv_report *report;
    uint32_t source;
    cv_bytes bytes;
    size_t index;    // this character, counted from the begin of the text ...
    uint32_t offset; // ... begins at this byte of the source

    cv_syntax_error error; // once it has stopped; its `last` is kept up to date before
    bool is_over, is_stopped;
};

static void close_yaml(void *handle) {
    cv_yaml *yaml = handle;
    yaml_event_delete(&yaml->foreign);
    yaml_parser_delete(&yaml->parser);
}

cv_yaml *cv_yaml_open(uint32_t source, cv_scanned text, cv_arena *scratch, cv_report *report) {
    cv_yaml *yaml = CV_NEW(scratch, cv_yaml);
    yaml->report = report;
    yaml->source = yaml->error.source = source;
    yaml->bytes = text.bytes;
    yaml->offset = text.begin;
    cv_arena_defer(scratch, close_yaml, yaml);
    if (!yaml_parser_initialize(&yaml->parser)) longjmp(*cv_arena_recovery(scratch), CV_NO_MEMORY);
    yaml_parser_set_encoding(&yaml->parser, YAML_UTF8_ENCODING);
    bool is_empty = text.bytes.size == text.begin;
    yaml_parser_set_input_string(
        &yaml->parser, is_empty ? (const unsigned char *)"" : text.bytes.data + text.begin,
        text.bytes.size - text.begin);
    return yaml;
}

static bool is_inside_character(const cv_yaml *yaml) {
    return yaml->offset < yaml->bytes.size && (yaml->bytes.data[yaml->offset] & 0xC0) == 0x80;
}

// Where a mark lies. Marks move on but little at a time, and so this is cheap.
static uint32_t offset_of(cv_yaml *yaml, yaml_mark_t mark) {
    for (; yaml->index < mark.index && yaml->offset < yaml->bytes.size; yaml->index++) do
            yaml->offset++;
        while (is_inside_character(yaml));
    for (; yaml->index > mark.index; yaml->index--) do
            yaml->offset--;
        while (is_inside_character(yaml));
    return yaml->offset;
}

static char byte_at(const cv_yaml *yaml, uint32_t at) {
    return at < yaml->bytes.size ? (char)yaml->bytes.data[at] : '\0';
}

static const cv_yaml_event *stop(cv_yaml *yaml) {
    yaml->is_over = true;
    yaml->event = (cv_yaml_event){.kind = CV_YAML_STOP};
    return &yaml->event;
}

static const cv_yaml_event *stop_at_syntax(cv_yaml *yaml, const char *problem, const char *context,
                                           uint32_t at, uint32_t opened) {
    yaml->is_stopped = true;
    yaml->error.problem = problem;
    yaml->error.context = context ? context : "";
    yaml->error.at = at;
    yaml->error.opened = opened;
    return stop(yaml);
}

static const cv_yaml_event *stop_at_parser_error(cv_yaml *yaml) {
    const yaml_parser_t *parser = &yaml->parser;
    if (!parser->problem) // it has no words for want of memory, and not always the error code
        longjmp(*cv_arena_recovery(yaml->report->arena), CV_NO_MEMORY);
    uint32_t at = offset_of(yaml, parser->problem_mark);
    uint32_t opened = parser->context ? offset_of(yaml, parser->context_mark) : at;
    return stop_at_syntax(yaml, parser->problem, parser->context, at, opened);
}

const cv_syntax_error *cv_yaml_error(const cv_yaml *yaml) {
    return yaml->is_stopped ? &yaml->error : NULL;
}

// Past anchor, tag and what separates them from the content.
static cv_span content_of(const cv_yaml *yaml, cv_span span) {
    bool is_comment = false, is_property = false;
    for (; span.begin < span.end; span.begin++) {
        char byte = byte_at(yaml, span.begin);
        if (byte == '\n' || byte == '\r') is_comment = false;
        if (cv_is_blank(byte)) is_property = false;
        if (cv_is_blank(byte) || is_comment || is_property) continue;
        is_comment = byte == '#';
        is_property = byte == '&' || byte == '!';
        if (!is_comment && !is_property) break;
    }
    return span;
}

static void set_scalar(const yaml_event_t *foreign, cv_yaml_event *event) {
    event->kind = CV_YAML_SCALAR;
    event->anchor = (const char *)foreign->data.scalar.anchor;
    event->tag = (const char *)foreign->data.scalar.tag;
    event->text = (const char *)foreign->data.scalar.value;
    event->size = foreign->data.scalar.length;
    event->is_plain = foreign->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static void set_list(const yaml_event_t *foreign, cv_yaml_event *event) {
    event->kind = CV_YAML_LIST;
    event->anchor = (const char *)foreign->data.sequence_start.anchor;
    event->tag = (const char *)foreign->data.sequence_start.tag;
    event->in_brackets = foreign->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
}

static void set_map(const yaml_event_t *foreign, cv_yaml_event *event) {
    event->kind = CV_YAML_MAP;
    event->anchor = (const char *)foreign->data.mapping_start.anchor;
    event->tag = (const char *)foreign->data.mapping_start.tag;
    event->in_brackets = foreign->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
}

static void set_alias(const yaml_event_t *foreign, cv_yaml_event *event) {
    event->kind = CV_YAML_ALIAS;
    event->anchor = (const char *)foreign->data.alias.anchor;
}

// A list or map without brackets is closed by a mark of no width, wherever the next thing begins.
static void set_close(cv_yaml_event *event) {
    event->kind = CV_YAML_CLOSE;
    event->in_brackets = event->span.end > event->span.begin;
}

static void set_content(const cv_yaml *yaml, cv_yaml_event *event) {
    bool has_properties = event->kind != CV_YAML_ALIAS && (event->anchor || event->tag);
    event->content = has_properties ? content_of(yaml, event->span) : event->span;
    cv_span *content = &event->content; // of a block of text less the line ends after it
    while (content->end > content->begin && cv_is_blank(byte_at(yaml, content->end - 1)))
        content->end--;
}

static void note_scalar(cv_yaml *yaml) {
    yaml_scalar_style_t style = yaml->foreign.data.scalar.style;
    if (yaml->event.content.begin == yaml->event.content.end) return;
    yaml->error.last = yaml->event.content;
    yaml->error.is_last_quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
}

static uint32_t skip_to_text(const cv_yaml *yaml, uint32_t at) {
    bool is_comment = false;
    for (; at < yaml->bytes.size; at++) {
        char byte = byte_at(yaml, at);
        if (byte == '\n' || byte == '\r') is_comment = false;
        if (byte == '#') is_comment = true;
        if (!is_comment && !cv_is_blank(byte)) break;
    }
    return at;
}

// `at` is behind a document, and so behind some byte.
static bool is_marker(const cv_yaml *yaml, uint32_t at, const char *marker) {
    bool begins_line = byte_at(yaml, at - 1) == '\n' || byte_at(yaml, at - 1) == '\r';
    char after = byte_at(yaml, at + 3);
    return begins_line && at + 3 <= yaml->bytes.size &&
           memcmp(yaml->bytes.data + at, marker, 3) == 0 && (after == '\0' || cv_is_blank(after));
}

// Looks at what follows the document without libyaml, which would first work through directives.
static const cv_yaml_event *end_document(cv_yaml *yaml) {
    bool is_explicit = !yaml->foreign.data.document_end.implicit;
    uint32_t at = skip_to_text(yaml, yaml->event.span.end);
    while (is_marker(yaml, at, "...")) {
        is_explicit = true;
        at = skip_to_text(yaml, at + 3);
    }
    yaml->is_over = true;
    yaml->event.kind = CV_YAML_END;
    if (at == yaml->bytes.size) return &yaml->event;
    if (!is_explicit && !is_marker(yaml, at, "---"))
        return stop_at_syntax(yaml, CV_TEXT_AFTER_END, NULL, at, at);
    cv_span rest = {yaml->source, at, (uint32_t)yaml->bytes.size};
    cv_report_add(yaml->report, CV_READ_SECOND_DOCUMENT, rest, "a second document begins here")
        ->hint = "keep one document in a file, without '---' after it";
    return &yaml->event;
}

// Past what only frames a document.
static yaml_event_type_t step(cv_yaml *yaml) {
    do {
        yaml_event_delete(&yaml->foreign);
        if (!yaml_parser_parse(&yaml->parser, &yaml->foreign)) return YAML_NO_EVENT;
    } while (yaml->foreign.type == YAML_STREAM_START_EVENT ||
             yaml->foreign.type == YAML_DOCUMENT_START_EVENT);
    return yaml->foreign.type;
}

const cv_yaml_event *cv_yaml_next(cv_yaml *yaml) {
    if (yaml->is_over) return stop(yaml);
    yaml_event_type_t type = step(yaml);
    if (type == YAML_NO_EVENT) return stop_at_parser_error(yaml);
    uint32_t begin = offset_of(yaml, yaml->foreign.start_mark);
    cv_yaml_event *event = &yaml->event;
    *event = (cv_yaml_event){
        .span = {yaml->source, begin, offset_of(yaml, yaml->foreign.end_mark)},
        .line = (uint32_t)yaml->foreign.start_mark.line + 1,
    };
    switch (type) {
    case YAML_SCALAR_EVENT: set_scalar(&yaml->foreign, event); break;
    case YAML_ALIAS_EVENT: set_alias(&yaml->foreign, event); break;
    case YAML_SEQUENCE_START_EVENT: set_list(&yaml->foreign, event); break;
    case YAML_MAPPING_START_EVENT: set_map(&yaml->foreign, event); break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: set_close(event); break;
    case YAML_DOCUMENT_END_EVENT: return end_document(yaml);
    default: yaml->is_over = true; return event; // the end of the stream: there was no document
    }
    set_content(yaml, event);
    if (event->kind == CV_YAML_SCALAR) note_scalar(yaml);
    return event;
}

const char *cv_yaml_version(void) { return yaml_get_version_string(); }
