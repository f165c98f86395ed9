// SPDX-License-Identifier: MIT
#include "fit/fit.h"

#include "fit/drop.h"

#include "support.h"

enum { MOST_LAYOUTS = 12 };

typedef struct fit_fixture {
    cv_fitted fitted;
    size_t pages;
    cv_length fill; // of the last page
} fit_fixture;

static cv_date year(int number) { return (cv_date){.year = (int16_t)number}; }

static cv_text text(support *self, const char *string, uint32_t place) {
    cv_inline *part = CV_NEW(self->arena, cv_inline);
    part->string = string;
    return (cv_text){.string = string,
                     .parts = part,
                     .count = 1,
                     .span = {0, place, place + (uint32_t)strlen(string)}};
}

// A job with `bullets` bullets, whose priorities go 1, 2, 3, 4, 5, 1, …
static cv_entry job(support *self, size_t bullets, uint32_t *place) {
    static const char *const words =
        "Kept the books of a small mill in order and taught the apprentices how to read them too.";
    cv_entry entry = {.kind = CV_ENTRY_EXPERIENCE,
                      .title = text(self, "Mill", *place),
                      .role = text(self, "Baker", *place + 10),
                      .priority = CV_PRIORITY_DEFAULT,
                      .period = {.start = year(2001), .end = year(2002)},
                      .span = {0, *place, *place + 20}};
    *place += 20;
    for (size_t i = 0; i < bullets; i++, *place += 100) {
        cv_bullet bullet = {.text = text(self, words, *place),
                            .priority = (int)(i % 5) + 1,
                            .span = {0, *place, *place + 90}};
        CV_PUSH(self->arena, &entry.bullets, bullet);
    }
    return entry;
}

static cv_resume *resume_of(support *self, size_t jobs, size_t bullets) {
    cv_resume *resume = CV_NEW(self->arena, cv_resume);
    uint32_t place = 0;
    *resume = (cv_resume){.name = text(self, "Ann Lee", 0), .language = "en"};
    cv_section section = {.title = text(self, "Work", 0),
                          .shows_title = true,
                          .priority = CV_PRIORITY_DEFAULT,
                          .span = {0, 0, 1}};
    for (size_t i = 0; i < jobs; i++)
        CV_PUSH(self->arena, &section.entries, job(self, bullets, &place));
    CV_PUSH(self->arena, &resume->sections, section);
    return resume;
}

static fit_fixture fit(support *self, const cv_resume *resume, cv_goal goal) {
    static unsigned char source[1 << 16];
    cv_report_add_source(&self->report, "resume.yaml", (cv_bytes){source, sizeof source});
    const cv_style *style = support_style(self);
    cv_memo *cache = cv_memo_create();
    cv_press press = {.fonts = support_fonts(self),
                      .cache = cache,
                      .breaker = cv_breaker_open("en", self->arena)};
    fit_fixture made = {.fitted = cv_fit(resume, style, &goal, &press, self->arena, &self->report)};
    cv_layout layout = made.fitted.layout;
    cv_page_fill fill =
        cv_pages_measure(layout.document, layout.lines, layout.shaper, 1, self->arena);
    made.pages = fill.pages;
    made.fill = fill.fill;
    cv_memo_destroy(cache);
    return made;
}

static size_t bullets_of(const cv_resume *resume) {
    size_t count = 0;
    for (size_t i = 0; i < resume->sections.count; i++)
        for (size_t j = 0; j < resume->sections.items[i].entries.count; j++)
            count += resume->sections.items[i].entries.items[j].bullets.count;
    return count;
}

static void lays_out_as_it_is_without_a_goal(support *self) {
    const cv_resume *resume = resume_of(self, 3, 2);
    fit_fixture made = fit(self, resume, (cv_goal){0});
    assert_ptr_equal(made.fitted.resume, resume);
    assert_int_equal(made.fitted.layouts, 1);
    assert_null(self->report.first);
}

