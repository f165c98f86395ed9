// SPDX-License-Identifier: MIT
// run_order.h - the runs of a line of mixed directions where they are seen.
#ifndef CV_LINE_RUN_ORDER_H
#define CV_LINE_RUN_ORDER_H

#include "line/line.h"

// Puts the runs from number `first` on, which are in the order of reading, where they are seen, the
// leftmost at `x` (UAX #9, L2). They stay in the order of reading, but runs that look alike and
// stand together become one, since programs that find the order of reading from the page take what
// is drawn in one go as a whole; and of a run without letters each glyph becomes one, since they
// turn nothing that has none.
void cv_runs_order(cv_line_runs *runs, size_t first, cv_length x, cv_arena *arena);

// Marks a blank between what is drawn in two goes, from right to left: programs that find the order
// of reading from the page lose a plain one there, and join the words. Its text becomes U+200F and
// a space: the former says nothing but that text goes on from right to left, as plain text needs.
void cv_glyph_bind_blank(cv_glyph *blank);

// The same for those at both ends of a run.
void cv_run_bind_blanks(cv_line_run *run, cv_arena *arena);

cv_length cv_run_advance(const cv_line_run *run);

#endif
