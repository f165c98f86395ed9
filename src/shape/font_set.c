// SPDX-License-Identifier: MIT
// font_set.c - families, and who helps out in which order.
#include "shape/font_set.h"

#include "base/unicode.h"
#include "shape/font_list.h"

#include <setjmp.h>
#include <string.h>

// A face of the list, looked for once.
typedef struct listed_font {
    bool is_known;
    const cv_font *font; // NULL: there is none
} listed_font;

struct cv_font_set {
    const cv_font_sources *sources;
    cv_arena *arena;
    cv_report *report;
    const cv_font_list *list; // NULL before the first need
    listed_font *listed;      // CV_FACE_COUNT for each family of the list
    const char *key;
    struct checked_fonts CV_ARRAY(const cv_font *) refused;
};

static const char *make_key(const cv_font_sources *sources, cv_arena *arena) {
    cv_text_builder key = {.arena = arena};
    for (size_t i = 0; i < sources->folder_count; i++)
        cv_text_add(&key, "%s\n", sources->folders[i]);
    cv_text_add_string(&key, sources->refuses_system ? "no system fonts" : "");
    return cv_text_string(&key);
}

cv_font_set *cv_font_set_open(const cv_font_sources *sources, cv_arena *arena, cv_report *report) {
    cv_font_set *set = CV_NEW(arena, cv_font_set);
    *set = (cv_font_set){
        .sources = sources, .arena = arena, .report = report, .key = make_key(sources, arena)};
    return set;
}

const char *cv_font_set_key(const cv_font_set *set) { return set->key; }

static const cv_font *find_exact(const cv_font_set *set, const char *family, unsigned face) {
    for (size_t i = 0; i < set->sources->bundled_count; i++) {
        const cv_font *font = set->sources->bundled[i];
        if (font->face == face && cv_equal_ignoring_case(font->family, family)) return font;
    }
    return NULL;
}

// A face, then the upright one of its weight, then the regular one.
typedef struct nearest_faces {
    unsigned face[3];
} nearest_faces;

static nearest_faces nearest_to(unsigned face) {
    return (nearest_faces){{face, face & ~(unsigned)CV_FACE_ITALIC, CV_FACE_REGULAR}};
}

const cv_font *cv_font_find(const cv_font_set *set, const char *family, unsigned face) {
    nearest_faces nearest = nearest_to(face);
    const cv_font *found = NULL;
    for (int i = 0; i < 3 && !found; i++) found = find_exact(set, family, nearest.face[i]);
    return found;
}

const cv_font *cv_font_first(const cv_font_set *set) { return set->sources->bundled[0]; }

cv_family_names cv_font_families(const cv_font_set *set, cv_arena *arena) {
    cv_family_names names = {0};
    for (size_t i = 0; i < set->sources->bundled_count; i++) {
        const char *family = set->sources->bundled[i]->family;
        bool is_known = false;
        for (size_t j = 0; j < names.count; j++)
            is_known |= cv_equal_ignoring_case(names.items[j], family);
        if (!is_known) CV_PUSH(arena, &names, family);
    }
    return names;
}

static void demand_memory(const cv_font_set *set) {
    if (cv_font_shelf_is_out_of_memory(set->sources->shelf))
        longjmp(*cv_arena_recovery(set->arena), CV_NO_MEMORY);
}

// The path of a file in a folder that was named, or else in one of the system.
static const char *locate(const cv_font_set *set, const char *file, cv_font_origin *origin) {
    const cv_font_sources *sources = set->sources;
    const char *path = NULL;
    *origin = CV_FONT_GIVEN;
    for (size_t i = 0; i < sources->folder_count && !path; i++)
        path = cv_font_shelf_locate(sources->shelf, sources->folders[i], file);
    if (!path) *origin = CV_FONT_OF_SYSTEM;
    for (size_t i = 0; i < sources->system_folder_count && !path; i++)
        path = cv_font_shelf_locate(sources->shelf, sources->system_folders[i], file);
    demand_memory(set);
    return path;
}

