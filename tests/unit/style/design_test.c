// SPDX-License-Identifier: MIT
#include "style/fixture.h"

typedef struct value_case {
    const char *yaml, *path, *value;
} value_case;

static void check_values(const value_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        fixture *self = fixture_create();
        const cv_style *style = fixture_resolve(self, cases[i].yaml);
        assert_string_equal(fixture_value(self, style, cases[i].path), cases[i].value);
        if (self->report.first) fail_msg("%s: %s", cases[i].yaml, self->report.first->message);
        fixture_destroy(self);
    }
}

static void reads_lengths_in_every_unit(void **state) {
    (void)state;
    static const value_case cases[] = {
        {"design: {page: {margins: {top: 30pt}}}", "page.margins.top", "30.00"},
        {"design: {page: {margins: {top: 25.4mm}}}", "page.margins.top", "72.00"},
        {"design: {page: {margins: {top: 2.54cm}}}", "page.margins.top", "72.00"},
        {"design: {page: {margins: {top: 0.5in}}}", "page.margins.top", "36.00"},
        {"design: {page: {margins: {top: .5in}}}", "page.margins.top", "36.00"},
        {"design: {page: {margins: {top: 0.5 in}}}", "page.margins.top", "36.00"},
        {"design: {page: {margins: {top: '0.5in'}}}", "page.margins.top", "36.00"},
        {"design: {page: {margins: {top: 0}}}", "page.margins.top", "0.00"},
        {"design: {font: {size: 10pt}, page: {margins: {top: 3em}}}", "page.margins.top", "30.00"},
        {"design: {font: {size: 10pt, leading: 14pt}, page: {margins: {top: 2lh}}}",
         "page.margins.top", "28.00"},
        {"design: {page: {margins: {top: 2lh}}, font: {leading: 14pt, size: 10pt}}",
         "page.margins.top", "28.00"},
        {"design: {page: {margins: 1in}}", "page.margins.top", "72.00"},
        {"design: {page: {margins: 1in}}", "page.margins.left", "72.00"},
        {"design: {page: {margins: {left: 1in}}}", "page.margins.right", "68.03"},
    };
    check_values(cases, sizeof cases / sizeof *cases);
}

static void reads_the_font_size_and_the_leading(void **state) {
    (void)state;
    static const value_case cases[] = {
        {"design: {font: {size: 4mm}}", "font.size", "11.34"},
        {"design: {font: {size: 5pt}}", "font.size", "5.00"},
        {"design: {font: {size: 32pt}}", "font.size", "32.00"},
        {"design: {font: {size: 10pt, leading: 1.3}}", "font.leading", "13.00"},
        {"design: {font: {size: 10pt, leading: 1.3em}}", "font.leading", "13.00"},
        {"design: {font: {size: 10pt, leading: 5mm}}", "font.leading", "14.17"},
        {"design: {font: {size: 10pt, leading: 1}}", "font.leading", "10.00"},
        {"design: {font: {size: 10pt, leading: 3}}", "font.leading", "30.00"},
        {"design: {font: {mono_scale: 1}}", "font.mono_scale", "1.00"},
    };
    check_values(cases, sizeof cases / sizeof *cases);
}

static void lets_em_mean_the_own_size_of_name_and_heading(void **state) {
    (void)state;
    static const value_case cases[] = {
        {"design: {header: {name_size: 40pt}}", "header.name_leading", "49.09"},
        {"design: {header: {name_size: 20pt, name_leading: 1.5em}}", "header.name_leading",
         "30.00"},
        {"design: {headings: {size: 20pt, tracking: 0.05em}}", "headings.tracking", "1.00"},
        {"design: {headings: {size: 20pt, tracking: -0.05em}}", "headings.tracking", "-1.00"},
    };
    check_values(cases, sizeof cases / sizeof *cases);
}

static void reads_page_sizes(void **state) {
    (void)state;
    static const value_case cases[] = {
        {"design: {page: {size: a4}}", "page.size", "595.28 841.89"},
        {"design: {page: {size: A4}}", "page.size", "595.28 841.89"},
        {"design: {page: {size: letter}}", "page.size", "612.00 792.00"},
        {"design: {page: {size: a5}}", "page.size", "419.53 595.28"},
        {"design: {page: {size: [20in, 1440pt]}}", "page.size", "1440.00 1440.00"},
        {"design: {page: {size: [300pt, 200mm]}}", "page.size", "300.00 566.93"},
    };
    check_values(cases, sizeof cases / sizeof *cases);
}

