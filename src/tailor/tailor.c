// SPDX-License-Identifier: MIT
// tailor.c - the order in which a file, its variants and the command line come together.
#include "tailor/tailor.h"

#include "base/unicode.h"
#include "source/scan.h"
#include "tailor/copy.h"
#include "tailor/facts.h"
#include "tailor/ids.h"
#include "tailor/output_name.h"
#include "tailor/path.h"
#include "tailor/texts.h"
#include "tailor/variant.h"
#include "tailor/words.h"

#include <string.h>

// A setting or a variable whose texts have become sources of the report.
typedef struct given_value {
    cv_path path;
    const cv_node *value;
} given_value;

typedef struct given_values CV_ARRAY(given_value) given_values;

typedef struct tailor {
    const cv_node *file;
    const cv_tailor_options *options;
    cv_arena *arena;
    cv_report *report;
    bool locks_facts;
    cv_variants variants;
    given_values settings, variables;
    cv_words include, exclude; // of the command line
} tailor;

static cv_bytes bytes_of(const char *string) {
    return (cv_bytes){(const unsigned char *)string, strlen(string)};
}

static cv_span add_source(const tailor *self, const char *name, const char *text) {
    uint32_t source = cv_report_add_source(self->report, name, bytes_of(text));
    return (cv_span){source, 0, (uint32_t)strlen(text)};
}

// False after a finding.
static bool check_utf8(const tailor *self, const char *text, cv_span span, const char *what) {
    cv_bytes bytes = bytes_of(text);
    if (cv_utf8_valid(bytes.data, bytes.size) == bytes.size) return true;
    cv_report_add(self->report, CV_SETTING_SYNTAX, (cv_span){span.source, 0, 0},
                  "%s is not valid UTF-8", what);
    return false;
}

// What the command line says

// An empty value makes the key absent. NULL if the value cannot be read, which is reported then.
static const cv_node *read_yaml(const tailor *self, const cv_setting *setting) {
    const char *name = cv_format(self->report->arena, "%s %s", setting->name, setting->path);
    cv_span span = add_source(self, name, setting->value);
    const char *at = setting->value;
    while (cv_is_blank(*at)) at++;
    if (*at) return cv_tree_read_yaml(span.source, self->arena, self->report);
    cv_node *nothing = CV_NEW(self->arena, cv_node);
    nothing->span = (cv_span){span.source, 0, 0};
    return nothing;
}

static void read_setting(tailor *self, const cv_setting *setting) {
    cv_path path = {setting->path, add_source(self, setting->name, setting->path)};
    if (!check_utf8(self, path.text, path.span, "the path")) return;
    const cv_node *value = read_yaml(self, setting);
    if (value) CV_PUSH(self->arena, &self->settings, (given_value){path, value});
}

// The text as it stands, but for what no text may hold.
static const cv_node *read_text(const tailor *self, const cv_setting *variable) {
    const char *name = cv_format(self->report->arena, "%s %s", variable->name, variable->path);
    cv_span span = add_source(self, name, variable->value);
    if (!check_utf8(self, variable->value, span, "the value")) return NULL;
    cv_node *text = CV_NEW(self->arena, cv_node);
    *text = (cv_node){.kind = CV_NODE_TEXT, .span = span};
    text->text =
        cv_scan_value(variable->value, strlen(variable->value), span, self->arena, self->report);
    return text;
}

static void read_variable(tailor *self, const cv_setting *variable) {
    cv_path name = {variable->path, add_source(self, variable->name, variable->path)};
    if (!check_utf8(self, name.text, name.span, "the name of the variable")) return;
    if (!cv_variables_is_name(name.text)) {
        cv_report_add(self->report, CV_BAD_VALUE, name.span, "a variable cannot be named '%s'",
                      name.text)
            ->hint = "a name is made of the letters a to z, digits, '-' and '_', and begins with a "
                     "letter";
        return;
    }
    const cv_node *value = read_text(self, variable);
    if (value) CV_PUSH(self->arena, &self->variables, (given_value){name, value});
}

static cv_words read_tags(const tailor *self, const char *name, const char *const *tags,
                          size_t count) {
    cv_words words = {0};
    for (size_t i = 0; i < count; i++) {
        cv_span span = add_source(self, name, tags[i]);
        if (check_utf8(self, tags[i], span, "the tag"))
            CV_PUSH(self->arena, &words, (cv_word){cv_collapse_blanks(self->arena, tags[i]), span});
    }
    return words;
}

struct cv_prepared {
    bool locks_facts;
    cv_variants variants;
};

const cv_prepared *cv_tailor_prepare(const cv_node *tree, bool locks_facts, cv_arena *arena,
                                     cv_report *report) {
    cv_prepared *prepared = CV_NEW(arena, cv_prepared);
    prepared->locks_facts = cv_facts_are_locked(tree, report) || locks_facts;
    prepared->variants = cv_variants_read(tree, arena, report);
    cv_variants_apply(&prepared->variants, tree, prepared->locks_facts, arena, report);
    return prepared;
}

