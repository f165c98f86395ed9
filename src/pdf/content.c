// SPDX-License-Identifier: MIT
// content.c - display items as page operators: one stream a page, in reading order, each item in
// the marked-content sequence of its element or in an artifact (ISO 32000-1, 14.6 and 14.8.2.2).
#include "base/unicode.h"
#include "pdf/glyph_path.h"
#include "pdf/syntax.h"
#include "pdf/writer.h"

#include <assert.h>
#include <string.h>

// 1/CV_WIDTH_UNIT of a thousandth of an em: where the text position stands is counted in it.
#define EM ((int64_t)1000 * CV_WIDTH_UNIT)

typedef struct page_content {
    cv_pdf_writer *writer;
    uint32_t page;
    cv_length height;
    cv_text_builder out;
    // As the operators so far have left them:
    bool in_text, in_sequence;
    cv_mark mark; // of the open sequence
    bool is_pagination;
    bool has_color;
    cv_color color;
    uint32_t font, layer;
    cv_length size; // 0 while no font is set
} page_content;

static void add(page_content *content, const char *operators) {
    cv_text_add_string(&content->out, operators);
}

static void add_length(page_content *content, cv_length length) {
    cv_pdf_add_length(&content->out, length);
    cv_text_add_char(&content->out, ' ');
}

static void end_text(page_content *content) {
    if (content->in_text) add(content, "ET\n");
    content->in_text = false;
}

static void end_sequence(page_content *content) {
    end_text(content);
    if (content->in_sequence) add(content, "EMC\n");
    content->in_sequence = false;
}

static bool is_pagination(const cv_item *item) {
    return item->mark == CV_ARTIFACT && item->kind == CV_ITEM_GLYPHS && item->as.glyphs.is_outline;
}

// The top of what the item draws, for bookmarks to go to.
static cv_length top_of(const page_content *content, const cv_item *item) {
    if (item->kind != CV_ITEM_GLYPHS) return item->at.y;
    const cv_font *font = content->writer->display->fonts[item->as.glyphs.font];
    return item->at.y - cv_font_scale(font, font->ascent, item->as.glyphs.size);
}

static void open_element(page_content *content, const cv_item *item) {
    cv_pdf_writer *writer = content->writer;
    cv_tag_place place = {.page = content->page, .top = top_of(content, item)};
    if (item->kind == CV_ITEM_FIGURE) {
        cv_length y = content->height - item->at.y;
        place.box = (cv_tag_box){item->at.x, y - item->as.figure->height,
                                 item->at.x + item->as.figure->width, y};
    }
    uint32_t identifier = cv_tagger_add_content(writer->tagger, item->mark, place);
    const cv_element *element = &writer->display->structure->items[item->mark];
    cv_text_add(&content->out, "/%s <</MCID %u>> BDC\n", cv_tag_name(element->tag), identifier);
}

// Sees to it that what follows is in a sequence of the item's element.
static void enter_sequence(page_content *content, const cv_item *item) {
    if (content->in_sequence && !item->starts_sequence && content->mark == item->mark &&
        content->is_pagination == is_pagination(item))
        return;
    end_sequence(content);
    content->in_sequence = true;
    content->mark = item->mark;
    content->is_pagination = is_pagination(item);
    if (item->mark != CV_ARTIFACT)
        open_element(content, item);
    else if (content->is_pagination)
        add(content, "/Artifact <</Type /Pagination>> BDC\n");
    else
        add(content, "/Artifact BMC\n");
}

// Set even where it is black: the default is in DeviceGray, which the output intent is not for.
static void set_color(page_content *content, cv_color color) {
    if (content->has_color && color.red == content->color.red &&
        color.green == content->color.green && color.blue == content->color.blue)
        return;
    const uint8_t parts[] = {color.red, color.green, color.blue};
    for (int i = 0; i < 3; i++) {
        cv_pdf_add_decimal(&content->out, parts[i], 255, 4);
        cv_text_add_char(&content->out, ' ');
    }
    add(content, "rg\n");
    content->color = color;
    content->has_color = true;
}