static void reads_names_flags_colours_and_texts(void **state) {
    (void)state;
    static const value_case cases[] = {
        {"design: {header: {align: left}}", "header.align", "left"},
        {"design: {header: {align: right}}", "header.align", "right"},
        {"design: {header: {name_weight: regular}}", "header.name_weight", "regular"},
        {"design: {headings: {weight: regular}}", "headings.weight", "regular"},
        {"design: {headings: {case: natural}}", "headings.case", "natural"},
        {"design: {headings: {rule: 0}}", "headings.rule", "0.00"},
        {"design: {entry: {first: {experience: organization}}}", "entry.first.experience",
         "organization"},
        {"design: {entry: {first: {education: degree}}}", "entry.first.education", "degree"},
        {"design: {entry: {keep: false}}", "entry.keep", "false"},
        {"design: {entry: {keep: FALSE}}", "entry.keep", "false"},
        {"design: {entry: {date_collapse: true}}", "entry.date_collapse", "true"},
        {"design: {entry: {date_format: yMMM}}", "entry.date_format", "\"yMMM\""},
        {"design: {entry: {date_format: y}}", "entry.date_format", "\"y\""},
        {"design: {entry: {date_format: yMMMd}}", "entry.date_format", "\"yMMMd\""},
        {"design: {entry: {side: right}}", "entry.side", "right"},
        {"design: {text: {smart: false}}", "text.smart", "false"},
        {"design: {text: {hyphenate: false}}", "text.hyphenate", "false"},
        {"design: {links: {underline: true}}", "links.underline", "true"},
        {"design: {links: {show_url: true}}", "links.show_url", "true"},
        {"design: {footer: {show: always}}", "footer.show", "always"},
        {"design: {footer: {show: never}}", "footer.show", "never"},
        {"design: {footer: {text: '{page}'}}", "footer.text", "\"{page}\""},
        {"design: {missing: name}", "missing", "name"},
        {"design: {color: {text: '#102030'}}", "color.text", "#102030"},
        {"design: {color: {text: '#102030'}}", "color.rule", "#102030"},
        {"design: {color: {text: '#102030'}}", "color.link", "#102030"},
        {"design: {color: {accent: navy, link: accent}}", "color.link", "#000080"},
        {"design: {color: {rule: silver}}", "color.rule", "#c0c0c0"},
        {"design: {bullets: {marker: '*'}}", "bullets.marker", "\"*\""},
        {"design: {header: {separator: '   '}}", "header.separator", "\"   \""},
        {"design: {font: {family: Gentium Plus}}", "font.family", "\"Gentium Plus\""},
    };
    check_values(cases, sizeof cases / sizeof *cases);
}

static void takes_null_as_absent_and_leaves_x_keys_alone(void **state) {
    (void)state;
    static const value_case cases[] = {
        {"name: A", "font.size", "10.50"},
        {"design: ", "font.size", "10.50"},
        {"design: {font: ~}", "font.size", "10.50"},
        {"design: {font: {size: ~}}", "font.size", "10.50"},
        {"design: {theme: ~}", "theme", "\"classic\""},
        {"design: {color: {text: ~}}", "color.text", "#1a1a1a"},
        {"design: {header: {photo: ~}}", "header.align", "auto"},
        {"design: {x-note: 1, font: {x-was: 9pt}}", "font.size", "10.50"},
    };
    check_values(cases, sizeof cases / sizeof *cases);
}

typedef struct mistake {
    const char *yaml;
    cv_problem problem;
    const char *excerpt; // what the finding points at
    const char *message; // a part of it
    const char *hint;    // a part of it, or NULL
} mistake;

// Each is found once, and the value is that of `classic`.
static void check_mistakes(const mistake *cases, size_t count) {
    fixture *plain = fixture_create();
    cv_text_builder expected = {.arena = plain->arena};
    cv_style_dump(fixture_resolve(plain, "name: A"), &expected);
    for (size_t i = 0; i < count; i++) {
        fixture *self = fixture_create();
        const cv_style *style = fixture_resolve(self, cases[i].yaml);
        const cv_diagnostic *found = self->report.first;
        if (!found) fail_msg("no finding in %s", cases[i].yaml);
        assert_string_equal(cv_problem_code(found->problem), cv_problem_code(cases[i].problem));
        assert_string_equal(fixture_excerpt(self, found), cases[i].excerpt);
        assert_contains(found->message, cases[i].message);
        if (cases[i].hint) assert_contains(found->hint, cases[i].hint);
        if (found->next) fail_msg("%s: also %s", cases[i].yaml, found->next->message);
        cv_text_builder dump = {.arena = self->arena};
        cv_style_dump(style, &dump);
        assert_string_equal(dump.bytes, expected.bytes);
        fixture_destroy(self);
    }
    fixture_destroy(plain);
}

