// SPDX-License-Identifier: MIT
#include "line/line.h"

#include "support.h"

static const cv_lines *set_lines(support *self, const cv_document *document) {
    cv_shaper *shaper =
        cv_shaper_open(document, support_fonts(self), NULL, self->arena, &self->report);
    cv_breaker *breaker = cv_breaker_open("en", self->arena);
    return cv_lines_set(document, cv_shape_document(shaper), shaper, breaker, self->arena,
                        &self->report);
}

// A document of this measure in points, without margins.
static cv_document *document_of(support *self, int measure) {
    cv_document *document = support_document(self, 10);
    document->page.width = measure * CV_POINT;
    CV_PUSH(self->arena, &document->structure,
            (cv_element){.tag = CV_TAG_DOCUMENT, .parent = CV_ARTIFACT});
    CV_PUSH(self->arena, &document->structure, (cv_element){.tag = CV_TAG_P});
    return document;
}

static void add_block(support *self, cv_document *document, const char *text, const char *right,
                      cv_block block) {
    if (text) block.text = support_text(self, document, text);
    if (right) block.right = support_text(self, document, right);
    CV_PUSH(self->arena, &document->blocks, block);
}

static const char *text_of_run(support *self, const cv_line_run *run) {
    cv_text_builder out = {.arena = self->arena};
    for (uint32_t i = 0; i < run->count; i++)
        cv_text_add_bytes(&out, run->glyphs[i].text, run->glyphs[i].text_size);
    return cv_text_string(&out);
}

static const char *text_of_line(support *self, const cv_line *line) {
    cv_text_builder out = {.arena = self->arena};
    for (size_t i = 0; i < line->runs.count; i++)
        cv_text_add_string(&out, text_of_run(self, &line->runs.items[i]));
    return cv_text_string(&out);
}

static const cv_line_run *last_run(const cv_line *line) {
    return &line->runs.items[line->runs.count - 1];
}

// Where the line ends, from the left margin.
static cv_length end_of(const cv_line *line) { return last_run(line)->x + last_run(line)->width; }

// Paragraphs

static const char *const bullets[] = {
    "Designed a code generation algorithm for sparse workspaces that lets the compiler lower "
    "scattered writes into efficient loops without asking the user for a schedule.",
    "Implemented insertion sort, hash and coordinate workspaces in the open-source TACO compiler "
    "and measured speedups of up to 27x over the dense workspace on real-world matrices.",
    "Led a team of four engineers that moved 120 services from virtual machines to Kubernetes in "
    "nine months, which cut the monthly bill by 38% and the median deployment time to 6 minutes.",
    "Advised by Prof. Fredrik Kjolstad.",
    "Wrote the weekly report on latency, errors and saturation for the payments platform.",
    "Reduced the cold start of the mobile app from 4.2 s to 1.1 s by loading modules lazily, "
    "shrinking images, and removing three of the five analytics libraries.",
    "Taught two sections of Introduction to Algorithms to 60 students; rated 4.8 of 5.",
    "Introduced property-based testing to the billing team, which found 14 defects in rounding and "
    "time zone code before customers did.",
    "Built the data pipeline that ingests 3 TB of telemetry each day, with exactly-once delivery, "
    "back-pressure and replay, in Scala and Kafka.",
    "Negotiated contracts with suppliers in Germany, Poland and Portugal worth EUR 2.4 million.",
    "Published at PLDI 2024, CGO 2023 and OOPSLA 2022; reviewer for TOPLAS and TACO since 2021.",
    "Mentored six junior developers, two of whom now lead teams of their own.",
    "Replaced a hand-written scheduler by a constraint solver, so that nurses get their preferred "
    "shifts in 87% of cases instead of 61%, at the same cost and with fewer late changes.",
    "Cut the build of a 2-million-line C++ code base from 54 to 11 minutes by distributing "
    "compilation, caching results and breaking cyclic dependencies between modules.",
    "Maintainer of a library with 4,000 stars and 150 contributors.",
    "Prepared quarterly forecasts for the board and explained deviations from plan to within 2%.",
    "Analysed the genomes of 1,200 patients to find variants that predict the response to "
    "chemotherapy, using R, Python 3.11 and a cluster of 64 nodes.",
    "Organised the annual conference for 350 participants, from the call for papers to the budget, "
    "and won three new sponsors.",
    "Translated requirements of clinicians into user stories, prototypes and acceptance tests for "
    "a record system that is now used in 23 hospitals.",
    "Awarded a scholarship for the best thesis of the year in the Department of Physics.",
    "Specified and verified the consensus protocol in TLA+, and found two liveness bugs that tests "
    "had missed for years.",
    "Raised conversion by 12% through a redesign of the checkout, tested on 1.5 million sessions.",
    "Managed the migration of the customer data warehouse from Oracle to PostgreSQL without "
    "downtime, including the rewriting of 400 stored procedures and 90 reports.",
    "Drafted policy on responsible disclosure, adopted by the university in May 2022.",
    "Automated the monthly close, which now takes two days rather than six.",
    "Developed the perception stack of an autonomous forklift: calibration of cameras and lidar, "
    "segmentation of pallets, and tracking of people at 30 Hz on an embedded GPU.",
    "Presented results to government agencies, industrial partners and the press.",
    "Coordinated the response to a major outage that affected 11 million users, wrote the public "
    "post-mortem and saw all 17 follow-up actions through to completion within a quarter.",
    "Fluent in the design of experiments, mixed models and causal inference with observational "
    "data; consulted on eleven studies in public health.",
    "Co-founded a start-up for energy-efficient refrigeration; sold to a competitor in 2020.",
};
enum { BULLET_COUNT = sizeof bullets / sizeof *bullets };

