// SPDX-License-Identifier: MIT
// decide.c - the rules of selection.
#include "select/decide.h"

static const cv_word *find_tag(const cv_words *words, const cv_tags *tags) {
    for (size_t i = 0; i < tags->count; i++)
        for (size_t j = 0; j < words->count; j++)
            if (cv_equal(words->items[j].string, tags->items[i])) return &words->items[j];
    return NULL;
}

cv_decision cv_decide(const cv_tags *tags, const cv_selection *selection) {
    if (!tags->count) return (cv_decision){true, CV_REASON_NO_TAGS, NULL};
    const cv_word *excluded = find_tag(&selection->exclude, tags);
    if (excluded) return (cv_decision){false, CV_REASON_EXCLUDED, excluded};
    if (!selection->has_include) return (cv_decision){true, CV_REASON_NO_INCLUDE, NULL};
    const cv_word *included = find_tag(&selection->include, tags);
    if (included) return (cv_decision){true, CV_REASON_INCLUDED, included};
    return (cv_decision){false, CV_REASON_NOT_INCLUDED, NULL};
}

cv_decision cv_decide_entry(const cv_entry *entry, const cv_selection *selection) {
    cv_decision decision = cv_decide(&entry->tags, selection);
    if (!decision.is_shown || !entry->roles.count) return decision;
    for (size_t i = 0; i < entry->roles.count; i++)
        if (cv_decide(&entry->roles.items[i].tags, selection).is_shown) return decision;
    return (cv_decision){false, CV_REASON_EMPTY, NULL};
}

static bool is_listed(const cv_section *section, const cv_selection *selection) {
    if (!selection->sections.count) return true;
    for (size_t i = 0; i < selection->sections.count; i++)
        if (cv_equal(selection->sections.items[i].string, section->id)) return true;
    return false;
}

cv_decision cv_decide_section(const cv_section *section, const cv_selection *selection) {
    cv_decision decision = cv_decide(&section->tags, selection);
    if (!is_listed(section, selection)) return (cv_decision){false, CV_REASON_NOT_LISTED, NULL};
    if (!decision.is_shown) return decision;
    for (size_t i = 0; i < section->entries.count; i++)
        if (cv_decide_entry(&section->entries.items[i], selection).is_shown) return decision;
    return (cv_decision){false, CV_REASON_EMPTY, NULL};
}
