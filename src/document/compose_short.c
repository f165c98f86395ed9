// SPDX-License-Identifier: MIT
// compose_short.c - entries without dates of their own: publications, skills, references, texts.
#include "document/composer.h"

#include "base/unicode.h"
#include "document/date_text.h"

#include <string.h>

// The element that an entry of running text is tagged with: a P, or the list's body itself.
static cv_mark mark_of(cv_composer *composer) {
    return composer->is_in_list ? composer->parent
                                : cv_compose_element(composer, CV_TAG_P, composer->parent);
}

static void add_line(cv_composer *composer, cv_text_writer *writer, cv_break break_before) {
    cv_length leading = composer->style->font.leading;
    cv_compose_block(composer, (cv_block){.text = cv_text_writer_end(writer),
                                          .leading = leading,
                                          .space = leading,
                                          .break_before = break_before});
}

static cv_text_style styled(const cv_composer *composer, bool is_bold, bool is_italic) {
    cv_text_style style = cv_body_style(composer);
    style.is_bold = is_bold;
    style.is_italic = is_italic;
    return style;
}

// A blank at the end of a line whose element goes on below: extractors that follow the tags would
// run the words together without it.
static void write_end_of_line(cv_text_writer *writer) {
    cv_write_string(writer, " ", cv_body_style(writer->composer), (cv_span){0});
}

// "G. Zhang" or "G Zhang" for "Genghan Zhang".
static bool is_initialled(const char *author, const char *name) {
    const char *last = strrchr(name, ' ');
    const char *author_last = strrchr(author, ' ');
    if (!last || !author_last || !cv_equal_ignoring_case(last, author_last)) return false;
    const char *a = author, *n = name;
    if (cv_utf8_next(&a) != cv_utf8_next(&n)) return false;
    return *a == ' ' || (*a == '.' && (a[1] == ' ' || a[1] == '-'));
}

// Degrees behind the name, as in "Ada Byron, PhD", are no part of it.
static bool is_the_person(const cv_composer *composer, const cv_text *author) {
    const char *name = composer->resume->name.string;
    if (!name) return false;
    name = cv_copy(composer->arena, name, strcspn(name, ","));
    return cv_equal_ignoring_case(author->string, name) || is_initialled(author->string, name);
}

static bool ends_sentence(const char *string) {
    uint32_t last = cv_utf8_before(string, string + strlen(string));
    return last == '.' || last == '!' || last == '?' || last == 0x2026;
}

// "Genghan Zhang, Olivia Hsu." with the person's own name set off.
static void compose_authors(cv_composer *composer, const cv_entry *entry) {
    if (!entry->authors.count) return;
    cv_text_writer writer = cv_text_writer_begin(composer, composer->parent);
    for (size_t i = 0; i < entry->authors.count; i++) {
        const cv_text *author = &entry->authors.items[i];
        if (i)
            cv_write_string(&writer, composer->style->locale->list_separator,
                            cv_body_style(composer), author->span);
        cv_write_text(&writer, author, styled(composer, is_the_person(composer, author), false),
                      NULL);
    }
    const cv_text *last = &entry->authors.items[entry->authors.count - 1];
    if (!ends_sentence(last->string))
        cv_write_string(&writer, ".", cv_body_style(composer), last->span);
    write_end_of_line(&writer);
    add_line(composer, &writer, CV_BREAK_NEVER);
}

// Place and date of an entry, in the line where the rest of it is; `follows` something else there.
static void write_place_and_date(cv_text_writer *writer, const cv_entry *entry, cv_text_style style,
                                 bool follows) {
    const cv_composer *composer = writer->composer;
    const cv_period *period = &entry->period;
    const char *date = cv_period_text(period, composer->style, composer->arena);
    const char *separator = composer->style->locale->list_separator;
    if (entry->location.string) {
        if (follows) cv_write_string(writer, separator, style, entry->location.span);
        cv_write_text(writer, &entry->location, style, NULL);
        follows = true;
    }
    if (follows && (period->words.string || date))
        cv_write_string(writer, separator, style, period->span);
    if (period->words.string)
        cv_write_text(writer, &period->words, style, NULL);
    else if (date)
        cv_write_string(writer, date, style, period->span);
}

static bool has_place_or_date(const cv_entry *entry) {
    const cv_period *period = &entry->period;
    return entry->location.string || period->words.string || period->date.year ||
           period->start.year || period->end.year;
}

// "Programming Language Design and Implementation (PLDI), 2024".
static void compose_venue(cv_composer *composer, const cv_entry *entry) {
    cv_text_style style = styled(composer, false, true);
    if (!entry->venue.string && !has_place_or_date(entry)) return;
    cv_text_writer writer = cv_text_writer_begin(composer, composer->parent);
    if (entry->venue.string) cv_write_text(&writer, &entry->venue, style, NULL);
    write_place_and_date(&writer, entry, style, entry->venue.string != NULL);
    add_line(composer, &writer, CV_BREAK_NEVER);
}

