// SPDX-License-Identifier: MIT
// json.h - texts in JSON, for those who write the rest of it by hand.
#ifndef CV_COMMAND_JSON_H
#define CV_COMMAND_JSON_H

#include <stdio.h>

// Writes `text` as a JSON string of ASCII, null where it is NULL. What is not UTF-8 in it is shown
// in a visible form (cell.h). Neither a terminal nor a runner of GitHub Actions finds an order in
// what is written.
void cv_json_text(FILE *stream, const char *text);

// The same behind "LEAD\"KEY\": ".
void cv_json_member(FILE *stream, const char *lead, const char *key, const char *text);

// A number, null where it is 0.
void cv_json_place(FILE *stream, const char *lead, const char *key, size_t number);

#endif
