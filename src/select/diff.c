// SPDX-License-Identifier: MIT
// diff.c - two models side by side: what is added, dropped, changed or reordered.
//
//   changed: headline: 'Engineer' -> 'Compiler engineer'
//   dropped: bullet of Research Assistant (line 41): Advisor: Prof. X
#include "select/select.h"

#include "select/line_counter.h"
#include "select/match.h"

typedef struct differ {
    cv_arena *scratch;
    const cv_report *report;
    cv_text_builder *out;
    cv_line_counter from_lines, to_lines;
} differ;

typedef struct text_field {
    const char *name;
    size_t offset; // in cv_entry, of a cv_text or of cv_texts
} text_field;

#define MEMBER(name) offsetof(cv_entry, name)

static const text_field text_fields[] = {
    {"organization", MEMBER(organization)},
    {"role", MEMBER(role)},
    {"degree", MEMBER(degree)},
    {"area", MEMBER(area)},
    {"score", MEMBER(score)},
    {"venue", MEMBER(venue)},
    {"DOI", MEMBER(doi)},
    {"details", MEMBER(details)},
    {"level", MEMBER(level)},
    {"name", MEMBER(name)},
    {"subtitle", MEMBER(subtitle)},
    {"location", MEMBER(location)},
    {"summary", MEMBER(summary)},
    {"remark", MEMBER(remark)},
    {"address", MEMBER(url)},
};

static const text_field list_fields[] = {
    {"courses", MEMBER(courses)},
    {"authors", MEMBER(authors)},
    {"keywords", MEMBER(keywords)},
};

static const char *const title_names[CV_ENTRY_KIND_COUNT] = {
    [CV_ENTRY_EDUCATION] = "institution",
    [CV_ENTRY_PROJECT] = "name",
    [CV_ENTRY_AWARD] = "name",
    [CV_ENTRY_CERTIFICATE] = "name",
    [CV_ENTRY_PUBLICATION] = "title",
    [CV_ENTRY_SKILL] = "label",
    [CV_ENTRY_REFERENCE] = "text",
    [CV_ENTRY_ITEM] = "name",
    [CV_ENTRY_EXPERIENCE] = "organization",
    [CV_ENTRY_TEXT] = "text",
};

// Lines of output

static bool is_nothing(const char *text) { return !text || !*text; }

static void add_changed(differ *self, const char *what, const char *owner, const char *from,
                        const char *to) {
    if (cv_equal(from, to) || (is_nothing(from) && is_nothing(to))) return;
    cv_text_add(self->out, "changed: %s", what);
    if (owner) cv_text_add(self->out, " of %s", owner);
    if (from)
        cv_text_add(self->out, ": '%s'", from);
    else
        cv_text_add_string(self->out, ": nothing");
    if (to)
        cv_text_add(self->out, " -> '%s'\n", to);
    else
        cv_text_add_string(self->out, " -> nothing\n");
}

static void add_whole(differ *self, bool is_added, const char *what, const char *owner,
                      const char *text, cv_span span) {
    cv_line_counter *lines = is_added ? &self->to_lines : &self->from_lines;
    cv_text_add(self->out, "%s: %s", is_added ? "added" : "dropped", what);
    if (owner) cv_text_add(self->out, " of %s", owner);
    cv_text_add(self->out, " (line %u): %s\n", cv_line_counter_find(lines, self->report, span),
                text ? text : "");
}

// Where the links of a text lead, in its order; NULL without links.
static const char *addresses_of(differ *self, const cv_text *text) {
    cv_text_builder joined = {.arena = self->scratch};
    const char *last = NULL;
    for (size_t i = 0; i < text->count; i++) {
        const char *uri = text->parts[i].uri;
        if (uri && !cv_equal(uri, last)) cv_text_add(&joined, "%s%s", joined.size ? ", " : "", uri);
        last = uri;
    }
    return joined.size ? cv_text_string(&joined) : NULL;
}

// Words first; links that lead elsewhere below the same words are a change as well.
static void diff_text(differ *self, const char *what, const char *owner, const cv_text *from,
                      const cv_text *to) {
    add_changed(self, what, owner, from->string, to->string);
    if (!cv_equal(from->string, to->string)) return;
    const char *link = cv_format(self->scratch, "link in %s", what);
    add_changed(self, link, owner, addresses_of(self, from), addresses_of(self, to));
}