static const cv_font *open_listed(cv_font_set *set, const cv_listed_family *family, unsigned face) {
    const cv_listed_face *listed = &family->faces[face];
    cv_font_name name = {.family = family->name, .face = face, .index = listed->index};
    if (listed->file) name.file = locate(set, listed->file, &name.origin);
    if (!name.file) return NULL;
    const char *reason = NULL;
    const cv_font *font = cv_font_shelf_open(set->sources->shelf, &name, &reason);
    demand_memory(set);
    if (!font)
        cv_report_add(set->report, CV_FONT_REFUSED, (cv_span){0}, "the font '%s' %s",
                      cv_copy_string(set->arena, name.file), reason);
    return font && font->outlines != CV_OUTLINES_NONE ? font : NULL;
}

static const cv_font *find_listed(cv_font_set *set, uint32_t family, unsigned face) {
    listed_font *entry = &set->listed[family * CV_FACE_COUNT + face];
    if (!entry->is_known) {
        entry->is_known = true;
        entry->font = open_listed(set, &set->list->families.items[family], face);
    }
    return entry->font;
}

static const cv_font *find_nearest_listed(cv_font_set *set, uint32_t family, unsigned face) {
    nearest_faces nearest = nearest_to(face);
    const cv_font *found = NULL;
    for (int i = 0; i < 3 && !found; i++) found = find_listed(set, family, nearest.face[i]);
    return found;
}

static void read_list(cv_font_set *set) {
    if (set->list) return;
    set->list = cv_font_list_read(set->sources->list, set->arena);
    size_t count = set->list->families.count;
    set->listed = CV_NEW_ARRAY(set->arena, listed_font, count * CV_FACE_COUNT);
}

static bool has_serifs(const cv_font_set *set, const cv_font *font) {
    if (font->is_serif) return true;
    for (size_t i = 0; i < set->list->serif.count; i++)
        if (cv_equal_ignoring_case(set->list->serif.items[i], font->family)) return true;
    return false;
}

static const struct cv_family_numbers *numbers_of(const cv_font_set *set, const char *script,
                                                  const cv_fallback *fallback) {
    static const struct cv_family_numbers none = {0};
    const cv_listed_chain *chain = cv_font_list_find(set->list, script, fallback->language);
    if (!chain) return &none;
    return has_serifs(set, fallback->beside) ? &chain->serif : &chain->sans;
}

const cv_font *cv_font_set_fallback(cv_font_set *set, const cv_fallback *fallback, size_t *place) {
    if (!set->sources->list.size || !set->sources->shelf) return NULL;
    read_list(set);
    uint32_t tag = fallback->script;
    const char script[] = {(char)(tag >> 24), (char)(tag >> 16), (char)(tag >> 8), (char)tag, 0};
    const struct cv_family_numbers *own = numbers_of(set, script, fallback),
                                   *general = numbers_of(set, "Zyyy", fallback);
    while (*place < own->count + general->count) {
        size_t at = (*place)++;
        uint32_t family = at < own->count ? own->items[at] : general->items[at - own->count];
        const cv_font *font = find_nearest_listed(set, family, fallback->face);
        if (font) return font;
    }
    return NULL;
}

void cv_font_set_check(cv_font_set *set, const cv_font *font, uint32_t code_point, cv_span span) {
    if (font->origin != CV_FONT_OF_SYSTEM || !set->sources->refuses_system) return;
    for (size_t i = 0; i < set->refused.count; i++)
        if (set->refused.items[i] == font) return;
    CV_PUSH(set->arena, &set->refused, font);
    cv_report_add(set->report, CV_SYSTEM_FONT, span, "%s needs a font of this system: '%s'",
                  cv_unicode_name(set->arena, code_point), cv_copy_string(set->arena, font->file))
        ->hint = "put it into a folder of your own and name that with --font-dir";
}
