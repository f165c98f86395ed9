// SPDX-License-Identifier: MIT
// json.h - a JSON text under construction, and the only door to jansson.
//
// Keys stay in the order in which they were added. The first failure, which in writing can only be
// a lack of memory, is kept and turns later calls into no-ops, so that a writer checks once, at the
// end.
#ifndef CV_EXPORT_JSON_H
#define CV_EXPORT_JSON_H

#include "base/text.h"

typedef struct cv_json cv_json;
typedef struct json_t cv_json_value; // an object or array of the text, which owns it

// An empty object. Closed with `arena`.
cv_json *cv_json_open(cv_arena *arena);
// The object that `text` is, to be added to; one that is no JSON is a failure.
cv_json *cv_json_open_text(cv_arena *arena, cv_bytes text);
cv_json_value *cv_json_root(const cv_json *json);

// A member of an object that is an object, NULL if there is none.
cv_json_value *cv_json_find(const cv_json_value *parent, const char *key);

// A new member of an object, or, with `key` NULL, a new item of an array. NULL after a failure.
cv_json_value *cv_json_add_object(cv_json *json, cv_json_value *parent, const char *key);
cv_json_value *cv_json_add_array(cv_json *json, cv_json_value *parent, const char *key);

// Likewise; adds nothing where `string` is NULL.
void cv_json_add_string(cv_json *json, cv_json_value *parent, const char *key, const char *string);
void cv_json_add_false(cv_json *json, cv_json_value *parent, const char *key);

// The text, in the arena: UTF-8, indented by two, with a line end. `data` NULL after a failure.
cv_bytes cv_json_write(const cv_json *json);

// "2.14"
const char *cv_json_version(void);

#endif
