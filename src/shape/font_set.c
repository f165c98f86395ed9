// SPDX-License-Identifier: MIT
// font_set.c - families, and who helps out in which order.
#include "shape/font_set.h"

#include "base/suggest.h"
#include "base/unicode.h"
#include "shape/font_family.h"
#include "shape/font_list.h"

#include <setjmp.h>
#include <string.h>

// A face of the list, looked for once.
typedef struct listed_font {
    bool is_known;
    const cv_font *font; // NULL: there is none
    const char *file;    // that cannot be used, and why
    const char *reason;
} listed_font;

// A family that is not bundled, under the name that it was asked for.
typedef struct wanted_family {
    const char *name;
    cv_span span;
    cv_family_faces found;
} wanted_family;

struct cv_font_set {
    const cv_font_sources *sources;
    cv_arena *arena;
    cv_report *report;
    const cv_font_list *list; // NULL before the first need
    listed_font *listed;      // CV_FACE_COUNT for each family of the list
    const char *key;
    struct wanted_families CV_ARRAY(wanted_family) wanted;
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

static bool is_bundled(const cv_font_set *set, const char *family) {
    for (size_t i = 0; i < set->sources->bundled_count; i++)
        if (cv_equal_ignoring_case(set->sources->bundled[i]->family, family)) return true;
    return false;
}

static const wanted_family *find_wanted(const cv_font_set *set, const char *family) {
    for (size_t i = 0; i < set->wanted.count; i++)
        if (cv_equal(set->wanted.items[i].name, family)) return &set->wanted.items[i];
    return NULL;
}

static const cv_font *find_exact(const cv_font_set *set, const char *family, unsigned face) {
    const wanted_family *wanted = find_wanted(set, family);
    if (wanted) return wanted->found.faces[face];
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

static void list_names(cv_text_builder *out, const cv_family_names *names) {
    enum { MOST_LISTED = 12 };
    for (size_t i = 0; i < names->count && i < MOST_LISTED; i++)
        cv_text_add(out, "%s%s", i ? ", " : "", names->items[i]);
    if (names->count > MOST_LISTED) cv_text_add(out, " and %zu more", names->count - MOST_LISTED);
}

static const char *suggest(const char *family, const cv_family_names *bundled,
                           const cv_family_names *others) {
    const char *close = cv_suggest(family, others->items, others->count);
    return close ? close : cv_suggest(family, bundled->items, bundled->count);
}

static void report_unknown(const cv_font_set *set, const wanted_family *wanted) {
    cv_family_names bundled = cv_font_families(set, set->arena);
    const cv_family_names *others = &wanted->found.others;
    const char *close = suggest(wanted->name, &bundled, others);
    cv_text_builder hint = {.arena = set->arena};
    if (close) cv_text_add(&hint, "did you mean '%s'? ", close);
    cv_text_add_string(&hint, "bundled families: ");
    list_names(&hint, &bundled);
    cv_text_add_string(&hint, others->count ? "; your folders have: "
                                            : "; others are files in a folder fonts beside the "
                                              "resume");
    list_names(&hint, others);
    cv_report_add(set->report, CV_UNKNOWN_FONT, wanted->span, "there is no font family '%s'",
                  wanted->name)
        ->hint = cv_text_string(&hint);
}

void cv_font_set_want(cv_font_set *set, const char *family, cv_span span) {
    if (is_bundled(set, family) || find_wanted(set, family)) return;
    wanted_family wanted = {.name = family, .span = span};
    bool is_known =
        cv_family_find(set->sources, family, span, set->arena, set->report, &wanted.found);
    if (!is_known) report_unknown(set, &wanted);
    CV_PUSH(set->arena, &set->wanted, wanted);
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

cv_stated_faces cv_font_set_list(const cv_font_set *set, const char *folder) {
    return cv_family_list(set->sources->shelf, folder, set->arena);
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

static void open_listed(cv_font_set *set, const cv_listed_family *family, unsigned face,
                        listed_font *entry) {
    const cv_listed_face *listed = &family->faces[face];
    cv_font_name name = {.family = family->name, .face = face, .index = listed->index};
    if (listed->file) name.file = locate(set, listed->file, &name.origin);
    if (!name.file) return;
    entry->font = cv_font_shelf_open(set->sources->shelf, &name, &entry->reason);
    demand_memory(set);
    if (entry->font) entry->reason = cv_font_forbidden(entry->font);
    if (entry->reason) entry->font = NULL;
    entry->file = name.file;
}

static void report_refused(const listed_font *entry, cv_font_findings *findings) {
    for (size_t i = 0; i < findings->refused.count; i++)
        if (cv_equal(findings->refused.items[i], entry->file)) return;
    CV_PUSH(findings->arena, &findings->refused, entry->file);
    cv_report_add(findings->report, CV_FONT_REFUSED, (cv_span){0}, "the font '%s' %s", entry->file,
                  entry->reason);
}

static const cv_font *find_listed(cv_font_set *set, uint32_t family, unsigned face,
                                  cv_font_findings *findings) {
    listed_font *entry = &set->listed[family * CV_FACE_COUNT + face];
    if (!entry->is_known) open_listed(set, &set->list->families.items[family], face, entry);
    entry->is_known = true;
    if (entry->reason) report_refused(entry, findings);
    return entry->font;
}

static const cv_font *find_nearest_listed(cv_font_set *set, uint32_t family, unsigned face,
                                          cv_font_findings *findings) {
    nearest_faces nearest = nearest_to(face);
    const cv_font *found = NULL;
    for (int i = 0; i < 3 && !found; i++)
        found = find_listed(set, family, nearest.face[i], findings);
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

const cv_font *cv_font_set_fallback(cv_font_set *set, const cv_fallback *fallback,
                                    cv_font_findings *findings, size_t *place) {
    findings->questions++;
    if (!set->sources->list.size || !set->sources->shelf) return NULL;
    read_list(set);
    uint32_t tag = fallback->script;
    const char script[] = {(char)(tag >> 24), (char)(tag >> 16), (char)(tag >> 8), (char)tag, 0};
    const struct cv_family_numbers *own = numbers_of(set, script, fallback),
                                   *general = numbers_of(set, "Zyyy", fallback);
    while (*place < own->count + general->count) {
        size_t at = (*place)++;
        uint32_t family = at < own->count ? own->items[at] : general->items[at - own->count];
        const cv_font *font = find_nearest_listed(set, family, fallback->face, findings);
        if (font) return font;
    }
    return NULL;
}

void cv_font_set_check(const cv_font_set *set, const cv_font *font, uint32_t code_point,
                       cv_span span, cv_font_findings *findings) {
    if (font->origin != CV_FONT_OF_SYSTEM || !set->sources->refuses_system) return;
    for (size_t i = 0; i < findings->of_system.count; i++)
        if (findings->of_system.items[i] == font) return;
    CV_PUSH(findings->arena, &findings->of_system, font);
    cv_report_add(findings->report, CV_SYSTEM_FONT, span, "%s needs a font of this system: '%s'",
                  cv_unicode_name(findings->arena, code_point), font->file)
        ->hint = "put it into a folder of your own and name that with --font-dir";
}

// The family that was asked for and has this face, NULL for a bundled one.
static const wanted_family *family_of(const cv_font_set *set, const cv_font *font) {
    for (size_t i = 0; i < set->wanted.count; i++)
        for (unsigned face = 0; face < CV_FACE_COUNT; face++)
            if (set->wanted.items[i].found.faces[face] == font) return &set->wanted.items[i];
    return NULL;
}

void cv_font_set_check_style(const cv_font_set *set, const cv_font *font, unsigned face,
                             cv_span span, cv_font_findings *findings) {
    static const char *const styles[] = {[CV_FACE_REGULAR] = "regular",
                                         [CV_FACE_BOLD] = "bold",
                                         [CV_FACE_ITALIC] = "italic",
                                         [CV_FACE_BOLD_ITALIC] = "bold italic"};
    const wanted_family *wanted = family_of(set, font);
    if (!wanted || wanted->found.faces[face]) return;
    for (size_t i = 0; i < findings->lacking.count; i++)
        if (findings->lacking.items[i].font == font && findings->lacking.items[i].face == face)
            return;
    CV_PUSH(findings->arena, &findings->lacking, ((struct cv_lacking_style){font, face}));
    cv_report_add(findings->report, CV_STYLE_MISSING, span,
                  "the font '%s' has no %s face: another of its faces stands in", wanted->name,
                  styles[face])
        ->hint = "add the file of that face, or take a family that has it; none is made up";
}

void cv_font_set_reject(const cv_font_set *set, const cv_font *font, const char *reason) {
    const wanted_family *wanted = family_of(set, font);
    cv_report_add(set->report, CV_FONT_UNUSABLE, wanted ? wanted->span : (cv_span){0},
                  "the font '%s' %s", font->file, reason)
        ->hint = "take another font, or another file of this one";
}
