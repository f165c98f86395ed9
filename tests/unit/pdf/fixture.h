// SPDX-License-Identifier: MIT
// fixture.h - a display list made by hand, and the file written from it, taken apart again.
//
// JetBrains Mono is the face of most texts here: each of its glyphs is 0.6 em wide, so that a run
// set with these advances needs no numbers in its TJ array.
#ifndef PDF_FIXTURE_H
#define PDF_FIXTURE_H

#include "base/unicode.h"
#include "pdf/pdf.h"
#include "support.h"

#include <stdlib.h>
#include <zlib.h>

enum { FIXTURE_BOLD = 1, FIXTURE_MONO = 8, FIXTURE_FONTS = 10 };

typedef struct fixture {
    support *support;
    cv_structure structure;
    cv_display display;
    cv_metadata metadata;
    const cv_font *fonts[FIXTURE_FONTS];
    cv_memo *streams; // NULL: none are kept
    cv_memo *subsets; // as above
    cv_unusable_font unusable;
} fixture;

static inline void fixture_init(fixture *self, support *owner) {
    *self = (fixture){.support = owner};
    memcpy(self->fonts, support_faces(owner), sizeof self->fonts);
    self->display.fonts = self->fonts;
    self->display.font_count = FIXTURE_FONTS;
    self->display.structure = &self->structure;
    self->metadata = (cv_metadata){.title = "Ada – Curriculum Vitae", .language = "en-GB"};
}

static inline cv_mark fixture_element(fixture *self, cv_role_tag tag, cv_mark parent) {
    CV_PUSH(self->support->arena, &self->structure, (cv_element){.tag = tag, .parent = parent});
    return (cv_mark)self->structure.count - 1;
}

static inline void fixture_page(fixture *self) {
    CV_PUSH(self->support->arena, &self->display.pages,
            (cv_page){.width = 500 * CV_POINT, .height = 800 * CV_POINT});
}

static inline cv_item *fixture_item(fixture *self, cv_item item) {
    cv_items *items = &self->display.pages.items[self->display.pages.count - 1].items;
    CV_PUSH(self->support->arena, items, item);
    return &items->items[items->count - 1];
}

// One glyph for each character of `text`, 6 pt apart, in black at 10 pt.
static inline cv_item *fixture_text(fixture *self, uint32_t font, cv_mark mark, int x, int y,
                                    const char *text) {
    cv_glyph *glyphs = CV_NEW_ARRAY(self->support->arena, cv_glyph, strlen(text));
    uint32_t count = 0;
    while (*text) {
        const char *begin = text;
        uint32_t glyph = cv_font_glyph(self->fonts[font], cv_utf8_next(&text));
        glyphs[count++] = (cv_glyph){.id = (uint16_t)glyph,
                                     .advance = 6 * CV_POINT,
                                     .text = begin,
                                     .text_size = (uint32_t)(text - begin)};
    }
    cv_item item = {.kind = CV_ITEM_GLYPHS, .mark = mark, .at = {x * CV_POINT, y * CV_POINT}};
    item.as.glyphs.glyph = glyphs;
    item.as.glyphs.count = count;
    item.as.glyphs.font = font;
    item.as.glyphs.size = 10 * CV_POINT;
    item.as.glyphs.stretch = CV_POINT;
    return fixture_item(self, item);
}

// The glyphs of an item as a copy that it now has, and that may be changed.
static inline cv_glyph *fixture_glyphs(fixture *self, cv_item *item) {
    size_t count = item->as.glyphs.count;
    cv_glyph *glyphs = CV_NEW_ARRAY(self->support->arena, cv_glyph, count);
    memcpy(glyphs, item->as.glyphs.glyph, count * sizeof *glyphs);
    item->as.glyphs.glyph = glyphs;
    return glyphs;
}

// The same, and they are the glyphs of one cluster.
static inline cv_glyph *fixture_cluster(fixture *self, cv_item *item) {
    cv_glyph *glyphs = fixture_glyphs(self, item);
    for (uint32_t i = 1; i < item->as.glyphs.count; i++) glyphs[i].continues = true;
    return glyphs;
}

static inline cv_bytes fixture_try(fixture *self) {
    cv_pdf_extras extras = {.metadata = &self->metadata,
                            .profile = support_file(self->support, "data/icc/srgb.icc"),
                            .streams = self->streams,
                            .subsets = self->subsets,
                            .unusable = &self->unusable};
    self->unusable = (cv_unusable_font){0};
    return cv_pdf_write(&self->display, &extras, self->support->arena);
}

// The whole file with its NUL bytes blanked: a string to look into.
static inline const char *fixture_write(fixture *self) {
    cv_bytes file = fixture_try(self);
    assert_non_null(file.data);
    char *text = cv_copy(self->support->arena, (const char *)file.data, file.size);
    for (size_t i = 0; i < file.size; i++)
        if (!text[i]) text[i] = ' ';
    return text;
}

// An object from its "<<" on, to the end of its entries.
static inline const char *fixture_object(fixture *self, const char *file, unsigned number) {
    const char *begin = strstr(file, cv_format(self->support->arena, "\n%u 0 obj\n", number));
    assert_non_null(begin);
    begin = strstr(begin + 1, "\n") + 1;
    const char *end = strstr(begin, "\nendobj"), *stream = strstr(begin, "\nstream");
    if (stream && stream < end) end = stream;
    return cv_copy(self->support->arena, begin, (size_t)(end - begin));
}

// The object number that follows `key`, the first one in `text`.
static inline unsigned fixture_reference(const char *text, const char *key) {
    const char *found = strstr(text, key);
    if (!found) fail_msg("'%s' is not in '%s'", key, text);
    return (unsigned)strtoul(found + strlen(key), NULL, 10);
}

// The bytes of a deflated stream and NUL; `*size`, where wanted, is without that.
static inline const char *fixture_stream(fixture *self, unsigned number, size_t *size) {
    cv_arena *arena = self->support->arena;
    cv_bytes file = fixture_try(self);
    const char *head = cv_format(arena, "\n%u 0 obj\n", number), *at = (const char *)file.data;
    while (memcmp(at, head, strlen(head)) != 0) at++;
    while (memcmp(at, "\nstream\r\n", 9) != 0) at++;
    uLongf room = 1 << 20;
    char *bytes = CV_NEW_ARRAY(arena, char, room + 1);
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)(at + 9),
                       .avail_in = (uInt)((const char *)file.data + file.size - at - 9),
                       .next_out = (Bytef *)bytes,
                       .avail_out = (uInt)room};
    assert_int_equal(inflateInit(&stream), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    if (size) *size = stream.total_out;
    inflateEnd(&stream);
    return bytes;
}

// The operators of page `index`, from 0.
static inline const char *fixture_content(fixture *self, unsigned index) {
    const char *page = fixture_write(self);
    for (unsigned i = 0; i <= index; i++) page = strstr(page + 1, "/Type/Page/");
    return fixture_stream(self, fixture_reference(page, "/Contents "), NULL);
}

// The map from codes to texts of the first face.
static inline const char *fixture_text_map(fixture *self) {
    return fixture_stream(self, fixture_reference(fixture_write(self), "/ToUnicode "), NULL);
}

#endif
