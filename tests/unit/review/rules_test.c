// SPDX-License-Identifier: MIT
#include "review/rules.h"

#include "resume/fixture.h"

typedef struct rule_case {
    const char *yaml;  // behind a name
    const char *codes; // of all findings, in order
} rule_case;

static const char *write_codes(fixture *self) {
    cv_text_builder codes = {.arena = self->arena};
    for (const cv_diagnostic *each = self->report.first; each; each = each->next)
        cv_text_add(&codes, "%s%s", codes.size ? " " : "", cv_problem_code(each->problem));
    return cv_text_string(&codes);
}

static void check_rule(cv_rule *rule, const rule_case *cases, size_t count) {
    static const cv_style smart = {.is_smart = true};
    for (size_t i = 0; i < count; i++) {
        fixture *self = fixture_create();
        const char *yaml = cv_format(self->arena, "name: Ada Lovelace\n%s\n", cases[i].yaml);
        const cv_resume *resume = fixture_decode(self, yaml);
        if (self->report.first) fail_msg("%s\n%s", yaml, self->report.first->message);
        cv_review review = {.full = resume,
                            .shown = resume,
                            .style = &smart,
                            .arena = self->arena,
                            .report = &self->report};
        rule(&review);
        if (!cv_equal(write_codes(self), cases[i].codes))
            fail_msg("%s\nfound '%s', expected '%s'", yaml, write_codes(self), cases[i].codes);
        fixture_destroy(self);
    }
}

#define CHECK(rule, cases) check_rule(rule, cases, COUNT(cases))

static void links_are_judged_by_their_letters(void **state) {
    (void)state;
    static const rule_case cases[] = {
        {"contact: {website: lovelace.dev}", ""},
        {"contact: {website: lovelace.co.uk/notes}", ""},
        {"contact: {website: \"https://xn--bcher-kva.ch\"}", ""},
        {"contact: {website: bücher.ch}", ""},
        {"contact: {website: my-notes.dev}", ""},
        {"contact: {website: \"https://lovelace.dev:8443/a?b=c#d\"}", ""},
        {"summary: See https://en.wikipedia.org/wiki/Note_(music) and (https://lovelace.dev).", ""},
        {"summary: See [that](https://lovelace.dev/a_(b)).", ""},
        {"summary: See [that](https://web.archive.org/web/2020/https://lovelace.dev/).", ""},
        {"summary: See [that](https://lovelace.dev/a,).", "CV610"},
        {"summary: See [that](https://localhost/a).", "CV610"},
        {"summary: See [*that* one](https://lovelace/).", "CV610"},
        {"summary: See [that](https://10.0.0.1/).", "CV610"},
        {"summary: See [that](https://lovelace.c/).", "CV610"},
        {"summary: See [that](https://http://lovelace.dev/).", "CV610"},
        {"summary: See [that](https://lovelace.home/).", "CV610"},
        {"contact: {website: example.org}", "CV612"},
        {"contact: {website: www.example.com/me}", "CV612"},
        {"contact: {website: notexample.com}", ""},
        {"contact: {website: lovelace.example}", "CV612"},
        {"contact: {profiles: [{network: GitHub, username: ada}]}", ""},
        {"contact: {profiles: [{network: LinkedIn, username: your-name}]}", "CV612"},
        {"contact: {email: ada@lovelace.dev}", ""},
        {"contact: {email: ada.king+cv@mail.lovelace.co.uk}", ""},
        {"contact: {email: ada@gmail.com}", ""},
        {"contact: {email: ada@gmail.con}", "CV611"},
        {"contact: {email: ada@hotmial.com}", "CV611"},
        {"contact: {email: ada.@lovelace.dev}", "CV611"},
        {"contact: {email: ada@lovelace-.dev}", "CV611"},
        {"contact: {email: yourname@lovelace.dev}", "CV612"},
    };
    CHECK(cv_rule_links, cases);
}

#define WORK(text) "sections:\n  Work:\n" text
#define JOB(role, start, end)                                                                      \
    "    - {role: " role ", organization: X, start: " start ", end: " end "}\n"

