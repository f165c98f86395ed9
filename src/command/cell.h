// SPDX-License-Identifier: MIT
// cell.h - what a terminal is shown of a byte sequence that may be anything.
#ifndef CV_COMMAND_CELL_H
#define CV_COMMAND_CELL_H

#include <stddef.h>

// One code point, or one byte that is not UTF-8, in a visible form: itself, or "\x1B" for C0
// controls, DEL and stray bytes, or "\u{202E}" for others that a terminal obeys or hides. So is the
// first letter of "##[", which a runner of GitHub Actions obeys wherever it stands in a line.
typedef struct cv_cell {
    size_t size;    // bytes taken
    size_t columns; // 0 for marks that sit on the letter before, 2 for wide characters
    char text[12];
} cv_cell;

// The cell that begins `bytes[size]`; size > 0.
cv_cell cv_cell_read(const unsigned char *bytes, size_t size);

#endif
