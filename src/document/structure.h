// SPDX-License-Identifier: MIT
// structure.h - the tag tree: what a screen reader walks.
//
// Elements are numbered in reading order, parents before children; 0 is Document.
#ifndef CV_DOCUMENT_STRUCTURE_H
#define CV_DOCUMENT_STRUCTURE_H

#include "base/array.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum cv_role_tag {
    CV_TAG_DOCUMENT,
    CV_TAG_SECT,
    CV_TAG_H1,
    CV_TAG_H2,
    CV_TAG_H3,
    CV_TAG_H4,
    CV_TAG_P,
    CV_TAG_L,
    CV_TAG_LI,
    CV_TAG_LBL,
    CV_TAG_LBODY,
    CV_TAG_LINK,
    CV_TAG_SPAN,
    CV_TAG_FIGURE
} cv_role_tag;

typedef enum cv_list_numbering {
    CV_NUMBERING_NONE,
    CV_NUMBERING_DISC,
    CV_NUMBERING_DECIMAL
} cv_list_numbering;

// Index of an element, or CV_ARTIFACT for what is not content.
typedef uint32_t cv_mark;
#define CV_ARTIFACT UINT32_MAX

typedef struct cv_element {
    cv_role_tag tag;
    cv_mark parent;              // of Document: CV_ARTIFACT
    const char *title;           // /T and the outline, or NULL
    const char *language;        // BCP 47, or NULL where it is the parent's
    const char *alternative;     // /Alt of a figure, or NULL
    const char *reading;         // /ActualText of a Span: its text in the order of reading, or NULL
    cv_list_numbering numbering; // of an L
    const char *uri;             // of a Link
    const char *description;     // of a Link: /Contents
} cv_element;

typedef struct cv_structure CV_ARRAY(cv_element) cv_structure;

const char *cv_tag_name(cv_role_tag tag); // "LBody"

// The element itself or the nearest above it that is a Link; CV_ARTIFACT if there is none, or the
// mark is no element's.
cv_mark cv_structure_link(const cv_structure *structure, cv_mark mark);

// The element itself or the nearest above it that is not inline: neither Link nor Span.
cv_mark cv_structure_block(const cv_structure *structure, cv_mark mark);

// Appends the tree as indented lines (golden format `.tags`).
void cv_structure_dump(const cv_structure *structure, cv_text_builder *out);

#endif
