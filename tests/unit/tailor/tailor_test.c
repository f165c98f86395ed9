// SPDX-License-Identifier: MIT
#include "tailor/tailor.h"

#include "resume/fixture.h"

static const char *const file = "name: Ada\n"
                                "headline:\n"
                                "sections:\n"
                                "  Work Experience:\n"
                                "    - {id: engine, organization: Engine Works, bullets: [a, b]}\n"
                                "    - {organization: Ockham}\n"
                                "  Honors:\n"
                                "    list: bullet\n"
                                "    entries:\n"
                                "      - {id: medal, award: Medal}\n"
                                "      - {award: Cup}\n"
                                "  Empty: []\n"
                                "design: {font: {size: 10pt}}\n";

static const cv_node *apply(fixture *self, const cv_node *tree, const cv_setting *settings,
                            size_t count) {
    cv_tailor_options options = {.settings = settings, .setting_count = count};
    return cv_tailor(tree, &options, self->arena, &self->report)->tree;
}

static const cv_node *tailor(fixture *self, const cv_node *tree, const char *path,
                             const char *value) {
    cv_setting setting = {"--set", path, value};
    return apply(self, tree, &setting, 1);
}

// The node at keys and positions, divided by '/'.
static const cv_node *at(fixture *self, const cv_node *node, const char *path) {
    char *rest = cv_copy_string(self->arena, path);
    for (char *step = strtok(rest, "/"); step && node; step = strtok(NULL, "/")) {
        if (node->kind == CV_NODE_MAP) {
            node = cv_tree_find(node, step);
        } else {
            const cv_node *item = node->first;
            for (int i = step[0] - '0'; i && item; i--) item = item->next;
            node = item;
        }
    }
    return node;
}

