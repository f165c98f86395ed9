// SPDX-License-Identifier: MIT
// json_entry.c - entries as items of the arrays of JSON Resume, by a table of keys for each kind.
//
// In each table the keys of the schema come first, in its order, and then those that the schema
// leaves to us. Names are plain text, sentences are Markdown.
#include "export/json_entry.h"

#include "export/markup_write.h"

#include <string.h>

// What becomes one item: an entry, or one role of it put in the place of its own.
typedef struct item {
    cv_entry entry;
    cv_text employer; // what is said about the employer, with the first of the roles
} item;

typedef struct exporter {
    cv_json *json;
    cv_arena *arena;
} exporter;

typedef struct key key;

// Adds what `row` names to `object`, if the item has it.
typedef void key_writer(const exporter *to, cv_json_value *object, const key *row,
                        const item *from);

struct key {
    const char *name;
    key_writer *write;
    size_t offset; // of the member of the item that is written
};

static const void *member(const item *from, const key *row) {
    return (const char *)from + row->offset;
}

// Writers

static void write_name(const exporter *to, cv_json_value *object, const key *row,
                       const item *from) {
    const cv_text *text = member(from, row);
    cv_json_add_string(to->json, object, row->name, text->string);
}

static void write_sentence(const exporter *to, cv_json_value *object, const key *row,
                           const item *from) {
    cv_json_add_string(to->json, object, row->name, cv_markup_write(member(from, row), to->arena));
}

static void write_names(const exporter *to, cv_json_value *object, const key *row,
                        const item *from) {
    const cv_texts *texts = member(from, row);
    if (!texts->count) return;
    cv_json_value *array = cv_json_add_array(to->json, object, row->name);
    for (size_t i = 0; i < texts->count; i++)
        cv_json_add_string(to->json, array, NULL, texts->items[i].string);
}

// A list of the one role that a project has.
static void write_role(const exporter *to, cv_json_value *object, const key *row,
                       const item *from) {
    const cv_text *role = member(from, row);
    if (!role->string) return;
    cv_json_value *array = cv_json_add_array(to->json, object, row->name);
    cv_json_add_string(to->json, array, NULL, role->string);
}

// The address of the entry, or, since names lose their links, the first one in its title.
static void write_url(const exporter *to, cv_json_value *object, const key *row, const item *from) {
    const cv_text *title = &from->entry.title;
    const char *uri = from->entry.url.string;
    for (size_t i = 0; i < title->count && !uri; i++) uri = title->parts[i].uri;
    cv_json_add_string(to->json, object, row->name, uri);
}

static void write_day(const exporter *to, cv_json_value *object, const key *row, cv_date date) {
    char written[CV_DATE_ROOM];
    if (!date.year) return;
    cv_date_write(date, written);
    cv_json_add_string(to->json, object, row->name, written);
}

static void write_start(const exporter *to, cv_json_value *object, const key *row,
                        const item *from) {
    write_day(to, object, row, from->entry.period.start);
}

// Nothing for "present": in JSON Resume a start without an end is ongoing.
static void write_end(const exporter *to, cv_json_value *object, const key *row, const item *from) {
    write_day(to, object, row, from->entry.period.end);
}

static void write_date(const exporter *to, cv_json_value *object, const key *row,
                       const item *from) {
    write_day(to, object, row, from->entry.period.date);
}

static void write_words(const exporter *to, cv_json_value *object, const key *row,
                        const item *from) {
    cv_json_add_string(to->json, object, row->name, from->entry.period.words.string);
}

// A bullet and those below it as one Markdown text: a list under a line.
static void add_bullet(cv_text_builder *out, const cv_bullet *bullet, int depth) {
    cv_text_add_string(out, cv_markup_write(&bullet->text, out->arena));
    for (size_t i = 0; i < bullet->bullets.count; i++) {
        cv_text_add(out, "\n%*s- ", 2 * depth, "");
        add_bullet(out, &bullet->bullets.items[i], depth + 1);
    }
}

static void write_highlights(const exporter *to, cv_json_value *object, const key *row,
                             const item *from) {
    const cv_bullets *bullets = &from->entry.bullets;
    if (!bullets->count) return;
    cv_json_value *array = cv_json_add_array(to->json, object, row->name);
    for (size_t i = 0; i < bullets->count; i++) {
        cv_text_builder text = {.arena = to->arena};
        add_bullet(&text, &bullets->items[i], 0);
        cv_json_add_string(to->json, array, NULL, cv_text_string(&text));
    }
}