static void names_unknown_keys_and_the_nearest_known_one(void **state) {
    (void)state;
    static const mistake cases[] = {
        {"design: {fonts: {size: 9pt}}", CV_UNKNOWN_KEY, "fonts", "'fonts'", "'font'"},
        {"design: {font: {sise: 9pt}}", CV_UNKNOWN_KEY, "sise", "'sise'", "'size'"},
        {"design: {font: {qqqq: 9pt}}", CV_UNKNOWN_KEY, "qqqq", "'qqqq'",
         "family, mono, size, leading, mono_scale"},
        {"design: {page: {margins: {topp: 9pt}}}", CV_UNKNOWN_KEY, "topp", "'topp'", "'top'"},
        {"design: {page: {margin: 9pt}}", CV_UNKNOWN_KEY, "margin", "'margin'", "'margins'"},
        {"design: {page: {margins.top: 9pt}}", CV_UNKNOWN_KEY, "margins.top", "'margins.top'",
         NULL},
        {"design: {colour: {text: navy}}", CV_UNKNOWN_KEY, "colour", "'colour'", "'color'"},
        {"design: {size: 9pt}", CV_UNKNOWN_KEY, "size", "'size'", "header, headings, entry"},
        {"design: {'': 9pt}", CV_UNKNOWN_KEY, "''", "''", NULL},
        {"design: {entry: {first: {project: role}}}", CV_UNKNOWN_KEY, "project", "'project'",
         "experience, education"},
        {"design: {entry: {frist: {experience: role}}}", CV_UNKNOWN_KEY, "frist", "'frist'",
         "'first'"},
    };
    check_mistakes(cases, sizeof cases / sizeof *cases);
}

static void names_what_has_the_wrong_shape(void **state) {
    (void)state;
    static const mistake cases[] = {
        {"design: classic", CV_WRONG_TYPE, "classic", "'design' must be a mapping, not text",
         "{theme: classic}"},
        {"design: {font: Lato}", CV_WRONG_TYPE, "Lato", "'design.font' must be a mapping",
         "{family: Lato}"},
        {"design: {entry: role}", CV_WRONG_TYPE, "role", "'design.entry' must", "{first: role}"},
        {"design: {entry: {first: role}}", CV_WRONG_TYPE, "role", "'design.entry.first' must",
         "{experience: role}"},
        {"design: {font: [9pt]}", CV_WRONG_TYPE, "[9pt]",
         "'design.font' must be a mapping, not a list", NULL},
        {"design: {font: {size: [9pt]}}", CV_WRONG_TYPE, "[9pt]",
         "'design.font.size' takes one value, not a list", NULL},
        {"design: {font: {size: {a: 1}}}", CV_WRONG_TYPE, "{a: 1}", "not a mapping", NULL},
        {"design: {page: {margins: [1in]}}", CV_WRONG_TYPE, "[1in]", "'design.page.margins' must",
         NULL},
    };
    check_mistakes(cases, sizeof cases / sizeof *cases);
}