static void set_font(page_content *content, uint32_t font, uint32_t layer, cv_length size) {
    if (content->size == size && content->font == font && content->layer == layer) return;
    cv_text_add(&content->out, layer ? "/F%ux%u " : "/F%u ", font, layer);
    add_length(content, size);
    add(content, "Tf\n");
    content->font = font;
    content->layer = layer;
    content->size = size;
}

// A string of codes within a TJ array, and numbers between its parts.
typedef struct code_array {
    cv_text_builder *out;
    bool is_open;
    int64_t position; // of the text after what is written, EM
} code_array;

static void close_string(code_array *codes) {
    if (codes->is_open) cv_text_add_char(codes->out, '>');
    codes->is_open = false;
}

// Moves the text position to `place` where it is off by half a thousandth of an em or more. Each
// move starts from what the earlier ones have really done, so that rounding does not add up.
static void move_to(code_array *codes, int64_t place) {
    int64_t off = codes->position - place, half = CV_WIDTH_UNIT / 2;
    int64_t thousandths = (off < 0 ? off - half : off + half) / CV_WIDTH_UNIT;
    if (thousandths == 0) return;
    close_string(codes);
    cv_pdf_add_decimal(codes->out, thousandths, 1, 0);
    codes->position -= thousandths * CV_WIDTH_UNIT;
}

static void show_code(code_array *codes, uint32_t code, int64_t width) {
    if (!codes->is_open) cv_text_add_char(codes->out, '<');
    codes->is_open = true;
    cv_pdf_add_utf16(codes->out, code);
    codes->position += width;
}

// Ends the array where the text rises or sinks, and begins the next.
static void set_rise(page_content *content, code_array *codes, cv_length rise) {
    close_string(codes);
    add(content, "] TJ ");
    add_length(content, rise);
    add(content, "Ts [");
}

// The same where a code is of another layer.
static void set_layer(page_content *content, code_array *codes, uint32_t layer) {
    close_string(codes);
    add(content, "] TJ ");
    set_font(content, content->font, layer, content->size);
    add(content, "[");
}

// `distance` along the line in text space, where the horizontal scale has not been applied.
static int64_t in_text_space(cv_length distance, cv_length size, cv_length stretch) {
    return (int64_t)distance * EM / size * CV_POINT / stretch;
}

// What a TJ array shows, and how far it has come.
typedef struct shown_glyphs {
    page_content *content;
    const cv_item *item;
    cv_embedded_font *font;
    code_array codes;
    cv_length pen, rise;
} shown_glyphs;

// Shows a code where the pen and the offsets of its glyph are.
static void show_at(shown_glyphs *shown, uint32_t code, cv_length x_offset, cv_length y_offset) {
    page_content *content = shown->content;
    if (y_offset != shown->rise) set_rise(content, &shown->codes, shown->rise = y_offset);
    move_to(&shown->codes, in_text_space(shown->pen + x_offset, shown->item->as.glyphs.size,
                                         shown->item->as.glyphs.stretch));
    uint32_t layer = cv_embedded_font_layer(shown->font, code);
    if (layer != content->layer) set_layer(content, &shown->codes, layer);
    show_code(&shown->codes, cv_embedded_font_number(shown->font, code),
              cv_embedded_font_width(shown->font, code));
}

// A text in three: pdf.js takes a code with a nonspacing mark anywhere in its text for one without
// a width, so that the marks, and what is between them, go to codes that show nothing.
typedef struct cluster_text {
    const char *before, *own, *after; // of the glyph's own code: without a mark where there is one
} cluster_text;

static const char *text_of(const page_content *content, const cv_glyph *glyphs, uint32_t count) {
    cv_text_builder text = {.arena = content->writer->arena};
    for (uint32_t i = 0; i < count; i++)
        cv_text_add_bytes(&text, glyphs[i].text, glyphs[i].text_size);
    return cv_text_string(&text);
}

// Text from right to left is turned, so that marks come before their letter.
static cluster_text split(const page_content *content, const char *text) {
    const char *first = NULL, *last = NULL; // before the first mark, after the last
    bool has_nonspacing = false;
    for (const char *at = text; *at;) {
        const char *begin = at;
        uint32_t code_point = cv_utf8_next(&at);
        if (!cv_unicode_is_mark(code_point)) continue;
        has_nonspacing |= cv_unicode_is_nonspacing(code_point);
        if (!first) first = begin;
        last = at;
    }
    cv_arena *arena = content->writer->arena;
    if (!has_nonspacing || (first == text && !*last)) return (cluster_text){"", text, ""};
    if (first > text)
        return (cluster_text){"", cv_copy(arena, text, (size_t)(first - text)), first};
    return (cluster_text){cv_copy(arena, text, (size_t)(last - text)), last, ""};
}