// Where the next ", " outside brackets is, or the end.
static const char *find_separator(const char *text) {
    int depth = 0;
    for (; *text; text++) {
        if (*text == '(' || *text == '[') depth++;
        if (*text == ')' || *text == ']') depth--;
        if (depth <= 0 && cv_starts_with(text, ", ")) break;
    }
    return text;
}

// What a skill consists of: its details, which are a list in a line, then its keywords.
static void write_keywords(const exporter *to, cv_json_value *object, const key *row,
                           const item *from) {
    const cv_texts *keywords = &from->entry.keywords;
    const char *at = from->entry.details.string;
    if (!at && !keywords->count) return;
    cv_json_value *array = cv_json_add_array(to->json, object, row->name);
    for (const char *end; at && *at; at = *end ? end + strlen(", ") : end) {
        end = find_separator(at);
        cv_json_add_string(to->json, array, NULL, cv_copy(to->arena, at, (size_t)(end - at)));
    }
    for (size_t i = 0; i < keywords->count; i++)
        cv_json_add_string(to->json, array, NULL, keywords->items[i].string);
}

// Details with links or styles, which the keywords lack.
static void write_details(const exporter *to, cv_json_value *object, const key *row,
                          const item *from) {
    const cv_text *details = &from->entry.details;
    bool is_plain = details->count == 1 && !details->parts->style && !details->parts->uri;
    if (!is_plain) write_sentence(to, object, row, from);
}

// Tables

#define MEMBER(name) offsetof(item, entry.name)
#define NAME(key, of)                                                                              \
    { key, write_name, MEMBER(of) }
#define NAMES(key, of)                                                                             \
    { key, write_names, MEMBER(of) }
#define SENTENCE(key, of)                                                                          \
    { key, write_sentence, MEMBER(of) }
#define HIGHLIGHTS                                                                                 \
    { "highlights", write_highlights, 0 }
#define URL                                                                                        \
    { "url", write_url, 0 }
#define START                                                                                      \
    { "startDate", write_start, 0 }
#define END                                                                                        \
    { "endDate", write_end, 0 }
#define DATE(key)                                                                                  \
    { key, write_date, 0 }
#define WORDS                                                                                      \
    { "dateText", write_words, 0 }

static const key work[] = {
    NAME("name", title),
    NAME("location", location),
    {"description", write_sentence, offsetof(item, employer)},
    NAME("position", role),
    URL,
    START,
    END,
    SENTENCE("summary", summary),
    HIGHLIGHTS,
    DATE("date"),
    WORDS,
    SENTENCE("remark", remark),
    {0},
};

static const key education[] = {
    NAME("institution", title),
    URL,
    NAME("area", area),
    NAME("studyType", degree),
    START,
    END,
    NAME("score", score),
    NAMES("courses", courses),
    DATE("date"),
    WORDS,
    NAME("location", location),
    SENTENCE("summary", summary),
    HIGHLIGHTS,
    SENTENCE("remark", remark),
    {0},
};

static const key awards[] = {
    NAME("title", title),
    DATE("date"),
    NAME("awarder", organization),
    SENTENCE("summary", summary),
    START,
    END,
    WORDS,
    NAME("location", location),
    URL,
    HIGHLIGHTS,
    SENTENCE("remark", remark),
    {0},
};

static const key certificates[] = {
    NAME("name", title),
    DATE("date"),
    URL,
    NAME("issuer", organization),
    START,
    END,
    WORDS,
    NAME("location", location),
    SENTENCE("summary", summary),
    HIGHLIGHTS,
    SENTENCE("remark", remark),
    {0},
};

static const key publications[] = {
    NAME("name", title),
    NAME("publisher", venue),
    DATE("releaseDate"),
    URL,
    SENTENCE("summary", summary),
    NAMES("authors", authors),
    NAME("doi", doi),
    START,
    END,
    WORDS,
    NAME("location", location),
    HIGHLIGHTS,
    SENTENCE("remark", remark),
    {0},
};

static const key skills[] = {
    NAME("name", title),
    NAME("level", level),
    {"keywords", write_keywords, 0},
    {"details", write_details, MEMBER(details)},
    START,
    END,
    DATE("date"),
    WORDS,
    NAME("location", location),
    URL,
    SENTENCE("summary", summary),
    HIGHLIGHTS,
    SENTENCE("remark", remark),
    {0},
};

static const key references[] = {
    NAME("name", name),
    SENTENCE("reference", title),
    START,
    END,
    DATE("date"),
    WORDS,
    NAME("location", location),
    {"url", write_name, MEMBER(url)},
    SENTENCE("summary", summary),
    HIGHLIGHTS,
    SENTENCE("remark", remark),
    {0},
};

