// SPDX-License-Identifier: MIT
// markup_write.c - links, bold and italic as layers that open and close between the parts.
//
// A layer that reaches further is opened first and so closed last, as nesting wants it. Whether
// stars open or close depends on what is around them, and no writer can rule out every clash; so
// the result is read again, and given up for the bare text if that has changed.
#include "export/markup_write.h"

#include "resume/link.h"
#include "resume/markup.h"

#include <string.h>

// In the order of opening where two reach equally far: stars within a link always pair.
typedef enum layer { LAYER_LINK, LAYER_STRONG, LAYER_EMPHASIS, LAYER_COUNT } layer;

typedef struct markup_writer {
    cv_text_builder out;
    const cv_text *text;
    layer open[LAYER_COUNT];
    size_t depth;
    const char *uri; // of the open link
} markup_writer;

static bool has_layer(const cv_inline *part, layer which) {
    switch (which) {
    case LAYER_LINK: return part->uri;
    case LAYER_STRONG: return part->style & CV_STRONG;
    default: return part->style & CV_EMPHASIS;
    }
}

// How many parts from number `index` on share a layer of that part. A link is one by its address
// in memory: two that lead to the same place are two.
static size_t reach(const markup_writer *writer, layer which, size_t index) {
    const cv_inline *parts = writer->text->parts;
    size_t end = index;
    while (end < writer->text->count && has_layer(&parts[end], which) &&
           (which != LAYER_LINK || parts[end].uri == parts[index].uri))
        end++;
    return end - index;
}

// Letters

static bool is_within_link(const markup_writer *writer) { return writer->uri; }

// Whether the character at `at` would mean something if no \ were before it.
static bool needs_escape(const markup_writer *writer, const char *string, const char *at) {
    switch (*at) {
    case '\\':
    case '*':
    case '`': return true;
    case '[': return is_within_link(writer);
    case ']': return is_within_link(writer) || at[1] == '(';
    case ':': return !is_within_link(writer) && cv_starts_with(at, "://");
    case '.':
        return !is_within_link(writer) && at - string >= 3 &&
               cv_starts_with_ignoring_case(at - 3, "www.");
    default: return false;
    }
}

static void write_escaped(markup_writer *writer, const char *string) {
    for (const char *at = string; *at; at++) {
        if (needs_escape(writer, string, at)) cv_text_add_char(&writer->out, '\\');
        cv_text_add_char(&writer->out, *at);
    }
}

static bool has_run_of_ticks(const char *string, size_t size) {
    for (; (string = strchr(string, '`')); string += strspn(string, "`"))
        if (strspn(string, "`") == size) return true;
    return false;
}

// In as many backticks as do not occur inside; a blank keeps them apart from those at its ends.
static void write_code(markup_writer *writer, const char *string) {
    size_t size = 1, length = strlen(string);
    while (has_run_of_ticks(string, size)) size++;
    char first = string[0], last = string[length - 1];
    bool is_padded = first == '`' || last == '`' || (first == ' ' && last == ' ');
    const char *pad = is_padded ? " " : "";
    for (size_t i = 0; i < size; i++) cv_text_add_char(&writer->out, '`');
    cv_text_add(&writer->out, "%s%s%s", pad, string, pad);
    for (size_t i = 0; i < size; i++) cv_text_add_char(&writer->out, '`');
}

// Layers

static void write_marker(markup_writer *writer, layer which) {
    cv_text_add_string(&writer->out, which == LAYER_STRONG ? "**" : "*");
}

static void open_layer(markup_writer *writer, layer which, const cv_inline *part) {
    writer->open[writer->depth++] = which;
    if (which != LAYER_LINK) {
        write_marker(writer, which);
        return;
    }
    cv_text_add_char(&writer->out, '[');
    writer->uri = part->uri;
}

static void close_layer(markup_writer *writer) {
    layer which = writer->open[--writer->depth];
    if (which != LAYER_LINK) {
        write_marker(writer, which);
        return;
    }
    cv_text_add_string(&writer->out, "](");
    for (const char *at = writer->uri; *at; at++) {
        if (*at == '(' || *at == ')') cv_text_add_char(&writer->out, '\\');
        cv_text_add_char(&writer->out, *at);
    }
    cv_text_add_char(&writer->out, ')');
    writer->uri = NULL;
}

