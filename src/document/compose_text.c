// SPDX-License-Identifier: MIT
// compose_text.c - texts of the resume as final text in stretches.
#include "document/composer.h"

#include "base/unicode.h"

#include <string.h>

cv_mark cv_compose_element(cv_composer *composer, cv_role_tag tag, cv_mark parent) {
    cv_structure *structure = &composer->document->structure;
    CV_PUSH(composer->arena, structure, (cv_element){.tag = tag, .parent = parent});
    return (cv_mark)(structure->count - 1);
}

cv_text_style cv_body_style(const cv_composer *composer) {
    return (cv_text_style){.size = composer->style->font.size,
                           .color = composer->style->color.text};
}

cv_text_writer cv_text_writer_begin(cv_composer *composer, cv_mark mark) {
    return (cv_text_writer){.composer = composer,
                            .bytes = {.arena = composer->arena},
                            .typography = {.locale = composer->style->locale},
                            .mark = mark};
}

// A text of one field runs as its words do; one that is put together runs as the document does.
static bool is_put_together(const cv_text_writer *writer) {
    const cv_stretches *stretches = &writer->text.stretches;
    for (size_t i = 0; i < stretches->count; i++)
        if (stretches->items[i].field != 1) return true;
    return false;
}

cv_block_text cv_text_writer_end(cv_text_writer *writer) {
    if (writer->bytes.size) writer->text.string = cv_text_string(&writer->bytes);
    writer->text.is_right_to_left = is_put_together(writer)
                                        ? writer->composer->document->is_right_to_left
                                        : writer->is_right_to_left;
    return writer->text;
}

const char *cv_fill(cv_arena *arena, const char *template, const char *name, const char *value) {
    cv_text_builder filled = {.arena = arena};
    size_t size = strlen(name);
    for (const char *at = template; *at; at++) {
        if (*at == '{' && strncmp(at + 1, name, size) == 0 && at[size + 1] == '}') {
            cv_text_add_string(&filled, value);
            at += size + 1;
        } else {
            cv_text_add_char(&filled, *at);
        }
    }
    return cv_text_string(&filled);
}

static const char *without_breaks(cv_arena *arena, const char *string) {
    cv_text_builder tied = {.arena = arena};
    for (; *string; string++)
        if (*string == ' ')
            cv_text_add_code_point(&tied, 0xA0);
        else
            cv_text_add_char(&tied, *string);
    return cv_text_string(&tied);
}

// A soft hyphen shows nothing, and a line that ended at one would have no hyphen.
static const char *without_soft_hyphens(cv_arena *arena, const char *string) {
    static const char soft_hyphen[] = "\u00AD";
    const char *found = strstr(string, soft_hyphen);
    if (!found) return string;
    cv_text_builder rest = {.arena = arena};
    for (; found; found = strstr(string, soft_hyphen)) {
        cv_text_add_bytes(&rest, string, (size_t)(found - string));
        string = found + strlen(soft_hyphen);
    }
    cv_text_add_string(&rest, string);
    return cv_text_string(&rest);
}

// One part, which looks the same throughout.
static void write_part(cv_text_writer *writer, const char *string, uint32_t after,
                       cv_text_style style, bool is_code, cv_mark mark, cv_span span) {
    const cv_style *design = writer->composer->style;
    cv_arena *arena = writer->composer->arena;
    uint32_t begin = (uint32_t)writer->bytes.size;
    string = without_soft_hyphens(arena, cv_unicode_nfc(arena, string));
    if (style.is_unbroken) string = without_breaks(arena, string);
    bool is_verbatim = style.is_verbatim || is_code || !design->is_smart;
    cv_text_builder natural = {.arena = arena};
    cv_text_builder *out = style.is_upper ? &natural : &writer->bytes;
    if (is_verbatim)
        cv_typography_add_verbatim(&writer->typography, string, out);
    else
        cv_typography_add(&writer->typography, string, after, out);
    if (style.is_upper)
        cv_text_add_string(&writer->bytes, cv_unicode_upper(arena, cv_text_string(&natural),
                                                            design->locale->language));
    cv_stretch stretch = {
        .begin = begin,
        .end = (uint32_t)writer->bytes.size,
        .is_bold = style.is_bold,
        .is_italic = style.is_italic,
        .is_code = is_code,
        .has_tabular_figures = style.has_tabular_figures,
        .is_capitals = style.is_upper,
        .is_underlined = mark != writer->mark && design->underlines_links,
        .is_discardable = style.is_discardable,
        .is_left_to_right = style.is_left_to_right || is_code,
        .is_right_to_left = writer->field && writer->is_right_to_left,
        .field = writer->field,
        .size =
            is_code ? cv_length_scale(style.size, design->font.mono_scale, CV_POINT) : style.size,
        .tracking = style.tracking,
        .color = style.color,
        .mark = mark,
        .span = span,
    };
    if (stretch.end > begin) cv_write_stretch(writer, stretch);
}

