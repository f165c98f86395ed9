// SPDX-License-Identifier: MIT
// facts.c - compares the entries of a tree before and after values were put into it.
//
// What a path leads to is replaced as a whole and so has another span; all else is the same node or
// a copy with the same span. Within what is replaced, a mapping is compared with the old one that
// it agrees with most, so that a shorter list or another order is no change; numbers are looked for
// in all the old texts.
#include "tailor/facts.h"

#include "base/unicode.h"
#include "source/name_table.h"

typedef struct guard {
    cv_arena *arena; // scratch
    cv_report *report;
} guard;

typedef struct node_list CV_ARRAY(const cv_node *) node_list;

static const char *const fact_keys[] = {
    "start", "end",   "date",    "organization", "institution", "degree",
    "role",  "title", "project", "award",        "certificate",
};
enum { FACT_COUNT = sizeof fact_keys / sizeof *fact_keys };

// Not printed, and so no statement.
static const char *const other_keys[] = {"id", "tags", "note", "priority", "url", "doi"};
enum { OTHER_COUNT = sizeof other_keys / sizeof *other_keys };

static bool is_among(const char *key, const char *const *names, size_t count) {
    for (size_t i = 0; i < count && key; i++)
        if (cv_equal(key, names[i])) return true;
    return false;
}

static bool is_fact(const char *key) { return is_among(key, fact_keys, FACT_COUNT); }

static bool is_statement(const cv_node *node) {
    return !node->key ||
           (!is_among(node->key, other_keys, OTHER_COUNT) && !cv_starts_with(node->key, "x-"));
}

static bool is_absent(const cv_node *node) { return !node || node->kind == CV_NODE_NULL; }

static bool is_untouched(const cv_node *before, const cv_node *after) {
    return before->kind == after->kind && before->text == after->text &&
           before->first == after->first;
}

static bool is_replaced(const cv_node *before, const cv_node *after) {
    return before->kind != after->kind || before->span.source != after->span.source ||
           before->span.begin != after->span.begin || before->span.end != after->span.end;
}

// Reporting

static const char *quote(const cv_node *node, cv_arena *arena) {
    if (is_absent(node)) return "nothing";
    if (node->kind == CV_NODE_MAP && node->first) node = node->first; // of several languages
    if (node->kind != CV_NODE_TEXT) return cv_node_kind_name(node);
    return cv_format(arena, "'%s'", cv_collapse_blanks(arena, node->text));
}

static const char *describe_place(cv_span span, cv_report *report) {
    const cv_source *source = &report->sources.items[span.source];
    cv_place place = cv_source_locate(source, span.begin);
    return cv_format(report->arena, "line %u of %s", (unsigned)place.line, source->name);
}

static void report_change(const guard *self, const cv_node *before, const cv_node *after,
                          cv_span place) {
    cv_report *report = self->report;
    const char *name = after->key ? after->key : "text";
    cv_diagnostic *found = cv_report_add(report, CV_FACT_CHANGED, after->span,
                                         "facts are locked: '%s' changes from %s to %s", name,
                                         quote(before, report->arena), quote(after, report->arena));
    if (found == &report->overflow) return;
    found->hint = is_absent(before)
                      ? "write it into the file itself, or leave it out"
                      : cv_format(report->arena, "%s says %s", describe_place(place, report),
                                  quote(before, report->arena));
}

// Facts

// A text in several languages agrees with what any of them says.
static bool agrees(const cv_node *before, const cv_node *after) {
    if (is_absent(before) || is_absent(after)) return is_absent(before) == is_absent(after);
    if (before->kind == CV_NODE_TEXT && after->kind == CV_NODE_TEXT)
        return cv_equal(before->text, after->text);
    for (const cv_node *each = before->first; each && before->kind == CV_NODE_MAP;
         each = each->next)
        if (agrees(each, after)) return true;
    if (after->kind != CV_NODE_MAP) return false;
    for (const cv_node *each = after->first; each; each = each->next)
        if (!agrees(before, each)) return false;
    return true;
}

static size_t count_changes(const cv_node *before, const cv_node *after) {
    size_t changes = 0;
    for (size_t i = 0; i < FACT_COUNT; i++)
        changes += !agrees(cv_tree_find(before, fact_keys[i]), cv_tree_find(after, fact_keys[i]));
    return changes;
}

static bool has_facts(const cv_node *map) {
    for (size_t i = 0; i < FACT_COUNT; i++)
        if (!is_absent(cv_tree_find(map, fact_keys[i]))) return true;
    return false;
}

// The mappings with facts in and below `node`.
static void collect_maps(const guard *self, const cv_node *node, node_list *maps) {
    if (node->kind == CV_NODE_MAP && has_facts(node)) CV_PUSH(self->arena, maps, node);
    for (const cv_node *child = node->first; child; child = child->next)
        if (is_statement(child)) collect_maps(self, child, maps);
}

static void report_changes(const guard *self, const cv_node *before, const cv_node *after) {
    for (size_t i = 0; i < FACT_COUNT; i++) {
        const cv_node *old = cv_tree_find(before, fact_keys[i]);
        const cv_node *new = cv_tree_find(after, fact_keys[i]);
        if (agrees(old, new)) continue;
        cv_node missing = {.key = fact_keys[i], .span = after->span};
        report_change(self, old, new ? new : &missing, old ? old->span : before->span);
    }
}

