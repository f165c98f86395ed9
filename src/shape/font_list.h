// SPDX-License-Identifier: MIT
// font_list.h - which files may help out a family that lacks a character: data/fonts.yaml, read.
//
// The list decides, and not the machine: two machines that have the same files choose the same.
#ifndef CV_SHAPE_FONT_LIST_H
#define CV_SHAPE_FONT_LIST_H

#include "base/array.h"
#include "base/text.h"
#include "shape/font.h"

#include <stdbool.h>
#include <stdint.h>

// A face as the list has it: "NotoSansCJK-Regular.ttc#2".
typedef struct cv_listed_face {
    const char *file; // its name, without a folder; NULL: the family has no such face
    unsigned index;
} cv_listed_face;

typedef struct cv_listed_family {
    const char *name;
    cv_listed_face faces[CV_FACE_COUNT];
} cv_listed_family;
typedef struct cv_listed_families CV_ARRAY(cv_listed_family) cv_listed_families;

// Families for a script, as indices into the list's, in the order in which they are tried.
typedef struct cv_listed_chain {
    const char *script;   // ISO 15924
    const char *language; // BCP 47; NULL: for all
    struct cv_family_numbers CV_ARRAY(uint32_t) sans, serif;
} cv_listed_chain;
typedef struct cv_listed_chains CV_ARRAY(cv_listed_chain) cv_listed_chains;

typedef struct cv_font_list {
    cv_listed_families families;
    cv_listed_chains chains;
    struct cv_serif_names CV_ARRAY(const char *) serif; // families whose tables do not tell
} cv_font_list;

// Reads the list. Names that no family has, and keys that it does not know, are left out.
const cv_font_list *cv_font_list_read(cv_bytes text, cv_arena *arena);

// The chain of a script, in a language where it has one of its own for that. NULL if there is none.
const cv_listed_chain *cv_font_list_find(const cv_font_list *list, const char *script,
                                         const char *language);

#endif
