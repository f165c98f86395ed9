// SPDX-License-Identifier: MIT
// variant.c - the keys of a variant, what it extends, and how it is laid over the file.
#include "tailor/variant.h"

#include "base/limits.h"
#include "base/suggest.h"
#include "base/unicode.h"
#include "tailor/copy.h"
#include "tailor/facts.h"
#include "tailor/path.h"
#include "tailor/tailor.h"
#include "tailor/words.h"

#include <stddef.h>

typedef struct variant_key {
    const char *key;
    cv_node_kind kind; // a list may be one text
    size_t offset;     // in cv_variant
    const char *form;  // see base/schema.h
    const char *help;
} variant_key;

#define MEMBER(name) offsetof(cv_variant, name)

static const variant_key keys[] = {
    {"extends", CV_NODE_TEXT, MEMBER(extends), "string", "another variant that goes first"},
    {"include", CV_NODE_LIST, MEMBER(include), "words",
     "of what has tags, show only what has one of these"},
    {"exclude", CV_NODE_LIST, MEMBER(exclude), "words", "leave out what has one of these tags"},
    {"sections", CV_NODE_LIST, MEMBER(sections), "words",
     "ids of the sections to print, in this order"},
    {"set", CV_NODE_MAP, MEMBER(set), "set", "values put into the file, by their paths"},
    {"design", CV_NODE_MAP, MEMBER(design), "design", "laid over that of the file"},
    {"language", CV_NODE_TEXT, MEMBER(language), "language", "in place of that of the file"},
    {"output", CV_NODE_TEXT, MEMBER(output), "text",
     "name of the PDF, like {{name}}-{{variant}}.pdf"},
    {"fit", CV_NODE_MAP, MEMBER(fit), "fit", "laid over that of the file"},
    {"vars", CV_NODE_MAP, MEMBER(variables), "vars",
     "values for {{names}} in texts, laid over those of the file"},
};
enum { KEY_COUNT = sizeof keys / sizeof *keys };

void cv_variants_describe(cv_schema *schema) {
    cv_schema_table *table =
        cv_schema_add_table(schema, "variant", "what one version of the resume does differently");
    for (size_t i = 0; i < KEY_COUNT; i++) {
        cv_schema_key key = {.name = keys[i].key, .form = keys[i].form, .help = keys[i].help};
        cv_schema_add_key(schema, table, key);
    }
}

// Reading

static const variant_key *find_key(const char *name) {
    for (size_t i = 0; i < KEY_COUNT; i++)
        if (cv_equal(keys[i].key, name)) return &keys[i];
    return NULL;
}

static void report_unknown_key(const cv_node *member, cv_report *report) {
    const char *names[KEY_COUNT];
    cv_text_builder all = {.arena = report->arena};
    cv_text_add_string(&all, "the keys of a variant are");
    for (size_t i = 0; i < KEY_COUNT; i++) {
        names[i] = keys[i].key;
        cv_text_add(&all, "%s %s", i ? "," : "", names[i]);
    }
    const char *near = cv_suggest(member->key, names, KEY_COUNT);
    cv_report_add(report, CV_UNKNOWN_KEY, member->key_span, "unknown key '%s'", member->key)->hint =
        near ? cv_format(report->arena, "did you mean '%s'?", near) : cv_text_string(&all);
}

static void read_member(cv_variant *variant, const cv_node *member, cv_arena *arena,
                        cv_report *report) {
    const variant_key *row = find_key(member->key);
    if (!row) {
        report_unknown_key(member, report);
        return;
    }
    void *target = (char *)variant + row->offset;
    if (row->kind == CV_NODE_LIST)
        *(cv_word_list *)target = (cv_word_list){true, cv_words_read(member, arena, report)};
    else if (member->kind == row->kind)
        *(const cv_node **)target = member;
    else if (member->kind != CV_NODE_NULL)
        cv_report_add(report, CV_WRONG_TYPE, member->span, "'%s' must be %s, not %s", member->key,
                      row->kind == CV_NODE_MAP ? "a mapping" : "text", cv_node_kind_name(member));
}

static bool is_name(const char *name) {
    if (!*name) return false;
    while (*name) {
        uint32_t code_point = cv_utf8_next(&name);
        if (!cv_unicode_is_letter(code_point) && !cv_unicode_is_mark(code_point) &&
            !cv_unicode_is_digit(code_point) && code_point != '-' && code_point != '_')
            return false;
    }
    return true;
}

