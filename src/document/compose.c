// SPDX-License-Identifier: MIT
// compose.c - the header, then each section through the table of composers.
#include "document/composer.h"

#include "base/unicode.h"

#include <string.h>

// How entries of a kind are set and spaced.
static const struct {
    cv_entry_composer *compose;
    bool is_block;   // set apart from its neighbours: rows, bullets, quotations
    bool is_listed;  // in a list even where the section does not ask for one
    bool is_compact; // a line among lines
} kinds[CV_ENTRY_KIND_COUNT] = {
    [CV_ENTRY_EDUCATION] = {.compose = cv_compose_dated, .is_block = true},
    [CV_ENTRY_PROJECT] = {.compose = cv_compose_dated, .is_block = true},
    [CV_ENTRY_AWARD] = {.compose = cv_compose_dated, .is_block = true},
    [CV_ENTRY_CERTIFICATE] = {.compose = cv_compose_dated, .is_block = true},
    [CV_ENTRY_PUBLICATION] = {.compose = cv_compose_publication, .is_listed = true},
    [CV_ENTRY_SKILL] = {.compose = cv_compose_skill, .is_compact = true},
    [CV_ENTRY_REFERENCE] = {.compose = cv_compose_reference, .is_block = true},
    [CV_ENTRY_ITEM] = {.compose = cv_compose_dated, .is_block = true},
    [CV_ENTRY_EXPERIENCE] = {.compose = cv_compose_dated, .is_block = true},
    [CV_ENTRY_TEXT] = {.compose = cv_compose_plain},
};

static bool is_compact(const cv_section *section, const cv_entry *entry) {
    return kinds[entry->kind].is_compact ||
           (entry->kind == CV_ENTRY_TEXT && section->list != CV_LIST_NONE);
}

static cv_length space_between(const cv_composer *composer, const cv_section *section,
                               const cv_entry *above, const cv_entry *below) {
    const cv_style *style = composer->style;
    if (kinds[above->kind].is_block || kinds[below->kind].is_block) return style->entry.space;
    if (is_compact(section, above) && is_compact(section, below)) return style->font.leading;
    return style->font.leading + style->entry.item_space;
}

// Decides the space and the break before entry `index` of a section.
static void approach_entry(cv_composer *composer, const cv_section *section, size_t index) {
    const cv_entry *entry = &section->entries.items[index];
    bool follows_heading = index == 0 && section->shows_title;
    if (follows_heading) {
        composer->next_space = composer->style->headings.space_below;
        composer->next_gap = CV_GAP_FIXED;
        composer->next_break = CV_BREAK_NEVER;
    } else if (index == 0) {
        if (composer->next_space) return; // the header's
        composer->next_space = composer->style->headings.space_above;
        composer->next_gap = CV_GAP_SECTION;
        composer->next_break = CV_BREAK_SECTION;
    } else {
        const cv_entry *above = &section->entries.items[index - 1];
        bool is_line = is_compact(section, entry) && is_compact(section, above);
        composer->next_space = space_between(composer, section, above, entry);
        composer->next_gap = is_line ? CV_GAP_FIXED : CV_GAP_ENTRY;
        composer->next_break = is_line
                                   ? cv_break_in_list(index, section->entries.count, CV_BREAK_NEVER)
                                   : CV_BREAK_ENTRY;
    }
}

static const char *number_marker(const cv_composer *composer, size_t number) {
    return cv_unicode_with_digits(composer->arena, cv_format(composer->arena, "%zu.", number),
                                  composer->style->locale->zero);
}

static const char *marker_of(const cv_composer *composer, const cv_section *section, size_t index) {
    switch (section->list) {
    case CV_LIST_NUMBERED: return number_marker(composer, index + 1);
    case CV_LIST_REVERSED: return number_marker(composer, section->entries.count - index);
    default: return composer->style->bullets.marker;
    }
}

