// SPDX-License-Identifier: MIT
// structure_write.c - StructTreeRoot, elements and ParentTree (ISO 32000-1, 14.7), kept small: an
// element names its page once, kids on it are bare numbers, optional /Type entries are left out.
#include "pdf/structure_write.h"

#include "pdf/syntax.h"

typedef enum kid_kind { KID_ELEMENT, KID_CONTENT, KID_ANNOTATION } kid_kind;

typedef struct tag_kid {
    kid_kind kind;
    uint32_t number; // mark, MCID or object
    uint32_t page;   // of content and annotations
} tag_kid;

typedef struct drawn_tag {
    uint32_t object; // 0 while nothing is drawn
    cv_tag_place place;
    struct CV_ARRAY(tag_kid) kids;
} drawn_tag;

typedef struct marks CV_ARRAY(cv_mark) marks;

struct cv_tagger {
    const cv_structure *structure;
    const uint32_t *pages;
    uint32_t page_count;
    cv_haru *haru;
    cv_arena *arena;
    uint32_t root;
    drawn_tag *tags;   // one for each element
    marks *contents;   // of each page, by MCID
    marks annotations; // by /StructParent, which counts on from the pages
};

cv_tagger *cv_tagger_create(const cv_structure *structure, const uint32_t *pages,
                            uint32_t page_count, cv_haru *haru, cv_arena *arena) {
    cv_tagger *tagger = CV_NEW(arena, cv_tagger);
    tagger->structure = structure;
    tagger->pages = pages;
    tagger->page_count = page_count;
    tagger->haru = haru;
    tagger->arena = arena;
    tagger->root = cv_haru_add_object(haru);
    tagger->tags = CV_NEW_ARRAY(arena, drawn_tag, structure->count);
    tagger->contents = CV_NEW_ARRAY(arena, marks, page_count);
    return tagger;
}

// Makes `mark` and its ancestors part of the tree.
static void enter(cv_tagger *tagger, cv_mark mark, cv_tag_place place) {
    for (uint32_t below = CV_ARTIFACT; mark != CV_ARTIFACT;
         below = mark, mark = tagger->structure->items[mark].parent) {
        drawn_tag *entered = &tagger->tags[mark];
        bool is_new = !entered->object;
        if (is_new) {
            entered->object = cv_haru_add_object(tagger->haru);
            entered->place = place;
        }
        if (below != CV_ARTIFACT)
            CV_PUSH(tagger->arena, &entered->kids, (tag_kid){.kind = KID_ELEMENT, .number = below});
        if (!is_new) return;
    }
}

uint32_t cv_tagger_add_content(cv_tagger *tagger, cv_mark mark, cv_tag_place place) {
    if (!tagger->tags[mark].object) enter(tagger, mark, place);
    marks *contents = &tagger->contents[place.page];
    tag_kid content = {KID_CONTENT, (uint32_t)contents->count, place.page};
    CV_PUSH(tagger->arena, &tagger->tags[mark].kids, content);
    CV_PUSH(tagger->arena, contents, mark);
    return content.number;
}

uint32_t cv_tagger_add_annotation(cv_tagger *tagger, cv_mark mark, cv_tag_place place,
                                  uint32_t annotation) {
    if (!tagger->tags[mark].object) enter(tagger, mark, place);
    tag_kid link = {KID_ANNOTATION, annotation, place.page};
    CV_PUSH(tagger->arena, &tagger->tags[mark].kids, link);
    CV_PUSH(tagger->arena, &tagger->annotations, mark);
    return tagger->page_count + (uint32_t)tagger->annotations.count - 1;
}

const cv_tag_place *cv_tagger_place(const cv_tagger *tagger, cv_mark mark) {
    return tagger->tags[mark].object ? &tagger->tags[mark].place : NULL;
}

static void add_reference(const cv_tagger *tagger, cv_mark mark, cv_text_builder *out) {
    cv_text_add(out, "%u 0 R", tagger->tags[mark].object);
}

