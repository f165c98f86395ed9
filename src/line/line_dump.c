// SPDX-License-Identifier: MIT
// line_dump.c - lines as text: where each run stands, how wide it is, what it says.
#include "line/line.h"

static void dump_run(const cv_line_run *run, cv_text_builder *out) {
    cv_text_builder text = {.arena = out->arena};
    for (uint32_t i = 0; i < run->count; i++)
        cv_text_add_bytes(&text, run->glyphs[i].text, run->glyphs[i].text_size);
    cv_text_add_string(out, "  ");
    cv_text_add_length(out, run->x);
    cv_text_add_char(out, ' ');
    cv_text_add_length(out, run->width);
    cv_text_add(out, " %s ", run->font->postscript_name);
    cv_text_add_length(out, run->stretch->size);
    cv_text_add_char(out, ' ');
    cv_text_add_quoted(out, run->reading ? run->reading : cv_text_string(&text));
    if (run->replacement) cv_text_add_string(out, " link");
    cv_text_add_char(out, '\n');
}

void cv_lines_dump(const cv_document *document, const cv_lines *lines, cv_text_builder *out) {
    for (size_t i = 0; i < document->blocks.count; i++)
        for (size_t j = 0; j < lines[i].count; j++) {
            cv_text_add(out, "block %zu line %zu\n", i, j + 1);
            const cv_line_runs *runs = &lines[i].items[j].runs;
            for (size_t k = 0; k < runs->count; k++) dump_run(&runs->items[k], out);
        }
}
