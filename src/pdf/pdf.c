// SPDX-License-Identifier: MIT
// pdf.c - the order of writing: pages first, since they tell which codes and tags there are.
#include "pdf/pdf.h"

#include "base/limits.h"
#include "pdf/syntax.h"
#include "pdf/writer.h"

// Language, then subtags: [A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})* (ISO 19005-3, 6.7.4).
static bool is_language(const char *tag) {
    for (bool is_first = true;; is_first = false, tag++) {
        int size = 0;
        for (; cv_is_letter(*tag) || (!is_first && cv_is_digit(*tag)); tag++) size++;
        if (size < 1 || size > 8) return false;
        if (*tag != '-') return *tag == '\0';
    }
}

static bool text_fits(const char *text) {
    return !text || cv_pdf_text_size(text) <= CV_LIMIT_PDF_STRING;
}

static bool metadata_fits(const cv_metadata *metadata) {
    return metadata->language && is_language(metadata->language) && text_fits(metadata->title) &&
           text_fits(metadata->author) && text_fits(metadata->subject) &&
           text_fits(metadata->keywords);
}

static bool elements_fit(const cv_structure *structure) {
    for (size_t i = 0; i < structure->count; i++) {
        const cv_element *element = &structure->items[i];
        if (element->language && !is_language(element->language)) return false;
        if (!text_fits(element->title) || !text_fits(element->alternative) ||
            !text_fits(element->description))
            return false;
        if (element->uri && cv_pdf_uri_size(element->uri) > CV_LIMIT_PDF_STRING) return false;
    }
    return true;
}

static void create_fonts(cv_pdf_writer *writer) {
    uint32_t count = writer->display->font_count;
    writer->fonts = CV_NEW_ARRAY(writer->arena, cv_embedded_font *, count);
    for (uint32_t i = 0; i < count; i++)
        writer->fonts[i] =
            cv_embedded_font_create(writer->display->fonts[i], writer->haru, writer->arena);
}

static void create_pages(cv_pdf_writer *writer) {
    uint32_t count = (uint32_t)writer->display->pages.count;
    uint32_t *objects = CV_NEW_ARRAY(writer->arena, uint32_t, count);
    writer->pages = CV_NEW_ARRAY(writer->arena, cv_pdf_page, count);
    for (uint32_t i = 0; i < count; i++) {
        objects[i] = cv_haru_add_page(writer->haru);
        writer->pages[i].object = objects[i];
        writer->pages[i].annotations.arena = writer->arena;
    }
    writer->tagger =
        cv_tagger_create(writer->display->structure, objects, count, writer->haru, writer->arena);
}

static void add_resources(const cv_pdf_writer *writer, uint32_t page, cv_text_builder *out) {
    cv_text_add_string(out, "/Resources<</Font<<");
    for (uint32_t i = 0; i < writer->display->font_count; i++) {
        uint32_t object = cv_embedded_font_object(writer->fonts[i], 0);
        if (object) cv_text_add(out, "/F%u %u 0 R", i, object);
        for (uint32_t j = 1; (object = cv_embedded_font_object(writer->fonts[i], j)); j++)
            cv_text_add(out, "/F%ux%u %u 0 R", i, j, object);
    }
    cv_text_add_string(out, ">>");
    if (writer->pages[page].has_photo)
        cv_text_add(out, "/XObject<</" CV_PHOTO_NAME " %u 0 R>>", writer->photo);
    cv_text_add_string(out, ">>");
}

static void write_page(cv_pdf_writer *writer, uint32_t index) {
    const cv_page *page = &writer->display->pages.items[index];
    cv_bytes operators = cv_content_write(writer, index);
    uint32_t content = cv_haru_add_stream(writer->haru, "", operators, CV_STREAM_DEFLATED);
    cv_text_builder out = {.arena = writer->arena};
    cv_text_add_string(&out, "/Type/Page/MediaBox[0 0 ");
    cv_pdf_add_length(&out, page->width);
    cv_text_add_char(&out, ' ');
    cv_pdf_add_length(&out, page->height);
    cv_text_add(&out, "]/Contents %u 0 R/StructParents %u/Tabs/S", content, index);
    add_resources(writer, index, &out);
    if (writer->pages[index].annotations.size)
        cv_text_add(&out, "/Annots[%s]", writer->pages[index].annotations.bytes + 1);
    cv_haru_set(writer->haru, writer->pages[index].object, cv_text_string(&out));
}

static void add_output_intent(const cv_pdf_writer *writer, cv_text_builder *out) {
    uint32_t profile = cv_haru_add_stream(writer->haru, "/N 3", writer->profile, CV_STREAM_SHARED);
    cv_text_add(out,
                "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                "/DestOutputProfile %u 0 R>>]",
                profile);
}

static void write_catalog(cv_pdf_writer *writer) {
    cv_text_builder out = {.arena = writer->arena};
    uint32_t outline = cv_outline_write(writer);
    cv_text_add(&out, "/StructTreeRoot %u 0 R", cv_tagger_write(writer->tagger));
    cv_text_add(&out, "/MarkInfo<</Marked true>>/Lang(%s)", writer->metadata->language);
    cv_text_add_string(&out, "/ViewerPreferences<</DisplayDocTitle true>>");
    cv_text_add(&out, "/Metadata %u 0 R", cv_metadata_write(writer));
    if (outline) cv_text_add(&out, "/Outlines %u 0 R", outline);
    add_output_intent(writer, &out);
    cv_attachment_write(writer, &out);
    cv_haru_set(writer->haru, cv_haru_catalog(writer->haru), cv_text_string(&out));
}

static void write_document(cv_pdf_writer *writer, cv_memo *subsets) {
    create_fonts(writer);
    create_pages(writer);
    for (uint32_t i = 0; i < writer->display->pages.count; i++) write_page(writer, i);
    for (uint32_t i = 0; i < writer->display->font_count; i++)
        cv_embedded_font_write(writer->fonts[i], subsets);
    write_catalog(writer);
}

// The first face at fault.
static void find_unusable(const cv_pdf_writer *writer, cv_unusable_font *unusable) {
    for (uint32_t i = 0; i < writer->display->font_count && !unusable->font; i++) {
        unusable->reason = cv_embedded_font_fault(writer->fonts[i]);
        if (unusable->reason) unusable->font = writer->display->fonts[i];
    }
}

cv_bytes cv_pdf_write(const cv_display *display, const cv_pdf_extras *extras, cv_arena *arena) {
    cv_bytes file = {0};
    if (!metadata_fits(extras->metadata) || !elements_fit(display->structure)) return file;
    cv_pdf_writer writer = {.display = display,
                            .metadata = extras->metadata,
                            .profile = extras->profile,
                            .attachment = extras->attachment};
    writer.arena = cv_arena_child(arena);
    writer.haru = cv_haru_open(extras->streams, writer.arena);
    if (writer.haru) {
        write_document(&writer, extras->subsets);
        cv_haru_finish(writer.haru, arena, &file);
        if (extras->unusable) find_unusable(&writer, extras->unusable);
    }
    cv_arena_destroy(writer.arena);
    return file;
}
