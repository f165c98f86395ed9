// SPDX-License-Identifier: MIT
// design_keys.c - the single list of design keys: decoder, suggestions and dump all come from it.
#include "style/design.h"

#define VALUE(path, what, member)                                                                  \
    { path, .kind = CV_DESIGN_##what, .offset = offsetof(cv_style, member) }
#define TEXT(path, member, most)                                                                   \
    { path, .kind = CV_DESIGN_TEXT, .offset = offsetof(cv_style, member), .room = (most) }
#define NUMBER(path, what, member, which)                                                          \
    {                                                                                              \
        path, .kind = CV_DESIGN_##what, .offset = offsetof(cv_style, member),                      \
              .em = offsetof(cv_style, font.size), .range = CV_RANGE_##which                       \
    }
#define LENGTH(path, member, which) NUMBER(path, LENGTH, member, which)
#define LENGTH_OF(path, member, which, em_member)                                                  \
    {                                                                                              \
        path, .kind = CV_DESIGN_LENGTH, .offset = offsetof(cv_style, member),                      \
              .em = offsetof(cv_style, em_member), .range = CV_RANGE_##which                       \
    }
#define NAMES(...)                                                                                 \
    .names = (const char *const[]) { __VA_ARGS__, NULL }
#define CHOICE(path, member, ...)                                                                  \
    { path, .kind = CV_DESIGN_CHOICE, .offset = offsetof(cv_style, member), NAMES(__VA_ARGS__) }
#define FIXED(path, ...)                                                                           \
    { path, .kind = CV_DESIGN_FIXED, NAMES(__VA_ARGS__) }
#define UNSUPPORTED(path)                                                                          \
    { path, .kind = CV_DESIGN_UNSUPPORTED, .names = NULL }

// A key stands below those that its value depends on: the font size, what em means, the colours
// that it may name.
// clang-format off
static const cv_design_key keys[] = {
    VALUE("theme", THEME, theme),

    TEXT("font.family", font.family, 200),
    TEXT("font.mono", font.mono, 200),
    NUMBER("font.size", FONT_SIZE, font.size, FONT_SIZE),
    NUMBER("font.leading", LEADING, font.leading, LEADING),
    NUMBER("font.mono_scale", SCALE, font.mono_scale, SCALE),

    NUMBER("page.size", PAGE_SIZE, page, PAGE_SIDE),
    LENGTH("page.margins.top", page.margin_top, MARGIN),
    LENGTH("page.margins.right", page.margin_right, MARGIN),
    LENGTH("page.margins.bottom", page.margin_bottom, MARGIN),
    LENGTH("page.margins.left", page.margin_left, MARGIN),

    VALUE("color.text", COLOR, color.text),
    VALUE("color.accent", COLOR, color.accent),
    VALUE("color.muted", COLOR, color.muted),
    VALUE("color.rule", COLOR, color.rule),
    VALUE("color.link", COLOR, color.link),

    CHOICE("header.align", header.align, "left", "center", "right"),
    TEXT("header.separator", header.separator, 20),
    LENGTH("header.name_size", header.name_size, TEXT_SIZE),
    LENGTH_OF("header.name_leading", header.name_leading, LEADING, header.name_size),
    CHOICE("header.name_weight", header.name_weight, "regular", "bold"),
    LENGTH("header.headline_size", header.headline_size, TEXT_SIZE),
    LENGTH("header.contact_size", header.contact_size, TEXT_SIZE),
    LENGTH("header.leading", header.leading, GAP),
    LENGTH("header.space_below", header.space_below, PITCH),
    UNSUPPORTED("header.photo"),

    LENGTH("headings.size", headings.size, TEXT_SIZE),
    CHOICE("headings.weight", headings.weight, "regular", "bold"),
    CHOICE("headings.case", headings.letter_case, "natural", "upper"),
    LENGTH_OF("headings.tracking", headings.tracking, TRACKING, headings.size),
    LENGTH("headings.rule", headings.rule, RULE),
    LENGTH("headings.rule_gap", headings.rule_gap, GAP),
    LENGTH("headings.space_above", headings.space_above, PITCH),
    LENGTH("headings.space_below", headings.space_below, PITCH),

    CHOICE("entry.first.experience", entry.first_experience, "role", "organization"),
    CHOICE("entry.first.education", entry.first_education, "institution", "degree"),
    VALUE("entry.date_format", DATE_FORMAT, entry.date_format),
    VALUE("entry.date_collapse", FLAG, entry.collapses_dates),
    FIXED("entry.side", "right", "left"),
    LENGTH("entry.space", entry.space, PITCH),
    LENGTH("entry.item_space", entry.item_space, GAP),
    VALUE("entry.keep", FLAG, entry.keep),

    TEXT("bullets.marker", bullets.marker, 8),
    TEXT("bullets.nested_marker", bullets.nested_marker, 8),
    LENGTH("bullets.indent", bullets.indent, GAP),
    LENGTH("bullets.gap", bullets.gap, GAP),

    FIXED("text.align", "ragged", "justified"),
    FIXED("text.hyphenate", "false", "true"),
    VALUE("text.smart", FLAG, is_smart),

    VALUE("links.underline", FLAG, underlines_links),
    VALUE("links.show_url", FLAG, shows_urls),

    CHOICE("footer.show", footer_show, "auto", "always", "never"),
    VALUE("footer.text", FOOTER_TEXT, footer_text),
    LENGTH("footer.size", footer_size, TEXT_SIZE),
    LENGTH("footer.distance", footer_distance, MARGIN),

    CHOICE("missing", missing, "error", "name"),
};
// clang-format on

const cv_design_key *cv_design_keys(size_t *count) {
    *count = sizeof keys / sizeof *keys;
    return keys;
}
