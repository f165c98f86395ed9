// SPDX-License-Identifier: MIT
#include "resume/value.h"

#include "resume/fixture.h"

static void takes_null_and_blank_text_as_absent(void **state) {
    (void)state;
    static const dump_case cases[] = {
        {"headline:", ""},
        {"headline: ~", ""},
        {"headline: ''", ""},
        {"headline: '  '", ""},
        {"summary: 'null'", "summary \"null\"\n"},
        {"variants: ~", ""},
        {"sections: {A: ~, B: [], C: [~, '']}", ""},
    };
    check_dumps(cases, COUNT(cases));
}

static void keeps_numbers_and_truth_values_as_texts(void **state) {
    (void)state;
    static const dump_case cases[] = {
        {"summary: 010", "summary \"010\"\n"},
        {"summary: true", "summary \"true\"\n"},
        {"summary: 3.50", "summary \"3.50\"\n"},
        {"summary: no", "summary \"no\"\n"},
    };
    check_dumps(cases, COUNT(cases));
}

static void takes_one_text_for_a_list_of_one(void **state) {
    (void)state;
    static const dump_case cases[] = {
        {"sections: {S: [{title: T, authors: 'A, B', tags: x}]}",
         "section id s \"S\"\n  entry publication \"T\"\n    tag \"x\"\n    author \"A, B\"\n"},
        {"sections: {S: [{institution: I, courses: C}]}",
         "section id s \"S\"\n  entry education \"I\"\n    course \"C\"\n"},
        {"sections: {S: [{label: L, keywords: K}]}",
         "section id s \"S\"\n  entry skill \"L\"\n    keyword \"K\"\n"},
        {"sections: {S: [{name: N, bullets: B}]}",
         "section id s \"S\"\n  entry item \"N\"\n    bullet \"B\"\n"},
    };
    check_dumps(cases, COUNT(cases));
}

static void reads_priorities_from_plain_digits(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: [{name: N, priority: 1}, {name: N, priority: 5}]}}", ""},
        {"{name: A, sections: {S: [{name: N, priority: 0}]}}",
         "CV105 at 0: 'priority' must be a number from 1 to 5 (1 is kept longest, 5 goes first)\n"},
        {"{name: A, sections: {S: [{name: N, priority: 6}]}}",
         "CV105 at 6: 'priority' must be a number from 1 to 5 (1 is kept longest, 5 goes first)\n"},
        {"{name: A, sections: {S: [{name: N, priority: 12}]}}",
         "CV105 at 12: 'priority' must be a number from 1 to 5 (1 is kept longest, 5 goes "
         "first)\n"},
        {"{name: A, sections: {S: [{name: N, priority: '1'}]}}",
         "CV105 at '1': 'priority' must be a number from 1 to 5 (1 is kept longest, 5 goes "
         "first)\n"},
        {"{name: A, sections: {S: [{name: N, priority: [1]}]}}",
         "CV102 at [1]: 'priority' must be a number from 1 to 5, not a list\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void reads_truth_values_as_yaml_has_them(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: {heading: false, entries: [a]}}}", ""},
        {"{name: A, sections: {S: {heading: TRUE, entries: [a]}}}", ""},
        {"{name: A, sections: {S: {heading: True, entries: [a]}}}", ""},
        {"{name: A, sections: {S: {heading: no, entries: [a]}}}",
         "CV105 at no: 'heading' must be true or false\n"},
        {"{name: A, sections: {S: {heading: 'false', entries: [a]}}}",
         "CV105 at 'false': 'heading' must be true or false\n"},
        {"{name: A, sections: {S: {heading: [], entries: [a]}}}",
         "CV102 at []: 'heading' must be true or false, not a list\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void says_what_a_value_must_be(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: [{title: T, doi: [10.1145/1]}]}}",
         "CV102 at [10.1145/1]: 'doi' must be text, not a list\n"},
        {"{name: A, sections: {S: [{name: N, url: [example.org]}]}}",
         "CV102 at [example.org]: 'url' must be text, not a list\n"},
        {"{name: A, sections: {S: [{name: N, tags: [[x], y]}]}}",
         "CV102 at [x]: this must be text, not a list\n"},
        {"{name: A, sections: {S: [{title: T, authors: [{x: y}]}]}}",
         "CV102 at {x: y}: this must be text, not a mapping\n"},
        {"{name: A, sections: {S: {type: [award], entries: [{award: W}]}}}",
         "CV102 at [award]: 'type' must be text, not a list\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void normalises_a_doi(void **state) {
    (void)state;
    static const char *const written[] = {"10.1145/3656426", "doi:10.1145/3656426",
                                          "https://doi.org/10.1145/3656426",
                                          "http://dx.doi.org/10.1145/3656426"};
    for (size_t i = 0; i < COUNT(written); i++) {
        fixture *self = fixture_create();
        const char *yaml =
            cv_format(self->arena, "{name: A, sections: {S: [{title: T, doi: '%s'}]}}", written[i]);
        const cv_resume *resume = fixture_decode(self, yaml);
        assert_string_equal(fixture_findings(self), "");
        assert_string_equal(resume->sections.items[0].entries.items[0].doi.string,
                            "10.1145/3656426");
        fixture_destroy(self);
    }
    static const char *const wrong[] = {"11.1145/1",   "10.1/1",
                                        "10.1145",     "10.1145/",
                                        "10.1145/a b", "https://example.org/10.1145/1"};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        fixture *self = fixture_create();
        fixture_decode(
            self,
            cv_format(self->arena, "{name: A, sections: {S: [{title: T, doi: '%s'}]}}", wrong[i]));
        assert_int_equal(self->report.errors, 1);
        assert_int_equal(self->report.first->problem, CV_BAD_VALUE);
        fixture_destroy(self);
    }
}