// From the left edge of a marker to the text: wider for a number, and for every digit more.
static cv_length marker_gap(const cv_composer *composer, const cv_section *section) {
    cv_length gap = composer->style->bullets.gap;
    if (section->list != CV_LIST_NUMBERED && section->list != CV_LIST_REVERSED) return gap;
    gap += composer->style->font.size / 4;
    for (size_t rest = section->entries.count; rest >= 10; rest /= 10)
        gap += cv_length_scale(composer->style->font.size, 3, 5); // a digit is about 0.6 em
    return gap;
}

static cv_list_numbering numbering_of(const cv_section *section) {
    bool counts = section->list == CV_LIST_NUMBERED || section->list == CV_LIST_REVERSED;
    return counts ? CV_NUMBERING_DECIMAL : CV_NUMBERING_DISC;
}

static bool is_listed(const cv_section *section, const cv_entry *entry) {
    return section->list != CV_LIST_NONE || kinds[entry->kind].is_listed;
}

// `entry.keep`: no break inside the blocks from `first` on that could be avoided.
static void keep_together(cv_composer *composer, size_t first) {
    cv_blocks *blocks = &composer->document->blocks;
    for (size_t i = first; i < blocks->count; i++) {
        blocks->items[i].is_kept = true;
        if (i > first && blocks->items[i].break_before != CV_BREAK_NEVER)
            blocks->items[i].break_before = CV_BREAK_KEPT;
    }
}

static void compose_entries(cv_composer *composer, const cv_section *section) {
    cv_mark outer = composer->parent, list = CV_ARTIFACT;
    cv_length indent = composer->indent;
    for (size_t i = 0; i < section->entries.count; i++) {
        const cv_entry *entry = &section->entries.items[i];
        approach_entry(composer, section, i);
        composer->is_in_list = is_listed(section, entry);
        if (!composer->is_in_list) {
            list = CV_ARTIFACT;
        } else {
            if (list == CV_ARTIFACT) list = cv_compose_list(composer, outer, numbering_of(section));
            composer->parent = cv_compose_list_item(composer, list, marker_of(composer, section, i),
                                                    numbering_of(section) == CV_NUMBERING_DECIMAL,
                                                    marker_gap(composer, section));
        }
        size_t first = composer->document->blocks.count;
        kinds[entry->kind].compose(composer, entry);
        if (composer->style->entry.keep) keep_together(composer, first);
        composer->parent = outer;
        composer->indent = indent;
    }
    composer->is_in_list = false;
}

// Opens the Sect of a section, prints its title and returns the element around it.
static cv_mark begin_section(cv_composer *composer, const cv_text *title, bool shows_title) {
    const cv_style *style = composer->style;
    cv_mark outer = composer->parent;
    composer->parent = cv_compose_element(composer, CV_TAG_SECT, outer);
    composer->document->structure.items[composer->parent].title = title->string;
    composer->heading = shows_title ? CV_TAG_H3 : CV_TAG_H2;
    if (!shows_title) return outer;
    cv_mark mark = cv_compose_element(composer, CV_TAG_H2, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, mark);
    cv_write_text(&writer, title,
                  (cv_text_style){.is_bold = style->headings.weight == CV_WEIGHT_BOLD,
                                  .is_upper = style->headings.letter_case == CV_CASE_UPPER,
                                  .size = style->headings.size,
                                  .tracking = style->headings.tracking,
                                  .color = style->color.accent},
                  NULL);
    cv_compose_block(composer, (cv_block){.text = cv_text_writer_end(&writer),
                                          .leading = style->font.leading,
                                          .space = style->headings.space_above,
                                          .gap = CV_GAP_SECTION,
                                          .break_before = CV_BREAK_SECTION,
                                          .is_heading = true,
                                          .rule_gap = style->headings.rule_gap,
                                          .rule = style->headings.rule,
                                          .rule_color = style->color.rule});
    return outer;
}

static void compose_section(cv_composer *composer, const cv_section *section) {
    if (!section->entries.count) return;
    cv_mark outer = begin_section(composer, &section->title, section->shows_title);
    compose_entries(composer, section);
    composer->parent = outer;
}

