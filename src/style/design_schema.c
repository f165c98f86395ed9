// SPDX-License-Identifier: MIT
// design_schema.c - the tree of design keys as one table for each of its mappings.
#include "style/design.h"

#include <string.h>

static const char *const forms[CV_DESIGN_KIND_COUNT] = {
    [CV_DESIGN_THEME] = "theme",         [CV_DESIGN_TEXT] = "string",
    [CV_DESIGN_FONT_SIZE] = "size",      [CV_DESIGN_LEADING] = "leading",
    [CV_DESIGN_LENGTH] = "length",       [CV_DESIGN_SCALE] = "scale",
    [CV_DESIGN_PAGE_SIZE] = "page_size", [CV_DESIGN_COLOR] = "color",
    [CV_DESIGN_FLAG] = "flag",           [CV_DESIGN_DATE_FORMAT] = "date_format",
    [CV_DESIGN_FOOTER_TEXT] = "string",
};

// What the mappings are about, by their paths.
static const char *find_help(const char *path) {
    static const struct {
        const char *path, *help;
    } mappings[] = {
        {"", "how it looks"},
        {"font", "fonts, their size and leading"},
        {"page", "the paper and its margins"},
        {"page.margins", "one length, or one for each side"},
        {"color", "the colours"},
        {"header", "name, headline, contact and photo"},
        {"header.photo", "the photo beside them"},
        {"headings", "titles of sections"},
        {"entry", "how entries are set"},
        {"entry.first", "what stands first, by the kind of entry"},
        {"bullets", "markers of lists"},
        {"text", "running text"},
        {"links", "links in texts"},
        {"footer", "the line at the foot of each page"},
    };
    for (size_t i = 0; i < sizeof mappings / sizeof *mappings; i++)
        if (strcmp(mappings[i].path, path) == 0) return mappings[i].help;
    return NULL;
}

// The mapping at `path`, added after those that it is in. "page.margins" is "design.page.margins".
static cv_schema_table *find_mapping(cv_schema *schema, const char *path) {
    const char *name = *path ? cv_format(schema->arena, "design.%s", path) : "design";
    for (size_t i = 0; i < schema->tables.count; i++)
        if (strcmp(schema->tables.items[i].name, name) == 0) return &schema->tables.items[i];
    const char *help = find_help(path);
    if (*path) {
        const char *dot = strrchr(path, '.');
        const char *above = dot ? cv_copy(schema->arena, path, (size_t)(dot - path)) : "";
        bool has_shorthand = strcmp(path, "page.margins") == 0;
        cv_schema_key key = {
            .name = dot ? dot + 1 : path, .form = has_shorthand ? "margins" : name, .help = help};
        cv_schema_add_key(schema, find_mapping(schema, above), key);
    }
    return cv_schema_add_table(schema, name, help);
}

static cv_schema_key describe(const cv_design_key *key, cv_arena *arena) {
    const char *dot = strrchr(key->path, '.'), *range = cv_design_range_words(key->range);
    cv_schema_key found = {.name = dot ? dot + 1 : key->path, .form = forms[key->kind]};
    found.help = range ? cv_format(arena, "%s; %s", key->help, range) : key->help;
    if (key->kind == CV_DESIGN_CHOICE) found.words = key->names;
    if (key->kind != CV_DESIGN_FIXED) return found;
    const char **word = CV_NEW_ARRAY(arena, const char *, 2);
    *word = key->names[0]; // the others are for later
    found.words = word;
    return found;
}

void cv_design_describe(cv_schema *schema) {
    size_t count;
    const cv_design_key *keys = cv_design_keys(&count);
    for (size_t i = 0; i < count; i++) {
        const char *dot = strrchr(keys[i].path, '.');
        const char *mapping =
            dot ? cv_copy(schema->arena, keys[i].path, (size_t)(dot - keys[i].path)) : "";
        cv_schema_key key = describe(&keys[i], schema->arena);
        cv_schema_add_key(schema, find_mapping(schema, mapping), key);
    }
}
