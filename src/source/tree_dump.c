// SPDX-License-Identifier: MIT
// tree_dump.c - the tree as text: one node a line, with the place of its value.
//
//   1:1 map
//     1:7 "name": plain "Ann Lee"
//     2:11 "headline": text "a text in quotes"
//     3:7 "tags": list
//       3:8 plain "compilers"
#include "source/tree.h"

#include <stddef.h>

enum { STRIDE = 1024 }; // bytes between places that are known: makes the whole dump linear

typedef struct dump_mark {
    uint32_t line, column; // from 1
} dump_mark;

typedef struct dumper {
    const cv_report *report;
    cv_arena *scratch;
    cv_text_builder *out;
    dump_mark **marks; // of each source, NULL until one is needed: at each multiple of STRIDE
    uint32_t main_source;
} dumper;

static bool is_byte_order_mark(const cv_source *source, size_t at) {
    return at < 3 && source->bytes.size >= 3 && source->bytes.data[0] == 0xEF &&
           source->bytes.data[1] == 0xBB && source->bytes.data[2] == 0xBF;
}

// Steps over the byte at `at`.
static void advance(dump_mark *mark, const cv_source *source, size_t at) {
    const unsigned char *bytes = source->bytes.data;
    bool is_last = at + 1 >= source->bytes.size;
    if (bytes[at] == '\n' || (bytes[at] == '\r' && (is_last || bytes[at + 1] != '\n'))) {
        mark->line++;
        mark->column = 1;
    } else if ((is_last || (bytes[at + 1] & 0xC0) != 0x80) && !is_byte_order_mark(source, at)) {
        mark->column++; // where a character ends
    }
}

static dump_mark *make_marks(const dumper *dump, const cv_source *source) {
    dump_mark *marks = CV_NEW_ARRAY(dump->scratch, dump_mark, source->bytes.size / STRIDE + 1);
    dump_mark at = {1, 1};
    for (size_t i = 0; i < source->bytes.size; i++) {
        if (i % STRIDE == 0) marks[i / STRIDE] = at;
        advance(&at, source, i);
    }
    if (source->bytes.size % STRIDE == 0) marks[source->bytes.size / STRIDE] = at;
    return marks;
}

static dump_mark find_mark(const dumper *dump, cv_span span) {
    const cv_source *source = &dump->report->sources.items[span.source];
    dump_mark **marks = &dump->marks[span.source];
    if (!*marks) *marks = make_marks(dump, source);
    dump_mark at = (*marks)[span.begin / STRIDE];
    for (size_t i = span.begin - span.begin % STRIDE; i < span.begin; i++) advance(&at, source, i);
    return at;
}

static const char *kind_word(const cv_node *node) {
    switch (node->kind) {
    case CV_NODE_NULL: return "null";
    case CV_NODE_TEXT: return node->is_plain ? "plain " : "text ";
    case CV_NODE_LIST: return "list";
    case CV_NODE_MAP: return "map";
    }
    return "";
}

static void dump_node(const dumper *dump, const cv_node *node, unsigned depth) {
    cv_text_builder *out = dump->out;
    for (unsigned i = 0; i < depth; i++) cv_text_add_string(out, "  ");
    if (node->span.source != dump->main_source)
        cv_text_add(out, "%s:", dump->report->sources.items[node->span.source].name);
    dump_mark at = find_mark(dump, node->span);
    cv_text_add(out, "%u:%u ", (unsigned)at.line, (unsigned)at.column);
    if (node->key) {
        cv_text_add_quoted(out, node->key);
        cv_text_add_string(out, ": ");
    }
    cv_text_add_string(out, kind_word(node));
    if (node->kind == CV_NODE_TEXT) cv_text_add_quoted(out, node->text);
    if (node->id) {
        cv_text_add_string(out, " id ");
        cv_text_add_quoted(out, node->id);
    }
    cv_text_add_char(out, '\n');
    for (const cv_node *child = node->first; child; child = child->next)
        dump_node(dump, child, depth + 1);
}

void cv_tree_dump(const cv_node *tree, const cv_report *report, cv_text_builder *out) {
    cv_arena *scratch = cv_arena_child(out->arena);
    dumper dump = {
        .report = report,
        .scratch = scratch,
        .out = out,
        .marks = CV_NEW_ARRAY(scratch, dump_mark *, report->sources.count),
        .main_source = tree->span.source,
    };
    dump_node(&dump, tree, 0);
    cv_arena_destroy(scratch);
}