static void check_name(const cv_node *node, cv_report *report) {
    if (cv_equal(node->key, "base"))
        cv_report_add(report, CV_BAD_VALUE, node->key_span, "a variant cannot be named 'base'")
            ->hint = "'base' is the file itself; choose another name";
    else if (!is_name(node->key))
        cv_report_add(report, CV_BAD_VALUE, node->key_span, "a variant cannot be named '%s'",
                      node->key)
            ->hint = "a name is made of letters, digits, '-' and '_'";
}

static void check_language(const cv_node *language, cv_report *report) {
    if (!language ||
        (cv_unicode_is_language_tag(language->text) && cv_unicode_knows_language(language->text)))
        return;
    cv_report_add(report, CV_BAD_LANGUAGE, language->span, "'%s' is not a language", language->text)
        ->hint = "write a tag such as en, de or pt-BR";
}

static void read_variant(cv_variant *variant, const cv_node *node, cv_arena *arena,
                         cv_report *report) {
    *variant = (cv_variant){.name = node->key, .span = node->key_span};
    check_name(node, report);
    if (node->kind != CV_NODE_MAP && node->kind != CV_NODE_NULL)
        cv_report_add(report, CV_WRONG_TYPE, node->span, "'%s' must be a mapping, not %s",
                      node->key, cv_node_kind_name(node));
    for (const cv_node *member = node->first; member && node->kind == CV_NODE_MAP;
         member = member->next)
        if (!cv_starts_with(member->key, "x-")) read_member(variant, member, arena, report);
    check_language(variant->language, report);
}

static cv_variant *find(const cv_variants *variants, const char *name) {
    for (size_t i = 0; i < variants->count; i++)
        if (cv_equal(variants->items[i].name, name)) return &variants->items[i];
    return NULL;
}

static void report_unknown_variant(const cv_variants *variants, const char *name, cv_span span,
                                   cv_report *report) {
    cv_diagnostic *found =
        cv_report_add(report, CV_UNKNOWN_VARIANT, span, "there is no variant '%s'", name);
    const char *names[CV_LIMIT_VARIANTS];
    cv_text_builder all = {.arena = report->arena};
    for (size_t i = 0; i < variants->count; i++) {
        names[i] = variants->items[i].name;
        cv_text_add(&all, "%s %s", i ? "," : "the variants are", names[i]);
    }
    const char *near = cv_suggest(name, names, variants->count);
    found->hint = near              ? cv_format(report->arena, "did you mean '%s'?", near)
                  : variants->count ? cv_text_string(&all)
                                    : "the file has no variants";
}

const cv_variant *cv_variants_find(const cv_variants *variants, const char *name, cv_span span,
                                   cv_report *report) {
    const cv_variant *found = find(variants, name);
    if (!found) report_unknown_variant(variants, name, span, report);
    return found;
}

static void find_parent(const cv_variants *variants, cv_variant *variant, cv_report *report) {
    if (!variant->extends || cv_equal(variant->extends->text, "base")) return;
    variant->parent = find(variants, variant->extends->text);
    if (!variant->parent)
        report_unknown_variant(variants, variant->extends->text, variant->extends->span, report);
}

// Cuts a chain of parents that comes back to `variant`. One that runs into a circle further up is
// cut when its turn comes; more steps than there are variants say that it does.
static void cut_circle(const cv_variants *variants, cv_variant *variant, cv_report *report) {
    size_t steps = 0;
    const cv_variant *at = variant->parent;
    for (; at && at != variant && steps < variants->count; steps++) at = at->parent;
    if (at != variant) return;
    variant->parent = NULL;
    const char *way =
        steps ? cv_format(report->arena, " by way of '%s'", variant->extends->text) : "";
    cv_report_add(report, CV_EXTENDS_ITSELF, variant->extends->span, "'%s' extends itself%s",
                  variant->name, way);
}

static bool is_skipped(const cv_node *node) { return cv_starts_with(node->key, "x-"); }

