// SPDX-License-Identifier: MIT
// made_font.h - font files that nobody sells: a good one with other tables.
#ifndef MADE_FONT_H
#define MADE_FONT_H

#include "support.h"

typedef struct made_table {
    const char *tag;
    cv_bytes bytes;
} made_table;

// The bytes of a table of a file that is no collection; it must have it.
cv_bytes made_find(cv_bytes file, const char *tag);

// The same as a copy that may be changed.
unsigned char *made_copy(support *self, cv_bytes file, const char *tag);

// `file` with these tables in the place of its own, or beside them.
cv_bytes made_font(support *self, cv_bytes file, const made_table *tables, size_t count);

// A face that is closed with the arena, called "Made".
const cv_font *made_open(support *self, cv_bytes file);

static inline unsigned made_16(const unsigned char *at) { return (unsigned)at[0] << 8 | at[1]; }

static inline void made_put_16(unsigned char *at, unsigned value) {
    at[0] = (unsigned char)(value >> 8);
    at[1] = (unsigned char)value;
}

#endif
