// SPDX-License-Identifier: MIT
#include "resume/fixture.h"
#include "tailor/tailor.h"

static const char *const file =
    "name: Ada\n"
    "headline: In 3 years\n"
    "sections:\n"
    "  Work:\n"
    "    - role: {en: Analyst, de: Analytikerin}\n"
    "      organization: Works\n"
    "      start: 1842\n"
    "      bullets: [Saved 40% of 1.000 cards, Led teams, 3.5x faster]\n"
    "    - {role: Poet, organization: Home, start: 1830, end: 1835}\n"
    "    - In 10 words\n"
    "  Study:\n"
    "    list: bullet\n"
    "    entries: [{institution: U, degree: BA, start: 1828}]\n";

// How many facts change with one value put in, under a lock.
static unsigned count_changes(const char *path, const char *value) {
    fixture *self = fixture_create();
    cv_setting setting = {"--set", path, value};
    cv_tailor_options options = {.settings = &setting, .setting_count = 1, .locks_facts = true};
    cv_tailor(fixture_read(self, file), &options, self->arena, &self->report);
    unsigned changes = 0;
    for (const cv_diagnostic *found = self->report.first; found; found = found->next)
        changes += found->problem == CV_FACT_CHANGED;
    fixture_destroy(self);
    return changes;
}

typedef struct change_case {
    const char *path, *value;
    unsigned changes;
} change_case;

static void check(const change_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        unsigned changes = count_changes(cases[i].path, cases[i].value);
        if (changes != cases[i].changes)
            fail_msg("%s=%s: %u changes", cases[i].path, cases[i].value, changes);
    }
}

static void guards_dates_employers_degrees_and_titles(void **state) {
    (void)state;
    static const change_case cases[] = {
        {"sections.work.0.role", "Analyst", 0},
        {"sections.work.0.role", "Analytikerin", 0},
        {"sections.work.0.role", "{de: Analytikerin}", 0},
        {"sections.work.0.role", "Lead", 1},
        {"sections.work.0.role", "{en: Analyst, fr: Chef}", 1},
        {"sections.work.0.role", "", 1},
        {"sections.work.0.organization", "Works Ltd", 1},
        {"sections.work.0.end", "1850", 1}, // it was ongoing
        {"sections.work.1.end", "", 1},     // and would be
        {"sections.study.0.degree", "MA", 1},
        {"sections.study.0.institution", "V", 1},
        {"sections.study.0.start", "1827", 1},
        {"sections.study.0.area", "Mathematics", 0},
        {"sections.study.title", "Studies", 0},
        {"sections.study.list", "numbered", 0},
        {"headline", "In 4 years", 0}, // no entry
        {"design.font.size", "9pt", 0},
    };
    check(cases, COUNT(cases));
}

static void guards_numbers_in_texts(void **state) {
    (void)state;
    static const change_case cases[] = {
        {"sections.work.0.bullets.0", "Saved 40% of all cards", 0},
        {"sections.work.0.bullets.0", "Saved cards", 0},
        {"sections.work.0.bullets.0", "Saved 1,000 cards", 0}, // the same in another language
        {"sections.work.0.bullets.0", "Saved 60% of 1.000 cards", 1},
        {"sections.work.0.bullets.0", "Saved 1000 cards", 1},
        {"sections.work.0.bullets.0", "{en: Saved 40%, de: 41 % gespart}", 1},
        {"sections.work.0.bullets.1", "Led 5 teams", 1},
        {"sections.work.0.bullets.2", "3.6x faster", 1},
        {"sections.work.0.bullets.2", "3x faster", 1},
        {"sections.work.0.bullets.2", "3.5x faster.", 0},
        {"sections.work.0.summary", "For 2 years", 1},
        {"sections.work.0.summary", "For years", 0},
        {"sections.work.0.note", "For 2 years", 0}, // not printed
        {"sections.work.0.x-own", "2", 0},
        {"sections.work.2", "In 11 words", 1},
        {"sections.work.2", "{text: In 10, tags: [a2]}", 0},
    };
    check(cases, COUNT(cases));
}

static void lets_items_go_and_change_places(void **state) {
    (void)state;
    static const change_case cases[] = {
        {"sections.work.0.bullets", "[3.5x faster, Saved 40%]", 0},
        {"sections.work.0.bullets", "[3.5x faster, Saved 41%]", 1},
        {"sections.work", "[{role: Poet, organization: Home, start: 1830, end: 1835}]", 0},
        {"sections.work", "[{role: Poet, organization: Home, start: 1830}]", 1},
        {"sections.work", "[{role: Poet, organization: Works, start: 1830, end: 1835}]", 1},
        {"sections.work", "[]", 0},
        {"sections.study", "[{institution: U, degree: BA, start: 1828}]", 0},
        {"sections.study", "[{institution: U, degree: MA, start: 1827}]", 2},
        {"sections", "{Work: [{role: Poet, organization: Home, start: 1831, end: 1835}]}", 1},
    };
    check(cases, COUNT(cases));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guards_dates_employers_degrees_and_titles),
        cmocka_unit_test(guards_numbers_in_texts),
        cmocka_unit_test(lets_items_go_and_change_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
