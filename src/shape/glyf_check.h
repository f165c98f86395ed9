// SPDX-License-Identifier: MIT
// glyf_check.h - whether TrueType outlines are sound: each where "loca" says, none without end.
#ifndef CV_SHAPE_GLYF_CHECK_H
#define CV_SHAPE_GLYF_CHECK_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

// NULL, or what is wrong with the table "glyf" in words that fit behind "a table 'glyf' that ".
// `*lacks_memory` becomes true if that is for want of memory, and stays as it is otherwise.
const char *cv_glyf_check(cv_bytes glyf, cv_bytes loca, bool is_long, uint32_t glyph_count,
                          bool *lacks_memory);

#endif