static void order_is_the_latest_first(void **state) {
    (void)state;
    static const rule_case cases[] = {
        {WORK(JOB("A", "2020", "2022") JOB("B", "2018", "2020")), ""},
        {WORK(JOB("A", "2018", "2020") JOB("B", "2020", "2022")), "CV620"},
        {WORK(JOB("A", "2018", "2020") JOB("B", "2018-06", "2020-06")), ""}, // for all we know
        {WORK(JOB("A", "2018", "2019") JOB("B", "2020", "2022")), "CV620"},
        {WORK(JOB("A", "2018-01", "2020-02") JOB("B", "2020-03", "present")), "CV620"},
        {WORK(JOB("A", "2010", "present") JOB("B", "2020", "2022")), ""}, // a long one may go first
        {WORK(JOB("A", "2020", "2022") JOB("B", "2010", "present")), ""}, // or last
        {WORK(JOB("A", "2020", "present") JOB("B", "2022", "present")), ""},
        {WORK(JOB("A", "2010", "2011") JOB("B", "2012", "2013") JOB("C", "2014", "2015")), "CV621"},
        {WORK(JOB("A", "2012", "2013") JOB("B", "2014", "2015") JOB("C", "2010", "2011")), "CV620"},
        // By something else than time: more rises than falls, more than one of them.
        {WORK(JOB("A", "2010", "2011") JOB("B", "2014", "2015") JOB("C", "2012", "2013")
                  JOB("D", "2016", "2017")),
         ""},
        {"sections:\n  Volunteering:\n" JOB("A", "2010", "2011") JOB("B", "2014", "2015"), "CV624"},
        {"sections:\n  Prizes:\n    - {award: A, date: 2010}\n    - {award: B, date: 2011}\n",
         "CV624"},
        {"sections:\n  Prizes:\n    - {award: A, date: Summer 2010}\n    - {award: B, date: "
         "2011}\n",
         ""},
        {WORK("    - organization: X\n      roles:\n"
              "        - {role: A, start: 2010, end: 2011}\n"
              "        - {role: B, start: 2012, end: 2013}\n"),
         "CV620"},
    };
    CHECK(cv_rule_order, cases);
}

static void jobs_overlap_where_both_take_the_week(void **state) {
    (void)state;
    static const rule_case cases[] = {
        {WORK(JOB("A", "2020-01", "2022-06") JOB("B", "2018-01", "2020-01")), ""},
        {WORK(JOB("A", "2020-01", "2022-06") JOB("B", "2018-01", "2020-02")), "CV622"},
        {WORK(JOB("A", "2020", "2022") JOB("B", "2018", "2020")), ""},
        {WORK(JOB("A", "2020", "2022") JOB("B", "2018", "2021")), "CV622"},
        {WORK(JOB("A", "2020-12", "2022") JOB("B", "2018", "2020")), ""}, // for all we know
        {WORK(JOB("Intern", "2020", "2023") JOB("B", "2018", "2022")), ""},
        {WORK(JOB("International Manager", "2020", "2023") JOB("B", "2018", "2022")), "CV622"},
        {WORK(JOB("A (part-time)", "2020", "2023") JOB("B", "2018", "2022")), ""},
        {"language: de\n" WORK(JOB("Werkstudent", "2020", "2023") JOB("B", "2018", "2022")), ""},
        {"sections:\n  Service:\n" JOB("A", "2020", "2023") JOB("B", "2018", "2022"), ""},
        {"sections:\n  One:\n" JOB("A", "2020", "2023") "  Two:\n" JOB("B", "2018", "2022"), ""},
        {WORK("    - organization: X\n      roles:\n"
              "        - {role: Intern, start: 2020, end: 2023}\n"
              "        - {role: Assistant, start: 2018, end: 2022}\n"),
         "CV622"},
    };
    CHECK(cv_rule_overlaps, cases);
}

#define STUDIES(text) "  Education:\n    - {institution: X, " text "}\n"

static void gaps_are_longer_than_half_a_year(void **state) {
    (void)state;
    static const rule_case cases[] = {
        {WORK(JOB("A", "2020-08", "2022-06") JOB("B", "2018-01", "2020-01")), ""},
        {WORK(JOB("A", "2020-09", "2022-06") JOB("B", "2018-01", "2020-01")), "CV623"},
        {WORK(JOB("A", "2022", "2023") JOB("B", "2018", "2020")), "CV623"},
        {WORK(JOB("A", "2021", "2023") JOB("B", "2018", "2020")), ""},
        {WORK(JOB("A", "2022", "2023") JOB("B", "2018", "2020")) STUDIES("start: 2020, end: 2021"),
         ""},
        {WORK(JOB("A", "2022", "2023") JOB("B", "2018", "2020")) STUDIES("date: Spring 2021"), ""},
        {WORK(JOB("A", "2018", "2023")) STUDIES("date: 2017"), ""},
        {WORK(JOB("A", "2018", "2023")) STUDIES("date: 2012"), "CV623"},
        {WORK(JOB("A", "2010", "present") JOB("B", "2022", "2023")), ""},
        {WORK("    - {role: A, date: 2019}\n    - {role: B, date: 2020}\n"), ""},
    };
    CHECK(cv_rule_gaps, cases);
}

#define BULLETS(text) "sections:\n  Work:\n    - role: R\n      bullets: [" text "]\n"