typedef struct faults {
    int one_word_last_lines, short_last_lines, breaks_at_hyphens;
} faults;

static faults count_faults(support *self, int measure) {
    cv_document *document = document_of(self, measure);
    for (size_t i = 0; i < BULLET_COUNT; i++)
        add_block(self, document, bullets[i], NULL, (cv_block){0});
    const cv_lines *lines = set_lines(self, document);
    assert_null(self->report.first);
    faults found = {0};
    for (size_t i = 0; i < BULLET_COUNT; i++) {
        for (size_t j = 0; j < lines[i].count; j++) {
            const char *text = text_of_line(self, &lines[i].items[j]);
            if (j + 1 < lines[i].count)
                found.breaks_at_hyphens += cv_ends_with(text, "-");
            else if (j > 0) {
                found.one_word_last_lines += !strchr(text, ' ');
                found.short_last_lines += end_of(&lines[i].items[j]) < document->page.width / 5;
            }
        }
    }
    print_message("%d bullets at %d pt: %d one-word last lines, %d under 20 %%, %d breaks at "
                  "hyphens\n",
                  (int)BULLET_COUNT, measure, found.one_word_last_lines, found.short_last_lines,
                  found.breaks_at_hyphens);
    return found;
}

static void ends_bullets_well(support *self) {
    static const struct { int measure, most_short; } cases[] = {{471, 3}, {420, 2}, {300, 3}};
    for (size_t i = 0; i < 3; i++) {
        faults found = count_faults(self, cases[i].measure);
        assert_int_equal(found.one_word_last_lines, 0);
        assert_true(found.short_last_lines <= cases[i].most_short);
        assert_int_equal(found.breaks_at_hyphens, 0);
    }
}

static void loses_nothing_and_fits_at_any_measure(support *self) {
    for (int measure = 60; measure < 500; measure += 37) {
        cv_document *document = document_of(self, measure);
        for (size_t i = 0; i < BULLET_COUNT; i++)
            add_block(self, document, bullets[i], NULL, (cv_block){0});
        const cv_lines *lines = set_lines(self, document);
        for (size_t i = 0; i < BULLET_COUNT; i++) {
            cv_text_builder all = {.arena = self->arena};
            for (size_t j = 0; j < lines[i].count; j++) {
                cv_text_add_string(&all, text_of_line(self, &lines[i].items[j]));
                assert_true(end_of(&lines[i].items[j]) <= document->page.width);
            }
            assert_string_equal(cv_text_string(&all), bullets[i]);
        }
    }
}

static void reports_a_word_that_had_to_be_split(support *self) {
    cv_document *document = document_of(self, 40);
    add_block(self, document, "an unbelievable word", NULL, (cv_block){0});
    const cv_lines *lines = set_lines(self, document);
    assert_true(lines[0].count > 2);
    assert_int_equal(self->report.warnings, 1);
    assert_int_equal(self->report.first->problem, CV_LINE_OVERFULL);
}

static void ends_soft_lines_with_one_blank_that_has_no_width(support *self) {
    cv_document *document = document_of(self, 60);
    add_block(self, document, "several  words here", NULL, (cv_block){0});
    const cv_lines *lines = set_lines(self, document);
    assert_int_equal(lines[0].count, 2);
    assert_string_equal(text_of_line(self, &lines[0].items[0]), "several ");
    assert_string_equal(text_of_line(self, &lines[0].items[1]), "words here");
    const cv_line_run *run = &lines[0].items[0].runs.items[0];
    cv_length advance = 0;
    for (uint32_t i = 0; i + 1 < run->count; i++) advance += run->glyphs[i].advance;
    assert_int_equal(run->width, advance);
}