static void compose_summary(cv_composer *composer) {
    const cv_text *summary = &composer->resume->summary;
    if (!summary->string) return;
    cv_inline *part = CV_NEW(composer->arena, cv_inline);
    part->string = composer->style->locale->summary;
    cv_text title = {.string = part->string, .parts = part, .count = 1, .span = summary->span};
    cv_mark outer = begin_section(composer, &title, true);
    composer->next_space = composer->style->headings.space_below;
    composer->next_gap = CV_GAP_FIXED;
    composer->next_break = CV_BREAK_NEVER;
    cv_compose_paragraph(composer, summary, CV_BREAK_NEVER);
    composer->parent = outer;
}

// The first block below the header stands at the header's distance and stays on its page.
static void leave_header(cv_composer *composer) {
    composer->next_space = composer->style->header.space_below;
    composer->next_gap = CV_GAP_FIXED;
    composer->next_break = CV_BREAK_NEVER;
}

// Labels of skills, joined, for the file's keywords.
static const char *keywords_of(const cv_composer *composer) {
    cv_text_builder joined = {.arena = composer->arena};
    for (size_t i = 0; i < composer->resume->sections.count; i++) {
        const cv_entries *entries = &composer->resume->sections.items[i].entries;
        for (size_t j = 0; j < entries->count; j++) {
            if (entries->items[j].kind != CV_ENTRY_SKILL) continue;
            if (joined.size) cv_text_add_string(&joined, ", ");
            cv_text_add_string(&joined, entries->items[j].title.string);
        }
    }
    return joined.size ? cv_text_string(&joined) : NULL;
}

static void set_metadata(cv_composer *composer) {
    const char *name = composer->resume->name.string;
    composer->document->metadata = (cv_metadata){
        .title = cv_fill(composer->arena, composer->style->locale->title, "name", name),
        .author = name,
        .subject = composer->resume->headline.string,
        .keywords = keywords_of(composer),
        .language = composer->resume->language,
    };
}

// The name keeps its own direction among page numbers: first strong isolate, pop isolate (UAX #9).
static const char *isolate(const cv_composer *composer, const char *name) {
    if (!composer->document->is_right_to_left && !cv_unicode_has_right_to_left(name, strlen(name)))
        return name;
    return cv_format(composer->arena, "\u2068%s\u2069", name);
}

static void set_page(cv_composer *composer) {
    const cv_style *style = composer->style;
    cv_document *document = composer->document;
    const char *name = composer->resume->name.string;
    document->page = style->page;
    document->family = style->font.family;
    document->mono = style->font.mono;
    document->family_span = style->font.family_span;
    document->mono_span = style->font.mono_span;
    document->size = style->font.size;
    document->unit = style->font.leading / 2;
    document->name_size = style->header.name_size;
    document->heading_size = style->headings.size;
    document->missing = style->missing;
    document->language = composer->resume->language;
    document->is_right_to_left = cv_unicode_is_right_to_left(document->language);
    document->footer = (cv_footer){
        .show = style->footer_show,
        .text = cv_fill(composer->arena, style->footer_text, "name", isolate(composer, name)),
        .size = style->footer_size,
        .zero = style->locale->zero,
        .distance = style->footer_distance,
        .color = style->color.muted};
}

const cv_document *cv_document_compose(const cv_resume *resume, const cv_style *style,
                                       const cv_image *photo, cv_arena *arena) {
    cv_document *document = CV_NEW(arena, cv_document);
    cv_composer composer = {.resume = resume, .style = style, .document = document, .arena = arena};
    composer.parent = cv_compose_element(&composer, CV_TAG_DOCUMENT, CV_ARTIFACT);
    set_page(&composer);
    set_metadata(&composer);
    cv_compose_header(&composer, photo);
    leave_header(&composer);
    compose_summary(&composer);
    for (size_t i = 0; i < resume->sections.count; i++)
        compose_section(&composer, &resume->sections.items[i]);
    return document;
}
