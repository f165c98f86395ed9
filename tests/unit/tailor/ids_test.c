// SPDX-License-Identifier: MIT
#include "tailor/ids.h"

#include "resume/fixture.h"

static void makes_the_id_of_a_section_from_its_key(void **state) {
    (void)state;
    static const struct {
        const char *key, *id;
    } cases[] = {
        {"Education", "education"},
        {"Work Experience", "work-experience"},
        {"R&D, and  more", "r-d-and-more"},
        {"Formação Acadêmica", "formação-acadêmica"},
        {"E\u0301tudes", "études"}, // composed: e and accent are one letter
        {"शिक्षा", "शिक्षा"},
        {"学历", "学历"},
        {"Top 10", "top-10"},
        {"IDEAS", "ideas"}, // whatever the language of the machine
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        const char *yaml =
            cv_format(self->arena, "name: A\nsections:\n  \"%s\": [a]\n", cases[i].key);
        const cv_node *tree = fixture_tailor(self, yaml);
        assert_string_equal(cv_tree_find(tree, "sections")->first->id, cases[i].id);
        fixture_destroy(self);
    }
}

static void prefers_the_id_that_was_given(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_node *tree = fixture_read(
        self,
        "sections: {S: {id: own, entries: [{id: e, name: N}, T]}, U: {id: '', entries: [a]}}");
    cv_tailor_options none = {0};
    tree = cv_tailor(tree, &none, self->arena, &self->report)->tree;
    const cv_node *section = cv_tree_find(tree, "sections")->first;
    assert_string_equal(section->id, "own");
    const cv_node *entry = cv_tree_find(section, "entries")->first;
    assert_string_equal(entry->id, "e");
    assert_null(entry->next->id);
    assert_string_equal(section->next->id, "u");
    assert_string_equal(fixture_findings(self), "");
    fixture_destroy(self);
}

static void reports_ids_given_twice(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"name: A\nsections:\n  Work It: [a]\n  work it: [b]\n",
         "CV106 at work it: two sections have the id 'work-it' (the first is on line 3 of "
         "resume.yaml; "
         "give one another 'id')\n"},
        {"name: A\nsections:\n  B: [a]\n  C: {id: b, entries: [a]}\n",
         "CV106 at b: two sections have the id 'b' (the first is on line 3 of resume.yaml; give "
         "one "
         "another 'id')\n"},
        {"name: A\nsections:\n  B:\n    - {id: x, name: N}\n  C:\n    - {id: x, name: N}\n",
         "CV106 at x: two entries have the id 'x' (the first is on line 4 of resume.yaml; give one "
         "another 'id')\n"},
        {"name: A\nsections: {x: [{id: x, name: N}], B: ~, b: [a]}\n", ""},
    };
    check_findings(cases, COUNT(cases));
}

static void reports_ids_that_no_path_can_have(void **state) {
    (void)state;
    static const finding_case cases[] = {
        {"{name: A, sections: {S: [{id: a.b, name: N}]}}",
         "CV105 at a.b: 'a.b' cannot be an id (an id is made of letters, digits, '-' and '_', and "
         "is "
         "not a number)\n"},
        {"{name: A, sections: {S: [{id: 7, name: N}]}}",
         "CV105 at 7: '7' cannot be an id (an id is made of letters, digits, '-' and '_', and is "
         "not "
         "a number)\n"},
        {"{name: A, sections: {S: [{id: größe_7-b, name: N}]}}", ""},
        {"{name: A, sections: {S: [{id: [a], name: N}]}}",
         "CV102 at [a]: 'id' must be text, not a list\n"},
    };
    check_findings(cases, COUNT(cases));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_the_id_of_a_section_from_its_key),
        cmocka_unit_test(prefers_the_id_that_was_given),
        cmocka_unit_test(reports_ids_given_twice),
        cmocka_unit_test(reports_ids_that_no_path_can_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
