// SPDX-License-Identifier: MIT
// json_resume.c - the person, the arrays, and how the page puts them together again.
#include "export/export.h"

#include "export/json.h"
#include "export/json_entry.h"
#include "export/markup_write.h"
#include "resume/network.h"

#include <string.h>

static const char schema[] =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

typedef struct exporter {
    const cv_resume *resume;
    cv_json *json;
    cv_arena *arena;
    const char **places; // for each contact, the JSON Pointer (RFC 6901) to where it went
} exporter;

// Contacts
//
// JSON Resume has room for one website, address of e-mail and so on; further ones go into an array.

typedef struct contact_keys {
    const char *one; // NULL if there is an array only
    const char *more;
} contact_keys;

static contact_keys keys_of(cv_contact_kind kind) {
    switch (kind) {
    case CV_CONTACT_WEBSITE: return (contact_keys){"url", "urls"};
    case CV_CONTACT_EMAIL: return (contact_keys){"email", "emails"};
    case CV_CONTACT_PHONE: return (contact_keys){"phone", "phones"};
    case CV_CONTACT_LOCATION: return (contact_keys){"location", "locations"};
    case CV_CONTACT_PROFILE: return (contact_keys){NULL, "profiles"};
    case CV_CONTACT_LINK: break;
    }
    return (contact_keys){NULL, "links"};
}

static bool is_address_byte(char byte, const char *others) {
    return cv_is_letter(byte) || cv_is_digit(byte) || (byte && strchr(others, byte));
}

// Words of such bytes with single dots between them.
static bool is_dotted(const char *text, const char *end, const char *others) {
    for (const char *at = text; at < end; at++) {
        bool is_dot = *at == '.' && at > text && at[-1] != '.' && at + 1 < end;
        if (!is_dot && !is_address_byte(*at, others)) return false;
    }
    return text < end;
}

// The format "email" of JSON Schema is RFC 5321's, which has ASCII only.
static bool is_schema_email(const char *email) {
    const char *at = strchr(email, '@');
    return at && is_dotted(email, at, "!#$%&'*+/=?^_`{|}~-") &&
           is_dotted(at + 1, at + strlen(at), "-");
}

static bool can_be_only_one(const cv_contact *contact) {
    return contact->kind != CV_CONTACT_EMAIL || is_schema_email(contact->string);
}

static const char **find_places(const cv_contacts *contacts, cv_arena *arena) {
    const char **places = CV_NEW_ARRAY(arena, const char *, contacts->count);
    bool has_one[CV_CONTACT_LINK + 1] = {false};
    int more[CV_CONTACT_LINK + 1] = {0};
    for (size_t i = 0; i < contacts->count; i++) {
        const cv_contact *contact = &contacts->items[i];
        contact_keys keys = keys_of(contact->kind);
        if (keys.one && !has_one[contact->kind] && can_be_only_one(contact)) {
            has_one[contact->kind] = true;
            places[i] = cv_format(arena, "/basics/%s", keys.one);
        } else {
            places[i] = cv_format(arena, "/basics/%s/%d", keys.more, more[contact->kind]++);
        }
    }
    return places;
}

static bool is_country_code(const char *text) {
    return text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z' && !text[2];
}

// "Munich, Bavaria, DE". Joined again with ", " the members give the text back.
static void add_location(exporter *to, cv_json_value *parent, const char *key, const char *text) {
    cv_json_value *location = cv_json_add_object(to->json, parent, key);
    const char *rest = strstr(text, ", ");
    if (!rest) {
        cv_json_add_string(to->json, location, "city", text);
        return;
    }
    cv_json_add_string(to->json, location, "city", cv_copy(to->arena, text, (size_t)(rest - text)));
    const char *region = rest + 2, *country = strrchr(region, ',');
    bool has_country = country && country[1] == ' ' && is_country_code(country + 2);
    size_t size = has_country ? (size_t)(country - region) : strlen(region);
    if (has_country) cv_json_add_string(to->json, location, "countryCode", country + 2);
    cv_json_add_string(to->json, location, "region", cv_copy(to->arena, region, size));
}

// The user name that a profile's address ends in; NULL if that does not tell.
static const char *username_of(const cv_contact *profile, cv_arena *arena) {
    const cv_network *network = cv_network_find(profile->network);
    if (!network) return NULL;
    const char *before = cv_format(arena, "https://%s", network->address);
    if (!cv_starts_with(profile->uri, before)) return NULL;
    const char *name = profile->uri + strlen(before);
    return *name && !strpbrk(name, "%/?#") ? name : NULL;
}

static void add_profile(exporter *to, cv_json_value *array, const cv_contact *profile) {
    cv_json_value *object = cv_json_add_object(to->json, array, NULL);
    bool has_own_label = cv_equal(profile->label, profile->string);
    cv_json_add_string(to->json, object, "network", profile->network);
    cv_json_add_string(to->json, object, "username", username_of(profile, to->arena));
    cv_json_add_string(to->json, object, "url", profile->uri);
    if (has_own_label) cv_json_add_string(to->json, object, "label", profile->label);
}

static void add_link(exporter *to, cv_json_value *array, const cv_contact *link) {
    cv_json_value *object = cv_json_add_object(to->json, array, NULL);
    cv_json_add_string(to->json, object, "label", link->label);
    cv_json_add_string(to->json, object, "url", link->uri);
}

