// SPDX-License-Identifier: MIT
// json_scalar.h - strings, numbers and words of JSON.
#ifndef CV_SOURCE_JSON_SCALAR_H
#define CV_SOURCE_JSON_SCALAR_H

#include "source/json_text.h"

// Reads the string whose opening quote is next, its escapes resolved and checked like every text.
// NULL after a syntax error, which is reported.
const char *cv_json_read_string(cv_json_text *json);

// Reads a number, true, false or null as it is written. NULL, without a finding and without a step,
// if none is next.
const char *cv_json_read_plain(cv_json_text *json);

#endif