static bool goes_on(const markup_writer *writer, layer which, const cv_inline *part) {
    return which == LAYER_LINK ? writer->uri == part->uri : has_layer(part, which);
}

// Closes what ends before `part`, and all that was opened after it.
static void close_layers(markup_writer *writer, const cv_inline *part) {
    size_t kept = 0;
    while (kept < writer->depth && goes_on(writer, writer->open[kept], part)) kept++;
    while (writer->depth > kept) close_layer(writer);
}

static bool is_open(const markup_writer *writer, layer which) {
    for (size_t i = 0; i < writer->depth; i++)
        if (writer->open[i] == which) return true;
    return false;
}

// Opens what begins with part number `index`, that which reaches furthest first.
static void open_layers(markup_writer *writer, size_t index, bool is_bare) {
    for (;;) {
        layer next = LAYER_COUNT;
        size_t furthest = 0;
        for (layer each = is_bare ? LAYER_STRONG : LAYER_LINK; each < LAYER_COUNT; each++) {
            size_t parts = is_open(writer, each) ? 0 : reach(writer, each, index);
            if (parts > furthest) next = each, furthest = parts;
        }
        if (next == LAYER_COUNT) return;
        open_layer(writer, next, &writer->text->parts[index]);
    }
}

// Addresses

static bool ends_word(const char *string) {
    if (*string && strchr(".,;", *string)) string++;
    return *string == ' ' || !*string;
}

static bool is_word_byte(char byte) { return cv_is_letter(byte) || cv_is_digit(byte); }

// True for a part that is its own address and would be found to be one as it stands.
static bool is_bare_address(const markup_writer *writer, size_t index) {
    const cv_text *text = writer->text;
    const cv_inline *part = &text->parts[index];
    if (!part->uri || (part->style & CV_CODE) || writer->uri == part->uri) return false;
    if (reach(writer, LAYER_LINK, index) > 1) return false;
    bool has_scheme = cv_equal(part->string, part->uri);
    const char *host = strstr(part->uri, "://"), *end;
    if (!host || !cv_link_has_public_host(host += 3, &end)) return false;
    bool begins = index == 0 || !is_word_byte(writer->out.bytes[writer->out.size - 1]);
    bool is_www = cv_starts_with(part->string, "www.") && cv_starts_with(part->uri, "https://") &&
                  cv_equal(part->string, host);
    char last = part->string[strlen(part->string) - 1];
    const char *next = index + 1 < text->count ? text->parts[index + 1].string : "";
    return begins && (has_scheme || is_www) && (is_word_byte(last) || last == '/') &&
           ends_word(next);
}

// Texts

static void write_part(markup_writer *writer, size_t index) {
    const cv_inline *part = &writer->text->parts[index];
    close_layers(writer, part);
    bool is_bare = is_bare_address(writer, index);
    open_layers(writer, index, is_bare);
    if (part->style & CV_CODE)
        write_code(writer, part->string);
    else if (is_bare)
        cv_text_add_string(&writer->out, part->string);
    else
        write_escaped(writer, part->string);
}

static bool reads_as(const char *markup, const char *string, cv_arena *arena) {
    cv_report report;
    cv_report_init(&report, arena);
    return cv_equal(cv_markup_read(markup, (cv_span){0}, arena, &report).string, string);
}

static bool has_styles(const cv_text *text) {
    for (size_t i = 0; i < text->count; i++)
        if (text->parts[i].style || text->parts[i].uri) return true;
    return false;
}

const char *cv_markup_write(const cv_text *text, cv_arena *arena) {
    if (!text->string) return NULL;
    markup_writer writer = {.out.arena = arena, .text = text};
    for (size_t i = 0; i < text->count; i++) write_part(&writer, i);
    while (writer.depth) close_layer(&writer);
    const char *markup = cv_text_string(&writer.out);
    if (!has_styles(text) || reads_as(markup, text->string, arena)) return markup;
    markup_writer bare = {.out.arena = arena, .text = text};
    write_escaped(&bare, text->string);
    return cv_text_string(&bare.out);
}
