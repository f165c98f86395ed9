// SPDX-License-Identifier: MIT
#include "style/color.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static uint32_t pack(cv_color color) {
    return (uint32_t)color.red << 16 | (uint32_t)color.green << 8 | color.blue;
}

static void reads_hex_and_names(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t rgb;
    } cases[] = {
        {"#000", 0x000000},          {"#fff", 0xFFFFFF},        {"#1a1a1a", 0x1A1A1A},
        {"#1A1A1A", 0x1A1A1A},       {"#f80", 0xFF8800},        {"#0A0b0C", 0x0A0B0C},
        {"aliceblue", 0xF0F8FF},     {"black", 0x000000},       {"lightgoldenrodyellow", 0xFAFAD2},
        {"navy", 0x000080},          {"Navy", 0x000080},        {"DARKSLATEGRAY", 0x2F4F4F},
        {"darkslategrey", 0x2F4F4F}, {"tomato", 0xFF6347},      {"rebeccapurple", 0x663399},
        {"white", 0xFFFFFF},         {"yellowgreen", 0x9ACD32},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_color color;
        assert_true(cv_color_read(cases[i].text, &color));
        assert_int_equal(pack(color), cases[i].rgb);
    }
}

static void refuses_what_is_no_colour(void **state) {
    (void)state;
    static const char *const cases[] = {"",
                                        "#",
                                        "#1",
                                        "#12",
                                        "#1234",
                                        "#12345",
                                        "#1234567",
                                        "#12345g",
                                        "1a1a1a",
                                        "# 1a1a1a",
                                        "bluee",
                                        "blu",
                                        " blue",
                                        "blue ",
                                        "text",
                                        "rgb(0,0,0)",
                                        "transparent",
                                        "lightgoldenrodyellowlightgoldenrodyellow",
                                        "n\xC3\xA4vy",
                                        "#\xC3\xA4\xC3\xA4\xC3\xA4"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_color color = {1, 2, 3};
        assert_false(cv_color_read(cases[i], &color));
        assert_int_equal(pack(color), 0x010203);
    }
}

static const char *const css_names[] = {"aliceblue",
                                        "antiquewhite",
                                        "aqua",
                                        "aquamarine",
                                        "azure",
                                        "beige",
                                        "bisque",
                                        "black",
                                        "blanchedalmond",
                                        "blue",
                                        "blueviolet",
                                        "brown",
                                        "burlywood",
                                        "cadetblue",
                                        "chartreuse",
                                        "chocolate",
                                        "coral",
                                        "cornflowerblue",
                                        "cornsilk",
                                        "crimson",
                                        "cyan",
                                        "darkblue",
                                        "darkcyan",
                                        "darkgoldenrod",
                                        "darkgray",
                                        "darkgreen",
                                        "darkgrey",
                                        "darkkhaki",
                                        "darkmagenta",
                                        "darkolivegreen",
                                        "darkorange",
                                        "darkorchid",
                                        "darkred",
                                        "darksalmon",
                                        "darkseagreen",
                                        "darkslateblue",
                                        "darkslategray",
                                        "darkslategrey",
                                        "darkturquoise",
                                        "darkviolet",
                                        "deeppink",
                                        "deepskyblue",
                                        "dimgray",
                                        "dimgrey",
                                        "dodgerblue",
                                        "firebrick",
                                        "floralwhite",
                                        "forestgreen",
                                        "fuchsia",
                                        "gainsboro",
                                        "ghostwhite",
                                        "gold",
                                        "goldenrod",
                                        "gray",
                                        "green",
                                        "greenyellow",
                                        "grey",
                                        "honeydew",
                                        "hotpink",
                                        "indianred",
                                        "indigo",
                                        "ivory",
                                        "khaki",
                                        "lavender",
                                        "lavenderblush",
                                        "lawngreen",
                                        "lemonchiffon",
                                        "lightblue",
                                        "lightcoral",
                                        "lightcyan",
                                        "lightgoldenrodyellow",
                                        "lightgray",
                                        "lightgreen",
                                        "lightgrey",
                                        "lightpink",
                                        "lightsalmon",
                                        "lightseagreen",
                                        "lightskyblue",
                                        "lightslategray",
                                        "lightslategrey",
                                        "lightsteelblue",
                                        "lightyellow",
                                        "lime",
                                        "limegreen",
                                        "linen",
                                        "magenta",
                                        "maroon",
                                        "mediumaquamarine",
                                        "mediumblue",
                                        "mediumorchid",
                                        "mediumpurple",
                                        "mediumseagreen",
                                        "mediumslateblue",
                                        "mediumspringgreen",
                                        "mediumturquoise",
                                        "mediumvioletred",
                                        "midnightblue",
                                        "mintcream",
                                        "mistyrose",
                                        "moccasin",
                                        "navajowhite",
                                        "navy",
                                        "oldlace",
                                        "olive",
                                        "olivedrab",
                                        "orange",
                                        "orangered",
                                        "orchid",
                                        "palegoldenrod",
                                        "palegreen",
                                        "paleturquoise",
                                        "palevioletred",
                                        "papayawhip",
                                        "peachpuff",
                                        "peru",
                                        "pink",
                                        "plum",
                                        "powderblue",
                                        "purple",
                                        "rebeccapurple",
                                        "red",
                                        "rosybrown",
                                        "royalblue",
                                        "saddlebrown",
                                        "salmon",
                                        "sandybrown",
                                        "seagreen",
                                        "seashell",
                                        "sienna",
                                        "silver",
                                        "skyblue",
                                        "slateblue",
                                        "slategray",
                                        "slategrey",
                                        "snow",
                                        "springgreen",
                                        "steelblue",
                                        "tan",
                                        "teal",
                                        "thistle",
                                        "tomato",
                                        "turquoise",
                                        "violet",
                                        "wheat",
                                        "white",
                                        "whitesmoke",
                                        "yellow",
                                        "yellowgreen"};

