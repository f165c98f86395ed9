// SPDX-License-Identifier: MIT
// schema.c - each table of keys becomes a definition, each key a property of it.
//
// Of an entry, the key that says its kind decides which definition holds, in the order in which the
// decoder looks for them: an editor then speaks of that kind alone.
#include "export/schema.h"

#include "export/json.h"

#include <string.h>

typedef struct writer {
    const cv_schema *schema;
    cv_json *json;
    cv_json_value *definitions;
} writer;

static void add_reference(writer *self, cv_json_value *parent, const char *form) {
    cv_json_add_string(self->json, parent, "$ref",
                       cv_format(self->schema->arena, "#/definitions/%s", form));
}

static void add_alternative(writer *self, cv_json_value *any, const char *form) {
    add_reference(self, cv_json_add_object(self->json, any, NULL), form);
}

// The definition of that name, which the frame may have begun.
static cv_json_value *define(writer *self, const char *name) {
    cv_json_value *found = cv_json_find(self->definitions, name);
    return found ? found : cv_json_add_object(self->json, self->definitions, name);
}

// A kind of entry may be called like a form.
static const char *table_form(const writer *self, const cv_schema_table *table) {
    return table->signs ? cv_format(self->schema->arena, "entry.%s", table->name) : table->name;
}

// Keys

// A plain `false` is not the text "false" to an editor.
static void add_words(writer *self, cv_json_value *parent, const char *const *words) {
    cv_json_value *choice = cv_json_add_array(self->json, parent, "enum");
    for (; *words; words++)
        if (strcmp(*words, "false") == 0)
            cv_json_add_false(self->json, choice, NULL);
        else
            cv_json_add_string(self->json, choice, NULL, *words);
}

// The form, or nothing: a key without a value counts as absent.
static const char *optional(writer *self, const char *form) {
    const char *name = cv_format(self->schema->arena, "optional.%s", form);
    if (cv_json_find(self->definitions, name)) return name;
    cv_json_value *any = cv_json_add_array(self->json, define(self, name), "anyOf");
    add_alternative(self, any, form);
    add_alternative(self, any, "absent");
    return name;
}

static void add_property(writer *self, cv_json_value *properties, const cv_schema_key *key) {
    cv_json_value *property = cv_json_add_object(self->json, properties, key->name);
    cv_json_add_string(self->json, property, "description", key->help);
    if (!key->words) {
        add_reference(self, property, key->is_required ? key->form : optional(self, key->form));
        return;
    }
    cv_json_value *any = cv_json_add_array(self->json, property, "anyOf");
    add_words(self, cv_json_add_object(self->json, any, NULL), key->words);
    add_alternative(self, any, "absent");
}

static void add_required(writer *self, cv_json_value *object, const cv_schema_table *table) {
    cv_json_value *required = NULL;
    for (size_t i = 0; i < table->keys.count; i++) {
        if (!table->keys.items[i].is_required) continue;
        if (!required) required = cv_json_add_array(self->json, object, "required");
        cv_json_add_string(self->json, required, NULL, table->keys.items[i].name);
    }
}

static void add_table(writer *self, cv_json_value *object, const cv_schema_table *table) {
    cv_json_add_string(self->json, object, "type", "object");
    cv_json_add_string(self->json, object, "description", table->help);
    cv_json_value *properties = cv_json_add_object(self->json, object, "properties");
    for (size_t i = 0; i < table->keys.count; i++)
        add_property(self, properties, &table->keys.items[i]);
    add_required(self, object, table);
    cv_json_add_object(self->json, cv_json_add_object(self->json, object, "patternProperties"),
                       "^x-");
    cv_json_add_false(self->json, object, "additionalProperties");
}

// Kinds of entries

// An editor offers the keys of a condition that holds, but not those of one that is turned round.
// So each kind stands where a mapping is *not* without its signs.

static void add_signs(writer *self, cv_json_value *any, const char *const *signs) {
    for (; *signs; signs++) {
        cv_json_value *has = cv_json_add_object(self->json, any, NULL);
        cv_json_add_string(self->json, cv_json_add_array(self->json, has, "required"), NULL,
                           *signs);
    }
}

static cv_json_value *add_unless(writer *self, cv_json_value *at) {
    return cv_json_add_object(self->json, cv_json_add_object(self->json, at, "if"), "not");
}

