// SPDX-License-Identifier: MIT
// components.c - what to name in a bug report.
#include "cvpdf.h"

#include "base/unicode.h"
#include "export/json.h"
#include "image/png.h"
#include "pdf/haru.h"
#include "shape/font.h"
#include "shape/font_find.h"
#include "source/yaml.h"

static const char *hardening_flags(void) { return CV_HARDENING; }

static const struct {
    const char *name;
    const char *(*version)(void);
} components[] = {
    {"libyaml", cv_yaml_version},
    {"ICU", cv_unicode_version},
    {"HarfBuzz", cv_font_library_version},
    {"libharu", cv_haru_version},
    {"libpng", cv_png_version},
    {"fontconfig", cv_fonts_library_version},
    {"jansson", cv_json_version},
    {"hardening", hardening_flags},
};
enum { COMPONENT_COUNT = sizeof components / sizeof *components };

int cvpdf_component(size_t index, const char **name, const char **version) {
    if (index >= COMPONENT_COUNT) return 0;
    *name = components[index].name;
    *version = components[index].version();
    return 1;
}