static void aligns_and_indents(support *self) {
    cv_document *document = document_of(self, 200);
    cv_length indent = 11 * CV_POINT;
    add_block(self, document, "left", NULL, (cv_block){.indent = indent});
    add_block(self, document, "middle", NULL, (cv_block){.align = CV_ALIGN_CENTER});
    add_block(self, document, "right", NULL, (cv_block){.align = CV_ALIGN_RIGHT});
    add_block(self, document, "hanging lines are indented from the second line on, as here", NULL,
              (cv_block){.hang = indent});
    const cv_lines *lines = set_lines(self, document);
    assert_int_equal(lines[0].items[0].runs.items[0].x, indent);
    const cv_line *middle = &lines[1].items[0];
    assert_in_range(middle->runs.items[0].x + end_of(middle), 200 * CV_POINT - 1,
                    200 * CV_POINT + 1);
    // The ink of the last letter touches the edge: the advance goes a little over it.
    cv_length over = end_of(&lines[2].items[0]) - 200 * CV_POINT;
    assert_in_range(over, 0, CV_POINT);
    // Tracking after the last letter is no ink either.
    cv_document *tracked = document_of(self, 200);
    add_block(self, tracked, "right", NULL, (cv_block){.align = CV_ALIGN_RIGHT});
    tracked->blocks.items[0].text.stretches.items[0].tracking = 2 * CV_POINT;
    const cv_lines *tracked_lines = set_lines(self, tracked);
    assert_int_equal(end_of(&tracked_lines[0].items[0]), end_of(&lines[2].items[0]) + 2 * CV_POINT);
    assert_true(lines[3].count > 1);
    assert_int_equal(lines[3].items[0].runs.items[0].x, 0);
    assert_int_equal(lines[3].items[1].runs.items[0].x, indent);
}

static void sets_a_label_before_the_first_line_only(support *self) {
    cv_document *document = document_of(self, 100);
    cv_block block = {.indent = 11 * CV_POINT, .label = support_text(self, document, "• ")};
    add_block(self, document, "a text of two lines or so, it is", NULL, block);
    const cv_lines *lines = set_lines(self, document);
    assert_true(lines[0].count > 1);
    assert_true(cv_starts_with(text_of_line(self, &lines[0].items[0]), "• a text"));
    const cv_line_runs *runs = &lines[0].items[0].runs;
    assert_int_equal(runs->items[0].x, 0);
    assert_int_equal(runs->items[1].x, 11 * CV_POINT);
    assert_true(runs->items[0].starts_sequence && runs->items[1].starts_sequence);
    assert_false(lines[0].items[1].runs.items[0].starts_sequence);
}

// Rows

static void links_the_sides_of_a_row_by_a_stretched_space(support *self) {
    cv_document *document = document_of(self, 300);
    add_block(self, document, "Engineer", "2020", (cv_block){0});
    const cv_lines *lines = set_lines(self, document);
    assert_int_equal(lines[0].count, 1);
    const cv_line_runs *runs = &lines[0].items[0].runs;
    assert_int_equal(runs->count, 3);
    const cv_line_run *left = &runs->items[0], *link = &runs->items[1], *right = &runs->items[2];
    assert_string_equal(text_of_run(self, link), " ");
    assert_string_equal(link->replacement, "  ");
    assert_int_equal(link->x, left->x + left->width);
    assert_int_equal(link->x + link->width, right->x);
    cv_length stretched = cv_length_scale(link->glyphs[0].advance, link->scale, CV_POINT);
    assert_in_range(stretched, link->width - CV_POINT / 100, link->width + CV_POINT / 100);
    assert_int_equal(left->scale, CV_POINT);
    assert_int_equal(right->scale, CV_POINT);
    assert_true(left->starts_sequence && right->starts_sequence);
    assert_false(link->starts_sequence); // it is the last of the left text's
    assert_null(right->replacement);
}

