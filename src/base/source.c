// SPDX-License-Identifier: MIT
// source.c - lines and columns, found when they are needed: a run prints few of them.
#include "base/source.h"

#include <string.h>

cv_place cv_source_locate(const cv_source *source, uint32_t offset) {
    const unsigned char *bytes = source->bytes.data;
    size_t size = source->bytes.size;
    size_t at = offset < size ? offset : size;
    size_t line_start = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (at < line_start) at = line_start;
    cv_place place = {.line = 1, .column = 1};
    for (size_t i = line_start; i < at; i++) {
        bool ends =
            bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == size || bytes[i + 1] != '\n'));
        if (!ends) continue;
        place.line++;
        line_start = i + 1;
    }
    for (size_t i = line_start; i < at; i++)
        if ((bytes[i] & 0xC0) != 0x80) place.column++;
    size_t end = line_start;
    while (end < size && bytes[end] != '\n' && bytes[end] != '\r') end++;
    place.excerpt = (cv_bytes){size ? bytes + line_start : bytes, end - line_start};
    return place;
}

cv_span cv_source_narrow(const cv_source *source, cv_span span, const char *text) {
    size_t length = strlen(text);
    for (size_t i = span.begin;
         length && i + length <= span.end && i + length <= source->bytes.size; i++)
        if (memcmp(source->bytes.data + i, text, length) == 0)
            return (cv_span){span.source, (uint32_t)i, (uint32_t)(i + length)};
    return span;
}
