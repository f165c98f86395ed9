// SPDX-License-Identifier: MIT
// lines.c - broken paragraphs and rows as placed glyphs.
#include "line/line.h"

#include "base/unicode.h"
#include "line/direction_marks.h"
#include "line/line_break.h"
#include "line/paragraph.h"
#include "line/parting.h"
#include "line/run_order.h"

#include <string.h>

typedef struct setter {
    const cv_document *document;
    cv_shaper *shaper;
    cv_breaker *breaker;
    cv_arena *arena;
    cv_report *report;
    cv_length measure; // the width between the margins
} setter;

// The glyphs [first, end) of one line, which is part of a paragraph.
typedef struct slice {
    const cv_paragraph *paragraph;
    uint32_t first, end;
    bool shrinks;
} slice;

static cv_length blank_advance(cv_length advance, bool shrinks) {
    return shrinks ? advance - cv_length_scale(advance, CV_SHRINK_PERCENT, 100) : advance;
}

// The text of a glyph in a run from right to left, which programs that find the order of reading
// from the page expect as it is seen: they turn all of the run.
static void turn_text(cv_glyph *glyph, cv_arena *arena) {
    const char *at = glyph->text, *end = at + glyph->text_size;
    cv_utf8_next(&at);
    if (glyph->text_size == 0 || at == end) return;
    char *turned = CV_NEW_ARRAY(arena, char, glyph->text_size);
    char *to = turned + glyph->text_size;
    for (at = glyph->text; at < end;) {
        const char *begin = at;
        cv_utf8_next(&at);
        to -= at - begin;
        memcpy(to, begin, (size_t)(at - begin));
    }
    glyph->text = turned;
}

// Glyphs of a run in points, from left to right.
static const cv_glyph *to_points(setter *self, const slice *part, const cv_shaped_run *run,
                                 const cv_shaped_glyph *glyphs, size_t count) {
    const char *string = part->paragraph->shaped->text.string;
    cv_glyph *points = CV_NEW_ARRAY(self->arena, cv_glyph, count);
    for (size_t i = 0; i < count; i++) {
        const cv_shaped_glyph *glyph = &glyphs[run->level & 1 ? count - 1 - i : i];
        cv_length advance = cv_shaped_advance(run, glyph), size = run->stretch->size;
        bool is_blank = glyph->text_size == 1 && string[glyph->begin] == ' ';
        points[i] = (cv_glyph){
            .id = glyph->id,
            .advance = is_blank ? blank_advance(advance, part->shrinks) : advance,
            .x_offset = glyph->x_offset ? cv_font_scale(run->font, glyph->x_offset, size) : 0,
            .y_offset = glyph->y_offset ? cv_font_scale(run->font, glyph->y_offset, size) : 0,
            .text = string + glyph->begin,
            .text_size = glyph->text_size,
            .continues =
                i > 0 && (run->level & 1 ? !glyph[1].starts_cluster : !glyph->starts_cluster),
        };
        if (run->level & 1) turn_text(&points[i], self->arena);
    }
    return points;
}

// The part of a run that lies in the slice. Where a cut is unsafe it is shaped anew.
static cv_line_run cut_run(setter *self, const slice *part, const cv_shaped_run *run,
                           uint32_t first, uint32_t end) {
    const cv_shaped *shaped = part->paragraph->shaped;
    const cv_shaped_glyph *glyphs = shaped->glyphs.items;
    uint32_t run_end = run->first + run->count;
    cv_shaped_glyphs again = {.items = shaped->glyphs.items + first, .count = end - first};
    bool is_unsafe =
        (first > run->first && glyphs[first].is_unsafe) || (end < run_end && glyphs[end].is_unsafe);
    if (is_unsafe)
        again = cv_shape_again(self->shaper, shaped, run, glyphs[first].begin,
                               end < run_end ? glyphs[end].begin : run->end);
    const char *string = shaped->text.string;
    uint32_t begin = glyphs[first].begin, after = end < run_end ? glyphs[end].begin : run->end;
    return (cv_line_run){
        .font = run->font,
        .stretch = run->stretch,
        .reading = shaped->is_mixed ? cv_copy(self->arena, string + begin, after - begin) : NULL,
        .glyphs = to_points(self, part, run, again.items, again.count),
        .count = (uint32_t)again.count,
        .scale = CV_POINT,
        .level = run->level};
}

