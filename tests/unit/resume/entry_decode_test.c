// SPDX-License-Identifier: MIT
#include "resume/fixture.h"

static const cv_entry *only_entry(fixture *self, const char *entry) {
    const char *yaml = cv_format(self->arena, "name: A\nsections: {S: [%s]}", entry);
    const cv_resume *resume = fixture_decode(self, yaml);
    assert_string_equal(fixture_findings(self), "");
    assert_int_equal(resume->sections.count, 1);
    assert_int_equal(resume->sections.items[0].entries.count, 1);
    return &resume->sections.items[0].entries.items[0];
}

static void recognises_the_kind_by_the_first_key_that_matches(void **state) {
    (void)state;
    static const struct {
        const char *entry;
        cv_entry_kind kind;
        const char *title;
    } cases[] = {
        {"{institution: T}", CV_ENTRY_EDUCATION, "T"},
        {"{project: T, organization: O, role: R}", CV_ENTRY_PROJECT, "T"},
        {"{award: T, organization: O}", CV_ENTRY_AWARD, "T"},
        {"{certificate: T, organization: O}", CV_ENTRY_CERTIFICATE, "T"},
        {"{title: T, venue: V}", CV_ENTRY_PUBLICATION, "T"},
        {"{label: T, details: D}", CV_ENTRY_SKILL, "T"},
        {"{name: N, reference: T}", CV_ENTRY_REFERENCE, "T"},
        {"{name: T}", CV_ENTRY_ITEM, "T"},
        {"{organization: T}", CV_ENTRY_EXPERIENCE, "T"},
        {"{role: R}", CV_ENTRY_EXPERIENCE, NULL},
        {"{role: R, organization: T}", CV_ENTRY_EXPERIENCE, "T"},
        {"{text: T}", CV_ENTRY_TEXT, "T"},
        {"T", CV_ENTRY_TEXT, "T"},
        {"{institution: ~, role: R}", CV_ENTRY_EXPERIENCE, NULL}, // null is as if absent
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        const cv_entry *entry = only_entry(self, cases[i].entry);
        assert_int_equal(entry->kind, cases[i].kind);
        assert_true(cv_equal(entry->title.string, cases[i].title));
        assert_int_equal(entry->priority, CV_PRIORITY_DEFAULT);
        fixture_destroy(self);
    }
}

static void lets_the_section_say_the_kind(void **state) {
    (void)state;
    static const dump_case cases[] = {
        {"sections: {S: {type: item, entries: [{name: N}, T]}}",
         "section id s \"S\"\n  entry item \"N\"\n  entry text \"T\"\n"},
        {"sections: {S: {entries: [{institution: I, note: n}], type: education}}",
         "section id s \"S\"\n  entry education \"I\"\n"},
    };
    check_dumps(cases, COUNT(cases));
}

static void holds_entries_to_the_kind_of_the_section(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: {type: reference, entries: [{name: N}]}}}",
         "CV103 at {name: N}: missing key 'reference'\n"},
        {"{name: A, sections: {S: {type: experience, entries: [{start: 2020}]}}}",
         "CV103 at {start: 2020}: missing key 'organization' or 'role'\n"},
        {"{name: A, sections: {S: {type: job, entries: [a]}}}",
         "CV105 at job: 'type' cannot be 'job' (write education, project, award, certificate, "
         "publication, skill, reference, item, experience or text)\n"},
        {"{name: A, sections: {S: {type: awards, entries: [a]}}}",
         "CV105 at awards: 'type' cannot be 'awards' (did you mean 'award'?)\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void suggests_the_key_that_was_meant(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: [{role: R, bulets: B}]}}",
         "CV101 at bulets: unknown key 'bulets' (did you mean 'bullets'?)\n"},
        {"{name: A, sections: {S: [{role: R, Start: 2020}]}}",
         "CV101 at Start: unknown key 'Start' (did you mean 'start'?)\n"},
        {"{name: A, sections: {S: [{text: T, colour: blue}]}}",
         "CV101 at colour: unknown key 'colour' (the keys here are text, id, tags, priority, "
         "note)\n"},
        {"{name: A, sections: {S: [{role: R, x-colour: blue}]}}", ""},
    };
    check_findings(cases, COUNT(cases));
}