// From half a page to two and a half: whatever can be met is met, within the floors.
static void meets_every_goal_that_can_be_met(support *self) {
    for (size_t jobs = 4; jobs <= 22; jobs += 3)
        for (int pages = 1; pages <= 3; pages++) {
            const cv_resume *resume = resume_of(self, jobs, 3);
            unsigned errors = self->report.errors;
            fit_fixture made = fit(self, resume, (cv_goal){.pages = pages});
            assert_true(made.fitted.layouts <= MOST_LAYOUTS);
            if (self->report.errors == errors)
                assert_true(made.pages <= (size_t)pages);
            else
                assert_true(made.pages > (size_t)pages);
            assert_int_equal(bullets_of(made.fitted.resume), bullets_of(resume));
        }
}

static void tightens_no_more_than_it_must(support *self) {
    const cv_resume *resume = resume_of(self, 9, 3);
    fit_fixture made = fit(self, resume, (cv_goal){.pages = 1});
    assert_int_equal(self->report.errors, 0);
    assert_int_equal(made.pages, 1);
    assert_true(made.fill > CV_POINT * 9 / 10);
    assert_int_equal(made.fitted.style->font.size, support_style(self)->font.size);
}

static void fills_a_page_that_is_short(support *self) {
    fit_fixture plain = fit(self, resume_of(self, 6, 3), (cv_goal){0});
    fit_fixture made = fit(self, resume_of(self, 6, 3), (cv_goal){.pages = 1});
    assert_true(plain.fill < CV_POINT * 8 / 10);
    assert_int_equal(made.pages, 1);
    assert_true(made.fill >= CV_POINT * 8 / 10);
    assert_true(made.fill <= CV_POINT * 98 / 100);
}

static void drops_the_largest_priorities_first(support *self) {
    const cv_resume *resume = resume_of(self, 8, 6);
    fit_fixture made = fit(self, resume, (cv_goal){.pages = 1, .drop = 4});
    assert_int_equal(self->report.errors, 0);
    assert_int_equal(made.pages, 1);
    assert_true(made.fitted.layouts <= MOST_LAYOUTS);
    size_t dropped = bullets_of(resume) - bullets_of(made.fitted.resume);
    assert_in_range(dropped, 1, 16); // of 48, eight have priority 5 and eight 4
    const cv_entry *first = &made.fitted.resume->sections.items[0].entries.items[0];
    for (size_t i = 0; i < first->bullets.count && dropped < 8; i++)
        assert_int_not_equal(first->bullets.items[i].priority, 0);
    support_contains(self->report.first->message, "of priority 5");
    assert_true(made.fill > CV_POINT * 8 / 10);
}

// With one dropped item fewer it does not fit.
static void drops_no_more_than_it_must(support *self) {
    for (size_t jobs = 8; jobs < 12; jobs++) {
        cv_goal goal = {.pages = 1, .drop = 2};
        const cv_resume *resume = resume_of(self, jobs, 6);
        fit_fixture made = fit(self, resume, goal);
        assert_true(made.fitted.layouts <= MOST_LAYOUTS);
        size_t dropped = bullets_of(resume) - bullets_of(made.fitted.resume);
        cv_droppables items = cv_droppables_find(resume, goal.drop, self->arena);
        assert_in_range(dropped, 1, items.count);
        assert_int_equal(self->report.errors, 0);
        goal.drop = 0;
        fit(self, cv_resume_without(resume, &items, dropped - 1, self->arena), goal);
        assert_int_equal(self->report.errors, 1);
        cv_report_init(&self->report, self->arena);
    }
}

static void says_by_how_much_it_fails(support *self) {
    fit(self, resume_of(self, 22, 3), (cv_goal){.pages = 1, .min_size = 10 * CV_POINT});
    assert_int_equal(self->report.errors, 1);
    support_contains(self->report.first->message, "does not fit on 1 page");
    support_contains(self->report.first->message, "lines are too many");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(lays_out_as_it_is_without_a_goal),
        SUPPORT_TEST(meets_every_goal_that_can_be_met),
        SUPPORT_TEST(tightens_no_more_than_it_must),
        SUPPORT_TEST(fills_a_page_that_is_short),
        SUPPORT_TEST(drops_the_largest_priorities_first),
        SUPPORT_TEST(drops_no_more_than_it_must),
        SUPPORT_TEST(says_by_how_much_it_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
