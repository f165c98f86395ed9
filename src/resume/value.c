// SPDX-License-Identifier: MIT
// value.c - what a text, a tag, a number or an address may look like.
#include "resume/value.h"

#include "base/suggest.h"
#include "base/unicode.h"
#include "resume/link.h"
#include "resume/markup.h"

#include <string.h>

// A text where a list should be may begin with what was to be the sign of its items.
static const char *hint_for_type(const cv_node *node, const char *wanted) {
    static const char *const bullets[] = {"-", "*", "+", "\u2022", "\u2013", "\u2014", "\u00B7"};
    if (node->kind != CV_NODE_TEXT || !cv_starts_with(wanted, "a list")) return NULL;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (cv_starts_with(node->text, bullets[i]))
            return "begin each item, on a line of its own, with '-' and a space";
    return NULL;
}

void cv_value_report_type(const cv_node *node, const char *wanted, const cv_decoder *decoder) {
    const char *kind = cv_node_kind_name(node);
    cv_diagnostic *found = node->key
                               ? cv_report_add(decoder->report, CV_WRONG_TYPE, node->span,
                                               "'%s' must be %s, not %s", node->key, wanted, kind)
                               : cv_report_add(decoder->report, CV_WRONG_TYPE, node->span,
                                               "this must be %s, not %s", wanted, kind);
    found->hint = hint_for_type(node, wanted);
}

bool cv_value_is_map(const cv_node *node, const cv_decoder *decoder) {
    if (node->kind == CV_NODE_MAP) return true;
    cv_value_report_type(node, "a mapping", decoder);
    return false;
}

// The first language of a text in several that nobody knows, NULL if that is not what `node` is.
static const cv_node *find_unknown_language(const cv_node *node) {
    const cv_node *unknown = NULL;
    bool has_known = false;
    if (node->kind != CV_NODE_MAP) return NULL;
    for (const cv_node *member = node->first; member; member = member->next) {
        if (!cv_unicode_is_language_tag(member->key) || member->kind != CV_NODE_TEXT) return NULL;
        if (cv_unicode_knows_language(member->key))
            has_known = true;
        else if (!unknown)
            unknown = member;
    }
    return has_known ? unknown : NULL;
}

bool cv_value_report_language(const cv_node *node, const cv_decoder *decoder) {
    const cv_node *unknown = find_unknown_language(node);
    if (!unknown) return false;
    cv_report_add(decoder->report, CV_BAD_LANGUAGE, unknown->key_span, "'%s' is not a language",
                  unknown->key)
        ->hint = "write a tag such as en, de or pt-BR";
    return true;
}

// Texts

static const char *get_text(const cv_node *node, const cv_decoder *decoder) {
    if (node->kind == CV_NODE_TEXT) return node->text;
    if (!cv_value_report_language(node, decoder)) cv_value_report_type(node, "text", decoder);
    return NULL;
}

const char *cv_value_get(const cv_node *node, const cv_decoder *decoder) {
    const char *text = get_text(node, decoder);
    return text ? cv_collapse_blanks(decoder->arena, text) : NULL;
}

void cv_value_text(const cv_node *node, void *target, const cv_decoder *decoder) {
    const char *text = get_text(node, decoder);
    if (text)
        *(cv_text *)target = cv_markup_read(text, node->span, decoder->arena, decoder->report);
}

void cv_value_string(const cv_node *node, void *target, const cv_decoder *decoder) {
    const char *text = cv_value_get(node, decoder);
    if (text) *(const char **)target = text;
}

void cv_value_aside(const cv_node *node, void *target, const cv_decoder *decoder) {
    (void)target;
    if (node->kind != CV_NODE_TEXT) cv_value_report_type(node, "text", decoder);
}

// Calls `add` for the items of a list, or for the one text that stands for a list of one.
static void for_each_item(const cv_node *node, cv_field_reader *add, void *target,
                          const cv_decoder *decoder) {
    if (node->kind == CV_NODE_TEXT) {
        add(node, target, decoder);
    } else if (node->kind == CV_NODE_LIST) {
        for (const cv_node *item = node->first; item; item = item->next)
            if (!cv_field_is_absent(item)) add(item, target, decoder);
    } else {
        cv_value_report_type(node, "a list", decoder);
    }
}

static void add_text(const cv_node *node, void *target, const cv_decoder *decoder) {
    cv_texts *texts = target;
    cv_text text = {0};
    cv_value_text(node, &text, decoder);
    if (text.string) CV_PUSH(decoder->arena, texts, text);
}

void cv_value_texts(const cv_node *node, void *target, const cv_decoder *decoder) {
    for_each_item(node, add_text, target, decoder);
}

static void add_tag(const cv_node *node, void *target, const cv_decoder *decoder) {
    cv_tags *tags = target;
    const char *tag = cv_value_get(node, decoder);
    if (tag) CV_PUSH(decoder->arena, tags, tag);
}

void cv_value_tags(const cv_node *node, void *target, const cv_decoder *decoder) {
    for_each_item(node, add_tag, target, decoder);
}

// Numbers, truth values, choices

