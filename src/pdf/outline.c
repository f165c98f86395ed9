// SPDX-License-Identifier: MIT
// outline.c - bookmarks (ISO 32000-1, 12.3.3): titled elements, nested as they are in the tag tree.
#include "pdf/syntax.h"
#include "pdf/writer.h"

// Indices into the list of bookmarks; 0 is the root, and stands for none in the others.
typedef struct bookmark {
    cv_mark mark;
    uint32_t object;
    size_t parent, first, last, previous, next;
    unsigned count; // of its children
} bookmark;
typedef struct bookmarks CV_ARRAY(bookmark) bookmarks;

// `of_element` has the bookmark of each element before `mark`.
static size_t find_parent(const cv_structure *structure, const size_t *of_element, cv_mark mark) {
    size_t parent = 0;
    for (mark = structure->items[mark].parent; mark != CV_ARTIFACT && !parent;
         mark = structure->items[mark].parent)
        parent = of_element[mark];
    return parent;
}

static size_t append(cv_pdf_writer *writer, bookmarks *list, cv_mark mark, size_t parent) {
    size_t index = list->count;
    bookmark added = {.mark = mark, .parent = parent, .previous = list->items[parent].last};
    added.object = cv_haru_add_object(writer->haru);
    CV_PUSH(writer->arena, list, added);
    bookmark *above = &list->items[parent];
    if (above->last)
        list->items[above->last].next = index;
    else
        above->first = index;
    above->last = index;
    above->count++;
    return index;
}

static bookmarks collect(cv_pdf_writer *writer) {
    const cv_structure *structure = writer->display->structure;
    bookmarks list = {0};
    CV_PUSH(writer->arena, &list, (bookmark){.mark = CV_ARTIFACT});
    size_t *of_element = CV_NEW_ARRAY(writer->arena, size_t, structure->count);
    for (cv_mark mark = 0; mark < structure->count; mark++) {
        if (!structure->items[mark].title || !cv_tagger_place(writer->tagger, mark)) continue;
        size_t parent = find_parent(structure, of_element, mark);
        of_element[mark] = append(writer, &list, mark, parent);
    }
    return list;
}

static void add_link(const bookmarks *list, const char *key, size_t index, cv_text_builder *out) {
    if (index) cv_text_add(out, "/%s %u 0 R", key, list->items[index].object);
}

static void add_target(const cv_pdf_writer *writer, cv_mark mark, cv_text_builder *out) {
    const cv_tag_place *place = cv_tagger_place(writer->tagger, mark);
    cv_length height = writer->display->pages.items[place->page].height;
    cv_text_add(out, "/Dest[%u 0 R/XYZ null ", writer->pages[place->page].object);
    cv_pdf_add_length(out, height - place->top);
    cv_text_add_string(out, " null]");
}

static void add_family(const bookmarks *list, const bookmark *parent, cv_text_builder *out) {
    add_link(list, "First", parent->first, out);
    add_link(list, "Last", parent->last, out);
}

static void write_bookmark(cv_pdf_writer *writer, const bookmarks *list, size_t index) {
    const bookmark *entry = &list->items[index];
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add_string(&out, "/Title");
    cv_pdf_add_text(&out, writer->display->structure->items[entry->mark].title);
    cv_text_add(&out, "/Parent %u 0 R", list->items[entry->parent].object);
    add_link(list, "Prev", entry->previous, &out);
    add_link(list, "Next", entry->next, &out);
    add_family(list, entry, &out);
    if (entry->count) cv_text_add(&out, "/Count -%u", entry->count); // shown closed
    add_target(writer, entry->mark, &out);
    cv_haru_set(writer->haru, entry->object, cv_text_string(&out));
}

uint32_t cv_outline_write(cv_pdf_writer *writer) {
    bookmarks list = collect(writer);
    if (list.count == 1) return 0;
    bookmark *root = &list.items[0];
    root->object = cv_haru_add_object(writer->haru);
    for (size_t i = 1; i < list.count; i++) write_bookmark(writer, &list, i);
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add_string(&out, "/Type/Outlines");
    add_family(&list, root, &out);
    cv_text_add(&out, "/Count %u", root->count);
    cv_haru_set(writer->haru, root->object, cv_text_string(&out));
    return root->object;
}
