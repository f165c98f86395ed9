// SPDX-License-Identifier: MIT
// walk.c - visits texts, and finds words of them in the source.
#include "review/rules.h"

#include "base/unicode.h"

#include <stddef.h>
#include <string.h>

static void visit_text(const cv_review *review, cv_text_visitor *visit, const cv_text *text) {
    if (text->string) visit(review, text);
}

static void visit_bullets(const cv_review *review, cv_text_visitor *visit,
                          const cv_bullets *bullets) {
    for (size_t i = 0; i < bullets->count; i++) {
        visit_text(review, visit, &bullets->items[i].text);
        visit_bullets(review, visit, &bullets->items[i].bullets);
    }
}

static void visit_entry_bullets(const cv_review *review, cv_text_visitor *visit,
                                const cv_entry *entry) {
    visit_bullets(review, visit, &entry->bullets);
    for (size_t i = 0; i < entry->roles.count; i++)
        visit_bullets(review, visit, &entry->roles.items[i].bullets);
}

// Every text of an entry but the bullets.
static const size_t text_places[] = {
    offsetof(cv_entry, title),   offsetof(cv_entry, organization), offsetof(cv_entry, role),
    offsetof(cv_entry, degree),  offsetof(cv_entry, area),         offsetof(cv_entry, score),
    offsetof(cv_entry, venue),   offsetof(cv_entry, details),      offsetof(cv_entry, level),
    offsetof(cv_entry, name),    offsetof(cv_entry, subtitle),     offsetof(cv_entry, location),
    offsetof(cv_entry, summary), offsetof(cv_entry, remark),
};
enum { TEXT_PLACES = sizeof text_places / sizeof *text_places };

static void visit_list(const cv_review *review, cv_text_visitor *visit, const cv_texts *texts) {
    for (size_t i = 0; i < texts->count; i++) visit_text(review, visit, &texts->items[i]);
}

static void visit_entry(const cv_review *review, cv_text_visitor *visit, const cv_entry *entry) {
    for (size_t i = 0; i < TEXT_PLACES; i++) {
        const void *place = (const char *)entry + text_places[i];
        visit_text(review, visit, place);
    }
    visit_list(review, visit, &entry->courses);
    visit_list(review, visit, &entry->keywords);
    for (size_t i = 0; i < entry->roles.count; i++) {
        visit_text(review, visit, &entry->roles.items[i].role);
        visit_text(review, visit, &entry->roles.items[i].summary);
    }
    visit_entry_bullets(review, visit, entry);
}

typedef void entry_visitor(const cv_review *review, cv_text_visitor *visit, const cv_entry *entry);

static void for_each_entry(const cv_review *review, cv_text_visitor *visit,
                           entry_visitor *visit_entries) {
    const cv_sections *sections = &review->shown->sections;
    for (size_t i = 0; i < sections->count; i++)
        for (size_t j = 0; j < sections->items[i].entries.count; j++)
            visit_entries(review, visit, &sections->items[i].entries.items[j]);
}

void cv_review_texts(const cv_review *review, cv_text_visitor *visit) {
    visit_text(review, visit, &review->shown->headline);
    visit_text(review, visit, &review->shown->summary);
    for_each_entry(review, visit, visit_entry);
}

void cv_review_bullets(const cv_review *review, cv_text_visitor *visit) {
    for_each_entry(review, visit, visit_entry_bullets);
}

// Places

bool cv_review_is_full(const cv_review *review) {
    return cv_report_is_full(review->report, CV_WARNING) &&
           cv_report_is_full(review->report, CV_NOTE);
}

static const cv_source *find_source(const cv_review *review, cv_span span) {
    const cv_report *report = review->report;
    return span.source < report->sources.count ? &report->sources.items[span.source] : NULL;
}

cv_span cv_review_narrow(const cv_review *review, cv_span span, const char *text) {
    const cv_source *source = cv_review_is_full(review) ? NULL : find_source(review, span);
    return source ? cv_source_narrow(source, span, text) : span;
}

// Bytes of any letter beyond ASCII are taken for letters.
static bool is_word_byte(unsigned char byte) {
    return cv_is_letter((char)byte) || cv_is_digit((char)byte) || byte >= 0x80;
}

cv_span cv_review_word(const cv_review *review, cv_span span, const char *word) {
    const cv_source *source = find_source(review, span);
    size_t size = strlen(word);
    if (cv_review_is_full(review) || !source || span.end > source->bytes.size) return span;
    const unsigned char *bytes = source->bytes.data;
    for (size_t at = span.begin; size && at + size <= span.end; at++) {
        bool begins = at == span.begin || !is_word_byte(bytes[at - 1]);
        bool ends = at + size == span.end || !is_word_byte(bytes[at + size]);
        if (begins && ends && memcmp(bytes + at, word, size) == 0)
            return (cv_span){span.source, (uint32_t)at, (uint32_t)(at + size)};
    }
    return span;
}

const char *cv_review_entry_name(const cv_review *review, const cv_entry *entry) {
    enum { MOST_LETTERS = 48 };
    bool is_job = entry->kind == CV_ENTRY_EXPERIENCE && entry->role.string;
    const char *name = is_job ? entry->role.string : entry->title.string, *rest = name;
    if (!name) return "this entry";
    for (int letters = 0; *rest && letters < MOST_LETTERS; letters++) cv_utf8_next(&rest);
    return cv_format(review->arena, "'%.*s%s'", (int)(rest - name), name, *rest ? "…" : "");
}