static void aligns_the_right_texts_of_rows_by_their_ink(support *self) {
    cv_document *document = document_of(self, 300);
    add_block(self, document, "a", "2020", (cv_block){0});
    add_block(self, document, "a", "2020 ", (cv_block){0}); // a blank that ends it has no width
    const cv_lines *lines = set_lines(self, document);
    assert_in_range(end_of(&lines[0].items[0]), 300 * CV_POINT, 301 * CV_POINT);
    assert_int_equal(end_of(&lines[0].items[0]), end_of(&lines[1].items[0]));
    assert_string_equal(text_of_run(self, last_run(&lines[1].items[0])), "2020 ");
}

static void keeps_an_em_between_the_sides_of_a_row(support *self) {
    static const char title[] = "A rather long title of something that takes up all the room";
    cv_document *document = document_of(self, 220);
    for (int size = 1; size < (int)sizeof title; size++)
        add_block(self, document, cv_format(self->arena, "%.*s.", size, title), "May 2020",
                  (cv_block){0});
    const cv_lines *lines = set_lines(self, document);
    size_t wrapped = 0;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const cv_line *last = &lines[i].items[lines[i].count - 1];
        const cv_line_run *link = &last->runs.items[last->runs.count - 2];
        assert_string_equal(link->replacement, "  ");
        assert_true(link->width >= document->size - CV_POINT / 10);
        cv_text_builder all = {.arena = self->arena};
        for (size_t j = 0; j < lines[i].count; j++)
            cv_text_add_string(&all, text_of_line(self, &lines[i].items[j]));
        assert_string_equal(cv_text_string(&all), cv_format(self->arena, "%s May 2020",
                                                            document->blocks.items[i].text.string));
        wrapped += lines[i].count > 1;
    }
    assert_in_range(wrapped, 5, document->blocks.count - 5);
}

static void gives_a_wide_right_text_lines_of_its_own(support *self) {
    cv_document *document = document_of(self, 150);
    add_block(self, document, "A title that is rather long", "from some day to another one, or so",
              (cv_block){0});
    add_block(self, document, NULL, "Paris", (cv_block){0});
    const cv_lines *lines = set_lines(self, document);
    cv_text_builder all = {.arena = self->arena};
    for (size_t i = 0; i < lines[0].count; i++) {
        assert_null(lines[0].items[i].runs.items[0].replacement);
        cv_text_add_string(&all, text_of_line(self, &lines[0].items[i]));
    }
    // A blank parts them for those who read by the tags.
    assert_string_equal(cv_text_string(&all),
                        "A title that is rather long from some day to another one, or so");
    assert_int_equal(lines[1].count, 1);
    assert_in_range(end_of(&lines[1].items[0]), 150 * CV_POINT, 151 * CV_POINT);
}

static void takes_row_links_out_of_links(support *self) {
    cv_document *document = document_of(self, 300);
    CV_PUSH(self->arena, &document->structure, (cv_element){.tag = CV_TAG_LINK, .parent = 1});
    add_block(self, document, "linked", "2020", (cv_block){0});
    document->blocks.items[0].text.stretches.items[0].mark = 2;
    document->blocks.items[0].text.stretches.items[0].is_underlined = true;
    const cv_lines *lines = set_lines(self, document);
    const cv_line_run *link = &lines[0].items[0].runs.items[1];
    assert_int_equal(link->stretch->mark, 1);
    assert_false(link->stretch->is_underlined);
}

static void dumps_runs_with_their_places(support *self) {
    cv_document *document = document_of(self, 300);
    add_block(self, document, "a", "b", (cv_block){0});
    const cv_lines *lines = set_lines(self, document);
    cv_text_builder out = {.arena = self->arena};
    cv_lines_dump(document, lines, &out);
    support_contains(cv_text_string(&out),
                     "block 0 line 1\n  0.00 4.97 Lato-Regular 10.00 \"a\"\n");
    support_contains(cv_text_string(&out), "\" \" link\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(ends_bullets_well),
        SUPPORT_TEST(loses_nothing_and_fits_at_any_measure),
        SUPPORT_TEST(reports_a_word_that_had_to_be_split),
        SUPPORT_TEST(ends_soft_lines_with_one_blank_that_has_no_width),
        SUPPORT_TEST(aligns_and_indents),
        SUPPORT_TEST(sets_a_label_before_the_first_line_only),
        SUPPORT_TEST(links_the_sides_of_a_row_by_a_stretched_space),
        SUPPORT_TEST(aligns_the_right_texts_of_rows_by_their_ink),
        SUPPORT_TEST(keeps_an_em_between_the_sides_of_a_row),
        SUPPORT_TEST(gives_a_wide_right_text_lines_of_its_own),
        SUPPORT_TEST(takes_row_links_out_of_links),
        SUPPORT_TEST(dumps_runs_with_their_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