// Lists of items

typedef void pair_differ(differ *self, const char *owner, const void *from, const void *to);

// The items of two lists of one kind: their names, and how two that match are compared.
typedef struct list_pair {
    const char *what, *plural, *owner;
    const char *from, *to; // the items, `size` bytes each
    size_t size;
    cv_match_items from_names, to_names;
    pair_differ *diff;
} list_pair;

static void add_reordered(differ *self, const list_pair *pair) {
    const cv_match_items *items = &pair->to_names;
    size_t last = 0;
    bool is_ordered = true;
    for (size_t i = 0; i < items->count; i++) {
        if (items->items[i].other == CV_NO_MATCH) continue;
        is_ordered &= items->items[i].other >= last;
        last = items->items[i].other;
    }
    if (is_ordered) return;
    cv_text_add(self->out, "reordered: %s", pair->plural);
    if (pair->owner) cv_text_add(self->out, " of %s", pair->owner);
    for (size_t i = 0; i < items->count; i++)
        cv_text_add(self->out, "%s %s", i ? "," : ":", items->items[i].shown);
    cv_text_add_char(self->out, '\n');
}

static void diff_list(differ *self, list_pair *pair) {
    cv_match(&pair->from_names, &pair->to_names, self->scratch);
    for (size_t i = 0; i < pair->from_names.count; i++) {
        const cv_match_item *from = &pair->from_names.items[i];
        if (from->other == CV_NO_MATCH) {
            add_whole(self, false, pair->what, pair->owner, from->shown, from->span);
            continue;
        }
        pair->diff(self, pair->owner, pair->from + i * pair->size,
                   pair->to + from->other * pair->size);
    }
    for (size_t i = 0; i < pair->to_names.count; i++) {
        const cv_match_item *to = &pair->to_names.items[i];
        if (to->other == CV_NO_MATCH)
            add_whole(self, true, pair->what, pair->owner, to->shown, to->span);
    }
    add_reordered(self, pair);
}

// Items of each kind

static const char *or_empty(const char *string) { return string ? string : ""; }

static void add_item(differ *self, cv_match_items *items, const char *name, const char *shown,
                     cv_span span) {
    CV_PUSH(self->scratch, items, (cv_match_item){.name = name, .shown = shown, .span = span});
}

// What is known by its own text.
static void add_text(differ *self, cv_match_items *items, const char *text, cv_span span) {
    add_item(self, items, or_empty(text), or_empty(text), span);
}

static cv_match_items name_bullets(differ *self, const cv_bullets *bullets) {
    cv_match_items names = {0};
    for (size_t i = 0; i < bullets->count; i++)
        add_text(self, &names, bullets->items[i].text.string, bullets->items[i].span);
    return names;
}

static void diff_bullets(differ *self, const char *owner, const cv_bullets *from,
                         const cv_bullets *to);

static void diff_bullet(differ *self, const char *owner, const void *left, const void *right) {
    const cv_bullet *from = left, *to = right;
    diff_text(self, "bullet", owner, &from->text, &to->text);
    diff_bullets(self, owner, &from->bullets, &to->bullets);
}

static void diff_bullets(differ *self, const char *owner, const cv_bullets *from,
                         const cv_bullets *to) {
    list_pair pair = {.what = "bullet",
                      .plural = "bullets",
                      .owner = owner,
                      .from = (const char *)from->items,
                      .to = (const char *)to->items,
                      .size = sizeof(cv_bullet),
                      .from_names = name_bullets(self, from),
                      .to_names = name_bullets(self, to),
                      .diff = diff_bullet};
    diff_list(self, &pair);
}

static const char *write_date(differ *self, cv_date date) {
    char written[CV_DATE_ROOM];
    cv_date_write(date, written);
    return cv_copy_string(self->scratch, written);
}

// "2022-03 to 2023-12", NULL for none.
static const char *write_period(differ *self, const cv_period *period) {
    if (period->words.string) return period->words.string;
    if (period->date.year) return write_date(self, period->date);
    if (!period->start.year && !period->end.year) return NULL;
    const char *start = period->start.year ? write_date(self, period->start) : "…";
    const char *end = period->end.year ? write_date(self, period->end) : "present";
    return cv_format(self->scratch, "%s to %s", start, end);
}

