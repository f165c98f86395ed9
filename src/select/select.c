// SPDX-License-Identifier: MIT
// select.c - copies what is shown, level by level.
#include "select/select.h"

#include "select/decide.h"

typedef struct selector {
    const cv_selection *selection;
    cv_arena *arena;
} selector;

static bool is_shown(const selector *self, const cv_tags *tags) {
    return cv_decide(tags, self->selection).is_shown;
}

static cv_bullets select_bullets(const selector *self, const cv_bullets *from) {
    cv_bullets shown = {0};
    for (size_t i = 0; i < from->count; i++) {
        cv_bullet bullet = from->items[i];
        if (!is_shown(self, &bullet.tags)) continue;
        bullet.bullets = select_bullets(self, &bullet.bullets);
        CV_PUSH(self->arena, &shown, bullet);
    }
    return shown;
}

static cv_roles select_roles(const selector *self, const cv_roles *from) {
    cv_roles shown = {0};
    for (size_t i = 0; i < from->count; i++) {
        cv_role role = from->items[i];
        if (!is_shown(self, &role.tags)) continue;
        role.bullets = select_bullets(self, &role.bullets);
        CV_PUSH(self->arena, &shown, role);
    }
    return shown;
}

static cv_entries select_entries(const selector *self, const cv_entries *from) {
    cv_entries shown = {0};
    for (size_t i = 0; i < from->count; i++) {
        cv_entry entry = from->items[i];
        if (!cv_decide_entry(&entry, self->selection).is_shown) continue;
        entry.roles = select_roles(self, &entry.roles);
        entry.bullets = select_bullets(self, &entry.bullets);
        CV_PUSH(self->arena, &shown, entry);
    }
    return shown;
}

static void add_section(const selector *self, const cv_section *from, cv_sections *shown) {
    if (!cv_decide_section(from, self->selection).is_shown) return;
    cv_section section = *from;
    section.entries = select_entries(self, &section.entries);
    CV_PUSH(self->arena, shown, section);
}

static const cv_section *find_section(const cv_sections *sections, const char *id) {
    for (size_t i = 0; i < sections->count; i++)
        if (cv_equal(sections->items[i].id, id)) return &sections->items[i];
    return NULL;
}

// In the order of `sections`, where that is given.
static cv_sections select_sections(const selector *self, const cv_sections *from) {
    const cv_words *order = &self->selection->sections;
    cv_sections shown = {0};
    for (size_t i = 0; i < from->count && !order->count; i++)
        add_section(self, &from->items[i], &shown);
    for (size_t i = 0; i < order->count; i++) {
        const cv_section *section = find_section(from, order->items[i].string);
        if (section) add_section(self, section, &shown);
    }
    return shown;
}

static const cv_words *first_given(const cv_selection *selection) {
    if (selection->sections.count) return &selection->sections;
    return selection->include.count ? &selection->include : &selection->exclude;
}

const cv_resume *cv_select(const cv_resume *full, const cv_selection *selection, cv_arena *arena,
                           cv_report *report) {
    const cv_words *given = first_given(selection);
    if (!given->count) return full;
    selector self = {selection, arena};
    cv_resume *shown = CV_NEW(arena, cv_resume);
    *shown = *full;
    shown->sections = select_sections(&self, &full->sections);
    if (full->sections.count && !shown->sections.count)
        cv_report_add(report, CV_NOTHING_SHOWN, given->items[0].span,
                      "no section is left with this choice")
            ->hint = "'cvpdf why' says what each item lacks";
    return shown;
}
