// SPDX-License-Identifier: MIT
// bidi.h - the order in which mixed text is read and shown (UAX #9).
#ifndef CV_SHAPE_BIDI_H
#define CV_SHAPE_BIDI_H

#include "document/document.h"

#include <stdint.h>

// The embedding level of each character, at its first byte; odd ones run from right to left. NULL
// where the whole text is of level 0, which costs next to nothing to find out.
//
// In a text that runs from left to right, fields that do not are isolated; in one that runs from
// right to left, the phrases that do not are, with the symbols that belong to them: addresses,
// phone numbers, C++ and .NET.
const uint8_t *cv_bidi_levels(const cv_block_text *text, cv_arena *arena);

// Fills `order` with the places of the `count` runs of a line from left to right (rule L2).
void cv_bidi_order(const uint8_t *levels, size_t count, uint32_t *order);

#endif
