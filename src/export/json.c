// SPDX-License-Identifier: MIT
// json.c - jansson's values, each added to its parent as soon as it is made, so that the root owns
// all of them whatever happens.
#include "export/json.h"

#include <jansson.h>

struct cv_json {
    cv_arena *arena;
    json_t *root;
    bool has_failed;
};

static void close_json(void *handle) { json_decref(((cv_json *)handle)->root); }

static cv_json *prepare(cv_arena *arena) {
    cv_json *json = CV_NEW(arena, cv_json);
    json->arena = arena;
    cv_arena_defer(arena, close_json, json); // before opening: nothing can leak in between
    return json;
}

cv_json *cv_json_open(cv_arena *arena) {
    cv_json *json = prepare(arena);
    json->root = json_object();
    json->has_failed = !json->root;
    return json;
}

cv_json *cv_json_open_text(cv_arena *arena, cv_bytes text) {
    cv_json *json = prepare(arena);
    json->root = json_loadb((const char *)text.data, text.size, JSON_REJECT_DUPLICATES, NULL);
    json->has_failed = !json_is_object(json->root);
    return json;
}

cv_json_value *cv_json_root(const cv_json *json) { return json->root; }

cv_json_value *cv_json_find(const cv_json_value *parent, const char *key) {
    json_t *found = json_object_get(parent, key);
    return json_is_object(found) ? found : NULL;
}

// Takes `value`, which is NULL where memory ran out, over into `parent`.
static json_t *add(cv_json *json, json_t *parent, const char *key, json_t *value) {
    int status =
        key ? json_object_set_new(parent, key, value) : json_array_append_new(parent, value);
    if (status == 0) return value;
    json->has_failed = true;
    return NULL;
}

cv_json_value *cv_json_add_object(cv_json *json, cv_json_value *parent, const char *key) {
    return json->has_failed ? NULL : add(json, parent, key, json_object());
}

cv_json_value *cv_json_add_array(cv_json *json, cv_json_value *parent, const char *key) {
    return json->has_failed ? NULL : add(json, parent, key, json_array());
}

void cv_json_add_string(cv_json *json, cv_json_value *parent, const char *key, const char *string) {
    if (string && !json->has_failed) add(json, parent, key, json_string(string));
}

void cv_json_add_false(cv_json *json, cv_json_value *parent, const char *key) {
    if (!json->has_failed) add(json, parent, key, json_false());
}

cv_bytes cv_json_write(const cv_json *json) {
    cv_bytes text = {0};
    if (json->has_failed) return text;
    const size_t flags = JSON_INDENT(2);
    size_t size = json_dumpb(json->root, NULL, 0, flags);
    if (!size) return text;
    char *bytes = CV_NEW_ARRAY(json->arena, char, size + 1);
    if (json_dumpb(json->root, bytes, size, flags) != size) return text;
    bytes[size] = '\n';
    return (cv_bytes){(const unsigned char *)bytes, size + 1};
}

const char *cv_json_version(void) { return jansson_version_str(); }
