// SPDX-License-Identifier: MIT
#include "pdf/fixture.h"

#include <stdio.h>

enum { WIDTH = 3, HEIGHT = 2 }; // of what is stored

static const unsigned char grey[WIDTH * HEIGHT] = {0, 51, 102, 153, 204, 255};

static cv_image grey_image(void) {
    return (cv_image){.coding = CV_IMAGE_SAMPLES,
                      .width = WIDTH,
                      .height = HEIGHT,
                      .components = 1,
                      .data = {grey, sizeof grey},
                      .orientation = 1};
}

// A page whose only item is the figure, 50 pt from the left and 100 pt from the top.
static void start(fixture *made, support *self, const cv_figure *figure) {
    fixture_init(made, self);
    fixture_page(made);
    cv_mark document = fixture_element(made, CV_TAG_DOCUMENT, CV_ARTIFACT);
    cv_item item = {.kind = CV_ITEM_FIGURE,
                    .mark = fixture_element(made, CV_TAG_FIGURE, document),
                    .at = {50 * CV_POINT, 100 * CV_POINT}};
    item.as.figure = figure;
    fixture_item(made, item);
}

static void clips_to_the_shape(support *self) {
    static const struct {
        cv_photo_shape shape;
        const char *path; // of an area of 60 to 40 pt
    } cases[] = {
        {CV_PHOTO_RECTANGLE, "50 660 60 40 re W n\n"},
        // Corners with a radius of 4 pt.
        {CV_PHOTO_ROUNDED, "54 660 m\n106 660 l\n"
                           "108.2092 660 110 661.7908 110 664 c\n110 696 l\n"
                           "110 698.2092 108.2092 700 106 700 c\n54 700 l\n"
                           "51.7908 700 50 698.2092 50 696 c\n50 664 l\n"
                           "50 661.7908 51.7908 660 54 660 c\nh W n\n"},
        {CV_PHOTO_CIRCLE, "70 660 m\n90 660 l\n"
                          "101.046 660 110 668.954 110 680 c\n110 680 l\n"
                          "110 691.046 101.046 700 90 700 c\n70 700 l\n"
                          "58.954 700 50 691.046 50 680 c\n50 680 l\n"
                          "50 668.954 58.954 660 70 660 c\nh W n\n"},
    };
    cv_image image = grey_image();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_figure figure = {.image = &image,
                            .width = 60 * CV_POINT,
                            .height = 40 * CV_POINT,
                            .shape = cases[i].shape};
        fixture made;
        start(&made, self, &figure);
        support_contains(fixture_content(&made, 0),
                         cv_format(self->arena, "/Figure <</MCID 0>> BDC\nq\n%s", cases[i].path));
    }
}

// Where the matrix takes a corner of the unit square: L or R, then T or B.
static const char *corner(support *self, const double *matrix, int x, int y, double width,
                          double height) {
    double across = matrix[0] * x + matrix[2] * y + matrix[4] - 50;
    double up = matrix[1] * x + matrix[3] * y + matrix[5] - (700 - height);
    assert_true(across == 0 || across == width);
    assert_true(up == 0 || up == height);
    return cv_format(self->arena, "%c%c", across == 0 ? 'L' : 'R', up == 0 ? 'B' : 'T');
}

// An image stands in the unit square, its first row at the top (ISO 32000-1, 8.9.5.1).
static void turns_images_as_exif_says(support *self) {
    static const char *const corners[][3] = {
        // of the first row its first and last column, and the first column of the last row
        {"LT", "RT", "LB"}, {"RT", "LT", "RB"}, {"RB", "LB", "RT"}, {"LB", "RB", "LT"},
        {"LT", "LB", "RT"}, {"RT", "RB", "LT"}, {"RB", "RT", "LB"}, {"LB", "LT", "RB"},
    };
    for (unsigned i = 0; i < 8; i++) {
        cv_image image = grey_image();
        image.orientation = i + 1;
        double width = 10.0 * cv_image_shown_width(&image);
        double height = 10.0 * cv_image_shown_height(&image);
        cv_figure figure = {.image = &image,
                            .width = cv_length_from(width, 1),
                            .height = cv_length_from(height, 1)};
        fixture made;
        start(&made, self, &figure);
        const char *content = strstr(fixture_content(&made, 0), "W n\n");
        assert_non_null(content);
        double matrix[6];
        int count = sscanf(content, "W n %lf %lf %lf %lf %lf %lf cm", &matrix[0], &matrix[1],
                           &matrix[2], &matrix[3], &matrix[4], &matrix[5]);
        assert_int_equal(count, 6);
        const char *const *want = corners[i];
        assert_string_equal(corner(self, matrix, 0, 1, width, height), want[0]);
        assert_string_equal(corner(self, matrix, 1, 1, width, height), want[1]);
        assert_string_equal(corner(self, matrix, 0, 0, width, height), want[2]);
    }
}

static void stores_grey_as_grey_and_once(support *self) {
    cv_image image = grey_image();
    cv_figure figure = {.image = &image, .width = 60 * CV_POINT, .height = 40 * CV_POINT};
    fixture made;
    start(&made, self, &figure);
    cv_item again = made.display.pages.items[0].items.items[0];
    fixture_page(&made);
    fixture_item(&made, again);
    const char *file = fixture_write(&made);
    unsigned object = fixture_reference(file, "/XObject<</Photo ");
    const char *second = strstr(file, "/XObject<</Photo ") + 1;
    assert_int_equal(fixture_reference(second, "/XObject<</Photo "), object);
    const char *first = strstr(file, "/Subtype/Image");
    assert_non_null(first);
    assert_null(strstr(first + 1, "/Subtype/Image"));
    const char *entries = fixture_object(&made, file, object);
    support_contains(entries, "/Width 3/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray");
    support_contains(entries, "/DecodeParms<</Predictor 15/Colors 1/Columns 3>>");
    size_t size;
    const char *rows = fixture_stream(&made, object, &size);
    assert_int_equal(size, sizeof grey + HEIGHT); // and the number of a filter for each row
    assert_memory_equal(rows, "\1\0\x33\x33", 4); // from the left neighbour
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(clips_to_the_shape),
        SUPPORT_TEST(turns_images_as_exif_says),
        SUPPORT_TEST(stores_grey_as_grey_and_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
