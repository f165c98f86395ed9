// SPDX-License-Identifier: MIT
// json.h - JSON (RFC 8259) to the same tree as YAML.
#ifndef CV_SOURCE_JSON_H
#define CV_SOURCE_JSON_H

#include "source/scan.h"
#include "source/tree.h"

#include <stdbool.h>

// Reads source number `source`, scanned as `text`, if it is JSON: it is called so (*.json), or it
// begins with '{' and is JSON throughout. Returns false, and adds no finding, where it is not.
// `*root` is NULL where nothing can be made of it; there is an error then.
bool cv_json_read(uint32_t source, cv_scanned text, cv_arena *arena, cv_arena *scratch,
                  cv_report *report, const cv_node **root);

#endif
