// SPDX-License-Identifier: MIT
#include "support.h"

// The resume that holds one entry, written as a YAML flow mapping or text.
static const cv_document *compose_entry(support *self, const char *entry, const char *more) {
    return support_compose(self, cv_format(self->arena,
                                           "name: Ada Byron\n"
                                           "sections:\n"
                                           "  S:\n"
                                           "    - %s\n"
                                           "%s",
                                           entry, more));
}

static const char *tags_of(support *self, const cv_document *document) {
    cv_text_builder out = {.arena = self->arena};
    cv_structure_dump(&document->structure, &out);
    return cv_text_string(&out);
}

// A line for each block: label, text and, after a bar, right text.
static const char *blocks_of(support *self, const cv_document *document) {
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 0; i < document->blocks.count; i++) {
        const cv_block *block = &document->blocks.items[i];
        if (block->label.string) cv_text_add_string(&out, block->label.string);
        if (block->text.string) cv_text_add_string(&out, block->text.string);
        if (block->right.string) cv_text_add(&out, "|%s", block->right.string);
        cv_text_add_char(&out, '\n');
    }
    return cv_text_string(&out);
}

static const char *dump_of(support *self, const cv_document *document) {
    cv_text_builder out = {.arena = self->arena};
    cv_document_dump(document, &out);
    return cv_text_string(&out);
}

static const cv_block *find_block(const cv_document *document, const char *text) {
    for (size_t i = 0; i < document->blocks.count; i++)
        if (cv_equal(document->blocks.items[i].text.string, text))
            return &document->blocks.items[i];
    fail_msg("there is no block '%s'", text);
    return NULL;
}

// The stretch of a text that begins with `start`.
static const cv_stretch *find_stretch(const cv_block_text *text, const char *start) {
    for (size_t i = 0; i < text->stretches.count; i++)
        if (cv_starts_with(text->string + text->stretches.items[i].begin, start))
            return &text->stretches.items[i];
    fail_msg("nothing begins with '%s' in '%s'", start, text->string);
    return NULL;
}

static void tags_the_header_before_the_sections(support *self) {
    const cv_document *document = support_compose(self, "name: Ada Byron\n"
                                                        "headline: Engineer\n"
                                                        "contact:\n"
                                                        "  email: ada@example.org\n"
                                                        "  phone: '+1 650 555 0100'\n"
                                                        "  location: London\n"
                                                        "summary: Short.\n");
    assert_string_equal(
        tags_of(self, document),
        "0 Document\n"
        "  1 H1\n"
        "  2 P\n"
        "  3 P\n"
        "    4 Link \"mailto:ada@example.org\" contents \"E-mail ada@example.org\"\n"
        "    5 Link \"tel:+16505550100\" contents \"Call +16505550100\"\n"
        "  6 Sect title \"Summary\"\n"
        "    7 H2\n"
        "    8 P\n");
}

