// SPDX-License-Identifier: MIT
// check.c - what no file can hold is refused before one is written.
#include "document/document.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <string.h>

// The bytes of a text as a PDF holds it: ASCII as it stands, any other in UTF-16 with its mark.
static size_t pdf_size(const char *text) {
    size_t size = 2, bytes = strlen(text), ascii = 0;
    while (text[ascii] > 0) ascii++;
    if (ascii == bytes) return bytes;
    while (*text) size += cv_utf8_next(&text) < 0x10000 ? 2 : 4;
    return size;
}

static void check(const char *noun, const char *text, cv_report *report) {
    if (!text || strlen(text) < CV_LIMIT_PDF_STRING / 4) return; // at most four bytes a character
    if (pdf_size(text) <= CV_LIMIT_PDF_STRING) return;
    cv_report_add(report, CV_TEXT_TOO_LONG, (cv_span){0},
                  "%s is longer than the %d bytes that a PDF can hold", noun,
                  (int)CV_LIMIT_PDF_STRING)
        ->hint = "shorten it";
}

void cv_document_check(const cv_document *document, cv_report *report) {
    check("the name", document->metadata.title, report); // which has it, and a little more
    check("the headline", document->metadata.subject, report);
    check("the list of skills", document->metadata.keywords, report);
    if (document->has_no_room_for_photo)
        cv_report_add(report, CV_PHOTO_PLACE, document->photo_span,
                      "the photo would take more than half of the page's width or height")
            ->hint = "set a smaller design.header.photo.width, or cut the photo";
    for (size_t i = 0; i < document->structure.count; i++) {
        const cv_element *element = &document->structure.items[i];
        check("the title of a section", element->title, report);
        check("the 'alt' of the photo", element->alternative, report);
        check("the address of a link", element->uri, report);
        check("the description of a link", element->description, report);
    }
}