// `within` is how far before the pen: a code at the very end of its cluster would be sorted behind
// the next one by programs that go by places, where that is kerned.
static void show_silent(shown_glyphs *shown, uint32_t code, cv_length within) {
    if (code) show_at(shown, code, -within, 0);
}

// A code that shows nothing, 0 for no text. False where the face has no room for it.
static bool find_silent(const shown_glyphs *shown, const char *text, uint32_t *code) {
    *code = 0;
    if (*text)
        *code =
            cv_embedded_font_cluster_code(shown->font, NULL, 0, shown->item->as.glyphs.size, text);
    return *code || !*text;
}

// Whether a mark may be among the characters: one takes two bytes at least.
static bool has_parts(const cv_glyph *glyphs, uint32_t count) {
    bool begins_in_ascii = glyphs->text_size && (unsigned char)*glyphs->text < 0x80;
    return count > 1 || glyphs->text_size > (begins_in_ascii ? 2 : 3);
}

static cv_length advance_of(const cv_glyph *glyphs, uint32_t count) {
    cv_length advance = 0;
    for (uint32_t i = 0; i < count; i++) advance += glyphs[i].advance;
    return advance;
}

// Shows `count` glyphs as one with this text. False where the face cannot.
static bool show_joined(shown_glyphs *shown, const cv_glyph *glyphs, uint32_t count,
                        const char *string) {
    const cv_length size = shown->item->as.glyphs.size;
    cluster_text text = split(shown->content, string);
    uint32_t before, after;
    uint32_t code = cv_embedded_font_cluster_code(shown->font, glyphs, count, size, text.own);
    bool has_codes =
        code && find_silent(shown, text.before, &before) && find_silent(shown, text.after, &after);
    if (!has_codes) return false;
    cv_length advance = advance_of(glyphs, count);
    show_silent(shown, before, 0);
    show_at(shown, code, 0, 0);
    shown->pen += advance;
    show_silent(shown, after, advance / 2 < size / 50 ? advance / 2 : size / 50);
    return true;
}

static void show_glyph(shown_glyphs *shown, const cv_glyph *glyph) {
    uint32_t code = cv_embedded_font_code(shown->font, glyph);
    show_at(shown, code, glyph->x_offset, glyph->y_offset);
    shown->pen += glyph->advance;
}

// The last character of a cluster that is wider than two ems, which PDFium would take for a line of
// its own at the left of others; NULL where it is not so wide, or that is a mark.
static const char *last_of_wide(const shown_glyphs *shown, const cv_glyph *glyphs, uint32_t count,
                                const char *text) {
    const char *last = text + strlen(text);
    if (count < 2 || advance_of(glyphs, count) <= 2 * shown->item->as.glyphs.size) return NULL;
    if (cv_unicode_is_nonspacing(cv_utf8_before(text, last))) return NULL;
    do last--;
    while (last > text && ((unsigned char)*last & 0xC0) == 0x80);
    return last > text ? last : NULL;
}

// Shows the glyphs of a cluster. False where the face cannot, or one is best shown as it is.
static bool show_cluster(shown_glyphs *shown, const cv_glyph *glyphs, uint32_t count) {
    if (!has_parts(glyphs, count)) return false;
    const char *text = text_of(shown->content, glyphs, count);
    if (count == 1 && split(shown->content, text).own == text) return false;
    const char *last = last_of_wide(shown, glyphs, count, text);
    if (!last) return show_joined(shown, glyphs, count, text);
    const char *front = cv_copy(shown->content->writer->arena, text, (size_t)(last - text));
    if (!show_joined(shown, glyphs, count - 1, front)) return false;
    cv_glyph rest = glyphs[count - 1];
    rest.text = last;
    rest.text_size = (uint32_t)strlen(last);
    show_glyph(shown, &rest);
    return true;
}

