// SPDX-License-Identifier: MIT
// figure.c - the operators that draw a photo: the shape to clip it to, how it is turned, and where.
#include "pdf/syntax.h"
#include "pdf/writer.h"

// A rectangle in the coordinates of PDF, from its lower left corner.
typedef struct area {
    cv_length x, y, width, height;
} area;

static void add(cv_text_builder *out, cv_length length) {
    cv_pdf_add_length(out, length);
    cv_text_add_char(out, ' ');
}

static void add_point(cv_text_builder *out, cv_length x, cv_length y) {
    add(out, x);
    add(out, y);
}

// A corner as a quarter of a circle, from `from` to `to`, of which one differs from `corner` in x,
// the other in y. The distance of its handles is Riškus' 0.5523 of the radius ("Approximation of a
// cubic Bezier curve by circular arcs and vice versa", 2006), counted from the ends.
static void add_corner(cv_text_builder *out, cv_point from, cv_point corner, cv_point to) {
    const int64_t handle = 5523, whole = 10000;
    add_point(out, from.x + cv_length_scale(corner.x - from.x, handle, whole),
              from.y + cv_length_scale(corner.y - from.y, handle, whole));
    add_point(out, to.x + cv_length_scale(corner.x - to.x, handle, whole),
              to.y + cv_length_scale(corner.y - to.y, handle, whole));
    add_point(out, to.x, to.y);
    cv_text_add_string(out, "c\n");
}

static void add_rounded(cv_text_builder *out, area in, cv_length radius) {
    cv_length right = in.x + in.width, top = in.y + in.height;
    add_point(out, in.x + radius, in.y);
    cv_text_add_string(out, "m\n");
    add_point(out, right - radius, in.y);
    cv_text_add_string(out, "l\n");
    add_corner(out, (cv_point){right - radius, in.y}, (cv_point){right, in.y},
               (cv_point){right, in.y + radius});
    add_point(out, right, top - radius);
    cv_text_add_string(out, "l\n");
    add_corner(out, (cv_point){right, top - radius}, (cv_point){right, top},
               (cv_point){right - radius, top});
    add_point(out, in.x + radius, top);
    cv_text_add_string(out, "l\n");
    add_corner(out, (cv_point){in.x + radius, top}, (cv_point){in.x, top},
               (cv_point){in.x, top - radius});
    add_point(out, in.x, in.y + radius);
    cv_text_add_string(out, "l\n");
    add_corner(out, (cv_point){in.x, in.y + radius}, (cv_point){in.x, in.y},
               (cv_point){in.x + radius, in.y});
    cv_text_add_string(out, "h ");
}

static void add_clip(cv_text_builder *out, const cv_figure *figure, area in) {
    enum { ROUNDNESS = 10 }; // radii in the width
    cv_length shorter = in.width < in.height ? in.width : in.height;
    if (figure->shape == CV_PHOTO_RECTANGLE) {
        add_point(out, in.x, in.y);
        add_point(out, in.width, in.height);
        cv_text_add_string(out, "re ");
    } else {
        bool is_circle = figure->shape == CV_PHOTO_CIRCLE;
        add_rounded(out, in, is_circle ? shorter / 2 : shorter / ROUNDNESS);
    }
    cv_text_add_string(out, "W n\n");
}

// The area that the whole image takes when it covers `in`, its middle in the middle.
static area cover(const cv_image *image, area in) {
    int64_t width = cv_image_shown_width(image), height = cv_image_shown_height(image);
    area whole = in;
    if ((int64_t)in.width * height < (int64_t)in.height * width)
        whole.width = cv_length_scale(in.height, width, height);
    else
        whole.height = cv_length_scale(in.width, height, width);
    whole.x -= (whole.width - in.width) / 2;
    whole.y -= (whole.height - in.height) / 2;
    return whole;
}

// Where the columns and rows of what is stored run when it is upright: of the Exif orientations, 6
// has the first row at the right and the first column at the top.
typedef struct turn {
    bool is_transposed;
    bool is_x_reversed, is_y_reversed; // of what is seen
} turn;

static const turn turns[] = {
    {false, false, false}, {false, true, false}, {false, true, true}, {false, false, true},
    {true, false, false},  {true, true, false},  {true, true, true},  {true, false, true},
};

// The matrix that takes the unit square of the image, whose top row is stored first, to `in`.
static void add_matrix(cv_text_builder *out, const cv_image *image, area in) {
    turn way = turns[image->orientation - 1];
    cv_length across = way.is_x_reversed ? -in.width : in.width;
    // Upward, as PDF counts: rows run down, so they are reversed from the start.
    cv_length up = way.is_y_reversed ? -in.height : in.height;
    cv_length x = way.is_x_reversed ? in.x + in.width : in.x;
    cv_length y = way.is_y_reversed ? in.y + in.height : in.y;
    if (!way.is_transposed) {
        add_point(out, across, 0);
        add_point(out, 0, up);
        add_point(out, x, y);
    } else { // the columns run down, the rows, from the last to the first, to the left
        add_point(out, 0, -up);
        add_point(out, -across, 0);
        add_point(out, x + across, y + up);
    }
    cv_text_add_string(out, "cm\n");
}

void cv_figure_draw(const cv_item *item, cv_length page_height, cv_text_builder *out) {
    const cv_figure *figure = item->as.figure;
    area in = {item->at.x, page_height - item->at.y - figure->height, figure->width,
               figure->height};
    cv_text_add_string(out, "q\n");
    add_clip(out, figure, in);
    add_matrix(out, figure->image, cover(figure->image, in));
    cv_text_add_string(out, "/" CV_PHOTO_NAME " Do\nQ\n");
}
