// SPDX-License-Identifier: MIT
// builtin.c - examples and themes that are part of the library.
#include "cvpdf.h"

#include "library/engine.h"

typedef struct builtin {
    const char *name, *about, *file;
} builtin;

static int get(const builtin *all, size_t count, size_t index, cvpdf_builtin *found) {
    if (index >= count) return 0;
    cv_bytes text = cv_engine_file(all[index].file);
    *found = (cvpdf_builtin){all[index].name, all[index].about, {text.data, text.size}};
    return 1;
}

int cvpdf_example(size_t index, cvpdf_builtin *example) {
    static const builtin examples[] = {
        {"starter", "a short one with comments, to begin with", "data/starter.yaml"},
        {"academic", "the CV of a PhD student, with variants", "data/examples/academic.yaml"},
        {"engineer", "one page of a software engineer", "data/examples/engineer.yaml"},
    };
    return get(examples, sizeof examples / sizeof *examples, index, example);
}

int cvpdf_theme(size_t index, cvpdf_builtin *theme) {
    static const builtin themes[] = {
        {"classic", "One column, centred head, ruled headings", "data/themes/classic.yaml"},
    };
    return get(themes, sizeof themes / sizeof *themes, index, theme);
}