cv_variants cv_variants_read(const cv_node *tree, cv_arena *arena, cv_report *report) {
    cv_variants variants = {0};
    const cv_node *map = cv_tree_find(tree, "variants");
    if (!map || map->kind == CV_NODE_NULL) return variants;
    if (map->kind != CV_NODE_MAP) {
        cv_report_add(report, CV_WRONG_TYPE, map->span, "'variants' must be a mapping, not %s",
                      cv_node_kind_name(map));
        return variants;
    }
    variants.items = CV_NEW_ARRAY(arena, cv_variant, CV_LIMIT_VARIANTS);
    for (const cv_node *node = map->first; node; node = node->next) {
        if (is_skipped(node)) continue;
        if (variants.count == CV_LIMIT_VARIANTS) {
            cv_report_add(report, CV_TOO_MANY_NAMES, node->key_span,
                          "a file may have %d variants, not %u", CV_LIMIT_VARIANTS,
                          (unsigned)map->count);
            break;
        }
        read_variant(&variants.items[variants.count++], node, arena, report);
    }
    for (size_t i = 0; i < variants.count; i++) find_parent(&variants, &variants.items[i], report);
    for (size_t i = 0; i < variants.count; i++) cut_circle(&variants, &variants.items[i], report);
    return variants;
}

// Applying

// What a file silences is read once, whichever variants are made of it.
static bool leads_into_check(const cv_path *path, cv_report *report) {
    bool is_check = cv_equal(path->text, "check") || cv_starts_with(path->text, "check.");
    if (is_check)
        cv_report_add(report, CV_SETTING_PATH, path->span, "a variant cannot change 'check'")
            ->hint = "it holds for the whole file: write it there";
    return is_check;
}

static void put_values(cv_node *root, const cv_node *set, cv_arena *arena, cv_report *report) {
    for (const cv_node *value = set ? set->first : NULL; value; value = value->next) {
        const cv_source *source = &report->sources.items[value->key_span.source];
        cv_path path = {value->key, cv_source_narrow(source, value->key_span, value->key)};
        if (!leads_into_check(&path, report)) cv_path_put(root, &path, value, arena, report);
    }
}

static void lay_over(cv_node *root, const cv_node *member, const char *key, cv_arena *arena) {
    if (!member) return;
    cv_node over = *member;
    over.key = key;
    cv_node_merge_member(root, &over, arena);
}

static cv_words choose_words(const cv_word_list *own, const cv_words *inherited) {
    return own->is_given ? own->words : *inherited;
}

static void choose_items(cv_variant *variant, cv_arena *arena, cv_report *report) {
    cv_selection none = {0};
    const cv_selection *from = variant->parent ? &variant->parent->selection : &none;
    cv_selection *selection = &variant->selection;
    selection->include = choose_words(&variant->include, &from->include);
    selection->exclude = choose_words(&variant->exclude, &from->exclude);
    selection->sections = choose_words(&variant->sections, &from->sections);
    selection->has_include = selection->include.count > 0;
    cv_words_check_tags(&variant->include.words, variant->tree, arena, report);
    cv_words_check_tags(&variant->exclude.words, variant->tree, arena, report);
    cv_words_check_sections(&variant->sections.words, variant->tree, arena, report);
}

// The depth of the recursion is at most the number of variants.
static void apply(cv_variant *variant, const cv_node *file, bool locks_facts, cv_arena *arena,
                  cv_report *report) {
    if (variant->tree) return;
    cv_variant *parent = variant->parent;
    if (parent) apply(parent, file, locks_facts, arena, report);
    const cv_node *from = parent ? parent->tree : file;
    cv_node *root = cv_node_copy(from, arena);
    lay_over(root, variant->language, "language", arena);
    lay_over(root, variant->design, "design", arena);
    lay_over(root, variant->fit, "fit", arena);
    lay_over(root, variant->variables, "vars", arena);
    put_values(root, variant->set, arena, report);
    if (locks_facts) cv_facts_check(from, root, arena, report);
    variant->tree = root;
    variant->output_template =
        variant->output || !parent ? variant->output : parent->output_template;
    choose_items(variant, arena, report);
}

void cv_variants_apply(const cv_variants *variants, const cv_node *tree, bool locks_facts,
                       cv_arena *arena, cv_report *report) {
    for (size_t i = 0; i < variants->count; i++)
        apply(&variants->items[i], tree, locks_facts, arena, report);
}
