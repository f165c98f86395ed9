// SPDX-License-Identifier: MIT
#include "resume/fixture.h"
#include "tailor/tailor.h"

static const char *const file =
    "name: Ada\n"
    "vars: {company: Works}\n"
    "design: {font: {size: 10pt, leading: 13pt}, color: {text: black}}\n"
    "sections:\n"
    "  Work:\n"
    "    - {id: engine, role: Analyst, organization: Works, tags: [code, math]}\n"
    "    - {role: Poet, organization: Home, tags: [verse]}\n"
    "  Honors: [A medal]\n"
    "variants:\n"
    "  a: {include: [code], exclude: [verse], sections: [honors], output: 'a {{variant}}',\n"
    "      design: {font: {size: 9pt}}, fit: {pages: 1, drop: 4}, set: {headline: A, summary: A}}\n"
    "  b: {extends: a, include: [math], fit: {pages: 2}, set: {headline: B}, language: de}\n"
    "  c: {extends: b, include: [], exclude: [], sections: []}\n"
    "  d:\n"
    "  x-template: [whatever]\n";

static const cv_tailored *tailor(fixture *self, const char *variant) {
    cv_tailor_options options = {.variant = variant, .file = "cv"};
    const cv_tailored *tailored =
        cv_tailor(fixture_read(self, file), &options, self->arena, &self->report);
    assert_string_equal(fixture_findings(self), "");
    return tailored;
}

static const char *text_at(const cv_node *tree, const char *first, const char *second,
                           const char *third) {
    const cv_node *node = cv_tree_find(tree, first);
    if (second) node = cv_tree_find(node, second);
    if (third) node = cv_tree_find(node, third);
    return node ? node->text : NULL;
}

static void lays_a_variant_over_the_one_that_it_extends(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_tailored *b = tailor(self, "b");
    assert_string_equal(text_at(b->tree, "headline", NULL, NULL), "B");
    assert_string_equal(text_at(b->tree, "summary", NULL, NULL), "A");
    assert_string_equal(text_at(b->tree, "language", NULL, NULL), "de");
    assert_string_equal(text_at(b->tree, "design", "font", "size"), "9pt");
    assert_string_equal(text_at(b->tree, "design", "font", "leading"), "13pt");
    assert_string_equal(text_at(b->tree, "design", "color", "text"), "black");
    assert_string_equal(text_at(b->tree, "fit", "pages", NULL), "2");
    assert_string_equal(text_at(b->tree, "fit", "drop", NULL), "4");
    assert_string_equal(b->variant, "b");
    assert_string_equal(b->output, "a-b.pdf");
    fixture_destroy(self);
}

static void replaces_lists_that_are_given_again(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_selection b = tailor(self, "b")->selection;
    assert_int_equal(b.include.count, 1);
    assert_string_equal(b.include.items[0].string, "math");
    assert_string_equal(b.exclude.items[0].string, "verse");
    assert_string_equal(b.sections.items[0].string, "honors");
    const cv_selection c = tailor(self, "c")->selection;
    assert_false(c.has_include);
    assert_int_equal(c.include.count + c.exclude.count + c.sections.count, 0);
    fixture_destroy(self);
}

static void is_the_file_itself_without_a_variant(void **state) {
    (void)state;
    static const char *const names[] = {NULL, "base", "d"};
    static const char *const outputs[] = {"cv.pdf", "cv.pdf", "cv-d.pdf"};
    for (size_t i = 0; i < COUNT(names); i++) {
        fixture *self = fixture_create();
        const cv_tailored *found = tailor(self, names[i]);
        assert_null(cv_tree_find(found->tree, "headline"));
        assert_string_equal(text_at(found->tree, "design", "font", "size"), "10pt");
        assert_false(found->selection.has_include);
        assert_string_equal(found->output, outputs[i]);
        fixture_destroy(self);
    }
}

static void lets_the_command_line_win(void **state) {
    (void)state;
    fixture *self = fixture_create();
    static const cv_setting settings[] = {{"--set", "headline", "{{company}} {{variant}}"}};
    static const cv_setting variables[] = {{"--var", "company", "a: [b"}};
    static const char *const include[] = {"code", "verse"};
    cv_tailor_options options = {.variant = "b",
                                 .settings = settings,
                                 .setting_count = COUNT(settings),
                                 .variables = variables,
                                 .variable_count = COUNT(variables),
                                 .include = include,
                                 .include_count = COUNT(include)};
    // A value with a brace has to be quoted for YAML, a variable's is text as it stands.
    cv_setting quoted = settings[0];
    quoted.value = "'{{company}} {{variant}}'";
    options.settings = &quoted;
    const cv_tailored *found =
        cv_tailor(fixture_read(self, file), &options, self->arena, &self->report);
    assert_string_equal(fixture_findings(self), "");
    assert_string_equal(text_at(found->tree, "headline", NULL, NULL), "a: [b b");
    assert_int_equal(found->selection.include.count, 2);
    assert_string_equal(found->selection.exclude.items[0].string, "verse");
    fixture_destroy(self);
}