static void says_to_which_kind_a_key_belongs(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: [{role: R, venue: V}]}}",
         "CV101 at venue: 'venue' belongs to a publication; this is an experience (recognised by "
         "'role')\n"},
        {"{name: A, sections: {S: [{title: T, role: R}]}}",
         "CV101 at role: 'role' belongs to an experience; this is a publication (recognised by "
         "'title')\n"},
        {"{name: A, sections: {S: [{title: T, organization: O}]}}",
         "CV101 at organization: 'organization' belongs to an experience; this is a publication "
         "(recognised by 'title')\n"},
        {"{name: A, sections: {S: {type: award, entries: [{award: W, degree: D}]}}}",
         "CV101 at degree: 'degree' belongs to an education entry; this is an award (recognised by "
         "'award')\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void says_why_an_entry_is_of_no_kind(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: [{institutoin: I, degree: D}]}}",
         "CV107 at institutoin: this entry has no key that says what it is (did you mean "
         "'institution'?)\n"},
        {"name: A\nsections:\n  S:\n    - Advisor: Prof. X\n",
         "CV102 at Advisor: the colon after 'Advisor' makes this a mapping, not text (put the "
         "whole "
         "text in quotes: \"Advisor: ...\")\n"},
        {"{name: A, sections: {S: [{en: a, xx: b}]}}",
         "CV306 at xx: 'xx' is not a language (write a tag such as en, de or pt-BR)\n"},
        {"{name: A, sections: {S: [{location: L, start: 2020}]}}",
         "CV107 at {location: L, start: 2020}: this entry has no key that says what it is (give it "
         "one of institution, project, award, certificate, title, label, reference, name, "
         "organization, role or text)\n"},
        {"{name: A, sections: {S: [[a]]}}",
         "CV102 at [a]: this must be a mapping or text, not a list\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void reads_several_roles(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_entry *entry = only_entry(
        self,
        "{organization: O, roles: [{role: P, start: 2020, bullets: [a, b]}, ~, {role: Q, end: "
        "2019, tags: t, priority: 4}]}");
    assert_int_equal(entry->roles.count, 2);
    assert_string_equal(entry->roles.items[0].role.string, "P");
    assert_true(entry->roles.items[0].period.is_ongoing);
    assert_int_equal(entry->roles.items[0].bullets.count, 2);
    assert_int_equal(entry->roles.items[1].period.end.year, 2019);
    assert_false(entry->roles.items[1].period.is_ongoing);
    assert_int_equal(entry->roles.items[1].priority, 4);
    fixture_destroy(self);
}

static void refuses_roles_beside_a_role(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: [{organization: O, role: R, roles: [{role: Q}]}]}}",
         "CV105 at roles: 'roles' cannot stand beside 'role' (make it one more of the roles)\n"},
        {"{name: A, sections: {S: [{organization: O, roles: [{start: 2020}]}]}}",
         "CV103 at {start: 2020}: missing key 'role'\n"},
        {"{name: A, sections: {S: [{organization: O, roles: [R]}]}}",
         "CV102 at R: this must be a mapping, not text\n"},
    };
    check_findings(cases, COUNT(cases));
}

static void reads_bullets_within_bullets(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_entry *entry = only_entry(
        self,
        "{name: N, bullets: [a, ~, {text: b, tags: [t], priority: 2, bullets: [c, {text: d}]}]}");
    assert_int_equal(entry->bullets.count, 2);
    const cv_bullet *bullet = &entry->bullets.items[1];
    assert_string_equal(bullet->text.string, "b");
    assert_string_equal(bullet->tags.items[0], "t");
    assert_int_equal(bullet->priority, 2);
    assert_int_equal(bullet->bullets.count, 2);
    assert_string_equal(bullet->bullets.items[1].text.string, "d");
    fixture_destroy(self);
}

static void explains_a_colon_in_a_bullet(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"name: A\nsections:\n  S:\n    - name: N\n      bullets:\n        - Advisor: Prof. X\n",
         "CV102 at Advisor: the colon after 'Advisor' makes this a mapping, not text (put the "
         "whole "
         "text in quotes: \"Advisor: ...\")\n"},
        {"{name: A, sections: {S: [{name: N, bullets: [{}]}]}}",
         "CV103 at {}: missing key 'text'\n"},
        {"{name: A, sections: {S: [{name: N, bullets: [{en: b, xx: c}]}]}}",
         "CV306 at xx: 'xx' is not a language (write a tag such as en, de or pt-BR)\n"},
        {"{name: A, sections: {S: [{name: N, bullets: [{txt: b}]}]}}",
         "CV103 at {txt: b}: missing key 'text'\nCV101 at txt: unknown key 'txt' (did you mean "
         "'text'?)\n"},
    };
    check_findings(cases, COUNT(cases));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recognises_the_kind_by_the_first_key_that_matches),
        cmocka_unit_test(lets_the_section_say_the_kind),
        cmocka_unit_test(holds_entries_to_the_kind_of_the_section),
        cmocka_unit_test(suggests_the_key_that_was_meant),
        cmocka_unit_test(says_to_which_kind_a_key_belongs),
        cmocka_unit_test(says_why_an_entry_is_of_no_kind),
        cmocka_unit_test(reads_several_roles),
        cmocka_unit_test(refuses_roles_beside_a_role),
        cmocka_unit_test(reads_bullets_within_bullets),
        cmocka_unit_test(explains_a_colon_in_a_bullet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