static cv_match_items name_roles(differ *self, const cv_roles *roles) {
    cv_match_items names = {0};
    for (size_t i = 0; i < roles->count; i++)
        add_text(self, &names, roles->items[i].role.string, roles->items[i].span);
    return names;
}

static void diff_role(differ *self, const char *owner, const void *left, const void *right) {
    const cv_role *from = left, *to = right;
    const char *role = to->role.string ? to->role.string : owner;
    diff_text(self, "role", owner, &from->role, &to->role);
    diff_text(self, "location", role, &from->location, &to->location);
    diff_text(self, "summary", role, &from->summary, &to->summary);
    add_changed(self, "dates", role, write_period(self, &from->period),
                write_period(self, &to->period));
    diff_bullets(self, role, &from->bullets, &to->bullets);
}

static void diff_roles(differ *self, const char *owner, const cv_roles *from, const cv_roles *to) {
    list_pair pair = {.what = "role",
                      .plural = "roles",
                      .owner = owner,
                      .from = (const char *)from->items,
                      .to = (const char *)to->items,
                      .size = sizeof(cv_role),
                      .from_names = name_roles(self, from),
                      .to_names = name_roles(self, to),
                      .diff = diff_role};
    diff_list(self, &pair);
}

// "Research Assistant", or what else names the entry.
static const char *label_of(const cv_entry *entry) {
    bool has_role = entry->kind == CV_ENTRY_EXPERIENCE && entry->role.string;
    return or_empty(has_role ? entry->role.string : entry->title.string);
}

// Enough to tell an entry from the others; its id, where it has one, whatever else changes.
static const char *key_of(differ *self, const cv_entry *entry) {
    if (entry->id) return cv_format(self->scratch, "#%s", entry->id);
    const char *period = write_period(self, &entry->period);
    return cv_format(self->scratch, "%s, %s, %s", or_empty(entry->title.string),
                     or_empty(entry->role.string), or_empty(period));
}

// "Research Assistant, Stanford University, 2024-01 to 2024-03"
static const char *describe(differ *self, const cv_entry *entry) {
    cv_text_builder text = {.arena = self->scratch};
    const char *period = write_period(self, &entry->period);
    cv_text_add_string(&text, label_of(entry));
    if (entry->kind == CV_ENTRY_EXPERIENCE && entry->role.string && entry->title.string)
        cv_text_add(&text, ", %s", entry->title.string);
    if (period) cv_text_add(&text, ", %s", period);
    return cv_text_string(&text);
}

static cv_match_items name_entries(differ *self, const cv_entries *entries) {
    cv_match_items names = {0};
    for (size_t i = 0; i < entries->count; i++)
        add_item(self, &names, key_of(self, &entries->items[i]), describe(self, &entries->items[i]),
                 entries->items[i].span);
    return names;
}

static const cv_text *text_at(const cv_entry *entry, size_t offset) {
    return (const cv_text *)((const char *)entry + offset);
}

static const char *join_at(differ *self, const cv_entry *entry, size_t offset) {
    const cv_texts *texts = (const cv_texts *)((const char *)entry + offset);
    cv_text_builder joined = {.arena = self->scratch};
    for (size_t i = 0; i < texts->count; i++)
        cv_text_add(&joined, "%s%s", i ? ", " : "", texts->items[i].string);
    return texts->count ? cv_text_string(&joined) : NULL;
}

static void diff_entry(differ *self, const char *section, const void *left, const void *right) {
    const cv_entry *from = left, *to = right;
    (void)section;
    const char *owner = label_of(to);
    bool is_text = to->kind == CV_ENTRY_TEXT;
    diff_text(self, title_names[to->kind], is_text ? section : owner, &from->title, &to->title);
    for (size_t i = 0; i < sizeof text_fields / sizeof *text_fields; i++)
        diff_text(self, text_fields[i].name, owner, text_at(from, text_fields[i].offset),
                  text_at(to, text_fields[i].offset));
    for (size_t i = 0; i < sizeof list_fields / sizeof *list_fields; i++)
        add_changed(self, list_fields[i].name, owner, join_at(self, from, list_fields[i].offset),
                    join_at(self, to, list_fields[i].offset));
    add_changed(self, "dates", owner, write_period(self, &from->period),
                write_period(self, &to->period));
    diff_bullets(self, owner, &from->bullets, &to->bullets);
    diff_roles(self, owner, &from->roles, &to->roles);
}

