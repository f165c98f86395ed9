// SPDX-License-Identifier: MIT
// document_dump.c - blocks as text.
#include "document/document.h"

static const char *break_name(cv_break value) {
    static const char *const names[] = {"keep", "section", "entry", "bullet", "strand", "kept"};
    return names[value];
}

static const char *gap_name(cv_gap value) {
    static const char *const names[] = {"fixed", "entry", "section"};
    return names[value];
}

static void dump_stretch(const cv_block_text *text, const cv_stretch *stretch,
                         cv_text_builder *out) {
    cv_text_add_string(out, "    ");
    cv_text_add_length(out, stretch->size);
    cv_text_add(out, " #%02x%02x%02x", stretch->color.red, stretch->color.green,
                stretch->color.blue);
    const struct {
        bool is_on;
        const char *name;
    } flags[] = {{stretch->is_bold, "bold"},
                 {stretch->is_italic, "italic"},
                 {stretch->is_code, "code"},
                 {stretch->has_tabular_figures, "tabular"},
                 {stretch->is_capitals, "capitals"},
                 {stretch->is_underlined, "underlined"},
                 {stretch->is_discardable, "discardable"}};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].is_on) cv_text_add(out, " %s", flags[i].name);
    if (stretch->tracking) {
        cv_text_add_string(out, " tracking ");
        cv_text_add_length(out, stretch->tracking);
    }
    cv_text_add(out, " mark %u ", (unsigned)stretch->mark);
    cv_text_add_quoted(
        out, cv_copy(out->arena, text->string + stretch->begin, stretch->end - stretch->begin));
    cv_text_add_char(out, '\n');
}

static void dump_text(const char *name, const cv_block_text *text, cv_text_builder *out) {
    if (!text->string) return;
    cv_text_add(out, "  %s%s\n", name, text->is_right_to_left ? " right-to-left" : "");
    for (size_t i = 0; i < text->stretches.count; i++)
        dump_stretch(text, &text->stretches.items[i], out);
}

static void dump_length(const char *name, cv_length length, cv_text_builder *out) {
    if (!length) return;
    cv_text_add(out, " %s ", name);
    cv_text_add_length(out, length);
}

static void dump_figure(const cv_figure *figure, cv_text_builder *out) {
    static const char *const sides[] = {"left", "right"};
    static const char *const shapes[] = {"rectangle", "rounded", "circle"};
    if (!figure->image) return;
    cv_text_add(out, "photo %s %s", sides[figure->side], shapes[figure->shape]);
    dump_length("width", figure->width, out);
    dump_length("height", figure->height, out);
    cv_text_add(out, " mark %u\n", (unsigned)figure->mark);
}

void cv_document_dump(const cv_document *document, cv_text_builder *out) {
    dump_figure(&document->figure, out);
    for (size_t i = 0; i < document->blocks.count; i++) {
        const cv_block *block = &document->blocks.items[i];
        static const char *const aligns[] = {"left", "center", "right"};
        cv_text_add(out, "%s %s", block->right.string ? "row" : "paragraph", aligns[block->align]);
        dump_length("space", block->space, out);
        cv_text_add(out, " %s", gap_name(block->gap));
        dump_length("leading", block->leading, out);
        dump_length("indent", block->indent, out);
        dump_length("hang", block->hang, out);
        dump_length("reserve", block->reserve, out);
        cv_text_add(out, " break %s", break_name(block->break_before));
        if (block->is_heading) cv_text_add_string(out, " heading");
        if (block->is_kept) cv_text_add_string(out, " kept");
        if (block->is_balanced) cv_text_add_string(out, " balanced");
        dump_length("rule", block->rule, out);
        cv_text_add_char(out, '\n');
        dump_text("label", &block->label, out);
        dump_text("text", &block->text, out);
        dump_text("right", &block->right, out);
    }
}
