// SPDX-License-Identifier: MIT
// style_dump.c - every resolved value by its design path, through the key table.
#include "style/design.h"

#include <string.h>

typedef void value_writer(const cv_design_key *key, const void *value, cv_text_builder *out);

static void write_text(const cv_design_key *key, const void *value, cv_text_builder *out) {
    (void)key;
    cv_text_add_quoted(out, *(const char *const *)value);
}

static void write_length(const cv_design_key *key, const void *value, cv_text_builder *out) {
    (void)key;
    cv_text_add_length(out, *(const cv_length *)value);
}

static void write_page_size(const cv_design_key *key, const void *value, cv_text_builder *out) {
    const cv_page_style *page = value;
    write_length(key, &page->width, out);
    cv_text_add_char(out, ' ');
    write_length(key, &page->height, out);
}

static void write_color(const cv_design_key *key, const void *value, cv_text_builder *out) {
    (void)key;
    const cv_color *color = value;
    cv_text_add(out, "#%02x%02x%02x", color->red, color->green, color->blue);
}

static void write_choice(const cv_design_key *key, const void *value, cv_text_builder *out) {
    unsigned index;
    memcpy(&index, value, sizeof index);
    cv_text_add_string(out, key->names[index]);
}

static void write_flag(const cv_design_key *key, const void *value, cv_text_builder *out) {
    (void)key;
    cv_text_add_string(out, *(const bool *)value ? "true" : "false");
}

static void write_fixed(const cv_design_key *key, const void *value, cv_text_builder *out) {
    (void)value;
    cv_text_add_string(out, key->names[0]);
}

static value_writer *const writers[CV_DESIGN_KIND_COUNT] = {
    [CV_DESIGN_THEME] = write_text,          [CV_DESIGN_TEXT] = write_text,
    [CV_DESIGN_FONT_SIZE] = write_length,    [CV_DESIGN_LEADING] = write_length,
    [CV_DESIGN_LENGTH] = write_length,       [CV_DESIGN_SCALE] = write_length,
    [CV_DESIGN_PAGE_SIZE] = write_page_size, [CV_DESIGN_COLOR] = write_color,
    [CV_DESIGN_CHOICE] = write_choice,       [CV_DESIGN_FLAG] = write_flag,
    [CV_DESIGN_FIXED] = write_fixed,         [CV_DESIGN_DATE_FORMAT] = write_text,
    [CV_DESIGN_FOOTER_TEXT] = write_text,
};

void cv_style_dump(const cv_style *style, cv_text_builder *out) {
    size_t count;
    const cv_design_key *keys = cv_design_keys(&count);
    for (size_t i = 0; i < count; i++) {
        if (!writers[keys[i].kind]) continue;
        cv_text_add(out, "%s ", keys[i].path);
        writers[keys[i].kind](&keys[i], (const char *)style + keys[i].offset, out);
        cv_text_add_char(out, '\n');
    }
    cv_locale_dump(style->locale, out);
}
