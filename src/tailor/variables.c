// SPDX-License-Identifier: MIT
// variables.c - finds {{name}} and puts its value there; values are not looked into again.
#include "tailor/variables.h"

#include "base/suggest.h"

#include <string.h>

static bool is_name_byte(char byte) {
    return cv_is_letter(byte) || cv_is_digit(byte) || byte == '_' || byte == '-';
}

static size_t name_size(const char *text) {
    size_t size = 0;
    if (!cv_is_letter(*text)) return 0;
    while (is_name_byte(text[size])) size++;
    return size;
}

bool cv_variables_is_name(const char *name) { return *name && name_size(name) == strlen(name); }

// "{{ name }}" at `at`: its length, else 0. Templates of other programs ("{{ .x }}") are text.
static size_t variable_size(const char *at, const char **name, size_t *length) {
    size_t size = 2 + strspn(at + 2, " ");
    *name = at + size;
    *length = name_size(*name);
    size += *length;
    size += strspn(at + size, " ");
    return *length && cv_starts_with(at + size, "}}") ? size + 2 : 0;
}

// A backslash makes a brace a brace, unless it is itself made a backslash.
static bool is_escaped(const char *start, const char *at) {
    size_t count = 0;
    while (at > start && at[-1] == '\\') at--, count++;
    return count % 2 == 1;
}

// The next variable at or after `at` in `start`, NULL if there is none.
static const char *find_variable(const char *start, const char *at, size_t *size, const char **name,
                                 size_t *length) {
    for (; (at = strstr(at, "{{")); at++) {
        *size = variable_size(at, name, length);
        if (*size && !is_escaped(start, at)) return at;
    }
    return NULL;
}

bool cv_variables_next(const char *text, cv_variable_place *place) {
    const char *at = place->begin ? place->begin + place->size : text;
    place->begin = find_variable(text, at, &place->size, &place->name, &place->name_size);
    return place->begin;
}

static cv_variable *find(cv_variables *variables, const char *name) {
    uint32_t number = *cv_name_number(&variables->numbers, name, variables->arena);
    return number ? &variables->items.items[number - 1] : NULL;
}

void cv_variables_set(cv_variables *variables, cv_variable variable) {
    cv_variable *old = find(variables, variable.name);
    if (old) {
        *old = variable;
        return;
    }
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): an array with room has items
    CV_PUSH(variables->arena, &variables->items, variable);
    *cv_name_number(&variables->numbers, variable.name, variables->arena) =
        (uint32_t)variables->items.count;
}

static void check_value(cv_variables *variables, const cv_node *node) {
    size_t size, length;
    const char *name, *found = find_variable(node->text, node->text, &size, &name, &length);
    if (!found) return;
    cv_report_add(variables->report, CV_BAD_VALUE, node->span,
                  "the value of a variable cannot hold another: '%.*s'", (int)size, found)
        ->hint = "write the text itself";
}

// The `vars` of the file itself, to be found by name.
typedef struct file_variables {
    cv_name_table numbers; // of `nodes`, from 1
    struct CV_ARRAY(const cv_node *) nodes;
} file_variables;

static file_variables list_file_variables(const cv_node *file, cv_arena *arena) {
    file_variables known = {0};
    bool is_map = file && file->kind == CV_NODE_MAP;
    for (const cv_node *node = is_map ? file->first : NULL; node; node = node->next) {
        CV_PUSH(arena, &known.nodes, node);
        *cv_name_number(&known.numbers, node->key, arena) = (uint32_t)known.nodes.count;
    }
    return known;
}

static const cv_node *find_in_file(file_variables *known, const char *name, cv_arena *arena) {
    uint32_t number = *cv_name_number(&known->numbers, name, arena);
    return number ? known->nodes.items[number - 1] : NULL;
}

