// SPDX-License-Identifier: MIT
// entry_decode.c - the kinds of entries: how each is recognised, and its keys.
#include "resume/decode.h"

#include "base/suggest.h"
#include "resume/value.h"

#define MEMBER(name) offsetof(cv_entry, name)

static const cv_field common_fields[] = {
    {"id", cv_value_aside, 0, false, "string", "a name for settings and variants to call it by"},
    {"location", cv_value_text, MEMBER(location), false, "text", "set at the right"},
    {"start", cv_period_start, MEMBER(period), false, "date", "2024, 2024-05 or 2024-05-17"},
    {"end", cv_period_end, MEMBER(period), false, "end", "like start, or present; absent: ongoing"},
    {"date", cv_period_date, MEMBER(period), false, "date_or_words",
     "one date, or words like Summer 2023"},
    {"url", cv_value_url, MEMBER(url), false, "url", "an https:// address"},
    {"summary", cv_value_text, MEMBER(summary), false, "text", "a paragraph before the bullets"},
    {"bullets", cv_bullets_decode, MEMBER(bullets), false, "bullets", "a list of texts"},
    {"remark", cv_value_text, MEMBER(remark), false, "text", "printed after all the rest"},
    {"tags", cv_value_tags, MEMBER(tags), false, "words", "words by which variants choose"},
    {"priority", cv_value_priority, MEMBER(priority), false, "priority",
     "1 (keep longest) to 5 (drop first), 3 if absent"},
    {"note", cv_value_aside, 0, false, "string", "for yourself: never printed"},
};

static const cv_field education_fields[] = {
    {"institution", cv_value_text, MEMBER(title), true, "text", "school or university"},
    {"degree", cv_value_text, MEMBER(degree), false, "text", "PhD, Bachelor of Science"},
    {"area", cv_value_text, MEMBER(area), false, "text", "field of study"},
    {"score", cv_value_text, MEMBER(score), false, "text", "3.94/4.00"},
    {"courses", cv_value_texts, MEMBER(courses), false, "texts", "a list of courses"},
};

static const cv_field project_fields[] = {
    {"project", cv_value_text, MEMBER(title), true, "text", "name of the project"},
    {"organization", cv_value_text, MEMBER(organization), false, "text", "where it was done"},
    {"role", cv_value_text, MEMBER(role), false, "text", "your part in it"},
    {"keywords", cv_value_texts, MEMBER(keywords), false, "texts", "a list, like technologies"},
};

static const cv_field award_fields[] = {
    {"award", cv_value_text, MEMBER(title), true, "text", "name of the award"},
    {"organization", cv_value_text, MEMBER(organization), false, "text", "who gave it"},
};

static const cv_field certificate_fields[] = {
    {"certificate", cv_value_text, MEMBER(title), true, "text", "name of the certificate"},
    {"organization", cv_value_text, MEMBER(organization), false, "text", "who issued it"},
};

static const cv_field publication_fields[] = {
    {"title", cv_value_text, MEMBER(title), true, "text", "title of the work"},
    {"authors", cv_value_texts, MEMBER(authors), false, "texts", "a list of names, in order"},
    {"venue", cv_value_text, MEMBER(venue), false, "text", "journal or conference"},
    {"doi", cv_value_doi, MEMBER(doi), false, "doi", "10.1145/3656426"},
};

static const cv_field skill_fields[] = {
    {"label", cv_value_text, MEMBER(title), true, "text", "name of the group"},
    {"details", cv_value_text, MEMBER(details), false, "text", "what is in it, as text"},
    {"keywords", cv_value_texts, MEMBER(keywords), false, "texts", "what is in it, as a list"},
    {"level", cv_value_text, MEMBER(level), false, "text", "how well"},
};

static const cv_field reference_fields[] = {
    {"reference", cv_value_text, MEMBER(title), true, "text", "what is said about you"},
    {"name", cv_value_text, MEMBER(name), false, "text", "who says it"},
};

static const cv_field item_fields[] = {
    {"name", cv_value_text, MEMBER(title), true, "text", "what it is"},
    {"subtitle", cv_value_text, MEMBER(subtitle), false, "text", "second line"},
};

static const cv_field experience_fields[] = {
    {"organization", cv_value_text, MEMBER(title), false, "text", "employer"},
    {"role", cv_value_text, MEMBER(role), false, "text", "job title"},
    {"roles", cv_roles_decode, MEMBER(roles), false, "roles", "several roles at one employer"},
};