void cv_value_priority(const cv_node *node, void *target, const cv_decoder *decoder) {
    static const char *const hint = "1 is kept longest, 5 goes first";
    if (node->kind != CV_NODE_TEXT)
        cv_value_report_type(node, "a number from 1 to 5", decoder);
    else if (node->is_plain && node->text[0] >= '1' && node->text[0] <= '5' && !node->text[1])
        *(int *)target = node->text[0] - '0';
    else
        cv_report_add(decoder->report, CV_BAD_VALUE, node->span,
                      "'priority' must be a number from 1 to 5")
            ->hint = hint;
}

// The YAML 1.2 core schema knows three spellings of each.
static bool is_one_of(const char *text, const char *a, const char *b, const char *c) {
    return cv_equal(text, a) || cv_equal(text, b) || cv_equal(text, c);
}

void cv_value_flag(const cv_node *node, void *target, const cv_decoder *decoder) {
    if (node->kind != CV_NODE_TEXT)
        cv_value_report_type(node, "true or false", decoder);
    else if (node->is_plain && is_one_of(node->text, "true", "True", "TRUE"))
        *(bool *)target = true;
    else if (node->is_plain && is_one_of(node->text, "false", "False", "FALSE"))
        *(bool *)target = false;
    else
        cv_report_add(decoder->report, CV_BAD_VALUE, node->span, "'%s' must be true or false",
                      node->key);
}

static const char *list_choices(const char *const *choices, size_t count, cv_arena *arena) {
    cv_text_builder list = {.arena = arena};
    cv_text_add_string(&list, "write");
    for (size_t i = 0; i < count; i++) {
        const char *joint = !i ? "" : i + 1 == count ? " or" : ",";
        cv_text_add(&list, "%s %s", joint, choices[i]);
    }
    return cv_text_string(&list);
}

int cv_value_choose(const cv_node *node, const char *const *choices, size_t count,
                    const cv_decoder *decoder) {
    const char *text = cv_value_get(node, decoder);
    if (!text) return -1;
    for (size_t i = 0; i < count; i++)
        if (cv_equal(text, choices[i])) return (int)i;
    cv_report *report = decoder->report;
    const char *near = cv_suggest(text, choices, count);
    cv_report_add(report, CV_BAD_VALUE, node->span, "'%s' cannot be '%s'", node->key, text)->hint =
        near ? cv_format(report->arena, "did you mean '%s'?", near)
             : list_choices(choices, count, report->arena);
    return -1;
}

// Addresses

static cv_text linked(const char *string, const char *uri, cv_span span, cv_arena *arena) {
    cv_inline *part = CV_NEW(arena, cv_inline);
    *part = (cv_inline){.string = string, .uri = uri};
    return (cv_text){string, part, 1, span};
}

void cv_value_url(const cv_node *node, void *target, const cv_decoder *decoder) {
    const char *address = cv_value_get(node, decoder);
    if (!address) return;
    const char *fault = cv_link_web_fault(address), *end;
    if (fault) {
        cv_report *report = decoder->report;
        cv_diagnostic *found = cv_report_add(report, CV_BAD_LINK, node->span,
                                             "'%s' is not a web address: %s", node->key, fault);
        if (cv_link_has_public_host(address, &end) && (*end == '/' || !*end))
            found->hint = cv_format(report->arena, "write https://%s", address);
        return;
    }
    const char *uri = cv_link_uri(address, decoder->arena);
    *(cv_text *)target = linked(uri, uri, node->span, decoder->arena);
}

// ISO 26324: the prefix is 10 and a registrant, the suffix may be anything that can be seen.
static bool is_doi(const char *doi) {
    if (!cv_starts_with(doi, "10.")) return false;
    size_t registrant = strspn(doi + 3, "0123456789.");
    return registrant >= 4 && doi[3 + registrant] == '/' && doi[4 + registrant] &&
           !strchr(doi, ' ');
}

void cv_value_doi(const cv_node *node, void *target, const cv_decoder *decoder) {
    static const char *const prefixes[] = {"https://doi.org/", "http://doi.org/",
                                           "https://dx.doi.org/", "http://dx.doi.org/", "doi:"};
    const char *doi = cv_value_get(node, decoder);
    if (!doi) return;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (!cv_starts_with_ignoring_case(doi, prefixes[i])) continue;
        doi += strlen(prefixes[i]);
        break;
    }
    if (is_doi(doi))
        *(cv_text *)target = cv_text_plain(doi, node->span, decoder->arena);
    else
        cv_report_add(decoder->report, CV_BAD_VALUE, node->span, "'%s' is not a DOI", doi)->hint =
            "write it like 10.1145/3656426";
}

// Keys

void cv_value_unsupported(const cv_node *node, void *target, const cv_decoder *decoder) {
    (void)target;
    cv_report_add(decoder->report, CV_NOT_SUPPORTED, node->key_span, "'%s' is not supported yet",
                  node->key)
        ->hint = "remove it";
}

bool cv_value_report_colon(const cv_node *map, const cv_field_table *table,
                           const cv_decoder *decoder) {
    const cv_node *only = map->first;
    if (map->count != 1 || only->kind != CV_NODE_TEXT) return false;
    if (cv_field_find(table, only->key) || cv_field_suggest(table, only->key)) return false;
    cv_report *report = decoder->report;
    cv_report_add(report, CV_WRONG_TYPE, only->key_span,
                  "the colon after '%s' makes this a mapping, not text", only->key)
        ->hint = cv_format(report->arena, "put the whole text in quotes: \"%s: ...\"", only->key);
    return true;
}