static void diff_entries(differ *self, const char *section, const cv_entries *from,
                         const cv_entries *to) {
    list_pair pair = {.what = "entry",
                      .plural = "entries",
                      .owner = section,
                      .from = (const char *)from->items,
                      .to = (const char *)to->items,
                      .size = sizeof(cv_entry),
                      .from_names = name_entries(self, from),
                      .to_names = name_entries(self, to),
                      .diff = diff_entry};
    diff_list(self, &pair);
}

static void diff_section(differ *self, const char *owner, const void *left, const void *right) {
    const cv_section *from = left, *to = right;
    (void)owner;
    static const char *const lists[] = {NULL, "bullet", "numbered", "reversed"};
    diff_text(self, "title", from->id, &from->title, &to->title);
    add_changed(self, "heading", from->id, from->shows_title ? "shown" : "hidden",
                to->shows_title ? "shown" : "hidden");
    add_changed(self, "list", from->id, lists[from->list], lists[to->list]);
    diff_entries(self, to->title.string, &from->entries, &to->entries);
}

static cv_match_items name_sections(differ *self, const cv_sections *sections) {
    cv_match_items names = {0};
    for (size_t i = 0; i < sections->count; i++)
        add_item(self, &names, sections->items[i].id, sections->items[i].title.string,
                 sections->items[i].span);
    return names;
}

static void diff_sections(differ *self, const cv_sections *from, const cv_sections *to) {
    list_pair pair = {.what = "section",
                      .plural = "sections",
                      .from = (const char *)from->items,
                      .to = (const char *)to->items,
                      .size = sizeof(cv_section),
                      .from_names = name_sections(self, from),
                      .to_names = name_sections(self, to),
                      .diff = diff_section};
    diff_list(self, &pair);
}

// With the kind, so that an address in the place of another is a change.
static cv_match_items name_contacts(differ *self, const cv_contacts *contacts) {
    static const char *const kinds[] = {"website", "email", "phone", "location", "profile", "link"};
    cv_match_items names = {0};
    for (size_t i = 0; i < contacts->count; i++) {
        const cv_contact *contact = &contacts->items[i];
        const char *name = cv_format(self->scratch, "%s %s", kinds[contact->kind], contact->string);
        add_item(self, &names, name, contact->string, contact->span);
    }
    return names;
}

static void diff_contact(differ *self, const char *owner, const void *left, const void *right) {
    const cv_contact *from = left, *to = right;
    add_changed(self, "contact", owner, from->string, to->string);
    add_changed(self, "label", to->string, from->label, to->label);
    if (cv_equal(from->string, to->string))
        add_changed(self, "address", to->string, from->uri, to->uri);
}

static void diff_contacts(differ *self, const cv_contacts *from, const cv_contacts *to) {
    list_pair pair = {.what = "contact",
                      .plural = "contacts",
                      .from = (const char *)from->items,
                      .to = (const char *)to->items,
                      .size = sizeof(cv_contact),
                      .from_names = name_contacts(self, from),
                      .to_names = name_contacts(self, to),
                      .diff = diff_contact};
    diff_list(self, &pair);
}

void cv_diff_write(const cv_resume *from, const cv_resume *to, const cv_report *report,
                   cv_text_builder *out) {
    differ self = {.scratch = cv_arena_child(out->arena), .report = report, .out = out};
    diff_text(&self, "name", NULL, &from->name, &to->name);
    diff_text(&self, "headline", NULL, &from->headline, &to->headline);
    add_changed(&self, "language", NULL, from->language, to->language);
    diff_contacts(&self, &from->contacts, &to->contacts);
    add_changed(&self, "photo", NULL, from->photo.file, to->photo.file);
    diff_text(&self, "summary", NULL, &from->summary, &to->summary);
    diff_sections(&self, &from->sections, &to->sections);
    cv_arena_destroy(self.scratch);
}
