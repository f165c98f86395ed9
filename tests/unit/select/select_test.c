// SPDX-License-Identifier: MIT
#include "select/select.h"

#include "resume/fixture.h"

static const char *const file = "name: A\n"
                                "sections:\n"
                                "  One:\n"
                                "    - plain\n"
                                "    - {text: a, tags: [a]}\n"
                                "    - {text: ab, tags: [a, b]}\n"
                                "    - name: n\n"
                                "      bullets:\n"
                                "        - {text: x, tags: [a], bullets: [{text: y, tags: [b]}]}\n"
                                "    - organization: o\n"
                                "      roles: [{role: r, tags: [a]}, {role: s, tags: [b]}]\n"
                                "  Two: {tags: [a], entries: [two]}\n"
                                "  Three: {tags: [b], entries: [{text: three, tags: [a]}]}\n";

// The titles of what is shown: "one plain a ab n(x(y)) o(r,s) / two two".
static void add_bullets(cv_text_builder *text, const cv_bullets *bullets) {
    for (size_t i = 0; i < bullets->count; i++) {
        cv_text_add(text, "(%s", bullets->items[i].text.string);
        add_bullets(text, &bullets->items[i].bullets);
        cv_text_add_char(text, ')');
    }
}

static const char *write_shown(fixture *self, const cv_resume *resume) {
    cv_text_builder text = {.arena = self->arena};
    for (size_t i = 0; i < resume->sections.count; i++) {
        const cv_section *section = &resume->sections.items[i];
        cv_text_add(&text, "%s%s:", i ? " " : "", section->id);
        for (size_t j = 0; j < section->entries.count; j++) {
            const cv_entry *entry = &section->entries.items[j];
            cv_text_add(&text, " %s", entry->title.string);
            add_bullets(&text, &entry->bullets);
            for (size_t k = 0; k < entry->roles.count; k++)
                cv_text_add(&text, "[%s]", entry->roles.items[k].role.string);
        }
    }
    return cv_text_string(&text);
}

static cv_words words(fixture *self, const char *list) {
    cv_words words = {0};
    char *rest = cv_copy_string(self->arena, list);
    for (char *word = strtok(rest, " "); word; word = strtok(NULL, " "))
        CV_PUSH(self->arena, &words, (cv_word){.string = word});
    return words;
}

typedef struct selection_case {
    const char *include, *exclude, *sections, *shown;
} selection_case;

static void shows_what_the_rules_say(void **state) {
    (void)state;
    static const selection_case cases[] = {
        {"", "", "", "one: plain a ab n(x(y)) o[r][s] two: two three: three"},
        {"a", "", "", "one: plain a ab n(x) o[r] two: two"},
        {"b", "", "", "one: plain ab n o[s]"},
        {"a b", "", "", "one: plain a ab n(x(y)) o[r][s] two: two three: three"},
        {"c", "", "", "one: plain n"},
        {"", "a", "", "one: plain n o[s]"},
        {"", "b", "", "one: plain a n(x) o[r] two: two"},
        {"a", "b", "", "one: plain a n(x) o[r] two: two"},
        {"", "", "two one", "two: two one: plain a ab n(x(y)) o[r][s]"},
        {"b", "", "three two", ""},
        {"", "", "four three", "three: three"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture *self = fixture_create();
        cv_selection selection = {.include = words(self, cases[i].include),
                                  .exclude = words(self, cases[i].exclude),
                                  .sections = words(self, cases[i].sections)};
        selection.has_include = selection.include.count > 0;
        const cv_resume *full = fixture_decode(self, file);
        const cv_resume *shown = cv_select(full, &selection, self->arena, &self->report);
        assert_string_equal(write_shown(self, shown), cases[i].shown);
        assert_int_equal(self->report.warnings, !*cases[i].shown);
        fixture_destroy(self);
    }
}

static void leaves_the_full_model_as_it_is(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_selection all = {0}, none = {.exclude = words(self, "a b")};
    const cv_resume *full = fixture_decode(self, file);
    const char *before = fixture_dump(self, full);
    assert_ptr_equal(cv_select(full, &all, self->arena, &self->report), full);
    assert_ptr_not_equal(cv_select(full, &none, self->arena, &self->report), full);
    assert_string_equal(fixture_dump(self, full), before);
    fixture_destroy(self);
}

static void does_not_mind_a_resume_without_sections(void **state) {
    (void)state;
    fixture *self = fixture_create();
    cv_selection selection = {.exclude = words(self, "a")};
    cv_select(fixture_decode(self, "name: A"), &selection, self->arena, &self->report);
    assert_string_equal(fixture_findings(self), "");
    fixture_destroy(self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_the_rules_say),
        cmocka_unit_test(leaves_the_full_model_as_it_is),
        cmocka_unit_test(does_not_mind_a_resume_without_sections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
