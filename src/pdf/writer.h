// SPDX-License-Identifier: MIT
// writer.h - what the parts of the writer share while one file is written.
#ifndef CV_PDF_WRITER_H
#define CV_PDF_WRITER_H

#include "document/metadata.h"
#include "page/display.h"
#include "pdf/attachment.h"
#include "pdf/font_embed.h"
#include "pdf/haru.h"
#include "pdf/structure_write.h"

typedef struct cv_pdf_page {
    uint32_t object;
    cv_text_builder annotations; // references to them, each with a space before
} cv_pdf_page;

typedef struct cv_pdf_writer {
    cv_arena *arena; // scratch memory, gone when the file is written
    cv_haru *haru;
    const cv_display *display;
    const cv_metadata *metadata;
    cv_bytes profile;
    const cv_attachment *attachment; // NULL: none
    cv_embedded_font **fonts;        // for each of the display's
    cv_pdf_page *pages;              // likewise
    cv_tagger *tagger;
} cv_pdf_writer;

// content.c: the operators of one page, with its fonts' codes, tags and annotations noted.
cv_bytes cv_content_write(cv_pdf_writer *writer, uint32_t page);

// annotation.c: the link annotation of one link item.
void cv_annotation_write(cv_pdf_writer *writer, uint32_t page, const cv_item *item);

// outline.c: bookmarks for the titled elements that are drawn. Their root, 0 if there are none.
uint32_t cv_outline_write(cv_pdf_writer *writer);

// metadata.c: the Info dictionary and the XMP stream equal to it, which is returned.
uint32_t cv_metadata_write(cv_pdf_writer *writer);

// metadata.c: the date of creation as PDF writes it, NULL if there is none.
const char *cv_metadata_date(const cv_pdf_writer *writer);

// attachment.c: the attachment, if there is one; what leads to it is appended to the catalog.
void cv_attachment_write(cv_pdf_writer *writer, cv_text_builder *catalog);

#endif
