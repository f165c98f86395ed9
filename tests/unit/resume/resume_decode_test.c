// SPDX-License-Identifier: MIT
#include "resume/fixture.h"

static void reads_the_keys_of_the_file(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_resume *resume =
        fixture_decode(self, "cvpdf: 1\nname: Ada *Lovelace*\nheadline: Analyst\n"
                             "summary: One.\nlanguage: de\ndesign: {a: b}\n"
                             "x-private: [anything]\n");
    assert_string_equal(fixture_findings(self), "");
    assert_string_equal(resume->name.string, "Ada Lovelace");
    assert_int_equal(resume->name.count, 2);
    assert_string_equal(resume->headline.string, "Analyst");
    assert_string_equal(resume->summary.string, "One.");
    assert_string_equal(resume->language, "de");
    assert_int_equal(resume->language_span.end - resume->language_span.begin, 2);
    fixture_destroy(self);
}

static void dumps_what_is_there(void **state) {
    (void)state;
    static const dump_case cases[] = {
        {"summary: '*a*'", "summary \"a\"\n  part emphasis \"a\"\n"},
        {"photo: me.jpg", "photo \"me.jpg\"\n"},
        {"photo: {file: me.jpg, alt: 'Me, smiling'}", "photo \"me.jpg\" alt \"Me, smiling\"\n"},
    };
    check_dumps(cases, COUNT(cases));
    fixture *self = fixture_create(); // whose sections have no ids yet
    const cv_node *tree = fixture_read(self, "{name: A, sections: {S: [a]}}");
    assert_string_equal(fixture_dump(self, cv_resume_decode(tree, self->arena, &self->report)),
                        "name \"A\"\nlanguage en\nsection \"S\"\n  entry text \"a\"\n");
    fixture_destroy(self);
}

