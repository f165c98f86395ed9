// SPDX-License-Identifier: MIT
// filter.c - copies what is kept, level by level.
#include "resume/filter.h"

typedef struct copier {
    const cv_filter *filter;
    cv_arena *arena;
} copier;

static cv_bullets copy_bullets(const copier *self, const cv_bullets *from) {
    cv_bullets kept = {0};
    for (size_t i = 0; i < from->count; i++) {
        if (!self->filter->keeps_bullet(self->filter->context, &from->items[i])) continue;
        cv_bullet bullet = from->items[i];
        bullet.bullets = copy_bullets(self, &bullet.bullets);
        CV_PUSH(self->arena, &kept, bullet);
    }
    return kept;
}

static cv_roles copy_roles(const copier *self, const cv_roles *from) {
    cv_roles kept = {0};
    for (size_t i = 0; i < from->count; i++) {
        if (!self->filter->keeps_role(self->filter->context, &from->items[i])) continue;
        cv_role role = from->items[i];
        role.bullets = copy_bullets(self, &role.bullets);
        CV_PUSH(self->arena, &kept, role);
    }
    return kept;
}

static cv_entries copy_entries(const copier *self, const cv_entries *from) {
    cv_entries kept = {0};
    for (size_t i = 0; i < from->count; i++) {
        cv_entry entry = from->items[i];
        entry.roles = copy_roles(self, &entry.roles);
        entry.bullets = copy_bullets(self, &entry.bullets);
        if (self->filter->keeps_entry(self->filter->context, &from->items[i], &entry))
            CV_PUSH(self->arena, &kept, entry);
    }
    return kept;
}

void cv_section_filter(const cv_section *section, const cv_filter *filter, cv_sections *kept,
                       cv_arena *arena) {
    copier self = {filter, arena};
    cv_section copy = *section;
    copy.entries = copy_entries(&self, &section->entries);
    if (filter->keeps_section(filter->context, section, &copy)) CV_PUSH(arena, kept, copy);
}