static void refuses_what_is_no_length(void **state) {
    (void)state;
    static const mistake cases[] = {
        {"design: {font: {size: 10}}", CV_BAD_LENGTH, "10", "not '10'", "write 10pt"},
        {"design: {font: {size: 10px}}", CV_BAD_LENGTH, "10px", "not '10px'", "pt mm cm in"},
        {"design: {font: {size: '10,5pt'}}", CV_BAD_LENGTH, "'10,5pt'", "10,5pt", "a point"},
        {"design: {font: {size: 1em}}", CV_BAD_LENGTH, "1em", "1em", "units are pt mm cm in"},
        {"design: {font: {size: 1lh}}", CV_BAD_LENGTH, "1lh", "1lh", NULL},
        {"design: {font: {leading: 1lh}}", CV_BAD_LENGTH, "1lh", "1lh", "pt mm cm in em"},
        {"design: {font: {size: nan}}", CV_BAD_LENGTH, "nan", "nan", NULL},
        {"design: {font: {size: .inf}}", CV_BAD_LENGTH, ".inf", ".inf", NULL},
        {"design: {font: {size: inf}}", CV_BAD_LENGTH, "inf", "inf", NULL},
        {"design: {font: {size: 1e999pt}}", CV_BAD_LENGTH, "1e999pt", "1e999pt", NULL},
        {"design: {font: {size: 99999999999pt}}", CV_BAD_LENGTH, "99999999999pt", "9pt", NULL},
        {"design: {font: {size: 99999999999}}", CV_BAD_LENGTH, "99999999999", "999", NULL},
        {"design: {font: {size: 999999999pt}}", CV_BAD_LENGTH, "999999999pt", "999", NULL},
        {"design: {font: {size: ''}}", CV_BAD_LENGTH, "''", "not ''", "10.5pt"},
        {"design: {font: {size: 0x10pt}}", CV_BAD_LENGTH, "0x10pt", "0x10pt", NULL},
        {"design: {headings: {rule: -0}}", CV_BAD_LENGTH, "-0", "-0", NULL},
        {"design: {headings: {rule: -0pt}}", CV_BAD_LENGTH, "-0pt", "-0pt", NULL},
        {"design: {headings: {rule: -0.0000001pt}}", CV_BAD_LENGTH, "-0.0000001pt", "-0", NULL},
        {"design: {headings: {rule: none}}", CV_BAD_LENGTH, "none", "none", NULL},
        {"design: {page: {margins: wide}}", CV_BAD_LENGTH, "wide", "wide", NULL},
        {"design: {page: {size: [1em, 200mm]}}", CV_BAD_LENGTH, "1em", "design.page.size", NULL},
        {"design: {font: {mono_scale: 92%}}", CV_BAD_VALUE, "92%", "must be a number", NULL},
        {"design: {font: {mono_scale: nan}}", CV_BAD_VALUE, "nan", "must be a number", NULL},
    };
    check_mistakes(cases, sizeof cases / sizeof *cases);
}

static void refuses_lengths_out_of_range(void **state) {
    (void)state;
    static const mistake cases[] = {
        {"design: {font: {size: 4.9pt}}", CV_LENGTH_OUT_OF_RANGE, "4.9pt", "5 to 32 pt, not 4.9pt",
         NULL},
        {"design: {font: {size: 32.1pt}}", CV_LENGTH_OUT_OF_RANGE, "32.1pt", "5 to 32 pt", NULL},
        {"design: {font: {size: -10pt}}", CV_LENGTH_OUT_OF_RANGE, "-10pt", "5 to 32 pt", NULL},
        {"design: {font: {size: 0}}", CV_LENGTH_OUT_OF_RANGE, "0", "5 to 32 pt", NULL},
        {"design: {font: {leading: 0.9}}", CV_LENGTH_OUT_OF_RANGE, "0.9", "1 to 3 times", NULL},
        {"design: {font: {leading: 3.1}}", CV_LENGTH_OUT_OF_RANGE, "3.1", "1 to 3 times", NULL},
        {"design: {font: {leading: -999999999}}", CV_LENGTH_OUT_OF_RANGE, "-999999999", "1 to 3",
         NULL},
        {"design: {font: {leading: 999999999}}", CV_LENGTH_OUT_OF_RANGE, "999999999", "1 to 3",
         NULL},
        {"design: {font: {leading: 10pt}}", CV_LENGTH_OUT_OF_RANGE, "10pt", "1 to 3 times", NULL},
        {"design: {font: {mono_scale: 0}}", CV_LENGTH_OUT_OF_RANGE, "0", "0.5 to 1.5, not 0", NULL},
        {"design: {font: {mono_scale: 99999}}", CV_LENGTH_OUT_OF_RANGE, "99999", "0.5 to 1.5",
         NULL},
        {"design: {page: {margins: {top: -1mm}}}", CV_LENGTH_OUT_OF_RANGE, "-1mm", "0 to 1440",
         NULL},
        {"design: {page: {margins: -1mm}}", CV_LENGTH_OUT_OF_RANGE, "-1mm", "0 to 1440", NULL},
        {"design: {page: {size: [1441pt, 800pt]}}", CV_LENGTH_OUT_OF_RANGE, "1441pt", "100 to 1440",
         NULL},
        {"design: {page: {size: [400pt, 99pt]}}", CV_LENGTH_OUT_OF_RANGE, "99pt", "100 to 1440",
         NULL},
        {"design: {header: {name_size: 0}}", CV_LENGTH_OUT_OF_RANGE, "0", "3 to 144 pt", NULL},
        {"design: {header: {name_size: 145pt}}", CV_LENGTH_OUT_OF_RANGE, "145pt", "3 to 144", NULL},
        {"design: {header: {name_leading: 0.5em}}", CV_LENGTH_OUT_OF_RANGE, "0.5em", "1 to 3",
         NULL},
        {"design: {entry: {space: 0.5lh}}", CV_LENGTH_OUT_OF_RANGE, "0.5lh", "1 lh to 20 em", NULL},
        {"design: {entry: {space: 21em}}", CV_LENGTH_OUT_OF_RANGE, "21em", "1 lh to 20 em", NULL},
        {"design: {bullets: {gap: 211pt}}", CV_LENGTH_OUT_OF_RANGE, "211pt", "0 to 20 em", NULL},
        {"design: {bullets: {indent: -1em}}", CV_LENGTH_OUT_OF_RANGE, "-1em", "0 to 20 em", NULL},
        {"design: {headings: {rule: 11pt}}", CV_LENGTH_OUT_OF_RANGE, "11pt", "0 to 10 pt", NULL},
        {"design: {headings: {tracking: 0.2em}}", CV_LENGTH_OUT_OF_RANGE, "0.2em",
         "-0.05 to 0.09 em", NULL},
    };
    check_mistakes(cases, sizeof cases / sizeof *cases);
}