static void add_entry_mapping(writer *self) {
    cv_json_value *at = define(self, "entry_mapping");
    for (size_t i = 0; i < self->schema->tables.count; i++) {
        const cv_schema_table *table = &self->schema->tables.items[i];
        if (!table->signs) continue;
        add_signs(self, cv_json_add_array(self->json, add_unless(self, at), "anyOf"), table->signs);
        add_reference(self, cv_json_add_object(self->json, at, "else"), table_form(self, table));
        at = cv_json_add_object(self->json, at, "then");
    }
    add_reference(self, at, "unknown_entry");
}

static void add_key_once(writer *self, cv_schema_table *table, cv_schema_key key) {
    for (size_t i = 0; i < table->keys.count; i++)
        if (cv_equal(table->keys.items[i].name, key.name)) return;
    key.is_required = false;
    CV_PUSH(self->schema->arena, &table->keys, key);
}

// An entry that is begun may have any key; one has to say what it is.
static void add_any_entry(writer *self) {
    cv_schema_table all = {.name = "any_entry",
                           .help = "an entry, which a key has to tell the kind of"};
    cv_json_value *object = define(self, all.name);
    cv_json_value *any = cv_json_add_array(self->json, object, "anyOf");
    for (size_t i = 0; i < self->schema->tables.count; i++) {
        const cv_schema_table *table = &self->schema->tables.items[i];
        if (!table->signs) continue;
        add_signs(self, any, table->signs);
        for (size_t k = 0; k < table->keys.count; k++)
            add_key_once(self, &all, table->keys.items[k]);
    }
    add_table(self, object, &all);
}

// The items of `entries` in a section.
static cv_json_value *add_items(writer *self, cv_json_value *object) {
    cv_json_value *properties = cv_json_add_object(self->json, object, "properties");
    cv_json_value *entries = cv_json_add_object(self->json, properties, "entries");
    return cv_json_add_object(self->json, entries, "items");
}

static void add_type_is(writer *self, cv_json_value *condition, const char *kind) {
    cv_json_value *properties = cv_json_add_object(self->json, condition, "properties");
    cv_json_add_string(self->json, cv_json_add_object(self->json, properties, "type"), "const",
                       kind);
    cv_json_add_string(self->json, cv_json_add_array(self->json, condition, "required"), NULL,
                       "type");
}

// What is no mapping is a text, whatever the `type` of the section.
static const char *add_typed_entry(writer *self, const cv_schema_table *table) {
    const char *name = cv_format(self->schema->arena, "typed.%s", table->name);
    cv_json_value *entry = define(self, name);
    cv_json_add_string(self->json, cv_json_add_object(self->json, entry, "if"), "type", "object");
    add_reference(self, cv_json_add_object(self->json, entry, "then"), table_form(self, table));
    add_reference(self, cv_json_add_object(self->json, entry, "else"), "entry");
    return name;
}

// The `type` of a section is that of all its entries, but for plain texts.
static void add_typed_entries(writer *self) {
    cv_json_value *at = define(self, "typed_entries");
    for (size_t i = 0; i < self->schema->tables.count; i++) {
        const cv_schema_table *table = &self->schema->tables.items[i];
        if (!table->signs) continue;
        add_type_is(self, add_unless(self, at), table->name);
        cv_json_value *items = add_items(self, cv_json_add_object(self->json, at, "else"));
        add_reference(self, items, add_typed_entry(self, table));
        at = cv_json_add_object(self->json, at, "then");
    }
    add_reference(self, add_items(self, at), "entry");
}

cv_bytes cv_schema_write(const cv_schema *schema, cv_bytes frame) {
    writer self = {.schema = schema, .json = cv_json_open_text(schema->arena, frame)};
    cv_json_value *root = cv_json_root(self.json);
    self.definitions = cv_json_find(root, "definitions");
    add_reference(&self, root, schema->tables.items[0].name);
    for (size_t i = 0; i < schema->choices.count; i++)
        add_words(&self, define(&self, schema->choices.items[i].form),
                  schema->choices.items[i].words);
    for (size_t i = 0; i < schema->tables.count; i++) {
        const cv_schema_table *table = &schema->tables.items[i];
        add_table(&self, define(&self, table_form(&self, table)), table);
    }
    add_entry_mapping(&self);
    add_any_entry(&self);
    add_typed_entries(&self);
    return cv_json_write(self.json);
}
