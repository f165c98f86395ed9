// SPDX-License-Identifier: MIT
// composer.h - what the composers of this folder share: the document so far, and how to add to it.
#ifndef CV_DOCUMENT_COMPOSER_H
#define CV_DOCUMENT_COMPOSER_H

#include "document/direction.h"
#include "document/document.h"
#include "document/typography.h"

typedef struct cv_composer {
    const cv_resume *resume;
    const cv_style *style;
    cv_document *document;
    cv_arena *arena;

    cv_mark parent;       // the element that new ones go under
    cv_role_tag heading;  // H3, or H2 below a hidden section title
    bool is_in_list;      // the parent is the LBody of an entry
    cv_length indent;     // left edge of text
    cv_length next_space; // of the next block, where a container has decided it; 0: the block does
    cv_gap next_gap;      // what that space is
    cv_break next_break;  // the same for the break before the next block
    cv_block_text label;  // a marker that waits for the next block
    cv_length label_indent;
    bool is_label_flush_right;
} cv_composer;

// How a text is set.
typedef struct cv_text_style {
    bool is_bold, is_italic;
    bool has_tabular_figures;
    bool is_upper;    // printed in capitals
    bool is_verbatim; // no typographic punctuation: contact, labels, dates
    bool is_unbroken; // blanks do not end a line
    bool is_discardable;
    bool is_left_to_right; // an address or a phone number
    cv_length size, tracking;
    cv_color color;
} cv_text_style;

// A block text under construction.
typedef struct cv_text_writer {
    cv_composer *composer;
    cv_block_text text;
    cv_text_builder bytes;
    cv_typography typography;
    cv_mark mark;                // the element its text belongs to
    uint32_t field, field_count; // the field being written, 0 between them; how many there were
    bool is_right_to_left;       // the last field is
} cv_text_writer;

cv_mark cv_compose_element(cv_composer *composer, cv_role_tag tag, cv_mark parent);

// Running text: body size and ink.
cv_text_style cv_body_style(const cv_composer *composer);

cv_text_writer cv_text_writer_begin(cv_composer *composer, cv_mark mark);

// What is written between the two is what the person wrote in one place, and runs as its words do,
// whatever stands around it.
void cv_begin_field(cv_text_writer *writer, const cv_inline *parts, size_t count);
void cv_end_field(cv_text_writer *writer);

// Appends a text of the resume as a field; bold and italic of its markup come on top of the style,
// links get their elements. `uri`, where not NULL, makes a link of all of it.
void cv_write_text(cv_text_writer *writer, const cv_text *text, cv_text_style style,
                   const char *uri);

// Appends a string of the program's or the locale's.
void cv_write_string(cv_text_writer *writer, const char *string, cv_text_style style, cv_span span);

// Appends a link of its own: a contact item.
void cv_write_link(cv_text_writer *writer, const char *string, const char *uri, cv_text_style style,
                   cv_span span);

cv_block_text cv_text_writer_end(cv_text_writer *writer);

// Appends a stretch of the text written so far, with the Spans that its words need (spans.c).
void cv_write_stretch(cv_text_writer *writer, cv_stretch stretch);

// Appends a block. Its `space`, `gap` and `break_before` are replaced by what the composer has
// waiting, which is used up, as is the waiting label.
void cv_compose_block(cv_composer *composer, cv_block block);

// A paragraph in running text under a new P. Nothing is added for an absent text.
void cv_compose_paragraph(cv_composer *composer, const cv_text *text, cv_break break_before);

// Bullets as a list under `parent`; `first` is the break before the first.
void cv_compose_bullets(cv_composer *composer, const cv_bullets *bullets, cv_mark parent,
                        cv_break first);

// A list element of this numbering under `parent`.
cv_mark cv_compose_list(cv_composer *composer, cv_mark parent, cv_list_numbering numbering);

// An LI under `list`, whose Lbl holds `marker`, a number or a sign, which waits for the next block;
// text is then indented by the bullets' gap. Returns the LBody.
cv_mark cv_compose_list_item(cv_composer *composer, cv_mark list, const char *marker,
                             bool is_number, cv_length gap);

// Where the title of an entry leads: its doi or url, NULL for nowhere.
const char *cv_entry_uri(const cv_composer *composer, const cv_entry *entry);

// One entry under the composer's parent.
typedef void cv_entry_composer(cv_composer *composer, const cv_entry *entry);
cv_entry_composer cv_compose_dated, cv_compose_publication, cv_compose_skill, cv_compose_reference,
    cv_compose_plain;

// Name, headline and contact, and beside them the photo, unless it is NULL.
void cv_compose_header(cv_composer *composer, const cv_image *photo);

// What a bullet or a line of a list costs to break before, by its place among `count`.
cv_break cv_break_in_list(size_t index, size_t count, cv_break first);

// `template` with {name} replaced by `value`.
const char *cv_fill(cv_arena *arena, const char *template, const char *name, const char *value);

#endif
