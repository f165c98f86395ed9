// SPDX-License-Identifier: MIT
// compose_block.c - blocks, paragraphs and lists: what every composer is made of.
#include "document/composer.h"

void cv_compose_block(cv_composer *composer, cv_block block) {
    if (composer->next_space) {
        block.space = composer->next_space;
        block.gap = composer->next_gap;
        block.break_before = composer->next_break;
    }
    if (composer->label.string) {
        block.label = composer->label;
        block.label_indent = composer->label_indent;
        block.is_label_flush_right = composer->is_label_flush_right;
    }
    composer->next_space = 0;
    composer->label = (cv_block_text){0};
    block.indent += composer->indent;
    CV_PUSH(composer->arena, &composer->document->blocks, block);
}

void cv_compose_paragraph(cv_composer *composer, const cv_text *text, cv_break break_before) {
    if (!text->string) return;
    cv_mark mark = cv_compose_element(composer, CV_TAG_P, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, mark);
    cv_write_text(&writer, text, cv_body_style(composer), NULL);
    cv_length leading = composer->style->font.leading;
    cv_compose_block(composer, (cv_block){.text = cv_text_writer_end(&writer),
                                          .leading = leading,
                                          .space = leading,
                                          .break_before = break_before});
}

cv_mark cv_compose_list(cv_composer *composer, cv_mark parent, cv_list_numbering numbering) {
    cv_mark list = cv_compose_element(composer, CV_TAG_L, parent);
    composer->document->structure.items[list].numbering = numbering;
    return list;
}

cv_mark cv_compose_list_item(cv_composer *composer, cv_mark list, const char *marker,
                             bool is_number, cv_length gap) {
    cv_mark item = cv_compose_element(composer, CV_TAG_LI, list);
    cv_mark label = cv_compose_element(composer, CV_TAG_LBL, item);
    cv_text_writer writer = cv_text_writer_begin(composer, label);
    cv_text_style style = cv_body_style(composer);
    composer->is_label_flush_right = style.has_tabular_figures = is_number;
    cv_write_string(&writer, cv_format(composer->arena, "%s ", marker), style, (cv_span){0});
    composer->label = cv_text_writer_end(&writer);
    composer->label_indent = composer->indent;
    composer->indent += gap;
    return cv_compose_element(composer, CV_TAG_LBODY, item);
}

cv_break cv_break_in_list(size_t index, size_t count, cv_break first) {
    if (index == 0) return first;
    return index == 1 || index + 1 == count ? CV_BREAK_STRAND : CV_BREAK_BULLET;
}

// Nested bullets stand a little further from their dash, which is none to parsers of resumes: what
// is closer than a character they join to it.
static cv_length bullet_gap(const cv_style *style, bool is_nested) {
    return style->bullets.gap + (is_nested ? style->font.size / 20 : 0);
}

static void compose_bullets(cv_composer *composer, const cv_bullets *bullets, cv_mark parent,
                            cv_break first, bool is_nested) {
    if (!bullets->count) return;
    const cv_style *style = composer->style;
    const char *marker = is_nested ? style->bullets.nested_marker : style->bullets.marker;
    cv_mark list = cv_compose_list(composer, parent, CV_NUMBERING_DISC);
    cv_length indent = composer->indent, leading = style->font.leading;
    for (size_t i = 0; i < bullets->count; i++) {
        const cv_bullet *bullet = &bullets->items[i];
        cv_mark body =
            cv_compose_list_item(composer, list, marker, false, bullet_gap(style, is_nested));
        cv_text_writer writer = cv_text_writer_begin(composer, body);
        cv_write_text(&writer, &bullet->text, cv_body_style(composer), NULL);
        cv_compose_block(composer,
                         (cv_block){.text = cv_text_writer_end(&writer),
                                    .leading = leading,
                                    .space = leading,
                                    .break_before = cv_break_in_list(i, bullets->count, first)});
        compose_bullets(composer, &bullet->bullets, body, CV_BREAK_STRAND, true);
        composer->indent = indent;
    }
}

void cv_compose_bullets(cv_composer *composer, const cv_bullets *bullets, cv_mark parent,
                        cv_break first) {
    cv_length indent = composer->indent;
    composer->indent += composer->style->bullets.indent;
    compose_bullets(composer, bullets, parent, first, false);
    composer->indent = indent;
}
