// SPDX-License-Identifier: MIT
// outputs.c - names of files and looks of pages, each against those before it.
#include "review/outputs.h"

#include <stdbool.h>
#include <string.h>

static const cv_node *find_variant(const cv_node *tree, const cv_made *made) {
    return made->variant ? cv_tree_find(cv_tree_find(tree, "variants"), made->variant) : NULL;
}

static cv_span place_of(const cv_node *tree, const cv_made *made) {
    const cv_node *variant = find_variant(tree, made);
    return variant ? variant->key_span : (cv_span){0};
}

// Where the name comes from.
static cv_span place_of_output(const cv_node *tree, const cv_made *made) {
    const cv_node *output = cv_tree_find(find_variant(tree, made), "output");
    return output && output->kind == CV_NODE_TEXT ? output->span : place_of(tree, made);
}

// Names of devices in every folder of Windows, whatever the suffix.
static bool is_reserved(const char *name) {
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    size_t size = strcspn(name, ".");
    char stem[5] = {0};
    if (size != 3 && size != 4) return false;
    for (size_t i = 0; i < size; i++)
        stem[i] = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] - 'A' + 'a') : name[i];
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (cv_equal(stem, devices[i])) return true;
    bool is_port = cv_starts_with(stem, "com") || cv_starts_with(stem, "lpt");
    return is_port && stem[3] >= '1' && stem[3] <= '9';
}

static const char *name_of(const cv_made *made) { return made->variant ? made->variant : "base"; }

static void check_name(const cv_made_list *made, size_t index, const cv_node *tree,
                       cv_report *report) {
    const cv_made *each = &made->items[index];
    if (!each->output) return;
    if (is_reserved(each->output))
        cv_report_add(report, CV_RESERVED_OUTPUT, place_of_output(tree, each),
                      "'%s' cannot be a file on Windows, where it is a device", each->output);
    for (size_t i = 0; i < index; i++) {
        const char *other = made->items[i].output;
        if (!other || !cv_equal_ignoring_case(each->output, other)) continue;
        cv_report_add(report, CV_SAME_OUTPUT, place_of_output(tree, each),
                      "variants '%s' and '%s' would both be written to '%s'",
                      name_of(&made->items[i]), name_of(each), each->output)
            ->hint = "give one of them another output: \"{{file}}-{{variant}}.pdf\", say";
        return;
    }
}

static void check_pages(const cv_made_list *made, size_t index, const cv_node *tree,
                        cv_report *report) {
    const cv_made *each = &made->items[index];
    for (size_t i = 0; i < index && each->pages_hash; i++) {
        if (made->items[i].pages_hash != each->pages_hash) continue;
        cv_report_add(report, CV_SAME_VARIANT, place_of(tree, each),
                      "the pages of variant '%s' are those of '%s'", name_of(each),
                      name_of(&made->items[i]));
        return;
    }
}

void cv_review_outputs(const cv_made_list *made, const cv_node *tree, cv_report *report) {
    bool is_sound = report->errors == 0;
    for (size_t i = 0; i < made->count; i++) {
        check_name(made, i, tree, report);
        if (is_sound) check_pages(made, i, tree, report);
    }
}