static void refuses_wrong_values(void **state) {
    (void)state;
    static const mistake cases[] = {
        {"design: {header: {align: centre}}", CV_BAD_VALUE, "centre",
         "must be left, center, right or auto, not 'centre'", "'center'"},
        {"design: {header: {align: Left}}", CV_BAD_VALUE, "Left", "not 'Left'", "'left'"},
        {"design: {headings: {weight: 700}}", CV_BAD_VALUE, "700", "regular or bold", NULL},
        {"design: {entry: {keep: yes}}", CV_BAD_VALUE, "yes", "true or false, not 'yes'", NULL},
        {"design: {entry: {keep: 'true'}}", CV_BAD_VALUE, "'true'", "true or false",
         "without quotes"},
        {"design: {missing: warn}", CV_BAD_VALUE, "warn", "error or name", NULL},
        {"design: {page: {size: leter}}", CV_BAD_PAGE_SIZE, "leter", "'leter'", "'letter'"},
        {"design: {page: {size: tabloid}}", CV_BAD_PAGE_SIZE, "tabloid", "'tabloid'",
         "a4, letter, a5"},
        {"design: {page: {size: [210mm]}}", CV_BAD_PAGE_SIZE, "[210mm]", "two lengths",
         "[210mm, 297mm]"},
        {"design: {page: {size: []}}", CV_BAD_PAGE_SIZE, "[]", "two lengths", NULL},
        {"design: {page: {size: [1in, 2in, 3in]}}", CV_BAD_PAGE_SIZE, "[1in, 2in, 3in]", "two",
         NULL},
        {"design: {page: {size: [[1in], 2in]}}", CV_BAD_PAGE_SIZE, "[[1in], 2in]", "two", NULL},
        {"design: {entry: {date_format: MMMM y}}", CV_BAD_DATE_FORMAT, "MMMM y", "skeleton",
         "yMMMM"},
        {"design: {entry: {date_format: MMMM}}", CV_BAD_DATE_FORMAT, "MMMM", "skeleton", NULL},
        {"design: {entry: {date_format: yd}}", CV_BAD_DATE_FORMAT, "yd", "skeleton", NULL},
        {"design: {entry: {date_format: yMyM}}", CV_BAD_DATE_FORMAT, "yMyM", "skeleton", NULL},
        {"design: {entry: {date_format: yyMM}}", CV_BAD_DATE_FORMAT, "yyMM", "skeleton", NULL},
        {"design: {entry: {date_format: yMMMMMMMMMM}}", CV_BAD_DATE_FORMAT, "yMMMMMMMMMM", "sk",
         NULL},
        {"design: {entry: {date_format: ''}}", CV_BAD_DATE_FORMAT, "''", "skeleton", NULL},
        {"design: {bullets: {marker: ''}}", CV_BAD_VALUE, "''", "'design.bullets.marker' is empty",
         NULL},
        {"design: {bullets: {marker: 123456789}}", CV_BAD_VALUE, "123456789",
         "9 characters, more than 8", NULL},
        {"design: {header: {separator: \"a\\nb\"}}", CV_BAD_VALUE, "\"a\\nb\"", "one line", NULL},
        {"design: {font: {family: ''}}", CV_BAD_VALUE, "''", "'design.font.family' is empty", NULL},
        {"design: {footer: {text: '{nam}'}}", CV_BAD_VALUE, "'{nam}'", "'{nam}'", "{name}"},
        {"design: {footer: {text: '{page'}}", CV_BAD_VALUE, "'{page'", "'{page'", "{name}"},
    };
    check_mistakes(cases, sizeof cases / sizeof *cases);
}