// `page` is the one that the element names.
static void add_kid(const cv_tagger *tagger, const tag_kid *kid, uint32_t page,
                    cv_text_builder *out) {
    uint32_t other = kid->page == page ? 0 : tagger->pages[kid->page];
    switch (kid->kind) {
    case KID_ELEMENT: add_reference(tagger, kid->number, out); break;
    case KID_CONTENT:
        if (other)
            cv_text_add(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", other, kid->number);
        else
            cv_text_add(out, "%u", kid->number);
        break;
    case KID_ANNOTATION:
        cv_text_add(out, "<</Type/OBJR/Obj %u 0 R", kid->number);
        if (other) cv_text_add(out, "/Pg %u 0 R", other);
        cv_text_add_string(out, ">>");
        break;
    }
}

static bool has_content(const drawn_tag *tag) {
    for (size_t i = 0; i < tag->kids.count; i++)
        if (tag->kids.items[i].kind != KID_ELEMENT) return true;
    return false;
}

static void add_kids(const cv_tagger *tagger, const drawn_tag *tag, cv_text_builder *out) {
    cv_text_add_string(out, tag->kids.count == 1 ? "/K " : "/K[");
    for (size_t i = 0; i < tag->kids.count; i++) {
        if (i > 0) cv_text_add_char(out, ' ');
        add_kid(tagger, &tag->kids.items[i], tag->place.page, out);
    }
    if (tag->kids.count > 1) cv_text_add_char(out, ']');
}

static void add_text_entry(const char *key, const char *text, cv_text_builder *out) {
    if (!text) return;
    cv_text_add(out, "/%s", key);
    cv_pdf_add_text(out, text);
}

// ISO 32000-1, 14.8.5.4: a figure says where it is.
static void add_box(const cv_tag_box *box, cv_text_builder *out) {
    const cv_length sides[] = {box->left, box->bottom, box->right, box->top};
    cv_text_add_string(out, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++) {
        if (i > 0) cv_text_add_char(out, ' ');
        cv_pdf_add_length(out, sides[i]);
    }
    cv_text_add_string(out, "]>>");
}

static void write_element(cv_tagger *tagger, cv_mark mark) {
    static const char *const numberings[] = {"None", "Disc", "Decimal"};
    const cv_element *element = &tagger->structure->items[mark];
    const drawn_tag *tag = &tagger->tags[mark];
    cv_text_builder out = {.arena = tagger->arena};
    cv_text_add(&out, "/S/%s/P ", cv_tag_name(element->tag));
    if (element->parent == CV_ARTIFACT)
        cv_text_add(&out, "%u 0 R", tagger->root);
    else
        add_reference(tagger, element->parent, &out);
    if (has_content(tag)) cv_text_add(&out, "/Pg %u 0 R", tagger->pages[tag->place.page]);
    add_text_entry("T", element->title, &out);
    add_text_entry("Lang", element->language, &out);
    add_text_entry("Alt", element->alternative, &out);
    add_text_entry("ActualText", element->reading, &out);
    if (element->tag == CV_TAG_L)
        cv_text_add(&out, "/A<</O/List/ListNumbering/%s>>", numberings[element->numbering]);
    if (element->tag == CV_TAG_FIGURE) add_box(&tag->place.box, &out);
    add_kids(tagger, tag, &out);
    cv_haru_set(tagger->haru, tag->object, cv_text_string(&out));
}

// Keys 0 and up are the pages, each with the elements of its MCIDs; annotations follow.
static uint32_t write_parent_tree(cv_tagger *tagger) {
    cv_text_builder out = {.arena = tagger->arena};
    cv_text_add_string(&out, "/Nums[");
    for (uint32_t page = 0; page < tagger->page_count; page++) {
        cv_text_add(&out, "%u[", page);
        for (size_t i = 0; i < tagger->contents[page].count; i++) {
            if (i > 0) cv_text_add_char(&out, ' ');
            add_reference(tagger, tagger->contents[page].items[i], &out);
        }
        cv_text_add_string(&out, "]\n");
    }
    for (uint32_t i = 0; i < tagger->annotations.count; i++) {
        cv_text_add(&out, "%u ", tagger->page_count + i);
        add_reference(tagger, tagger->annotations.items[i], &out);
        cv_text_add_char(&out, '\n');
    }
    cv_text_add_string(&out, "]");
    uint32_t object = cv_haru_add_object(tagger->haru);
    cv_haru_set(tagger->haru, object, cv_text_string(&out));
    return object;
}

uint32_t cv_tagger_write(cv_tagger *tagger) {
    for (cv_mark mark = 0; mark < tagger->structure->count; mark++)
        if (tagger->tags[mark].object) write_element(tagger, mark);
    uint32_t parent_tree = write_parent_tree(tagger);
    cv_text_builder out = {.arena = tagger->arena};
    cv_text_add(&out, "/Type/StructTreeRoot/ParentTree %u 0 R/ParentTreeNextKey %zu", parent_tree,
                tagger->page_count + tagger->annotations.count);
    if (tagger->tags[0].object) {
        cv_text_add_string(&out, "/K ");
        add_reference(tagger, 0, &out);
    }
    cv_haru_set(tagger->haru, tagger->root, cv_text_string(&out));
    return tagger->root;
}
