// SPDX-License-Identifier: MIT
// drop.c - items by priority, and a copy of the model that lacks some.
#include "fit/drop.h"

#include "resume/filter.h"

typedef struct finder {
    cv_droppables found; // in the order of the resume
    int least;
    cv_arena *arena;
} finder;

static void offer(finder *self, const void *item, cv_drop_size size, int priority, cv_span span) {
    if (priority >= self->least)
        CV_PUSH(self->arena, &self->found, (cv_droppable){item, size, priority, span});
}

static void find_bullets(finder *self, const cv_bullets *bullets) {
    for (size_t i = 0; i < bullets->count; i++) {
        const cv_bullet *bullet = &bullets->items[i];
        offer(self, bullet, CV_DROPS_BULLET, bullet->priority, bullet->span);
        find_bullets(self, &bullet->bullets);
    }
}

static void find_entry(finder *self, const cv_entry *entry) {
    offer(self, entry, CV_DROPS_ENTRY, entry->priority, entry->span);
    for (size_t i = 0; i < entry->roles.count; i++) {
        const cv_role *role = &entry->roles.items[i];
        offer(self, role, CV_DROPS_ROLE, role->priority, role->span);
        find_bullets(self, &role->bullets);
    }
    find_bullets(self, &entry->bullets);
}

static bool is_inside(cv_span inner, cv_span outer) {
    return inner.source == outer.source && inner.begin >= outer.begin && inner.end <= outer.end;
}

static bool is_gone_before(const cv_droppables *list, const cv_droppable *item) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].priority > item->priority && is_inside(item->span, list->items[i].span))
            return true;
    return false;
}

// Small things go before large ones.
static int rank_of(const cv_droppable *item) {
    return item->size == CV_DROPS_BULLET ? 0 : item->size == CV_DROPS_SECTION ? 2 : 1;
}

cv_droppables cv_droppables_find(const cv_resume *resume, int least, cv_arena *arena) {
    finder self = {.least = least, .arena = arena};
    for (size_t i = 0; i < resume->sections.count; i++) {
        const cv_section *section = &resume->sections.items[i];
        offer(&self, section, CV_DROPS_SECTION, section->priority, section->span);
        for (size_t j = 0; j < section->entries.count; j++)
            find_entry(&self, &section->entries.items[j]);
    }
    cv_droppables ordered = {0};
    enum { MOST_PRIORITY = 5, RANKS = 3 };
    for (int priority = MOST_PRIORITY; priority >= least; priority--)
        for (int rank = 0; rank < RANKS; rank++)
            for (size_t i = self.found.count; i-- > 0;) {
                const cv_droppable *item = &self.found.items[i];
                if (item->priority == priority && rank_of(item) == rank &&
                    !is_gone_before(&self.found, item))
                    CV_PUSH(arena, &ordered, *item);
            }
    return ordered;
}

typedef struct remover {
    const cv_droppables *items;
    size_t count;
} remover;

static bool is_dropped(const remover *self, const void *item) {
    for (size_t i = 0; i < self->count; i++)
        if (self->items->items[i].item == item) return true;
    return false;
}

static bool keeps_section(const void *context, const cv_section *section, const cv_section *kept) {
    return !is_dropped(context, section) && kept->entries.count;
}

static bool keeps_entry(const void *context, const cv_entry *entry, const cv_entry *kept) {
    bool lost_its_roles = entry->roles.count && !kept->roles.count;
    return !is_dropped(context, entry) && !lost_its_roles;
}

static bool keeps_role(const void *context, const cv_role *role) {
    return !is_dropped(context, role);
}

static bool keeps_bullet(const void *context, const cv_bullet *bullet) {
    return !is_dropped(context, bullet);
}

const cv_resume *cv_resume_without(const cv_resume *resume, const cv_droppables *items,
                                   size_t count, cv_arena *arena) {
    if (!count) return resume;
    remover self = {items, count};
    const cv_filter filter = {&self, keeps_section, keeps_entry, keeps_role, keeps_bullet};
    cv_resume *kept = CV_NEW(arena, cv_resume);
    *kept = *resume;
    kept->sections = (cv_sections){0};
    for (size_t i = 0; i < resume->sections.count; i++)
        cv_section_filter(&resume->sections.items[i], &filter, &kept->sections, arena);
    return kept;
}
