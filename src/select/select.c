// SPDX-License-Identifier: MIT
// select.c - a copy of the model with what is shown.
#include "select/select.h"

#include "resume/filter.h"
#include "select/decide.h"

static bool shows_section(const void *context, const cv_section *section, const cv_section *kept) {
    (void)kept;
    return cv_decide_section(section, context).is_shown;
}

static bool shows_entry(const void *context, const cv_entry *entry, const cv_entry *kept) {
    (void)kept;
    return cv_decide_entry(entry, context).is_shown;
}

static bool shows_role(const void *context, const cv_role *role) {
    return cv_decide(&role->tags, context).is_shown;
}

static bool shows_bullet(const void *context, const cv_bullet *bullet) {
    return cv_decide(&bullet->tags, context).is_shown;
}

static const cv_section *find_section(const cv_sections *sections, const char *id) {
    for (size_t i = 0; i < sections->count; i++)
        if (cv_equal(sections->items[i].id, id)) return &sections->items[i];
    return NULL;
}

// In the order of `sections`, where that is given.
static cv_sections select_sections(const cv_selection *selection, const cv_sections *from,
                                   cv_arena *arena) {
    const cv_filter filter = {selection, shows_section, shows_entry, shows_role, shows_bullet};
    const cv_words *order = &selection->sections;
    cv_sections shown = {0};
    for (size_t i = 0; i < from->count && !order->count; i++)
        cv_section_filter(&from->items[i], &filter, &shown, arena);
    for (size_t i = 0; i < order->count; i++) {
        const cv_section *section = find_section(from, order->items[i].string);
        if (section) cv_section_filter(section, &filter, &shown, arena);
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
    cv_resume *shown = CV_NEW(arena, cv_resume);
    *shown = *full;
    shown->sections = select_sections(selection, &full->sections, arena);
    if (full->sections.count && !shown->sections.count)
        cv_report_add(report, CV_NOTHING_SHOWN, given->items[0].span,
                      "no section is left with this choice")
            ->hint = "'cvpdf why' says what each item lacks";
    return shown;
}
