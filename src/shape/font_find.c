// SPDX-License-Identifier: MIT
// font_find.c - families of a set of faces.
#include "shape/font_find.h"

static const cv_font *find_exact(cv_font_set set, const char *family, unsigned face) {
    for (size_t i = 0; i < set.count; i++)
        if (set.fonts[i]->face == face && cv_equal_ignoring_case(set.fonts[i]->family, family))
            return set.fonts[i];
    return NULL;
}

const cv_font *cv_font_find(cv_font_set set, const char *family, unsigned face) {
    const unsigned nearest[] = {face, face & ~(unsigned)CV_FACE_ITALIC, CV_FACE_REGULAR};
    const cv_font *found = NULL;
    for (size_t i = 0; i < sizeof nearest / sizeof *nearest && !found; i++)
        found = find_exact(set, family, nearest[i]);
    return found;
}

cv_family_names cv_font_families(cv_font_set set, cv_arena *arena) {
    cv_family_names names = {0};
    for (size_t i = 0; i < set.count; i++) {
        bool is_known = false;
        for (size_t j = 0; j < names.count; j++)
            is_known |= cv_equal_ignoring_case(names.items[j], set.fonts[i]->family);
        if (!is_known) CV_PUSH(arena, &names, set.fonts[i]->family);
    }
    return names;
}