static void knows_all_names_of_css(void **state) {
    (void)state;
    assert_int_equal(sizeof css_names / sizeof *css_names, 148);
    for (size_t i = 0; i < sizeof css_names / sizeof *css_names; i++) {
        cv_color color;
        assert_true(cv_color_read(css_names[i], &color));
    }
}

static void computes_the_contrast_of_wcag(void **state) {
    (void)state;
    static const struct {
        const char *a, *b;
        int contrast;
    } cases[] = {
        {"white", "black", 2100},  {"black", "white", 2100},  {"white", "white", 100},
        {"black", "black", 100},   {"#767676", "white", 454}, {"#777777", "white", 447},
        {"#595959", "white", 700}, {"red", "white", 399},     {"blue", "white", 859},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cv_color a, b;
        assert_true(cv_color_read(cases[i].a, &a));
        assert_true(cv_color_read(cases[i].b, &b));
        assert_int_equal(cv_color_contrast(a, b), cases[i].contrast);
    }
}

// x^2.4 as x^2 times the fifth root of x^2, by Newton's method.
static double power_2_4(double x) {
    double square = x * x, root = 1;
    for (int i = 0; i < 200; i++) root -= (root - square / (root * root * root * root)) / 5;
    return square * root;
}

static double linear(int value) {
    double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : power_2_4((c + 0.055) / 1.055);
}

static void agrees_with_the_formula_for_each_value_of_each_channel(void **state) {
    (void)state;
    for (int value = 0; value < 256; value++) {
        const uint8_t level = (uint8_t)value;
        const cv_color colors[] = {{level, 0, 0}, {0, level, 0}, {0, 0, level}};
        const double weights[] = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double ratio = (weights[i] * linear(value) + 0.05) / 0.05;
            int found = cv_color_contrast(colors[i], (cv_color){0, 0, 0});
            assert_true(found <= 100 * ratio + 0.001);
            assert_true(found > 100 * ratio - 1.001);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_hex_and_names),
        cmocka_unit_test(refuses_what_is_no_colour),
        cmocka_unit_test(knows_all_names_of_css),
        cmocka_unit_test(computes_the_contrast_of_wcag),
        cmocka_unit_test(agrees_with_the_formula_for_each_value_of_each_channel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
