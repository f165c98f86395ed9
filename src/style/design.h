// SPDX-License-Identifier: MIT
// design.h - the keys of the design tree, and what each layer says about them. Only for style/.
//
// Merging is by key: the highest layer that has a key wins. Values are decoded once, afterwards,
// in the order of the key table, since em and lh depend on the font size and the leading.
#ifndef CV_STYLE_DESIGN_H
#define CV_STYLE_DESIGN_H

#include "style/style.h"

#include <stddef.h>

typedef enum cv_design_kind {
    CV_DESIGN_THEME,       // a name; theme.c looks at it before all others
    CV_DESIGN_TEXT,        // of at most `room` code points
    CV_DESIGN_FONT_SIZE,   // a length without em and lh, which follow from it
    CV_DESIGN_LEADING,     // a length without lh, or a number of font sizes
    CV_DESIGN_LENGTH,      // a length; em is the length at `em`
    CV_DESIGN_SCALE,       // a number, into a cv_length
    CV_DESIGN_PAGE_SIZE,   // a name or two lengths, into a cv_page_style
    CV_DESIGN_COLOR,       // hex, a CSS name, or the name of a colour above it in the table
    CV_DESIGN_CHOICE,      // one of `names`, into an enum of the same order
    CV_DESIGN_FLAG,        // true or false
    CV_DESIGN_FIXED,       // the first of `names`; the others are known but not supported yet
    CV_DESIGN_DATE_FORMAT, // a CLDR skeleton of year, month and day
    CV_DESIGN_FOOTER_TEXT, // text with {name} {page} {pages}
    CV_DESIGN_KIND_COUNT
} cv_design_kind;

// What a length or number may be; design_decode.c has the bounds.
typedef enum cv_design_range {
    CV_RANGE_NONE,
    CV_RANGE_FONT_SIZE,
    CV_RANGE_LEADING,
    CV_RANGE_TEXT_SIZE,
    CV_RANGE_PAGE_SIDE,
    CV_RANGE_MARGIN,
    CV_RANGE_GAP,   // between things that cannot overlap
    CV_RANGE_PITCH, // baseline to baseline
    CV_RANGE_TRACKING,
    CV_RANGE_RULE,
    CV_RANGE_PHOTO,
    CV_RANGE_SCALE
} cv_design_range;

typedef struct cv_design_key {
    const char *path;         // below `design`
    const char *help;         // NULL: the key is for later
    const char *const *names; // up to a NULL
    size_t offset;            // of the value in cv_style
    size_t em;                // offset in cv_style of the length that em means
    size_t room;              // of a text, in code points
    cv_design_kind kind;
    cv_design_range range;
} cv_design_key;

// The single list of keys, `*count` of them; those of one mapping stand together.
const cv_design_key *cv_design_keys(size_t *count);

// Lowest first.
typedef enum cv_layer {
    CV_LAYER_CLASSIC, // the base: it has every key
    CV_LAYER_CLASSIC_ADAPT,
    CV_LAYER_THEME,
    CV_LAYER_THEME_ADAPT,
    CV_LAYER_FILE
} cv_layer;

typedef struct cv_design_value {
    const cv_node *node; // the winner
    cv_layer layer;      // where it is from
    const cv_node *base; // what `classic` says: the way out where the winner is wrong
} cv_design_value;

typedef struct cv_design {
    cv_design_value *values; // parallel to the key table
    cv_arena *arena;
    cv_report *report;
} cv_design;

cv_design cv_design_create(cv_arena *arena, cv_report *report);

// Takes over what the mapping `tree` says where no higher layer has spoken. Reports unknown keys
// and values that cannot be a value of their key at all. `tree` may be NULL or null.
void cv_design_collect(cv_design *design, const cv_node *tree, cv_layer layer);

// The value of a key by its path or by its place in cv_style, NULL if there is no such key.
const cv_design_value *cv_design_find(const cv_design *design, const char *path);
const cv_design_value *cv_design_at(const cv_design *design, size_t offset);

// Decodes every value into `style`; a wrong one is reported and replaced by that of `classic`.
void cv_design_decode(const cv_design *design, cv_style *style);

// Decodes again from `classic` alone the keys whose paths start with `prefix`.
void cv_design_reset(const cv_design *design, const char *prefix, cv_style *style);

// Reports what only several values together show: no room, lines that touch, weak contrast.
void cv_design_check(const cv_design *design, cv_style *style);

// What a length or number of this range may be, "3 to 144 pt"; NULL for none.
const char *cv_design_range_words(cv_design_range range);

// Reports the key of `node` as unknown, with the nearest of `names[count]` or all of them.
void cv_design_report_unknown_key(cv_report *report, const cv_node *node, const char *const *names,
                                  size_t count);

#endif
