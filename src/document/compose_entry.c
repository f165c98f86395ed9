// SPDX-License-Identifier: MIT
// compose_entry.c - dated entries: two rows, then summary, bullets and remark.
#include "document/composer.h"

#include "document/date_text.h"

#include <string.h>

const char *cv_entry_uri(const cv_composer *composer, const cv_entry *entry) {
    if (entry->doi.string)
        return cv_format(composer->arena, "https://doi.org/%s", entry->doi.string);
    return entry->url.string;
}

// One or two texts of an entry that stand together, joined by words of the locale.
typedef struct head_text {
    const cv_text *text; // NULL: nothing
    const cv_text *rest;
    const char *joint;
} head_text;

// What stands at the left of the two rows.
typedef struct entry_head {
    head_text first, second;
} entry_head;

static head_text one(const cv_text *text) {
    return (head_text){.text = text->string ? text : NULL};
}

static head_text joined(const cv_text *text, const cv_text *rest, const char *joint) {
    if (!text->string) return one(rest);
    if (!rest->string) return one(text);
    return (head_text){.text = text, .rest = rest, .joint = joint};
}

// "{degree} in {area}": what stands between the two.
static const char *joint_of_degree(const cv_composer *composer) {
    const char *template = composer->style->locale->degree_in_area;
    const char *begin = strstr(template, "{degree}"), *end = strstr(template, "{area}");
    if (!begin || !end || end < begin) return composer->style->locale->list_separator;
    begin += strlen("{degree}");
    return cv_copy(composer->arena, begin, (size_t)(end - begin));
}

static entry_head head_of(const cv_composer *composer, const cv_entry *entry) {
    const cv_style *style = composer->style;
    entry_head head = {.first = one(&entry->title)};
    bool swaps = false;
    switch (entry->kind) {
    case CV_ENTRY_EXPERIENCE:
        head.second = one(&entry->role);
        swaps = style->entry.first_experience == CV_FIRST_ROLE;
        break;
    case CV_ENTRY_EDUCATION:
        head.second = joined(&entry->degree, &entry->area, joint_of_degree(composer));
        swaps = style->entry.first_education == CV_FIRST_DEGREE;
        break;
    case CV_ENTRY_PROJECT:
        head.second = joined(&entry->role, &entry->organization, style->locale->list_separator);
        break;
    case CV_ENTRY_ITEM: head.second = one(&entry->subtitle); break;
    default: head.second = one(&entry->organization);
    }
    if ((swaps && head.second.text) || !head.first.text)
        head = (entry_head){.first = head.second, .second = head.first};
    return head;
}

static cv_text_style first_style(const cv_composer *composer) {
    cv_text_style style = cv_body_style(composer);
    style.is_bold = true;
    return style;
}

static cv_text_style second_style(const cv_composer *composer) {
    cv_text_style style = cv_body_style(composer);
    style.is_italic = true;
    return style;
}

static cv_text_style date_style(const cv_composer *composer) {
    cv_text_style style = cv_body_style(composer);
    style.has_tabular_figures = true;
    return style;
}

// The date at the right, tagged `mark`; string NULL if there is none. A blank ends it where the
// element goes on in the next row.
static cv_block_text write_period(cv_composer *composer, const cv_period *period, cv_mark mark,
                                  bool goes_on) {
    cv_text_writer writer = cv_text_writer_begin(composer, mark);
    if (period->words.string) {
        cv_write_text(&writer, &period->words, date_style(composer), NULL);
    } else {
        const char *dates = cv_period_text(period, composer->style, composer->arena);
        if (dates) cv_write_string(&writer, dates, date_style(composer), period->span);
    }
    if (goes_on) cv_write_string(&writer, " ", date_style(composer), period->span);
    return cv_text_writer_end(&writer);
}

static bool has_period(const cv_period *period) {
    return period->words.string || period->date.year || period->start.year || period->end.year;
}

static cv_block_text write_place(cv_composer *composer, const cv_text *place, cv_mark mark) {
    cv_text_writer writer = cv_text_writer_begin(composer, mark);
    cv_write_text(&writer, place, second_style(composer), NULL);
    return cv_text_writer_end(&writer);
}

static void add_row(cv_composer *composer, cv_block_text left, cv_block_text right,
                    cv_break break_before, cv_length space) {
    cv_compose_block(composer, (cv_block){.text = left,
                                          .right = right,
                                          .leading = composer->style->font.leading,
                                          .space = space,
                                          .break_before = break_before});
}

