// SPDX-License-Identifier: MIT
// structure.c - names of tags, and the tree as text.
#include "document/structure.h"

const char *cv_tag_name(cv_role_tag tag) {
    static const char *const names[] = {"Document", "Sect", "H1",   "H2",    "H3",
                                        "H4",       "P",    "L",    "LI",    "Lbl",
                                        "LBody",    "Link", "Span", "Figure"};
    return names[tag];
}

static bool is_inline(cv_role_tag tag) { return tag == CV_TAG_LINK || tag == CV_TAG_SPAN; }

cv_mark cv_structure_block(const cv_structure *structure, cv_mark mark) {
    while (is_inline(structure->items[mark].tag)) mark = structure->items[mark].parent;
    return mark;
}

cv_mark cv_structure_link(const cv_structure *structure, cv_mark mark) {
    if (mark == CV_ARTIFACT) return mark;
    while (structure->items[mark].tag == CV_TAG_SPAN) mark = structure->items[mark].parent;
    return structure->items[mark].tag == CV_TAG_LINK ? mark : CV_ARTIFACT;
}

static const char *numbering_name(cv_list_numbering numbering) {
    static const char *const names[] = {"None", "Disc", "Decimal"};
    return names[numbering];
}

static unsigned depth_of(const cv_structure *structure, cv_mark mark) {
    unsigned depth = 0;
    for (mark = structure->items[mark].parent; mark != CV_ARTIFACT;
         mark = structure->items[mark].parent)
        depth++;
    return depth;
}

void cv_structure_dump(const cv_structure *structure, cv_text_builder *out) {
    for (cv_mark mark = 0; mark < structure->count; mark++) {
        const cv_element *element = &structure->items[mark];
        for (unsigned i = depth_of(structure, mark); i > 0; i--) cv_text_add_string(out, "  ");
        cv_text_add(out, "%u %s", (unsigned)mark, cv_tag_name(element->tag));
        if (element->tag == CV_TAG_L) cv_text_add(out, " %s", numbering_name(element->numbering));
        if (element->title) {
            cv_text_add_string(out, " title ");
            cv_text_add_quoted(out, element->title);
        }
        if (element->alternative) {
            cv_text_add_string(out, " alt ");
            cv_text_add_quoted(out, element->alternative);
        }
        if (element->language) cv_text_add(out, " lang %s", element->language);
        if (element->reading) {
            cv_text_add_string(out, " reads ");
            cv_text_add_quoted(out, element->reading);
        }
        if (element->uri) {
            cv_text_add_char(out, ' ');
            cv_text_add_quoted(out, element->uri);
        }
        if (element->description) {
            cv_text_add_string(out, " contents ");
            cv_text_add_quoted(out, element->description);
        }
        cv_text_add_char(out, '\n');
    }
}
