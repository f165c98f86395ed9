// SPDX-License-Identifier: MIT
// compose_header.c - the name, the headline, the contact line; beside them the photo.
#include "document/composer.h"

#include "base/unicode.h"

#include <string.h>

// Baselines of the header, as parts of its own line heights: the block stands off the grid.
enum {
    NAME_TO_NEXT = 3,        // of 4 of the name's leading
    HEADLINE_TO_CONTACT = 5, // of 4 of the header's leading
    PHOTO_TO_TEXT = 6        // of 4 of the header's leading
};

static cv_align align_of(const cv_composer *composer) {
    cv_header_align align = composer->style->header.align;
    if (align != CV_HEADER_AUTO) return (cv_align)align;
    return composer->document->figure.image ? CV_ALIGN_LEFT : CV_ALIGN_CENTER;
}

// The width that the photo takes from the lines beside it.
static cv_length photo_room(const cv_composer *composer) {
    const cv_figure *figure = &composer->document->figure;
    if (!figure->image) return 0;
    return figure->width + composer->style->header.leading * PHOTO_TO_TEXT / 4;
}

static void add_header_block(cv_composer *composer, cv_block_text text, cv_length leading,
                             cv_length space) {
    cv_length room = photo_room(composer);
    bool is_left = composer->style->header.photo.side == CV_PHOTO_LEFT;
    cv_compose_block(composer, (cv_block){.text = text,
                                          .align = align_of(composer),
                                          .indent = is_left ? room : 0,
                                          .reserve = is_left ? 0 : room,
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

// Its area: as wide as the style says, in the shape of the picture, or a square for a circle. Half
// of the page in each direction is left to the text.
static void place_photo(cv_composer *composer, const cv_image *photo) {
    const cv_photo_style *style = &composer->style->header.photo;
    const cv_page_style *page = &composer->style->page;
    cv_document *document = composer->document;
    cv_length height = style->width;
    if (style->shape != CV_PHOTO_CIRCLE)
        height = cv_length_scale(style->width, cv_image_shown_height(photo),
                                 cv_image_shown_width(photo));
    document->photo_span = composer->resume->photo.span;
    document->has_no_room_for_photo =
        height > (page->height - page->margin_top - page->margin_bottom) / 2 ||
        style->width > (page->width - page->margin_left - page->margin_right) / 2;
    if (document->has_no_room_for_photo) return;
    document->figure = (cv_figure){.image = photo,
                                   .width = style->width,
                                   .height = height,
                                   .side = style->side,
                                   .shape = style->shape};
}

// Read after the text that it stands beside: whoever takes the first line for the name is right.
static void tag_photo(cv_composer *composer) {
    cv_document *document = composer->document;
    const char *alternative = composer->resume->photo.alternative;
    if (!document->figure.image) return;
    document->figure.mark = cv_compose_element(composer, CV_TAG_FIGURE, composer->parent);
    document->structure.items[document->figure.mark].alternative =
        alternative ? alternative
                    : cv_fill(composer->arena, composer->style->locale->photo, "name",
                              composer->resume->name.string);
}

void cv_compose_header(cv_composer *composer, const cv_image *photo) {
    if (photo) place_photo(composer, photo);
    compose_name(composer);
    compose_headline(composer);
    compose_contacts(composer);
    tag_photo(composer);
}
