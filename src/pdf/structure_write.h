// SPDX-License-Identifier: MIT
// structure_write.h - the tag tree of what is drawn, in the order of drawing.
//
// An element enters the tree when something of it or below it is drawn first; one of which nothing
// is drawn is not written.
#ifndef CV_PDF_STRUCTURE_WRITE_H
#define CV_PDF_STRUCTURE_WRITE_H

#include "base/array.h"
#include "document/structure.h"
#include "pdf/haru.h"

typedef struct cv_tagger cv_tagger;

// What a figure takes up, in the coordinates of PDF.
typedef struct cv_tag_box {
    cv_length left, bottom, right, top;
} cv_tag_box;

// Where an element begins. `top` is in page coordinates of the display list.
typedef struct cv_tag_place {
    uint32_t page;
    cv_length top;
    cv_tag_box box; // of a figure
} cv_tag_place;

// `pages` are the objects of the pages.
cv_tagger *cv_tagger_create(const cv_structure *structure, const uint32_t *pages,
                            uint32_t page_count, cv_haru *haru, cv_arena *arena);

// Begins a marked-content sequence of `mark` and returns its MCID on that page.
uint32_t cv_tagger_add_content(cv_tagger *tagger, cv_mark mark, cv_tag_place place);

// Puts an annotation into the element `mark` and returns its /StructParent.
uint32_t cv_tagger_add_annotation(cv_tagger *tagger, cv_mark mark, cv_tag_place place,
                                  uint32_t annotation);

// Where `mark` begins, or NULL if nothing of it is drawn.
const cv_tag_place *cv_tagger_place(const cv_tagger *tagger, cv_mark mark);

// Writes the tree and returns its root.
uint32_t cv_tagger_write(cv_tagger *tagger);

#endif