static void needs_a_mapping_with_a_name(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"headline: Analyst", "CV103 at headline: Analyst: missing key 'name'\n"},
        {"name: ~", "CV103 at name: ~: missing key 'name'\n"},
        {"name: [a]", "CV102 at [a]: 'name' must be text, not a list\n"},
        {"[name]",
         "CV102 at [name]: a resume must be a mapping, not a list (begin with a line like "
         "'name: Ada Lovelace')\n"},
        {"https://example.org",
         "CV102 at https://example.org: a resume must be a mapping, not text (begin with a line "
         "like 'name: Ada Lovelace')\n"},
        {"{name: A, 'headline:': B}",
         "CV101 at 'headline:': unknown key 'headline:' (did you mean 'headline'?)\n"},
        {"{name: A, 'http://a': B}",
         "CV101 at 'http://a': unknown key 'http://a' (the keys here are cvpdf, name, headline, "
         "contact, photo, summary, sections, design, language, variants, vars, letter, check, "
         "facts, fit, $schema)\n"},
        {"{name: A, sectoins: {}}",
         "CV101 at sectoins: unknown key 'sectoins' (did you mean 'sections'?)\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void checks_the_version(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, cvpdf: 1}", ""},
        {"{name: A, cvpdf: 2}",
         "CV108 at 2: this is not a version of the format that is known here "
         "(write 'cvpdf: 1', or leave it out)\n"},
        {"{name: A, cvpdf: [1]}", "CV108 at [1]: this is not a version of the format that is known "
                                  "here (write 'cvpdf: 1', or leave it out)\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void takes_only_what_can_be_a_language(void **state) {
    (void)state;
    static const struct {
        const char *written, *language;
    } cases[] = {
        {"pt-BR", "pt-BR"}, {"en_US", "en"}, {"[de]", "en"}, {"~", "en"}, {"german", "en"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        const char *yaml = cv_format(self->arena, "{name: A, language: %s}", cases[i].written);
        assert_string_equal(fixture_decode(self, yaml)->language, cases[i].language);
        assert_string_equal(fixture_findings(self), "");
        fixture_destroy(self);
    }
}

static void reads_sections_as_lists_or_with_options(void **state) {
    (void)state;
    static const dump_case cases[] = {
        {"sections: {B: [a], A: [b]}",
         "section id b \"B\"\n  entry text \"a\"\nsection id a \"A\"\n  entry text \"b\"\n"},
        {"sections: {S: {title: 'T *u*', list: numbered, heading: false, entries: [a]}}",
         "section id s list numbered without heading \"T u\"\n  part \"T \"\n  part emphasis "
         "\"u\"\n"
         "  entry text \"a\"\n"},
        {"sections: {S: {id: t, tags: [u], priority: 4, note: n, list: reversed, entries: [a]}}",
         "section id t list reversed \"S\"\n  tag \"u\"\n  priority 4\n  entry text \"a\"\n"},
        {"sections: {'*S*': [a]}", "section id -s- \"*S*\"\n  entry text \"a\"\n"},
        {"sections: {x-later: {what: ever}}", ""},
    };
    check_dumps(cases, COUNT(cases));
}

static void reports_sections_of_the_wrong_form(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: [a]}", "CV102 at [a]: 'sections' must be a mapping, not a list\n"},
        {"{name: A, sections: {S: a}}", "CV102 at a: 'S' must be a list, not text\n"},
        {"{name: A, sections: {S: {entries: a}}}",
         "CV102 at a: 'entries' must be a list, not text\n"},
        {"{name: A, sections: {S: {title: T}}}", "CV103 at {title: T}: missing key 'entries'\n"},
        {"{name: A, sections: {S: {list: dots, entries: [a]}}}",
         "CV105 at dots: 'list' cannot be 'dots' (write bullet, numbered or reversed)\n"},
        {"{name: A, sections: {S: {institution: I, entries: [a]}}}",
         "CV101 at institution: 'institution' belongs to an entry, not to the section (a section "
         "is a "
         "list: begin each entry with '- ')\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void goes_on_after_every_error(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_resume *resume =
        fixture_decode(self, "{hedline: x, name: A, contact: 1, sections: {S: [{role: R, start: x, "
                             "bullets: [[a], b]}, {b: c, d: e}, T]}}");
    assert_int_equal(self->report.errors, 5);
    assert_string_equal(fixture_dump(self, resume),
                        "name \"A\"\nlanguage en\nsection id s \"S\"\n"
                        "  entry experience\n    role \"R\"\n    ongoing\n"
                        "    bullet \"b\"\n  entry text \"T\"\n");
    fixture_destroy(self);
}

static void entitles_sections_that_are_named_by_their_key_alone(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_resume *resume = fixture_decode(self, "name: A\nsections:\n"
                                                   "  skills: [a]\n"
                                                   "  Clubs: [a]\n"
                                                   "  Other: {title: Skills, entries: [a]}\n");
    cv_titles titles = {0};
    assert_ptr_equal(cv_resume_entitle(resume, &titles, self->arena), resume);
    CV_PUSH(self->arena, &titles, ((cv_title){"Skills", "Kenntnisse"}));
    const cv_section *sections = cv_resume_entitle(resume, &titles, self->arena)->sections.items;
    assert_string_equal(sections[0].title.string, "Kenntnisse");
    assert_string_equal(sections[0].id, "skills");
    assert_string_equal(sections[1].title.string, "Clubs");
    assert_string_equal(sections[2].title.string, "Skills");
    assert_string_equal(resume->sections.items[0].title.string, "skills");
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_keys_of_the_file),
        cmocka_unit_test(dumps_what_is_there),
        cmocka_unit_test(needs_a_mapping_with_a_name),
        cmocka_unit_test(checks_the_version),
        cmocka_unit_test(takes_only_what_can_be_a_language),
        cmocka_unit_test(reads_sections_as_lists_or_with_options),
        cmocka_unit_test(reports_sections_of_the_wrong_form),
        cmocka_unit_test(goes_on_after_every_error),
        cmocka_unit_test(entitles_sections_that_are_named_by_their_key_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