static void tags_each_kind_of_entry(support *self) {
    static const struct {
        const char *entry, *tags; // what follows the heading of the section
    } cases[] = {
        {"{institution: I, degree: D, location: L, date: 2020, bullets: [b]}",
         "    4 Sect\n"
         "      5 H3\n"
         "      6 P\n"
         "      7 L Disc\n"
         "        8 LI\n"
         "          9 Lbl\n"
         "          10 LBody\n"},
        {"{project: P, url: 'https://example.org/', date: 2020, summary: s, keywords: [k]}",
         "    4 Sect\n"
         "      5 H3\n"
         "        6 Link \"https://example.org/\" contents \"Open example.org/\"\n"
         "      7 P\n"
         "      8 P\n"
         "      9 P\n"},
        {"{award: A, organization: O, date: 2020}", "    4 Sect\n"
                                                    "      5 H3\n"
                                                    "      6 P\n"},
        {"{certificate: C}", "    4 Sect\n"
                             "      5 H3\n"},
        {"{name: N, subtitle: S}", "    4 Sect\n"
                                   "      5 H3\n"
                                   "      6 P\n"},
        {"{name: N, location: L}", "    4 Sect\n"
                                   "      5 H3\n"
                                   "      6 P\n"},
        {"{role: R, organization: O, remark: r, bullets: [{text: b, bullets: [n]}]}",
         "    4 Sect\n"
         "      5 H3\n"
         "      6 P\n"
         "      7 L Disc\n"
         "        8 LI\n"
         "          9 Lbl\n"
         "          10 LBody\n"
         "            11 L Disc\n"
         "              12 LI\n"
         "                13 Lbl\n"
         "                14 LBody\n"
         "      15 P\n"},
        {"{organization: O, location: L, roles: [{role: A, date: 2020, bullets: [b]}, {role: B}]}",
         "    4 Sect\n"
         "      5 H3\n"
         "      6 P\n"
         "      7 Sect\n"
         "        8 H4\n"
         "        9 P\n"
         "        10 L Disc\n"
         "          11 LI\n"
         "            12 Lbl\n"
         "            13 LBody\n"
         "      14 Sect\n"
         "        15 H4\n"},
        {"{title: T, authors: [A], venue: V, doi: 10.1000/x}",
         "    4 L Disc\n"
         "      5 LI\n"
         "        6 Lbl\n"
         "        7 LBody\n"
         "          8 Link \"https://doi.org/10.1000/x\" contents \"Open doi.org/10.1000/x\"\n"},
        {"{label: L, details: d, level: l}", "    4 P\n"},
        {"{reference: R, name: N}", "    4 P\n"
                                    "    5 P\n"},
        {"'See [this](https://example.org/x).'",
         "    4 P\n"
         "      5 Link \"https://example.org/x\" contents \"Open example.org/x\"\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *tags = tags_of(self, compose_entry(self, cases[i].entry, ""));
        assert_string_equal(tags, cv_format(self->arena,
                                            "0 Document\n"
                                            "  1 H1\n"
                                            "  2 Sect title \"S\"\n"
                                            "    3 H2\n"
                                            "%s",
                                            cases[i].tags));
    }
}

static void raises_headings_below_a_hidden_section_title(support *self) {
    const cv_document *document =
        support_compose(self, "name: Ada\n"
                              "sections:\n"
                              "  Hidden:\n"
                              "    heading: false\n"
                              "    entries:\n"
                              "      - {award: A}\n"
                              "      - {organization: O, roles: [{role: R}]}\n");
    assert_string_equal(tags_of(self, document), "0 Document\n"
                                                 "  1 H1\n"
                                                 "  2 Sect title \"Hidden\"\n"
                                                 "    3 Sect\n"
                                                 "      4 H2\n"
                                                 "    5 Sect\n"
                                                 "      6 H2\n"
                                                 "      7 Sect\n"
                                                 "        8 H3\n");
}

static void tags_entries_of_a_list_as_its_items(support *self) {
    static const struct {
        const char *list, *numbering, *first_label, *last_label;
    } cases[] = {{"bullet", "Disc", "• ", "• "},
                 {"numbered", "Decimal", "1. ", "2. "},
                 {"reversed", "Decimal", "2. ", "1. "}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cv_document *document =
            support_compose(self, cv_format(self->arena,
                                            "name: Ada\n"
                                            "sections:\n"
                                            "  S:\n"
                                            "    list: %s\n"
                                            "    entries: [text, {award: A, bullets: [b]}]\n",
                                            cases[i].list));
        assert_string_equal(tags_of(self, document), cv_format(self->arena,
                                                               "0 Document\n"
                                                               "  1 H1\n"
                                                               "  2 Sect title \"S\"\n"
                                                               "    3 H2\n"
                                                               "    4 L %s\n"
                                                               "      5 LI\n"
                                                               "        6 Lbl\n"
                                                               "        7 LBody\n"
                                                               "      8 LI\n"
                                                               "        9 Lbl\n"
                                                               "        10 LBody\n"
                                                               "          11 Sect\n"
                                                               "            12 H3\n"
                                                               "            13 L Disc\n"
                                                               "              14 LI\n"
                                                               "                15 Lbl\n"
                                                               "                16 LBody\n",
                                                               cases[i].numbering));
        assert_string_equal(find_block(document, "text")->label.string, cases[i].first_label);
        assert_string_equal(find_block(document, "A")->label.string, cases[i].last_label);
    }
}

static void begins_a_new_list_after_what_is_none(support *self) {
    const cv_document *document =
        support_compose(self, "name: Ada\n"
                              "sections:\n"
                              "  S: [{title: A}, {title: B}, text, {title: C}]\n");
    assert_string_equal(tags_of(self, document), "0 Document\n"
                                                 "  1 H1\n"
                                                 "  2 Sect title \"S\"\n"
                                                 "    3 H2\n"
                                                 "    4 L Disc\n"
                                                 "      5 LI\n"
                                                 "        6 Lbl\n"
                                                 "        7 LBody\n"
                                                 "      8 LI\n"
                                                 "        9 Lbl\n"
                                                 "        10 LBody\n"
                                                 "    11 P\n"
                                                 "    12 L Disc\n"
                                                 "      13 LI\n"
                                                 "        14 Lbl\n"
                                                 "        15 LBody\n");
}

static void sets_each_kind_in_its_lines(support *self) {
    static const struct {
        const char *entry, *lines; // what follows the heading of the section
    } cases[] = {
        {"{role: R, organization: O, location: L, start: 2020-01}",
         "R|January 2020\u00A0–\u00A0Present \n"
         "O|L\n"},
        {"{role: R}", "R\n"},
        {"{organization: O, date: 2020}", "O|2020\n"},
        {"{organization: O, location: L}", "O|L\n"},
        {"{organization: O, location: L, date: 2020}", "O|2020 \n|L\n"},
        {"{organization: O, location: L, roles: [{role: A, date: 2020}, {role: B, location: M}]}",
         "O|L\nA|2020\nB\n|M\n"},
        {"{institution: I, degree: PhD, area: Maths, date: 2020}", "I|2020 \nPhD in Maths\n"},
        {"{institution: I, area: Maths}", "I\nMaths\n"},
        {"{institution: I, score: '3.9', courses: [a, b], bullets: [c]}",
         "I\n• Score: 3.9\n• Courses: a, b\n• c\n"},
        {"{project: P, role: R, organization: O, summary: s, bullets: [b], keywords: [k, l]}",
         "P\nR, O\ns\nKeywords: k, l\n• b\n"},
        {"{award: A, organization: O, remark: r}", "A\nO\nr\n"},
        {"{certificate: C, date: Summer 2023}", "C|Summer 2023\n"},
        {"{name: N, subtitle: S, location: L}", "N\nS|L\n"},
        {"{title: T, authors: [A, B], venue: V, date: 2024}", "• T \nA, B. \nV, 2024\n"},
        {"{title: T, venue: V, location: L, date: 2024}", "• T \nV, L, 2024\n"},
        {"{title: T, location: L}", "• T \nL\n"},
        {"{title: T, authors: [A et al.], date: in press}", "• T \nA et al. \nin press\n"},
        {"{label: L, details: d}", "L: d\n"},
        {"{label: L, keywords: [k, l], level: good}", "L: k, l (good)\n"},
        {"{label: L, level: good}", "L: good\n"},
        {"{label: L, details: d, level: good, location: M, date: 2020}", "L: d (good, M, 2020)\n"},
        {"{label: L, date: 2020}", "L: 2020\n"},
        {"{label: L}", "L\n"},
        {"{reference: R, name: N}", "“R”\n–\u00A0N\n"},
        {"{reference: R, name: N, location: L, date: 2020, summary: s}",
         "“R”\n–\u00A0N, L, 2020\ns\n"},
        {"{reference: R, date: 2020}", "“R”\n–\u00A02020\n"},
        {"plain", "plain\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *lines = blocks_of(self, compose_entry(self, cases[i].entry, ""));
        assert_string_equal(lines, cv_format(self->arena, "Ada Byron\nS\n%s", cases[i].lines));
    }
}

static void leaves_out_nothing_of_any_kind(support *self) {
    static const char common[] =
        "location: Xlocation, date: Xdate, url: 'https://example.org/Xurl', "
        "summary: Xsummary, bullets: [Xbullet], remark: Xremark";
    static const char *const common_words[] = {"Xlocation", "Xdate",   "Xurl",
                                               "Xsummary",  "Xbullet", "Xremark"};
    static const struct {
        const char *keys, *words[6];
    } cases[] = {
        {"institution: Xa, degree: Xb, area: Xc, score: Xd, courses: [Xe]",
         {"Xa", "Xb", "Xc", "Xd", "Xe"}},
        {"project: Xa, organization: Xb, role: Xc, keywords: [Xd]", {"Xa", "Xb", "Xc", "Xd"}},
        {"award: Xa, organization: Xb", {"Xa", "Xb"}},
        {"certificate: Xa, organization: Xb", {"Xa", "Xb"}},
        {"title: Xa, authors: [Xb], venue: Xc", {"Xa", "Xb", "Xc"}},
        {"label: Xa, details: Xb, keywords: [Xc], level: Xd", {"Xa", "Xb", "Xc", "Xd"}},
        {"reference: Xa, name: Xb", {"Xa", "Xb"}},
        {"reference: Xa", {"Xa"}},
        {"name: Xa, subtitle: Xb", {"Xa", "Xb"}},
        {"organization: Xa, role: Xb", {"Xa", "Xb"}},
        {"organization: Xa, roles: [{role: Xb, location: Xc, summary: Xd, bullets: [Xe], "
         "date: Xf}]",
         {"Xa", "Xb", "Xc", "Xd", "Xe", "Xf"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cv_document *document =
            compose_entry(self, cv_format(self->arena, "{%s, %s}", cases[i].keys, common), "");
        const char *found =
            cv_format(self->arena, "%s%s", blocks_of(self, document), tags_of(self, document));
        for (size_t j = 0; j < 6; j++) {
            support_contains(found, common_words[j]);
            if (cases[i].words[j]) support_contains(found, cases[i].words[j]);
        }
    }
}

static void puts_first_what_the_style_says(support *self) {
    const char *education = "{institution: I, degree: D, date: 2020}";
    const char *work = "{organization: O, role: R, date: 2020}";
    const char *design = "design: {entry: {first: {experience: organization, education: degree}}}";
    support_contains(blocks_of(self, compose_entry(self, education, design)), "D|2020 \nI\n");
    support_contains(blocks_of(self, compose_entry(self, work, design)), "O|2020 \nR\n");
}

static void links_the_whole_first_line(support *self) {
    const cv_document *document =
        compose_entry(self, "{institution: I, degree: D, area: A, url: 'https://example.org'}",
                      "design: {links: {underline: true}, entry: {first: {education: degree}}}\n");
    const cv_block_text *text = &find_block(document, "D in A")->text;
    for (size_t i = 0; i < text->stretches.count; i++) {
        assert_true(text->stretches.items[i].is_underlined);
        assert_int_equal(text->stretches.items[i].mark, text->stretches.items[0].mark);
    }
}

static void styles_what_the_reader_looks_for(support *self) {
    const cv_document *document = compose_entry(
        self, "{role: Some *slanted* `code`, organization: An *upright* firm, date: 2020}", "");
    const cv_block *first = find_block(document, "Some slanted code");
    const cv_block *second = find_block(document, "An upright firm");
    assert_true(find_stretch(&first->text, "Some")->is_bold);
    assert_false(find_stretch(&first->text, "Some")->is_italic);
    assert_true(find_stretch(&first->text, "slanted")->is_italic);
    const cv_stretch *code = find_stretch(&first->text, "code");
    assert_true(code->is_code);
    assert_in_range(code->size, document->size * 9 / 10, document->size * 19 / 20);
    assert_true(find_stretch(&second->text, "An")->is_italic);
    assert_false(find_stretch(&second->text, "upright")->is_italic); // emphasis stands out
    assert_true(find_stretch(&first->right, "2020")->has_tabular_figures);
}

static void sets_off_the_person_among_the_authors(support *self) {
    static const struct {
        const char *author;
        bool is_bold;
    } cases[] = {{"Ada Byron", true}, {"A. Byron", true},  {"A Byron", true},
                 {"ada byron", true}, {"B. Byron", false}, {"Anna Byron", false},
                 {"A. Bron", false},  {"Byron", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cv_document *document = compose_entry(
            self, cv_format(self->arena, "{title: T, authors: ['%s', Other]}", cases[i].author),
            "");
        const cv_block *authors =
            find_block(document, cv_format(self->arena, "%s, Other. ", cases[i].author));
        if (authors->text.stretches.items[0].is_bold != cases[i].is_bold)
            fail_msg("%s", cases[i].author);
        assert_false(find_stretch(&authors->text, "Other")->is_bold);
    }
    const cv_document *document =
        support_compose(self, "name: Ada Byron, PhD\n"
                              "sections: {S: [{title: T, authors: [A. Byron, Other]}]}\n");
    assert_true(find_block(document, "A. Byron, Other. ")->text.stretches.items[0].is_bold);
}

// Lines of one element: without a blank, extractors that follow the tags would join the words.
static void parts_the_lines_of_an_item_by_a_blank(support *self) {
    const cv_document *document = support_compose(
        self, "name: Ada\n"
              "sections: {S: {list: bullet, entries: [{reference: R, name: N}]}}\n");
    assert_string_equal(blocks_of(self, document), "Ada\nS\n• “R” \n–\u00A0N\n");
}

static void punctuates_running_text_only(support *self) {
    static const struct {
        const char *bullet, *set;
    } cases[] = {
        {"'\"a\" -- 2019-2020...'", "“a” – 2019–2020…"},
        {"'`\"a\" -- 2019-2020...` -- b'", "\"a\" -- 2019-2020... – b"},
        {"'https://example.org/a--b -- c'", "https://example.org/a--b – c"},
        {"'[a -- b](https://example.org/c--d)'", "a – b"},
        {"'**\"a** b\"'", "“a b”"},
        {"'Jose\u0301'", "Jos\u00E9"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *entry = cv_format(self->arena, "{award: A, bullets: [%s]}", cases[i].bullet);
        find_block(compose_entry(self, entry, ""), cases[i].set);
    }
    const cv_document *document =
        support_compose(self, "name: Ada O'Neil\n"
                              "contact: {location: \"a -- 'b'\"}\n"
                              "sections:\n"
                              "  S:\n"
                              "    - {label: \"it's\", details: \"it's\"}\n"
                              "    - {award: A, date: \"it's -- 1-2\"}\n");
    find_block(document, "Ada O’Neil");
    find_block(document, "a\u00A0--\u00A0'b'");
    find_block(document, "it's: it’s");
}

static void quotes_within_a_reference_with_the_inner_quotes(support *self) {
    const cv_document *document =
        compose_entry(self, "{reference: 'My \"late\" boss'}", "language: de\n");
    support_contains(blocks_of(self, document), "„My ‚late‘ boss“");
}

static void ends_labels_with_the_colon_of_the_language(support *self) {
    const char *entry = "{label: Outils, details: TeX}";
    support_contains(blocks_of(self, compose_entry(self, entry, "language: fr\n")),
                     "Outils\u00A0: TeX");
    support_contains(blocks_of(self, compose_entry(self, entry, "language: de\n")), "Outils: TeX");
}

static void punctuates_nothing_where_the_style_says_so(support *self) {
    const char *yaml = "name: Ada O'Neil\n"
                       "sections:\n"
                       "  \"1-2 'x' -- y\": [{award: \"1-2 'x' -- y...\"}]\n"
                       "design: {text: {smart: false}%s}\n";
    const cv_document *document = support_compose(self, cv_format(self->arena, yaml, ""));
    find_block(document, "Ada O'Neil");
    find_block(document, "1-2 'x' -- y...");
    find_block(document, "1-2 'X' -- Y"); // in capitals too
    document = support_compose(self, cv_format(self->arena, yaml, ", headings: {case: natural}"));
    find_block(document, "1-2 'x' -- y");
}

static void prints_headings_in_capitals_of_the_language(support *self) {
    static const struct {
        const char *language, *title, *printed;
    } cases[] = {{"en", "Work -- \"paid\"", "WORK – “PAID”"},
                 {"de", "Größe und Maß", "GRÖSSE UND MASS"},
                 {"tr", "iş deneyimi", "İŞ DENEYİMİ"},
                 {"el", "Εμπειρία", "ΕΜΠΕΙΡΙΑ"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cv_document *document =
            support_compose(self, cv_format(self->arena,
                                            "name: Ada\n"
                                            "language: %s\n"
                                            "sections:\n"
                                            "  '%s': [text]\n",
                                            cases[i].language, cases[i].title));
        const cv_block *heading = find_block(document, cases[i].printed);
        assert_true(heading->is_heading);
        assert_true(heading->text.stretches.items[0].is_capitals);
        assert_string_equal(document->structure.items[2].title, cases[i].title);
    }
}

static void sets_separators_other_than_a_bar_apart(support *self) {
    static const struct {
        const char *separator, *printed;
    } cases[] = {
        {" | ", "Here | a@b.org"},
        {" · ", "Here\u2003·\u2003a@b.org"},
        {" :: ", "Here\u2003::\u2003a@b.org"},
        {"  ·  ", "Here  ·  a@b.org"},
        {"·", "Here·a@b.org"},
        {"  ", "Here  a@b.org"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *file = cv_format(self->arena,
                                     "name: A\ncontact: {location: Here, email: a@b.org}\n"
                                     "design: {header: {separator: '%s'}}\n",
                                     cases[i].separator);
        const cv_document *document = support_compose(self, file);
        assert_string_equal(document->blocks.items[1].text.string, cases[i].printed);
    }
}

static void breaks_contact_lines_between_items_only(support *self) {
    const cv_document *document = support_compose(self, "name: Ada\n"
                                                        "contact:\n"
                                                        "  phone: '+1 650 555 0100'\n"
                                                        "  location: New York\n");
    const cv_block *contact =
        find_block(document, "+1\u00A0650\u00A0555\u00A00100 | New\u00A0York");
    assert_true(contact->is_balanced);
    assert_true(find_stretch(&contact->text, " | ")->is_discardable);
    assert_false(find_stretch(&contact->text, "New")->is_discardable);
}

static cv_break break_before(const cv_document *document, const char *text) {
    return find_block(document, text)->break_before;
}

static void allows_pages_to_end_where_the_sense_does(support *self) {
    const char *yaml = "name: Ada\n"
                       "sections:\n"
                       "  First: [{award: A}]\n"
                       "  Second:\n"
                       "    - {award: B, organization: O, bullets: [one, two, three, four]}\n"
                       "    - {award: C, organization: P, summary: s, bullets: [only], remark: r}\n"
                       "  Skills: [{label: L}, {label: M}, {label: N}, {label: Q}]\n"
                       "design: {entry: {keep: %s}}\n";
    const cv_document *document = support_compose(self, cv_format(self->arena, yaml, "false"));
    static const struct {
        const char *text;
        cv_break expected;
    } cases[] = {
        {"FIRST", CV_BREAK_NEVER}, // below the header
        {"A", CV_BREAK_NEVER},      {"SECOND", CV_BREAK_SECTION}, {"B", CV_BREAK_NEVER},
        {"O", CV_BREAK_NEVER},      {"one", CV_BREAK_NEVER},      {"two", CV_BREAK_STRAND},
        {"three", CV_BREAK_BULLET}, {"four", CV_BREAK_STRAND},    {"C", CV_BREAK_ENTRY},
        {"P", CV_BREAK_NEVER},      {"s", CV_BREAK_NEVER},        {"only", CV_BREAK_STRAND},
        {"r", CV_BREAK_STRAND},     {"L", CV_BREAK_NEVER},        {"M", CV_BREAK_STRAND},
        {"N", CV_BREAK_BULLET},     {"Q", CV_BREAK_STRAND},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (break_before(document, cases[i].text) != cases[i].expected)
            fail_msg("before %s", cases[i].text);
    document = support_compose(self, cv_format(self->arena, yaml, "true"));
    assert_int_equal(break_before(document, "three"), CV_BREAK_KEPT);
    assert_int_equal(break_before(document, "one"), CV_BREAK_NEVER);
    assert_int_equal(break_before(document, "C"), CV_BREAK_ENTRY);
    assert_int_equal(break_before(document, "SECOND"), CV_BREAK_SECTION);
}

static void keeps_the_first_role_with_its_employer(support *self) {
    const cv_document *document =
        compose_entry(self, "{organization: O, roles: [{role: A, bullets: [a]}, {role: B}]}",
                      "design: {entry: {keep: false}}\n");
    assert_int_equal(break_before(document, "A"), CV_BREAK_NEVER);
    assert_int_equal(break_before(document, "a"), CV_BREAK_NEVER);
    assert_int_equal(break_before(document, "B"), CV_BREAK_STRAND);
    assert_int_equal(find_block(document, "A")->space, 2 * document->unit);
    assert_int_equal(find_block(document, "B")->space, 3 * document->unit);
}

static void puts_what_concerns_an_employer_above_its_roles(support *self) {
    const cv_document *document = compose_entry(
        self, "{organization: O, bullets: [b], roles: [{role: A}, {role: B}], remark: R}", "");
    support_contains(blocks_of(self, document), "O\n• b\nA\nB\nR\n");
    assert_int_equal(find_block(document, "A")->space, 3 * document->unit);
}

static void spaces_entries_and_lines_by_the_leading(support *self) {
    const cv_document *document =
        support_compose(self, "name: Ada\n"
                              "sections:\n"
                              "  One: [{award: A, organization: O, bullets: [b]}, {award: C}]\n"
                              "  Two: [{label: L}, {label: M}, {award: D}]\n");
    cv_length leading = 2 * document->unit;
    static const struct {
        const char *text;
        int units; // half leadings
        cv_gap gap;
    } cases[] = {{"A", 3, CV_GAP_FIXED}, {"O", 2, CV_GAP_FIXED},     {"b", 2, CV_GAP_FIXED},
                 {"C", 3, CV_GAP_ENTRY}, {"TWO", 4, CV_GAP_SECTION}, {"L", 3, CV_GAP_FIXED},
                 {"M", 2, CV_GAP_FIXED}, {"D", 3, CV_GAP_ENTRY}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cv_block *block = find_block(document, cases[i].text);
        assert_int_equal(block->space, cases[i].units * leading / 2);
        assert_int_equal(block->gap, cases[i].gap);
    }
}

static void indents_nested_bullets_and_marks_them_otherwise(support *self) {
    const cv_document *document =
        compose_entry(self, "{award: A, bullets: [{text: one, bullets: [two]}, three]}", "");
    const cv_block *one = find_block(document, "one"), *two = find_block(document, "two");
    const cv_block *three = find_block(document, "three");
    assert_string_equal(one->label.string, "• ");
    assert_string_equal(two->label.string, "– ");
    assert_true(one->indent > one->label_indent);
    assert_int_equal(two->label_indent, one->indent);
    assert_int_equal(two->indent, 2 * one->indent + document->size / 20); // parsers need it
    assert_int_equal(three->indent, one->indent);
    assert_int_equal(three->label_indent, one->label_indent);
}

static void shows_addresses_where_the_style_says_so(support *self) {
    const char *entry = "{project: P, url: 'https://example.org/p'}";
    const cv_document *document =
        compose_entry(self, entry, "design: {links: {underline: true, show_url: true}}\n");
    const cv_block *title = find_block(document, "P (example.org/p)");
    assert_true(find_stretch(&title->text, "P")->is_underlined);
    assert_false(find_stretch(&title->text, " (")->is_underlined);
    document = compose_entry(self, entry, "");
    assert_false(find_stretch(&find_block(document, "P")->text, "P")->is_underlined);
}

static void prints_no_soft_hyphens(support *self) {
    const cv_document *document = support_compose(self, "name: Ada By\u00ADron\n"
                                                        "sections:\n"
                                                        "  Ex\u00ADperi\u00ADence:\n"
                                                        "    - a **ty\u00ADped** `hy\u00ADphen`\n"
                                                        "    - \"\\u00AD\"\n");
    assert_string_equal(blocks_of(self, document), "Ada Byron\n"
                                                   "EXPERIENCE\n"
                                                   "a typed hyphen\n");
}

static void takes_invisible_texts_for_none(support *self) {
    const cv_document *document = support_compose(self, "name: Ada Byron\n"
                                                        "headline: \"\\u00A0\\u200B\"\n"
                                                        "sections: {A: [\"\\u2060\", b]}\n");
    assert_string_equal(blocks_of(self, document), "Ada Byron\nA\nb\n");
}

static void joins_any_number_of_courses(support *self) {
    cv_text_builder resume = {.arena = self->arena};
    cv_text_add_string(&resume, "name: Ada\nsections: {S: [{institution: I, courses: [");
    for (int i = 0; i < 3000; i++) cv_text_add(&resume, "c%d, ", i);
    cv_text_add_string(&resume, "]}]}\n");
    size_t before = cv_arena_size(self->arena);
    const cv_document *document = support_compose(self, cv_text_string(&resume));
    assert_true(cv_arena_size(self->arena) - before < 16 << 20);
    const char *courses = document->blocks.items[document->blocks.count - 1].text.string;
    assert_true(cv_starts_with(courses, "Courses: c0, c1, "));
    assert_true(cv_ends_with(courses, ", c2999"));
}

static void says_what_the_file_is(support *self) {
    const cv_document *document =
        support_compose(self, "name: Ada Byron\n"
                              "headline: Engineer\n"
                              "language: de\n"
                              "sections:\n"
                              "  S: [{label: C, details: d}, {label: Lisp}]\n");
    assert_string_equal(document->metadata.title, "Ada Byron – Lebenslauf");
    assert_string_equal(document->metadata.author, "Ada Byron");
    assert_string_equal(document->metadata.subject, "Engineer");
    assert_string_equal(document->metadata.keywords, "C, Lisp");
    assert_string_equal(document->metadata.language, "de");
    assert_null(document->metadata.date);
    support_contains(document->footer.text, "Ada Byron");
    document = support_compose(self, "name: Ada\n");
    assert_null(document->metadata.subject);
    assert_null(document->metadata.keywords);
}

static void leaves_out_sections_without_entries(support *self) {
    const cv_document *document = support_compose(self, "name: Ada\n"
                                                        "sections:\n"
                                                        "  Empty: []\n"
                                                        "  Full: [text]\n");
    assert_null(strstr(tags_of(self, document), "Empty"));
    assert_int_equal(break_before(document, "FULL"), CV_BREAK_NEVER);
}

static void keeps_its_stretches_in_order_and_whole(support *self) {
    const cv_document *document = compose_entry(
        self,
        "{title: 'A **b** `c` [d](https://example.org/)', authors: [X, Ada Byron], date: 2020}",
        "");
    assert_non_null(strstr(dump_of(self, document), "paragraph"));
    for (size_t i = 0; i < document->blocks.count; i++) {
        const cv_block *block = &document->blocks.items[i];
        const cv_block_text *const texts[] = {&block->text, &block->right, &block->label};
        for (size_t j = 0; j < 3; j++) {
            if (!texts[j]->string) continue;
            uint32_t at = 0;
            for (size_t k = 0; k < texts[j]->stretches.count; k++) {
                assert_int_equal(texts[j]->stretches.items[k].begin, at);
                assert_true(texts[j]->stretches.items[k].end > at);
                assert_true(texts[j]->stretches.items[k].mark < document->structure.count);
                at = texts[j]->stretches.items[k].end;
            }
            assert_int_equal(at, strlen(texts[j]->string));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(tags_the_header_before_the_sections),
        SUPPORT_TEST(tags_each_kind_of_entry),
        SUPPORT_TEST(raises_headings_below_a_hidden_section_title),
        SUPPORT_TEST(tags_entries_of_a_list_as_its_items),
        SUPPORT_TEST(begins_a_new_list_after_what_is_none),
        SUPPORT_TEST(sets_each_kind_in_its_lines),
        SUPPORT_TEST(leaves_out_nothing_of_any_kind),
        SUPPORT_TEST(puts_first_what_the_style_says),
        SUPPORT_TEST(links_the_whole_first_line),
        SUPPORT_TEST(styles_what_the_reader_looks_for),
        SUPPORT_TEST(sets_off_the_person_among_the_authors),
        SUPPORT_TEST(parts_the_lines_of_an_item_by_a_blank),
        SUPPORT_TEST(punctuates_running_text_only),
        SUPPORT_TEST(quotes_within_a_reference_with_the_inner_quotes),
        SUPPORT_TEST(ends_labels_with_the_colon_of_the_language),
        SUPPORT_TEST(punctuates_nothing_where_the_style_says_so),
        SUPPORT_TEST(prints_headings_in_capitals_of_the_language),
        SUPPORT_TEST(sets_separators_other_than_a_bar_apart),
        SUPPORT_TEST(breaks_contact_lines_between_items_only),
        SUPPORT_TEST(allows_pages_to_end_where_the_sense_does),
        SUPPORT_TEST(keeps_the_first_role_with_its_employer),
        SUPPORT_TEST(puts_what_concerns_an_employer_above_its_roles),
        SUPPORT_TEST(spaces_entries_and_lines_by_the_leading),
        SUPPORT_TEST(indents_nested_bullets_and_marks_them_otherwise),
        SUPPORT_TEST(shows_addresses_where_the_style_says_so),
        SUPPORT_TEST(prints_no_soft_hyphens),
        SUPPORT_TEST(takes_invisible_texts_for_none),
        SUPPORT_TEST(joins_any_number_of_courses),
        SUPPORT_TEST(says_what_the_file_is),
        SUPPORT_TEST(leaves_out_sections_without_entries),
        SUPPORT_TEST(keeps_its_stretches_in_order_and_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
