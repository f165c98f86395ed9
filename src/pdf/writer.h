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
    bool has_photo;
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
    uint32_t photo;                  // its object, 0 before it is drawn
    cv_tagger *tagger;
} cv_pdf_writer;

#define CV_PHOTO_NAME "Photo" // in the resources of its page

// content.c: the operators of one page, with its fonts' codes, tags and annotations noted.
cv_bytes cv_content_write(cv_pdf_writer *writer, uint32_t page);

// annotation.c: the link annotation of one link item.
void cv_annotation_write(cv_pdf_writer *writer, uint32_t page, const cv_item *item);

// figure.c: appends the operators that draw a figure.
void cv_figure_draw(const cv_item *item, cv_length page_height, cv_text_builder *out);

// image_write.c: the object of an image.
uint32_t cv_image_write(cv_pdf_writer *writer, const cv_image *image);

// outline.c: bookmarks for the titled elements that are drawn. Their root, 0 if there are none.
uint32_t cv_outline_write(cv_pdf_writer *writer);

// metadata.c: the Info dictionary and the XMP stream equal to it, which is returned.
uint32_t cv_metadata_write(cv_pdf_writer *writer);

// metadata.c: the date of creation as PDF writes it, NULL if there is none.
const char *cv_metadata_date(const cv_pdf_writer *writer);

// attachment.c: the attachment, if there is one; what leads to it is appended to the catalog.
void cv_attachment_write(cv_pdf_writer *writer, cv_text_builder *catalog);

#endif
