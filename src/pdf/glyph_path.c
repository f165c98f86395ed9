// SPDX-License-Identifier: MIT
// glyph_path.c - HarfBuzz draws a glyph twice: to count its segments and to keep them, since the
// arena must not be called from its callbacks. The two quadratic curves into which TrueType mostly
// divides a cubic one are then put together again.
#include "pdf/glyph_path.h"

#include "pdf/syntax.h"

#include <hb.h>
#include <stddef.h>

typedef struct path_point {
    double x, y; // of the grid
} path_point;

typedef struct path_segment {
    char letter; // m, l, q (quadratic) or c, the operators of PDF but for q
    path_point points[3];
} path_segment;

typedef struct glyph_path {
    path_segment *segments;
    size_t count, room; // counting goes on where there is no room
    double scale;       // from font units
} glyph_path;

// Of the outlines of a strange font, what lies 20 em away is cut off; so are numbers that are none.
static double on_grid(double units, double scale) {
    enum { FARTHEST = 20 * CV_GLYPH_GRID };
    double place = units * scale;
    if (!(place > -FARTHEST)) return -FARTHEST;
    return place < FARTHEST ? place : FARTHEST;
}

static void keep(glyph_path *path, path_segment segment) {
    if (path->count < path->room) {
        for (int i = 0; i < 3; i++) {
            segment.points[i].x = on_grid(segment.points[i].x, path->scale);
            segment.points[i].y = on_grid(segment.points[i].y, path->scale);
        }
        path->segments[path->count] = segment;
    }
    path->count++;
}

static void move_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x,
                    float y, void *unused) {
    (void)functions, (void)state, (void)unused;
    keep(data, (path_segment){'m', {{x, y}}});
}

static void line_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x,
                    float y, void *unused) {
    (void)functions, (void)state, (void)unused;
    keep(data, (path_segment){'l', {{x, y}}});
}

static void quadratic_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x1,
                         float y1, float x, float y, void *unused) {
    (void)functions, (void)state, (void)unused;
    keep(data, (path_segment){'q', {{x1, y1}, {x, y}}});
}

static void cubic_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x1,
                     float y1, float x2, float y2, float x, float y, void *unused) {
    (void)functions, (void)state, (void)unused;
    keep(data, (path_segment){'c', {{x1, y1}, {x2, y2}, {x, y}}});
}

// Contours are not closed: filling does that.
static void trace(const cv_font *font, uint16_t glyph, glyph_path *path) {
    hb_draw_funcs_t *functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(functions, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(functions, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(functions, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(functions, cubic_to, NULL, NULL);
    path->count = 0;
    hb_font_get_glyph_shape(font->hb_font, glyph, functions, path);
    hb_draw_funcs_destroy(functions);
}

static path_point between(path_point a, path_point b, double part) {
    return (path_point){a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
}

static path_point on_quadratic(path_point start, const path_point *points, double part) {
    return between(between(start, points[0], part), between(points[0], points[1], part), part);
}

static path_point on_cubic(path_point start, const path_point *points, double part) {
    path_point middle = between(points[0], points[1], part);
    return between(between(between(start, points[0], part), middle, part),
                   between(middle, between(points[1], points[2], part), part), part);
}

static bool is_near(path_point a, path_point b) {
    double x = a.x - b.x, y = a.y - b.y;
    return x * x + y * y <= 1; // as near as rounding to the grid may bring it
}

// The cubic curve from `start` with the tangents of two quadratic ones at their outer ends, and in
// its middle where they meet; false if they are not the halves of such a curve.
static bool join(path_point start, const path_segment *first, const path_segment *second,
                 path_segment *joined) {
    path_point end = second->points[1], meeting = first->points[1];
    path_point out = {first->points[0].x - start.x, first->points[0].y - start.y};
    path_point in = {second->points[0].x - end.x, second->points[0].y - end.y};
    path_point sum = {(8 * meeting.x - 4 * start.x - 4 * end.x) / 3,
                      (8 * meeting.y - 4 * start.y - 4 * end.y) / 3};
    double determinant = out.x * in.y - out.y * in.x;
    if (determinant == 0) return false;
    double from_start = (sum.x * in.y - sum.y * in.x) / determinant;
    double from_end = (out.x * sum.y - out.y * sum.x) / determinant;
    *joined = (path_segment){'c',
                             {between(start, first->points[0], from_start),
                              between(end, second->points[0], from_end), end}};
    return from_start > 0 && from_end > 0 &&
           is_near(on_cubic(start, joined->points, 0.25),
                   on_quadratic(start, first->points, 0.5)) &&
           is_near(on_cubic(start, joined->points, 0.75),
                   on_quadratic(meeting, second->points, 0.5));
}

static path_segment as_cubic(path_point start, const path_segment *segment) {
    path_point end = segment->points[1];
    return (path_segment){'c',
                          {between(start, segment->points[0], 2 / 3.0),
                           between(end, segment->points[0], 2 / 3.0), end}};
}

static void add_segment(cv_text_builder *out, const path_segment *segment) {
    for (int i = 0; i < (segment->letter == 'c' ? 3 : 1); i++) {
        cv_pdf_add_decimal(out, cv_length_from(segment->points[i].x, 1), CV_POINT, 0);
        cv_text_add_char(out, ' ');
        cv_pdf_add_decimal(out, cv_length_from(segment->points[i].y, 1), CV_POINT, 0);
        cv_text_add_char(out, ' ');
    }
    cv_text_add_char(out, segment->letter);
    cv_text_add_char(out, '\n');
}

static void add_segments(cv_text_builder *out, const glyph_path *path) {
    path_point current = {0};
    for (size_t i = 0; i < path->count; i++) {
        const path_segment *segment = &path->segments[i], *next = segment + 1;
        path_segment drawn = *segment;
        if (segment->letter == 'q') {
            bool has_pair = i + 1 < path->count && next->letter == 'q';
            if (has_pair && join(current, segment, next, &drawn))
                i++;
            else
                drawn = as_cubic(current, segment);
        }
        add_segment(out, &drawn);
        current = drawn.points[drawn.letter == 'c' ? 2 : 0];
    }
}

bool cv_glyph_path_add(cv_text_builder *out, const cv_font *font, uint16_t glyph) {
    glyph_path path = {.scale = (double)CV_GLYPH_GRID / font->units_per_em};
    trace(font, glyph, &path);
    path.segments = CV_NEW_ARRAY(out->arena, path_segment, path.count);
    path.room = path.count;
    trace(font, glyph, &path);
    if (path.count != path.room) return false; // without memory, HarfBuzz draws nothing
    add_segments(out, &path);
    return true;
}