void cv_compose_publication(cv_composer *composer, const cv_entry *entry) {
    cv_text_writer writer = cv_text_writer_begin(composer, composer->parent);
    cv_write_text(&writer, &entry->title, styled(composer, true, false),
                  cv_entry_uri(composer, entry));
    write_end_of_line(&writer);
    add_line(composer, &writer, CV_BREAK_ENTRY);
    compose_authors(composer, entry);
    compose_venue(composer, entry);
    cv_mark outer = composer->parent;
    cv_compose_paragraph(composer, &entry->summary, CV_BREAK_NEVER);
    cv_compose_bullets(composer, &entry->bullets, outer, CV_BREAK_STRAND);
    cv_compose_paragraph(composer, &entry->remark, CV_BREAK_STRAND);
}

// Level, place and date of a skill, in brackets after what it consists of.
static void write_notes(cv_text_writer *writer, const cv_entry *entry, bool has_details) {
    cv_text_style muted = cv_body_style(writer->composer);
    muted.color = writer->composer->style->color.muted;
    if (has_details) cv_write_string(writer, " (", muted, entry->level.span);
    if (entry->level.string) cv_write_text(writer, &entry->level, muted, NULL);
    write_place_and_date(writer, entry, muted, entry->level.string != NULL);
    if (has_details) cv_write_string(writer, ")", muted, entry->level.span);
}

void cv_compose_skill(cv_composer *composer, const cv_entry *entry) {
    cv_text_writer writer = cv_text_writer_begin(composer, mark_of(composer));
    cv_text_style label = styled(composer, true, false), body = cv_body_style(composer);
    label.is_verbatim = true;
    cv_write_text(&writer, &entry->title, label, cv_entry_uri(composer, entry));
    bool has_details = entry->details.string || entry->keywords.count;
    bool has_notes = entry->level.string || has_place_or_date(entry);
    if (has_details || has_notes) {
        cv_write_string(&writer, composer->style->locale->colon, label, entry->title.span);
        cv_write_string(&writer, " ", body, entry->title.span);
    }
    if (entry->details.string) cv_write_text(&writer, &entry->details, body, NULL);
    for (size_t i = 0; i < entry->keywords.count; i++) {
        if (i || entry->details.string)
            cv_write_string(&writer, composer->style->locale->list_separator, body,
                            entry->keywords.items[i].span);
        cv_write_text(&writer, &entry->keywords.items[i], body, NULL);
    }
    if (has_notes) write_notes(&writer, entry, has_details);
    cv_length leading = composer->style->font.leading, hang = 0;
    if (!composer->is_in_list) hang = composer->style->bullets.gap;
    cv_compose_block(composer, (cv_block){.text = cv_text_writer_end(&writer),
                                          .hang = hang,
                                          .leading = leading,
                                          .space = leading,
                                          .break_before = CV_BREAK_ENTRY});
    cv_compose_paragraph(composer, &entry->summary, CV_BREAK_NEVER);
    cv_compose_bullets(composer, &entry->bullets, composer->parent, CV_BREAK_STRAND);
    cv_compose_paragraph(composer, &entry->remark, CV_BREAK_STRAND);
}

// "– Charles Babbage, London, 1843".
static void compose_giver(cv_composer *composer, const cv_entry *entry) {
    if (!entry->name.string && !has_place_or_date(entry)) return;
    cv_text_style body = cv_body_style(composer);
    cv_text_writer writer = cv_text_writer_begin(composer, mark_of(composer));
    cv_write_string(&writer, "\u2013\u00A0", body, entry->name.span);
    if (entry->name.string)
        cv_write_text(&writer, &entry->name, styled(composer, false, true),
                      cv_entry_uri(composer, entry));
    write_place_and_date(&writer, entry, body, entry->name.string != NULL);
    add_line(composer, &writer, CV_BREAK_NEVER);
}

void cv_compose_reference(cv_composer *composer, const cv_entry *entry) {
    const cv_locale *locale = composer->style->locale;
    cv_text_style body = cv_body_style(composer);
    cv_text_writer writer = cv_text_writer_begin(composer, mark_of(composer));
    cv_write_string(&writer, locale->quote_open, body, entry->title.span);
    writer.typography.quote_depth = 1;
    cv_write_text(&writer, &entry->title, body,
                  entry->name.string ? NULL : cv_entry_uri(composer, entry));
    cv_write_string(&writer, locale->quote_close, body, entry->title.span);
    if (composer->is_in_list) write_end_of_line(&writer);
    add_line(composer, &writer, CV_BREAK_ENTRY);
    compose_giver(composer, entry);
    cv_compose_paragraph(composer, &entry->summary, CV_BREAK_NEVER);
    cv_compose_bullets(composer, &entry->bullets, composer->parent, CV_BREAK_STRAND);
    cv_compose_paragraph(composer, &entry->remark, CV_BREAK_STRAND);
}

void cv_compose_plain(cv_composer *composer, const cv_entry *entry) {
    cv_text_writer writer = cv_text_writer_begin(composer, mark_of(composer));
    cv_write_text(&writer, &entry->title, cv_body_style(composer), NULL);
    add_line(composer, &writer, CV_BREAK_ENTRY);
}