typedef struct part_list CV_ARRAY(cv_inline) part_list;

static void add_literal(cv_composer *composer, part_list *parts, const char *string, size_t size) {
    if (!size) return;
    cv_inline part = {.string = cv_copy(composer->arena, string, size)};
    CV_PUSH(composer->arena, parts, part);
}

static void add_text(cv_composer *composer, part_list *parts, const cv_text *text) {
    for (size_t i = 0; i < text->count; i++) CV_PUSH(composer->arena, parts, text->parts[i]);
}

static void write_head(cv_text_writer *writer, const head_text *head, cv_text_style style,
                       const char *uri) {
    if (!head->text) return;
    cv_text text = *head->text;
    if (head->rest) {
        part_list parts = {0};
        add_text(writer->composer, &parts, head->text);
        add_literal(writer->composer, &parts, head->joint, strlen(head->joint));
        add_text(writer->composer, &parts, head->rest);
        text.parts = parts.items;
        text.count = parts.count;
    }
    cv_write_text(writer, &text, style, uri);
}

// Line 1: the title and the date; or the place, where there is neither date nor second line.
static void compose_first_row(cv_composer *composer, const cv_entry *entry, const head_text *first,
                              bool takes_place, bool goes_on, cv_mark *details) {
    cv_mark heading = cv_compose_element(composer, composer->heading, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, heading);
    write_head(&writer, first, first_style(composer), cv_entry_uri(composer, entry));
    cv_block_text left = cv_text_writer_end(&writer), right = {0};
    *details = CV_ARTIFACT;
    if (has_period(&entry->period) || takes_place)
        *details = cv_compose_element(composer, CV_TAG_P, composer->parent);
    if (has_period(&entry->period))
        right = write_period(composer, &entry->period, *details, goes_on);
    else if (takes_place)
        right = write_place(composer, &entry->location, *details);
    add_row(composer, left, right, CV_BREAK_ENTRY, composer->style->entry.space);
}

static void compose_second_row(cv_composer *composer, const cv_entry *entry,
                               const head_text *second, cv_mark details) {
    if (details == CV_ARTIFACT) details = cv_compose_element(composer, CV_TAG_P, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, details);
    write_head(&writer, second, second_style(composer), NULL);
    cv_block_text left = cv_text_writer_end(&writer), right = {0};
    if (entry->location.string) right = write_place(composer, &entry->location, details);
    add_row(composer, left, right, CV_BREAK_NEVER, composer->style->font.leading);
}

// "Courses: Compilers, Operating Systems": texts in the place of `{name}` of a template.
static cv_text labelled(cv_composer *composer, const char *template, const char *name,
                        const cv_text *texts, size_t count) {
    const char *separator = composer->style->locale->list_separator;
    const char *place = strstr(template, name);
    part_list parts = {0};
    if (!place) place = template + strlen(template);
    add_literal(composer, &parts, template, (size_t)(place - template));
    for (size_t i = 0; i < count; i++) {
        if (i) add_literal(composer, &parts, separator, strlen(separator));
        add_text(composer, &parts, &texts[i]);
    }
    if (*place) add_literal(composer, &parts, place + strlen(name), strlen(place + strlen(name)));
    return (cv_text){
        .string = template, .parts = parts.items, .count = parts.count, .span = texts[0].span};
}

// Score and courses of an education come before its bullets, as bullets.
static cv_bullets all_bullets(cv_composer *composer, const cv_entry *entry) {
    const cv_locale *locale = composer->style->locale;
    cv_bullets bullets = {0};
    if (entry->score.string) {
        cv_text text = labelled(composer, locale->score, "{score}", &entry->score, 1);
        CV_PUSH(composer->arena, &bullets, (cv_bullet){.text = text});
    }
    if (entry->courses.count) {
        cv_text text = labelled(composer, locale->courses, "{courses}", entry->courses.items,
                                entry->courses.count);
        CV_PUSH(composer->arena, &bullets, (cv_bullet){.text = text});
    }
    for (size_t i = 0; i < entry->bullets.count; i++)
        CV_PUSH(composer->arena, &bullets, entry->bullets.items[i]);
    return bullets;
}

static cv_break break_before_bullets(const cv_text *summary) {
    return summary->string ? CV_BREAK_STRAND : CV_BREAK_NEVER;
}