static void puts_a_value_where_the_path_leads(void **state) {
    (void)state;
    static const struct {
        const char *path, *value, *place, *text;
    } cases[] = {
        {"name", "Countess", "name", "Countess"},
        {"headline", "Analyst", "headline", "Analyst"},
        {"language", "de", "language", "de"},
        {"design.font.size", "9.5pt", "design/font/size", "9.5pt"},
        {"design.font.family", "'Gentium Plus'", "design/font/family", "Gentium Plus"},
        {"design.page.margins.top", "1in", "design/page/margins/top", "1in"},
        {"contact.phone", "123", "contact/phone", "123"},
        {"sections.work-experience.1.role", "Countess", "sections/Work Experience/1/role",
         "Countess"},
        {"sections.work-experience.engine.role", "Lead", "sections/Work Experience/0/role", "Lead"},
        {"sections.work-experience.0.bullets.1", "c", "sections/Work Experience/0/bullets/1", "c"},
        {"sections.work-experience.1.bullets", "[x, y]", "sections/Work Experience/1/bullets/1",
         "y"},
        {"sections.honors.1.award", "Bowl", "sections/Honors/entries/1/award", "Bowl"},
        {"sections.honors.medal.date", "2020", "sections/Honors/entries/0/date", "2020"},
        {"sections.honors.entries.0.award", "Bowl", "sections/Honors/entries/0/award", "Bowl"},
        {"sections.honors.list", "numbered", "sections/Honors/list", "numbered"},
        {"sections.honors.heading", "false", "sections/Honors/heading", "false"},
        {"sections.honors", "[One]", "sections/Honors/0", "One"},
        {"sections.honors.medal", "One", "sections/Honors/entries/0", "One"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        const cv_node *tree = tailor(self, fixture_read(self, file), cases[i].path, cases[i].value);
        assert_string_equal(fixture_findings(self), "");
        const cv_node *found = at(self, tree, cases[i].place);
        if (!found) fail_msg("%s", cases[i].path);
        assert_string_equal(found->text, cases[i].text);
        fixture_destroy(self);
    }
}

static void takes_an_empty_value_as_absent(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_node *tree = tailor(self, fixture_read(self, file), "sections.honors.list", " ");
    assert_int_equal(at(self, tree, "sections/Honors/list")->kind, CV_NODE_NULL);
    assert_string_equal(fixture_findings(self), "");
    fixture_destroy(self);
}

static void applies_settings_in_order(void **state) {
    (void)state;
    fixture *self = fixture_create();
    static const cv_setting settings[] = {
        {"--set", "design.page", "{size: a4}"},
        {"--paper", "design.page.size", "letter"},
        {"--set", "sections.honors.id", "prizes"},
        {"--set", "sections.prizes.0.award", "Bowl"},
    };
    const cv_node *tree = apply(self, fixture_read(self, file), settings, COUNT(settings));
    assert_string_equal(fixture_findings(self), "");
    assert_string_equal(at(self, tree, "design/page/size")->text, "letter");
    assert_string_equal(at(self, tree, "sections/Honors/entries/0/award")->text, "Bowl");
    assert_string_equal(at(self, tree, "sections/Honors")->id, "prizes");
    fixture_destroy(self);
}

static const char *dump(fixture *self, const cv_node *tree) {
    cv_text_builder out = {.arena = self->arena};
    cv_tree_dump(tree, &self->report, &out);
    return cv_text_string(&out);
}

static void leaves_the_input_alone_and_shares_the_rest(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_node *tree = fixture_read(self, file);
    const char *before = dump(self, tree);
    const cv_node *tailored = tailor(self, tree, "sections.work-experience.0.bullets.0", "c");
    assert_string_equal(dump(self, tree), before);
    assert_string_not_equal(dump(self, tailored), before);
    assert_null(cv_tree_find(tree, "sections")->first->id);
    assert_ptr_equal(at(self, tailored, "design")->first, at(self, tree, "design")->first);
    assert_ptr_equal(at(self, tailored, "sections/Work Experience/1")->first,
                     at(self, tree, "sections/Work Experience/1")->first);
    fixture_destroy(self);
}

static void says_where_a_path_goes_wrong(void **state) {
    (void)state;
    static const struct {
        const char *path, *finding;
    } cases[] = {
        {"sections.honours.list",
         "CV202 at honours: no section 'honours' in 'sections' (did you mean "
         "'honors'?)\n"},
        {"sections.talks.0.name",
         "CV202 at talks: no section 'talks' in 'sections' (the sections are "
         "work-experience, honors, empty)\n"},
        {"sections.honors.2.award",
         "CV202 at 2: no position '2' in 'honors' (positions go from 0 to 1)\n"},
        {"sections.work-experience.2",
         "CV202 at 2: no position '2' in 'work-experience' (positions go from 0 to 1)\n"},
        {"sections.empty.0", "CV202 at 0: no position '0' in 'empty' (the list is empty)\n"},
        {"sections.honors.medl.date",
         "CV202 at medl: no entry with the id 'medl' in 'honors' (did you "
         "mean 'medal'?)\n"},
        {"sections.work-experience.role", "CV202 at role: no entry with the id 'role' in "
                                          "'work-experience' (positions go from 0 to 1)\n"},
        {"sections.work-experience.99999999999", "CV202 at 99999999999: no entry with the id "
                                                 "'99999999999' in 'work-experience' (positions go "
                                                 "from 0 to 1)\n"},
        {"sections.work-experience.1.bullets.0",
         "CV202 at 0: no position '0' in 'bullets' ('bullets' is not there)\n"},
        {"design.0", "CV202 at 0: no position '0' in 'design' ('design' is a mapping)\n"},
        {"name.first", "CV202 at first: no key 'first' in 'name' ('name' is text)\n"},
        {"design..size", "CV201 at : the path has an empty step (write keys with one '.' between "
                         "them, like design.font.size)\n"},
        {"", "CV201 at : the path has an empty step (write keys with one '.' between them, like "
             "design.font.size)\n"},
        {"design.", "CV201 at : the path has an empty step (write keys with one '.' between them, "
                    "like design.font.size)\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        const cv_node *tree = tailor(self, fixture_read(self, file), cases[i].path, "x");
        assert_string_equal(fixture_findings(self), cases[i].finding);
        cv_resume_decode(tree, self->arena, &self->report);
        assert_int_equal(self->report.errors, 1); // nothing more follows from it
        fixture_destroy(self);
    }
}

static void refuses_paths_without_end(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_text_builder path = {.arena = self->arena};
    for (int i = 0; i < 65; i++) cv_text_add_string(&path, i ? ".a" : "design");
    tailor(self, fixture_read(self, file), cv_text_string(&path), "x");
    assert_string_equal(fixture_findings(self),
                        "CV201 at a: the path is too long (it may have 64 steps)\n");
    fixture_destroy(self);
}

static void lets_later_stages_point_into_the_setting(void **state) {
    (void)state;
    fixture *self = fixture_create();
    static const cv_setting settings[] = {
        {"--set", "sections.honors.0.awrd", "x"},
        {"--set", "sections.honors.1.date", "2024-13"},
        {"--set", "hedline", "x"},
    };
    const cv_node *tree = apply(self, fixture_read(self, file), settings, COUNT(settings));
    cv_resume_decode(tree, self->arena, &self->report);
    assert_string_equal(
        fixture_findings(self),
        "CV101 at awrd: unknown key 'awrd' (did you mean 'award'?)\n"
        "CV110 at 2024-13: 'date' is not a date: '2024-13' (write 2024, 2024-05 or 2024-05-17)\n"
        "CV101 at hedline: unknown key 'hedline' (did you mean 'headline'?)\n");
    const cv_span span = self->report.first->next->span;
    assert_string_equal(self->report.sources.items[span.source].name,
                        "--set sections.honors.1.date");
    fixture_destroy(self);
}

static void keeps_the_old_value_where_the_new_one_cannot_be_read(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_node *tree = tailor(self, fixture_read(self, file), "name", "[a");
    assert_int_equal(self->report.errors, 1);
    assert_string_equal(at(self, tree, "name")->text, "Ada");
    fixture_destroy(self);
}

static void leaves_what_is_not_a_mapping_to_the_decoder(void **state) {
    (void)state;
    fixture *self = fixture_create();
    const cv_node *tree = fixture_read(self, "[a]");
    assert_ptr_equal(tailor(self, tree, "name", "x"), tree);
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_a_value_where_the_path_leads),
        cmocka_unit_test(takes_an_empty_value_as_absent),
        cmocka_unit_test(applies_settings_in_order),
        cmocka_unit_test(leaves_the_input_alone_and_shares_the_rest),
        cmocka_unit_test(says_where_a_path_goes_wrong),
        cmocka_unit_test(refuses_paths_without_end),
        cmocka_unit_test(lets_later_stages_point_into_the_setting),
        cmocka_unit_test(keeps_the_old_value_where_the_new_one_cannot_be_read),
        cmocka_unit_test(leaves_what_is_not_a_mapping_to_the_decoder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
