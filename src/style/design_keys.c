// SPDX-License-Identifier: MIT
// design_keys.c - the single list of design keys: decoder, suggestions, dump, schema
// and manual all come from it.
#include "style/design.h"

#define VALUE(path, words, what, member)                                                           \
    { path, .help = (words), .kind = CV_DESIGN_##what, .offset = offsetof(cv_style, member) }
#define TEXT(path, words, member, most)                                                            \
    {                                                                                              \
        path, .help = (words), .kind = CV_DESIGN_TEXT, .offset = offsetof(cv_style, member),       \
              .room = (most)                                                                       \
    }
#define NUMBER(path, words, what, member, which)                                                   \
    {                                                                                              \
        path, .help = (words), .kind = CV_DESIGN_##what, .offset = offsetof(cv_style, member),     \
              .em = offsetof(cv_style, font.size), .range = CV_RANGE_##which                       \
    }
#define LENGTH(path, words, member, which) NUMBER(path, words, LENGTH, member, which)
#define LENGTH_OF(path, words, member, which, em_member)                                           \
    {                                                                                              \
        path, .help = (words), .kind = CV_DESIGN_LENGTH, .offset = offsetof(cv_style, member),     \
              .em = offsetof(cv_style, em_member), .range = CV_RANGE_##which                       \
    }
#define NAMES(...)                                                                                 \
    .names = (const char *const[]) { __VA_ARGS__, NULL }
#define CHOICE(path, words, member, ...)                                                           \
    {                                                                                              \
        path, .help = (words), .kind = CV_DESIGN_CHOICE, .offset = offsetof(cv_style, member),     \
              NAMES(__VA_ARGS__)                                                                   \
    }
#define FIXED(path, words, ...)                                                                    \
    { path, .help = (words), .kind = CV_DESIGN_FIXED, NAMES(__VA_ARGS__) }

// A key stands below those that its value depends on: the font size, what em means, the colours
// that it may name.
// clang-format off
static const cv_design_key keys[] = {
    VALUE("theme", "name of a theme: the defaults of all the rest", THEME, theme),

    TEXT("font.family", "the font of all texts", font.family, 200),
    TEXT("font.mono", "the font of code", font.mono, 200),
    NUMBER("font.size", "size of running text", FONT_SIZE, font.size, FONT_SIZE),
    NUMBER("font.leading", "from baseline to baseline, a length or a number of font sizes",
        LEADING, font.leading, LEADING),
    NUMBER("font.mono_scale", "size of code against the text around it",
        SCALE, font.mono_scale, SCALE),

    NUMBER("page.size", "a4, letter, a5, or width and height", PAGE_SIZE, page, PAGE_SIDE),
    LENGTH("page.margins.top", "above the text", page.margin_top, MARGIN),
    LENGTH("page.margins.right", "to the right of the text", page.margin_right, MARGIN),
    LENGTH("page.margins.bottom", "below the text", page.margin_bottom, MARGIN),
    LENGTH("page.margins.left", "to the left of the text", page.margin_left, MARGIN),

    VALUE("color.text", "of running text", COLOR, color.text),
    VALUE("color.accent", "of the headings", COLOR, color.accent),
    VALUE("color.muted", "of what stands back: headline, keywords, footer", COLOR, color.muted),
    VALUE("color.rule", "of lines; also text, accent or muted for the same as that",
        COLOR, color.rule),
    VALUE("color.link", "of links; also text, accent or muted for the same as that",
        COLOR, color.link),

    CHOICE("header.align", "of name, headline and contact; auto is center, or left beside a photo",
        header.align, "left", "center", "right", "auto"),
    TEXT("header.separator", "between contact items, with its blanks", header.separator, 20),
    LENGTH("header.name_size", "size of the name", header.name_size, TEXT_SIZE),
    LENGTH_OF("header.name_leading", "between the lines of a long name; em is its size",
        header.name_leading, LEADING, header.name_size),
    CHOICE("header.name_weight", "of the name", header.name_weight, "regular", "bold"),
    LENGTH("header.headline_size", "size of the headline", header.headline_size, TEXT_SIZE),
    LENGTH("header.contact_size", "size of the contact items", header.contact_size, TEXT_SIZE),
    LENGTH("header.leading", "of headline and contact", header.leading, GAP),
    LENGTH("header.space_below", "from baseline to baseline, to the first heading",
        header.space_below, PITCH),
    LENGTH("header.photo.width", "of the photo; its height follows", header.photo.width, PHOTO),
    CHOICE("header.photo.side", "where the photo stands", header.photo.side, "left", "right"),
    CHOICE("header.photo.shape", "a circle shows the middle",
        header.photo.shape, "rectangle", "rounded", "circle"),

    LENGTH("headings.size", "size of section titles", headings.size, TEXT_SIZE),
    CHOICE("headings.weight", "of section titles", headings.weight, "regular", "bold"),
    CHOICE("headings.case", "upper, or natural for as written",
        headings.letter_case, "natural", "upper"),
    LENGTH_OF("headings.tracking", "space added between letters; em is the size of the heading",
        headings.tracking, TRACKING, headings.size),
    LENGTH("headings.rule", "thickness of the line below, 0 for none", headings.rule, RULE),
    LENGTH("headings.rule_gap", "from the baseline to the line", headings.rule_gap, GAP),
    LENGTH("headings.space_above", "from baseline to baseline", headings.space_above, PITCH),
    LENGTH("headings.space_below", "from baseline to baseline", headings.space_below, PITCH),

    CHOICE("entry.first.experience", "what stands first and bold",
        entry.first_experience, "role", "organization"),
    CHOICE("entry.first.education", "what stands first and bold",
        entry.first_education, "institution", "degree"),
    VALUE("entry.date_format", "a CLDR skeleton such as yMMMM, yMMM, yM or y",
        DATE_FORMAT, entry.date_format),
    VALUE("entry.date_collapse", "true for Mar – Jun 2023 in place of Mar 2023 – Jun 2023",
        FLAG, entry.collapses_dates),
    FIXED("entry.side", "where the dates stand", "right", "left"),
    LENGTH("entry.space", "from baseline to baseline between entries", entry.space, PITCH),
    LENGTH("entry.item_space", "added to the leading between publications", entry.item_space, GAP),
    VALUE("entry.keep", "do not split an entry over two pages if it fits on one", FLAG, entry.keep),

    TEXT("bullets.marker", "up to 8 characters", bullets.marker, 8),
    TEXT("bullets.nested_marker", "up to 8 characters", bullets.nested_marker, 8),
    LENGTH("bullets.indent", "of the marker", bullets.indent, GAP),
    LENGTH("bullets.gap", "from the left edge of the marker to the text", bullets.gap, GAP),

    FIXED("text.align", "of running text", "ragged", "justified"),
    FIXED("text.hyphenate", "whether words may be divided", "false", "true"),
    VALUE("text.smart", "typographic quotes, dashes and dots for straight ones", FLAG, is_smart),

    VALUE("links.underline", "whether links are underlined", FLAG, underlines_links),
    VALUE("links.show_url", "print the address after the text of a link", FLAG, shows_urls),

    CHOICE("footer.show", "auto is from page 2 on", footer_show, "auto", "always", "never"),
    VALUE("footer.text", "text with {name}, {page} and {pages}", FOOTER_TEXT, footer_text),
    LENGTH("footer.size", "size of the footer", footer_size, TEXT_SIZE),
    LENGTH("footer.distance", "from its baseline to the edge of the paper",
        footer_distance, MARGIN),

    CHOICE("missing", "what a character becomes that no font has: an error, or its name in brackets",
        missing, "error", "name"),
};
// clang-format on

const cv_design_key *cv_design_keys(size_t *count) {
    *count = sizeof keys / sizeof *keys;
    return keys;
}