enum { MOST_OLD = 200 }; // entries and roles that a replaced one is compared with: a bound on time

static void check_map(const guard *self, const node_list *old, const cv_node *after) {
    cv_node nothing = {.span = after->span};
    const cv_node *best = &nothing;
    size_t least = count_changes(best, after);
    for (size_t i = 0; i < old->count && i < MOST_OLD && least; i++) {
        size_t changes = count_changes(old->items[i], after);
        if (changes >= least) continue;
        least = changes;
        best = old->items[i];
    }
    if (least) report_changes(self, best, after);
}

// Numbers

// The number at or after `*text`, NULL if there is none: "3.94", "1,000". `*text` moves past it.
static const char *next_number(const guard *self, const char **text) {
    cv_text_builder number = {.arena = self->arena};
    while (**text) {
        const char *at = *text;
        uint32_t code_point = cv_utf8_next(text), next = 0;
        bool is_digit = cv_unicode_is_digit(code_point);
        if (!is_digit && number.size && (code_point == '.' || code_point == ',')) {
            const char *ahead = *text;
            next = cv_utf8_next(&ahead);
        }
        if (is_digit)
            cv_text_add_bytes(&number, at, (size_t)(*text - at));
        else if (next && cv_unicode_is_digit(next))
            cv_text_add_char(&number, '.'); // languages differ in which of the two it is
        else if (number.size)
            break;
    }
    return number.size ? cv_text_string(&number) : NULL;
}

static void collect_numbers(const guard *self, const cv_node *node, cv_name_table *numbers) {
    const char *rest = node->kind == CV_NODE_TEXT ? node->text : "";
    for (const char *number; (number = next_number(self, &rest));)
        *cv_name_number(numbers, number, self->arena) = 1;
    for (const cv_node *child = node->first; child; child = child->next)
        if (is_statement(child)) collect_numbers(self, child, numbers);
}

static bool has_new_number(const guard *self, const char *text, cv_name_table *old) {
    for (const char *number; (number = next_number(self, &text));)
        if (!*cv_name_number(old, number, self->arena)) return true;
    return false;
}

// `before`: what the texts were, NULL if nothing was there.
static void check_numbers(const guard *self, const cv_node *before, const cv_node *after,
                          cv_name_table *old) {
    if (after->kind == CV_NODE_TEXT && !is_fact(after->key) &&
        has_new_number(self, after->text, old))
        report_change(self, before, after, before ? before->span : after->span);
    for (const cv_node *child = after->first; child; child = child->next)
        if (is_statement(child)) check_numbers(self, before, child, old);
}

// Trees

static void check_replaced(const guard *self, const cv_node *before, const cv_node *after) {
    bool is_single_fact = is_fact(after->key);
    if (is_single_fact && !agrees(before, after))
        report_change(self, before, after, before ? before->span : after->span);
    if (is_single_fact) return;
    node_list old = {0}, new = {0};
    cv_name_table numbers = {0};
    if (before) collect_maps(self, before, &old);
    if (before) collect_numbers(self, before, &numbers);
    collect_maps(self, after, &new);
    for (size_t i = 0; i < new.count; i++) check_map(self, &old, new.items[i]);
    check_numbers(self, before, after, &numbers);
}

// `before` is NULL where a path has made a new member.
static void check_node(const guard *self, const cv_node *before, const cv_node *after) {
    if (before && is_untouched(before, after)) return;
    if (!is_statement(after)) return;
    if (!before || is_replaced(before, after)) {
        check_replaced(self, before, after);
        return;
    }
    const cv_node *old = before->first; // new members follow the old ones
    for (const cv_node *child = after->first; child; child = child->next) {
        check_node(self, old, child);
        if (old) old = old->next;
    }
}

static const cv_node *entries_of(const cv_node *section) {
    const cv_node *entries = cv_tree_find(section, "entries");
    return entries ? entries : section->kind == CV_NODE_LIST ? section : NULL;
}

// No section can be added, so that the two have the same number.
static void check_sections(const guard *self, const cv_node *before, const cv_node *after) {
    const cv_node *old = before->first;
    for (const cv_node *new = after->first; old &&new; new = new->next, old = old->next) {
        const cv_node *entries = entries_of(new);
        if (entries) check_node(self, entries_of(old), entries);
    }
}

bool cv_facts_are_locked(const cv_node *tree, cv_report *report) {
    const cv_node *facts = cv_tree_find(tree, "facts");
    if (!facts || facts->kind == CV_NODE_NULL) return false;
    if (facts->kind == CV_NODE_TEXT && cv_equal(facts->text, "locked")) return true;
    cv_report_add(report, CV_BAD_VALUE, facts->span, "'facts' can only be 'locked'")->hint =
        "write 'facts: locked', or leave it out";
    return false;
}

void cv_facts_check(const cv_node *before, const cv_node *after, cv_arena *arena,
                    cv_report *report) {
    const cv_node *old_sections = cv_tree_find(before, "sections");
    const cv_node *new_sections = cv_tree_find(after, "sections");
    if (is_absent(new_sections) || is_absent(old_sections)) return;
    if (is_untouched(old_sections, new_sections)) return;
    guard self = {cv_arena_child(arena), report};
    if (is_replaced(old_sections, new_sections))
        check_replaced(&self, old_sections, new_sections);
    else
        check_sections(&self, old_sections, new_sections);
    cv_arena_destroy(self.arena);
}