static void add_contact(exporter *to, cv_json_value *parent, const char *key,
                        const cv_contact *contact) {
    switch (contact->kind) {
    case CV_CONTACT_WEBSITE: cv_json_add_string(to->json, parent, key, contact->uri); break;
    case CV_CONTACT_EMAIL:
    case CV_CONTACT_PHONE: cv_json_add_string(to->json, parent, key, contact->string); break;
    case CV_CONTACT_LOCATION: add_location(to, parent, key, contact->string); break;
    case CV_CONTACT_PROFILE: add_profile(to, parent, contact); break;
    case CV_CONTACT_LINK: add_link(to, parent, contact); break;
    }
}

static void add_one_contact(exporter *to, cv_json_value *basics, cv_contact_kind kind) {
    const cv_contacts *contacts = &to->resume->contacts;
    const char *key = keys_of(kind).one;
    const char *place = cv_format(to->arena, "/basics/%s", key);
    for (size_t i = 0; i < contacts->count; i++)
        if (cv_equal(to->places[i], place)) add_contact(to, basics, key, &contacts->items[i]);
}

static void add_more_contacts(exporter *to, cv_json_value *basics, cv_contact_kind kind) {
    const cv_contacts *contacts = &to->resume->contacts;
    const char *key = keys_of(kind).more;
    const char *place = cv_format(to->arena, "/basics/%s/", key);
    cv_json_value *array = NULL;
    for (size_t i = 0; i < contacts->count; i++) {
        if (!cv_starts_with(to->places[i], place)) continue;
        if (!array) array = cv_json_add_array(to->json, basics, key);
        add_contact(to, array, NULL, &contacts->items[i]);
    }
}

// Basics, in the order of the schema

static void add_basics(exporter *to) {
    const cv_resume *resume = to->resume;
    cv_json_value *basics = cv_json_add_object(to->json, cv_json_root(to->json), "basics");
    cv_json_add_string(to->json, basics, "name", resume->name.string);
    cv_json_add_string(to->json, basics, "label", resume->headline.string);
    add_one_contact(to, basics, CV_CONTACT_EMAIL);
    add_one_contact(to, basics, CV_CONTACT_PHONE);
    add_one_contact(to, basics, CV_CONTACT_WEBSITE);
    cv_json_add_string(to->json, basics, "summary", cv_markup_write(&resume->summary, to->arena));
    add_one_contact(to, basics, CV_CONTACT_LOCATION);
    add_more_contacts(to, basics, CV_CONTACT_PROFILE);
    add_more_contacts(to, basics, CV_CONTACT_LINK);
    add_more_contacts(to, basics, CV_CONTACT_EMAIL);
    add_more_contacts(to, basics, CV_CONTACT_PHONE);
    add_more_contacts(to, basics, CV_CONTACT_WEBSITE);
    add_more_contacts(to, basics, CV_CONTACT_LOCATION);
}

// The page: what stands where, as JSON Pointers

static void add_places(exporter *to, cv_json_value *page) {
    if (!to->resume->contacts.count) return;
    cv_json_value *array = cv_json_add_array(to->json, page, "contact");
    for (size_t i = 0; i < to->resume->contacts.count; i++)
        cv_json_add_string(to->json, array, NULL, to->places[i]);
}

static void add_pointer(exporter *to, cv_json_value *array, cv_entry_kind kind, size_t number) {
    cv_json_add_string(to->json, array, NULL,
                       cv_format(to->arena, "/%s/%zu", cv_json_array_of(kind), number));
}

// `*next` is the number of the next item in the array of the entry's kind.
static void add_entry(exporter *to, cv_json_value *entries, const cv_entry *entry, size_t *next) {
    if (!entry->roles.count) {
        add_pointer(to, entries, entry->kind, (*next)++);
        return;
    }
    cv_json_value *group = cv_json_add_object(to->json, entries, NULL);
    cv_json_value *roles = cv_json_add_array(to->json, group, "roles");
    for (size_t i = 0; i < cv_json_item_count(entry); i++)
        add_pointer(to, roles, entry->kind, (*next)++);
    cv_json_add_employer(to->json, group, entry, to->arena);
}

static void add_section(exporter *to, cv_json_value *sections, const cv_section *section,
                        size_t next[CV_ENTRY_KIND_COUNT]) {
    static const char *const styles[] = {NULL, "bullet", "numbered", "reversed"};
    cv_json_value *object = cv_json_add_object(to->json, sections, NULL);
    cv_json_add_string(to->json, object, "title", section->title.string);
    if (!section->shows_title) cv_json_add_false(to->json, object, "heading");
    cv_json_add_string(to->json, object, "list", styles[section->list]);
    cv_json_value *entries = cv_json_add_array(to->json, object, "entries");
    for (size_t i = 0; i < section->entries.count; i++) {
        const cv_entry *entry = &section->entries.items[i];
        add_entry(to, entries, entry, &next[entry->kind]);
    }
}

static void add_page(exporter *to) {
    size_t next[CV_ENTRY_KIND_COUNT] = {0};
    cv_json_value *meta = cv_json_add_object(to->json, cv_json_root(to->json), "meta");
    cv_json_value *page = cv_json_add_object(to->json, meta, "cvpdf");
    cv_json_add_string(to->json, page, "language", to->resume->language);
    add_places(to, page);
    cv_json_value *sections = cv_json_add_array(to->json, page, "sections");
    for (size_t i = 0; i < to->resume->sections.count; i++)
        add_section(to, sections, &to->resume->sections.items[i], next);
}

cv_bytes cv_export_json(const cv_resume *resume, cv_arena *arena) {
    exporter to = {.resume = resume, .json = cv_json_open(arena), .arena = arena};
    to.places = find_places(&resume->contacts, arena);
    cv_json_add_string(to.json, cv_json_root(to.json), "$schema", schema);
    add_basics(&to);
    cv_json_add_arrays(to.json, resume, arena);
    add_page(&to);
    return cv_json_write(to.json);
}
