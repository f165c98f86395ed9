// SPDX-License-Identifier: MIT
// face_choice.h - which face shows which part of a stretch.
//
// The family shows all that it has. A word with a letter that it lacks changes its face as a whole,
// and the words of one script go to one face where there is one for all; a symbol goes alone.
#ifndef CV_SHAPE_FACE_CHOICE_H
#define CV_SHAPE_FACE_CHOICE_H

#include "shape/font_set.h"

// Faces in the order in which they are tried for a character, the family's first.
typedef struct cv_font_chain {
    const cv_font *const *fonts;
    size_t count;
} cv_font_chain;

typedef struct cv_face_wish {
    cv_font_chain chain;
    cv_font_set *set; // who helps out after the chain; NULL: nobody
    cv_font_findings *findings;
    unsigned face;        // CV_FACE_REGULAR and so on
    const char *language; // as in cv_fallback
} cv_face_wish;

// From the end of the part before on.
typedef struct cv_face_part {
    uint32_t end;        // byte of the text, between two clusters
    const cv_font *font; // NULL: no face has it
} cv_face_part;
typedef struct cv_face_parts CV_ARRAY(cv_face_part) cv_face_parts;

// The parts of bytes [begin, end) of `string`, which is not empty.
cv_face_parts cv_faces_choose(const cv_face_wish *wish, const char *string, uint32_t begin,
                              uint32_t end, cv_arena *arena);

// Whether a face can show a code point, if need be by another glyph that looks the same.
bool cv_font_covers(const cv_font *font, uint32_t code_point);

// The code point to shape for one of the text: a no-break space as a space, a no-break hyphen as a
// hyphen where the face lacks it.
uint32_t cv_font_stand_in(const cv_font *font, uint32_t code_point);

// Steps over a cluster: a base and its marks.
const char *cv_cluster_end(const char *text, const char *end);

// The script of a cluster as ISO 15924 tag, and whether it goes with any other.
uint32_t cv_script_of(const char *text);
bool cv_script_is_neutral(uint32_t script);

#endif
