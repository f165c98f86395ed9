// SPDX-License-Identifier: MIT
// why.c - the decisions of the selection in words.
//
//   in        8  section education: it has no tags
//   out      31    Research Assistant: its tag 'academic' is in exclude (line 140)
#include "select/select.h"

#include "base/unicode.h"
#include "select/decide.h"
#include "select/line_counter.h"

enum { MOST_LETTERS = 48 }; // of a text that stands for its item

typedef struct writer {
    const cv_selection *selection;
    const cv_report *report;
    cv_text_builder *out;
    cv_line_counter lines, word_lines;
} writer;

static void add_word(writer *self, const cv_word *word, const char *list) {
    const cv_report *report = self->report;
    cv_text_add(self->out, "its tag '%s' is in %s", word->string, list);
    const char *name = report->sources.items[word->span.source].name;
    if (cv_starts_with(name, "--"))
        cv_text_add(self->out, " (%s)", name);
    else
        cv_text_add(self->out, " (line %u)",
                    cv_line_counter_find(&self->word_lines, report, word->span));
}

static void add_reason(writer *self, cv_decision decision) {
    cv_text_builder *out = self->out;
    switch (decision.reason) {
    case CV_REASON_NO_TAGS: cv_text_add_string(out, "it has no tags"); break;
    case CV_REASON_NO_INCLUDE: cv_text_add_string(out, "none of its tags is in exclude"); break;
    case CV_REASON_INCLUDED: add_word(self, decision.word, "include"); break;
    case CV_REASON_NOT_INCLUDED: cv_text_add_string(out, "none of its tags is in include"); break;
    case CV_REASON_EXCLUDED: add_word(self, decision.word, "exclude"); break;
    case CV_REASON_NOT_LISTED: cv_text_add_string(out, "it is not among the sections"); break;
    case CV_REASON_HIDDEN: cv_text_add_string(out, "what it is in is out"); break;
    case CV_REASON_EMPTY: cv_text_add_string(out, "all that is in it is out"); break;
    }
}

// As much of `text` as says which one it is.
static void add_short(writer *self, const char *text) {
    const char *rest = text;
    for (int letters = 0; *rest && letters < MOST_LETTERS; letters++) cv_utf8_next(&rest);
    cv_text_add_bytes(self->out, text, (size_t)(rest - text));
    if (*rest) cv_text_add_string(self->out, "…");
}

static void add_line(writer *self, int depth, const char *kind, const char *name, cv_span span,
                     cv_decision decision) {
    cv_text_add(self->out, "%-3s %7u  %*s%s", decision.is_shown ? "in" : "out",
                cv_line_counter_find(&self->lines, self->report, span), 2 * depth, "", kind);
    add_short(self, name ? name : "(no name)");
    cv_text_add_string(self->out, ": ");
    add_reason(self, decision);
    cv_text_add_char(self->out, '\n');
}

// Whether what is in an item decides for itself.
static bool is_open(cv_decision decision) {
    return decision.is_shown || decision.reason == CV_REASON_EMPTY;
}

static cv_decision within(bool is_shown, cv_decision decision) {
    return is_shown ? decision : (cv_decision){false, CV_REASON_HIDDEN, NULL};
}

static void add_bullets(writer *self, const cv_bullets *bullets, int depth, bool is_shown) {
    for (size_t i = 0; i < bullets->count; i++) {
        const cv_bullet *bullet = &bullets->items[i];
        cv_decision decision = within(is_shown, cv_decide(&bullet->tags, self->selection));
        add_line(self, depth, "• ", bullet->text.string, bullet->span, decision);
        add_bullets(self, &bullet->bullets, depth + 1, decision.is_shown);
    }
}

static void add_roles(writer *self, const cv_roles *roles, bool is_shown) {
    for (size_t i = 0; i < roles->count; i++) {
        const cv_role *role = &roles->items[i];
        cv_decision decision = within(is_shown, cv_decide(&role->tags, self->selection));
        add_line(self, 2, "role ", role->role.string, role->span, decision);
        add_bullets(self, &role->bullets, 3, decision.is_shown);
    }
}

static void add_entry(writer *self, const cv_entry *entry, bool is_shown) {
    cv_decision decision = within(is_shown, cv_decide_entry(entry, self->selection));
    const char *name = entry->title.string;
    if (entry->kind == CV_ENTRY_EXPERIENCE && entry->role.string) name = entry->role.string;
    add_line(self, 1, "", name, entry->span, decision);
    add_bullets(self, &entry->bullets, 2, decision.is_shown);
    add_roles(self, &entry->roles, is_open(decision));
}

void cv_why_write(const cv_resume *full, const cv_selection *selection, const cv_report *report,
                  cv_text_builder *out) {
    writer self = {.selection = selection, .report = report, .out = out};
    for (size_t i = 0; i < full->sections.count; i++) {
        const cv_section *section = &full->sections.items[i];
        cv_decision decision = cv_decide_section(section, selection);
        add_line(&self, 0, "section ", section->id, section->span, decision);
        for (size_t j = 0; j < section->entries.count; j++)
            add_entry(&self, &section->entries.items[j], is_open(decision));
    }
}