// Above the bullets: below them, parsers read it as the end of the last one.
static void compose_keywords(cv_composer *composer, const cv_entry *entry) {
    if (!entry->keywords.count) return;
    cv_mark mark = cv_compose_element(composer, CV_TAG_P, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, mark);
    cv_text_style style = cv_body_style(composer);
    style.color = composer->style->color.muted;
    cv_text text = labelled(composer, composer->style->locale->keywords, "{keywords}",
                            entry->keywords.items, entry->keywords.count);
    cv_write_text(&writer, &text, style, NULL);
    cv_length leading = composer->style->font.leading;
    cv_compose_block(composer, (cv_block){.text = cv_text_writer_end(&writer),
                                          .leading = leading,
                                          .space = leading,
                                          .break_before = break_before_bullets(&entry->summary)});
}

// The first role follows its employer at once, without a gap where nothing stands between them.
static void compose_role(cv_composer *composer, const cv_role *role, bool is_first, bool has_gap) {
    cv_length unit = composer->style->font.leading / 2;
    cv_mark outer = composer->parent;
    composer->parent = cv_compose_element(composer, CV_TAG_SECT, outer);
    cv_role_tag tag = composer->heading == CV_TAG_H2 ? CV_TAG_H3 : CV_TAG_H4;
    cv_mark heading = cv_compose_element(composer, tag, composer->parent);
    cv_text_writer writer = cv_text_writer_begin(composer, heading);
    cv_write_text(&writer, &role->role, second_style(composer), NULL);
    cv_block_text left = cv_text_writer_end(&writer), right = {0};
    cv_mark details = CV_ARTIFACT;
    if (has_period(&role->period) || role->location.string)
        details = cv_compose_element(composer, CV_TAG_P, composer->parent);
    if (has_period(&role->period))
        right = write_period(composer, &role->period, details, role->location.string != NULL);
    cv_length leading = composer->style->font.leading;
    add_row(composer, left, right, is_first ? CV_BREAK_NEVER : CV_BREAK_STRAND,
            has_gap ? leading + unit : leading);
    if (role->location.string)
        add_row(composer, (cv_block_text){0}, write_place(composer, &role->location, details),
                CV_BREAK_NEVER, leading);
    cv_compose_paragraph(composer, &role->summary, CV_BREAK_NEVER);
    cv_compose_bullets(composer, &role->bullets, composer->parent,
                       break_before_bullets(&role->summary));
    composer->parent = outer;
}

// One employer, several roles: the employer and the place once, the dates with the roles.
static void compose_roles(cv_composer *composer, const cv_entry *entry) {
    cv_mark details;
    head_text employer = one(&entry->title);
    bool has_rows = has_period(&entry->period) && entry->location.string;
    compose_first_row(composer, entry, &employer, entry->location.string != NULL, has_rows,
                      &details);
    if (has_rows) compose_second_row(composer, entry, &(head_text){0}, details);
    cv_compose_paragraph(composer, &entry->summary, CV_BREAK_NEVER);
    cv_compose_bullets(composer, &entry->bullets, composer->parent,
                       break_before_bullets(&entry->summary));
    bool has_text = entry->summary.string || entry->bullets.count;
    for (size_t i = 0; i < entry->roles.count; i++)
        compose_role(composer, &entry->roles.items[i], i == 0, i > 0 || has_text);
}

void cv_compose_dated(cv_composer *composer, const cv_entry *entry) {
    cv_mark outer = composer->parent;
    composer->parent = cv_compose_element(composer, CV_TAG_SECT, outer);
    if (entry->roles.count) {
        compose_roles(composer, entry);
    } else {
        entry_head head = head_of(composer, entry);
        bool has_place = entry->location.string != NULL;
        bool takes_place = has_place && !head.second.text && !has_period(&entry->period);
        bool has_rows = head.second.text || (has_place && !takes_place);
        cv_mark details;
        compose_first_row(composer, entry, &head.first, takes_place, has_rows, &details);
        if (has_rows) compose_second_row(composer, entry, &head.second, details);
        cv_compose_paragraph(composer, &entry->summary, CV_BREAK_NEVER);
        compose_keywords(composer, entry);
        cv_bullets bullets = all_bullets(composer, entry);
        cv_compose_bullets(composer, &bullets, composer->parent,
                           break_before_bullets(&entry->summary));
    }
    cv_compose_paragraph(composer, &entry->remark, CV_BREAK_STRAND);
    composer->parent = outer;
}