static const cv_field text_fields[] = {
    {"text", cv_value_text, MEMBER(title), true, "text", "the text"},
    {"id", cv_value_aside, 0, false, "string", "a name for settings and variants to call it by"},
    {"tags", cv_value_tags, MEMBER(tags), false, "words", "words by which variants choose"},
    {"priority", cv_value_priority, MEMBER(priority), false, "priority",
     "1 (keep longest) to 5 (drop first), 3 if absent"},
    {"note", cv_value_aside, 0, false, "string", "for yourself: never printed"},
};

static const cv_field_table common = {CV_FIELDS(common_fields), NULL, NULL};

static void report_unknown(const cv_node *map, const cv_node *member, const cv_field_table *table,
                           const cv_decoder *decoder);

// In the order of recognition, which is that of cv_entry_kind.
static const struct {
    const char *name;
    const char *phrase;
    const char *signs[3]; // one of these keys makes an entry of this kind; up to a NULL
    cv_field_table table;
} kinds[CV_ENTRY_KIND_COUNT] = {
    {"education",
     "an education entry",
     {"institution"},
     {CV_FIELDS(education_fields), &common, report_unknown}},
    {"project", "a project", {"project"}, {CV_FIELDS(project_fields), &common, report_unknown}},
    {"award", "an award", {"award"}, {CV_FIELDS(award_fields), &common, report_unknown}},
    {"certificate",
     "a certificate",
     {"certificate"},
     {CV_FIELDS(certificate_fields), &common, report_unknown}},
    {"publication",
     "a publication",
     {"title"},
     {CV_FIELDS(publication_fields), &common, report_unknown}},
    {"skill", "a skill", {"label"}, {CV_FIELDS(skill_fields), &common, report_unknown}},
    {"reference",
     "a reference",
     {"reference"},
     {CV_FIELDS(reference_fields), &common, report_unknown}},
    {"item", "an item", {"name"}, {CV_FIELDS(item_fields), &common, report_unknown}},
    {"experience",
     "an experience",
     {"organization", "role"},
     {CV_FIELDS(experience_fields), &common, report_unknown}},
    {"text", "a text", {"text"}, {CV_FIELDS(text_fields), NULL, report_unknown}},
};

const char *cv_entry_kind_name(cv_entry_kind kind) { return kinds[kind].name; }

static void list_kinds(const char *names[CV_ENTRY_KIND_COUNT]) {
    for (size_t i = 0; i < CV_ENTRY_KIND_COUNT; i++) names[i] = kinds[i].name;
}

cv_entry_kind cv_entry_choose_kind(const cv_node *name, const cv_decoder *decoder) {
    const char *names[CV_ENTRY_KIND_COUNT];
    list_kinds(names);
    int choice = cv_value_choose(name, names, CV_ENTRY_KIND_COUNT, decoder);
    return choice < 0 ? CV_ENTRY_KIND_COUNT : (cv_entry_kind)choice;
}

void cv_entries_describe(cv_schema *schema) {
    const char *names[CV_ENTRY_KIND_COUNT];
    for (size_t i = 0; i < CV_ENTRY_KIND_COUNT; i++)
        cv_fields_describe(&kinds[i].table, kinds[i].name, kinds[i].phrase, schema)->signs =
            kinds[i].signs;
    list_kinds(names);
    cv_schema_add_choice(schema, "kind", names, CV_ENTRY_KIND_COUNT);
}

bool cv_entry_has_key(const char *key) {
    for (size_t i = 0; i < CV_ENTRY_KIND_COUNT; i++)
        if (cv_field_find(&kinds[i].table, key)) return true;
    return false;
}

// Recognition

static const char *find_sign(const cv_node *map, cv_entry_kind kind) {
    for (size_t i = 0; kinds[kind].signs[i]; i++)
        if (cv_field_present(map, kinds[kind].signs[i])) return kinds[kind].signs[i];
    return NULL;
}

static cv_entry_kind recognise(const cv_node *map) {
    cv_entry_kind kind = 0;
    while (kind < CV_ENTRY_KIND_COUNT && !find_sign(map, kind)) kind++;
    return kind;
}

static bool is_sign(cv_entry_kind kind, const char *key) {
    return cv_equal(kinds[kind].signs[0], key) || cv_equal(kinds[kind].signs[1], key);
}

// The kind that a key belongs to: the one it is a sign of, else the first that has it.
static cv_entry_kind find_owner(const char *key) {
    for (cv_entry_kind kind = 0; kind < CV_ENTRY_KIND_COUNT; kind++)
        if (is_sign(kind, key)) return kind;
    cv_entry_kind kind = 0;
    while (kind < CV_ENTRY_KIND_COUNT && !cv_field_find(&kinds[kind].table, key)) kind++;
    return kind;
}

