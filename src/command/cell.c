// SPDX-License-Identifier: MIT
// cell.c - decodes UTF-8 (Unicode 15, table 3-7) and escapes what must not reach a terminal.
#include "command/cell.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct range {
    uint32_t first, last;
} range;

// What a terminal obeys, reorders by, breaks lines at or does not show at all.
static const range hidden[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},
    {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF},
};

// East Asian Width W and F in broad strokes: a caret that is off by one does no harm.
static const range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD},
};

static const range marks[] = {
    {0x300, 0x36F},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
};

static bool is_in(uint32_t code_point, const range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (code_point >= ranges[i].first && code_point <= ranges[i].last) return true;
    return false;
}
#define IS_IN(code_point, ranges) is_in(code_point, ranges, sizeof(ranges) / sizeof *(ranges))

// Decodes one code point and returns its size, 0 if `bytes[size]` does not begin with one.
static size_t decode(const unsigned char *bytes, size_t size, uint32_t *code_point) {
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000}; // by size: no overlong forms
    unsigned char lead = bytes[0];
    size_t length = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || length > size || lead > 0xF4) return 0;
    uint32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return 0;
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *code_point = value;
    return length;
}

static cv_cell escape(size_t size, const char *format, uint32_t value) {
    cv_cell cell = {.size = size};
    cell.columns = (size_t)snprintf(cell.text, sizeof cell.text, format, (unsigned)value);
    return cell;
}

cv_cell cv_cell_read(const unsigned char *bytes, size_t size) {
    uint32_t code_point = 0;
    size_t length = decode(bytes, size, &code_point);
    if (length == 0) return escape(1, "\\x%02X", bytes[0]);
    if (length == 1 && IS_IN(code_point, hidden)) return escape(1, "\\x%02X", code_point);
    if (size >= 3 && memcmp(bytes, "##[", 3) == 0) return escape(1, "\\x%02X", code_point);
    if (IS_IN(code_point, hidden)) return escape(length, "\\u{%04X}", code_point);
    cv_cell cell = {.size = length, .columns = 1};
    if (IS_IN(code_point, marks)) cell.columns = 0;
    if (IS_IN(code_point, wide)) cell.columns = 2;
    memcpy(cell.text, bytes, length);
    return cell;
}
