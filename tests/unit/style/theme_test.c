// SPDX-License-Identifier: MIT
#include "style/fixture.h"

static void sets_classic_as_it_was_designed(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_style *style = fixture_resolve(self, "name: A");
    assert_null(self->report.first);
    assert_string_equal(style->theme, "classic");
    const struct {
        cv_length found;
        double points;
    } lengths[] = {
        {style->font.size, 10.5},          {style->font.leading, 13.5},
        {style->header.name_size, 22},     {style->header.name_leading, 27},
        {style->header.headline_size, 11}, {style->header.contact_size, 10},
        {style->header.leading, 13.5},     {style->header.space_below, 27},
        {style->headings.size, 11},        {style->headings.tracking, 0.66},
        {style->headings.rule, 0.5},       {style->headings.rule_gap, 4},
        {style->headings.space_above, 27}, {style->headings.space_below, 20.25},
        {style->entry.space, 20.25},       {style->entry.item_space, 6.75},
        {style->bullets.indent, 0},        {style->bullets.gap, 11},
        {style->footer_size, 8},           {style->font.mono_scale, 0.92},
    };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        assert_int_equal(lengths[i].found, cv_length_from(lengths[i].points, 1));
    fixture_destroy(self);
}

typedef struct adapted {
    const char *yaml, *path, *value;
} adapted;

