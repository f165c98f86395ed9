// SPDX-License-Identifier: MIT
// name_table.h - numbers by name, for keys and anchors.
//
// A crit-bit tree: unlike with a hash, no choice of names makes it slow.
#ifndef CV_SOURCE_NAME_TABLE_H
#define CV_SOURCE_NAME_TABLE_H

#include "base/arena.h"

#include <stdint.h>

typedef struct cv_name_table {
    struct cv_name_fork *root;
} cv_name_table; // zero-initialise

// The number that goes with `name`, 0 until the caller sets another. The name is not copied.
uint32_t *cv_name_number(cv_name_table *table, const char *name, cv_arena *arena);

#endif
