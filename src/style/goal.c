// SPDX-License-Identifier: MIT
// goal.c - the keys of `fit`.
#include "style/goal.h"

#include "base/limits.h"
#include "base/suggest.h"

enum { LEAST_PRIORITY = 1, MOST_PRIORITY = 5, SMALLEST_SIZE = 5, LARGEST_SIZE = 32 };

// A whole number in a range, 0 after a finding.
static int read_number(const cv_node *node, int least, int most, cv_report *report) {
    double number;
    const char *rest = node->kind == CV_NODE_TEXT ? cv_number_read(node->text, &number) : NULL;
    if (rest && !*rest && number >= least && number <= most && number == (int)number)
        return (int)number;
    cv_report_add(report, CV_BAD_VALUE, node->span, "'%s' must be a whole number from %d to %d",
                  node->key, least, most);
    return 0;
}

static void read_pages(const cv_node *node, cv_goal *goal, cv_report *report) {
    goal->pages = read_number(node, 1, CV_LIMIT_PAGES, report);
    goal->span = node->span;
}

static void read_drop(const cv_node *node, cv_goal *goal, cv_report *report) {
    goal->drop = read_number(node, LEAST_PRIORITY, MOST_PRIORITY, report);
}

static void read_min_size(const cv_node *node, cv_goal *goal, cv_report *report) {
    cv_length size = 0;
    goal->min_size_span = node->span;
    bool is_length =
        node->kind == CV_NODE_TEXT && cv_length_read(node->text, (cv_length_context){0}, &size);
    if (is_length && size >= SMALLEST_SIZE * CV_POINT && size <= LARGEST_SIZE * CV_POINT)
        goal->min_size = size;
    else
        cv_report_add(report, CV_BAD_LENGTH, node->span, "'%s' must be a size from %d to %d pt",
                      node->key, SMALLEST_SIZE, LARGEST_SIZE)
            ->hint = "write it with a unit, like 9.5pt";
}

typedef void goal_reader(const cv_node *node, cv_goal *goal, cv_report *report);

static const struct {
    const char *key;
    goal_reader *read;
    const char *form; // see base/schema.h
    const char *help;
} keys[] = {
    {"pages", read_pages, "page_count", "at most so many"},
    {"min_size", read_min_size, "size", "running text never gets smaller"},
    {"drop", read_drop, "priority", "items of this priority and larger numbers may be left out"},
};
enum { KEY_COUNT = sizeof keys / sizeof *keys };

void cv_goal_describe(cv_schema *schema) {
    cv_schema_table *table = cv_schema_add_table(schema, "fit", "how many pages to fill, and how");
    for (size_t i = 0; i < KEY_COUNT; i++) {
        cv_schema_key key = {.name = keys[i].key, .form = keys[i].form, .help = keys[i].help};
        cv_schema_add_key(schema, table, key);
    }
}

static void read_key(const cv_node *node, cv_goal *goal, cv_report *report) {
    const char *names[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++) {
        names[i] = keys[i].key;
        if (!cv_equal(node->key, names[i])) continue;
        if (node->kind != CV_NODE_NULL) keys[i].read(node, goal, report);
        return;
    }
    if (cv_starts_with(node->key, "x-")) return;
    const char *close = cv_suggest(node->key, names, KEY_COUNT);
    cv_report_add(report, CV_UNKNOWN_KEY, node->key_span, "unknown key '%s' in 'fit'", node->key)
        ->hint = close ? cv_format(report->arena, "did you mean '%s'?", close)
                       : "its keys are pages, min_size and drop";
}

cv_goal cv_goal_decode(const cv_node *tree, cv_report *report) {
    cv_goal goal = {0};
    const cv_node *fit = cv_tree_find(tree, "fit");
    if (!fit || fit->kind == CV_NODE_NULL) return goal;
    if (fit->kind != CV_NODE_MAP) {
        cv_report_add(report, CV_WRONG_TYPE, fit->span, "'fit' must be a mapping, not %s",
                      cv_node_kind_name(fit))
            ->hint = "write fit: {pages: 1}";
        return goal;
    }
    goal.span = fit->span;
    unsigned errors = report->errors;
    for (const cv_node *node = fit->first; node; node = node->next) read_key(node, &goal, report);
    bool has_means = goal.drop || goal.min_size;
    if (has_means && !goal.pages && report->errors == errors)
        cv_report_add(report, CV_FIT_WITHOUT_PAGES, fit->span, "'fit' without 'pages' does nothing")
            ->hint = "add 'pages: 1', or ask for it with --pages";
    return goal;
}
