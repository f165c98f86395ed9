// SPDX-License-Identifier: MIT
// compose_header.c - the name, the headline, the contact line.
#include "document/composer.h"

#include "base/unicode.h"

#include <string.h>

// Baselines of the header, as parts of its own line heights: the block stands off the grid.
enum {
    NAME_TO_NEXT = 3,       // of 4 of the name's leading
    HEADLINE_TO_CONTACT = 5 // of 4 of the header's leading
};

static void add_header_block(cv_composer *composer, cv_block_text text, cv_length leading,
                             cv_length space) {
    cv_compose_block(composer, (cv_block){.text = text,
                                          .align = composer->style->header.align,
                                          .is_balanced = true,
                                          .leading = leading,
                                          .space = space,
                                          .break_before = CV_BREAK_NEVER});
}

static void compose_name(cv_composer *composer) {
    const cv_header_style *header = &composer->style->header;
    cv_mark mark = cv_compose_element(composer, CV_TAG_H1, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, mark);
    cv_text_style style = cv_body_style(composer);
    style.size = header->name_size;
    style.is_bold = header->name_weight == CV_WEIGHT_BOLD;
    cv_write_text(&writer, &composer->resume->name, style, NULL);
    add_header_block(composer, cv_text_writer_end(&writer), header->name_leading,
                     header->name_leading);
}

static void compose_headline(cv_composer *composer) {
    const cv_header_style *header = &composer->style->header;
    if (!composer->resume->headline.string) return;
    cv_mark mark = cv_compose_element(composer, CV_TAG_P, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, mark);
    cv_text_style style = cv_body_style(composer);
    style.size = header->headline_size;
    style.color = composer->style->color.muted;
    cv_write_text(&writer, &composer->resume->headline, style, NULL);
    add_header_block(composer, cv_text_writer_end(&writer), header->leading,
                     header->name_leading * NAME_TO_NEXT / 4);
}

// Numbers and addresses read from left to right in any language, even without a letter in them.
static void write_contact(cv_text_writer *writer, const cv_contact *contact, cv_text_style style) {
    style.is_left_to_right =
        contact->kind == CV_CONTACT_PHONE ||
        !cv_unicode_has_right_to_left(contact->string, strlen(contact->string));
    cv_begin_field(writer, &(cv_inline){.string = contact->string}, 1);
    if (contact->uri) {
        style.color = writer->composer->style->color.link;
        cv_write_link(writer, contact->string, contact->uri, style, contact->span);
    } else {
        cv_write_string(writer, contact->string, style, contact->span);
    }
    cv_end_field(writer);
}

// A single blank at an end of the separator becomes an em space: parsers that see no tags join what
// stands closer than a character is wide, and know of all separators the bar alone.
static const char *set_apart(cv_arena *arena, const char *separator) {
    size_t size = strlen(separator);
    bool is_bar = strchr(separator, '|') != NULL;
    if (is_bar || size < 3 || separator[0] != ' ' || separator[1] == ' ' ||
        separator[size - 1] != ' ' || separator[size - 2] == ' ')
        return separator;
    return cv_format(arena, "\u2003%.*s\u2003", (int)size - 2, separator + 1);
}

static void compose_contacts(cv_composer *composer) {
    const cv_header_style *header = &composer->style->header;
    const cv_contacts *contacts = &composer->resume->contacts;
    if (!contacts->count) return;
    cv_mark mark = cv_compose_element(composer, CV_TAG_P, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, mark);
    cv_text_style style = cv_body_style(composer);
    style.size = header->contact_size;
    style.is_unbroken = true;
    cv_text_style separator = style;
    separator.is_unbroken = false;
    separator.is_discardable = true;
    separator.color = composer->style->color.muted;
    const char *between = set_apart(composer->arena, header->separator);
    for (size_t i = 0; i < contacts->count; i++) {
        if (i) cv_write_string(&writer, between, separator, contacts->items[i].span);
        write_contact(&writer, &contacts->items[i], style);
    }
    cv_length space = composer->resume->headline.string ? header->leading * HEADLINE_TO_CONTACT / 4
                                                        : header->name_leading * NAME_TO_NEXT / 4;
    add_header_block(composer, cv_text_writer_end(&writer), header->leading, space);
}

void cv_compose_header(cv_composer *composer) {
    compose_name(composer);
    compose_headline(composer);
    compose_contacts(composer);
}