static void adapts_classic_to_paper_and_font(void **state) {
    (void)state;
    static const adapted cases[] = {
        {"design: {page: {size: letter}}", "page.margins.top", "50.40"},
        {"design: {page: {size: Letter}}", "page.margins.right", "68.40"},
        {"design: {page: {size: letter, margins: {right: 1in}}}", "page.margins.right", "72.00"},
        {"design: {page: {size: letter, margins: {right: 1in}}}", "page.margins.left", "68.40"},
        {"design: {page: {size: a5}}", "page.margins.left", "42.52"},
        {"design: {page: {size: a4}}", "page.margins.left", "68.03"},
        {"design: {page: {size: [612pt, 792pt]}}", "page.margins.left", "68.03"},
        {"design: {font: {family: Gentium Plus}}", "font.size", "11.00"},
        {"design: {font: {family: Gentium Plus}}", "font.leading", "13.50"},
        {"design: {font: {family: gentium plus}}", "font.size", "11.00"},
        {"design: {font: {family: Gentium Plus, size: 10pt}}", "font.size", "10.00"},
        {"design: {font: {family: Lato}}", "font.size", "10.50"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        const cv_style *style = fixture_resolve(self, cases[i].yaml);
        assert_null(self->report.first);
        assert_string_equal(fixture_value(self, style, cases[i].path), cases[i].value);
        fixture_destroy(self);
    }
}

static const char layered[] = "name: layered\n"
                              "description: for the tests\n"
                              "design:\n"
                              "  font: {size: 9pt, family: Body}\n"
                              "  page: {margins: 20mm}\n"
                              "  color: {text: navy}\n"
                              "adapt:\n"
                              "  - when: {page.size: letter}\n"
                              "    design: {page: {margins: {top: 30mm}}, font: {mono: Wide}}\n"
                              "  - when: {page.size: letter, font.family: Other}\n"
                              "    design: {color: {text: maroon}}\n";

static void lays_classic_the_theme_and_the_file_over_each_other(void **state) {
    (void)state;
    static const adapted cases[] = {
        {"design: {theme: layered}", "theme", "\"layered\""},
        {"design: {theme: layered}", "font.size", "9.00"},
        {"design: {theme: layered}", "font.mono", "\"JetBrains Mono\""},
        {"design: {theme: layered}", "bullets.marker", "\"•\""},
        {"design: {theme: layered}", "page.margins.left", "56.69"},
        {"design: {theme: layered, font: {size: 8pt}}", "font.size", "8.00"},
        {"design: {theme: layered, font: {size: 8pt}}", "font.family", "\"Body\""},
        // The theme's own margins count for more than what classic has for Letter.
        {"design: {theme: layered, page: {size: letter}}", "page.margins.left", "56.69"},
        {"design: {theme: layered, page: {size: letter}}", "page.margins.top", "85.04"},
        {"design: {theme: layered, page: {size: letter, margins: {top: 1in}}}", "page.margins.top",
         "72.00"},
        {"design: {theme: layered, page: {margins: {top: 1in}}}", "page.margins.bottom", "56.69"},
        {"design: {theme: layered, page: {size: letter}}", "font.mono", "\"Wide\""},
        {"design: {theme: layered, page: {size: letter}}", "color.text", "#000080"},
        {"design: {theme: layered, page: {size: letter}, font: {family: Other}}", "color.text",
         "#800000"},
        {"design: {theme: classic}", "font.size", "10.50"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        self->file = (fixture_file){"data/themes/layered.yaml", layered};
        const cv_style *style = fixture_resolve(self, cases[i].yaml);
        assert_null(self->report.first);
        assert_string_equal(fixture_value(self, style, cases[i].path), cases[i].value);
        fixture_destroy(self);
    }
}

static void names_themes_that_it_does_not_have(void **state) {
    (void)state;
    static const struct {
        const char *theme;
        cv_problem problem;
        const char *hint;
    } cases[] = {
        {"clasic", CV_UNKNOWN_THEME, "did you mean 'classic'?"},
        {"Classic", CV_UNKNOWN_THEME, "did you mean 'classic'?"},
        {"jake", CV_UNKNOWN_THEME, "write classic, or the path of a theme: jake.yaml"},
        {"''", CV_UNKNOWN_THEME, NULL},
        {"..", CV_UNKNOWN_THEME, NULL},
        {"themes/mine.yaml", CV_FILE_REFUSED, NULL}, // the job of these tests may read none
        {"mine.yml", CV_FILE_REFUSED, NULL},
        {"../locales/en", CV_FILE_REFUSED, NULL},
        {"[classic]", CV_WRONG_TYPE, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        const char *yaml = cv_format(self->arena, "design: {theme: %s}", cases[i].theme);
        const cv_style *style = fixture_resolve(self, yaml);
        assert_int_equal(self->report.errors, 1);
        assert_int_equal(self->report.first->problem, cases[i].problem);
        assert_string_equal(fixture_excerpt(self, self->report.first), cases[i].theme);
        if (cases[i].hint) assert_contains(self->report.first->hint, cases[i].hint);
        assert_string_equal(style->theme, "classic");
        assert_string_equal(fixture_value(self, style, "font.size"), "10.50");
        fixture_destroy(self);
    }
}

static void points_into_the_theme_that_has_the_mistake(void **state) {
    (void)state;
    static const struct {
        const char *text;
        cv_problem problem;
        const char *excerpt;
    } cases[] = {
        {"desing: {font: {size: 9pt}}", CV_UNKNOWN_KEY, "desing"},
        {"design: {font: {sise: 9pt}}", CV_UNKNOWN_KEY, "sise"},
        {"design: {font: {size: 99pt}}", CV_LENGTH_OUT_OF_RANGE, "99pt"},
        {"design: {theme: classic}", CV_NOT_SUPPORTED, "theme"},
        {"design: [a]", CV_WRONG_TYPE, "[a]"},
        {"[a]", CV_WRONG_TYPE, "[a]"},
        {"adapt: [{when: {page.sise: a4}, design: {}}]", CV_UNKNOWN_KEY, "page.sise"},
        {"adapt: [{when: {page: a4}, design: {}}]", CV_UNKNOWN_KEY, "page"},
        {"adapt: [{wenn: {page.size: letter}}]", CV_UNKNOWN_KEY, "wenn"},
        {"adapt: [{when: a4}]", CV_WRONG_TYPE, "a4"},
        {"adapt: [a4]", CV_WRONG_TYPE, "a4"},
        {"adapt: [{when: {page.size: a4}, design: {missing: nope}}]", CV_BAD_VALUE, "nope"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        self->file = (fixture_file){"data/themes/mine.yaml", cases[i].text};
        const cv_style *style = fixture_resolve(self, "design: {theme: mine}");
        assert_int_equal(self->report.errors, 1);
        const cv_diagnostic *found = self->report.first;
        assert_int_equal(found->problem, cases[i].problem);
        assert_string_equal(fixture_excerpt(self, found), cases[i].excerpt);
        assert_string_equal(self->report.sources.items[found->span.source].name,
                            "data/themes/mine.yaml");
        assert_string_equal(fixture_value(self, style, "font.size"), "10.50");
        fixture_destroy(self);
    }
}

static void remembers_where_the_faces_are_named(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const char *yaml = "design: {font: {family: Mine}}";
    const cv_style *style = fixture_resolve(self, yaml);
    assert_int_equal(style->font.family_span.source, 0);
    assert_memory_equal(yaml + style->font.family_span.begin, "Mine}", 5);
    assert_string_equal(self->report.sources.items[style->font.mono_span.source].name,
                        "data/themes/classic.yaml");
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_classic_as_it_was_designed),
        cmocka_unit_test(adapts_classic_to_paper_and_font),
        cmocka_unit_test(lays_classic_the_theme_and_the_file_over_each_other),
        cmocka_unit_test(names_themes_that_it_does_not_have),
        cmocka_unit_test(points_into_the_theme_that_has_the_mistake),
        cmocka_unit_test(remembers_where_the_faces_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