static void show_parts(shown_glyphs *shown, const cv_glyph *glyphs, uint32_t count) {
    if (show_cluster(shown, glyphs, count)) return;
    for (uint32_t i = 0; i < count; i++) show_glyph(shown, &glyphs[i]);
}

enum { MARK_BYTES = 3 }; // of U+200E and U+200F, direction marks

static bool is_direction_mark(const char *text) {
    return memcmp(text, "\u200E", MARK_BYTES) == 0 || memcmp(text, "\u200F", MARK_BYTES) == 0;
}

// Takes the direction marks off the end of a text.
static const char *take_marks_after(const page_content *content, cv_glyph *glyph) {
    const char *end = glyph->text + glyph->text_size, *begin = end;
    while (begin - glyph->text > MARK_BYTES && is_direction_mark(begin - MARK_BYTES))
        begin -= MARK_BYTES;
    glyph->text_size -= (uint32_t)(end - begin);
    return cv_copy(content->writer->arena, begin, (size_t)(end - begin));
}

// The same at its begin. A blank keeps them: a plain one between two directions is lost by pdf.js.
static const char *take_marks_before(const page_content *content, cv_glyph *glyph) {
    const char *begin = glyph->text, *end = begin + glyph->text_size, *at = begin;
    while (end - at > MARK_BYTES && is_direction_mark(at)) at += MARK_BYTES;
    if (end - at == 1 && *at == ' ') return "";
    glyph->text = at;
    glyph->text_size -= (uint32_t)(at - begin);
    return cv_copy(content->writer->arena, begin, (size_t)(at - begin));
}

// Direction marks at the ends of a cluster are codes of their own, which show nothing: pdf.js drops
// a code whose text ends with one. They stand off its edges, so that programs that sort by place
// keep the order.
static void show_between_marks(shown_glyphs *shown, const cv_glyph *source, uint32_t count) {
    const cv_length off = shown->item->as.glyphs.size / 50;
    cv_glyph *glyphs = CV_NEW_ARRAY(shown->content->writer->arena, cv_glyph, count);
    memcpy(glyphs, source, count * sizeof *glyphs);
    const char *after = take_marks_after(shown->content, &glyphs[count - 1]);
    const char *before = take_marks_before(shown->content, &glyphs[0]);
    uint32_t code;
    if (find_silent(shown, before, &code)) show_silent(shown, code, off);
    show_parts(shown, glyphs, count);
    cv_length half = glyphs[count - 1].advance / 2;
    if (find_silent(shown, after, &code)) show_silent(shown, code, half < off ? half : off);
}

static bool has_direction_mark(const cv_glyph *glyph) {
    const char *begin = glyph->text, *end = begin + glyph->text_size;
    return glyph->text_size > MARK_BYTES &&
           (is_direction_mark(begin) || is_direction_mark(end - MARK_BYTES));
}

static void show_glyphs(page_content *content, const cv_item *item) {
    const cv_glyph *glyphs = item->as.glyphs.glyph;
    shown_glyphs shown = {.content = content,
                          .item = item,
                          .font = content->writer->fonts[item->as.glyphs.font],
                          .codes.out = &content->out};
    add(content, "[");
    for (uint32_t i = 0, end; i < item->as.glyphs.count; i = end) {
        for (end = i + 1; end < item->as.glyphs.count && glyphs[end].continues;) end++;
        if (has_direction_mark(&glyphs[i]) || has_direction_mark(&glyphs[end - 1]))
            show_between_marks(&shown, &glyphs[i], end - i);
        else
            show_parts(&shown, &glyphs[i], end - i);
    }
    close_string(&shown.codes);
    add(content, shown.rise ? "] TJ 0 Ts\n" : "] TJ\n");
}

static void draw_text(page_content *content, const cv_item *item) {
    cv_length stretch = item->as.glyphs.stretch;
    if (!content->in_text) add(content, "BT\n");
    content->in_text = true;
    set_color(content, item->color);
    set_font(content, item->as.glyphs.font, 0, item->as.glyphs.size);
    if (stretch != CV_POINT) {
        cv_pdf_add_decimal(&content->out, (int64_t)stretch * 100, CV_POINT, 4);
        add(content, " Tz ");
    }
    add(content, "1 0 0 1 ");
    add_length(content, item->at.x);
    add_length(content, content->height - item->at.y);
    add(content, "Tm ");
    show_glyphs(content, item);
    if (stretch != CV_POINT) add(content, "100 Tz\n");
}