// What does not depend on which variant it is. Variants are checked here.
static tailor prepare(const cv_node *file, const cv_tailor_options *options, cv_arena *arena,
                      cv_report *report) {
    tailor self = {.file = file, .options = options, .arena = arena, .report = report};
    const cv_prepared *prepared = options->prepared;
    if (!prepared) prepared = cv_tailor_prepare(file, options->locks_facts, arena, report);
    self.locks_facts = prepared->locks_facts;
    self.variants = prepared->variants;
    for (size_t i = 0; i < options->setting_count; i++) read_setting(&self, &options->settings[i]);
    for (size_t i = 0; i < options->variable_count; i++)
        read_variable(&self, &options->variables[i]);
    self.include = read_tags(&self, "--include", options->include, options->include_count);
    self.exclude = read_tags(&self, "--exclude", options->exclude, options->exclude_count);
    return self;
}

// One variant; NULL is the file itself

// The file, the variant and the settings, not yet their texts.
static cv_node *put_together(const tailor *self, const cv_variant *variant, cv_report *report) {
    const cv_node *from = variant ? variant->tree : self->file;
    cv_node *root = cv_node_copy(from, self->arena);
    for (size_t i = 0; i < self->settings.count; i++) {
        const given_value *setting = &self->settings.items[i];
        cv_path_put(root, &setting->path, setting->value, self->arena, report);
    }
    if (self->locks_facts) cv_facts_check(from, root, self->arena, report);
    return root;
}

// What is wrong with the language is said where its words are looked for.
static const char *language_of(const cv_node *root) {
    const cv_node *language = cv_tree_find(root, "language");
    bool is_known = language && language->kind == CV_NODE_TEXT &&
                    cv_unicode_is_language_tag(language->text) &&
                    cv_unicode_knows_language(language->text);
    return is_known ? language->text : "en";
}

static void add_built_in(cv_variables *variables, const char *name, const char *value,
                         const char *why) {
    cv_variables_set(variables, (cv_variable){.name = name, .value = value, .why = why});
}

// A name that a disk takes may still be none that a page takes; NULL then.
static const char *file_as_text(const char *file) {
    if (!file) return NULL;
    cv_bytes bytes = bytes_of(file);
    for (size_t i = 0; i < bytes.size; i++)
        if (bytes.data[i] < 0x20 || bytes.data[i] == 0x7F) return NULL;
    return cv_utf8_valid(bytes.data, bytes.size) == bytes.size ? file : NULL;
}

static bool is_as_in_file(const tailor *self, const given_value *given) {
    const cv_node *own = cv_tree_find(cv_tree_find(self->file, "vars"), given->path.text);
    return own && cv_equal(own->text, given->value->text);
}

// Those of the program first, so that the file and the command line may have their own.
static cv_variables *make_variables(const tailor *self, const cv_variant *variant,
                                    const cv_node *root, cv_report *report) {
    cv_variables *variables = CV_NEW(self->arena, cv_variables);
    *variables =
        (cv_variables){.arena = self->arena, .report = report, .locks_facts = self->locks_facts};
    add_built_in(variables, "file", file_as_text(self->options->file),
                 "the input has no name, or one that cannot be printed");
    add_built_in(variables, "date", self->options->date,
                 "give one with --date, or set SOURCE_DATE_EPOCH");
    add_built_in(variables, "variant", variant ? variant->name : "base", NULL);
    add_built_in(variables, "language", language_of(root), NULL);
    cv_variables_read(variables, cv_tree_find(root, "vars"), cv_tree_find(self->file, "vars"));
    for (size_t i = 0; i < self->variables.count; i++) {
        const given_value *given = &self->variables.items[i];
        cv_variables_set(variables, (cv_variable){.name = given->path.text,
                                                  .value = given->value->text,
                                                  .is_changed = !is_as_in_file(self, given)});
    }
    return variables;
}

// {{name}}, unless somebody has a variable of that name.
static void add_name(const cv_texts_choice *choice, const cv_node *root) {
    const cv_node *name = cv_tree_find(root, "name");
    if (!name || *cv_name_number(&choice->variables->numbers, "name", choice->arena)) return;
    add_built_in(choice->variables, "name", NULL, "this is the name itself");
    const cv_node *settled = cv_text_settle(name, choice);
    if (settled->kind == CV_NODE_TEXT)
        add_built_in(choice->variables, "name", cv_collapse_blanks(choice->arena, settled->text),
                     NULL);
}

static cv_texts_choice choose_texts(const tailor *self, const cv_variant *variant,
                                    const cv_node *root, cv_report *report) {
    cv_texts_choice choice = {language_of(root), make_variables(self, variant, root, report),
                              self->arena, report};
    add_name(&choice, root);
    return choice;
}

