// SPDX-License-Identifier: MIT
// font_set.h - the faces that one document may use: bundled ones, and files, which are opened only
// when it needs them.
#ifndef CV_SHAPE_FONT_SET_H
#define CV_SHAPE_FONT_SET_H

#include "base/array.h"
#include "base/diagnostic.h"
#include "base/files.h"
#include "shape/font.h"
#include "shape/font_shelf.h"
#include "shape/font_stated.h"

// Where faces are taken from. All of it outlives the set.
typedef struct cv_font_sources {
    const cv_font *const *bundled; // families in order of preference
    size_t bundled_count;
    const char *const *folders; // that the person named: they come first, in this order
    size_t folder_count;
    const char *const *system_folders; // then these
    size_t system_folder_count;
    cv_length size;       // of the text: what is drawn for it is preferred; 0: not known
    bool asks_fontconfig; // for a family that is nowhere else
    bool refuses_system;  // to need a file of these is an error that names it
    cv_bytes list;        // data/fonts.yaml; empty: nobody helps out but bundled faces
    cv_font_shelf *shelf;
    cv_files *files; // that the resume may name; NULL: none
} cv_font_sources;

typedef struct cv_font_set cv_font_set;

cv_font_set *cv_font_set_open(const cv_font_sources *sources, cv_arena *arena, cv_report *report);

// Looks for a family, by name or path, unless it has been looked for already. Reports that there is
// none, or none that can be used; the set goes on without it.
void cv_font_set_want(cv_font_set *set, const char *family, cv_span span);

// The face of a family (its name in any case), or the nearest upright or lighter one it has: faces
// are never made up. NULL if the set lacks the family.
const cv_font *cv_font_find(const cv_font_set *set, const char *family, unsigned face);

// The face to go on with where the family that was asked for is not there.
const cv_font *cv_font_first(const cv_font_set *set);

// The families of the set, each once, in order.
typedef struct cv_family_names CV_ARRAY(const char *) cv_family_names;
cv_family_names cv_font_families(const cv_font_set *set, cv_arena *arena);

// What the files of a folder that the person named say of themselves, in the order of their names.
cv_stated_faces cv_font_set_list(const cv_font_set *set, const char *folder);

// What one layout has found out about faces: each thing is reported once.
typedef struct cv_font_findings {
    cv_report *report;
    cv_arena *arena;
    size_t questions; // how often the list was asked for who helps out
    struct cv_seen_fonts CV_ARRAY(const cv_font *) of_system;
    struct cv_lacking_styles CV_ARRAY(struct cv_lacking_style {
        const cv_font *font;
        unsigned face; // that was asked for and is not its own
    }) lacking;
    struct cv_seen_files CV_ARRAY(const char *) refused;
} cv_font_findings;

// What a character needs that the family lacks.
typedef struct cv_fallback {
    uint32_t script;       // ISO 15924 tag
    const char *language;  // "ja", "ko", "zh-Hans" or "zh-Hant", whatever the document's
    const cv_font *beside; // whom it is to go with: serifs with serifs
    unsigned face;
} cv_fallback;

// The faces that may help out, one after the other: start with `*place` 0. NULL past the last.
// Files that are not there are passed over; one that cannot be used is reported.
const cv_font *cv_font_set_fallback(cv_font_set *set, const cv_fallback *fallback,
                                    cv_font_findings *findings, size_t *place);

// Reports the use of a face at `span` that is not to be used, once for each face.
void cv_font_set_check(const cv_font_set *set, const cv_font *font, uint32_t code_point,
                       cv_span span, cv_font_findings *findings);

// Reports, once for each, that a style was asked for which the font's family lacks.
void cv_font_set_check_style(const cv_font_set *set, const cv_font *font, unsigned face,
                             cv_span span, cv_font_findings *findings);

// Reports that a face of a file cannot be used after all, where its family is named; `reason` fits
// behind "the font 'FILE' ".
void cv_font_set_reject(const cv_font_set *set, const cv_font *font, const char *reason);

// All of the sources that faces depend on, but not the files themselves: equal texts, equal faces.
const char *cv_font_set_key(const cv_font_set *set);

#endif