static const char *link_target(const char *uri) {
    const char *const schemes[] = {"https://", "http://", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (cv_starts_with_ignoring_case(uri, schemes[i])) return uri + strlen(schemes[i]);
    return uri;
}

// What a screen reader says of a link: "E-mail ann@example.org".
static const char *describe_link(const cv_composer *composer, const char *uri) {
    const cv_locale *locale = composer->style->locale;
    const char *template = cv_starts_with_ignoring_case(uri, "mailto:") ? locale->mail_to
                           : cv_starts_with_ignoring_case(uri, "tel:")  ? locale->call
                                                                        : locale->open;
    return cv_fill(composer->arena, template, "target", link_target(uri));
}

static cv_mark add_link(cv_text_writer *writer, const char *uri) {
    cv_composer *composer = writer->composer;
    cv_mark mark = cv_compose_element(composer, CV_TAG_LINK, writer->mark);
    cv_element *element = &composer->document->structure.items[mark];
    element->uri = uri;
    element->description = describe_link(composer, uri);
    return mark;
}

// A link whose text is its address is set as it stands.
static bool shows_address(const char *string, const char *uri) {
    return strcmp(link_target(uri), link_target(string)) == 0;
}

static uint32_t first_character(const char *string) { return cv_utf8_next(&string); }

void cv_begin_field(cv_text_writer *writer, const cv_inline *parts, size_t count) {
    writer->field = ++writer->field_count;
    writer->is_right_to_left =
        cv_runs_right_to_left(parts, count, writer->composer->document->is_right_to_left);
}

void cv_end_field(cv_text_writer *writer) { writer->field = 0; }

void cv_write_text(cv_text_writer *writer, const cv_text *text, cv_text_style style,
                   const char *uri) {
    cv_begin_field(writer, text->parts, text->count);
    const char *open_uri = NULL; // of the link that parts so far belong to
    cv_mark mark = writer->mark;
    for (size_t i = 0; i < text->count; i++) {
        const cv_inline *part = &text->parts[i];
        const char *target = part->uri ? part->uri : uri;
        if (!cv_equal(target, open_uri)) mark = target ? add_link(writer, target) : writer->mark;
        open_uri = target;
        cv_text_style own = style;
        own.is_bold |= (part->style & CV_STRONG) != 0;
        own.is_italic ^= (part->style & CV_EMPHASIS) != 0; // emphasis within italic is upright
        if (target) own.color = writer->composer->style->color.link;
        own.is_verbatim |= target && shows_address(part->string, target);
        uint32_t after = i + 1 < text->count ? first_character(text->parts[i + 1].string) : 0;
        write_part(writer, part->string, after, own, (part->style & CV_CODE) != 0, mark,
                   text->span);
    }
    cv_end_field(writer);
    if (uri && writer->composer->style->shows_urls) {
        style.is_bold = style.is_italic = false;
        style.is_verbatim = true;
        style.color = writer->composer->style->color.muted;
        write_part(writer, cv_format(writer->composer->arena, " (%s)", link_target(uri)), 0, style,
                   false, writer->mark, text->span);
    }
}

void cv_write_string(cv_text_writer *writer, const char *string, cv_text_style style,
                     cv_span span) {
    style.is_verbatim = true; // the locale's words have their punctuation already
    write_part(writer, string, 0, style, false, writer->mark, span);
}

void cv_write_link(cv_text_writer *writer, const char *string, const char *uri, cv_text_style style,
                   cv_span span) {
    style.is_verbatim = true;
    write_part(writer, string, 0, style, false, add_link(writer, uri), span);
}