static void leaves_the_file_alone_and_shares_what_does_not_change(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_tailor_options options = {.variant = "a"};
    const cv_node *tree = fixture_read(self, file);
    cv_text_builder before = {.arena = self->arena}, after = {.arena = self->arena};
    cv_tree_dump(tree, &self->report, &before);
    const cv_tailored *found = cv_tailor(tree, &options, self->arena, &self->report);
    cv_tree_dump(tree, &self->report, &after);
    assert_string_equal(cv_text_string(&before), cv_text_string(&after));
    const cv_node *work = cv_tree_find(cv_tree_find(tree, "sections"), "Work");
    const cv_node *copy = cv_tree_find(cv_tree_find(found->tree, "sections"), "Work");
    assert_ptr_equal(work->first->next->first, copy->first->next->first);
    fixture_destroy(self);
}

static void lists_all_variants_with_their_outputs(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_tailor_options options = {.file = "my cv"};
    cv_outputs outputs =
        cv_tailor_list(fixture_read(self, file), &options, self->arena, &self->report);
    assert_string_equal(fixture_findings(self), "");
    static const char *const names[] = {"a-a.pdf", "a-b.pdf", "a-c.pdf", "my cv-d.pdf"};
    assert_int_equal(outputs.count, COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++) assert_string_equal(outputs.items[i].name, names[i]);
    assert_string_equal(outputs.items[3].variant, "d");
    outputs = cv_tailor_list(fixture_read(self, "name: A"), &options, self->arena, &self->report);
    assert_int_equal(outputs.count, 1);
    assert_null(outputs.items[0].variant);
    assert_string_equal(outputs.items[0].name, "my cv.pdf");
    fixture_destroy(self);
}

static void names_an_output_in_the_language_of_the_variant(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_tailor_options options = {.file = "cv", .date = "2024-05-17"};
    cv_outputs outputs =
        cv_tailor_list(fixture_read(self, "name: {en: Florence, de: Flora}\n"
                                          "summary: {en: no German}\n" // for the rendering to say
                                          "variants:\n"
                                          "  en: {output: '{{name}}-{{date}}'}\n"
                                          "  de: {extends: en, language: de}\n"
                                          "  no: {output: '{{nme}}'}\n"),
                       &options, self->arena, &self->report);
    assert_string_equal(outputs.items[0].name, "Florence-2024-05-17.pdf");
    assert_string_equal(outputs.items[1].name, "Flora-2024-05-17.pdf");
    assert_null(outputs.items[2].name);
    assert_string_equal(fixture_findings(self), "CV507 at {{nme}}: there is no variable 'nme' "
                                                "(did you mean 'name'?)\n");
    fixture_destroy(self);
}

static void takes_no_name_of_a_file_that_cannot_be_printed(void **state) {
    (void)state;
    static const char *const names[] = {"a\xFF", "a\nb", "\x1B[0m", NULL};
    for (size_t i = 0; i < COUNT(names); i++) {
        fixture *self = fixture_create();
        cv_tailor_options options = {.file = names[i]};
        cv_tailor(fixture_read(self, "{name: A, summary: '{{file}}'}"), &options, self->arena,
                  &self->report);
        assert_int_equal(self->report.errors, 1);
        assert_int_equal(self->report.first->problem, CV_NO_VALUE);
        fixture_destroy(self);
    }
}

static void refuses_variables_that_are_not_text(void **state) {
    (void)state;
    static const struct {
        cv_setting variable;
        const char *finding;
    } cases[] = {
        {{"--var", "a", "\xFF"}, "CV201 at : the value is not valid UTF-8\n"},
        {{"--var", "\xFF", "a"}, "CV201 at : the name of the variable is not valid UTF-8\n"},
        {{"--var", "", "a"},
         "CV105 at : a variable cannot be named '' (a name is made of the "
         "letters a to z, digits, '-' and '_', and begins with a letter)\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        cv_tailor_options options = {.variables = &cases[i].variable, .variable_count = 1};
        cv_tailor(fixture_read(self, "name: A"), &options, self->arena, &self->report);
        assert_string_equal(fixture_findings(self), cases[i].finding);
        fixture_destroy(self);
    }
}

static void walks_a_long_chain_of_variants(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_text_builder yaml = {.arena = self->arena};
    cv_text_add_string(&yaml, "name: A\nvariants:\n");
    for (int i = 0; i < 999; i++) cv_text_add(&yaml, "  v%d: {extends: v%d}\n", i, i + 1);
    cv_text_add_string(&yaml, "  v999: {set: {headline: Z}}\n");
    cv_tailor_options options = {.variant = "v0"};
    const cv_tailored *found =
        cv_tailor(fixture_read(self, cv_text_string(&yaml)), &options, self->arena, &self->report);
    assert_string_equal(fixture_findings(self), "");
    assert_string_equal(text_at(found->tree, "headline", NULL, NULL), "Z");
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lays_a_variant_over_the_one_that_it_extends),
        cmocka_unit_test(replaces_lists_that_are_given_again),
        cmocka_unit_test(is_the_file_itself_without_a_variant),
        cmocka_unit_test(lets_the_command_line_win),
        cmocka_unit_test(leaves_the_file_alone_and_shares_what_does_not_change),
        cmocka_unit_test(lists_all_variants_with_their_outputs),
        cmocka_unit_test(names_an_output_in_the_language_of_the_variant),
        cmocka_unit_test(takes_no_name_of_a_file_that_cannot_be_printed),
        cmocka_unit_test(refuses_variables_that_are_not_text),
        cmocka_unit_test(walks_a_long_chain_of_variants),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
