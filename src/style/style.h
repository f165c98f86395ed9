// SPDX-License-Identifier: MIT
// style.h - every value of the design, resolved: theme, file and settings merged, units gone.
#ifndef CV_STYLE_STYLE_H
#define CV_STYLE_STYLE_H

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/schema.h"
#include "source/tree.h"
#include "style/color.h"
#include "style/data.h"
#include "style/locale.h"

#include <stdbool.h>

typedef enum cv_align { CV_ALIGN_LEFT, CV_ALIGN_CENTER, CV_ALIGN_RIGHT } cv_align;
typedef enum cv_header_align {
    CV_HEADER_LEFT,
    CV_HEADER_CENTER,
    CV_HEADER_RIGHT,
    CV_HEADER_AUTO // centred; flush left beside a photo
} cv_header_align;
typedef enum cv_photo_side { CV_PHOTO_LEFT, CV_PHOTO_RIGHT } cv_photo_side;
typedef enum cv_photo_shape {
    CV_PHOTO_RECTANGLE,
    CV_PHOTO_ROUNDED,
    CV_PHOTO_CIRCLE
} cv_photo_shape;
typedef enum cv_weight { CV_WEIGHT_REGULAR, CV_WEIGHT_BOLD } cv_weight;
typedef enum cv_case { CV_CASE_NATURAL, CV_CASE_UPPER } cv_case;
typedef enum cv_footer_show { CV_FOOTER_AUTO, CV_FOOTER_ALWAYS, CV_FOOTER_NEVER } cv_footer_show;
typedef enum cv_missing { CV_MISSING_ERROR, CV_MISSING_NAME } cv_missing;
typedef enum cv_first { CV_FIRST_ROLE, CV_FIRST_ORGANIZATION } cv_first;
typedef enum cv_first_education { CV_FIRST_INSTITUTION, CV_FIRST_DEGREE } cv_first_education;

typedef struct cv_page_style {
    cv_length width, height;
    cv_length margin_top, margin_right, margin_bottom, margin_left;
} cv_page_style;

typedef struct cv_font_style {
    const char *family, *mono; // names of faces or, later, paths
    cv_span family_span, mono_span;
    cv_length size, leading;
    cv_length mono_scale; // of the size, 16.16
} cv_font_style;

typedef struct cv_color_style {
    cv_color text, accent, muted, rule, link;
} cv_color_style;

typedef struct cv_photo_style {
    cv_length width;
    cv_photo_side side;
    cv_photo_shape shape;
} cv_photo_style;

typedef struct cv_header_style {
    cv_header_align align;
    const char *separator; // between contact items, with its blanks
    cv_length name_size;
    cv_length name_leading; // between the lines of a long name
    cv_weight name_weight;
    cv_length headline_size, contact_size;
    cv_length leading;     // of headline and contact
    cv_length space_below; // last baseline to the first heading's
    cv_photo_style photo;
} cv_header_style;

typedef struct cv_heading_style {
    cv_length size, tracking;
    cv_weight weight;
    cv_case letter_case;
    cv_length rule;                     // thickness, 0 for none
    cv_length rule_gap;                 // baseline to the top of the rule
    cv_length space_above, space_below; // baseline to baseline
} cv_heading_style;

typedef struct cv_entry_style {
    cv_first first_experience;
    cv_first_education first_education;
    const char *date_format; // a CLDR skeleton
    bool collapses_dates;    // "Mar – Jun 2023"
    cv_length space;         // last baseline of one entry to the first of the next
    cv_length item_space;    // the same between publications: added to the leading
    bool keep;               // an entry is not split over pages where it fits on one
} cv_entry_style;

typedef struct cv_bullet_style {
    const char *marker, *nested_marker;
    cv_length indent; // of the marker
    cv_length gap;    // from the marker's left edge to the text's
} cv_bullet_style;

typedef struct cv_style {
    const char *theme; // its name
    cv_page_style page;
    cv_font_style font;
    cv_color_style color;
    cv_header_style header;
    cv_heading_style headings;
    cv_entry_style entry;
    cv_bullet_style bullets;
    bool is_smart; // typographic punctuation
    bool underlines_links, shows_urls;
    cv_footer_show footer_show;
    const char *footer_text;                // with {name} {page} {pages}
    cv_length footer_size, footer_distance; // baseline to the edge of the page
    cv_missing missing;
    const cv_locale *locale;
} cv_style;

// Resolves the `design` and `language` of a tailored tree over its theme. Reports every wrong key
// and value of the design tree; the result is complete in any case.
const cv_style *cv_style_resolve(const cv_node *tree, cv_data data, cv_arena *arena,
                                 cv_report *report);

// Adds the keys of `design`.
void cv_design_describe(cv_schema *schema);

// Appends every resolved value by its design path, for `dump` and tests.
void cv_style_dump(const cv_style *style, cv_text_builder *out);

#endif