// The Span must be the last thing in its sequence: poppler's reader of the tag tree drops what
// follows replaced text in the same sequence.
static void draw_replaced_text(page_content *content, const cv_item *item) {
    end_text(content);
    add(content, "/Span <</ActualText ");
    cv_pdf_add_text(&content->out, item->as.glyphs.replacement);
    add(content, ">> BDC\n");
    draw_text(content, item);
    end_text(content);
    add(content, "EMC\n");
    end_sequence(content);
}

// One glyph, scaled and placed by the matrix.
static void draw_outline(page_content *content, const cv_font *font, const cv_item *item,
                         const cv_glyph *glyph, cv_length pen) {
    cv_text_builder path = {.arena = content->writer->arena};
    if (!cv_glyph_path_add(&path, font, glyph->id)) cv_haru_refuse(content->writer->haru);
    if (path.size == 0) return;
    cv_text_builder scale = {.arena = content->writer->arena};
    cv_pdf_add_decimal(&scale, item->as.glyphs.size, (int64_t)CV_GLYPH_GRID * CV_POINT, 8);
    cv_text_add(&content->out, "q %s 0 0 %s ", scale.bytes, scale.bytes);
    add_length(content, item->at.x + pen + glyph->x_offset);
    add_length(content, content->height - item->at.y + glyph->y_offset);
    add(content, "cm\n");
    add(content, path.bytes);
    add(content, "f Q\n");
}

static void draw_outlines(page_content *content, const cv_item *item) {
    const cv_font *font = content->writer->display->fonts[item->as.glyphs.font];
    end_text(content);
    set_color(content, item->color);
    cv_length pen = 0;
    for (uint32_t i = 0; i < item->as.glyphs.count; i++) {
        draw_outline(content, font, item, &item->as.glyphs.glyph[i], pen);
        pen += item->as.glyphs.glyph[i].advance;
    }
}

static void draw_glyphs(page_content *content, const cv_item *item) {
    if (item->as.glyphs.count == 0) return;
    assert(item->as.glyphs.size > 0 && item->as.glyphs.stretch > 0);
    enter_sequence(content, item);
    if (item->as.glyphs.is_outline)
        draw_outlines(content, item);
    else if (item->as.glyphs.replacement)
        draw_replaced_text(content, item);
    else
        draw_text(content, item);
}

static void draw_rule(page_content *content, const cv_item *item) {
    enter_sequence(content, item);
    end_text(content);
    set_color(content, item->color);
    add_length(content, item->at.x);
    add_length(content, content->height - item->at.y - item->as.rule.thickness);
    add_length(content, item->as.rule.width);
    add_length(content, item->as.rule.thickness);
    add(content, "re f\n");
}

static void draw_figure(page_content *content, const cv_item *item) {
    cv_pdf_writer *writer = content->writer;
    if (!writer->photo) writer->photo = cv_image_write(writer, item->as.figure->image);
    writer->pages[content->page].has_photo = true;
    enter_sequence(content, item);
    end_text(content);
    cv_figure_draw(item, content->height, &content->out);
}

cv_bytes cv_content_write(cv_pdf_writer *writer, uint32_t page) {
    const cv_page *source = &writer->display->pages.items[page];
    page_content content = {.writer = writer, .page = page, .height = source->height};
    content.out.arena = writer->arena;
    for (size_t i = 0; i < source->items.count; i++) {
        const cv_item *item = &source->items.items[i];
        switch (item->kind) {
        case CV_ITEM_GLYPHS: draw_glyphs(&content, item); break;
        case CV_ITEM_RULE: draw_rule(&content, item); break;
        case CV_ITEM_LINK: cv_annotation_write(writer, page, item); break;
        case CV_ITEM_FIGURE: draw_figure(&content, item); break;
        }
    }
    end_sequence(&content);
    return (cv_bytes){(const unsigned char *)content.out.bytes, content.out.size};
}