// NULL after a finding.
static const char *fill_output(const tailor *self, const char *template, cv_span span,
                               const cv_texts_choice *choice) {
    unsigned errors = self->report->errors;
    const char *text = cv_variables_fill(choice->variables, template, span, false);
    if (self->report->errors > errors) return NULL;
    return cv_output_name_make(text, span, self->arena, self->report);
}

static const char *check_size(const tailor *self, const char *name, cv_span span) {
    return cv_output_name_fits(name, span, self->report) ? name : NULL;
}

// A value that the options have, or the row of a table that they are from.
static cv_span add_given(const tailor *self, const char *option, const char *column,
                         const char *text) {
    const char *origin = self->options->origin;
    return add_source(
        self, origin ? cv_format(self->report->arena, "%s %s", origin, column) : option, text);
}

// Without a template the name is that of the file, which some disk has taken already.
static const char *name_output(const tailor *self, const cv_variant *variant,
                               const cv_texts_choice *choice) {
    const char *file = self->options->file ? self->options->file : "resume";
    const char *given = self->options->output;
    if (given) {
        cv_span span = add_given(self, "output", "output", given);
        if (!check_utf8(self, given, span, "the name of the output")) return NULL;
        return fill_output(self, given, span, choice);
    }
    if (!variant) return cv_format(self->arena, "%s.pdf", file);
    const cv_node *template = variant->output_template;
    if (!template)
        return check_size(self, cv_format(self->arena, "%s-%s.pdf", file, variant->name),
                          variant->span);
    return fill_output(self, template->text, template->span, choice);
}

static cv_selection select_items(const tailor *self, const cv_variant *variant,
                                 const cv_node *root) {
    cv_selection selection = {0};
    if (variant) selection = variant->selection;
    if (self->options->include_count) selection.include = self->include;
    if (self->options->exclude_count) selection.exclude = self->exclude;
    selection.has_include = selection.include.count > 0;
    cv_words_check_tags(&self->include, root, self->arena, self->report);
    cv_words_check_tags(&self->exclude, root, self->arena, self->report);
    return selection;
}

static const cv_variant *find_variant(const tailor *self) {
    const char *name = self->options->variant;
    if (!name || cv_equal(name, "base")) return NULL;
    cv_span span = add_given(self, "--variant", "variant", name);
    if (!check_utf8(self, name, span, "the name of the variant")) return NULL;
    return cv_variants_find(&self->variants, name, span, self->report);
}

// In the memory of the job, for what a cache keeps of the resume may be gone before the result.
static const char *copy_name(const cv_variant *variant, cv_arena *arena) {
    return variant ? cv_copy_string(arena, variant->name) : NULL;
}

const cv_tailored *cv_tailor(const cv_node *tree, const cv_tailor_options *options, cv_arena *arena,
                             cv_report *report) {
    cv_tailored *tailored = CV_NEW(arena, cv_tailored);
    *tailored = (cv_tailored){.tree = tree, .written_language = "en"};
    if (tree->kind != CV_NODE_MAP) return tailored; // the decoder says what is wrong with that
    tailor self = prepare(tree, options, arena, report);
    const cv_variant *variant = find_variant(&self);
    cv_node *root = put_together(&self, variant, report);
    tailored->selection = select_items(&self, variant, root);
    cv_ids_assign(root, arena, report);
    cv_texts_choice choice = choose_texts(&self, variant, root, report);
    cv_texts_settle(root, &choice);
    tailored->tree = root;
    tailored->written_language = language_of(tree);
    tailored->variant = copy_name(variant, arena);
    tailored->output = name_output(&self, variant, &choice);
    return tailored;
}

// What a rendering of the variant will say is left to it, but for the name of the output.
static cv_output find_output(const tailor *self, const cv_variant *variant) {
    cv_report quiet;
    cv_report_init(&quiet, self->arena);
    quiet.sources = self->report->sources;
    const cv_node *root = put_together(self, variant, &quiet);
    cv_texts_choice choice = choose_texts(self, variant, root, &quiet);
    choice.variables->report = self->report;
    return (cv_output){copy_name(variant, self->arena), name_output(self, variant, &choice)};
}

cv_outputs cv_tailor_list(const cv_node *tree, const cv_tailor_options *options, cv_arena *arena,
                          cv_report *report) {
    cv_outputs outputs = {0};
    if (tree->kind != CV_NODE_MAP) return outputs;
    tailor self = prepare(tree, options, arena, report);
    for (size_t i = 0; i < self.variants.count; i++)
        CV_PUSH(arena, &outputs, find_output(&self, &self.variants.items[i]));
    if (!self.variants.count) CV_PUSH(arena, &outputs, find_output(&self, NULL));
    return outputs;
}

cv_output cv_tailor_find(const cv_node *tree, const cv_tailor_options *options, cv_arena *arena,
                         cv_report *report) {
    if (tree->kind != CV_NODE_MAP) return (cv_output){NULL, NULL};
    tailor self = prepare(tree, options, arena, report);
    return find_output(&self, find_variant(&self));
}
