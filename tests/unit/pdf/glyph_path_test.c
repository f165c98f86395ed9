// SPDX-License-Identifier: MIT
#include "pdf/glyph_path.h"

#include "made_font.h"

#include <stdlib.h>

// Lato as if it had so few units to an em: its glyphs grow.
static const cv_font *font_of_units(support *self, unsigned units) {
    cv_bytes file = support_file(self, "fonts/lato/Lato-Regular.ttf");
    unsigned char *head = made_copy(self, file, "head");
    made_put_16(head + 18, units);
    made_table table = {"head", {head, made_find(file, "head").size}};
    return made_open(self, made_font(self, file, &table, 1));
}

static const char *path_of(support *self, const cv_font *font, uint32_t character) {
    cv_text_builder out = {.arena = self->arena};
    assert_true(cv_glyph_path_add(&out, font, (uint16_t)cv_font_glyph(font, character)));
    return cv_text_string(&out);
}

// The least or the greatest number of a path.
static long extreme(const char *path, int sign) {
    long found = 0;
    while (*path) {
        char *end;
        long number = strtol(path, &end, 10);
        if (end != path && sign * number > sign * found) found = number;
        path = end + 1; // a blank, or the letter before one
    }
    return found;
}

static void draws_a_glyph_on_a_grid(support *self) {
    const cv_font *font = support_faces(self)[0];
    const char *path = path_of(self, font, 'l'); // a bar
    support_contains(path, " m\n");
    assert_null(strstr(path, "c\n"));
    cv_ink_height height = cv_font_ink_height(font, cv_font_glyph(font, 'l'), CV_POINT);
    assert_in_range(extreme(path, 1), CV_GLYPH_GRID * 7 / 10, CV_GLYPH_GRID * 8 / 10);
    assert_int_equal(extreme(path, 1), cv_length_scale(height.top, CV_GLYPH_GRID, CV_POINT));
    assert_string_equal(path_of(self, font, ' '), "");
}

// Twenty ems away, numbers of PDF would grow beyond what readers take.
static void cuts_off_what_lies_far_away(support *self) {
    const cv_font *font = font_of_units(self, 16);
    const char *path = path_of(self, font, 'p'); // reaches up and down
    assert_int_equal(extreme(path, 1), 20 * CV_GLYPH_GRID);
    assert_int_equal(extreme(path, -1), -20 * CV_GLYPH_GRID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(draws_a_glyph_on_a_grid),
        SUPPORT_TEST(cuts_off_what_lies_far_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