static void says_what_is_not_supported_yet(void **state) {
    (void)state;
    static const mistake cases[] = {
        {"design: {entry: {side: left}}", CV_NOT_SUPPORTED, "left", "'design.entry.side: left'",
         "right"},
        {"design: {text: {align: justified}}", CV_NOT_SUPPORTED, "justified", "not supported",
         "ragged"},
        {"design: {text: {hyphenate: true}}", CV_NOT_SUPPORTED, "true", "not supported", "false"},
        {"design: {text: {hyphenate: sometimes}}", CV_BAD_VALUE, "sometimes", "must be false",
         NULL},
    };
    check_mistakes(cases, sizeof cases / sizeof *cases);
}

static void refuses_colours_that_are_none_or_cannot_be_seen(void **state) {
    (void)state;
    static const mistake cases[] = {
        {"design: {color: {text: inkk}}", CV_BAD_COLOR, "inkk", "not 'inkk'", "CSS"},
        {"design: {color: {text: accent}}", CV_BAD_COLOR, "accent", "not 'accent'", NULL},
        {"design: {color: {text: '#12345'}}", CV_BAD_COLOR, "'#12345'", "#12345", NULL},
        {"design: {color: {text: white}}", CV_BAD_COLOR, "white", "1.00:1", "4.5:1"},
        {"design: {color: {link: '#eee'}}", CV_BAD_COLOR, "'#eee'", "1.16:1", "4.5:1"},
    };
    check_mistakes(cases, sizeof cases / sizeof *cases);
}

static void warns_of_weak_contrast_once_for_each_colour_of_text(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_style *style =
        fixture_resolve(self, "design: {color: {text: '#777777', rule: silver}}");
    assert_int_equal(self->report.warnings, 1);
    assert_int_equal(self->report.errors, 0);
    assert_int_equal(self->report.first->problem, CV_LOW_CONTRAST);
    assert_contains(self->report.first->message, "only 4.47:1");
    assert_string_equal(fixture_value(self, style, "color.text"), "#777777");
    assert_string_equal(fixture_value(self, style, "color.link"), "#777777");
    fixture_destroy(self);

    self = fixture_create();
    fixture_resolve(self, "design: {color: {text: '#767676', muted: '#767676'}}");
    assert_null(self->report.first);
    fixture_destroy(self);
}

