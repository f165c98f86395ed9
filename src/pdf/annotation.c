// SPDX-License-Identifier: MIT
// annotation.c - links (ISO 32000-1, 12.5.6.5), each in the element it belongs to.
#include "pdf/syntax.h"
#include "pdf/writer.h"

enum {
    HUNDREDTH = 100, // rectangles are rounded to this part of a point, outward
    PRINTED = 4      // flag: PDF/A wants it, though a link prints nothing
};

static int64_t round_down(int64_t length) {
    int64_t hundredths = length * HUNDREDTH;
    return hundredths >= 0 ? hundredths / CV_POINT : -((-hundredths + CV_POINT - 1) / CV_POINT);
}

static int64_t round_up(int64_t length) { return -round_down(-length); }

static void add_rectangle(cv_text_builder *out, const cv_item *item, cv_length page_height) {
    int64_t top = (int64_t)page_height - item->at.y, left = item->at.x;
    const int64_t sides[] = {round_down(left), round_down(top - item->as.link.height),
                             round_up(left + item->as.link.width), round_up(top)};
    for (int i = 0; i < 4; i++) {
        if (i > 0) cv_text_add_char(out, ' ');
        cv_pdf_add_decimal(out, sides[i], HUNDREDTH, 2);
    }
}

void cv_annotation_write(cv_pdf_writer *writer, uint32_t page, const cv_item *item) {
    const cv_element *link = &writer->display->structure->items[item->mark];
    uint32_t object = cv_haru_add_object(writer->haru);
    cv_tag_place place = {.page = page, .top = item->at.y};
    uint32_t parent = cv_tagger_add_annotation(writer->tagger, item->mark, place, object);
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add_string(&out, "/Type/Annot/Subtype/Link/Rect[");
    add_rectangle(&out, item, writer->display->pages.items[page].height);
    cv_text_add(&out, "]/Border[0 0 0]/F %d/StructParent %u/Contents", PRINTED, parent);
    cv_pdf_add_text(&out, link->description ? link->description : link->uri);
    cv_text_add_string(&out, "/A<</S/URI/URI");
    cv_pdf_add_uri(&out, link->uri);
    cv_text_add_string(&out, ">>");
    cv_haru_set(writer->haru, object, cv_text_string(&out));
    cv_text_add(&writer->pages[page].annotations, " %u 0 R", object);
}