static void checks_addresses_of_entries(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: [{name: N, url: 'https://example.org/a'}]}}", ""},
        {"{name: A, sections: {S: [{name: N, url: example.org/a}]}}",
         "CV123 at example.org/a: 'url' is not a web address: it does not begin with https:// or "
         "http:// (write https://example.org/a)\n"},
        {"{name: A, sections: {S: [{name: N, url: example.org}]}}",
         "CV123 at example.org: 'url' is not a web address: it does not begin with https:// or "
         "http:// (write https://example.org)\n"},
        {"{name: A, sections: {S: [{name: N, url: 'example.org?a'}]}}",
         "CV123 at 'example.org?a': 'url' is not a web address: it does not begin with https:// or "
         "http://\n"},
        {"{name: A, sections: {S: [{name: N, url: 'javascript:alert(1)'}]}}",
         "CV123 at 'javascript:alert(1)': 'url' is not a web address: it does not begin with "
         "https:// or http://\n"},
        {"{name: A, sections: {S: [{name: N, url: 'https://a@b.c'}]}}",
         "CV123 at 'https://a@b.c': 'url' is not a web address: it names a user\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void says_what_is_not_supported_yet(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, letter: B}", "CV104 at letter: 'letter' is not supported yet (remove it)\n"},
        {"{name: A, headline: {en: B, xx: C}}",
         "CV306 at xx: 'xx' is not a language (write a tag such as en, de or pt-BR)\n"},
        {"{name: A, headline: {en: B, xx: C, yy: D}}",
         "CV306 at xx: 'xx' is not a language (write a tag such as en, de or pt-BR)\n"},
        {"{name: A, headline: {en: [B], xx: C}}",
         "CV102 at {en: [B], xx: C}: 'headline' must be text, not a mapping\n"},
        {"{name: A, headline: {xx: B}}",
         "CV102 at {xx: B}: 'headline' must be text, not a mapping\n"},
        {"{name: A, headline: {text: B}}",
         "CV102 at {text: B}: 'headline' must be text, not a mapping\n"},
        {"{name: A, headline: {}}", "CV102 at {}: 'headline' must be text, not a mapping\n"},
        {"{name: A, headline: '{{ .Values.image }} {{}} {{a} }}'}", ""},
    };
    check_findings(cases, COUNT(cases));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_null_and_blank_text_as_absent),
        cmocka_unit_test(keeps_numbers_and_truth_values_as_texts),
        cmocka_unit_test(takes_one_text_for_a_list_of_one),
        cmocka_unit_test(reads_priorities_from_plain_digits),
        cmocka_unit_test(reads_truth_values_as_yaml_has_them),
        cmocka_unit_test(says_what_a_value_must_be),
        cmocka_unit_test(normalises_a_doi),
        cmocka_unit_test(checks_addresses_of_entries),
        cmocka_unit_test(says_what_is_not_supported_yet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