static bool is_blank(const cv_glyph *glyph) { return glyph->text_size == 1 && *glyph->text == ' '; }

static cv_length width_of(const cv_line_run *run) {
    uint32_t count = run->count;
    while (count && is_blank(&run->glyphs[count - 1])) count--;
    cv_length width = 0;
    for (uint32_t i = 0; i < count; i++) width += run->glyphs[i].advance;
    return width;
}

// The first run that ends after a glyph; their number if there is none.
static size_t find_run(const cv_shaped *shaped, uint32_t glyph) {
    size_t begin = 0, end = shaped->runs.count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        const cv_shaped_run *run = &shaped->runs.items[middle];
        if (run->first + run->count <= glyph)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

// Appends the runs of a slice in the order of reading, from `x` on to the right.
static void add_runs(setter *self, cv_line *line, slice part, cv_length x, bool starts_sequence) {
    const cv_shaped *shaped = part.paragraph->shaped;
    for (size_t i = find_run(shaped, part.first); i < shaped->runs.count; i++) {
        const cv_shaped_run *run = &shaped->runs.items[i];
        if (run->first >= part.end) break;
        uint32_t first = run->first > part.first ? run->first : part.first;
        uint32_t run_end = run->first + run->count;
        uint32_t end = run_end < part.end ? run_end : part.end;
        if (first >= end) continue;
        cv_line_run cut = cut_run(self, &part, run, first, end);
        bool is_last = end == part.end;
        cv_length advance = cv_run_advance(&cut);
        cut.x = x;
        cut.width = is_last ? width_of(&cut) : advance;
        cut.starts_sequence = starts_sequence;
        starts_sequence = false;
        x += advance;
        CV_PUSH(self->arena, &line->runs, cut);
    }
}

static uint32_t end_without_blanks(const slice *part) {
    uint32_t end = part->end;
    while (end > part->first && part->paragraph->blanks[end - 1]) end--;
    return end;
}

// Appends a slice to a line; its left end, without the blanks at the end of the line, is at `x`.
// These go to the side where the text as a whole ends (UAX #9, L1).
static void add_slice(setter *self, cv_line *line, slice part, cv_length x, bool starts_sequence) {
    const cv_shaped *shaped = part.paragraph->shaped;
    if (!shaped->is_mixed) {
        add_runs(self, line, part, x, starts_sequence);
        return;
    }
    bool is_right_to_left = shaped->text.is_right_to_left;
    slice words = part, blanks = part;
    words.end = blanks.first = end_without_blanks(&part);
    size_t first = line->runs.count;
    add_runs(self, line, words, x, starts_sequence);
    size_t first_blank = line->runs.count;
    add_runs(self, line, blanks, x, starts_sequence && first_blank == first);
    for (size_t i = first_blank; i < line->runs.count; i++) {
        line->runs.items[i].level = is_right_to_left;
        if (is_right_to_left) x -= cv_run_advance(&line->runs.items[i]);
    }
    cv_runs_order(&line->runs, first, x, self->arena);
}

// The glyphs of line `index`, with one blank at its end where the text has blanks there.
static slice slice_of_line(const cv_paragraph *paragraph, const cv_broken *broken, uint32_t index) {
    const cv_break_point *points = paragraph->points.items;
    uint32_t first = index ? points[broken->ends[index - 1]].next : 0;
    uint32_t end = points[broken->ends[index]].end;
    bool has_blank = end < points[broken->ends[index]].next;
    return (slice){paragraph, first, end + has_blank, broken->shrinks};
}

static cv_length line_width(const cv_paragraph *paragraph, const cv_broken *broken,
                            uint32_t index) {
    return cv_line_width(paragraph, index ? broken->ends[index - 1] : 0, broken->ends[index],
                         broken->shrinks);
}

// What the right edge must be moved by for ink, not advance, to touch it. Of mixed text it is not
// the last glyph that stands there.
static cv_length right_bearing(const cv_paragraph *paragraph, slice part) {
    const cv_shaped *shaped = paragraph->shaped;
    if (shaped->is_mixed) return 0;
    uint32_t last = part.end;
    while (last > part.first && paragraph->blanks[last - 1]) last--;
    if (last == part.first) return 0;
    const cv_shaped_run *run = &shaped->runs.items[find_run(shaped, last - 1)];
    return cv_font_right_bearing(run->font, shaped->glyphs.items[last - 1].id, run->stretch->size) +
           run->stretch->tracking;
}

// From the margin where lines begin: CV_ALIGN_LEFT is that side, whichever it is.
static cv_length aligned_x(cv_align align, cv_length start, cv_length room, cv_length width,
                           cv_length bearing) {
    switch (align) {
    case CV_ALIGN_CENTER: return start + (room - width) / 2;
    case CV_ALIGN_RIGHT: return start + room - width + bearing;
    default: return start;
    }
}

// From the distance of a text to the margin where lines begin to that of its left end to the left
// one: all of a document that runs from right to left is set as in a mirror, but for its words.
static cv_length from_left(const setter *self, cv_length start, cv_length width) {
    return self->document->is_right_to_left ? self->measure - start - width : start;
}

static cv_span span_of(const cv_block_text *text) { return text->stretches.items[0].span; }

static void report_broken(setter *self, const cv_broken *broken, const cv_shaped *shaped) {
    if (broken->worst_penalty == CV_PENALTY_EMERGENCY)
        cv_report_add(self->report, CV_LINE_OVERFULL, span_of(&shaped->text),
                      "a word is wider than the line and was split")
            ->hint = "shorten it, or put blanks into it";
    else if (broken->is_overfull)
        cv_report_add(self->report, CV_LINE_OVERFULL, span_of(&shaped->text),
                      "this text does not fit on its line")
            ->hint = "shorten it, or make the page or its margins wider";
}

typedef struct set_text {
    cv_paragraph paragraph;
    cv_broken broken;
} set_text;

static set_text break_text(setter *self, const cv_shaped *shaped, cv_parshape shape) {
    cv_paragraph_room room = {.single = shape.first - shape.last_reserve,
                              .narrowest = shape.first < shape.rest ? shape.first : shape.rest};
    set_text set = {.paragraph = cv_paragraph_build(shaped, self->breaker, room, self->arena)};
    set.broken = cv_line_break(&set.paragraph, shape, self->arena);
    report_broken(self, &set.broken, shaped);
    return set;
}

// A text of several lines that runs against the document is even where its own lines begin.
static cv_align align_of(const setter *self, const set_text *set, cv_align align) {
    bool is_right_to_left = set->paragraph.shaped->text.is_right_to_left;
    bool is_against = is_right_to_left != self->document->is_right_to_left;
    return is_against && align == CV_ALIGN_LEFT && set->broken.count > 1 ? CV_ALIGN_RIGHT : align;
}

// The lines of a text in the room from its indent to the margin where lines end.
static void add_paragraph(setter *self, const set_text *set, const cv_block *block, cv_align align,
                          cv_lines *lines) {
    align = align_of(self, set, align);
    for (uint32_t i = 0; i < set->broken.count; i++) {
        cv_length start = block->indent + (i ? block->hang : 0);
        slice part = slice_of_line(&set->paragraph, &set->broken, i);
        cv_length width = line_width(&set->paragraph, &set->broken, i);
        start = aligned_x(align, start, self->measure - block->reserve - start, width,
                          right_bearing(&set->paragraph, part));
        cv_line line = {0};
        add_slice(self, &line, part, from_left(self, start, width), i == 0);
        CV_PUSH(self->arena, lines, line);
    }
}

static cv_length natural_width(const cv_shaped *shaped) {
    int64_t width = 0;
    for (size_t r = 0; r < shaped->runs.count; r++) {
        const cv_shaped_run *run = &shaped->runs.items[r];
        for (uint32_t i = run->first; i < run->first + run->count; i++)
            width += cv_shaped_advance(run, &shaped->glyphs.items[i]);
    }
    return cv_length_of_sum(width);
}

static cv_parshape shape_of(const setter *self, const cv_block *block) {
    cv_length first = self->measure - block->reserve - block->indent;
    return (cv_parshape){.first = first,
                         .rest = first - block->hang,
                         .em = self->document->size,
                         .is_balanced = block->is_balanced};
}

// How far the words of a line reach.
typedef struct extent {
    cv_length left, right;
} extent;

static extent extent_of(const cv_line_runs *runs) {
    extent found = {INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < runs->count; i++) {
        const cv_line_run *run = &runs->items[i];
        if (run->width && run->x < found.left) found.left = run->x;
        if (run->x + run->width > found.right) found.right = run->x + run->width;
    }
    return found;
}

// A space in the regular face, after the words of the line, that belongs to the block of the last.
static cv_line_run space_after(setter *self, const cv_line *line) {
    bool is_mirrored = self->document->is_right_to_left;
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a paragraph with text has lines
    const cv_line_run *last = &line->runs.items[line->runs.count - 1];
    const cv_font *font = cv_shaper_font(self->shaper, CV_FACE_REGULAR);
    cv_stretch *stretch = CV_NEW(self->arena, cv_stretch);
    *stretch = *last->stretch;
    stretch->size = self->document->size;
    stretch->tracking = 0;
    stretch->is_underlined = false;
    stretch->mark = cv_structure_block(&self->document->structure, last->stretch->mark);
    cv_glyph *space = CV_NEW(self->arena, cv_glyph);
    space->id = (uint16_t)cv_font_glyph(font, ' ');
    space->advance = cv_font_scale(font, cv_font_advance(font, space->id), stretch->size);
    space->text = " ";
    space->text_size = 1;
    if (is_mirrored) cv_glyph_bind_blank(space);
    extent words = extent_of(&line->runs);
    return (cv_line_run){.font = font,
                         .stretch = stretch,
                         .glyphs = space,
                         .count = 1,
                         .x = is_mirrored ? words.left - space->advance : words.right,
                         .reading = is_mirrored ? " " : NULL,
                         .level = is_mirrored,
                         .scale = CV_POINT};
}

// A space stretched from the left text to the right one, which extractors are to read as two
// spaces: without it they take the right texts of a page for a column of their own.
static void add_row_link(setter *self, cv_line *line, cv_length x, cv_length width) {
    cv_line_run run = space_after(self, line);
    extent words = extent_of(&line->runs);
    bool is_mirrored = self->document->is_right_to_left;
    cv_length from = is_mirrored ? x + width : words.right, to = is_mirrored ? words.left : x;
    if (run.glyphs->advance <= 0 || to <= from) return;
    run.x = from;
    run.width = to - from;
    run.scale = cv_length_scale(run.width, CV_POINT, run.glyphs->advance);
    run.replacement = "  ";
    CV_PUSH(self->arena, &line->runs, run);
}

// Left text, and right text on its last line, so that both are read whole and in order.
static void add_row(setter *self, const cv_block *block, const cv_shaped_block *shaped,
                    cv_length right_width, cv_lines *lines) {
    cv_parshape shape = shape_of(self, block);
    shape.last_reserve = right_width + self->document->size;
    set_text left = break_text(self, &shaped->text, shape);
    add_paragraph(self, &left, block, CV_ALIGN_LEFT, lines);
    cv_parshape unbroken = {.first = INT32_MAX / 2, .rest = INT32_MAX / 2, .em = shape.em};
    set_text right = break_text(self, &shaped->right, unbroken);
    slice part = slice_of_line(&right.paragraph, &right.broken, 0);
    cv_length width = line_width(&right.paragraph, &right.broken, 0);
    cv_length start =
        aligned_x(CV_ALIGN_RIGHT, 0, self->measure, width, right_bearing(&right.paragraph, part));
    cv_length x = from_left(self, start, width);
    cv_line *line = &lines->items[lines->count - 1];
    add_row_link(self, line, x, width);
    add_slice(self, line, part, x, true);
}

static void add_label(setter *self, const cv_block *block, const cv_shaped *label, cv_line *line) {
    cv_paragraph_room room = {INT32_MAX, INT32_MAX};
    cv_paragraph paragraph = cv_paragraph_build(label, self->breaker, room, self->arena);
    cv_line labelled = {0};
    cv_length start = block->label_indent;
    if (block->is_label_flush_right)
        start = block->indent - natural_width(label) - self->document->size / 8;
    slice all = {&paragraph, 0, (uint32_t)label->glyphs.count, false};
    cv_length width = cv_line_width(&paragraph, 0, (uint32_t)paragraph.points.count - 1, false);
    add_slice(self, &labelled, all, from_left(self, start, width), true);
    if (self->document->is_right_to_left)
        cv_run_bind_blanks(&labelled.runs.items[labelled.runs.count - 1], self->arena);
    for (size_t i = 0; i < line->runs.count; i++)
        CV_PUSH(self->arena, &labelled.runs, line->runs.items[i]);
    *line = labelled;
}

// Whether the right text finds room beside the left one's last line, at least a quarter of the
// measure being left for that.
static bool fits_in_row(const setter *self, const cv_block *block, const cv_shaped_block *shaped,
                        cv_length right_width) {
    cv_length room = self->measure - block->indent - right_width - self->document->size;
    return room >= self->measure / 4 || natural_width(&shaped->text) <= room;
}

static cv_lines set_block(setter *self, const cv_block *block, const cv_shaped_block *shaped) {
    cv_lines lines = {0};
    bool has_text = shaped->text.runs.count > 0, has_right = shaped->right.runs.count > 0;
    cv_length right_width = has_right ? natural_width(&shaped->right) : 0;
    if (has_text && has_right && fits_in_row(self, block, shaped, right_width)) {
        add_row(self, block, shaped, right_width, &lines);
    } else {
        if (has_text) {
            set_text set = break_text(self, &shaped->text, shape_of(self, block));
            add_paragraph(self, &set, block, block->align, &lines);
        }
        if (has_text && has_right) { // one element may go on from the left to the right text
            cv_line *line = &lines.items[lines.count - 1];
            cv_line_run space = space_after(self, line);
            CV_PUSH(self->arena, &line->runs, space);
        }
        if (has_right) {
            set_text set = break_text(self, &shaped->right, shape_of(self, block));
            add_paragraph(self, &set, block, CV_ALIGN_RIGHT, &lines);
        }
    }
    if (lines.count && shaped->label.runs.count)
        add_label(self, block, &shaped->label, &lines.items[0]);
    const cv_font *regular = cv_shaper_font(self->shaper, CV_FACE_REGULAR);
    for (size_t i = 0; i < lines.count; i++) {
        cv_line *line = &lines.items[i];
        cv_line_mark_directions(line, self->document->is_right_to_left, self->arena);
        cv_line_part(line, regular, self->arena);
    }
    return lines;
}

const cv_lines *cv_lines_set(const cv_document *document, const cv_shaped_block *blocks,
                             cv_shaper *shaper, cv_breaker *breaker, cv_arena *arena,
                             cv_report *report) {
    const cv_page_style *page = &document->page;
    setter self = {.document = document,
                   .shaper = shaper,
                   .breaker = breaker,
                   .arena = arena,
                   .report = report,
                   .measure = page->width - page->margin_left - page->margin_right};
    cv_lines *lines = CV_NEW_ARRAY(arena, cv_lines, document->blocks.count);
    for (size_t i = 0; i < document->blocks.count; i++)
        lines[i] = set_block(&self, &document->blocks.items[i], &blocks[i]);
    return lines;
}