static void links_may_end_as_names_do(void **state) {
    (void)state;
    static const rule_case cases[] = {
        {"summary: See [it](https://en.wikipedia.org/wiki/Apple_Inc.)", ""},
        {"summary: See [it](https://lovelace.dev.)", ""},
        {"summary: See [it](https://lovelace.dev./a?b)", ""},
        {"summary: See [it](https://lovelace.con.)", "CV610"},
        {"summary: See [it](https://lovelace.dev/notes.)", "CV610"},
        {"summary: See [it](https://lovelace.dev/a,)", "CV610"},
        {"summary: '[Write](mailto:a@lovelace.dev?subject=Hi..)'", ""},
        {"summary: '[Write](mailto:a..b@lovelace.dev?subject=Hi)'", "CV611"},
    };
    CHECK(cv_rule_links, cases);
}

static void pronouns_are_not_numerals(void **state) {
    (void)state;
    static const rule_case cases[] = {
        {BULLETS("I led a team"), "CV640"},
        {BULLETS("\"I'm the lead\""), "CV640"},
        {BULLETS("What I’ve led"), "CV640"},
        {BULLETS("Led my team"), "CV640"},
        {BULLETS("Where I led"), ""}, // as in "Phase I led": not every one is found
        {BULLETS("Ran a Phase I trial"), ""},
        {BULLETS("Type I and II errors"), ""},
        {BULLETS("I/O and I-95"), ""},
        {BULLETS("Taught Calculus I"), ""},
        {BULLETS("The ME department, at me.com"), ""},
        {BULLETS("Read \\\"We\\\" by Zamyatin, we.dev"), ""},
        {BULLETS("Mythology"), ""},
        {BULLETS("Our team shipped it"), "CV640"},
        {BULLETS("Shipped it. We\u2019re proud"), "CV640"},
        {BULLETS("Our World in Data"), ""},
        {BULLETS("Charts for Our World in Data, My Account and We count"), ""},
        {"language: fr\n" BULLETS("Mon Compte"), ""},
        {"language: fr\n" BULLETS("Page Mon compte"), ""},
        {"language: fr\n" BULLETS("Mon équipe vend"), "CV640"},
        {"language: nl\n" BULLETS("Website van Mijn Overheid"), ""},
        {"language: de\n" BULLETS("I led a team"), ""},
        {"language: de\n" BULLETS("Leitete mein Team"), "CV640"},
        {"language: pl\n" BULLETS("I led my team"), ""},
        {"summary: I led a team", ""}, // of a summary that is a matter of taste
    };
    CHECK(cv_rule_pronouns, cases);
}

static void doubled_words_are_slips_unless_they_are_grammar(void **state) {
    (void)state;
    static const rule_case cases[] = {
        {"summary: Led the the team", "CV642"},
        {"summary: The the team", "CV642"},
        {"summary: Led the *the* team", "CV642"},
        {"summary: Led the the team and and more", "CV642 CV642"},
        {"summary: Led the the team of the the town", "CV642 CV642"},
        {"summary: Worked as a a lead", "CV642"},
        {"summary: Worked in Walla Walla and Baden Baden", ""},
        {"summary: All that that had had", ""},
        {"summary: Ran `make make` twice", ""},
        {"summary: Plan B b and 10 10", ""},
        {"summary: Vitamin C c", ""},
        {"summary: Led it to-to the the-end", ""},
        {"language: vi\nsummary: luôn luôn", ""},
        {"language: de\nsummary: Alle, die die Zahlen sehen", ""},
        {"language: de\nsummary: Alle mit mit Karten", "CV642"},
        {"language: ru\nsummary: работа на на заводе", "CV642"},
    };
    CHECK(cv_rule_words, cases);
}

static void repeats_are_what_was_copied(void **state) {
    (void)state;
    static const rule_case cases[] = {
        {WORK(JOB("A", "2020", "2023") JOB("A", "2018", "2020")), ""},
        {WORK(JOB("A", "2020", "2023") JOB("A", "2020", "2023")), "CV630"},
        {"sections:\n  One: [text]\n  Two: [text]\n", ""},
        {"sections:\n  One: [text, text]\n", "CV630"},
        {BULLETS("Wrote, wrote"), "CV631"},
        {BULLETS("Wrote this, Wrote that"), ""},
        {WORK("    - {role: A, bullets: [Led a team]}\n    - {role: B, bullets: [Led a team]}\n"),
         ""},
        {WORK("    - {role: A, bullets: [Led a team of five]}\n"
              "    - {role: B, bullets: [led a team of five.]}\n"),
         "CV631"},
        {WORK("    - {role: A, bullets: [&same Led a team of five]}\n"
              "    - {role: B, bullets: [*same]}\n"),
         ""},
    };
    CHECK(cv_rule_repeats, cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_judged_by_their_letters),
        cmocka_unit_test(order_is_the_latest_first),
        cmocka_unit_test(jobs_overlap_where_both_take_the_week),
        cmocka_unit_test(gaps_are_longer_than_half_a_year),
        cmocka_unit_test(links_may_end_as_names_do),
        cmocka_unit_test(pronouns_are_not_numerals),
        cmocka_unit_test(doubled_words_are_slips_unless_they_are_grammar),
        cmocka_unit_test(repeats_are_what_was_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