static void read_variable(cv_variables *variables, const cv_node *node, file_variables *file) {
    cv_report *report = variables->report;
    cv_variable variable = {.name = node->key, .why = "give it one here, or with --var"};
    if (!cv_variables_is_name(node->key))
        cv_report_add(report, CV_BAD_VALUE, node->key_span, "a variable cannot be named '%s'",
                      node->key)
            ->hint = "a name is made of the letters a to z, digits, '-' and '_', and begins with a "
                     "letter";
    if (node->kind == CV_NODE_TEXT) {
        check_value(variables, node);
        variable.value = node->text;
    } else if (node->kind != CV_NODE_NULL) {
        cv_report_add(report, CV_WRONG_TYPE, node->span, "'%s' must be text, not %s", node->key,
                      cv_node_kind_name(node));
    }
    const cv_node *old = find_in_file(file, node->key, variables->arena);
    variable.is_changed = !old || !cv_equal(old->text, node->text);
    cv_variables_set(variables, variable);
}

void cv_variables_read(cv_variables *variables, const cv_node *map, const cv_node *file) {
    if (!map || map->kind == CV_NODE_NULL) return;
    if (map->kind != CV_NODE_MAP)
        cv_report_add(variables->report, CV_WRONG_TYPE, map->span,
                      "'vars' must be a mapping, not %s", cv_node_kind_name(map));
    file_variables known = list_file_variables(file, variables->arena);
    for (const cv_node *node = map->first; node && map->kind == CV_NODE_MAP; node = node->next)
        if (!cv_starts_with(node->key, "x-")) read_variable(variables, node, &known);
}

static void report_unknown(cv_variables *variables, const char *name, cv_span span) {
    cv_report *report = variables->report;
    cv_diagnostic *found =
        cv_report_add(report, CV_UNKNOWN_VARIABLE, span, "there is no variable '%s'", name);
    if (found == &report->overflow) return;
    size_t count = variables->items.count;
    const char **names = CV_NEW_ARRAY(report->arena, const char *, count);
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): an array that counts has items
    for (size_t i = 0; i < count; i++) names[i] = variables->items.items[i].name;
    const char *near = cv_suggest(name, names, count);
    found->hint = near ? cv_format(report->arena, "did you mean '%s'?", near)
                       : cv_format(report->arena,
                                   "name it under 'vars', or give --var %s=VALUE; for the braces "
                                   "themselves write \\{{",
                                   name);
}

// The value to put in; NULL after a finding.
static const char *find_value(cv_variables *variables, const char *name, cv_span span,
                              bool is_fact) {
    const cv_variable *found = find(variables, name);
    if (!found) {
        report_unknown(variables, name, span);
        return NULL;
    }
    if (!found->value) {
        cv_report_add(variables->report, CV_NO_VALUE, span, "the variable '%s' has no value", name)
            ->hint = found->why;
    } else if (is_fact && variables->locks_facts && found->is_changed) {
        cv_report_add(variables->report, CV_FACT_CHANGED, span,
                      "facts are locked: the variable '%s' is not '%s' in the file itself", name,
                      found->value)
            ->hint = "write the text itself, or use the variable outside of the entries";
    }
    return found->value;
}

// Where a text stands that was not looked for yet, as far as it is written as it reads.
typedef struct written_rest {
    const cv_source *source;
    cv_span whole, rest; // `rest` is empty once something was not found, because of escapes, say
} written_rest;

static cv_span find_written(written_rest *place, const char *text) {
    if (place->rest.begin == place->rest.end) return place->whole;
    cv_span found = cv_source_narrow(place->source, place->rest, text);
    bool is_found = found.end - found.begin == strlen(text);
    place->rest.begin = is_found ? found.end : place->rest.end;
    return is_found ? found : place->whole;
}

const char *cv_variables_fill(cv_variables *variables, const char *text, cv_span span,
                              bool is_fact) {
    written_rest place = {&variables->report->sources.items[span.source], span, span};
    cv_text_builder filled = {.arena = variables->arena};
    const char *rest = text, *name, *found;
    size_t size, length;
    while ((found = find_variable(text, rest, &size, &name, &length))) {
        const char *written = cv_copy(variables->arena, found, size);
        const char *value = find_value(variables, cv_copy(variables->arena, name, length),
                                       find_written(&place, written), is_fact);
        cv_text_add_bytes(&filled, rest, (size_t)(found - rest));
        cv_text_add_string(&filled, value ? value : written);
        rest = found + size;
    }
    if (rest == text) return text;
    cv_text_add_string(&filled, rest);
    return cv_text_string(&filled);
}
