// SPDX-License-Identifier: MIT
// document.h - what goes on the page, in order: blocks of final text, and their tags.
//
// Texts are final: normalised, cased, punctuated. Positions are not: lines and pages come later.
// Distances are between baselines, which is how the eye and the grid measure them.
#ifndef CV_DOCUMENT_DOCUMENT_H
#define CV_DOCUMENT_DOCUMENT_H

#include "base/array.h"
#include "base/diagnostic.h"
#include "base/length.h"
#include "document/figure.h"
#include "document/metadata.h"
#include "document/structure.h"
#include "resume/resume.h"
#include "style/style.h"

#include <stdbool.h>

// A stretch of a text that looks and is tagged the same throughout.
typedef struct cv_stretch {
    uint32_t begin, end; // bytes of the text
    bool is_bold, is_italic, is_code;
    bool has_tabular_figures; // of a date column
    bool is_capitals;         // upper-cased: punctuation is raised to match
    bool is_underlined;
    bool is_discardable;   // vanishes at a line break, down to one space
    bool is_left_to_right; // whatever stands around it: an address, a phone number
    bool is_right_to_left; // its field is
    uint32_t field;        // what the person wrote in one place; 0: words of the program between
    cv_length size, tracking;
    cv_color color;
    cv_mark mark;
    cv_span span; // where the person wrote it, for findings
} cv_stretch;
typedef struct cv_stretches CV_ARRAY(cv_stretch) cv_stretches;

typedef struct cv_block_text {
    const char *string; // NULL: there is none
    cv_stretches stretches;
    bool is_right_to_left; // as a whole, whatever runs the other way in it
} cv_block_text;

// What a page break before a block costs: classes of typography, not numbers.
typedef enum cv_break {
    CV_BREAK_NEVER,   // kept with what is above
    CV_BREAK_SECTION, // the best place
    CV_BREAK_ENTRY,
    CV_BREAK_BULLET,
    CV_BREAK_STRAND, // before or after a lone bullet of an entry
    CV_BREAK_KEPT    // inside an entry that is to stay whole where it fits on a page
} cv_break;

// Which gaps take up the slack of a page.
typedef enum cv_gap { CV_GAP_FIXED, CV_GAP_ENTRY, CV_GAP_SECTION } cv_gap;

// A paragraph, or, with a `right`, a row: left text, and right text flush right on its last line.
typedef struct cv_block {
    cv_block_text text, right;
    cv_block_text label;       // a marker before the first line, from `label_indent` on
    bool is_label_flush_right; // a number: it ends at the text instead
    cv_length indent, label_indent;
    cv_length hang;    // added to the indent of all lines but the first
    cv_length reserve; // what is kept free at the ends of the lines
    cv_align align;
    bool is_balanced;  // lines of equal length, as in a centred header
    cv_length leading; // between its own lines
    cv_length space;   // from the last baseline above to its first
    cv_gap gap;        // what `space` is
    cv_break break_before;
    bool is_heading;          // must have two lines of what follows below it
    bool is_kept;             // its lines stay together where they fit on a page
    cv_length rule_gap, rule; // a rule over the measure: below the last baseline; thickness or 0
    cv_color rule_color;
} cv_block;
typedef struct cv_blocks CV_ARRAY(cv_block) cv_blocks;

typedef struct cv_footer {
    cv_footer_show show;
    const char *text; // with {page} and {pages} left to fill in, else final
    uint32_t zero;    // of the digits of the page numbers
    cv_length size, distance;
    cv_color color;
} cv_footer;

typedef struct cv_document {
    cv_blocks blocks;
    cv_structure structure;
    cv_metadata metadata; // without a date
    cv_figure figure;     // beside the header
    cv_span photo_span;
    bool has_no_room_for_photo; // it has been left out
    cv_footer footer;
    cv_page_style page;
    const char *family, *mono;
    cv_span family_span, mono_span;
    cv_length size;         // of running text: 1 em
    cv_length unit;         // of the grid: half the leading
    cv_length name_size;    // its capitals touch the top margin on page 1
    cv_length heading_size; // the same on the pages that follow
    cv_missing missing;
    const char *language;
    bool is_right_to_left; // the language is, and with it the page: dates stand at the left
} cv_document;

// Turns the model into blocks by the style. Nothing of the model is left out. `photo` is its photo,
// NULL where it has none.
const cv_document *cv_document_compose(const cv_resume *resume, const cv_style *style,
                                       const cv_image *photo, cv_arena *arena);

// Reports texts of the metadata, titles and addresses that no PDF can hold, and a photo that no
// page can.
void cv_document_check(const cv_document *document, cv_report *report);

// Appends blocks (golden format `.blocks`).
void cv_document_dump(const cv_document *document, cv_text_builder *out);

#endif
