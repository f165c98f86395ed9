// SPDX-License-Identifier: MIT
// schema.h - the keys of the format as JSON Schema (draft 7, which editors know best).
#ifndef CV_EXPORT_SCHEMA_H
#define CV_EXPORT_SCHEMA_H

#include "base/schema.h"
#include "base/text.h"

// `frame` is data/schema/frame.json: the definitions of forms, to which the tables are added.
// `data` NULL if memory ran out. Tables must hold the kinds of entries.
cv_bytes cv_schema_write(const cv_schema *schema, cv_bytes frame);

#endif