static void report_unknown(const cv_node *map, const cv_node *member, const cv_field_table *table,
                           const cv_decoder *decoder) {
    cv_entry_kind owner = find_owner(member->key), kind = 0;
    while (table != &kinds[kind].table) kind++;
    if (owner == CV_ENTRY_KIND_COUNT || cv_field_find(&common, member->key)) {
        cv_field_report_unknown(map, member, table, decoder);
        return;
    }
    if (cv_field_is_absent(member)) return;
    const char *sign = find_sign(map, kind);
    cv_report *report = decoder->report;
    const char *why = sign ? cv_format(report->arena, "recognised by '%s'", sign)
                           : "by the 'type' of the section";
    cv_report_add(report, CV_UNKNOWN_KEY, member->key_span, "'%s' belongs to %s; this is %s (%s)",
                  member->key, kinds[owner].phrase, kinds[kind].phrase, why);
}

static size_t collect_signs(const char *signs[2 * CV_ENTRY_KIND_COUNT]) {
    size_t count = 0;
    for (size_t kind = 0; kind < CV_ENTRY_KIND_COUNT; kind++)
        for (size_t i = 0; kinds[kind].signs[i]; i++) signs[count++] = kinds[kind].signs[i];
    return count;
}

// The member whose key is nearly a sign, NULL if there is none.
static const cv_node *find_misspelt(const cv_node *map, const char **meant) {
    const char *signs[2 * CV_ENTRY_KIND_COUNT];
    size_t count = collect_signs(signs);
    for (const cv_node *member = map->first; member; member = member->next) {
        if (cv_entry_has_key(member->key)) continue;
        *meant = cv_suggest(member->key, signs, count);
        if (*meant) return member;
    }
    return NULL;
}

static void report_unknown_kind(const cv_node *map, const cv_decoder *decoder) {
    const char *meant;
    const cv_node *misspelt = find_misspelt(map, &meant);
    if (!misspelt && cv_value_report_colon(map, &common, decoder)) return;
    if (!misspelt && cv_value_report_language(map, decoder)) return;
    cv_report *report = decoder->report;
    cv_span span = misspelt ? misspelt->key_span : map->span;
    cv_report_add(report, CV_UNKNOWN_KIND, span, "this entry has no key that says what it is")
        ->hint = misspelt ? cv_format(report->arena, "did you mean '%s'?", meant)
                          : "give it one of institution, project, award, certificate, title, "
                            "label, reference, name, organization, role or text";
}

// Entries

static void check_experience(const cv_node *map, const cv_decoder *decoder) {
    const cv_node *roles = cv_field_present(map, "roles");
    if (!find_sign(map, CV_ENTRY_EXPERIENCE))
        cv_report_add(decoder->report, CV_MISSING_KEY, map->span,
                      "missing key 'organization' or 'role'");
    else if (roles && roles->count && cv_field_present(map, "role"))
        cv_report_add(decoder->report, CV_BAD_VALUE, roles->key_span,
                      "'roles' cannot stand beside 'role'")
            ->hint = "make it one more of the roles";
}

static void decode_map(const cv_node *map, cv_entry *entry, const cv_decoder *decoder) {
    entry->id = map->id;
    cv_fields_read(map, &kinds[entry->kind].table, entry, decoder);
    cv_period_finish(map, &entry->period, decoder);
    if (entry->kind == CV_ENTRY_EXPERIENCE) check_experience(map, decoder);
}

static void add_entry(const cv_node *node, cv_entry_kind kind, cv_entries *entries,
                      const cv_decoder *decoder) {
    cv_entry entry = {.kind = kind, .priority = CV_PRIORITY_DEFAULT, .span = node->span};
    if (node->kind == CV_NODE_MAP) {
        if (kind == CV_ENTRY_KIND_COUNT) entry.kind = recognise(node);
        if (entry.kind == CV_ENTRY_KIND_COUNT) {
            report_unknown_kind(node, decoder);
            return;
        }
        decode_map(node, &entry, decoder);
    } else if (node->kind == CV_NODE_TEXT) {
        entry.kind = CV_ENTRY_TEXT;
        cv_value_text(node, &entry.title, decoder);
    } else {
        cv_value_report_type(node, "a mapping or text", decoder);
        return;
    }
    CV_PUSH(decoder->arena, entries, entry);
}

void cv_entries_decode(const cv_node *list, cv_entry_kind kind, cv_entries *entries,
                       const cv_decoder *decoder) {
    for (const cv_node *item = list->first; item; item = item->next)
        if (!cv_field_is_absent(item)) add_entry(item, kind, entries, decoder);
}