static void refuses_lines_of_the_header_that_touch(void **state) {
    (void)state;
    static const struct {
        const char *yaml, *excerpt, *hint, *leading;
    } cases[] = {
        {"design: {header: {leading: 8pt}}", "8pt", "9.90pt", "9.90"},
        {"design: {header: {leading: 13pt, headline_size: 20pt}}", "13pt", "18.00pt", "18.00"},
        {"design: {header: {contact_size: 16pt}}", "16pt", "14.40pt", "14.40"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture *self = fixture_create();
        const cv_style *style = fixture_resolve(self, cases[i].yaml);
        assert_int_equal(self->report.errors, 1);
        assert_int_equal(self->report.first->problem, CV_LENGTH_OUT_OF_RANGE);
        assert_string_equal(fixture_excerpt(self, self->report.first), cases[i].excerpt);
        assert_contains(self->report.first->hint, cases[i].hint);
        assert_string_equal(fixture_value(self, style, "header.leading"), cases[i].leading);
        fixture_destroy(self);
    }
}

static void refuses_a_page_without_room(void **state) {
    (void)state;
    static const mistake cases[] = {
        {"design: {page: {margins: {left: 15cm}}}", CV_NO_ROOM, "15cm", "for the lines",
         "larger page"},
        {"design: {page: {margins: 10cm}}", CV_NO_ROOM, "10cm",
         "pt for the lines, less than 105.00 pt", NULL},
        {"design: {page: {margins: {right: 1440pt}}}", CV_NO_ROOM, "1440pt", "leaves -912.76 pt",
         NULL},
        {"design: {page: {size: [200pt, 800pt]}}", CV_NO_ROOM, "[200pt, 800pt]", "10 em", NULL},
        {"design: {page: {size: [500pt, 150pt]}}", CV_NO_ROOM, "[500pt, 150pt]", "6 lines", NULL},
        {"design: {page: {margins: {bottom: 270mm}}}", CV_NO_ROOM, "270mm", "6 lines", NULL},
    };
    check_mistakes(cases, sizeof cases / sizeof *cases);
}

static void blames_the_file_where_it_does_not_fit_the_theme(void **state) {
    (void)state;
    static const char theme[] = "name: t\ndesign: {font: {leading: 13pt}}\n";
    fixture *self = fixture_create();
    self->file = (fixture_file){"data/themes/fixed.yaml", theme};
    const cv_style *style = fixture_resolve(self, "design: {theme: fixed, font: {size: 16pt}}");
    assert_int_equal(self->report.errors, 1);
    assert_int_equal(self->report.first->problem, CV_LENGTH_OUT_OF_RANGE);
    assert_string_equal(fixture_excerpt(self, self->report.first), "16pt");
    assert_string_equal(fixture_value(self, style, "font.leading"), "20.57");
    fixture_destroy(self);
}

static void reports_every_mistake_of_a_file(void **state) {
    (void)state;
    fixture *self = fixture_create();
    fixture_resolve(self, "design:\n"
                          "  fonts: {}\n"
                          "  font: {size: 99pt, leading: tight}\n"
                          "  color: {text: pitch, accent: orange}\n"
                          "  header: {align: middle}\n");
    assert_int_equal(self->report.errors, 5);
    assert_int_equal(self->report.warnings, 1);
    fixture_destroy(self);
}

static void stays_in_range_from_the_smallest_font_to_the_largest(void **state) {
    (void)state;
    static const char *const sizes[] = {"5pt", "7.3pt", "9pt", "11pt", "14pt", "21pt", "32pt"};
    static const char *const leadings[] = {"1", "1.2", "1.5", "3"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (size_t j = 0; j < sizeof leadings / sizeof *leadings; j++) {
            fixture *self = fixture_create();
            const char *yaml = cv_format(self->arena, "design: {font: {size: %s, leading: %s}}",
                                         sizes[i], leadings[j]);
            fixture_resolve(self, yaml);
            if (self->report.first) fail_msg("%s: %s", yaml, self->report.first->message);
            fixture_destroy(self);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lengths_in_every_unit),
        cmocka_unit_test(reads_the_font_size_and_the_leading),
        cmocka_unit_test(lets_em_mean_the_own_size_of_name_and_heading),
        cmocka_unit_test(reads_page_sizes),
        cmocka_unit_test(reads_names_flags_colours_and_texts),
        cmocka_unit_test(takes_null_as_absent_and_leaves_x_keys_alone),
        cmocka_unit_test(names_unknown_keys_and_the_nearest_known_one),
        cmocka_unit_test(names_what_has_the_wrong_shape),
        cmocka_unit_test(refuses_what_is_no_length),
        cmocka_unit_test(refuses_lengths_out_of_range),
        cmocka_unit_test(refuses_wrong_values),
        cmocka_unit_test(says_what_is_not_supported_yet),
        cmocka_unit_test(refuses_colours_that_are_none_or_cannot_be_seen),
        cmocka_unit_test(warns_of_weak_contrast_once_for_each_colour_of_text),
        cmocka_unit_test(refuses_lines_of_the_header_that_touch),
        cmocka_unit_test(refuses_a_page_without_room),
        cmocka_unit_test(blames_the_file_where_it_does_not_fit_the_theme),
        cmocka_unit_test(reports_every_mistake_of_a_file),
        cmocka_unit_test(stays_in_range_from_the_smallest_font_to_the_largest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
