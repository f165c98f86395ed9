// SPDX-License-Identifier: MIT
// design_check.c - what only several values of the design together can show.
#include "style/design.h"

enum {
    LEAST_MEASURE = 10, // font sizes
    LEAST_LINES = 6
};

// The value of the highest layer among `paths[count]`, the first of equals: the one to change.
static cv_span find_culprit(const cv_design *design, const char *const *paths, size_t count) {
    const cv_design_value *culprit = cv_design_find(design, paths[0]);
    for (size_t i = 1; i < count; i++) {
        const cv_design_value *value = cv_design_find(design, paths[i]);
        if (value->layer > culprit->layer) culprit = value;
    }
    return culprit->node->span;
}

static const char *points(cv_arena *arena, int64_t length) {
    cv_text_builder text = {.arena = arena};
    cv_text_add_length(&text, (cv_length)length);
    return cv_text_string(&text);
}

static bool report_no_room(const cv_design *design, cv_span span, const char *what, int64_t room,
                           int64_t need, const char *reason) {
    cv_report_add(design->report, CV_NO_ROOM, span,
                  "the page leaves %s pt for the %s, less than %s pt (%s)",
                  points(design->arena, room), what, points(design->arena, need), reason)
        ->hint = "take a larger page, smaller margins or a smaller font";
    return false;
}

static bool check_measure(const cv_design *design, const cv_style *style) {
    static const char *const paths[] = {"page.margins.left", "page.margins.right", "page.size",
                                        "font.size"};
    int64_t measure =
        (int64_t)style->page.width - style->page.margin_left - style->page.margin_right;
    int64_t need = (int64_t)LEAST_MEASURE * style->font.size;
    if (measure >= need) return true;
    return report_no_room(design, find_culprit(design, paths, 4), "lines", measure, need, "10 em");
}

static bool check_height(const cv_design *design, const cv_style *style) {
    static const char *const paths[] = {"page.margins.top", "page.margins.bottom", "page.size",
                                        "font.leading", "font.size"};
    int64_t height =
        (int64_t)style->page.height - style->page.margin_top - style->page.margin_bottom;
    int64_t need = (int64_t)LEAST_LINES * style->font.leading;
    if (height >= need) return true;
    return report_no_room(design, find_culprit(design, paths, 5), "text", height, need, "6 lines");
}

// Headline and contact share a leading, which may be a little under the larger of the sizes: the
// headline is one line in general.
static void check_header(const cv_design *design, cv_style *style) {
    static const char *const paths[] = {"header.leading", "header.headline_size",
                                        "header.contact_size", "font.leading"};
    cv_length headline = style->header.headline_size, contact = style->header.contact_size;
    cv_length least = cv_length_scale(headline > contact ? headline : contact, 9, 10);
    if (style->header.leading >= least) return;
    cv_report_add(
        design->report, CV_LENGTH_OUT_OF_RANGE, find_culprit(design, paths, 4),
        "'design.header.leading' is %s pt, too little for the sizes of headline and contact",
        points(design->arena, style->header.leading))
        ->hint = cv_format(design->arena, "write at least %spt", points(design->arena, least));
    style->header.leading = least;
}

void cv_design_check(const cv_design *design, cv_style *style) {
    bool has_room = check_measure(design, style);
    has_room &= check_height(design, style);
    if (!has_room) cv_design_reset(design, "page.", style);
    check_header(design, style);
}
