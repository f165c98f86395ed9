// SPDX-License-Identifier: MIT
// json_mistake.h - syntax errors in JSON in the words of someone who writes a resume.
#ifndef CV_SOURCE_JSON_MISTAKE_H
#define CV_SOURCE_JSON_MISTAKE_H

#include "source/json_text.h"

// Where the reader stood, and what it had read before.
typedef struct cv_json_mistake {
    cv_span open;    // the bracket of the innermost list or mapping that is open; empty: none
    char before;     // '[', '{', ',' or ':', whichever was read last; '\0': a value or nothing
    const char *key; // after a key, else NULL
} cv_json_mistake;

// Each adds the one finding that explains what is next in the text, and marks the text as broken.
void cv_json_refuse_value(cv_json_text *json, const cv_json_mistake *mistake); // wanted a value
void cv_json_refuse_key(cv_json_text *json, const cv_json_mistake *mistake);   // a key
void cv_json_refuse_colon(cv_json_text *json, const cv_json_mistake *mistake); // the ':' of a key
void cv_json_refuse_next(cv_json_text *json, const cv_json_mistake *mistake);  // ',' or the end
void cv_json_refuse_rest(cv_json_text *json);                                  // nothing more

#endif