static const key projects[] = {
    NAME("name", title),
    SENTENCE("description", summary),
    HIGHLIGHTS,
    NAMES("keywords", keywords),
    START,
    END,
    URL,
    {"roles", write_role, MEMBER(role)},
    NAME("entity", organization),
    DATE("date"),
    WORDS,
    NAME("location", location),
    SENTENCE("remark", remark),
    {0},
};

static const key items[] = {
    NAME("name", title),
    NAME("subtitle", subtitle),
    START,
    END,
    DATE("date"),
    WORDS,
    NAME("location", location),
    URL,
    SENTENCE("summary", summary),
    HIGHLIGHTS,
    SENTENCE("remark", remark),
    {0},
};

static const key texts[] = {
    SENTENCE("text", title),
    {0},
};

// What an employer with several roles has of its own; the name is with each of them.
static const key employer[] = {
    START,
    END,
    DATE("date"),
    WORDS,
    NAME("location", location),
    {"url", write_name, MEMBER(url)},
    SENTENCE("summary", summary),
    HIGHLIGHTS,
    SENTENCE("remark", remark),
    {0},
};

// In the order of the schema.
static const struct {
    cv_entry_kind kind;
    const char *name;
    const key *keys;
} arrays[CV_ENTRY_KIND_COUNT] = {
    {CV_ENTRY_EXPERIENCE, "work", work},
    {CV_ENTRY_EDUCATION, "education", education},
    {CV_ENTRY_AWARD, "awards", awards},
    {CV_ENTRY_CERTIFICATE, "certificates", certificates},
    {CV_ENTRY_PUBLICATION, "publications", publications},
    {CV_ENTRY_SKILL, "skills", skills},
    {CV_ENTRY_REFERENCE, "references", references},
    {CV_ENTRY_PROJECT, "projects", projects},
    {CV_ENTRY_ITEM, "items", items},
    {CV_ENTRY_TEXT, "texts", texts},
};

const char *cv_json_array_of(cv_entry_kind kind) {
    size_t i = 0;
    while (arrays[i].kind != kind) i++;
    return arrays[i].name;
}

size_t cv_json_item_count(const cv_entry *entry) {
    return entry->roles.count ? entry->roles.count : 1;
}

// Items

static void write_keys(const exporter *to, cv_json_value *object, const key *row,
                       const item *from) {
    for (; row->name; row++) row->write(to, object, row, from);
}

static void add_item(const exporter *to, cv_json_value *array, const key *keys, const item *from) {
    write_keys(to, cv_json_add_object(to->json, array, NULL), keys, from);
}

static item item_of_role(const cv_entry *entry, size_t index) {
    const cv_role *role = &entry->roles.items[index];
    item made = {.entry = *entry};
    if (index == 0) made.employer = entry->summary;
    made.entry.role = role->role;
    if (role->location.string) made.entry.location = role->location;
    made.entry.summary = role->summary;
    made.entry.period = role->period;
    made.entry.bullets = role->bullets;
    made.entry.remark = (cv_text){0};
    return made;
}

static void add_entry(const exporter *to, cv_json_value *array, const key *keys,
                      const cv_entry *entry) {
    item whole = {.entry = *entry};
    if (!entry->roles.count) add_item(to, array, keys, &whole);
    for (size_t i = 0; i < entry->roles.count; i++) {
        item role = item_of_role(entry, i);
        add_item(to, array, keys, &role);
    }
}

static void add_array(const exporter *to, const cv_resume *resume, size_t which) {
    cv_json_value *array = NULL;
    for (size_t i = 0; i < resume->sections.count; i++) {
        const cv_entries *entries = &resume->sections.items[i].entries;
        for (size_t j = 0; j < entries->count; j++) {
            if (entries->items[j].kind != arrays[which].kind) continue;
            if (!array)
                array = cv_json_add_array(to->json, cv_json_root(to->json), arrays[which].name);
            add_entry(to, array, arrays[which].keys, &entries->items[j]);
        }
    }
}

void cv_json_add_arrays(cv_json *json, const cv_resume *resume, cv_arena *arena) {
    exporter to = {json, arena};
    for (size_t i = 0; i < CV_ENTRY_KIND_COUNT; i++) add_array(&to, resume, i);
}

void cv_json_add_employer(cv_json *json, cv_json_value *group, const cv_entry *entry,
                          cv_arena *arena) {
    item whole = {.entry = *entry};
    write_keys(&(exporter){json, arena}, group, employer, &whole);
}
