// SPDX-License-Identifier: MIT
// coverage.c - goes through the parts of each stretch; most are shown as they are.
#include "shape/coverage.h"

#include "base/unicode.h"

#include <string.h>

enum { CODE_POINTS = 0x110000 };

static bool is_new(cv_coverage *self, uint32_t code_point) {
    if (!self->reported) self->reported = CV_NEW_ARRAY(self->arena, unsigned char, CODE_POINTS / 8);
    unsigned char *byte = &self->reported[code_point / 8],
                  bit = (unsigned char)(1 << code_point % 8);
    bool is_known = *byte & bit;
    *byte |= bit;
    return !is_known;
}

// Where in `span` the character stands; `span` itself if the errors are only counted.
static cv_span place_of(const cv_report *report, cv_span span, uint32_t code_point) {
    char bytes[5] = {0};
    cv_utf8_encode(code_point, bytes);
    if (cv_report_is_full(report, CV_ERROR)) return span;
    return cv_source_narrow(&report->sources.items[span.source], span, bytes);
}

static void report_missing(cv_coverage *self, uint32_t code_point, cv_span span) {
    if (!is_new(self, code_point)) return;
    cv_report *report = self->report;
    span = place_of(report, span, code_point);
    const char *name = cv_unicode_name(report->arena, code_point);
    if (self->document->missing == CV_MISSING_NAME)
        cv_report_add(report, CV_GLYPH_NAMED, span, "no font has %s; its name is printed", name);
    else
        cv_report_add(report, CV_GLYPH_MISSING, span, "no font has %s", name)->hint =
            "write it another way, or let its name be printed: --missing name";
}

// "[EURO SIGN]"
static void add_name(cv_arena *arena, uint32_t code_point, cv_text_builder *out) {
    const char *name = cv_unicode_name(arena, code_point);
    const char *blank = strchr(name, ' ');
    cv_text_add(out, "[%s]", blank ? blank + 1 : name);
}

// What is being written anew.
typedef struct mending {
    cv_coverage *coverage;
    const char *string;
    cv_span span; // of the stretch
    const cv_face_wish *wish;
    cv_text_builder out;
    bool changes;
} mending;

// A cluster that no face has: its base and the marks that go with it, then the names of the rest.
static void name_cluster(mending *self, uint32_t begin, uint32_t end) {
    const char *at = self->string + begin;
    cv_utf8_next(&at);
    uint32_t base_end = (uint32_t)(at - self->string);
    const cv_font *font =
        cv_faces_choose(self->wish, self->string, begin, base_end, self->coverage->arena)
            .items[0]
            .font;
    for (at = self->string + begin; at < self->string + end;) {
        uint32_t code_point = cv_utf8_next(&at);
        if (font && cv_font_covers(font, code_point)) {
            cv_text_add_code_point(&self->out, code_point);
            continue;
        }
        font = NULL; // a mark after a name would go with that
        report_missing(self->coverage, code_point, self->span);
        add_name(self->coverage->arena, code_point, &self->out);
    }
    self->changes = true;
}

static void name_clusters(mending *self, uint32_t begin, uint32_t end) {
    while (begin < end) {
        const char *next = cv_cluster_end(self->string + begin, self->string + end);
        name_cluster(self, begin, (uint32_t)(next - self->string));
        begin = (uint32_t)(next - self->string);
    }
}

static bool is_variation_selector(uint32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x180B && c <= 0x180D) || c == 0x180F;
}

// True if there may be a variation selector among the bytes: a look at the first byte of each.
static bool may_vary(const char *text, const char *end) {
    for (; text < end; text++)
        if (*text == '\xEF' || *text == '\xF3' || *text == '\xE1') return true;
    return false;
}

// All characters but variation selectors for which the face has no glyph.
static void add_without_selectors(mending *self, const cv_font *font, uint32_t begin,
                                  uint32_t end) {
    const char *at = self->string + begin;
    uint32_t before = 0;
    while (at < self->string + end) {
        uint32_t code_point = cv_utf8_next(&at);
        bool is_dropped =
            is_variation_selector(code_point) && !cv_font_has_variation(font, before, code_point);
        self->changes |= is_dropped;
        if (!is_dropped) cv_text_add_code_point(&self->out, code_point);
        before = code_point;
    }
}

static void add_part(mending *self, const cv_font *font, uint32_t begin, uint32_t end) {
    const char *from = self->string + begin;
    if (!font)
        name_clusters(self, begin, end);
    else if (may_vary(from, self->string + end))
        add_without_selectors(self, font, begin, end);
    else
        cv_text_add_bytes(&self->out, from, end - begin);
}

static void check_part(const mending *self, const cv_font *font, uint32_t begin) {
    if (font->origin == CV_FONT_BUNDLED) return;
    const char *from = self->string + begin;
    uint32_t code_point = cv_utf8_next(&from);
    cv_font_set_check(self->coverage->set, font, code_point,
                      place_of(self->coverage->report, self->span, code_point),
                      self->coverage->findings);
}

static void add_parts(mending *self, const cv_face_parts *parts, uint32_t begin) {
    for (size_t i = 0; i < parts->count; i++) {
        const cv_face_part *part = &parts->items[i];
        if (part->font) check_part(self, part->font, begin);
        add_part(self, part->font, begin, part->end);
        begin = part->end;
    }
}

// Nothing to do, as for nearly every text: the family has all of it and it has no selectors.
static bool is_sound(const cv_block_text *text, const cv_stretch_faces *faces) {
    for (size_t i = 0; i < text->stretches.count; i++)
        if (faces[i].parts.count != 1 ||
            faces[i].parts.items[0].font != faces[i].wish.chain.fonts[0])
            return false;
    return !may_vary(text->string, text->string + strlen(text->string));
}

cv_block_text cv_coverage_mend(cv_coverage *coverage, const cv_block_text *text,
                               const cv_stretch_faces *faces) {
    if (is_sound(text, faces)) return *text;
    cv_block_text mended = {.is_right_to_left = text->is_right_to_left};
    mending self = {.coverage = coverage, .string = text->string, .out.arena = coverage->arena};
    for (size_t i = 0; i < text->stretches.count; i++) {
        cv_stretch stretch = text->stretches.items[i];
        uint32_t begin = stretch.begin;
        self.span = stretch.span;
        self.wish = &faces[i].wish;
        stretch.begin = (uint32_t)self.out.size;
        add_parts(&self, &faces[i].parts, begin);
        stretch.end = (uint32_t)self.out.size;
        if (stretch.end > stretch.begin) CV_PUSH(coverage->arena, &mended.stretches, stretch);
    }
    mended.string = cv_text_string(&self.out);
    return self.changes ? mended : *text;
}
